"""Tokens as plain text, and where in the source they stand."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it.token import Token

from persona_docs.reading.markdown import rawhtml

_TEXTS = frozenset({"text", "code_inline", "text_special"})
BREAKS = frozenset({"softbreak", "hardbreak"})


def only_text(inline: Token) -> bool:
    """Whether an inline token is one text, as most are."""
    children = inline.children or ()
    return len(children) == 1 and children[0].type == "text"


def inline_text(tokens: Iterable[Token], line_break: str = " ") -> str:
    """What a reader sees of inline tokens; unknown tags are seen."""
    parts: list[str] = []
    for token in tokens:
        kind = token.type
        if kind in _TEXTS:
            parts.append(token.content)
        elif kind in BREAKS:
            parts.append(line_break)
        elif kind == "image":
            parts.append(inline_text(token.children or ()))
        elif kind == "html_inline":
            parts.append(html_text(token.content, line_break))
    return "".join(parts)


@lru_cache(maxsize=1024)  # most raw HTML is a few tags, again and again
def html_text(source: str, line_break: str = "\n") -> str:
    """What a reader sees of raw HTML."""
    return "".join(_visible(piece, line_break) for piece in rawhtml.pieces(source))


def _visible(piece: rawhtml.Piece, line_break: str) -> str:
    if isinstance(piece, rawhtml.Text):
        return html.unescape(piece.source)
    if isinstance(piece, rawhtml.Comment):
        return "" if piece.closed else piece.source
    if piece.published:
        return line_break if piece.name == "br" else ""
    return piece.source


def placed(inline: Token) -> Iterator[tuple[Token, int]]:
    """The children of an inline token, each with its source line."""
    line = inline.map[0] if inline.map else 0
    at = 0
    for token in inline.children or ():
        yield token, line
        if token.type in BREAKS:
            line += 1
        elif token.type == "html_inline":
            line += token.content.count("\n")
        elif token.type == "code_inline" and "\n" in inline.content:
            start = inline.content.find(token.markup, at)
            end = inline.content.find(token.markup, start + len(token.markup))
            line += inline.content.count("\n", start, end)
            at = end + len(token.markup)
