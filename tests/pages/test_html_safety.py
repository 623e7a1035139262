"""Nothing of a body becomes script, style, form or foreign request, and none of its words are lost."""

# ruff: noqa: E501 - HTML stands on one line

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given

from persona_docs.pages.bodies.html import render, render_inline
from persona_docs.pages.page import Heading
from persona_docs.reading.body.parsing import parse
from tests.pages.bodies import expect, shown
from tests.reading.texts import MARKDOWN

VOID = {"br", "col", "hr", "img", "input", "wbr"}


class Elements(HTMLParser):
    """The elements of a piece of HTML, and whether all of them are closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.balanced = True
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.balanced &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.balanced = False


# ---- what stays visible


@pytest.mark.parametrize(
    "text",
    [
        "<example>",
        "</role>",
        "a <file_path> b",
        "<script>alert(1)</script>",
        "<style>b{}</style>",
        "<iframe src=x></iframe>",
        "<svg onload=x><g/></svg>",
        "<form action=x><input name=y><button>z</button></form>",
        "<textarea>a",
        "<title>a",
        "<plaintext>",
        "<xmp>",
        "<!DOCTYPE html>",
        "<?php echo 1 ?>",
        "<![CDATA[ x ]]>",
        "<x:y z='1'>",
        "<img src=x onerror=",
        "<div",
        "<![ x",
        "{{ jinja }} {% x %}",
        "<meta http-equiv=refresh content=0>",
        "<base href=//x>",
        "<!-- begins and never ends",
        "a <!-- begins",
    ],
)
def test_what_is_no_published_html_is_shown_as_text(text: str) -> None:
    assert " ".join(Elements(shown(text)).text.split()) == " ".join(text.split())


def test_pseudo_tags_keep_their_lines() -> None:
    expect(
        """
        <example>
        Context: a & b
        user: "hi" <b>there</b>
        </example>

        <rules>

        - one

        </rules>
        """,
        """
        <p class="persona-markup">&lt;example&gt;<br>
        Context: a &amp; b<br>
        user: "hi" <b>there</b><br>
        &lt;/example&gt;</p>
        <p class="persona-markup">&lt;rules&gt;</p>
        <ul>
        <li>one</li>
        </ul>
        <p class="persona-markup">&lt;/rules&gt;</p>
        """,
    )


def test_comments_are_not_published() -> None:
    expect("a <!-- b --> c\n\n<!-- d -->\n\n<!-- e -->f\n\n[//]: # (g)", "<p>a  c</p>\n\nf")


# ---- what is published


def test_html_as_github_publishes_it() -> None:
    text = '<kbd>K</kbd> H<sub>2</sub>O <mark>m</mark><br> <abbr title="t">a</abbr> <del>d</del> <ruby>r<rt>t</rt></ruby>'
    assert shown(text) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '<div align="center" onclick="x" style="color:red" class="md-header" id="__search">a</div>',
            '<div class="persona-align-center" id="user-content-__search">a</div>',
        ),
        ("<b id=a>x</b> <b id=a>y</b>", '<p><b id="user-content-a">x</b> <b>y</b></p>'),
        ("<b data-md-component=x hidden tabindex=1 accesskey=s contenteditable>x</b>", "<p><b>x</b></p>"),
        (
            "<details open ontoggle=x><summary>s</summary>t</details>",
            '<details open=""><summary>s</summary>t</details>',
        ),
        ("<h1>Title</h1>", "<h2>Title</h2>"),
        ("<a href='java\nscript:x' target=_blank ping=//y>a</a>", "<p><a>a</a></p>"),
        ("<a href=//x.org rel=opener>a</a>", '<p><a href="//x.org" rel="noopener noreferrer">a</a></p>'),
        ("<a href=http://x.org>a</a>", '<p><a href="http://x.org" rel="noopener noreferrer">a</a></p>'),
        ("<a href=mailto:a@x.org>a</a>", '<p><a href="mailto:a@x.org">a</a></p>'),
        ("<a href=b.md>a</a>", '<p><a href="/to/b.md">a</a></p>'),
        (
            "<img src=a.png width=20% height=9999999 onerror=x alt=A>",
            '<img src="/to/a.png" alt="A" width="20%" loading="lazy">',
        ),
        (
            "<img src=https://x.org/a.png>",
            '<a href="https://x.org/a.png" rel="noopener noreferrer">a.png</a>',
        ),
        (
            "<picture><source srcset=//x.org/a><img src=a.png></picture>",
            '<p><img src="/to/a.png" alt="" loading="lazy"></p>',
        ),
        ("<td colspan=2>", ""),
        (
            "<table background=//x><tr><td colspan=99999 rowspan=2>a</table>",
            '<table tabindex="0"><tbody><tr><td rowspan="2">a</td></tr></tbody></table>',
        ),
        ("<ol start=3 type=a><li value=5>a</ol>", '<ol start="3" type="a"><li value="5">a</li></ol>'),
        ("<p dir=rtl lang=ar title='a &quot;b'>x</p>", '<p dir="rtl" lang="ar" title="a &quot;b">x</p>'),
        (
            "<table><tr><th scope=col rowspan=2 colspan=3>a<th scope=x>b</table>",
            '<table tabindex="0"><tbody><tr><th scope="col" rowspan="2" colspan="3">a</th><th>b</th></tr>'
            "</tbody></table>",
        ),
        ("<time datetime=2026-05-01>May</time>", '<p><time datetime="2026-05-01">May</time></p>'),
        ("<p id='a b' align='left md-header' dir=up lang='x y'>x</p>", "<p>x</p>"),
        ("<p title='a\nb'>x</p>", '<p title="a\nb">x</p>'),
        ("<a name=a>x</a> <b name=b>y</b>", '<p><a id="user-content-a">x</a> <b>y</b></p>'),
        ("<!-- never closed\nx", '<p class="persona-markup">&lt;!-- never closed<br>\nx</p>'),
        (
            "<input type=checkbox class=persona-check data-key=x>",
            '<p class="persona-markup">&lt;input type=checkbox class=persona-check data-key=x&gt;</p>',
        ),
        ("<li data-key=x><ul data-checklist=y></ul></li>", "<li><ul></ul></li>"),
    ],
)
def test_attributes(text: str, html: str) -> None:
    assert shown(text) == html


@pytest.mark.parametrize("quote", ['\\"', '"', "'", "&quot;", "&#34;"])
def test_titles_do_not_break_out(quote: str) -> None:
    for text in (
        f"[a](b (x{quote} onclick=y))",
        f"![a{quote} onerror=y](b (x{quote} onerror=y))",
        f"```a{quote}onclick=y\nx\n```",
    ):
        elements = Elements(shown(text)).found
        assert not [name for _, attributes in elements for name in attributes if name.startswith("on")]


# ---- what cannot reach out


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\n# A\n\ntext",
        "# A\n\n<details>\n\ntext\n\n# B",
        "</div></article></body>\n\n# A",
        "- <div>\n- b\n\n# A",
        "> <b>\n\n<i>",
        "a <b>b\n\nc",
        "<table><tr><td>\n\n# A",
        "<p>\n\n# A\n\n</p>",
        "<b><i>x</b></i>",
        "| <b> | </td></table> |\n|-|-|\n| <i> | b |",
        "<ul><li>\n\n- x\n\n</ul>",
        "<a href=x>\n\n[b](c)\n\n</a>",
        "- [ ] <label></label></li></ul>",
        "# <div></h1><b>\n\nx",
        "<div>" * 500,
        "<pre><code>\n\n```\nx\n```\n",
        "<details><summary># A",
    ],
)
def test_every_part_is_balanced(text: str) -> None:
    body, _ = parse(text, "a.md")
    for part in render(body, resolve=lambda href: href):
        elements = Elements(str(part.html))
        assert elements.balanced
        assert elements.open == []


def test_an_element_never_closed_ends_at_the_next_heading() -> None:
    expect("<div>\n\na\n\n# B\n\nc", '<div>\n<p>a</p>\n</div>\n<h2 id="b">B</h2>\n<p>c</p>')


def test_an_element_never_closed_ends_with_its_item() -> None:
    expect("- <b>a\n- c", "<ul>\n<li><b>a</b></li>\n<li>c</li>\n</ul>")


def test_an_element_that_is_closed_holds_its_headings() -> None:
    expect("<div>\n\n# A\n\n</div>\n\n# B", '<div>\n<h2 id="a">A</h2>\n</div>\n<h2 id="b">B</h2>')


# ---- any text

TAGS = """a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2
    h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary
    sup table tbody td tfoot th thead time tr tt u ul var wbr"""
ADDRESS = re.compile(r"(?i)https?://|//|mailto:|#|/to/|[^:]*$")


@given(MARKDOWN)
def test_any_body_is_safe(text: str) -> None:
    body, _ = parse(text, "a.md")
    parts = render(body, resolve=lambda href: f"/to/{href}")
    ids: list[str] = [part.anchor for part in parts if isinstance(part, Heading)]
    for part in parts:
        elements = Elements(str(part.html))
        assert elements.balanced
        assert elements.open == []
        for tag, attributes in elements.found:
            assert tag in TAGS.split()
            assert not [name for name in attributes if name.startswith(("on", "data-md"))]
            assert set(attributes) <= {
                "class",
                "id",
                "href",
                "src",
                "alt",
                "title",
                "rel",
                "style",
                "type",
                "checked",
                "disabled",
                "loading",
                "lang",
                "dir",
                "start",
                "reversed",
                "value",
                "open",
                "colspan",
                "rowspan",
                "scope",
                "width",
                "height",
                "datetime",
                "aria-label",
                "tabindex",
                "data-key",
                "data-checklist",
            }
            assert all(ADDRESS.match(attributes.get(name) or "") for name in ("href", "src"))
            assert tag != "img" or (attributes.get("src") or "").startswith("/to/")
            ids.append(attributes.get("id") or "")
    named = sorted(filter(None, ids))
    assert not [a for a, b in pairwise(named) if a == b]
    assert not [name for name in named if name.startswith("__")]


@given(MARKDOWN)
def test_any_line_is_safe(text: str) -> None:
    elements = Elements(render_inline(text))
    assert elements.balanced
    assert {tag for tag, _ in elements.found} <= {"br", "code", "em", "strong", "del"}
