"""Which paths an export may write: relative ones, inside its folder, that every disk can hold."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from persona_docs.folding import caseless
from persona_docs.reading.discovery.exported import OWN

Files = Mapping[str, bytes]
"""An export: contents by relative path, with forward slashes."""

_PART = re.compile(r"[^\x00-\x1f\x7f<>:\"/\\|?*]{1,200}")
_VERSIONS = re.compile(r"\.git|\.hg|\.svn|git~\d+", re.IGNORECASE)
"""Where a clone keeps its history, a password, and programs that git runs; the last is a short name of it."""


def checked(path: str) -> str:
    """A path that may be written, as it is.

    Raises:
        ValueError: it is absolute, leaves the folder, or cannot be a file everywhere.
    """
    parts = path.split("/")
    if any(not _PART.fullmatch(part) or part.endswith((" ", ".")) for part in parts):
        raise ValueError(f"an export may not write {path!r}")
    if any(_VERSIONS.fullmatch(_seen(part)) for part in parts):
        raise ValueError(f"an export may not write {path!r}: that belongs to the version control")
    if parts[0].startswith(OWN):
        raise ValueError(f"{path!r} is a name that exports keep their books under")
    return path


def _seen(part: str) -> str:
    """A name without the signs that some disks leave out when they compare names."""
    return part if part.isascii() else "".join(sign for sign in part if unicodedata.category(sign) != "Cf")


def distinct(paths: Iterable[str]) -> None:
    """See that no two paths are one file on a disk that ignores case or Unicode forms.

    Raises:
        ValueError: two are.
    """
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(caseless(path), path)
        if other != path:
            raise ValueError(f"{other!r} and {path!r} are one file on some disks")


def plain_file(folder: Path, path: str) -> Path:
    """The file behind a path, which need not be there; nothing on its way is a link.

    Raises:
        ValueError: a folder on the way or the file itself is a link, or is something else.
    """
    place = folder
    parts = PurePosixPath(checked(path)).parts
    for part in parts:
        place /= part
        try:
            mode = place.lstat().st_mode
        except FileNotFoundError:
            break
        except NotADirectoryError:
            raise ValueError(f"{place.parent} is no folder") from None
        if stat.S_ISLNK(mode):
            raise ValueError(f"{place} is a link; an export writes through none")
        if not (stat.S_ISREG(mode) if place == folder.joinpath(*parts) else stat.S_ISDIR(mode)):
            raise ValueError(f"{place} is in the way of {path}")
    return folder.joinpath(*parts)
