"""YAML, JSON and TOML files of no product in particular, as long as they hold a persona."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, Document, Record, read_data

_TELLING = (
    "name",
    "title",
    "description",
    "prompt",
    "system_prompt",
    "instructions",
    "agent",
    "role",
    "persona",
)


def _data(document: Document) -> bool:
    return document.ends(".yaml", ".yml", ".json", ".toml", ".roomodes")


def _read(document: Document) -> tuple[Record, ...]:
    """A record, unless the file is about something else (a lock file, a schema)."""
    fields, _ = document.data
    return read_data(document) if fields is None or document.has_any(*_TELLING) else ()


DATA = Dialect("data", "Data file", "https://yaml.org/spec/1.2.2/", _data, reader=_read)
