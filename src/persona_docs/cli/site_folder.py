"""The folder that `persona-docs build` fills: what it made there goes, what anybody else put there stays.

A folder that is there stays the same one: it may be where somebody stands, or where a disk is mounted, and
neither can be moved away.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from persona_docs.reporting.escape import visible

MARK = ".persona-docs-site"
"""The file that names what this command made of a folder, and may make anew."""

UNFINISHED = "unfinished"
"""The file that tells a folder in which a site is being made, or was when its build was killed."""

_MADE = "made by persona-docs build"
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a system leaves in a folder that somebody looked at."""


def refuse_others(target: Path, directory: Path) -> None:
    """Leave alone what this command did not make.

    Args:
        target: the folder that is to hold the site.
        directory: what it was called.

    Raises:
        ValueError: it holds anything else.
    """
    made = _made(target)
    others = [path for path in _files(target) if path not in made and Path(path).name not in _LITTER]
    if others:
        raise ValueError(
            f"{directory} holds files that `persona-docs build` did not make ({visible(others[0])}); "
            "move them away, or name another folder with -d"
        )


@contextmanager
def making(target: Path) -> Iterator[Path]:
    """Give the path of a site to be made, on the disk of its target; what is left there goes in the end."""
    inside = target.is_dir()
    target.parent.mkdir(parents=True, exist_ok=True)
    folder, prefix = (target, f"{MARK}-") if inside else (target.parent, f".{target.name}-")
    with TemporaryDirectory(prefix=prefix, dir=folder) as working:
        Path(working, UNFINISHED).touch()
        yield Path(working, "site")


def put(made: Path, target: Path) -> None:
    """Put a site that is made where it belongs.

    Until the last file is in its place the mark names those of both sites, so that the next build can go on
    where this one is interrupted.
    """
    new = _files(made)
    if not target.is_dir():
        _write_mark(made, made, new)
        made.rename(target)
        return
    old = _made(target).intersection(_files(target))
    _write_mark(target, made, old.union(new))
    for path in old.difference(new, {MARK}):
        (target / path).unlink()
        _delete_empty((target / path).parent, target)
    for path in new:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).replace(target / path)
    _write_mark(target, made, new)
    for left in _unfinished(target):
        shutil.rmtree(left, ignore_errors=True)


def _made(target: Path) -> set[str]:
    """What the mark names, and the mark."""
    try:
        return {MARK, *json.loads((target / MARK).read_text("utf-8"))[_MADE]}
    except (OSError, ValueError, LookupError, TypeError):
        return {MARK}


def _write_mark(target: Path, made: Path, paths: Collection[str]) -> None:
    """Name what is made, at once: there is never half a mark."""
    (made / MARK).write_text(json.dumps({_MADE: sorted(paths)}), "utf-8")
    (made / MARK).replace(target / MARK)


def _files(folder: Path) -> list[str]:
    """Everything in a folder but the folders in it, and but for what a build has not finished."""
    unfinished = _unfinished(folder)
    found = (each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir())
    return sorted(
        each.relative_to(folder).as_posix() for each in found if unfinished.isdisjoint(each.parents)
    )


def _unfinished(target: Path) -> set[Path]:
    return {each for each in target.glob(f"{MARK}-*") if (each / UNFINISHED).is_file()}


def _delete_empty(folder: Path, top: Path) -> None:
    """Delete a folder in which nothing is left, and those above it likewise."""
    with suppress(OSError):
        while folder != top:
            folder.rmdir()
            folder = folder.parent
