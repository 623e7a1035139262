"""The form in which the result of a file is cached: whatever the file's bytes give again is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from persona_docs.gathering.making import Made
from persona_docs.keeping.codec import packed, unpacked
from persona_docs.model import Source
from persona_docs.reading.discovery.discover import SourceFile


@dataclass(frozen=True, slots=True)
class _Entry:
    encoding: str
    repaired: str
    text: str | None
    masked: str
    made: Made


def packed_made(made: Made) -> bytes:
    """The result of a file, packed for the cache."""
    source = made.personas[0].source if made.personas else Source("")
    bare = replace(made, personas=tuple(replace(one, source=Source("")) for one in made.personas))
    text = None if source.text == _text(source.data) else source.text
    return packed(_Entry(source.encoding, source.repaired, text, source.masked, bare))


def unpacked_made(content: bytes | None, file: SourceFile, data: bytes) -> Made | None:
    """The result of a file with these bytes; `None` where the entry is missing or cannot be read."""
    entry = unpacked(_Entry, content)
    if entry is None:
        return None
    text = (_text(data) or "") if entry.text is None else entry.text
    source = Source(file.path, data, entry.encoding, entry.repaired, text, entry.masked)
    return replace(entry.made, personas=tuple(replace(one, source=source) for one in entry.made.personas))


def _text(data: bytes) -> str | None:
    """The text of the bytes if they are plain UTF-8, else `None`."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
