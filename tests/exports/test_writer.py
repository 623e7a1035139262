"""A body goes in, the Markdown of a wiki comes out; read again, it is the same text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options as Cmark
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_docs.exports.writing import text
from persona_docs.exports.writing.body import written
from persona_docs.exports.writing.flavour import Flavour
from persona_docs.exports.writing.inline import line
from persona_docs.pages.bodies.targets import Show, Targets
from persona_docs.reading.body.parsing import parse

WORDS = {kind: kind.capitalize() for kind in ("note", "tip", "important", "warning", "caution", "footnotes")}


class _Anywhere(Targets):
    """Every link leads where it says."""

    def link(self, target: str) -> str | None:
        return target

    def image(self, target: str) -> tuple[Show, str]:
        return Show.IMAGE, target


PLAIN = Flavour()


def md(source: str, flavour: Flavour = PLAIN) -> str:
    body, _ = parse(source, "x.md")
    targets = _Anywhere(lambda target: target, (), {})
    return "\n\n".join(written(body, targets, flavour, top=1, words=WORDS)) + "\n"


class _Structure(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag == "pre"
        box = " checked" if "checked" in dict(attrs) else ""
        if tag not in ("p", "tbody", "thead"):  # whether a list is loose is no matter
            self.parts.append(f"<{'h' if re.fullmatch('h[1-6]', tag) else tag}{box}>")

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag == "pre"
        if tag not in ("p", "tbody", "thead"):
            self.parts.append(f"</{'h' if re.fullmatch('h[1-6]', tag) else tag}>")

    def handle_data(self, data: str) -> None:
        said = data.rstrip("\n") if self._code else " ".join(data.split())
        self.parts += [said] if said else []


def structure(source: str) -> list[str]:
    """What GitHub's library makes of a text: elements and words; levels of headings are ours to change."""
    seen = _Structure()
    seen.feed(cmarkgfm.github_flavored_markdown_to_html(source, options=Cmark.CMARK_OPT_UNSAFE))
    seen.close()
    return " ".join(seen.parts).split()


@pytest.mark.parametrize(
    "source",
    [
        "# A # B\n\nc\n===\n\n\\# d \\#",
        "* a\n* b\n\n+ c\n+ d",
        "1. a\n2. b\n\n1) c",
        "99. a\n100. b\n\n     c",
        "- a\n\n  b\n\n      code\n- ```\n  x\n    y\n  ```",
        "- - a\n  - b",
        "-\n- a",
        "> a\n> > b\n>\n> - c",
        "a\\\nb  \nc",
        "`` ` `` and `a  b` and ` `` `",
        "*a***b**_c_ **d*e*f** ~~g~~ ~h~ a*b*c",
        "1\\. a\n\n\\- b\n\n\\+ c\n\n\\> d\n\n2\\) e",
        "[a](<b c> 'd') [e\\]](f_(g)) <https://h.example/?i&j> https://k.example",
        "![a](b.png) [![c](d.png)](e)",
        "&amp;lt; &copy; &#35; \\&amp;",
        "| a | b |\n|:-:|--:|\n| `c\\|d` | e\\|f |\n| g |",
        "- [ ] a\n- [x] b\n  - [ ] c\n- d\n\n1. [x] e",
        "```sh\na\n```\n~~~\n```\n~~~\n\n    b",
        "***\n\n---\n\n* * *",
        "a_b_c __d__ \\_e\\_ 2 * 3 * 4 a < b && c > d",
        "\\[a\\](b) \\![c](d) ![e][f]\n\n\\`g\\`",
        "a\n\n-- b\n\n= c\n\n: d\n\n:::\n\n!!! e",
    ],
)
def test_written_and_read_again_it_is_the_same(source: str) -> None:
    assert structure(md(source)) == structure(source), md(source)


PIECES = """
* ** _ ` `` ~~ [ ] ( ) ![ < > # - 1. | | --- \\ & &amp; [ ] === : $ ^ == é 中 a b c1 !!! ::: [[_TOC_]]
<b> </b> <!-- --> x_y
"""
SIGNS = [
    *PIECES.split(),
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n    ",
    "\t",
    "\n```\n",
    "\n| a | b |\n|---|---|\n| c |",
    "\n- ",
    "\n1. ",
]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=14).map("".join)


@settings(max_examples=250, database=None, derandomize=True)
@given(TEXTS)
def test_no_text_begins_or_ends_anything(source: str) -> None:
    assert structure(text.paragraph(source)) == source.split()


@settings(max_examples=250, database=None, derandomize=True)
@given(TEXTS)
def test_what_is_written_is_read_as_what_was_read(source: str) -> None:
    once = md(source)

    assert structure(md(once)) == structure(once)


