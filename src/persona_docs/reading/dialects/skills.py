"""Agent Skills: a folder with a `SKILL.md`."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

SKILL = Dialect(
    "skill",
    "Agent Skill",
    "https://agentskills.io/specification",
    lambda document: document.file == "skill.md",
    asked=True,
)
