"""A body as passages: what stands under each heading, real or not, as plain blocks with their lines.

Half of all persona files announce their lists with a bold line, a line ending in a colon or an XML-like tag
and not with a heading; those count as headings here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from persona_docs.model import Body
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import concept_of, is_aside, names_expertise
from persona_docs.reading.body.leaves import BOLD, COLON, Block, Kind, blocks
from persona_docs.reading.body.situation_headings import refuses, stresses

__all__ = ["Block", "Kind", "Passage", "passages"]


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
        aside: whether it stands under examples, templates or what is to be answered.
        blocks: what stands there.
        code: the code spans of the heading.
    """

    title: str
    level: int
    line: int
    concept: Concept | None = None
    own: bool = False
    announced: str = ""
    announced_line: int = 0
    aside: bool = False
    blocks: tuple[Block, ...] = ()
    code: tuple[str, ...] = ()

    def paragraphs(self) -> Iterator[Block]:
        """Its paragraphs, those in lists and footnotes among them."""
        return (block for block in self.blocks if block.kind is Kind.PARAGRAPH)

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


@dataclass(slots=True)
class _OpenTags:
    """The tags a block stands in: a heading inside of one ends none of what stands above it."""

    stack: list[tuple[str, int]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)

    @property
    def kept(self) -> int:
        """How many headings above a block stay whatever it is: the innermost tag and those above it."""
        return self.stack[-1][1] if self.stack else 0

    def open(self, name: str, kept: int) -> None:
        self.stack.append((name, kept))
        self.names[name] += 1

    def close(self, name: str) -> int:
        """How many headings stand above an open tag, which ends with all inside of it."""
        while True:
            ended, kept = self.stack.pop()
            self.names[ended] -= 1
            if ended == name:
                return kept - 1


def passages(body: Body) -> tuple[Passage, ...]:
    """The passages of a body, in order."""
    found = [Passage("", 0, body.line)]
    current: list[Block] = []
    above: list[Passage] = []
    tags = _OpenTags()
    all_blocks = list(blocks(body))
    ends = Counter(block.text for block in all_blocks if block.kind is Kind.END)
    ended = False

    def begin(passage: Passage) -> None:
        found[-1] = replace(found[-1], blocks=tuple(current))
        current.clear()
        found.append(passage)

    for block in _with_pseudo_headings(all_blocks):
        if block.kind is Kind.END:
            ends[block.text] -= 1
            if tags.names[block.text]:
                del above[tags.close(block.text) :]
                ended = True
            continue
        if block.kind not in _BEGINNING:
            if ended:
                begin(_again(above, block.line))
            current.append(block)
            ended = False
            continue
        ended = False
        while len(above) > tags.kept and above[-1].level >= block.level:
            above.pop()
        if block.text:
            begin(_passage(block, above))
            above.append(found[-1])
            if block.kind is Kind.TAG and ends[block.text] > 0:
                tags.open(block.text, len(above))
        else:  # what a colon line announced has ended
            begin(_again(above, block.line))
    found[-1] = replace(found[-1], blocks=tuple(current))
    return tuple(found)


_BEGINNING = frozenset({Kind.HEADING, Kind.TAG})


def _again(above: Sequence[Passage], line: int) -> Passage:
    """A passage that goes on under the heading above, after a section inside of it has ended."""
    return replace(above[-1], own=False, code=()) if above else Passage("", 0, line)


def _passage(block: Block, above: Sequence[Passage]) -> Passage:
    """The passage that a heading begins, still without blocks."""
    parent = above[-1] if above else Passage("", 0, 0)
    begun = replace(
        parent,
        title=block.text,
        level=block.level,
        line=block.line,
        own=False,
        aside=parent.aside or is_aside(block.text),
        blocks=(),
        code=block.code,
    )
    concept = _concept(block, parent.concept)
    if concept is None:
        return begun
    return replace(begun, concept=concept, own=True, announced=block.text, announced_line=block.line)


def _concept(block: Block, above_says: Concept | None) -> Concept | None:
    """What a heading announces itself, which may depend on what the one above it does."""
    concept = concept_of(block.text)
    if above_says is Concept.ACTIVATES_ON and stresses(block.text):
        return None
    if concept is not None:
        return concept
    if above_says in {None, Concept.OTHER} and block.level != COLON and names_expertise(block.text):
        return Concept.EXPERTISE
    if above_says is Concept.ACTIVATES_ON and refuses(block.text):
        return Concept.OTHER
    return None


_LONGEST_LINE = 90
"""Of what only reads as a heading, in characters; longer lines are sentences."""

_ENDING = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.TAG, Kind.END})
"""What ends the list that a line with a colon has announced."""


def _with_pseudo_headings(all_blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, lines that only read as headings made headings, and their end marked by an empty one."""
    announcing = False
    for n, block in enumerate(all_blocks):
        if announcing and block.kind in _ENDING:
            announcing = False
            if block.kind is Kind.PARAGRAPH:
                yield Block(Kind.HEADING, "", block.line, level=COLON)
        said = block.text
        if block.kind is not Kind.PARAGRAPH or not said:
            yield block
        elif block.lead and len(block.lead) >= len(said.rstrip(" :：")) and len(said) <= _LONGEST_LINE:
            yield Block(Kind.HEADING, block.lead.rstrip(" :："), block.line, level=BOLD)
        else:
            yield block
            follows = all_blocks[n + 1].kind if n + 1 < len(all_blocks) else Kind.HEADING
            if said[-1] not in ":：" or follows not in {Kind.ITEM, Kind.CODE, Kind.ROW}:
                continue
            announcement = block.label or re.split(r"(?<=[.!?。])\s+", said.rstrip(" :："))[-1].strip("*_ ")
            if 0 < len(announcement) <= _LONGEST_LINE:
                yield Block(Kind.HEADING, announcement, block.line, level=COLON)
                announcing = True
