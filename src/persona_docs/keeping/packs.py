"""A key-value store in a folder, with many entries in one file, because creating files takes longest.

The folder may be deleted, cut off, or written by two builds or two versions at the same time. An entry is
either intact and under its own key, or it counts as missing. Nothing in it is the only copy of anything.

Packs that came with a checkout are not read: whoever sends in personas could send along what is reported of
them. That is why packs are read-only files, which git never creates.
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
    """The entries in a folder: in files that are written once, each entry with a checksum.

    Args:
        folder: is created with the first entry; its index is read once.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._found: dict[str, _Place] | None = None

    def get(self, key: str) -> bytes | None:
        """The entry under a key; `None` where it is missing or damaged."""
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
        """Whether there is an entry under a key; only `get` tells whether it is intact."""
        return key in self._places

    def known(self) -> Collection[str]:
        """The keys of all entries."""
        return self._places.keys()

    def look_again(self) -> None:
        """Read the index again, since other processes have written to the folder."""
        self._found = None

    def put(self, entries: Mapping[str, bytes]) -> bool:
        """Store entries, if possible: a folder that cannot be written to costs time and nothing else.

        Returns:
            Whether they are stored.
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
        """Merge packs, and drop unused entries, when those take several times the room of the used ones.

        Files that an interrupted build left behind are deleted too.

        Args:
            used: the keys of the entries to keep; of the others, the newest stay as long as there is room.
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
        """Where each entry is; of several under one key, the latest."""
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
    """The index of a pack; empty if it is damaged, or was not written on this machine."""
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
    """The status of a file; one that is gone counts as old and empty."""
    try:
        return file.lstat()
    except OSError:
        return os.stat_result((0,) * 10)


def _is_written_here(told: os.stat_result) -> bool:
    """Whether a file is ours and did not come with a checkout; systems without permissions cannot tell."""
    return stat.S_ISREG(told.st_mode) and (os.name != "posix" or not told.st_mode & stat.S_IWUSR)


def _delete(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()


def _prepare(folder: Path) -> None:
    """Create the folder, with a `.gitignore` that keeps it out of commits."""
    ignore = folder / ".gitignore"
    if not os.path.lexists(ignore):
        folder.mkdir(parents=True, exist_ok=True)
        ignore.write_text(_IGNORED, encoding="utf-8")


def _write(file: Path, parts: Iterable[bytes]) -> None:
    """Write a file atomically: no other process sees a part of it under its name."""
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
    """Detects damaged and swapped entries. It is no signature: who can write to the folder can make one."""
    return blake2b(content, digest_size=_SUM, key=key.encode()[:64]).digest()
