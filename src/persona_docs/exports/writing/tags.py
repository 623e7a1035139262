"""Raw HTML inside a paragraph as Markdown: code, emphasis, breaks, links and images; the rest is text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from persona_docs.exports.writing import text
from persona_docs.pages.bodies.targets import Show, Targets
from persona_docs.reading.markdown import rawhtml
from persona_docs.reading.markdown.rawhtml import Tag, Text

CODE = frozenset({"code", "kbd", "samp", "tt"})
"""Elements that are code."""

_STRONG = {"b": "**", "strong": "**", "em": "*", "i": "*", "del": "~~", "s": "~~", "strike": "~~"}
_WORD = re.compile(r"\w")


def image(targets: Targets, source: str, alt: str, *, linked: bool) -> str:
    """An image, or what stands for it."""
    shown, address = targets.image(source)
    label = text.one_line(alt) or text.one_line(html.unescape(address).rstrip("/").rpartition("/")[2])
    if shown is Show.IMAGE and address:
        return f"!{text.link(label, address)}"
    if shown is Show.TEXT or linked or not address:
        return label or text.one_line(source[:80])
    return text.link(label, address)


def without_tags(tokens: Sequence[Token]) -> list[Token]:
    """Inline tokens with Markdown's own in place of HTML: code, emphasis, breaks, links, images, and text."""
    flat = [one for token in tokens for one in _split(token)]
    done: list[Token] = []
    at = 0
    while at < len(flat):
        token = flat[at]
        if token.type != "html_tag":
            done.append(token)
        elif isinstance(token.meta.get("tag"), Tag):
            at = _element(flat, at, done)
        at += 1
    return done


def _split(token: Token) -> Iterator[Token]:
    if token.type != "html_inline":
        yield token
        return
    for piece in rawhtml.pieces(token.content):
        if isinstance(piece, Text):
            yield _text(html.unescape(piece.source))
        elif isinstance(piece, Tag) and piece.published:
            yield Token("html_tag", "", 0, meta={"tag": piece})
        elif isinstance(piece, Tag) or not piece.closed:
            yield _text(piece.source)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _element(flat: list[Token], at: int, done: list[Token]) -> int:
    """Write the element that begins at a place; gives the place of the last token that is dealt with."""
    tag: Tag = flat[at].meta["tag"]
    attributes = dict(tag.attributes)
    if tag.name == "br":
        done.append(Token("hardbreak", "br", 0))
    elif tag.name == "img":
        attrs: dict[str, str | int | float] = {"src": attributes.get("src", "")}
        done.append(Token("image", "img", 0, attrs=attrs, children=[_text(attributes.get("alt", ""))]))
    elif tag.closing or (end := _end(flat, at, tag.name)) is None:
        return at
    elif tag.name in CODE and all(one.type in ("text", "text_special") for one in flat[at + 1 : end]):
        done.append(
            Token("code_inline", "code", 0, content="".join(one.content for one in flat[at + 1 : end]))
        )
        return end
    elif tag.name == "a" and attributes.get("href"):
        done.append(Token("link_open", "a", 1, attrs={"href": attributes["href"]}))
        flat[end] = Token("link_close", "a", -1)
    elif tag.name in _STRONG and _stands_free(flat, at, end):
        done.append(Token("strong_open", "", 1, markup=_STRONG[tag.name]))
        flat[end] = Token("strong_close", "", -1, markup=_STRONG[tag.name])
    return at


def _end(flat: Sequence[Token], start: int, name: str) -> int | None:
    """Where the element ends that begins at a place; `None` where it does not end on the same level."""
    depth = 0
    for at in range(start + 1, len(flat)):
        token = flat[at]
        tag = token.meta.get("tag") if token.type == "html_tag" else None
        if depth == 0 and isinstance(tag, Tag) and tag.name == name:
            return at if tag.closing else None
        depth += token.nesting
        if depth < 0:
            return None
    return None


def _stands_free(flat: Sequence[Token], start: int, end: int) -> bool:
    """Whether signs of emphasis would be read as such there: words inside, none that touch them outside."""
    if end - start < 2:
        return False
    inner = flat[start + 1].content[:1], flat[end - 1].content[-1:]
    before = flat[start - 1].content[-1:] if start else " "
    after = flat[end + 1].content[:1] if end + 1 < len(flat) else " "
    outer = (before or "x", after or "x")
    return all(map(_WORD.match, inner)) and not any(map(_WORD.match, outer)) and "*" not in outer
