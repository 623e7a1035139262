"""Texts of personas: by hand, for what is derived from them, and any at all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from hypothesis import strategies as st

from persona_docs.model import Fact
from persona_docs.reading.body.parsing import parse
from persona_docs.reading.derived.derive import Text


def text(body: str, description: str = "", names: tuple[str, ...] = ()) -> Text:
    """A body, and a description that is declared in line 3."""
    parsed, _ = parse(textwrap.dedent(body).lstrip("\n"), "a.md", 1)
    return Text.of(parsed, Fact(description, line=3, where="description"), names)


def values(facts: Iterable[Fact]) -> list[str]:
    return [fact.value for fact in facts]


MARKDOWN = st.lists(
    st.sampled_from(
        [
            "\n",
            "\n\n",
            "  ",
            "    ",
            "\t",
            "- ",
            "1. ",
            "> ",
            "# ",
            "===",
            "---",
            "```",
            "~~~",
            "`",
            "*",
            "**",
            "_",
            "~",
            "[",
            "]",
            "(",
            ")",
            "[x] ",
            "[ ] ",
            "![",
            "<",
            ">",
            "</",
            "/>",
            "<b>",
            "</b>",
            "<div>",
            "</div>",
            "<details>",
            "</details>",
            "<p>",
            "<table>",
            "<td>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<img src=x onerror=y>",
            "<a href='javascript:x'>",
            " onclick=x",
            "|",
            "|-|-|",
            "\\",
            "&amp;",
            "&#0;",
            "[^1]",
            "[^1]:",
            "[!NOTE]",
            "http://a.b",
            "www.",
            "@",
            ":",
            "a",
            "é",
            "漢",
            "☐",
            "\0",
            "\u202e",
            "\ufeff",
            "\ud800",
        ]
    ),
    max_size=40,
).map("".join)
"""Texts made of what means something in Markdown, in any order."""
