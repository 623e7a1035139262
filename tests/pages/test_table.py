"""A table of personas: a row for each, the columns people choose by, and derived values marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.model import ChecklistKind, Fact, Origin
from persona_docs.options import Options
from persona_docs.pages.links import Links
from persona_docs.pages.page import Site
from persona_docs.pages.table import COLUMNS, table
from persona_docs.pages.texts import texts
from tests.builders import persona
from tests.pages.reader import Reader


def made(*personas, **given):
    every = build_catalog(personas, [], Options())
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
    assert "derived : Derived from “Core skills”, line 7" in words


def test_modes_of_tools_are_said_in_words():
    words = made(persona("a", tools="all"), persona("b", tools=[]), persona("c")).words
    assert all(text in words for text in ("a All tools", "b No tools", "c Inherits all tools"))


def test_a_template_is_not_counted_among_checklist_items():
    lists = tuple(replace(each, kind=ChecklistKind.TEMPLATE) for each in QA.body.checklists)
    template = replace(persona("qa"), body=replace(QA.body, checklists=lists))
    assert made(template, columns=("items",)).words.endswith("qa")


def test_a_value_does_not_run_into_the_mark_behind_it():
    every = build_catalog([persona("qa", role=Fact("Tester", Origin.DERIVED, 3))], [], Options())
    html = table(every.personas, every, Links.of(Site(), "personas/compare.md"), texts("en"))
    assert "Tester <small" in html
