"""Looking for words first finds the same lines as looking at every line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_docs.checks.inclusions import _SIGNS, _WORDS
from persona_docs.checks.instructions import _RULES
from persona_docs.checks.lines import Lines
from persona_docs.model import Body
from persona_docs.reading.body.parsing import parse

WORDS = ("ab", "c", "ba ")
TEXT = st.text("abcABC \n\u0130\u0131", max_size=40)


def plain(text: str) -> str:
    return text.lower().replace("i\u0307", "i").replace("\u0131", "i").replace("\u017f", "s")


@given(TEXT)
def test_lines_are_found_by_their_words(text: str):
    found = [(line.number, line.text) for line in Lines(Body(text, 7)).holding(WORDS)]
    assert found == [
        (n, line) for n, line in enumerate(text.split("\n"), 7) if any(word in line.lower() for word in WORDS)
    ]


@given(TEXT)
def test_lines_are_found_by_their_length(text: str):
    found = [(line.number, line.text) for line in Lines(Body(text, 7)).longer_than(5)]
    assert found == [(n, line) for n, line in enumerate(text.split("\n"), 7) if len(line) > 5]


def test_lines_know_whether_they_are_code():
    body, _ = parse("a\n```\na\n```\na\n\n    a\n", "x.md", 3)
    lines = Lines(body)
    assert [(line.number, lines.is_code(line)) for line in lines.holding(["a"])] == [
        (3, False),
        (5, True),
        (7, False),
        (9, True),
    ]


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.message)
@given(data=st.data())
@settings(max_examples=25)
def test_whatever_a_rule_tells_of_holds_one_of_its_words(rule, data):
    wording = data.draw(st.from_regex(rule.wording))
    # `fetch` alone is no sign of a download: it is a function in every other language
    assert any(word in plain(wording) for word in (*rule.words, "fetch"))


@given(st.from_regex(re.sub(r"\\bon\[.*?=", r"\\bon(?:click|error|keyup)=", _SIGNS.pattern)))
def test_a_line_with_a_sign_of_inclusion_holds_one_of_its_words(line: str):
    assert any(word in plain(line) for word in _WORDS)
