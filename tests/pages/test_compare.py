"""The comparison: a row per persona, and those in conflict side by side."""

from __future__ import annotations

from persona_docs.catalog import build_catalog
from persona_docs.options import Options
from persona_docs.pages.compare import compare_page, side_by_side
from persona_docs.pages.page import Site
from persona_docs.pages.texts import texts
from tests.builders import catalog, persona
from tests.pages.reader import outline, read, section

QA = persona("qa", role="Tester", expertise=["Python"], triggers=["/t"])


def test_side_by_side_tells_what_is_shared_from_what_is_not():
    rows = side_by_side(
        [
            persona("a", expertise=["Python", "SQL"], model="opus", category="Build"),
            persona("b", expertise=["python", "Go"], model="opus"),
        ],
        texts("en"),
    )
    values = {
        row.label: (list(map(str, row.shared)), [list(map(str, own)) for own in row.own]) for row in rows
    }
    assert values == {
        "Expertise": (["Python"], [["SQL"], ["Go"]]),
        "Model": (["opus"], []),
        "Category": ([], [["Build"], []]),
    }


def test_those_in_conflict_are_compared_without_scripts_and_the_files_are_named():
    twins = catalog(
        persona("QA", path="a.md", expertise=["Go"]), persona("qa", path="b.md", expertise=["Go", "SQL"])
    )
    site = Site(view_url=lambda path: f"https://example.org/{path}")
    page = compare_page(twins, site)
    assert outline(page.parts)[1:] == [
        (2, "persona-conflicts", "In conflict"),
        (3, "persona-conflict-1", "Several personas are named “QA”"),
    ]
    found = section(page.parts, "persona-conflict-1")
    assert found.words == (
        "Rename all but one, in: a.md:2, b.md:2 QA qa Expertise shared Go Expertise nothing SQL"
    )
    assert ("b.md:2", "https://example.org/b.md") in found.links


def test_a_catalog_without_conflicts_has_no_such_section():
    assert len(outline(compare_page(catalog(QA), Site()).parts)) == 1


def test_the_comparison_leads_back_to_the_catalog_and_its_indexes():
    found = read(compare_page(catalog(QA), Site()).parts)
    assert [href for _, href in found.links[:4]] == ["../", "../triggers/", "../tools/", "../expertise/"]


def test_links_hold_without_directory_urls():
    page = compare_page(catalog(QA), Site(directory_urls=False))
    assert ("qa", "qa.html") in read(page.parts).links


def test_an_empty_catalog_has_no_empty_table():
    found = read(compare_page(catalog(), Site()).parts)
    assert not found.all("table")
    assert "There are no personas here yet." in found.words


def test_the_five_real_files_are_five_rows_without_an_empty_cell_of_expertise(real_files):
    from persona_docs.reading import read as read_sources

    reading = read_sources(Options(sources=("seeds",)), real_files)
    every = build_catalog(reading.personas, reading.findings, Options())
    assert len(every.personas) == 5
    assert all(each.expertise for each in every.personas)
    found = read(compare_page(every, Site()).parts)
    assert len([row for row in found.all("tr") if "data-persona" in row]) == 5
