"""The headings of a body, their anchors, and the plain text below each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markdown_it.token import Token

from persona_docs.model import Section
from persona_docs.reading.markdown.plain import html_text, inline_text

_RESERVED = re.compile(r"__|persona-|user-content-", re.IGNORECASE)
_LONGEST = 100
_READ = frozenset({"heading_open", "inline", "tr_open", "tr_close", "long_line", "html_block"})
_DROPPED = re.compile(r"[^\w -]", re.ASCII)
_KEPT = ("L", "M", "Nd", "Pc")
_EMOJI_PARTS = "\u200d\ufe0e\ufe0f\u20e3"


def sections(tokens: Sequence[Token], line: int) -> tuple[Section, ...]:
    """The outline of a body; gives each heading token its anchor in `meta["anchor"]`.

    Args:
        tokens: of the whole body.
        line: the source line of its first line.
    """
    anchor_for = _Anchors()
    found: list[Section] = []
    texts: list[str] = []
    current = Section("", 0, "", line)
    cells: list[str] | None = None
    heading: Token | None = None

    def close() -> None:
        if current.level or any(texts):
            found.append(
                Section(current.title, current.level, current.anchor, current.line, "\n".join(texts))
            )

    for token in tokens:
        kind = token.type
        if kind not in _READ:
            continue
        if kind == "heading_open":
            heading = token
        elif kind == "inline" and heading:
            close()
            title = " ".join(inline_text(token.children or ()).split())
            anchor = heading.meta["anchor"] = anchor_for(title)
            current = Section(title, int(heading.tag[1]), anchor, heading.map[0] if heading.map else 0)
            texts, heading = [], None
        elif kind == "tr_open":
            cells = []
        elif kind == "tr_close":
            texts.append(" | ".join(cells or ()))
            cells = None
        else:
            text = _text(token)
            if cells is not None:
                cells.append(" ".join(text.split()))
            elif text:
                texts.append(text)
    close()
    return tuple(found)


def _text(token: Token) -> str:
    if token.type == "inline":
        return inline_text(token.children or (), "\n").strip()
    return (html_text(token.content) if token.type == "html_block" else token.content).strip()


def slug(title: str) -> str:
    """A heading's anchor as GitHub makes it, without the invisible parts of emoji.

    >>> slug("⚙️ Áreas de expertise: APIs & más")
    '-áreas-de-expertise-apis--más'
    """
    if title.isascii():
        return _DROPPED.sub("", title.lower()).replace(" ", "-")
    kept = (
        c
        for c in title.lower()
        if c in "- " or (unicodedata.category(c).startswith(_KEPT) and c not in _EMOJI_PARTS)
    )
    return "".join(kept).replace(" ", "-")


class _Anchors:
    """Gives anchors that are unique in their body and out of the way of the theme's ids and ours."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._repeats: dict[str, int] = {}

    def __call__(self, title: str) -> str:
        base = slug(title)[:_LONGEST]
        if not base.strip("-") or _RESERVED.match(base):
            base = f"section-{base}".rstrip("-") if not base.strip("-") else f"section-{base}"
        anchor, count = base, self._repeats.get(base, 0)
        while anchor in self._taken:
            count += 1
            anchor = f"{base}-{count}"
        self._repeats[base] = count
        self._taken.add(anchor)
        return anchor
