"""A block of raw HTML as Markdown: its text, and of its elements those that Markdown has.

A wiki gets no HTML at all: some show it, some drop it, one refuses the page. What the catalog's own pages
show as text (unknown tags, anything that does something) is text here too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from persona_docs.exports.writing import text
from persona_docs.exports.writing.tags import CODE, image
from persona_docs.pages.bodies.targets import Targets
from persona_docs.reading.markdown import rawhtml
from persona_docs.reading.markdown.rawhtml import Comment, Tag, Text

_BLOCK_NAMES = """
blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody
tfoot thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_TITLES = frozenset({"caption", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "summary"})


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
            said = "  \n".join(text.escape(" ".join(line.split())) for line in words.split("\n"))
        else:
            said = text.escape(re.sub(r"\s+", " ", words))
        self._parts.append(said if any(address for _, address in self._links) else text.unlinked(said))

    def _tag(self, tag: Tag) -> None:
        name, attributes = tag.name, dict(tag.attributes)
        if name == "br":
            self._parts.append("  \n")
        elif name == "img":
            source, alt = attributes.get("src", ""), attributes.get("alt", "")
            self._parts.append(image(self._targets, source, alt, linked=bool(self._links)))
        elif name == "a":
            self._anchor(tag, attributes.get("href", ""))
        elif (name == "pre" or name in CODE) and not tag.closing:
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
                self._links.append((len(self._parts), text.target(self._targets.link(href) or "")))
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
