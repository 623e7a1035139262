"""Nothing that stands in a body stops a build or takes for ever."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_docs.options import Limits
from persona_docs.pages.bodies.html import render
from persona_docs.reading.body.parsing import parse
from persona_docs.reading.markdown import gfm
from tests.reading.texts import MARKDOWN

ENDLESS = {
    "one long line": "word " * 200_000,
    "quotes": ">" * 1_000 + " x",
    "lists": "".join(f"{'  ' * n}- a\n" for n in range(400)),
    "brackets": "[\n" * 50_000,
    "images": "![a\n" * 20_000,
    "table cells": "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + ("|1" * 2_000 + "|\n") * 250,
    "missing table cells": "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "|1\n" * 2_000,
    "a reference that stands for much": f"[a]: http://x/{'b' * 10_000}\n\n" + "[a] \n" * 50_000,
    "emphasis": "*a\n**b\n_c\n" * 20_000,
    "backticks": "`a\n" * 50_000,
    "comments": "a <!--\n" * 20_000,
    "scripts": "<script>\n" * 20_000,
    "tags": "<div a='\n" * 20_000,
    "nested elements": "<div>" * 20_000,
    "end tags": "<i>" * 90 + "</b>" * 50_000,
    "headings": "# a\n# a-1\n" * 5_000,
    "addresses": "http://a.com/x?y=(1 www.a.b x@y.z\n" * 40_000,
    "line ends": "\n" * 1_000_000,
    "spaces": " " * 1_000_000,
    "fences": "```\n" * 10_001,
    "code": "```python\n" + "x = [1]\n" * 120_000,
    "brackets of JSON": "```json\n" + "[\n" * 50_000,
    "items": "- a\n+ b\n* c\n" * 20_000,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_endless(name: str) -> None:
    limits = Limits(seconds=0.4)  # what is not bounded by it takes ten times as long, or a thousand
    started = time.thread_time()
    body, _ = parse(ENDLESS[name], "a.md", 1, limits)
    render(body, resolve=lambda href: href, limits=limits)
    assert time.thread_time() - started < 1.5


def test_time_is_a_limit() -> None:
    body, (finding,) = parse("*a* " * 10_000, "a.md", 7, Limits(seconds=0.001, line=100_000))
    assert (finding.code, finding.line, body.tokens) == ("too-slow", 7, ())
    (part,) = render(body, resolve=lambda href: href)
    assert "*a* *a*" in part.html
    assert "too costly to render" in part.html


def test_depth_is_a_limit_and_loses_no_text() -> None:
    body, (finding,) = parse("> " * 300 + "deep <b>", "a.md")
    assert finding.code == "too-slow"
    assert body.sections[0].text.endswith("deep <b>")
    assert "deep &lt;b&gt;" in render(body, resolve=lambda href: href)[0].html


def test_what_is_nested_within_reason_is_rendered() -> None:
    body, findings = parse("".join(f"{'  ' * n}- a\n" for n in range(40)), "a.md")
    assert findings == ()
    assert render(body, resolve=lambda href: href)[0].html.count("<li>") == 40


def test_a_long_line_is_text_and_the_others_are_not() -> None:
    body, (finding,) = parse("# a\n" + "*x* " * 50 + "\n\n*y*", "a.md", 3, Limits(line=100))
    assert (finding.code, finding.line) == ("too-slow", 4)
    html = "".join(part.html for part in render(body, resolve=lambda href: href))
    assert "<p>*x* *x*" in html
    assert "<em>y</em>" in html


def test_size_of_the_page_is_a_limit() -> None:
    body, (finding,) = parse(
        "[a]: http://x/" + "b" * 1_000 + "\n\n" + "[a] " * 100, "a.md", 1, Limits(html_size=50_000)
    )
    assert (finding.code, body.tokens) == ("too-slow", ())


def test_a_fault_of_the_parser_costs_one_body(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise IndexError

    monkeypatch.setattr(gfm, "parse", fail)
    body, (finding,) = parse("text", "a.md")
    assert (body.text, finding.message) == (
        "text",
        "It cannot be parsed (IndexError); the text is shown as it is written",
    )


@given(st.one_of(MARKDOWN, st.text()))
def test_any_text_is_a_body(text: str) -> None:
    body, findings = parse(text, "a.md", 5)
    lines = range(5, 6 + text.count("\n") + text.count("\r"))
    places = [
        *(s.line for s in body.sections),
        *(link.line for link in body.links),
        *(f.line for f in findings),
    ]
    places += [item.line for checklist in body.checklists for item in checklist.items]
    assert all(place in lines for place in places)
    assert not [finding for finding in findings if "cannot be parsed" in finding.message]
    assert len({section.anchor for section in body.sections}) == len(body.sections)
    keys = [item.key for checklist in body.checklists for item in checklist.items]
    assert len(set(keys)) == len(keys)
