"""Addresses: every persona has one of its own, made of its name, which works everywhere."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_docs.catalog.slugs import RESERVED, assign_slugs, slugify
from persona_docs.folding import caseless
from persona_docs.model import Persona
from tests.builders import catalog, persona


def slugs(*personas: Persona) -> dict[str, str]:
    return {each.id: each.slug for each in catalog(*personas).personas}


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Backend Engineer", "backend-engineer"),
        ("C", "c"),
        ("C#", "c-sharp"),
        ("C++", "c-plus-plus"),
        ("C++ & C# Expert", "c-plus-plus-c-sharp-expert"),
        ("#1 Helper", "1-helper"),
        ("R&D / QA", "r-d-qa"),
        ("🎨 Diseñadora UI", "diseñadora-ui"),
        ("数据分析师", "数据分析师"),
        ("مهندس برمجيات", "مهندس-برمجيات"),
        ("हिन्दी लेखक", "हिन्दी-लेखक"),
        ("Ｆｕｌｌ　Width", "full-width"),
        ("Don’t Panic", "dont-panic"),
        ("_draft", "draft"),
        ("-x-", "x"),
        (".hidden", "hidden"),
        ("trailing. ", "trailing"),
        ("../../etc/passwd", "etc-passwd"),
        (r"..\..\windows", "windows"),
        ("%2e%2e%2fetc", "2e-2e-2fetc"),
        ("a\u200bb\u202ec", "abc"),
        ("☺️", ""),
    ],
)
def test_a_name_becomes_an_address(name, slug):
    assert slugify(name) == slug


@given(st.text(st.characters(codec="ascii")))
def test_plain_text_takes_a_shorter_way_to_the_same(text):
    unseen = "\u200b"  # makes the text one of all scripts, and is dropped
    assert slugify(text, 1_000) == slugify(text + unseen, 1_000)
    assert caseless(text) == caseless(text + unseen)


def test_the_file_the_folder_and_a_number_come_next():
    assert slugs(
        persona("QA", path="a/qa-lead.md"),
        persona("QA", path="b/qa-lead.md"),
        persona("QA", path="c/qa-lead.md"),
        persona("QA", path="c/sub/QA.md"),
        persona("QA", path="d/qa.md"),
        persona("QA", path="d/x/qa.md#other"),
    ) == {
        "a/qa-lead.md": "qa",
        "b/qa-lead.md": "qa-lead",
        "c/qa-lead.md": "c-qa-lead",
        "c/sub/QA.md": "sub-qa",
        "d/qa.md": "d-qa",
        "d/x/qa.md#other": "qa-other",
    }


def test_a_number_is_the_last_resort():
    same = [persona("qa", id=f"qa.md#{n}", path="qa.md") for n in ("QA", "qa", "Qa")]
    assert [each.slug for each in catalog(*same).personas] == ["qa", "qa-qa", "qa-2"]


def test_a_skill_is_called_by_its_folder_and_an_agent_without_its_kind():
    found = slugs(persona("…", path="skills/review/SKILL.md"), persona("…", path=".github/qa.agent.md"))
    assert found == {"skills/review/SKILL.md": "review", ".github/qa.agent.md": "qa"}


def test_a_translation_is_told_by_its_language():
    paths = ("agents/tide.md", "docs/ja-JP/agents/tide.md", "docs/tr/agents/tide.md")
    assert list(slugs(*(persona("tide", path=path) for path in paths)).values()) == [
        "tide",
        "ja-jp-tide",
        "tr-tide",
    ]


def test_a_second_skill_of_that_name_is_told_by_the_folder_its_own_stands_in():
    paths = ("cargo/tide/SKILL.md", "skills/tide/SKILL.md", "tide/SKILL.md")
    assert list(slugs(*(persona("tide", path=path) for path in paths)).values()) == [
        "tide",
        "skills-tide",
        "tide-2",
    ]


def test_nothing_to_make_an_address_of_still_makes_one():
    made = slugs(persona("🤖", path="🤖.md"))["🤖.md"]
    assert made.startswith("persona-")
    assert made == slugs(persona("🤖", path="🤖.md"))["🤖.md"]


@pytest.mark.parametrize("name", ["index", "Search", "404", "CON", "nul", "com1", "README", "Sources"])
def test_reserved_addresses_are_not_given(name):
    assert slugs(persona(name, path="x.md"))["x.md"] == f"{name.lower()}-persona"


def test_a_declared_slug_comes_first():
    assert slugs(persona("Ana", path="x.md", extra={"slug": "qa-lead"})) == {"x.md": "qa-lead"}


def test_long_names_are_cut_by_bytes_and_stay_apart():
    one, other = "漢" * 300, "漢" * 299 + "字"
    found = slugs(persona(one, path="a.md"), persona(other, path="b.md"))
    assert all(len(slug.encode()) <= 80 + 9 for slug in found.values())
    assert len(set(found.values())) == 2


def test_addresses_are_unique_on_every_disk():
    names = ["Straße", "STRASSE", "strasse", "Ångström", "A\u030angstro\u0308m", "ﬁnder", "finder"]
    for order in permutations(names, 3):
        given = assign_slugs([persona(n, path=f"{i}.md") for i, n in enumerate(order)], 80).values()
        assert len({caseless(slug) for slug in given}) == 3


def test_no_input_breaks_the_promises():
    signs = random.Random(7)
    alphabet = "aZ0 .-_/\\#+é\u0301ß漢😀\u200d\ufe0f\u202e\x00%:?"
    personas = [
        persona("".join(signs.choices(alphabet, k=signs.randint(0, 12))), path=f"p{n}.md") for n in range(500)
    ]
    given = assign_slugs(personas, 20)
    assert len({caseless(slug) for slug in given.values()}) == 500
    for slug in given.values():
        assert slug
        assert slug[0] not in "._-"
        assert not set(slug) & set("/\\.%:?# \x00")
        assert caseless(slug) not in RESERVED
