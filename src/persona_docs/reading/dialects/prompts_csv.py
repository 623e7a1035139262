"""Collections of prompts as a table: a persona a row, its name in `act`, its prompt in `prompt`.

Others have a column for each thing that tells who somebody is: `role`, `identity`, `principles`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from persona_docs.codes import finding
from persona_docs.reading.dialects.dialect import Dialect, Record
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.dialects.prompts import PROMPTS as KEYS
from persona_docs.reading.dialects.prompts import SPOKEN, prompt_of
from persona_docs.reading.front_matter.keys import normalise_key
from persona_docs.reading.front_matter.values import Fields, Scalar

_PROMPTS = (*(key for key in KEYS if key != "messages"), "body")
_TELLING = frozenset(_PROMPTS) - {"system"}  # which may be what a game runs on
_WHO = frozenset({*SPOKEN, "role"})
_NAMES = ("act", "name", "title", "displayname", "role")
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
    """Whether a table with these columns is about personas: prompts, or names with who they are.

    Anything has a name and a description, and people who are no personas have a role besides a name.
    """
    said = _WHO.intersection(keys)
    named = not {*_NAMES[:-1]}.isdisjoint(keys)
    return not _TELLING.isdisjoint(keys) or (
        named and bool(said) and len(said | {"description"} & {*keys}) > 1
    )


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
    fields = Fields(tuple(_cells(header, row, line)), line)
    prompt = prompt_of(fields, _PROMPTS)
    others = Fields(tuple(cell for cell in fields if cell[0] not in prompt.keys), line)
    key, first = named or str(line), prompt.parts[0].value if prompt.parts else None
    if len(prompt.parts) == 1 and isinstance(first, Scalar) and prompt.body == first.text.strip("\n"):
        start = first.line + len(first.text) - len(first.text.lstrip("\n"))
        return Record(others, prompt.body, start, key=key)
    return Record(others, prompt.body, line, exact=not prompt.body, key=key)


def _cells(header: Sequence[str], row: Sequence[str], line: int) -> Iterator[tuple[Scalar, Scalar]]:
    """The cells of a row that hold something, by their columns, each with the line it starts on."""
    for name, value in zip(header, row, strict=False):
        if value.strip():
            yield Scalar(name, 1), Scalar(value, line)
        line += value.count("\n")


PROMPTS = Dialect(
    "prompts-csv",
    "Prompt table",
    "https://github.com/f/prompts.chat",
    lambda document: document.ends(".csv"),
    reader=_read,
)
