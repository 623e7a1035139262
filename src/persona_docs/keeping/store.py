"""A folder of entries by key.

It may be deleted, cut off, written by two builds at once or by another version at any time: an entry is
whole and its own, or it is not there. Nothing in it is ever the only copy of anything.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

SUM = 16
"""The length of a checksum."""

PART = ".part"
"""How the name of a file ends that is being written."""

_IGNORED = "# Made by persona-docs; may be deleted at any time.\n*\n"
_SPARE = 1_000_000  # bytes
_TIMES = 3


@dataclass(frozen=True, slots=True)
class Store:
    """Entries in a folder, each a file with a checksum in front.

    Attributes:
        folder: made when the first entry is written.
    """

    folder: Path

    def get(self, key: str) -> bytes | None:
        """The entry under a key; `None` where there is none, or none that is whole."""
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        content = data[SUM:]
        return content if data[:SUM] == checksum(key, content) else None

    def has(self, key: str) -> bool:
        """Whether there is something under a key; whether it is whole, `get` tells."""
        return (self.folder / key).exists()

    def put(self, key: str, content: bytes) -> None:
        """Keep an entry, if that can be: a folder that cannot be written to costs time and nothing else."""
        with contextlib.suppress(OSError):
            prepare(self.folder)
            write(self.folder / key, (checksum(key, content), content))

    def shrink(self, used: Collection[str]) -> None:
        """Delete the oldest entries that were not used, beyond twice the room of those that were."""
        with contextlib.suppress(OSError):
            with os.scandir(self.folder) as found:
                files = [each for each in found if each.is_file() and each.name != ".gitignore"]
            told = {each.name: each.stat() for each in files}
            room = _SPARE + (_TIMES - 1) * sum(stat.st_size for name, stat in told.items() if name in used)
            for name, stat in sorted(told.items(), key=lambda each: -each[1].st_mtime_ns):
                if name not in used:
                    room -= stat.st_size
                    if room < 0:
                        (self.folder / name).unlink()


def prepare(folder: Path) -> None:
    """Make a folder that asks not to be committed."""
    ignore = folder / ".gitignore"
    if not ignore.exists():
        folder.mkdir(parents=True, exist_ok=True)
        ignore.write_text(_IGNORED, encoding="utf-8")


def write(file: Path, parts: Iterable[bytes]) -> None:
    """Write a file as a whole: nobody ever sees a part of it under its name."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=PART)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.writelines(parts)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def checksum(key: str, content: bytes) -> bytes:
    """What tells a whole entry under its own key; whoever can write to the folder can make one."""
    return blake2b(content, digest_size=SUM, key=key.encode()[:64]).digest()
