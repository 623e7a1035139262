"""What the page on derived facts says is read from a text, is: its example and its lists are tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from persona_docs.model import Persona, RelationKind
from persona_docs.options import Options
from persona_docs.reading import read
from persona_docs.reading.body.checklist_headings import is_checklist_heading
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import concept_of, is_aside
from persona_docs.reading.body.situation_headings import promises_words, refuses, used_thing
from tests.tree import write_tree

PAGE = (Path(__file__).parents[2] / "docs/reference/derived-facts.md").read_text("utf-8")
CONCEPTS = {
    "Role": {Concept.IDENTITY},
    "Expertise": {Concept.EXPERTISE, Concept.CAPABILITIES, Concept.KNOWLEDGE},
    "When": {Concept.ACTIVATES_ON},
    "Triggers": {Concept.COMMANDS, Concept.ACTIVATES_ON},
    "Tools": {Concept.TOOLS},
    "Relations": {Concept.RELATIONS},
}


def part(name: str) -> str:
    return PAGE.split(f"<!-- {name} -->")[1].split(f"<!-- /{name} -->")[0]


def rows(text: str) -> list[tuple[str, ...]]:
    """The rows of the table, each with the first cell of the one above where its own is empty."""
    found: list[tuple[str, ...]] = []
    for line in re.findall(r"^\|(?! Fact|--)(.*)\|$", text, re.MULTILINE):
        first, *others = map(str.strip, line.split("|"))
        found.append((first or found[-1][0], *others))
    return found


@pytest.fixture
def example(tmp_path: Path) -> Persona:
    (text,) = re.findall(r"```markdown\n(.*?)```", part("example"), re.DOTALL)
    (persona,) = read(Options(sources=("p",)), write_tree(tmp_path, {"p/reviewer.md": text})).personas
    return persona


def test_the_example_is_read_as_the_table_says(example: Persona) -> None:
    facts = {
        "Role": (example.role,),
        "Expertise": example.expertise,
        "When": example.activates_on,
        "Triggers": example.triggers,
        "Tools": example.tools.allowed,
    }
    found = [
        (name, each.value, each.where, each.line, each.derived) for name in facts for each in facts[name]
    ]
    (checklist,) = example.body.checklists
    found += [
        ("Relations", each.target, "", each.line, each.kind is RelationKind.MENTIONED)
        for each in example.relations
    ]
    found += [("Checklist", each.text, checklist.title, each.line, True) for each in checklist.items]

    assert all(derived for *_, derived in found)
    told = [
        (name, value, ", ".join(filter(None, (where, f"line {line}"))))
        for name, value, where, line, _ in found
    ]
    assert told == rows(part("example").replace("`", ""))


@pytest.mark.parametrize(
    ("fact", "heading"),
    [
        (fact, heading)
        for fact, named, _ in rows(part("headings"))
        for heading in re.findall(r"`([\w ]+)`", named)
    ],
)
def test_every_heading_it_names_is_known(fact: str, heading: str) -> None:
    if fact == "Checklists":
        assert is_checklist_heading(heading)
    else:
        assert concept_of(heading) in CONCEPTS[fact]
        assert promises_words(heading) == (fact == "Triggers" and heading.startswith("Trigger"))


def test_so_are_those_below_which_nothing_is_read() -> None:
    left = re.findall(r"\"([^\"]+)\"", PAGE.split("## What is left out")[1].split("##")[0].replace("\n", " "))
    assert left[:3] == ["Examples", "Output format", "Template"]
    assert all(map(is_aside, left[:3]))
    assert left[3:6] == ["When not to use", "Exceptions", "Don't use for"]
    assert all(map(refuses, left[3:6]))
    assert left[6:] == ["When to use WebSockets", "Activation"]
    assert used_thing(left[6])
