"""The names of MCP servers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from persona_docs.reading.front_matter.keys import Entry, pairs
from persona_docs.reading.front_matter.values import Fields, Scalar, Value
from persona_docs.reading.text.phrases import split_top, unquote


def servers(entries: Iterable[Entry]) -> Iterator[tuple[str, int, str]]:
    """The names of MCP servers, with line and key; their settings hold secrets and are left alone."""
    for entry in entries:
        yield from ((name, line, entry.key) for name, line in _servers(entry.value))


def _servers(value: Value) -> Iterator[tuple[str, int]]:
    """The servers of a mapping, whose keys they are, of a text or of a list of such."""
    if isinstance(value, Scalar):
        names = () if value.null else split_top(value.text, ",;\n")
        yield from ((unquote(name), value.line) for name in names)
    elif isinstance(value, Fields):
        yield from ((key.text, key.line) for key, _ in value)
    else:
        for inner in value.values:
            if isinstance(inner, Scalar):
                yield from _servers(inner)
            elif isinstance(inner, Fields) and inner.pairs:
                named = pairs(inner).get("name")
                first = named if isinstance(named, Scalar) else inner.pairs[0][0]
                yield first.text, first.line
