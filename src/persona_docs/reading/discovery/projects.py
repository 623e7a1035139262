"""A project that is read whole: beside personas it holds notes, and no name tells one from the other."""

from __future__ import annotations

import os
import re
from pathlib import Path

_SIGNS = (
    *(".git", ".hg", ".svn", "mkdocs.yml", "pyproject.toml", "setup.py", "package.json", "Cargo.toml"),
    *("go.mod", "pom.xml", "build.gradle", "build.gradle.kts", "Gemfile", "composer.json"),
)
"""What stands in a project's own folder, and in none below it that people keep personas in."""

_FOR_MODELS = frozenset(
    {
        *("personas", "agents", "subagents", "droids", "roles", "modes", "chatmodes", "skills"),
        *("commands", "prompts", "rules", "instructions", "workflows", "styles", "agent", "command"),
    }
)
"""Words in the names of folders that are made for what a model reads."""

_FOR_TOOLS = frozenset(
    {
        *(
            ".github",
            ".gitlab",
            ".changeset",
            ".claude-plugin",
            ".devcontainer",
            ".husky",
            ".idea",
            ".vscode",
        ),
        *(".storybook", ".vitepress", ".cache", ".data", ".docs", ".tmp"),
    }
)
"""Folders of products, and of nobody's, that hold no personas but in folders that say so."""

_BETWEEN = re.compile(r"[-_. ]")


def is_project(folder: Path) -> bool:
    """Whether a folder is a project's own, and does not itself stand for personas: `agents`, `.claude`."""
    if folder.name.startswith(".") or folder.name.lower() in _FOR_MODELS:
        return False
    return any(os.path.lexists(folder / sign) for sign in _SIGNS)


def is_home(*folders: str) -> bool:
    """Whether any of these folders is made for personas, or is a product's.

    >>> is_home("docs", "system-prompts"), is_home(".ai", "x"), is_home("docs", "agent_notes")
    (True, True, False)
    >>> is_home(".github", "agents"), is_home(".github", "docs"), is_home(".data", "scans")
    (True, False, False)
    """
    return any(_is_a_products(folder) or _is_named_so(folder.lower()) for folder in folders)


def _is_a_products(folder: str) -> bool:
    return folder.startswith(".") and folder.lower() not in _FOR_TOOLS


def _is_named_so(name: str) -> bool:
    several = (word for word in _BETWEEN.split(name) if word.endswith("s"))
    return name in _FOR_MODELS or not _FOR_MODELS.isdisjoint(several)
