"""The search entries of a persona: what they hold, in how much room."""

from __future__ import annotations

import json
from html import escape

import pytest

from persona_docs.model import Body, Persona, Section
from persona_docs.pages.prepared import Shelf, prepare
from persona_docs.pages.search import AMONG_MANY, BUDGET, budget_for, entries
from tests.builders import persona


def with_sections(*texts: tuple[str, str], **given) -> Persona:
    sections = tuple(
        Section(title, 2, title.lower().replace(" ", "-"), n, text) for n, (title, text) in enumerate(texts)
    )
    return persona("Backend Engineer", slug="backend-engineer", body=Body(sections=sections), **given)


def size(p: Persona, budget: int = BUDGET) -> int:
    """As the index is written by the search plugin."""
    return len(
        json.dumps(
            [
                {
                    "location": f"personas/{p.slug}/#{entry.anchor}",
                    "title": escape(entry.title),
                    "text": f"<p>{escape(entry.text)}</p><p hidden>{escape(entry.words)}</p>",
                    "tags": entry.tags,
                }
                for entry in entries(p, budget)
            ],
            separators=(",", ":"),
        )
    )


def test_the_page_comes_first_with_its_exact_terms_as_tags():
    page = entries(
        persona(
            "diseño",
            title="Diseñadora",
            role="Lead",
            description="Draws.",
            expertise=["C++"],
            triggers=["/draw"],
        )
    )[0]
    assert (page.anchor, page.title) == ("", "Diseñadora")
    assert (page.text, page.words) == ("Lead. Draws.", "disenadora")
    assert page.tags == ("diseño", "diseno", "/draw", "C++")


def test_a_heading_is_an_entry_with_its_first_line_and_then_its_telling_words():
    p = with_sections(("Rules", "Keep it simple.\nUse PostgreSQL and a queue for it."))
    assert [(e.anchor, e.title, e.text, e.words) for e in entries(p)[1:]] == [
        ("rules", "Rules", "Keep it simple.", "PostgreSQL queue")
    ]


def test_words_that_everybody_uses_come_last():
    p = with_sections(("Rules", "First.\nImplementation of documentation by Kafka and kafka-like queues."))
    assert entries(p)[1].words == "Kafka queues Implementation documentation"


def test_nothing_is_said_twice():
    p = with_sections(
        *((f"Part {n}", "Text.") for n in range(30)),
        ("Load balancing", "Kafka and balancing, for a start."),
        description="Use when a queue is full.",
        activates_on=["a queue is full", "the disk is full"],
        expertise=["Kafka", "Load balancing"],
    )
    page = entries(p)[0]
    assert page.text.startswith("Use when a queue is full. the disk is full. Part ")
    assert "Kafka" not in page.text
    assert "balancing" not in page.text


def test_a_heading_that_is_the_name_again_is_no_entry_of_its_own():
    p = with_sections(("Backend Engineer", "You are calm."))
    assert [entry.title for entry in entries(p)] == ["Backend Engineer"]
    assert "You are calm." in entries(p)[0].text


@pytest.mark.parametrize(
    "word", ["implementación", "implementacion", "Ångström", "angstrom", "ключевой", "日本語が"]
)
def test_a_word_of_the_body_is_found_with_and_without_accents(word):
    text = "First line.\nLa implementación, Ångström; ключевой 日本語が"
    assert word in entries(with_sections(("Rules", text)))[1].words


def test_a_name_without_spaces_is_found_by_its_later_parts_too():
    page = entries(persona("data", title="数据工程师 XR", description="整理。"))[0]
    assert (page.text, page.words) == ("整理。", "据工程师 工程师 程师")


def test_scripts_whose_marks_are_letters_are_left_alone():
    assert entries(with_sections(("ガイド", "हिन्दी")))[1].text == "हिन्दी"


@pytest.mark.parametrize("budget", [BUDGET, AMONG_MANY])
@pytest.mark.parametrize(
    "p",
    [
        with_sections(*((f"Sección {n}", f"palabra{n} razón " * 40) for n in range(300))),
        with_sections(("Rules", " ".join(f"wörd{n}" for n in range(5_000)))),
        with_sections(("見出し", "日本語の本文。" * 500), description="説明" * 2_000, role="役割" * 2_000),
        with_sections(
            expertise=[f"Tërm <{n}>" for n in range(400)], triggers=[f"/cmd-{n}" for n in range(400)]
        ),
        with_sections((" & <x> " * 2_000, "text"), title="T" * 5_000),
        persona("x", slug="x" * 80, role=" ", description="\n"),
    ],
    ids=["many headings", "many words", "cjk", "many terms", "long title", "nothing"],
)
def test_a_persona_stays_within_its_budget(p, budget):
    assert size(p, budget) <= budget + 100  # the outer brackets and a longer folder name
    assert len(entries(p, budget)) >= 1


@pytest.mark.parametrize(
    ("role", "description", "text"),
    [
        ("Reviewer of code", "Finds bugs", "Reviewer of code. Finds bugs."),
        ("Reviewer of code", "A strict reviewer of code and texts!", "A strict reviewer of code and texts!"),
        ("レビュアー", "コードを見る。", "レビュアー。 コードを見る。"),
        ("", "Finds bugs", "Finds bugs."),
    ],
)
def test_role_and_description_are_sentences_and_say_a_thing_once(role, description, text):
    assert entries(persona("x", slug="x", role=role, description=description))[0].text == text


@pytest.mark.parametrize("budget", [BUDGET, AMONG_MANY])
def test_words_fill_the_budget(budget):
    p = with_sections(("Rules", " ".join(f"word{n}x" for n in range(5_000))))
    assert size(p, budget) > budget * 0.9


def test_a_persona_has_less_room_among_many():
    assert (budget_for(300), budget_for(301)) == (BUDGET, AMONG_MANY)
    p = with_sections(("Rules", " ".join(f"word{n}x" for n in range(5_000))))
    among_many = Shelf({p.id: prepare(p, BUDGET)}, budget=AMONG_MANY)
    assert among_many.search(p) == entries(p, AMONG_MANY)


def test_a_word_that_another_begins_with_is_found_in_that():
    text = "First.\nA queue, my queue: quorum, queueing and queues."
    assert entries(with_sections(("Rules", text)))[1].words == "queueing quorum queues"


def test_words_that_the_search_leaves_out_take_no_room():
    text = "First.\nWhich queues there are, and what they will have."
    assert entries(with_sections(("Rules", text)))[1].words == "queues"


def test_the_page_repeats_no_first_line_of_its_text_behind_a_description():
    p = with_sections(
        ("Backend Engineer", "You build backends of all kinds."), description="Builds backends."
    )
    (page,) = entries(p)
    assert (page.text, page.words) == ("Builds backends.", "kinds")


def test_a_word_keeps_its_inner_full_stops_and_not_those_behind_it():
    text = "First line.\nWrite Node.js... for v1.22.3. and C++20. or F#.NET., at 3.14"
    assert entries(with_sections(("Rules", text)))[1].words == "Node.js v1.22.3 F#.NET C++20 3.14 Write"


def test_the_most_telling_words_are_said_first():
    text = "First line.\nplain ordinarily plain plain Kubernetes corazón snake_case plaid\nPLAID Plain"
    words = entries(with_sections(("Rules", text)))[1].words
    assert words == "snake_case corazón plain ordinarily Kubernetes plaid corazon"
