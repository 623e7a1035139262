"""Replaces a file that a command changes, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_bytes(file: Path, data: bytes) -> None:
    """Replace a file's content at once: whoever reads it sees the old or the new, never a part.

    Raises:
        OSError: the file or its folder cannot be written to; the file is as it was.
    """
    target = file.resolve()
    with target.open("r+b"):
        pass  # one that nobody may write to is not replaced behind its owner's back
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
