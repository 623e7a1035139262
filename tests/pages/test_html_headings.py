"""Headings of bodies, which are parts of a page of their own."""

from __future__ import annotations

import pytest

from persona_docs.pages.bodies.html import render
from persona_docs.pages.page import Heading, Html
from persona_docs.reading.body.parsing import parse
from tests.pages.bodies import expect


def test_headings_are_parts_of_their_own() -> None:
    body, _ = parse("intro\n\n# A `b`\n\ntext\n\n## C\n", "a.md")
    parts = render(body, top=3, resolve=lambda _: None)
    assert [(p.level, p.anchor, str(p.html)) if isinstance(p, Heading) else str(p.html) for p in parts] == [
        "<p>intro</p>",
        (3, "a-b", "A <code>b</code>"),
        "<p>text</p>",
        (4, "c", "C"),
    ]


@pytest.mark.parametrize(
    ("written", "top", "levels"),
    [
        ("124242", 2, [2, 3, 4, 3, 4, 3]),
        ("3312", 2, [2, 2, 2, 3]),
        ("246", 3, [3, 4, 5]),
        ("123456", 4, [4, 5, 6, 6, 6, 6]),
        ("61", 1, [1, 1]),
    ],
)
def test_levels_have_no_gaps(written: str, top: int, levels: list[int]) -> None:
    body, _ = parse("\n".join(f"{'#' * int(level)} x" for level in written), "a.md")
    assert [part.level for part in render(body, top=top, resolve=lambda _: None)] == levels


def test_headings_inside_of_something_stay_there() -> None:
    expect(
        """
        # A

        > ## B

        <details>
        <summary>More</summary>

        ## C

        text

        </details>

        ## D
        """,
        """
        <h2 id="a">A</h2>
        <blockquote>
        <h3 id="b">B</h3>
        </blockquote>
        <details>
        <summary>More</summary>
        <h3 id="c">C</h3>
        <p>text</p>
        </details>
        <h3 id="d">D</h3>
        """,
    )


def test_headings_of_footnotes_stay_there() -> None:
    body, _ = parse("A[^a]\n\n[^a]: x\n\n    # B\n\n    > # C\n", "a.md")
    (part,) = render(body, resolve=lambda _: None)
    assert isinstance(part, Html)
    assert '<h2 id="b">B</h2>\n<blockquote>\n<h2 id="c">C</h2>' in part.html
