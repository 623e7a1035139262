"""Opening a file with care: it may be a pipe, a device, a link to a secret, or 6 GB of nothing.

What a file is, is asked after it was opened: between a look and an opening it may have become another.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # whoever found the file has followed its link, and knows where it leads
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes into would wait for ever
)


def bytes_of(file: Path, path: str, limits: Limits) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a regular file that is no link, or `None` and why not.

    Args:
        file: where it is.
        path: its source path, for the findings.
        limits: `limits.file_size` is the most that is read.
    """
    try:
        descriptor = os.open(file, _FLAGS)
    except (OSError, ValueError) as error:
        return None, (unreadable(path, error),)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            message, fix = "It is not a regular file", "Take it out of the sources."
            return None, (finding("unreadable-file", message, path, fix=fix),)
        if status.st_size > limits.file_size:
            return None, (_too_large(path, f"{status.st_size:,}", limits),)
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read(limits.file_size + 1)
    except OSError as error:
        return None, (unreadable(path, error),)
    finally:
        os.close(descriptor)
    if len(data) > limits.file_size:
        return None, (_too_large(path, f"more than {limits.file_size:,}", limits),)
    return data, ()


def unreadable(path: str, error: OSError | ValueError, what: str = "file") -> Finding:
    """The finding for a file or folder that the system does not let us read."""
    why = (error.strerror if isinstance(error, OSError) else None) or "it cannot be opened"
    fix = ""
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        why, fix = "it is a link, or links that lead in a circle", "Put the file itself there."
    return finding("unreadable-file", f"The {what} cannot be read: {why[:1].lower()}{why[1:]}", path, fix=fix)


def _too_large(path: str, size: str, limits: Limits) -> Finding:
    return finding("too-large", f"The file has {size} bytes; the limit is {limits.file_size:,}", path)


def exists(path: Path) -> bool:
    """Whether something stands there; never raises, as `Path.exists` does where a name cannot be one."""
    return os.path.exists(path)  # noqa: PTH110