def test_real_bodies_stay_what_they_are(real_files: Path) -> None:
    compared = 0
    for file in sorted(real_files.rglob("*.md"))[::6]:
        source = re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8", "replace"), flags=re.DOTALL)
        body, _ = parse(source, file.name)
        kinds = {token.type for token in body.tokens}
        kinds |= {child.type for token in body.tokens for child in token.children or ()}
        plain = any("key" in token.meta and "checked" not in token.meta for token in body.tokens)
        if plain or not body.tokens or kinds & {"html_block", "html_inline", "alert_open", "footnote_ref"}:
            continue  # what we write otherwise on purpose
        compared += 1
        assert structure(md(source)) == structure(source), file
    assert compared > 20


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a <kbd>Ctrl</kbd> <b>bold</b> x<b>y</b>z", "a `Ctrl` **bold** xyz\n"),
        ("a<br>b<br/>c", "a  \nb  \nc\n"),
        ('<a href="b.md">c *d*</a>', "[c *d*](b.md)\n"),
        ('<img src="a.png" alt="b">', "![b](a.png)\n"),
        ("a <example>b</example> <!-- c -->d", "a &lt;example>b&lt;/example> d\n"),
        ("<details>\n<summary>More</summary>\n\n- a\n\n</details>", "**More**\n\n- a\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n    - b\n- c\n"),
        ("<pre>a\n  <b>b</b></pre>", "```\na\n  b\n```\n"),
        ("<h2>Title</h2>\n<p>a <code>b</code></p>", "**Title**\n\na `b`\n"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a \\| b\n"),
        ("<example>\nuser: hi\n</example>", "&lt;example>  \nuser: hi  \n&lt;/example>\n"),
        (
            '<div><a href="b.md">the <b>other</b></a> <img src="c.png" alt="d"></div>',
            "[the other](b.md) ![d](c.png)\n",
        ),
        ('<p><a href="b.md">c <a href="d.md">e</a> <a>f</a></p>', "[c e](b.md) f\n"),
        ("<div><!-- only a model reads this -->a &amp; b<hr></div>", "a & b\n\n---\n"),
        ("<pre>a &amp; <b>b</b> <c></pre>", "```\na & b <c>\n```\n"),
        ("<div><code>a &lt; <c></code></div>", "`a < <c>`\n"),
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>\n"),
        ("<!-- only a model reads this -->", "\n"),
        ("> [!NOTE]\n> a", "> [!NOTE]\n> a\n"),
        ("a[^1]\n\n[^1]: b", "a¹\n\n**Footnotes**\n\n1. b\n"),
        ("### Checklist\n\n- a\n- ☑ b", "# Checklist\n\n- [ ] a\n- [x] b\n"),
        ("[[page]] $x$ {{ a }}", "&#91;\\[page\\]\\] \\$x\\$ {{ a }}\n"),
        ("```csf title=x\na\n```", "```csf\na\n```\n"),
    ],
)
def test_what_markdown_has_no_word_for(source: str, wanted: str) -> None:
    assert md(source) == wanted


def test_what_a_wiki_has_of_its_own() -> None:
    azure = Flavour(alerts=False, mermaid="::: mermaid")
    assert md("```mermaid\ngraph LR\n```\n\n> [!TIP]\n> a", azure) == (
        "::: mermaid\ngraph LR\n:::\n\n> **Tip**\n>\n> a\n"
    )
    assert md("```mermaid\n:::\n```", azure) == "```mermaid\n:::\n```\n"
    assert md("```CSF\na\n```", Flavour(refused=frozenset({"csf"}))) == "```\na\n```\n"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("- `a` b\n- -x\n- \\> c", "- `a` b\n- -x\n- \\> c\n"),
        ("- > a", "-   > a\n"),
        ("- # a", "-   # a\n"),
        ("- ```\n  a\n  ```", "-   ```\n    a\n    ```\n"),
        ("- | a |\n  |---|\n  | b |", "-   | a |\n    | --- |\n    | b |\n"),
        ("- a\n\n  b\n\n  - c", "- a\n\n    b\n\n    - c\n"),
        ("999. a\n\n     b", "999.    a\n\n        b\n"),
    ],
)
def test_what_stands_in_an_item_stands_four_behind_it(source: str, wanted: str) -> None:
    assert md(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("- [ ] a\n- b", "- [ ] a\n- [ ] b\n"),
        ("1. [x] a", "- [x] a\n"),
        ("- [ ] a\n\n  b\n\n  - c", "- [ ] a  \n    b\n    - c\n"),
        ("- [ ] a\n\n  ```\n  c\n  ```", "- [ ] a\n    ```\n    c\n    ```\n"),
        ("- [ ] a\n\n  | b |\n  |---|\n  | c |", "- [ ] a\n    | b |\n    | --- |\n    | c |\n"),
    ],
)
def test_a_list_of_tasks_has_tasks_alone_where_a_wiki_wants_that(source: str, wanted: str) -> None:
    assert md(source, Flavour(whole_tasks=True)) == wanted


def test_a_body_that_costs_too_much_is_code() -> None:
    body, findings = parse("> " * 200 + "a", "x.md")

    assert findings
    made = written(body, _Anywhere(lambda target: target, (), {}), Flavour(), top=1, words=WORDS)
    assert made == [f"```\n{'> ' * 200}a\n```"]


def test_a_line_such_as_a_description_has_no_links() -> None:
    said = "Use `a|b` for [x](https://e.example) ![y](z) <b>c</b>"

    assert line(said) == "Use `a|b` for x y &lt;b>c&lt;/b>"


def test_what_a_wiki_puts_contents_in_place_of_is_text() -> None:
    assert text.document(md("[[_TOC_]] a [[*LISTING*]]").strip()) == (
        "&#91;\\[TOC\\]\\] a \\[\\[LISTING\\]\\]\n"
    )
