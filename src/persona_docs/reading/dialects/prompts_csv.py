"""Collections of prompts as a table: a persona a row, its name in `act`, its prompt in `prompt`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from persona_docs.codes import finding
from persona_docs.reading.dialects.dialect import Dialect, Document, Record
from persona_docs.reading.keys import normalise_key
from persona_docs.reading.values import Fields, Scalar

_PROMPTS = ("prompt", "systemprompt", "instructions", "body")
_NAMES = ("act", "name", "title", "role")


def _rows(document: Document) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with its line; as many as personas may be."""
    table = csv.reader(io.StringIO(document.text, newline=""))
    line = 1
    for n, row in enumerate(table):
        if n > document.limits.personas:
            return
        if row:
            yield line, row
        line = table.line_num + 1


def _tells_of_personas(keys: Sequence[str]) -> bool:
    """Whether a table with these columns is about personas: prompts, or names with descriptions."""
    return bool({*_PROMPTS} & {*keys}) or bool({*_NAMES} & {*keys} and "description" in keys)


def _read(document: Document) -> tuple[Record, ...]:
    records: list[Record] = []
    try:
        rows = _rows(document)
        _, header = next(rows, (1, []))
        keys = [normalise_key(name) for name in header]
        if not _tells_of_personas(keys):
            return ()
        for line, row in rows:
            named = next((row[keys.index(k)] for k in _NAMES if k in keys[: len(row)]), "").strip()
            body = next((row[keys.index(k)] for k in _PROMPTS if k in keys[: len(row)]), "")
            pairs = tuple(
                (Scalar(name, 1), Scalar(value, line))
                for name, key, value in zip(header, keys, row, strict=False)
                if key not in _PROMPTS and value.strip()
            )
            records.append(Record(Fields(pairs, line), body, line, key=named or str(line)))
    except csv.Error as error:
        found = finding("front-matter", f"Not a valid table: {error}", document.path, 1)
        return (
            (*records, Record(Fields(), document.text, findings=(found,))) if not records else tuple(records)
        )
    return tuple(records)


PROMPTS = Dialect(
    "prompts-csv",
    "Prompt table",
    "https://github.com/f/prompts.chat",
    lambda document: document.ends(".csv"),
    {"role": "role"},
    _read,
)
