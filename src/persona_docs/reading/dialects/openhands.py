"""OpenHands' microagents, later called skills: guidelines that are loaded when one of their words is said."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

_FOLDERS = (".openhands/microagents", ".openhands/skills", "microagents")

MICROAGENT = Dialect(
    "openhands",
    "OpenHands microagent",
    "https://docs.openhands.dev/openhands/usage/microagents/microagents-overview",
    lambda document: document.under(*_FOLDERS) and document.file != "skill.md",
    {"agent": ""},  # what reads it (`CodeActAgent`), and no persona
)
