"""Collections of prompts as a table: a persona a row, its name in `act`, its prompt in `prompt`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from persona_docs.codes import finding
from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.keys import normalise_key
from persona_docs.reading.values import Fields, Scalar

_PROMPTS = ("prompt", "systemprompt", "instructions", "body")
_NAMES = ("act", "name", "title", "role")
_FIX = "Close every quote, and write a quote inside quotes twice."


def _rows(document: Document, *, strict: bool) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with its line."""
    table = csv.reader(io.StringIO(document.text, newline=""), strict=strict)
    line = 1
    for row in table:
        if row:
            yield line, row
        line = table.line_num + 1


def _tells_of_personas(keys: Sequence[str]) -> bool:
    """Whether a table with these columns is about personas: prompts, or names with descriptions."""
    return bool({*_PROMPTS} & {*keys}) or bool({*_NAMES} & {*keys} and "description" in keys)


def _read(document: Document) -> tuple[Record, ...]:
    records, error = _records(document, strict=True)
    if not error:
        return records
    records, _ = _records(document, strict=False)
    found = finding("front-matter", f"Not a valid table: {error}", document.path, 1, fix=_FIX)
    first = records[0] if records else Record(Fields(), document.text)
    return (replace(first, findings=(found,)), *records[1:])


def _records(document: Document, *, strict: bool) -> tuple[tuple[Record, ...], str]:
    """A record for each row up to a fault, and that fault; none where the table is about something else.

    One more than may be is enough to tell that they are too many.
    """
    records: list[Record] = []
    try:
        rows = _rows(document, strict=strict)
        _, header = next(rows, (1, []))
        keys = [normalise_key(name) for name in header]
        if _tells_of_personas(keys):
            some = islice(rows, document.limits.personas + 1)
            records += (_record(header, keys, row, line) for line, row in some)
    except csv.Error as error:
        return tuple(records), str(error)
    return tuple(records), ""


def _record(header: Sequence[str], keys: Sequence[str], row: Sequence[str], line: int) -> Record:
    named = next((row[keys.index(k)] for k in _NAMES if k in keys[: len(row)]), "").strip()
    body = next((row[keys.index(k)] for k in _PROMPTS if k in keys[: len(row)]), "")
    pairs = tuple(
        (Scalar(name, 1), Scalar(value, line))
        for name, key, value in zip(header, keys, row, strict=False)
        if key not in _PROMPTS and value.strip()
    )
    return Record(Fields(pairs, line), body, line, key=named or str(line))


PROMPTS = Dialect(
    "prompts-csv",
    "Prompt table",
    "https://github.com/f/prompts.chat",
    lambda document: document.ends(".csv"),
    reader=_read,
)
