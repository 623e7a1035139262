"""The sources that a user names, on the disk: where each begins, and what of it is a glob."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from persona_docs.folding import nearest
from persona_docs.options import SourceEntry
from persona_docs.reading.discovery.globs import steady_parts
from persona_docs.reading.text.places import quoted


def base_of(source: str, root: Path) -> Path:
    """The folder or file a source starts from: everything before its first wildcard."""
    parts = _parts(source)
    return Path(os.path.normpath(root.joinpath(*parts[: len(parts) - _wild(source, root)])))


def pattern_of(source: str, root: Path) -> tuple[str, ...]:
    """The parts of a source that are a glob; none where it exists as it is written (`[old]`)."""
    parts = _parts(source)
    return parts[len(parts) - _wild(source, root) :]


def watch_paths(sources: Sequence[str | SourceEntry], root: Path) -> tuple[Path, ...]:
    """What live reload has to watch: the folders and files of the sources that exist."""
    paths = (base_of(str(source), root) for source in sources)
    return tuple(dict.fromkeys(path for path in paths if os.path.lexists(path)))


def read_whole(sources: Sequence[str | SourceEntry], root: Path) -> tuple[Path, ...]:
    """The folders that are read whole, where they really are; those that links lead to are left out."""
    bases = (base_of(str(each), root) for each in sources if not _wild(str(each), root))
    return tuple(base.resolve() for base in bases if is_folder(base) and not by_link(base, root))


def by_link(base: Path, root: Path) -> bool:
    """Whether one gets from the root to a folder through a link."""
    way = [each for each in (base, *base.parents) if each != root and each.is_relative_to(root)]
    return any(each.is_symlink() for each in way or [base])


def within(target: Path, folders: Iterable[Path]) -> bool:
    """Whether a path is in one of these folders, or is one of them."""
    return any(target.is_relative_to(folder) for folder in folders)


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; never raises, as `Path.is_dir` does where permission is missing."""
    return os.path.isdir(path)  # noqa: PTH112


def shown(path: Path, root: Path) -> str:
    r"""A path as it is told and kept; bytes of it that are not UTF-8 become `\xff`."""
    try:
        relative = os.path.relpath(path, root)
    except ValueError:  # another drive
        relative = str(path)
    return os.fsencode(relative).decode("utf-8", "backslashreplace").replace(os.sep, "/")


def missing(source: str, root: Path) -> str:
    """What to say of a source that does not exist, with the path that was probably meant."""
    base = base_of(source, root)
    start, name = base, ""
    while not is_folder(start) and start != start.parent:
        start, name = start.parent, start.name
    try:
        names = sorted(entry.name for entry in os.scandir(start))
    except OSError:
        names = []
    meant = nearest(name, names)
    hint = f"; did you mean `{quoted(shown(start / meant, root))}`?" if meant else ""
    return f"There is no `{quoted(source)}` here{hint}"


def _parts(source: str) -> tuple[str, ...]:
    return PurePosixPath(os.path.normpath(Path(source).expanduser()).replace(os.sep, "/")).parts


def _wild(source: str, root: Path) -> int:
    """How many parts at the end of a source are a glob."""
    parts = _parts(source)
    return 0 if os.path.lexists(root.joinpath(*parts)) else len(parts) - len(steady_parts(parts))
