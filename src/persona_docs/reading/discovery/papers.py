"""Papers of a project: files that tell of it and are nobody's persona, known by their names alone.

Only whole names count: a rule of beginnings would lose `readme-generator.md`.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from persona_docs.reading.text.lang_tags import read_lang

_PAPERS = frozenset(
    {"readme", "contributing", "changelog", "license", "claude", "agents", "code_of_conduct", "index"}
)
_IN_CAPITALS = frozenset(
    {
        *("GEMINI", "QWEN", "WARP", "CODEX", "COPILOT", "CRUSH"),
        *("SECURITY", "CATALOG", "INSTALL", "INSTALLATION", "USAGE"),
        *("MIGRATION", "TROUBLESHOOTING", "ROADMAP", "QUICKSTART", "FAQ", "NOTICE", "SUPPORT", "GOVERNANCE"),
        *("MAINTAINERS", "AUTHORS", "CONTRIBUTORS", "SPONSORS", "SPONSORING"),
        *("EULA", "PRIVACY", "PRIVACY_POLICY", "TERMS", "TERMS_OF_SERVICE", "TERMS_OF_USE"),
        *("API", "REGISTRY", "GLOSSARY", "TERMINOLOGY", "QUICK_START", "MEMORY"),
    }
)
"""In small letters they may be names of personas."""

_OF_A_PART = re.compile(
    r"(?:README|LICENSE|LICENCE|CHANGELOG)[._-][A-Z0-9][A-Z0-9._-]*|[A-Z0-9][A-Z0-9_-]*[_-]README"
)
"""A paper about a part of the project: `README-HOOKS`, `LICENSE-MIT`, `SAILS_README`. Nobody shouts their
persona's name."""

_FORMS = frozenset(
    {"issue_template", "pull_request_template", "merge_request_templates", "discussion_template"}
)
"""Forms that a host has people fill in, and the folders of them; they have names and descriptions too."""

_TRANSLATED = re.compile(r"(?P<name>\w+?)(?P<sign>[._-])(?P<lang>[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)")
_COUNTRIES = frozenset({"cn", "tw", "hk", "jp", "kr", "br", "vn", "cz", "dk", "gr"})
"""What people write for the language of a country."""


def is_paper(name: str) -> bool:
    """Whether a file of this name tells of the project, in whichever language.

    >>> is_paper("README.zh-CN.md"), is_paper("CHANGELOG_JP.md"), is_paper("readme-it.md")
    (True, True, False)
    >>> is_paper("LICENSE-MIT.md"), is_paper("README_generator.md")
    (True, False)
    """
    stem, dot, suffix = name.rpartition(".")
    if not dot or suffix.lower() != "md":
        return False
    if _is_paper(stem) or _OF_A_PART.fullmatch(stem):
        return True
    match = _TRANSLATED.fullmatch(stem)
    if not match or not _is_paper(match["name"]):
        return False
    # A hyphen also joins the words of a persona's name: `agents-hr.md`.
    return (match["sign"] == "." or match["name"].isupper()) and _is_language(match["lang"])


def is_form(path: str) -> bool:
    """Whether a file is a form for issues or changes, as GitHub and GitLab know them by their place.

    >>> is_form(".github/ISSUE_TEMPLATE/bug.yml"), is_form("issue_template.md"), is_form("forms/issue.md")
    (True, True, False)
    """
    file = PurePosixPath(path)
    return not _FORMS.isdisjoint(part.lower() for part in (*file.parts[:-1], file.stem))


def _is_paper(stem: str) -> bool:
    return stem in _IN_CAPITALS or stem.lower() in _PAPERS


def _is_language(tag: str) -> bool:
    return tag.lower() in _COUNTRIES or bool(read_lang(tag))
