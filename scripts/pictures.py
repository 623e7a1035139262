r"""Trees of files as pictures.

A line that starts with `==` opens a file, or makes a symbolic link::

    == personas/backend.md
    ---
    name: backend
    ---
    == personas/elsewhere.md -> ../elsewhere.md

In a text `\xNN` stands for a byte and `\uNNNN` for a character, so that what nobody sees can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_FILE = re.compile(r"^== (?P<path>\S+)(?: -> (?P<target>\S+))?\n", re.MULTILINE)
_ESCAPE = re.compile(r"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")


def files(picture: str) -> Iterator[tuple[str, str, str]]:
    """Path, target of the link or nothing, and text of every file of a picture."""
    opened = list(_FILE.finditer(picture))
    ends = [each.start() for each in opened[1:]] + [len(picture)]
    for each, end in zip(opened, ends, strict=True):
        yield each["path"], each["target"] or "", picture[each.end() : end]


def write(picture: str, root: Path) -> Path:
    """Write the files of a picture below a folder, and return that."""
    for path, target, text in files(picture):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if target:
            file.symlink_to(target)
        else:
            file.write_bytes(to_bytes(text))
    return root


def to_bytes(text: str) -> bytes:
    """What stands in a file."""
    parts = _ESCAPE.split(text)
    pieces = zip(parts[::3], [*parts[1::3], None], [*parts[2::3], None], strict=True)
    return b"".join(
        part.encode() + bytes.fromhex(byte or "") + (chr(int(point, 16)).encode() if point else b"")
        for part, byte, point in pieces
    )


def visible(text: str) -> str:
    """The text with its escapes as readers know them: `⟨200B⟩`."""
    return _ESCAPE.sub(lambda escape: f"⟨{(escape[1] or escape[2]).upper()}⟩", text)
