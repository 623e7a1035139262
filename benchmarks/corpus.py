"""The same files for every site generator: real personas, repeated under new names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

SAMPLE = Path(__file__).parent.parent / "personas"
_SUFFIXES = {".md", ".mdc"}
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_NAME = re.compile(r"^(name:[ \t]*)(['\"]?)([^'\"\n]+?)\2[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """A persona file of the corpus.

    Attributes:
        path: where it lies below the folder of all.
        text: all of it.
        body: its Markdown, what a generator that knows nothing of personas can make a page of.
    """

    path: str
    text: str
    body: str


def originals() -> tuple[tuple[str, str], ...]:
    """Paths and texts of the files in `PERSONA_DOCS_REAL_FILES`, or of the sample personas."""
    top = Path(os.environ.get("PERSONA_DOCS_REAL_FILES") or SAMPLE)
    files = sorted(file for file in top.rglob("*") if file.suffix in _SUFFIXES and file.parent != top)
    texts = ((file.relative_to(top).as_posix(), file.read_bytes()) for file in files)
    return tuple((path, data.decode("utf-8", "replace").replace("\r\n", "\n")) for path, data in texts)


def corpus(size: int) -> Iterator[Text]:
    """So many files; no two are alike, so that nobody who keeps what was made once has an easy time."""
    found = originals()
    for n in range(size):
        path, text = found[n % len(found)]
        again = n // len(found)
        if again:
            path, text = f"again-{again}/{path}", _renamed(text, again)
        front = _FRONT.match(text)
        yield Text(path, text, text[front.end() :] if front else text)


def _renamed(text: str, again: int) -> str:
    """The text under another name, and different in its last line too."""
    front = _FRONT.match(text)
    head = text[: front.end()] if front else ""
    named = _NAME.sub(lambda found: f"{found[1]}{found[2]}{found[3]}-{again}{found[2]}", head, count=1)
    return f"{named}{text[len(head) :].rstrip()}\n\nThis is revision {again}.\n"


def page(path: str) -> str:
    """Where a generator that knows only Markdown files finds the same file; dot folders lose their dot."""
    parts = (part.lstrip(".") for part in PurePosixPath(path).with_suffix(".md").parts)
    return "/".join(parts).replace("README", "readme-file")
