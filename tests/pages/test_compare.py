"""The comparison: a row per persona, derived values marked, those in conflict side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.model import ChecklistKind, Fact, Origin
from persona_docs.options import Options
from persona_docs.pages.compare import COLUMNS, compare_page, own_lang, side_by_side, table
from persona_docs.pages.links import Links
from persona_docs.pages.page import Site
from persona_docs.pages.texts import texts
from tests.builders import persona
from tests.pages.reader import Reader, outline, read, section


def catalog(*personas):
    return build_catalog(personas, [], Options())


def made(*personas, **given):
    every = catalog(*personas)
    return Reader(table(every.personas, every, Links.of(Site(), "personas/compare.md"), texts("en"), **given))


QA = persona(
    "qa",
    role="Tester",
    expertise=["Python"],
    tools=["Read", "Bash(git:*)"],
    denied=["Write"],
    triggers=["/t"],
    skills=["pdf"],
    model="opus",
    category="Build",
    checklists={"Before": ["a", "b"]},
)


def test_a_row_holds_what_people_choose_by():
    assert made(QA).words == (
        "Every persona with its expertise, tools and triggers "
        "Name Expertise Tools Triggers Role Skills Model Category Checklist items "
        "qa Python Read Execute 2 tools Read Bash(git:*) Not allowed: Write /t Tester pdf opus Build 2"
    )


def test_columns_can_be_chosen_and_an_unknown_one_is_named():
    assert made(QA, columns=("model",)).words.endswith("Name Model qa opus")
    with pytest.raises(ValueError, match=r"'mode'.*expertise, tools"):
        made(QA, columns=("mode",))


def test_heads_and_rows_are_heads_and_the_region_can_be_reached_with_the_keyboard():
    found = made(QA)
    assert [attributes["scope"] for attributes in found.all("th")] == ["col"] * (len(COLUMNS) + 1) + ["row"]
    (region,) = found.all("section")
    assert region["tabindex"] == "0"
    assert region["aria-label"]  # a section with a name is a region


def test_a_derived_value_says_where_it_was_found():
    words = made(persona("qa", expertise=[Fact("Go", Origin.DERIVED, 7, "Core skills")])).words
    assert "derived : Found in the text under “Core skills”, line 7" in words


def test_modes_of_tools_are_said_in_words():
    words = made(persona("a", tools="all"), persona("b", tools=[]), persona("c")).words
    assert all(text in words for text in ("a All tools", "b No tools", "c Inherits all tools"))


def test_a_template_is_not_counted_among_checklist_items():
    lists = tuple(replace(each, kind=ChecklistKind.TEMPLATE) for each in QA.body.checklists)
    template = replace(persona("qa"), body=replace(QA.body, checklists=lists))
    assert made(template, columns=("items",)).words.endswith("qa")


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


@pytest.mark.parametrize(
    ("lang", "site_lang", "own"),
    [("es", "en", "es"), ("en", "en", None), ("en", "en-GB", None), ("pt-BR", "pt", "pt-BR"), ("", "", None)],
)
def test_a_language_is_told_where_it_is_not_the_sites(lang, site_lang, own):
    assert own_lang(persona("qa", lang=lang), Site(lang=site_lang)) == own
