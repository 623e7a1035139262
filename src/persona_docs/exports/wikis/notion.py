"""Notion: a CSV file to import as a database, and a page in Markdown for each persona.

https://www.notion.com/help/import-data-into-notion: a cell with commas becomes a multi-select, so values have
none of their own.
"""

from __future__ import annotations

from persona_docs.exports import table
from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.wiki import Names, Wiki
from persona_docs.exports.wikis.wiki_pages import pages
from persona_docs.exports.writing.flavour import Flavour

WIKI = Wiki(flavour=Flavour(alerts=False))


def export(given: Given) -> Files:
    """`personas.csv`, and the pages as in the export `markdown`."""
    t = given.texts
    heads = [table.safe(t(f"field.{name}")) for name in table.HEADS]
    rows = (
        [", ".join(map(_choice, cell)) for cell in table.cells(each, t)] for each in given.catalog.personas
    )
    return {"personas.csv": table.dumped([heads, *rows]), **pages(given, WIKI, Names(given, WIKI))}


def _choice(value: str) -> str:
    return table.safe(value.replace(",", ";"))
