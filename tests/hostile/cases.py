"""All cases of all tables, each with the table's name before its own."""

from __future__ import annotations

from tests.hostile import (
    encodings,
    front_matter,
    hidden_text,
    html_script,
    includes,
    names,
    secrets,
    time_and_memory,
    values,
)
from tests.hostile.case import Case

TABLES: dict[str, tuple[Case, ...]] = {
    "html": html_script.CASES,
    "front matter": front_matter.CASES,
    "time": time_and_memory.CASES,
    "names": names.CASES,
    "encodings": encodings.CASES,
    "values": values.CASES,
    "includes": includes.CASES,
    "hidden": hidden_text.CASES,
    "secrets": secrets.CASES,
}

ALL = tuple((f"{table}: {case.name}", case) for table, cases in TABLES.items() for case in cases)
