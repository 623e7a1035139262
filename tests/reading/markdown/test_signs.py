"""Asking the parser's rules by the sign they begin with gives what asking all of them gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from persona_docs.options import Limits
from persona_docs.reading.front_matter.split import read_front_matter
from persona_docs.reading.markdown import gfm
from persona_docs.reading.markdown.budget import Budget
from persona_docs.reading.markdown.signs.blocks import ask_blocks_by_sign
from persona_docs.reading.markdown.signs.inline import ask_inline_by_sign

BEGINNINGS = (
    *("", " ", "    ", "\t", "> ", ">", ">\t", "- ", "* ", "+ ", "-", "1. ", "2) ", "12. ", "# ", "## "),
    *("- [ ] ", "```", "~~~ x", "---", "***", "_ _ _", "===", "= =", "-- ", "|", "| a | b |", "|---|:-:|"),
    *(
        "-|-",
        ":-",
        "[a]: b 'c'",
        "[^1]: note",
        "[^1]:",
        "<div>",
        "<!-- ",
        "-->",
        "<b>",
        "[!note]",
        "\f",
        "\xa0",
    ),
)
PIECES = (
    *(
        "word",
        " two words",
        "a",
        " ",
        "  ",
        "é",
        "数据",
        "*",
        "**",
        "_",
        "__",
        "~",
        "~~",
        "`",
        "``",
        "[",
        "]",
        "(",
    ),
    *(")", "![", "!", "[a]", "[^1]", "<", ">", "<b>", "</b>", "<a@b.c>", "<http://x>", "&", "&amp;", "&#35;"),
    *(
        ":",
        "://",
        "https://a.b/c_d",
        "www.a.bc",
        "a@b.cd",
        "\\",
        "\\*",
        "\\[",
        "|",
        "-",
        "=",
        "#",
        "$",
        "{",
        "x:y",
    ),
)
LINES = st.lists(
    st.builds(
        lambda beginnings, pieces: "".join((*beginnings, *pieces)),
        st.lists(st.sampled_from(BEGINNINGS), max_size=3),
        st.lists(st.sampled_from(PIECES), max_size=6),
    ).filter(lambda line: line.count(">\t") < 2),  # see `test_a_list_behind_two_quotes_and_tabs`
    max_size=8,
)


def tokens(parser: MarkdownIt, text: str) -> tuple[list[Token], Any]:
    env: dict[str, Any] = {"budget": Budget(60), "longest": 90, "lines": text.split("\n")}
    return parser.parse(text, env), env.get("references")


def assert_same(text: str) -> None:
    assert tokens(gfm._parser(), text) == tokens(gfm._rules(), text)


@given(LINES)
@settings(max_examples=400)
def test_any_lines(lines: list[str]):
    assert_same("\n".join(lines))


def test_a_list_behind_two_quotes_and_tabs():
    """The parser's own rules give the item its marker as text, unlike GitHub."""
    parsed, _ = tokens(gfm._parser(), ">\t>\t- word")
    assert [token.content for token in parsed if token.type == "inline"] == ["word"]


@given(
    st.lists(
        st.sampled_from(
            (
                "**",
                "**",
                "**",
                "*",
                " ",
                " ",
                "a",
                "é",
                "²",
                "_",
                ":",
                ".",
                ",",
                ")",
                "—",
                "\xa0",
                "\u2028",
                "R&D",
            )
        ),
        max_size=12,
    )
)
@settings(max_examples=400)
def test_any_bold_text(pieces: list[str]):
    assert_same("".join(pieces))


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_text_without_html(pieces: list[str]):
    text = "".join(pieces)
    env: dict[str, Any] = {"budget": Budget(60)}
    assert gfm._inline_parser().parseInline(text, env) == gfm._inline_rules().parseInline(text, env)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n\n  c\n- ---\n",
        "a\nb\n---\nc\n===\n",
        "> a\nb\n===\n> ---\n",
        "1. a\n   ---\n2. b\n\n\n   - c\n     ===\n",
        "a | b\n-|-\n1 | 2\n- c\n",
        "- a | b\n  -|-\n  1 | 2\n",
        "a\n    b\n\tc\n\n    d\n",
        "a\n2. b\n1. c\n",
        "a\n-\n\n* b\n* * *\n",
        f"a\n{'long ' * 40}\nb\n- {'long ' * 40}\n",
        "[a]: b\n'c\n===\nd'\n",
        "a[^1]\n\n[^1]: b\n---\n    c\n",
    ],
)
def test_lines_that_end_what_stands_above(text: str):
    assert_same(text)


def test_real_files(real_files: Path):
    for file in sorted(real_files.rglob("*.md"))[::7]:
        text = file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        assert_same(read_front_matter(text, "x.md", Limits()).body)


def test_a_rule_that_nobody_knows_is_refused():
    md = MarkdownIt("commonmark")
    md.block.ruler.push("strange", lambda *_: False)
    md.inline.ruler.push("strange", lambda *_: False)
    with pytest.raises(ValueError, match="strange"):
        ask_blocks_by_sign(md)
    with pytest.raises(ValueError, match="strange"):
        ask_inline_by_sign(md)
