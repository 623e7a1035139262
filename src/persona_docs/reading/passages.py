"""A body as passages: what stands under each heading, real or not, as plain blocks with their lines.

Half of all persona files announce their lists with a bold line, a line ending in a colon or an XML-like tag
and not with a heading; those count as headings here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it.token import Token

from persona_docs.model import Body
from persona_docs.reading.headings import Concept, concept_of, names_expertise, refuses
from persona_docs.reading.plain import inline_text, only_text


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A leaf of the body.

    Attributes:
        kind: see `Kind`.
        text: its plain text on one line; of code, the code as it is.
        line: where it stands.
        level: of a heading 1 to 6, or 7 and 8 for what only reads as one; of an item its depth from 0.
        lead: the bold text it starts with, or empty.
        cells: of a row, the plain text of its cells.
        header: of a row, whether it is its table's header.
        info: of code, its language.
        ordered: of an item, whether its list is numbered.
        code: the texts of its code spans.
    """

    kind: Kind
    text: str
    line: int
    level: int = 0
    lead: str = ""
    cells: tuple[str, ...] = ()
    header: bool = False
    info: str = ""
    ordered: bool = False
    code: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading, up to the next.

    Attributes:
        title: the heading's plain text, empty before the first.
        level: see `Block.level`; 0 before the first.
        line: of the heading.
        concept: what the heading announces, or else what the nearest heading above it does.
        own: whether it is its own heading that announces it.
        announced: title of the heading that announced the concept.
        announced_line: its line; passages that share it belong together.
        blocks: what stands there.
    """

    title: str
    level: int
    line: int
    concept: Concept | None = None
    own: bool = False
    announced: str = ""
    announced_line: int = 0
    blocks: tuple[Block, ...] = ()

    def items(self) -> Iterator[tuple[Block, tuple[Block, ...]]]:
        """Its list items of the first depth, each with the items directly below it."""
        item: Block | None = None
        children: list[Block] = []
        for block in self.blocks:
            if block.kind is not Kind.ITEM:
                continue
            if block.level == 0:
                if item is not None:
                    yield item, tuple(children)
                item, children = block, []
            elif block.level == 1:
                children.append(block)
        if item is not None:
            yield item, tuple(children)

    def rows(self) -> Iterator[Block]:
        """The rows of its tables, without their headers."""
        return (block for block in self.blocks if block.kind is Kind.ROW and not block.header)


def passages(body: Body) -> tuple[Passage, ...]:
    """The passages of a body, in order."""
    found = [Passage("", 0, body.line)]
    current: list[Block] = []
    above: list[Passage] = []

    for block in _with_pseudo_headings(list(blocks(body))):
        if block.kind is not Kind.HEADING:
            current.append(block)
            continue
        if current:
            found[-1] = replace(found[-1], blocks=tuple(current))
            current.clear()
        while above and above[-1].level >= block.level:
            above.pop()
        if block.text:
            found.append(_passage(block, above))
            above.append(found[-1])
        else:  # what a colon line announced has ended: back to the heading above it
            found.append(replace(above[-1], own=False) if above else Passage("", 0, block.line))
    found[-1] = replace(found[-1], blocks=tuple(current))
    return tuple(found)


def _passage(block: Block, above: Sequence[Passage]) -> Passage:
    concept = concept_of(block.text)
    above_says = above[-1].concept if above else None
    if (
        concept is None
        and block.level != _COLON
        and above_says in {None, Concept.OTHER}
        and names_expertise(block.text)
    ):
        concept = Concept.EXPERTISE
    if concept is None and above_says is Concept.ACTIVATES_ON and refuses(block.text):
        concept = Concept.OTHER
    if concept is not None:
        return Passage(block.text, block.level, block.line, concept, True, block.text, block.line)  # noqa: FBT003
    parent = above[-1] if above else Passage("", 0, 0)
    return Passage(
        block.text,
        block.level,
        block.line,
        parent.concept,
        announced=parent.announced,
        announced_line=parent.announced_line,
    )


_LONGEST_LINE = 90
_BOLD, _COLON = 7, 8


def _with_pseudo_headings(all_blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, lines that only read as headings made headings, and their end marked by an empty one."""
    announcing = False
    for n, block in enumerate(all_blocks):
        if announcing and block.kind in {Kind.PARAGRAPH, Kind.HEADING}:
            announcing = False
            if block.kind is Kind.PARAGRAPH:
                yield Block(Kind.HEADING, "", block.line, level=_COLON)
        said = block.text
        if block.kind is not Kind.PARAGRAPH or not said:
            yield block
        elif block.lead and len(block.lead) >= len(said.rstrip(" :：")) and len(said) <= _LONGEST_LINE:
            yield Block(Kind.HEADING, block.lead.rstrip(" :："), block.line, level=_BOLD)
        else:
            yield block
            follows = all_blocks[n + 1].kind if n + 1 < len(all_blocks) else Kind.HEADING
            if said[-1] not in ":：" or follows not in {Kind.ITEM, Kind.CODE, Kind.ROW}:
                continue
            announcement = re.split(r"(?<=[.!?。])\s+", said.rstrip(" :："))[-1].strip("*_ ")
            if 0 < len(announcement) <= _LONGEST_LINE:
                yield Block(Kind.HEADING, announcement, block.line, level=_COLON)
                announcing = True


