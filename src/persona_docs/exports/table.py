"""The comparison as a table of texts: the same columns, in the same order, as the catalog's own download."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from persona_docs.catalog.terms import tool_name
from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.model import Persona, ToolMode
from persona_docs.pages.brief import title_of
from persona_docs.pages.table import COLUMNS, ticks
from persona_docs.pages.texts import Texts

HEADS = ("name", *COLUMNS)
"""The columns; `field.<name>` is what a reader sees."""

_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def cells(persona: Persona, t: Texts) -> tuple[tuple[str, ...], ...]:
    """A persona's values, several in a cell, one tuple for each column."""
    tools = persona.tools
    names = tuple(dict.fromkeys(filter(None, (tool_name(tool.value) for tool in tools.allowed))))
    mode = (t(f"tools.{tools.mode}"),) if tools.mode is not ToolMode.LIST else ()
    ticked = ticks(persona)
    values = {
        "name": (title_of(persona),),
        "expertise": tuple(fact.value for fact in persona.expertise),
        "tools": names or mode,
        "triggers": tuple(trigger.value for trigger in persona.triggers),
        "role": (persona.role.value,),
        "skills": tuple(fact.value for fact in persona.skills),
        "model": tuple(fact.value for fact in persona.model),
        "category": (persona.category.value,),
        "items": (str(ticked),),
    }
    return tuple(tuple(" ".join(value.split()) for value in values[name]) for name in HEADS)


def safe(value: str) -> str:
    """A cell that no spreadsheet runs: each of its values that starts like a formula gets an apostrophe.

    https://owasp.org/www-community/attacks/CSV_Injection; signs of full width are operators in some. The
    script of the catalog's page does the same.
    """
    return "; ".join(f"'{each}" if _FORMULA.match(each) else each for each in value.split("; "))


def dumped(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows after https://www.rfc-editor.org/rfc/rfc4180, every cell quoted; marked as UTF-8 for Excel."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return f"\ufeff{out.getvalue()}".encode("utf-8", "replace")


def export(given: Given) -> Files:
    """`personas.csv`: what the catalog's page gives as a download."""
    t = given.texts
    heads = [safe(t(f"field.{name}")) for name in HEADS]
    rows = ([safe("; ".join(cell)) for cell in cells(each, t)] for each in given.catalog.personas)
    return {"personas.csv": dumped([heads, *rows])}
