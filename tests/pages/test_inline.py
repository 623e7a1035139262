"""What may stand on one line."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from persona_docs.pages.bodies import html as pages_html
from persona_docs.pages.bodies.html import render_inline


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain & simple", "Plain &amp; simple"),
        (
            "Use `x<y>` **now**\nor *later*",
            "Use <code>x&lt;y&gt;</code> <strong>now</strong> or <em>later</em>",
        ),
        ("See [the docs](https://a.org) at https://a.org", "See the docs at https://a.org"),
        ("<b>bold</b> <example>", "&lt;b&gt;bold&lt;/b&gt; &lt;example&gt;"),
        ("![alt](x.png) C:\\new", "alt C:\\new"),
        ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
        ("# no heading", "# no heading"),
        ("", ""),
    ],
)
def test_one_line(text: str, html: str) -> None:
    assert render_inline(text) == html


LINES = st.lists(
    st.sampled_from(
        [*" aBé漢ß1 .,:;()'\"+/%=?-–—…&<*_@#!~\\`", "www.", "http", "://", "a.org", "&amp;", "\u00a0"]
    ),
    max_size=20,
)


@given(LINES.map("".join))
@settings(max_examples=300)
@example("See: a.org, www.a.org or http://a.org/b.")
@example("Plain, with (all) 'its' signs: 50% of it = half…")
def test_a_plain_line_is_what_the_parser_makes_of_it(text: str) -> None:
    quick = render_inline.__wrapped__(text)
    with patch.object(pages_html, "_PLAIN", re.compile("(?!)")):
        assert render_inline.__wrapped__(text) == quick
