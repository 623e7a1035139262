"""What a file may be by its name alone: a persona's, or a paper of its project."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from persona_docs.reading.discovery.papers import is_paper

SUFFIXES = frozenset(
    {".md", ".mdc", ".mdx", ".markdown", ".prompty", ".toml", ".json", ".jsonc", ".yaml", ".yml", ".csv"}
)
"""What a folder may hold; the dialects tell which of those are personas."""

MODES = frozenset({".roomodes", ".kilocodemodes"})
"""YAML files that are read though their names start with a dot."""

SKILL = "skill.md"
"""The file that makes its folder a skill, in small letters; `https://agentskills.io/specification`."""

_KEPT_WITH_SKILLS = frozenset({"references", "reference", "assets", "resources", "scripts", "templates"})
"""Folders of what a skill works with, as its specification and its readers name them."""

SKIPPED_FOLDERS = frozenset(
    {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "site-packages", "__pycache__"}
)
"""Folders that nobody keeps personas of their own in."""


_WORKFLOWS = frozenset({"workflow.md", "workflow.yaml", "workflow.yml"})
"""Files that make their folder a workflow, whose steps have names and descriptions of their own."""


def is_of_workflow(folder: str, beside: Collection[str]) -> bool:
    """Whether a folder holds the steps of the workflow beside it.

    Args:
        folder: its name.
        beside: the names, in small letters, of what lies in the folder above.

    >>> is_of_workflow("steps-edit", {"workflow.md"}), is_of_workflow("steps", {"notes.md"})
    (True, False)
    """
    word, _, _ = folder.lower().partition("-")
    return word == "steps" and not _WORKFLOWS.isdisjoint(beside)


def is_persona_file(path: str) -> bool:
    """Whether a file of a folder may hold a persona, judged by its name alone.

    >>> is_persona_file("agents/readme-generator.md"), is_persona_file("agents/README.md")
    (True, False)
    """
    written = PurePosixPath(path).name
    name = written.lower()
    if name in MODES:
        return True
    if name.startswith((".", "~", "#")) or name.endswith("~") or is_paper(written):
        return False
    return PurePosixPath(name).suffix in SUFFIXES


def is_kept_with_skills(folder: str) -> bool:
    """Whether a folder holds what skills work with: of one of them, or of all that are beside it.

    >>> is_kept_with_skills(".claude/skills/shared/references"), is_kept_with_skills("agents/references")
    (True, False)
    """
    *above, name = folder.lower().split("/")
    return name in _KEPT_WITH_SKILLS and "skills" in above
