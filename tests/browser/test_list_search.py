"""The search of the list: what finds whom, and who comes first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor, site_of
from tests.browser.team import names, search

pytestmark = pytest.mark.browser


def searched(visit: Visitor, site: Site, query: str, said: str) -> Page:
    """The list of a site once it says this of a query."""
    page = visit(site, "personas/")
    search(page, query)
    expect(page.locator(".persona-count")).to_have_text(said)
    return page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("/api", ["API smith"]),
        ("@backend", ["API smith"]),
        ("api", ["API smith", "Net hand"]),  # the trigger first; "rapid" does not start with it
        ("c++", ["API smith"]),
        ("c#", ["Net hand"]),
        (".net", ["Net hand"]),
        ("diseno", ["API smith"]),
        ("INTERFACES build", ["API smith"]),
        ("obsrvability", ["Net hand", "Rapid"]),
        ("obsservability", ["Net hand", "Rapid"]),
        ("abservability", ["Net hand", "Rapid"]),
        ("observx", ["Net hand", "Rapid"]),
        ("pyhton", ["API smith", "Painter"]),
        ("pyhtn", []),  # two mistakes
        ("zen", ["Zen"]),
        ("rapid", ["Rapid"]),
        ("a|b", ["Painter"]),
        ("zzz", []),
    ],
)
def test_the_search_knows_accents_signs_and_one_typo(
    visit: Visitor, team: Site, query: str, found: list[str]
) -> None:
    page = searched(visit, team, query, f"{len(found)} of 5 personas")
    assert names(page) == found


HARBOUR = """
== mkdocs.yml
site_name: Harbour
theme: {name: material, font: false}
plugins: [search, persona-docs]
== docs/index.md
# Home
== personas/a.md
---
name: archivist
title: Archivist
role: Keeps the notes of every code review and of each reviewer
expertise: [Debugging of indexes]
---
== personas/b.md
---
name: code-reviewer
title: Code reviewer
role: Reads changes
---
== personas/c.md
---
name: query-hand
title: Query hand
role: Makes slow pages quick
expertise: [PostgreSQL, Node.js]
---
== personas/d.md
---
name: debugger
title: Debugger
role: Finds out why
---
== personas/e.md
---
name: front
title: Frontend builder
role: Builds what people see
---
"""


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_of("harbour", HARBOUR, tmp_path_factory) as site:
        yield site


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("review code", ["Code reviewer", "Archivist"]),  # in the name before anywhere else, in any order
        ("sql", ["Query hand"]),  # a part of PostgreSQL
        ("nodejs", ["Query hand"]),
        ("node.js?", ["Query hand"]),
        ("front-end", ["Frontend builder"]),
        ("front end", ["Frontend builder"]),
        ("debugging", ["Archivist", "Debugger"]),  # the word itself, then others of its stem
        ("indexing", ["Archivist"]),
    ],
)
def test_the_best_answer_comes_first_however_its_word_is_written(
    visit: Visitor, harbour: Site, query: str, found: list[str]
) -> None:
    page = searched(visit, harbour, query, f"{len(found)} of 5 personas")
    assert names(page) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("who knows sql?", ["Query hand"]),
        ("the one for code reviews", ["Code reviewer", "Archivist"]),
    ],
)
def test_a_question_that_nobody_answers_in_full_finds_who_comes_close(
    visit: Visitor, harbour: Site, question: str, found: list[str]
) -> None:
    said = f"No persona has all of these words; closest: {len(found)}"
    page = searched(visit, harbour, question, said)
    assert names(page) == found
    expect(page.locator(".persona-nothing")).to_be_hidden()
