"""Who answers? Every trigger, tool and field of expertise with everyone who has it."""

from __future__ import annotations

import re

from persona_docs.pages.page import Site
from persona_docs.pages.terms import expertise_page, tools_page, triggers_page
from tests.builders import catalog, persona
from tests.pages.reader import outline, read, section


def test_triggers_stand_by_kind_with_what_they_do():
    page = triggers_page(
        catalog(persona("qa", triggers={"/test": "run the tests", "@qa": "", "flaky": ""})), Site()
    )
    assert [words for _, _, words in outline(page.parts)] == ["Triggers", "Commands", "Mentions", "Keywords"]
    assert section(page.parts, "persona-command").words == "/test ¶ qa run the tests"


def test_a_trigger_with_two_owners_is_a_conflict_and_says_which_files_to_change():
    page = triggers_page(
        catalog(
            persona("a", triggers=["/go"]), persona("b", triggers=["/GO"]), persona("c", triggers=["/c"])
        ),
        Site(),
    )
    found = section(page.parts, "persona-command")
    assert "/go ¶ a b conflict Keep it in only one of these files: a.md, b.md" in found.words
    assert found.words.count("conflict") == 1


def test_every_term_has_an_anchor_and_its_owners_are_links():
    every = catalog(persona("a", expertise=["C++", ".NET"]), persona("b", expertise=["c++"]))
    found = read(expertise_page(every, Site()).parts)
    assert {term.anchor for term in every.expertise} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))
    assert [link for link in found.links if link[0] in "ab"] == [
        ("a", "../a/"),
        ("b", "../b/"),
        ("a", "../a/"),
    ]


def test_tools_stand_by_what_they_let_a_persona_do():
    page = tools_page(
        catalog(
            persona("a", tools=["Read", "Bash(git:*)"]),
            persona("b", tools=["Bash"], denied=["Read"]),
            persona("c", tools="all"),
            persona("d"),
            persona("e", tools=[]),
        ),
        Site(),
    )
    assert [words for _, _, words in outline(page.parts)] == [
        "Tools",
        "Read",
        "Execute",
        "All tools",
        "Nothing declared",
        "No tools",
    ]
    assert section(page.parts, "persona-execute").words == "Bash ¶ a git:* b"
    assert section(page.parts, "persona-read").words == "Read ¶ a Denied to: b"
    assert "c" in section(page.parts, "persona-tools-all").words.split()


def test_a_long_index_is_cut_into_letters_with_a_way_to_jump():
    terms = [f"{letter}-{n}" for letter in "ABÉ数1" for n in range(7)]
    page = expertise_page(catalog(persona("a", expertise=terms)), Site())
    assert [words for _, _, words in outline(page.parts)[1:]] == [
        "Symbols and digits",
        "A",
        "B",
        "E",
        "Chinese, Japanese, Korean",
    ]
    found = read(page.parts)
    jumps = [href.removeprefix("#") for _, href in found.links if href.startswith("#persona-letter")]
    assert len(jumps) == 5
    assert set(jumps) <= set(found.ids)


def test_what_most_share_stands_above_a_long_index():
    rare = [f"{letter}-{n}" for letter in "ABÉ" for n in range(12)]
    page = expertise_page(
        catalog(
            persona("a", expertise=[*rare, "Python", "SQL", "Go"]),
            persona("b", expertise=["python", "Go", "SQL"]),
            persona("c", expertise=["Python"]),
        ),
        Site(),
    )
    found = read(page.parts)
    assert "Most common: Python 3 · Go 2 · SQL 2" in found.words
    assert ("Python", "#expertise-python") in found.links
    few = expertise_page(
        catalog(persona("a", expertise=["Python"]), persona("b", expertise=["Python"])), Site()
    )
    assert "Most common" not in read(few.parts).words


def test_so_is_a_long_group_below_its_heading_and_no_other():
    calls = [f"/{letter}-{n}" for letter in "abé1" for n in range(9)]
    page = triggers_page(catalog(persona("a", triggers=[*calls, "@ada", "@bob"])), Site())
    assert [(level, words) for level, _, words in outline(page.parts)[1:]] == [
        (2, "Commands"),
        (3, "Symbols and digits"),
        (3, "A"),
        (3, "B"),
        (3, "E"),
        (2, "Mentions"),
    ]
    found = read(page.parts)
    jumps = [href.removeprefix("#") for _, href in found.links if "-letter-" in href]
    assert jumps == [f"persona-command-letter-{each}" for each in ("signs", "A", "B", "E")]
    assert set(jumps) <= set(found.ids)
    html = "".join(str(part.html) for part in page.parts)
    assert re.findall('<nav aria-label="(.*?)">', html) == ["Jump to", "Jump to: Commands"]


def test_one_letter_is_nothing_to_jump_by():
    calls = [f"/bmad-{n}" for n in range(40)]
    assert len(outline(triggers_page(catalog(persona("a", triggers=calls)), Site()).parts)) == 2


def test_a_short_one_is_a_single_list():
    page = expertise_page(catalog(persona("a", expertise=["Go", "SQL"])), Site())
    assert len(outline(page.parts)) == 1


def test_empty_indexes_say_so():
    every = catalog(persona("a"))
    assert "No persona has a trigger." in read(triggers_page(every, Site()).parts).words
    assert "No persona names its expertise." in read(expertise_page(every, Site()).parts).words
    assert "Nothing declared" in read(tools_page(every, Site()).parts).words


def test_nothing_of_a_file_becomes_markup():
    bad = '"><script>alert(1)</script>'
    every = catalog(
        persona(bad, triggers={f"/x{bad}": bad}, expertise=[bad], tools=[bad, f"Bash({bad})"], denied=[bad])
    )
    for make in (triggers_page, tools_page, expertise_page):
        assert not read(make(every, Site()).parts).all("script")
