"""Numbers count as such wherever people see a list."""

from __future__ import annotations

import pytest

from persona_docs.folding import natural
from tests.builders import catalog, persona

MADE = catalog(
    *(persona(f"p{n}", triggers=[f"/p{n}", "/all"], expertise=[f"Level {n}"]) for n in (10, 2, 1, 33))
)


def test_of_files_and_owners():
    assert [one.name.value for one in MADE.personas] == ["p1", "p2", "p10", "p33"]
    owners = next(term.personas for term in MADE.triggers if term.value == "/all")
    assert owners == MADE.conflicts[0].personas == ("p1.md", "p2.md", "p10.md", "p33.md")


def test_of_terms():
    assert [term.value for term in MADE.triggers] == ["/all", "/p1", "/p2", "/p10", "/p33"]
    assert [term.value for term in MADE.expertise] == ["Level 1", "Level 2", "Level 10", "Level 33"]


def test_of_findings():
    told = [each.path for each in MADE.findings if each.code == "same-trigger"]
    assert told == ["p1.md", "p2.md", "p10.md", "p33.md"]


def test_addresses_do_not_follow_it_so_that_they_stay():
    made = catalog(persona("Ada", path="p2.md"), persona("ada", path="p10.md"))
    assert [(one.id, one.slug) for one in made.personas] == [("p2.md", "p2"), ("p10.md", "ada")]


@pytest.mark.parametrize(
    "texts",
    [
        ["01", "1", "1a", "2", "10", "a", "a 3", "a-1", "a.1", "a1", "a1b2", "a1b10", "A2", "ab"],
        ["部门2", "部门10", "部门١١"],
        ["p" + "9" * 5_000, "p1" + "0" * 5_000],
        ["", "-", "1", "²"],
    ],
    ids=["mixed", "other scripts", "too long to count with", "odd"],
)
def test_of_any_text(texts):
    assert sorted(set(texts), key=natural) == texts
