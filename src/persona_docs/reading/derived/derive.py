"""Facts found in the description and the body where no field declares them, with their line and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from persona_docs.model import Body, Fact, Origin
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.passages import Block, Kind, Passage, passages
from persona_docs.reading.body.tables import situation_cells, tables
from persona_docs.reading.derived.introducing import introducing, says
from persona_docs.reading.derived.things import without_things
from persona_docs.reading.fields.facts import unique
from persona_docs.reading.roles.introductions import first_sentences
from persona_docs.reading.situations import invocations
from persona_docs.reading.situations.sections import section_situations, situation
from persona_docs.reading.text.sentences import sentences

MOST = 40
"""How many terms or situations are derived at most; a longer list is a manual."""


@dataclass(frozen=True, slots=True)
class Text:
    """What facts are derived from.

    Attributes:
        description: the description, examples taken out; its `where` is the key it was declared under.
        passages: of the body.
        names: what the persona is called.
    """

    description: Fact
    passages: tuple[Passage, ...]
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, body: Body, description: Fact | None = None, names: tuple[str, ...] = ()) -> Text:
        """The text of a persona."""
        return cls(description or Fact(""), tuple(without_things(passages(body), names)), names)

    def about(self, concept: Concept) -> Iterator[Passage]:
        """The passages that are about something."""
        return (passage for passage in self.passages if passage.concept is concept)

    def opening(self) -> Iterator[Passage]:
        """The passages that may say who the persona is: the first three, and those of its identity."""
        for n, passage in enumerate(self.passages):
            if n < 3 or passage.concept is Concept.IDENTITY:
                yield passage


def derived(value: str, line: int, where: str) -> Fact:
    """A fact that was found in the text."""
    return Fact(value, Origin.DERIVED, line, where)


def activates_on(text: Text) -> tuple[Fact, ...]:
    """The situations the persona is meant for, from its sections and its description, else its opening."""
    said = text.description
    found = [derived(phrase, said.line, said.where) for phrase in invocations.situations(said.value)]
    for passage in text.about(Concept.ACTIVATES_ON):
        where = passage.announced
        found += [derived(phrase, line, where) for phrase, line in section_situations(passage)]
        found += [
            derived(phrase, line, where)
            for table in tables(passage.blocks)
            for cell, line in situation_cells(table)
            if (phrase := situation(cell))
        ]
    return unique(found or list(_asked(text)))[:MOST]


_THIS = re.compile(
    r"(?:use|invoke|call|activate|load|apply|run|[uú]sa|utiliza) (?:this|est[ea])"
    r" (?:agent|skill|persona|mode|rule|command|agente|modo|regla|regra|comando)\b(?!.*:$)",
    re.IGNORECASE,
)
"""What a sentence begins with that asks to be followed wherever it stands, unless a list completes it."""


def _asked(text: Text) -> Iterator[Fact]:
    """The situations that sentences of the opening tell, such as "Use this skill when …"."""
    for passage in text.opening():
        for block in () if passage.aside else passage.paragraphs():
            for sentence in filter(_THIS.match, sentences(block.text)):
                for phrase in invocations.situations(sentence):
                    yield derived(phrase, block.line, passage.title)


def prompt_lines(passage: Passage) -> Iterator[Block]:
    """The first lines of the prompts that stand in a passage's code blocks, to be copied."""
    for block in passage.blocks:
        if block.kind is Kind.CODE and block.info.split(" ")[0] in {"markdown", "md", "text", "", "prompt"}:
            for n, line in enumerate(block.text.split("\n")[:6]):
                yield Block(Kind.PARAGRAPH, line, block.line + n)


_TO_COPY = re.compile(
    r"\b(?:copy|copia|copie|paste|pega|cole)\b.{0,60}\b(?:prompt|contexto?)\b", re.IGNORECASE
)
"""What says that the prompt stands in the block of code below."""


def description(text: Text) -> Fact:
    """What the persona does: its section "Description", else the first paragraph that introduces it.

    A paragraph that says to copy the block of code below it stands for what that block says first.
    """
    for passage in (*text.about(Concept.DESCRIPTION), *introducing(text.passages)):
        for block in () if passage.aside else passage.paragraphs():
            if block.level:
                continue
            if _TO_COPY.search(block.text):
                block = next(filter(says, prompt_lines(passage)), block)
            if said := says(block):
                return derived(first_sentences(said), block.line, passage.title)
    return Fact("")
