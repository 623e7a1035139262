"""How what was made of a file is written down: what the file's bytes tell again is left out."""

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
    """What was made of a file as it is kept."""
    source = made.personas[0].source if made.personas else Source("")
    bare = replace(made, personas=tuple(replace(one, source=Source("")) for one in made.personas))
    text = None if source.text == _text(source.data) else source.text
    return packed(_Entry(source.encoding, source.repaired, text, source.masked, bare))


def unpacked_made(content: bytes | None, file: SourceFile, data: bytes) -> Made | None:
    """What was kept of a file with these bytes; `None` where that is nothing, or nothing that can be read."""
    entry = unpacked(_Entry, content)
    if entry is None:
        return None
    text = (_text(data) or "") if entry.text is None else entry.text
    source = Source(file.path, data, entry.encoding, entry.repaired, text, entry.masked)
    return replace(entry.made, personas=tuple(replace(one, source=source) for one in entry.made.personas))


def _text(data: bytes) -> str | None:
    """What the bytes say where nothing is odd about them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None
