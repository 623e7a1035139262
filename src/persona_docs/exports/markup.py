"""Raw HTML of a body as Markdown: its text, and of its elements those that Markdown has.

A wiki gets no HTML at all: some show it, some drop it, one refuses the page. What the catalog's own pages
show as text (unknown tags, anything that does something) is text here too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from persona_docs.exports import text
from persona_docs.pages.targets import Show, Targets
from persona_docs.reading import rawhtml
from persona_docs.reading.rawhtml import Comment, Tag, Text

_CODE = frozenset({"code", "kbd", "samp", "tt"})
_STRONG = {"b": "**", "strong": "**", "em": "*", "i": "*", "del": "~~", "s": "~~", "strike": "~~"}
_BLOCK_NAMES = """
blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody
tfoot thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_TITLES = frozenset({"caption", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "summary"})
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
    elif tag.name in _CODE and all(one.type in ("text", "text_special") for one in flat[at + 1 : end]):
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


def blocks(source: str, targets: Targets) -> list[str]:
    """An HTML block as blocks of Markdown."""
    return list(_Blocks(targets).written(source))


class _Blocks:
    """Writes the pieces of one HTML block."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._parts: list[str] = []
        self._done: list[str] = []
        self._depth = 0
        self._prefix = ""
        self._title = False
        self._links: list[tuple[int, str]] = []
        self._literal = ""
        self._kept: list[str] = []

    def written(self, source: str) -> Iterator[str]:
        found = list(rawhtml.pieces(source.strip("\n")))
        tags = [piece for piece in found if isinstance(piece, Tag)]
        prompt = any(not tag.published for tag in tags) and not any(tag.name in _BLOCKS for tag in tags)
        for piece in found:
            self._piece(piece, breaks=prompt)
        self._close_literal()
        self._flush()
        yield from self._done

    def _piece(self, piece: rawhtml.Piece, *, breaks: bool) -> None:
        if self._literal:
            if isinstance(piece, Tag) and piece.closing and piece.name == self._literal:
                self._close_literal()
            elif isinstance(piece, Text):
                self._kept.append(html.unescape(piece.source))
            elif isinstance(piece, Tag) and not piece.published:
                self._kept.append(piece.source)
        elif isinstance(piece, Comment):
            if not piece.closed:
                self._parts.append(text.escape(piece.source))
        elif isinstance(piece, Text):
            self._say(html.unescape(piece.source), breaks=breaks)
        elif not piece.published:
            self._say(piece.source, breaks=breaks)
        else:
            self._tag(piece)

    def _say(self, words: str, *, breaks: bool) -> None:
        if breaks:
            self._parts.append("  \n".join(text.escape(" ".join(line.split())) for line in words.split("\n")))
        else:
            self._parts.append(text.escape(re.sub(r"\s+", " ", words)))

    def _tag(self, tag: Tag) -> None:
        name, attributes = tag.name, dict(tag.attributes)
        if name == "br":
            self._parts.append("  \n")
        elif name == "img":
            source, alt = attributes.get("src", ""), attributes.get("alt", "")
            self._parts.append(image(self._targets, source, alt, linked=bool(self._links)))
        elif name == "a":
            self._anchor(tag, attributes.get("href", ""))
        elif (name == "pre" or name in _CODE) and not tag.closing:
            if name == "pre":
                self._flush()
            self._literal = name
        elif name in ("td", "th") and tag.closing:
            self._parts.append(" \\| ")
        elif name in _BLOCKS:
            self._block(tag)

    def _block(self, tag: Tag) -> None:
        self._flush()
        if tag.name in ("ul", "ol"):
            self._depth = max(0, self._depth + (-1 if tag.closing else 1))
        self._title = tag.name in _TITLES and not tag.closing
        self._prefix = "- " if tag.name == "li" and not tag.closing else ""
        if tag.name == "hr":
            self._done.append("---")

    def _anchor(self, tag: Tag, href: str) -> None:
        if not tag.closing:
            if not self._links:
                self._links.append((len(self._parts), self._targets.link(href) or ""))
            return
        if self._links:
            start, address = self._links.pop()
            label = "".join(self._parts[start:]).strip()
            self._parts[start:] = [text.link(label, address) if address and label else label]

    def _close_literal(self) -> None:
        if not self._literal:
            return
        content, self._kept = "".join(self._kept), []
        if self._literal == "pre":
            self._done.append(text.fence(content.strip("\n")))
        else:
            self._parts.append(text.code(content))
        self._literal = ""

    def _flush(self) -> None:
        said = "".join(self._parts).strip()
        self._parts, self._links = [], []
        said = said.removesuffix("\\|").rstrip()
        if not said:
            return
        said = text.line_starts(said)
        if self._title and not set("*\n") & set(said):
            said = f"**{said}**"
        if self._prefix:
            level = "    " * min(max(self._depth - 1, 0), 8)
            said = f"{level}- " + said.replace("\n", f"\n{level}    ")
            if self._done and self._done[-1].lstrip().startswith("- "):
                self._done[-1] += f"\n{said}"
                return
            said = said.lstrip()
        self._done.append(said)
