"""Our entries in the list that the search of Material writes."""

from __future__ import annotations

from html import unescape
from types import SimpleNamespace

import pytest

from persona_docs.engines import search_index
from persona_docs.pages.page import SearchEntry


def plugin(**attributes):
    return SimpleNamespace(config=SimpleNamespace(enabled=True), **attributes)


def test_finds_the_list():
    entries = []
    assert (
        search_index.entries_of({"search": plugin(search_index=SimpleNamespace(entries=entries))}) is entries
    )


@pytest.mark.parametrize(
    "plugins",
    [
        pytest.param({}, id="no search"),
        pytest.param({"search": plugin()}, id="no index"),
        pytest.param({"search": plugin(search_index=SimpleNamespace(_entries=[]))}, id="MkDocs' own"),
        pytest.param({"search": plugin(search_index=SimpleNamespace(entries=()))}, id="another kind of list"),
        pytest.param(
            {
                "search": SimpleNamespace(
                    config=SimpleNamespace(enabled=False), search_index=SimpleNamespace(entries=[])
                )
            },
            id="switched off",
        ),
    ],
)
def test_there_is_no_list(plugins):
    assert search_index.entries_of(plugins) is None


def test_entries_are_html_and_lead_to_their_heading():
    page = SearchEntry("", "R&D <b>", "x < y", tags=("C++ & co",))
    part = SearchEntry("áreas", "Áreas", "text", "a<b queue")
    assert list(search_index.entries((page, part), "personas/r-d/")) == [
        {
            "location": "personas/r-d/",
            "title": "R&D &lt;b&gt;",
            "text": "x &lt; y",
            "tags": ["C++ & co"],
        },
        {
            "location": "personas/r-d/#%C3%A1reas",
            "title": "Áreas",
            "text": "<p>text</p><p hidden>a&lt;b queue</p>",
        },
    ]


@pytest.mark.parametrize(
    "text", ["R&D", "&lt;b&gt;", "&copy and AT&T", "<b>&amp;</b>", "&#60;x&#62;", "a > b & c"]
)
def test_what_a_browser_shows_is_the_text(text):
    (entry,) = search_index.entries((SearchEntry("", text, text),), "")
    assert "<" not in entry["title"]
    assert unescape(entry["title"]) == text
