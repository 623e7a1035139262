"""The XML-like sections of prompts: `<rules>` and `</rules>` on lines of their own.

To Markdown they are raw HTML, or text where their name has an underscore, and what stands between them is
read with them: a list right below such a tag is none, and one right above its end swallows that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from markdown_it.token import Token

from persona_docs.reading.markdown.plain import BREAKS, inline_text, placed
from persona_docs.reading.markdown.rawhtml import PUBLISHED

_NAME = r"[a-zA-Z][a-zA-Z0-9_-]{1,40}"
_LINE = re.compile(rf"^[ \t]*+<(/?)({_NAME})>[ \t]*+(?:(\S.*)</\2>[ \t]*+)?$", re.MULTILINE)
_ITEM = re.compile(r"(?:[-*+]|(\d{1,3}[.)]))\s+(\S.*)")
_WORDS = re.compile(r"[_-]+|(?<=[a-z0-9])(?=[A-Z])")
_AS_WRITTEN = frozenset({"text", "html_inline", *BREAKS})
_NO_SECTIONS = PUBLISHED | {"script", "style", "textarea", "svg"}


class Part(StrEnum):
    """What a part of a tagged text is."""

    OPENING = "opening"
    CLOSING = "closing"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A tag, an item or the lines of a paragraph.

    Attributes:
        part: see `Part`.
        text: of a tag, its name as a title; else its plain text on one line.
        line: where it stands.
        ordered: of an item, whether it is numbered.
        tokens: the inline tokens of its text, where there are any.
    """

    part: Part
    text: str
    line: int
    ordered: bool = False
    tokens: tuple[Token, ...] = ()


def is_tagged(token: Token) -> bool:
    """Whether a paragraph or raw HTML holds a section's tag on a line of its own."""
    return "<" in token.content and any(
        match[2].lower() not in _NO_SECTIONS for match in _LINE.finditer(token.content)
    )


def tagged(token: Token) -> tuple[Line, ...]:
    """The tags, items and paragraphs of a tagged token, in order."""
    runs: list[list[Line]] = []
    for each in _html_lines(token) if token.type == "html_block" else _inline_lines(token):
        if runs and each.part is Part.TEXT and runs[-1][0].part in (Part.ITEM, Part.TEXT):
            runs[-1].append(each)
        else:
            runs.append([each])
    return tuple(_one(run) for run in runs)


def _one(run: Sequence[Line]) -> Line:
    """The lines of a paragraph or an item as one."""
    if len(run) == 1:
        return run[0]
    tokens = tuple(token for line in run for token in line.tokens)
    return replace(run[0], text=" ".join(line.text for line in run), tokens=tokens)


def _html_lines(token: Token) -> Iterator[Line]:
    first = token.map[0] if token.map else 0
    for line, written in enumerate(token.content.split("\n"), first):
        found = tuple(_read(" ".join(written.split()), line, ()))
        yield from (each for each in found if each.part is not Part.TEXT or not each.text.startswith("<"))


def _inline_lines(token: Token) -> Iterator[Line]:
    for line, pairs in groupby(placed(token), key=itemgetter(1)):
        tokens = tuple(child for child, _ in pairs)
        text = " ".join(inline_text(tokens).split())
        if all(child.type in _AS_WRITTEN for child in tokens):
            yield from _read(text, line, tokens)
        elif text:
            yield _line(text, line, tokens)


def _read(text: str, line: int, tokens: tuple[Token, ...]) -> Iterator[Line]:
    """What a line is; one that holds a whole section is three."""
    tag = _LINE.match(text)
    if tag is None or tag[2].lower() in _NO_SECTIONS:
        if text and not tag:
            yield _line(text, line, tokens)
        return
    title = title_of(tag[2])
    if not tag[1]:
        yield Line(Part.OPENING, title, line)
        if tag[3]:
            yield Line(Part.TEXT, tag[3].strip(), line)
    if tag[1] or tag[3]:
        yield Line(Part.CLOSING, title, line)


def _line(text: str, line: int, tokens: tuple[Token, ...]) -> Line:
    item = _ITEM.match(text)
    if item is None:
        return Line(Part.TEXT, text, line, tokens=tokens)
    return Line(Part.ITEM, item[2], line, bool(item[1]), tokens)


def without_tags(item: Token) -> tuple[str, tuple[Line, ...]]:
    """The text of an item, and what follows it from the first tag on: the end of a section, as a rule."""
    if is_tagged(item):
        first, *after = tagged(item)
        if first.part not in (Part.OPENING, Part.CLOSING):
            return first.text, tuple(after)
    return " ".join(inline_text(item.children or ()).split()), ()


def title_of(name: str) -> str:
    """A tag's name as a title.

    >>> title_of("Final_Checklist"), title_of("outputFormat")
    ('Final Checklist', 'Output Format')
    """
    words = _WORDS.sub(" ", name).strip()
    return words[:1].upper() + words[1:]
