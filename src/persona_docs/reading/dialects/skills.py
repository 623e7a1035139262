"""Agent Skills: a folder with a `SKILL.md`, and those that are a file of their own right in `skills`."""

from __future__ import annotations

from pathlib import PurePosixPath

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document


def _alone(document: Document) -> bool:
    """Whether a file says what it is, right in a folder of skills; Pi takes its name where it has none."""
    if PurePosixPath(document.path).parent.name.lower() != "skills" or not document.has("description"):
        return False
    return document.has("name") or document.under(".pi/skills")


def _in_a_folder(document: Document) -> bool:
    """Whether a file makes its folder a skill; among commands, one in small letters is a command `skill`."""
    file = PurePosixPath(document.path)
    return file.name == "SKILL.md" or (
        document.file == "skill.md" and file.parent.name not in {"command", "commands"}
    )


SKILL = Dialect(
    "skill",
    "Agent Skill",
    "https://agentskills.io/specification",
    _in_a_folder,
    asked=True,
)
FILE = Dialect(
    "skill-file",
    "Skill in a file",
    "https://github.com/badlogic/pi-mono/blob/main/packages/coding-agent/docs/skills.md",
    _alone,
    asked=True,
)
