"""Files whose name is that of all of their kind, so that their folder has the persona's: `crew/ann/SOUL.md`.

One such file alone does not tell; those of the same name in the folders beside its own do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from persona_docs.reading.discovery.projects import is_home
from persona_docs.reading.text.lang_tags import is_language

_KINDS = frozenset(
    {
        *("description", "specialty", "workflow", "system", "mode", "member", "role", "soul", "identity"),
        *("profile", "character", "rules", "policy", "instructions", "router", "charter", "definition"),
        *("expertise", "spec", "about", "main", "prompt", "skill", "agent", "persona"),
    }
)
"""Names that say what is in a file, and of whom they say nothing."""


def says_kind(path: str) -> bool:
    """Whether a file is named after its kind, and its folder may have the name of a persona.

    >>> says_kind("crew/ann/SOUL.md"), says_kind("crew/ann/_mode.md"), says_kind("agents/soul.md")
    (True, True, False)
    """
    file = PurePosixPath(path)
    folder = file.parent.name
    named = file.suffix.lower() == ".md" and file.stem.lower().strip("_") in _KINDS
    return named and folder not in {"", ".", ".."} and not (is_home(folder) or is_language(folder))


def in_own_folders(paths: Iterable[str]) -> frozenset[str]:
    """The paths of files that stand alone in their folder, and are named as such files beside it are.

    >>> sorted(in_own_folders(["crew/ann/SOUL.md", "crew/ben/SOUL.md", "crew/eve/SOUL.md", "crew/eve/a.md"]))
    ['crew/ann/SOUL.md', 'crew/ben/SOUL.md']
    """
    every = tuple(paths)
    folders = Counter(path.rpartition("/")[0] for path in every)
    alone = [path for path in every if says_kind(path) and folders[path.rpartition("/")[0]] == 1]
    kinds = Counter(map(_kind, alone))
    return frozenset(path for path in alone if kinds[_kind(path)] > 1)


def _kind(path: str) -> tuple[str, str]:
    """What files of one kind have in common: the folder above theirs, and their name."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[0], name
