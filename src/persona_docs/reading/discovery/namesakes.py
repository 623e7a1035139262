"""Personas that bear the name of a paper: a command `changelog` is called so because of what it does."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from persona_docs.options import Limits
from persona_docs.reading.discovery.opening import bytes_of

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"""^name:[ \t]*["']?(?:[\w-]+[:/])*([\w-]+)["']?[ \t\r]*$""", re.MULTILINE)
_SAYS_WHAT = re.compile(r"^description:", re.MULTILINE)
OF_PAGES = ("title", "layout")
"""What pages of a site have where personas have a name."""

_OF_A_PAGE = re.compile(rf"^(?:{'|'.join(OF_PAGES)}):", re.MULTILINE)
_HEAD = 4096  # characters, in which a front matter is looked for
_CALLED = frozenset({"command", "commands", "prompts", "workflows"})


def is_namesake(file: Path, path: str, limits: Limits) -> bool:
    """Whether a file with the name of a paper is a persona after all.

    So is one that its front matter calls by that name, and one among commands that says what it does and has
    no title as pages have, or that lies where a product looks for its commands. A `README.md` is always a
    paper: only names in small letters are called.

    Args:
        file: where it is.
        path: its source path.
        limits: how much of it may be read.
    """
    pure = PurePosixPath(path)
    stem, folders = pure.stem, pure.parts[:-1]
    if stem != stem.lower() or stem == "readme":
        return False
    called = not _CALLED.isdisjoint(folders)
    if called and any(part.startswith(".") and part.strip(".") for part in folders):
        return True
    data, _ = bytes_of(file, path, limits)
    front = _FRONT.match((data or b"").decode(errors="replace")[:_HEAD])
    if not front:
        return False
    name = _NAME.search(front[1])
    if name:
        return name[1] == stem
    return called and bool(_SAYS_WHAT.search(front[1])) and not _OF_A_PAGE.search(front[1])
