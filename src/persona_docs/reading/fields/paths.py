"""What a path tells of the persona at its end: its name, category and language, and for whom it is."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from persona_docs.reading.fields.names import display
from persona_docs.reading.text.lang_tags import LANGUAGES, is_language, read_lang

_SUFFIXES = re.compile(
    r"(?:\.(?:agent|chatmode|prompt|instructions|persona|skill|soul))?\.(?:md|mdc|mdx|markdown|prompty|txt|toml"
    r"|ya?ml|jsonc?|csv)$",
    re.IGNORECASE,
)
_WHOLE_NAMES = frozenset(
    {"skill", "agent", "subagent", "persona", "customize", "agents", "prompt", "rule", "readme", "index"}
)
"""What a file is called whose folder has the name."""

_ORDER = re.compile(r"^\d{1,3}[-_. ]+")
"""A number before a folder's name, which only sorts it."""

_NOWHERE = frozenset({"", ".", ".."})
_COMMANDS = frozenset({"command", "commands"})
_CALLED = {
    **dict.fromkeys((*_COMMANDS, "prompts", "skill", "skills", "workflows"), True),
    **dict.fromkeys(("agent", "agents", "subagents", "rules"), False),
}
"""Whether a folder holds what people call by its name, or what they do not."""

_GENERIC_FOLDERS_WORDS = """
    agent agents subagent subagents sub-agents persona personas skill skills command commands rule
    rules prompt prompts chatmode chatmodes mode modes instructions instruction role roles src lib
    docs doc plugin plugins category categories component components package packages cli-tool cli-agents all
    all-agents bundle bundles collection collections data content assets resources examples example
    samples sample general common default core module modules head main master current latest stable
    draft drafts test tests fixtures reference references dist build out template templates
    shared packs
"""
_GENERIC_FOLDERS = frozenset(_GENERIC_FOLDERS_WORDS.split())
"""Folders that say which kind of file they hold, and not what that is about."""

_AMBIGUOUS_FOLDERS = {"it", "no", "id", "hr", "ms", "ca", "pl", "ar", "da", "et", "ro", "sl", "th"}
"""Languages whose tag may as well be a word, or short for one, where a folder has no other name."""


def stem(path: str) -> str:
    """A file's name without what says only which kind of file it is; the folder of a `SKILL.md`.

    >>> stem("a/db.agent.md"), stem("skills/pdf/SKILL.md"), stem("commands/agent.md"), stem("v4.8-expert.md")
    ('db', 'pdf', 'agent', 'v4.8-expert')
    >>> stem("souls/cook.soul.md")
    'cook'
    """
    file = PurePosixPath(path)
    return file.parent.name if has_own_folder(path) else _bare(file)


def folder_of(path: str) -> PurePosixPath:
    """The folder that a persona stands in, which is above its own for a `SKILL.md`.

    >>> str(folder_of("skills/pdf/SKILL.md")), str(folder_of("skills/pdf.md"))
    ('skills', 'skills')
    """
    file = PurePosixPath(path)
    return file.parent.parent if has_own_folder(path) else file.parent


def has_own_folder(path: str) -> bool:
    """Whether a folder has the name of its file; of a command that is what people type, whatever it is.

    A folder `skill` may be a skill's, since there is one that makes skills; `skills` holds several.

    >>> has_own_folder("rules/mooring/RULE.md"), has_own_folder("rules/rule.md")
    (True, False)
    >>> has_own_folder("skills/SKILL.md"), has_own_folder("commands/skill.md")
    (False, False)
    """
    file = PurePosixPath(path)
    whole, folder = _bare(file).casefold(), file.parent.name
    if whole not in _WHOLE_NAMES or folder in _NOWHERE:
        return False
    if file.name == "SKILL.md" and folder.casefold() != "skills":
        return True
    return folder.casefold() not in _GENERIC_FOLDERS and _COMMANDS.isdisjoint(file.parent.parts)


def named_by_folder(path: str) -> str:
    """A path whose folder has the persona's name, for a file that is called after its kind.

    >>> stem(named_by_folder("crew/ann/SOUL.md"))
    'ann'
    """
    return (PurePosixPath(path).parent / "SKILL.md").as_posix()


def _bare(file: PurePosixPath) -> str:
    return _SUFFIXES.sub("", file.name) or file.name


def read_category(text: str) -> str:
    """A category as people write it: without its order number, in title case.

    >>> read_category("04-quality-security"), read_category("Finanzas")
    ('Quality Security', 'Finanzas')
    """
    bare = _ORDER.sub("", text.strip()).replace("_", "-")
    return display(bare.lower() if bare.isupper() and len(bare) > 5 else bare)


def category_from_path(path: str, source: str = "") -> str:
    """The category that a persona's nearest telling folder below its source gives; nothing where none does.

    >>> category_from_path("kit/plugins/01-design/agents/ux.md", "kit")
    'Design'
    """
    folders = list(folder_of(path).parts)
    for part in PurePosixPath(re.split(r"[*?\[]", source, maxsplit=1)[0]).parts:
        if not folders or folders[0] != part:
            break
        folders.pop(0)
    for folder in reversed(folders):
        bare = _ORDER.sub("", folder)
        telling = bare and bare[0].isalpha() and not re.match(r"v?\d", bare)
        if telling and bare.casefold() not in _GENERIC_FOLDERS and not is_language(bare):
            return read_category(folder)
    return ""


def audience(path: str) -> tuple[str, str]:
    """For whom a file is: the folder of the product that loads it, and the language that its path names.

    >>> audience("shop/.claude/agents/qa.md"), audience("docs/ja/agents/qa.md")
    (('shop/.claude', ''), ('', 'ja'))
    """
    parts = PurePosixPath(path).parts
    end = next((n for n, part in enumerate(parts, 1) if part[0] == "." and part != ".."), 0)
    return "/".join(parts[:end]), lang_from_path(path)


def called_by_name(path: str) -> bool:
    """Whether people call what a file holds by its name, as a command, a skill or a prompt.

    >>> called_by_name(".claude/commands/git/tidy.md"), called_by_name(".claude/agents/tidy.md")
    (True, False)
    """
    file = PurePosixPath(path)
    kinds = (_CALLED.get(part.casefold()) for part in reversed(file.parent.parts))
    return _bare(file).casefold() == "skill" or next((kind for kind in kinds if kind is not None), False)


def lang_from_path(path: str) -> str:
    """The language a file's suffix (`_zh`, `.es`) or folder (`pt-br/`) names, or nothing."""
    pure = PurePosixPath(path)
    match = re.search(r"[._]([A-Za-z]{2}(?:-[A-Za-z]{2,4})?)$", _bare(pure))
    if match and match.group(1).lower() in LANGUAGES:
        return read_lang(match.group(1))
    for folder in reversed(pure.parent.parts):
        if is_language(folder) and folder.lower() not in _AMBIGUOUS_FOLDERS:
            return read_lang(folder)
    return ""
