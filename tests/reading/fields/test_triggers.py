"""Triggers: commands, mentions, menu codes and keywords, however they are written."""

from __future__ import annotations

import pytest

from persona_docs.reading.fields.triggers import apart, read_triggers, trigger
from persona_docs.reading.front_matter.keys import Entry
from tests.reading.written import NULL, mapping, s, seq


def read(value):
    return [
        (t.value, t.kind.value, t.help) for t in read_triggers([Entry("triggers", value)], lambda *_: None)
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (seq("/dev", "@dev"), [("/dev", "command", ""), ("@dev", "mention", "")]),
        (s("/dev, /api"), [("/dev", "command", ""), ("/api", "command", "")]),
        (s("/dev /api"), [("/dev", "command", ""), ("/api", "command", "")]),
        (s("slow query, deadlock"), [("slow query", "keyword", ""), ("deadlock", "keyword", "")]),
        (s('"slow query"'), [("slow query", "keyword", "")]),
        (seq("/dev - write a feature"), [("/dev", "command", "write a feature")]),
        (seq("*help"), [("*help", "menu", "")]),
        (seq("/ns:plan"), [("/ns:plan", "command", "")]),
        (
            seq(mapping(trigger="CA or fuzzy match on create-architecture", description="[CA] Draw it up")),
            [("CA", "menu", "Draw it up")],
        ),
        (seq(mapping(command="/x", description="Do x")), [("/x", "command", "Do x")]),
        (mapping(review="Look at a change"), [("review", "keyword", "Look at a change")]),
        (seq(mapping(event="file-edit", glob="**/*.ts")), [("**/*.ts", "keyword", "file-edit")]),
        (seq("/dev", "/DEV"), [("/dev", "command", "")]),
        (s("true"), []),
        (NULL, []),
        (seq(), []),
    ],
)
def test_triggers_in_all_their_forms(value, expected):
    assert read(value) == expected


@pytest.mark.parametrize("text", ["/usr/bin", "@scope/package", "me@example.org", "", "/", "@", "x" * 80])
def test_paths_packages_and_sentences_are_no_triggers(text):
    found = trigger(text)
    assert found is None or found.value == text == "me@example.org"  # a word is a word where it was declared


def test_accents_and_scripts_are_letters():
    assert [t[0] for t in read(seq("/diseño", "@开发者"))] == ["/diseño", "@开发者"]


def test_a_mapping_of_lists_calls_with_their_members_and_no_setting():
    value = mapping(
        keywords=seq("research"), command="/find", priority="7", do_not_use_for=seq("mail"), on=mapping(a="b")
    )
    calling, other = apart(Entry("triggers", value))
    assert [t.value for t in read_triggers(calling, lambda *_: None)] == ["research", "/find"]
    assert [entry.key for entry in other] == ["triggers.priority", "triggers.do_not_use_for", "triggers.on"]


def test_when_a_rule_holds_calls_nobody():
    mode = Entry("trigger", s("always_on"))
    assert apart(mode) == ((), (mode,))


@pytest.mark.parametrize("value", [s("7"), seq("a"), mapping(review="Look", priority="7")])
def test_any_other_value_calls_as_it_is(value):
    whole = Entry("metadata.menu", value)
    assert apart(whole) == ((whole,), ())
