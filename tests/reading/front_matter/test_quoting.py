"""The fixes that findings propose: a value that is pasted in quotes is the value that was meant."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from persona_docs.reading.front_matter.salvage import in_quotes, quoted_list


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_in_quotes_is_the_same_text_to_yaml(text: str):
    assert yaml.safe_load(in_quotes(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_in_quotes_shows_all_that_it_holds_on_one_line(text: str):
    assert in_quotes(text).isprintable()


@given(st.lists(st.text("ab,:]\u200b\U000e0041", max_size=5), max_size=5))
def test_a_list_in_quotes_is_the_same_list_to_yaml(items: list[str]):
    line = quoted_list("tools", items).removeprefix("Put the items in quotes: `").removesuffix("`")
    assert yaml.safe_load(line) == {"tools": items}