_SILENT = frozenset({"paragraph_open", "paragraph_close", "hr"})


def blocks(body: Body) -> Iterator[Block]:
    """The leaves of a body, in order. Lists inside quotes count as lists."""
    lists: list[bool] = []
    begun: list[bool] = []
    line, heading, in_cell, header = body.line, 0, False, False
    row: list[str] = []
    for token in body.tokens:
        kind = token.type
        if kind in _SILENT:
            continue
        line = token.map[0] if token.map else line
        match kind:
            case "inline":
                children = token.children or ()
                text = " ".join(inline_text(children).split())
                bare = only_text(token)
                lead = "" if bare else _lead(children)
                code = () if bare else tuple(c.content for c in children if c.type == "code_inline")
                if in_cell:
                    row.append(text)
                elif heading:
                    yield Block(Kind.HEADING, text, line, level=heading)
                elif begun and not begun[-1]:
                    begun[-1] = True
                    ordered = bool(lists) and lists[-1]
                    yield Block(Kind.ITEM, text, line, len(lists) - 1, lead, ordered=ordered, code=code)
                else:
                    yield Block(Kind.PARAGRAPH, text, line, lead=lead, code=code)
            case "bullet_list_open" | "ordered_list_open":
                lists.append(kind == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                begun.append(False)
            case "list_item_close":
                begun.pop()
            case "heading_open" | "heading_close":
                heading = int(token.tag[1:]) if token.nesting == 1 else 0
            case "thead_open" | "thead_close":
                header = token.nesting == 1
            case "tr_open":
                row = []
            case "tr_close":
                yield Block(Kind.ROW, " | ".join(row), line, cells=tuple(row), header=header)
            case "th_open" | "td_open" | "th_close" | "td_close":
                in_cell = token.nesting == 1
            case "fence" | "code_block":
                yield Block(Kind.CODE, token.content, line + (kind == "fence"), info=token.info.strip())
            case "html_block":
                yield from _tag(token.content, line)
            case _:
                pass


def _lead(children: Sequence[Token]) -> str:
    """The bold text that inline tokens start with; an emoji or sign may stand before it."""
    opened = next((n for n, child in enumerate(children) if child.type == "strong_open"), None)
    if opened is None:
        return ""
    before = inline_text(children[:opened])
    if len(before) > 5 or any(sign.isalnum() for sign in before):
        return ""
    closed = next((n for n, child in enumerate(children) if child.type == "strong_close"), len(children))
    return " ".join(inline_text(children[opened:closed]).split())


_OPENING_TAG = re.compile(r"\s*<([a-zA-Z][a-zA-Z0-9_-]{1,40})>\s*\n?")


def _tag(html: str, line: int) -> Iterator[Block]:
    """An XML-like section (`<rules>` on a line of its own) as a heading and the lines that stand in it."""
    match = _OPENING_TAG.match(html)
    if match is None:
        return
    yield Block(Kind.HEADING, re.sub(r"[_-]", " ", match.group(1)), line, level=_BOLD)
    for n, written in enumerate(html.split("\n")):
        text = written.strip()
        if text and not text.startswith("<"):
            bullet = re.match(r"[-*]\s+(.*)", text)
            yield Block(Kind.ITEM if bullet else Kind.PARAGRAPH, bullet[1] if bullet else text, line + n)
