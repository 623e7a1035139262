"""Which passages introduce a persona, and what their paragraphs say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from persona_docs.folding import fold
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.headings import introduces
from persona_docs.reading.body.leaves import BOLD, COLON
from persona_docs.reading.body.passages import Block, Kind, Passage
from persona_docs.reading.roles.introductions import introduction, is_about_the_file

_SAYING_WHAT = re.compile(
    r"description|purpose|summary|overview|descripcion|proposito|resumen|objetivo|descricao|resumo"
    r"|beschreibung|zweck|objectif|descrizione|scopo|描述|简介|用途|目的|概要|説明|설명|목적|описание|цель"
)
"""A label before what a persona does, in a paragraph of labels."""


def introducing(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages that may introduce a persona, those last that stand beside the matter."""
    return tuple(sorted(_introducing(passages), key=_is_beside_the_matter))


def _is_beside_the_matter(passage: Passage) -> bool:
    """Whether a passage stands in a tag, or below a bold line, for something else: `<memory>`, `<rules>`."""
    return passage.level >= BOLD and passage.concept is Concept.OTHER


def says(block: Block) -> str:
    """What a paragraph says of the persona; where it is all labels, what the one for a description says."""
    if block.labels:
        said = (value for label, value in block.labels if _SAYING_WHAT.fullmatch(fold(label)))
        return introduction(next(said, ""))
    run_in = block.lead.endswith(".") and " " not in block.lead and len(block.lead) < len(block.text)
    return introduction(block.text.removeprefix(block.lead).lstrip() if run_in else block.text)


def _is_of_the_matter(block: Block) -> bool:
    """Whether a block tells more than of the file."""
    return bool(says(block)) or not is_about_the_file(block.text)


def _introducing(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that may introduce: before any heading, the first section with a text, who it is.

    A section that tells no more than of the file, as when it was written, is followed by the first.
    """
    first: int | None = None
    sought = True
    for passage in passages:
        if sought and passage.blocks and passage.level not in (0, COLON):
            first = passage.line
            sought = not any(map(_is_of_the_matter, passage.blocks))
        if (
            not passage.level
            or passage.line == first
            or passage.concept is Concept.IDENTITY
            or introduces(passage.title)
        ):
            yield passage
        if sought and any(block.kind is Kind.ITEM for block in passage.blocks):
            sought = False  # a list was first: no section introduces anybody
