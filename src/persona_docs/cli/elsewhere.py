"""Finds folders of personas outside the places of products, by how their files begin or are named."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from persona_docs.folding import natural
from persona_docs.options import Limits
from persona_docs.reading.discovery.filenames import (
    SKILL,
    SKIPPED_FOLDERS,
    is_of_workflow,
    is_persona_file,
)
from persona_docs.reading.discovery.opening import bytes_of

_TRIALS = frozenset({"test", "tests", "__tests__", "spec", "specs", "fixtures", "testdata"})
"""Where a project keeps what its own tests read."""

_PAGE, _OURS = "index.html", ".persona-docs-"
"""What tells a site, and a catalog of ours in another form; both repeat what stands elsewhere."""

_TEXTS = (".md", ".mdc", ".mdx", ".markdown", ".prompty")
_FORMS = (".agent.md", ".chatmode.md", ".instructions.md", ".prompt.md", ".prompty", ".mdc")
_SHARE = 0.8  # of a folder's files that say who they are; a folder of documents may hold translations too
_HEAD = 8_192  # bytes of a file that are looked at
_FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)(?:^---|\Z)", re.DOTALL | re.MULTILINE)
_KEYS = (re.compile(rb"^name[ \t]*:", re.MULTILINE), re.compile(rb"^description[ \t]*:", re.MULTILINE))


@dataclass
class _Folder:
    """What is in a folder and below it.

    Attributes:
        files: how many Markdown files.
        personas: how many of those say who they are.
        places: where these are.
    """

    files: int = 0
    personas: int = 0
    places: list[str] = field(default_factory=list)

    def add(self, below: _Folder) -> None:
        self.files += below.files
        self.personas += below.personas
        self.places += below.places


def elsewhere(root: Path, known: Collection[str] = (), products: Sequence[str] = ()) -> tuple[str, ...]:
    """The folders below a project of whose Markdown files four in five say who they are, the topmost of each.

    Files do so by a front matter with a name and a description, or by a name that a product asks for
    (`review.agent.md`); of a skill its `SKILL.md` counts alone. Hidden folders, those of tests and links are
    not looked into, nor are the steps of workflows, sites and exports, and no file right in the project's
    folder counts.

    Args:
        root: the project's folder.
        known: folders that are read anyway, relative to it.
        products: where products keep personas in a project, for projects that stand in this one.
    """
    folders = _looked_through(root, known, products)
    for path in reversed(folders):  # what is below stands behind
        found = folders[path]
        if path and found.personas and found.personas >= _SHARE * found.files:
            found.places = [path]
        if path:
            folders[path.rpartition("/")[0]].add(found)
    return tuple(sorted(folders[""].places, key=natural))


def _looked_through(root: Path, known: Collection[str], products: Sequence[str]) -> dict[str, _Folder]:
    """Every folder by its path, without what is below it."""
    folders: dict[str, _Folder] = {}
    waiting = [""]
    while waiting:
        path = waiting.pop()
        found = folders[path] = _Folder()
        entries = _entries(root / path)
        names = {entry.name.lower() for entry in entries}
        if path and any(name == _PAGE or name.startswith(_OURS) for name in names):
            continue
        if path and SKILL in names:
            found.files = found.personas = 1
            continue
        if path:
            own = [place for place in products if place.partition("/")[0] in names]
            found.places = [f"{path}/{place}" for place in own if (root / path / place).exists()]
        for entry in entries:
            below = f"{path}/{entry.name}" if path else entry.name
            if entry.is_dir(follow_symlinks=False):
                skipped = _is_passed_by(entry.name) or is_of_workflow(entry.name, names)
                if not skipped and below not in known:
                    waiting.append(below)
            elif path and _is_text(entry):
                found.files += 1
                found.personas += _says_who(Path(entry.path))
    return folders


def _is_passed_by(name: str) -> bool:
    return name.startswith(".") or name.lower() in _TRIALS or name in SKIPPED_FOLDERS


def _is_text(entry: os.DirEntry[str]) -> bool:
    named = entry.name.lower().endswith(_TEXTS) and is_persona_file(entry.name)
    return named and entry.is_file(follow_symlinks=False)


def _says_who(file: Path) -> bool:
    if file.name.lower().endswith(_FORMS):
        return True
    data, _ = bytes_of(file, file.name, Limits())
    front = _FRONT.match((data or b"")[:_HEAD])
    return front is not None and all(key.search(front[1]) for key in _KEYS)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
