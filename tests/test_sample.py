"""The sample catalog is worth reading, and clean but for one deliberate conflict."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from persona_docs.catalog import build_catalog
from persona_docs.configuration import read_configuration
from persona_docs.model import Catalog, ChecklistKind, ConflictKind, Severity, ToolMode, TriggerKind
from persona_docs.pages.select import select
from persona_docs.reading import read

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    options = read_configuration(CHECKOUT / "mkdocs.yml")
    reading = read(options, CHECKOUT)
    return build_catalog(reading.personas, reading.findings, options, CHECKOUT)


def test_there_are_enough_personas_in_enough_dialects_and_two_languages(catalog: Catalog) -> None:
    files = [file for file in (CHECKOUT / "personas").rglob("*") if file.is_file()]

    assert len(catalog.personas) == len(files) >= 14
    assert len({persona.dialect for persona in catalog.personas}) >= 6
    assert sum(persona.lang == "es" for persona in catalog.personas) >= 5


def test_there_is_one_conflict_and_no_other_finding(catalog: Catalog) -> None:
    (conflict,) = catalog.conflicts

    assert (conflict.kind, conflict.value, len(conflict.personas)) == (ConflictKind.TRIGGER, "/review", 2)
    assert {finding.code for finding in catalog.findings} == {"same-trigger"}
    assert {finding.severity for finding in catalog.findings} == {Severity.INFO}


def test_every_persona_says_who_it_is_what_it_knows_and_whom_it_works_with(catalog: Catalog) -> None:
    linked = {link.source for link in catalog.links} | {link.target for link in catalog.links}

    for persona in catalog.personas:
        assert persona.description.value or persona.role.value, persona.id
        assert persona.expertise, persona.id
        assert persona.category.value, persona.id
        assert persona.checklists, persona.id
        assert persona.id in linked, persona.id


def test_it_shows_what_the_catalog_can_do(catalog: Catalog) -> None:
    personas = catalog.personas
    kinds = {checklist.kind for persona in personas for checklist in persona.body.checklists}
    tools = {persona.tools.mode for persona in personas}
    triggers = [trigger for persona in personas for trigger in persona.triggers]

    assert kinds == set(ChecklistKind)
    assert tools >= {ToolMode.LIST, ToolMode.INHERITED, ToolMode.NONE}
    assert any(persona.tools.denied for persona in personas)
    assert any(trigger.help for trigger in triggers)
    assert TriggerKind.COMMAND in {trigger.kind for trigger in triggers}
    assert any(persona.examples for persona in personas)
    assert any(persona.skills for persona in personas)
    assert len({fact.value for persona in personas for fact in persona.model}) >= 6


@pytest.mark.parametrize("page", ["README.md", "docs/index.md"])
def test_pages_that_count_its_personas_count_right(catalog: Catalog, page: str) -> None:
    dialects = ("eight", "nine", "ten")[len({persona.dialect for persona in catalog.personas}) - 8]

    said = f"{len(catalog.personas)} personas in {dialects} dialects"
    assert said in (CHECKOUT / page).read_text(encoding="utf-8")


def test_every_filter_that_the_reference_shows_finds_somebody(catalog: Catalog) -> None:
    text = (CHECKOUT / "docs/reference/directives.md").read_text(encoding="utf-8")
    shown = [yaml.safe_load(each) for each in re.findall(r"\| `(\w+: .+)` \|$", text, re.MULTILINE)]
    filters = [
        {key: each if isinstance(each, list) else [each]} for one in shown for key, each in one.items()
    ]

    assert len(filters) > 9
    assert [each for each in filters if not select(catalog.personas, each)] == [{"tag": ["draft"]}]
