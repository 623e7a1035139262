"""A folder of entries by key, many in one file: making a file takes longer than making what stands in one.

It may be deleted, cut off, written by two builds at once or by another version at any time: an entry is
whole and its own, or it is not there. Nothing in it is ever the only copy of anything.

Nor does it come with a checkout: who sends in personas could send along what shall be said of them. Packs are
files that nobody may write to, and git makes none of those.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
import tempfile
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

_SUFFIX, _PART = ".pack", ".part"  # the latter while it is being written
_OURS = re.compile(r"\d{20}-\d+\.pack|\.\w{8}\.part")
_SUM = 16  # the length of a checksum
_IGNORED = "# Made by persona-docs; may be deleted at any time.\n*\n"
_LENGTH = 8  # of the number that says how long the index is
_MANY = 40
_TIMES = 3
_SPARE = 1_000_000  # bytes
_ABANDONED = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class _Place:
    file: Path
    start: int
    length: int


class Packs:
    """Entries in a folder, in files that are written once, each with its own checksum.

    Args:
        folder: made when the first entry is written; what stands in it is looked up once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._found: dict[str, _Place] | None = None

    def get(self, key: str) -> bytes | None:
        """The entry under a key; `None` where there is none, or none that is whole."""
        place = self._places.get(key)
        if place is None:
            return None
        try:
            with place.file.open("rb", buffering=0) as file:
                file.seek(place.start)
                data = file.read(place.length)
        except OSError:
            return None
        content = data[_SUM:]
        return content if data[:_SUM] == _checksum(key, content) else None

    def has(self, key: str) -> bool:
        """Whether there is something under a key; whether it is whole, `get` tells."""
        return key in self._places

    def known(self) -> Collection[str]:
        """The keys of all entries."""
        return self._places.keys()

    def look_again(self) -> None:
        """Look up once more what stands in the folder; other processes have written to it."""
        self._found = None

    def put(self, entries: Mapping[str, bytes]) -> bool:
        """Keep entries, if that can be: a folder that cannot be written to costs time and nothing else.

        Returns:
            Whether they are kept.
        """
        if not entries:
            return True
        lengths = {key: _SUM + len(content) for key, content in entries.items()}
        index = json.dumps(lengths).encode()
        head = _checksum("", index) + len(index).to_bytes(_LENGTH, "little") + index
        parts = (part for key, content in entries.items() for part in (_checksum(key, content), content))
        file = self.folder / f"{time.time_ns():020}-{os.getpid()}{_SUFFIX}"
        try:
            _prepare(self.folder)
            _write(file, (head, *parts))
        except OSError:
            return False
        self._places.update(_placed(file, len(head), lengths))
        return True

    def shrink(self, used: Collection[str]) -> None:
        """Where others take several times their room, put the entries that were used and the newest into one.

        What was left behind by a build that was cut off goes as well.
        """
        for file in self._files(_PART):
            if time.time() - _stat(file).st_mtime > _ABANDONED:
                _delete(file)
        packs = self._files(_SUFFIX)
        room = _SPARE + sum(place.length for key, place in self._places.items() if key in used)
        if len(packs) <= _MANY and sum(_stat(file).st_size for file in packs) <= _TIMES * room:
            return
        self._found = None  # somebody else may have written one meanwhile
        places = dict(sorted(self._places.items(), key=lambda each: each[1].file.name, reverse=True))
        kept = {}
        for key in sorted(places, key=lambda key: key not in used):
            room -= 0 if key in used else places[key].length
            content = self.get(key) if room >= 0 else None
            if content is not None:
                kept[key] = content
        if self.put(kept):
            for file in packs:
                _delete(file)
        self._found = None

    @property
    def _places(self) -> dict[str, _Place]:
        """Where each entry stands; of several under one key, the latest."""
        if self._found is None:
            self._found = {}
            for file in self._files(_SUFFIX):
                self._found.update(_read(file))
        return self._found

    def _files(self, suffix: str) -> list[Path]:
        """Our files in the folder that end so, the oldest packs first."""
        try:
            return sorted(
                each for each in self.folder.iterdir() if each.suffix == suffix and _OURS.fullmatch(each.name)
            )
        except OSError:
            return []


def _read(file: Path) -> dict[str, _Place]:
    """What stands in a pack, and where; nothing where it is not whole, or not written here."""
    if not _is_written_here(_stat(file)):
        return {}
    try:
        with file.open("rb") as opened:
            total, length = opened.read(_SUM), int.from_bytes(opened.read(_LENGTH), "little")
            index = opened.read(min(length, _stat(file).st_size))
        lengths = json.loads(index) if _checksum("", index) == total else {}
        start = _SUM + _LENGTH + length
        return _placed(file, start, lengths) if start + sum(lengths.values()) == _stat(file).st_size else {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _placed(file: Path, start: int, lengths: Mapping[str, int]) -> dict[str, _Place]:
    places = {}
    for key, length in lengths.items():
        places[key] = _Place(file, start, length)
        start += length
    return places


def _stat(file: Path) -> os.stat_result:
    """What the disk says of a file; of one that is gone, that it is old and empty."""
    try:
        return file.lstat()
    except OSError:
        return os.stat_result((0,) * 10)


def _is_written_here(told: os.stat_result) -> bool:
    """Whether a file did not come with a checkout; where there are no such rights, that cannot be told."""
    return stat.S_ISREG(told.st_mode) and (os.name != "posix" or not told.st_mode & stat.S_IWUSR)


def _delete(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()


def _prepare(folder: Path) -> None:
    """Make a folder that asks not to be committed."""
    ignore = folder / ".gitignore"
    if not os.path.lexists(ignore):
        folder.mkdir(parents=True, exist_ok=True)
        ignore.write_text(_IGNORED, encoding="utf-8")


def _write(file: Path, parts: Iterable[bytes]) -> None:
    """Write a file as a whole: nobody ever sees a part of it under its name."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.writelines(parts)
        if os.name == "posix":  # elsewhere it could not be deleted any more
            Path(name).chmod(stat.S_IRUSR)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _checksum(key: str, content: bytes) -> bytes:
    """What tells a whole entry under its own key; whoever can write to the folder can make one."""
    return blake2b(content, digest_size=_SUM, key=key.encode()[:64]).digest()
