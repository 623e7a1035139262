"""Which part of a catalog a page is made from: that alone tells when the page changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.gathering.gather import gather
from persona_docs.model import Catalog
from persona_docs.options import Options
from persona_docs.pages import plan, render
from persona_docs.pages.around import around, bare
from persona_docs.pages.page import Site
from persona_docs.pages.persona import persona_page
from tests.builders import persona

SITE = Site(view_url=lambda path: f"https://example.org/{path}", edit_url=lambda path: None)


def test_whoever_has_nothing_to_do_with_it_is_left_out():
    here, other, stranger = (persona(name, triggers=triggers) for name, triggers in NAMES.items())
    catalog = build_catalog([here, other, stranger], (), Options())
    assert [one.id for one in around(here, catalog).personas] == [here.id, other.id]


NAMES = {"here": ["/x"], "other": ["/x"], "stranger": ["/y"]}


@pytest.fixture(scope="module")
def catalog(real_files: Path) -> Catalog:
    options = Options(sources=("seeds", "wild"))
    reading = gather(options, real_files).reading
    return build_catalog(reading.personas, reading.findings, options, real_files, alone=False)


def test_real_pages_made_from_a_part_are_those_made_from_all(catalog: Catalog):
    different = [
        one.id
        for one in catalog.personas
        if persona_page(one, around(one, catalog), SITE) != persona_page(one, catalog, SITE)
    ]
    assert different == []


def test_real_pages_of_all_personas_show_no_text_of_any_and_findings_where_they_say_so(catalog: Catalog):
    seen = replace(catalog, personas=tuple(map(bare, catalog.personas)))
    unseen = replace(seen, findings=())
    of_all = [one for one in plan(catalog, SITE) if not one.persona]
    different = [
        one.name
        for one in of_all
        if render(one, seen if one.findings else unseen, SITE) != render(one, catalog, SITE)
    ]
    assert (len(of_all), different) == (7, [])
