"""A persona's page is made from the part of the catalog around it, which alone tells when it changes."""

from __future__ import annotations

from pathlib import Path

from persona_docs.catalog import build_catalog
from persona_docs.gathering.gather import gather
from persona_docs.options import Options
from persona_docs.pages.around import around
from persona_docs.pages.page import Site
from persona_docs.pages.persona import persona_page
from tests.builders import persona

SITE = Site(view_url=lambda path: f"https://example.org/{path}", edit_url=lambda path: None)


def test_whoever_has_nothing_to_do_with_it_is_left_out():
    here, other, stranger = (persona(name, triggers=triggers) for name, triggers in NAMES.items())
    catalog = build_catalog([here, other, stranger], (), Options())
    assert [one.id for one in around(here, catalog).personas] == [here.id, other.id]


NAMES = {"here": ["/x"], "other": ["/x"], "stranger": ["/y"]}


def test_real_pages_made_from_a_part_are_those_made_from_all(real_files: Path):
    options = Options(sources=("seeds", "wild"))
    reading = gather(options, real_files).reading
    catalog = build_catalog(reading.personas, reading.findings, options, real_files, alone=False)
    different = [
        one.id
        for one in catalog.personas
        if persona_page(one, around(one, catalog), SITE) != persona_page(one, catalog, SITE)
    ]
    assert different == []
