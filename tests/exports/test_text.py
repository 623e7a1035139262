"""What is decided early about a text: that nothing has to be done is only ever said where nothing is done."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_docs.exports.writing import text
from persona_docs.reading.text import controls, hidden

NEVER = re.compile(r"(?!)")
SIGNS = "aW ww.://@_=~$^|*`[]<&#;\\(!\t\n\x00\x7f\x85é\u200b\u202e\u2028\ufe0f⚠\U0001f600\ud800"
TEXTS = st.one_of(st.text(), st.text(SIGNS, max_size=30))
HOSTS = st.text("ab.-:@xn", max_size=64)
PATHS = st.text("aA1/._~-%?#:é;+", max_size=20)


@given(TEXTS)
def test_a_line_without_signs_is_written_as_it_is(said: str) -> None:
    assert text.one_line(said) == text.unlinked(text.escape(" ".join(said.split())))


@given(st.sampled_from(["http://", "https://", "https:", "mailto:", ""]), HOSTS, PATHS)
def test_an_ordinary_address_is_written_as_it_is(scheme: str, host: str, path: str) -> None:
    with pytest.MonkeyPatch.context() as slow:
        slow.setattr(text, "_ORDINARY", NEVER)
        expected = text.target(f"{scheme}{host}/{path}")
    assert text.target(f"{scheme}{host}/{path}") == expected


@given(TEXTS)
def test_hidden_and_forbidden_characters_are_found_among_the_uncommon_ones(said: str) -> None:
    with pytest.MonkeyPatch.context() as slow:
        for module in (controls, hidden):
            slow.setattr(module, "unusual", str)
        expected = text.printable(said)
        findings = hidden.hidden_characters(said, "a.md")
    assert text.printable(said) == expected
    assert hidden.hidden_characters(said, "a.md") == findings
