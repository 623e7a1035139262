"""An export brought into a folder: only what changed is written, only what an export wrote is removed.

What the user changed, or had there before, stays as it is and is told. How it survives being killed is
described in `journal`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from persona_docs.exports.folder import journal, manifest
from persona_docs.exports.folder.journal import Step, pending
from persona_docs.exports.folder.lock import locked
from persona_docs.exports.folder.paths import Files, checked, distinct, plain_file

__all__ = ["Change", "Fate", "compare", "pending", "write"]


class Fate(StrEnum):
    """What becomes of a file.

    `foreign`: it was there before any export, and stays; `edited`: somebody changed what an export wrote, and
    it stays.
    """

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    EDITED = "edited"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Change:
    """A file that is not as the export has it.

    Attributes:
        path: relative to the folder.
        fate: what becomes of it.
        before: its content now, `None` where it is not there.
        after: its content in the export, `None` where it is not part of it.
    """

    path: str
    fate: Fate
    before: bytes | None
    after: bytes | None


def compare(folder: Path, name: str, files: Files) -> tuple[Change, ...]:
    """How a folder differs from an export, by path.

    Args:
        folder: it need not be there.
        name: of the format; several can share a folder.
        files: what it should hold.

    Raises:
        ValueError: a path may not be written, belongs to another format, or lies behind a link.
    """
    known = manifest.read(folder)
    mine = known.get(name, {})
    distinct(files)
    for other, theirs in known.items():
        if other != name and (shared := sorted(files.keys() & theirs.keys())):
            raise ValueError(f"{folder / shared[0]} belongs to the export {other}; choose another folder")
    return tuple(_changes(folder, mine, files))


def write(folder: Path, name: str, files: Files) -> tuple[Change, ...]:
    """Make a folder what an export wants it to be.

    Returns:
        What was different; the edited and the foreign still are.

    Raises:
        ValueError: as in `compare`, or somebody else is exporting there.
        OSError: the disk refuses; the next call goes on from there.
    """
    for path in files:
        checked(path)
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        journal.finish(folder)
        changes = compare(folder, name, files)
        known = manifest.read(folder)
        formats = {**known, name: _remembered(known.get(name, {}), files, changes)}
        steps = [
            Step(each.path, "" if each.before is None else manifest.digest(each.before), each.after)
            for each in changes
            if each.fate not in (Fate.EDITED, Fate.FOREIGN)
        ]
        if steps or formats[name] != known.get(name, {}):
            journal.begin(folder, steps, formats)
            journal.finish(folder)
    return changes


def _changes(folder: Path, mine: manifest.Written, files: Files) -> Iterator[Change]:
    for path in sorted({*files, *mine}):
        file, after = plain_file(folder, path), files.get(path)
        before = file.read_bytes() if file.exists() else None
        if before is None:
            if after is not None:
                yield Change(path, Fate.NEW, None, after)
            continue
        there = manifest.digest(before)
        if after is not None and there == manifest.digest(after):
            continue
        if path not in mine:
            yield Change(path, Fate.FOREIGN, before, after)
        elif there != mine[path]:
            yield Change(path, Fate.EDITED, before, after)
        else:
            yield Change(path, Fate.GONE if after is None else Fate.CHANGED, before, after)


def _remembered(mine: manifest.Written, files: Files, changes: tuple[Change, ...]) -> dict[str, str]:
    """The hashes to remember: an edited file keeps that of what was written, so that it is told again."""
    fates = {each.path: each.fate for each in changes}
    hashes = {path: manifest.digest(data) for path, data in files.items() if fates.get(path) != Fate.FOREIGN}
    edited = {path: mine[path] for path, fate in fates.items() if fate is Fate.EDITED and path in files}
    return {**hashes, **edited}
