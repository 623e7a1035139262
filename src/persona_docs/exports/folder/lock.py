"""One export at a time in a folder.

The operating system holds the lock, so it goes with the process that has it, however that ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from persona_docs.reading.discovery.exported import OWN

NAME = f"{OWN}.lock"
"""Its name; the file is there only while an export runs, or after one was ended."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Within, nobody else exports into the folder.

    Raises:
        ValueError: somebody does, or the lock cannot be a file.
    """
    file = folder / NAME
    while True:
        number = _open(file)
        if not _acquire(number):
            os.close(number)
            raise ValueError(f"another export is writing to {folder}; wait until it is done")
        if _is(file, number):
            break
        os.close(number)  # the one before us has just removed the file that we waited for
    try:
        yield
    finally:
        if sys.platform == "win32":
            os.close(number)  # an open file cannot be removed there
            with suppress(OSError):
                file.unlink()
        else:
            file.unlink(missing_ok=True)
            os.close(number)


def _open(file: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        return os.open(file, flags, 0o644)
    except OSError as error:
        raise ValueError(f"{file} cannot be written: {error.strerror}") from error


def _is(file: Path, number: int) -> bool:
    """Whether the open file is still the one under the name."""
    with suppress(OSError):
        return os.path.samestat(file.lstat(), os.fstat(number))
    return False


if sys.platform == "win32":
    import msvcrt

    def _acquire(number: int) -> bool:
        with suppress(OSError):
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
            return True
        return False

else:
    import fcntl

    def _acquire(number: int) -> bool:
        with suppress(OSError):
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
