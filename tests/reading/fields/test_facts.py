"""Values of the front matter as facts, whatever type they were written in."""

from __future__ import annotations

import pytest

from persona_docs.reading.fields.facts import flat, list_facts, text_fact
from persona_docs.reading.fields.models import model_facts, model_settings
from persona_docs.reading.fields.skills import read_skills
from persona_docs.reading.front_matter.keys import Entry
from persona_docs.reading.front_matter.values import Items
from persona_docs.reading.text.phrases import split_top
from tests.reading.written import NULL, mapping, s, seq


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Read, Write", ("Read", "Write")),
        ("Bash(git add, git push), Read", ("Bash(git add, git push)", "Read")),
        ("'a, b', c", ("'a, b'", "c")),
        ("Python; Go · Rust", ("Python", "Go", "Rust")),
        ("1,000 users, 2 teams", ("1,000 users", "2 teams")),
        ("don't split, won't", ("don't split", "won't")),
        ("unclosed (a, b", ("unclosed (a, b",)),
        (" , ,", ()),
        ("", ()),
    ],
)
def test_a_text_is_split_where_nothing_is_open(text, parts):
    assert split_top(text) == parts


@pytest.mark.parametrize(
    ("value", "expected", "complaints"),
    [
        (s("SQL, Python (FastAPI, Django)"), ["SQL", "Python (FastAPI, Django)"], 0),
        (seq("SQL", "Python"), ["SQL", "Python"], 0),
        (seq("SQL", "sql", " SQL "), ["SQL"], 0),
        (s("- SQL\n- Go, and its tools"), ["SQL", "Go, and its tools"], 0),
        (s("'SQL'"), ["SQL"], 0),
        (NULL, [], 0),
        (seq(NULL, "SQL"), ["SQL"], 0),
        (seq(), [], 0),
        (mapping(sql="true", go="false"), ["sql"], 1),
        (seq("SQL", seq("Go", "Rust")), ["SQL", "Go", "Rust"], 1),
        (seq(mapping(name="SQL", level="5")), ["SQL"], 1),
        (seq(mapping(Caching="Redis, Valkey")), ["Caching"], 1),
        (mapping(languages=seq("Python", "Go"), sql="true"), ["Python", "Go", "sql"], 1),
        (mapping(do_not_use=seq("COBOL"), notifications=seq("email")), ["email"], 1),
        (mapping(domains=seq(mapping(name="SQL", level="5"))), ["SQL"], 1),
        (seq(mapping(topic="SQL", level="5"), mapping(topic="Go")), ["SQL", "Go"], 1),
        (s("42"), ["42"], 0),
    ],
)
def test_a_list_of_any_type_becomes_facts(value, expected, complaints):
    said: list[str] = []
    facts = list_facts(Entry("expertise", value), lambda message, _value: said.append(message))
    assert [fact.value for fact in facts] == expected
    assert len(said) == complaints
    assert all(fact.where == "expertise" and not fact.derived for fact in facts)


def test_situations_keep_their_commas():
    entry = Entry("activates_on", s("Slow queries, or locks; A new schema"))
    facts = list_facts(entry, lambda *_: None, sentences=True)
    assert [fact.value for fact in facts] == ["Slow queries, or locks", "A new schema"]


def test_every_item_knows_its_line():
    entry = Entry("expertise", Items((s("SQL", 4), s("Go", 5)), 4))
    assert [fact.line for fact in list_facts(entry, lambda *_: None)] == [4, 5]


@pytest.mark.parametrize(
    ("value", "expected", "complaints"),
    [
        (s("  two\n lines "), "two lines", 0),
        (NULL, "", 0),
        (seq("one", "two"), "one, two", 1),
        (mapping(Use_when="things break"), "", 1),
        (mapping(level="senior", title="Analyst", name="Ada"), "Analyst", 1),
        (mapping(name="Analyst", title=seq("a")), "Analyst", 1),
        (mapping(title=NULL), "", 1),
        (seq(mapping(path="src/", read="true")), "", 1),
    ],
)
def test_a_text_of_any_type_becomes_one_line(value, expected, complaints):
    said: list[str] = []
    assert text_fact(Entry("role", value), lambda m, _v: said.append(m)).value == expected
    assert len(said) == complaints


@pytest.mark.parametrize(
    ("value", "models"),
    [
        (s("opus"), ["opus"]),
        (s("GPT-4.1 | 'gpt-5' | \"Claude Sonnet 4.5\""), ["GPT-4.1", "gpt-5", "Claude Sonnet 4.5"]),
        (seq("gpt-5", "gpt-5"), ["gpt-5"]),
        (NULL, []),
        (mapping(provider="acme", id="gpt-5", temperature="0.4"), ["gpt-5"]),
        (seq(mapping(name="gpt-5"), "opus"), ["gpt-5", "opus"]),
        (mapping(options=mapping(temperature="0.7")), []),
        (mapping(provider="acme", model="opus-3", temperature="0.5", max_tokens="4096"), ["opus-3"]),
    ],
)
def test_models_are_a_list(value, models):
    assert [fact.value for fact in model_facts(Entry("model", value))] == models


def test_a_model_that_is_a_mapping_is_set_by_it():
    value = mapping(
        id="gpt-5", temperature="0.5", maxTokens="900", options=mapping(top_p="1", cache="yes"), params=NULL
    )
    settings, rest = model_settings(Entry("model", value))
    assert [(entry.key, flat(entry.value)) for entry in settings] == [
        ("model.temperature", "0.5"),
        ("model.maxTokens", "900"),
        ("model.options.top_p", "1"),
    ]
    assert flat(rest.value) == "id: gpt-5, options: cache: yes, params:"
    assert model_settings(Entry("model", s("opus"))) == ((), Entry("model", s("opus")))


@pytest.mark.parametrize(
    ("value", "skills", "complaints"),
    [
        (seq("review", "plan"), ["review", "plan"], 0),
        (mapping(review="true", plan=NULL, ship="deny", test="allow"), ["review", "plan", "test"], 1),
        (mapping(paths=seq("one", "two"), review="true"), ["review"], 1),
        (mapping(enabled=mapping(a="true")), [], 1),
        (
            mapping(
                config=seq(
                    mapping(path="/home/ada/skills/review/SKILL.md"),
                    mapping(path=r"C:\skills\plan"),
                    mapping(path="/skills/ship/SKILL.md", enabled="false"),
                    mapping(name="test", path="/skills/other"),
                    mapping(enabled="true"),
                    "loose",
                ),
                bundled="true",
            ),
            ["review", "plan", "test"],
            0,
        ),
    ],
)
def test_skills_are_what_is_named_and_not_how_it_is_set(value, skills, complaints):
    said: list[str] = []
    facts = read_skills(Entry("skills", value), lambda message, _value: said.append(message))
    assert [fact.value for fact in facts] == skills
    assert len(said) == complaints


def test_anything_can_be_shown_in_one_line():
    assert flat(mapping(a=seq("1", "2"), b=mapping(c="x"))) == "a: 1, 2, b: c: x"
