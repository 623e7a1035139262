"""Facts found in the description and the body where no field declares them, with their line and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from persona_docs.folding import fold
from persona_docs.model import Body, Fact, Origin
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.passages import Block, Kind, Passage, passages
from persona_docs.reading.body.tables import situation_cells, tables
from persona_docs.reading.derived.introducing import introducing, says
from persona_docs.reading.derived.things import without_things
from persona_docs.reading.fields.facts import unique
from persona_docs.reading.roles.introductions import first_sentences
from persona_docs.reading.roles.jobs import job_behind_label, job_from
from persona_docs.reading.roles.sentences import role_from
from persona_docs.reading.situations import invocations
from persona_docs.reading.situations.sections import section_situations, situation

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
            for sentence in filter(_THIS.match, invocations.sentences(block.text)):
                for phrase in invocations.situations(sentence):
                    yield derived(phrase, block.line, passage.title)


_ROLE_KEY = re.compile(
    r"(?:your )?(?:role|rol|tu rol|papel|ruolo|funcao|角色|身份|役割|rolle|persona|occupation|profession"
    r"|profesion|ocupacion|profissao|professione|beruf|metier|职业|職業|직업)"
)
"""A label or a heading before who somebody is."""

_TO_FILL = re.compile(r"[\[{<$]")
"""What begins a placeholder of a template."""

_ADDRESSED = re.compile(
    r"(?:you are|act as|eres|você é|tu es|vous êtes|du bist|sie sind) "
    r"(?:an?|the|una?|uma?|un|une|el|la|le|o|eine?|der|die) (?![^.]* your )",
    re.IGNORECASE,
)
"""What a paragraph begins with that says who somebody is wherever it stands; `in your domain` is anybody."""

_FIRST = 12
"""Passages that may say who the persona is."""


def role(text: Text) -> Fact:
    """Who the persona is: what a list's label `**Role**: …` says, else the sentence "You are …"."""
    return next((fact for fact in _roles(text) if fact.value), Fact(""))


def _roles(text: Text) -> Iterator[Fact]:
    """What may say who the persona is, the most telling first; facts without a value among them."""
    first = text.passages[:_FIRST]
    for passage in first:
        for item, _ in passage.items():
            key, _, said = item.text.replace("：", ":", 1).partition(":")
            yield derived(_role_behind(key, said, text.names) if item.lead else "", item.line, passage.title)
        for block in passage.blocks:
            for key, said in block.labels:
                yield derived(_role_behind(key, said, text.names), block.line, key)
    for block in _paragraphs(text):
        yield derived(role_from(block.text, text.names), block.line, "")
    for passage in first:
        yield from _jobs(passage)
    about = text.description
    yield derived(role_from(about.value, text.names) or job_from(about.value), about.line, about.where)
    for passage in first:
        for block in () if passage.aside else passage.paragraphs():
            told = role_from(block.text, text.names) if _ADDRESSED.match(block.text) else ""
            yield derived(told, block.line, "")


def _jobs(passage: Passage) -> Iterator[Fact]:
    """The jobs that a paragraph alone names below a heading `Role`, or behind a label `Role:`."""
    below = _ROLE_KEY.fullmatch(fold(passage.title)) is not None
    for n, block in enumerate(passage.blocks):
        if block.kind is Kind.PARAGRAPH and not block.level:
            key, _, said = block.text.replace("：", ":", 1).partition(":")
            if said and _ROLE_KEY.fullmatch(fold(key)):
                yield derived(job_behind_label(said.strip()), block.line, key)
            elif below and n == 0:
                yield derived(job_behind_label(block.text), block.line, passage.title)


def _role_behind(key: str, said: str, names: tuple[str, ...]) -> str:
    """The role behind a label; nothing behind another, or where it is too long or still to be filled in.

    Sentences after the first say what to do.
    """
    said = said.strip()
    if not 3 < len(said) < 160 or _TO_FILL.match(said) or not _ROLE_KEY.fullmatch(fold(key.strip("* "))):
        return ""
    return role_from(said, names) or invocations.sentences(said)[0].strip(" .。")


def _paragraphs(text: Text) -> Iterator[Block]:
    """The paragraphs that may open with "You are …", those inside a prompt in a code block included."""
    for passage in text.opening():
        yield from passage.paragraphs()
    for passage in text.opening():
        yield from _prompt_lines(passage)


def _prompt_lines(passage: Passage) -> Iterator[Block]:
    """The first lines of the prompts that stand in code blocks to be copied."""
    for block in passage.blocks:
        if block.kind is Kind.CODE and block.info.split(" ")[0] in {"markdown", "md", "text", "", "prompt"}:
            for n, line in enumerate(block.text.split("\n")[:6]):
                yield Block(Kind.PARAGRAPH, line, block.line + n)


_TO_COPY = re.compile(
    r"\b(?:copy|copia|copie|paste|pega|cole)\b.{0,60}\b(?:prompt|contexto?)\b", re.IGNORECASE
)


def description(text: Text) -> Fact:
    """What the persona does: its section "Description", else the first paragraph that introduces it.

    A paragraph that says to copy the block of code below it stands for what that block says first.
    """
    for passage in (*text.about(Concept.DESCRIPTION), *introducing(text.passages)):
        for block in () if passage.aside else passage.paragraphs():
            if block.level:
                continue
            if _TO_COPY.search(block.text):
                block = next(filter(says, _prompt_lines(passage)), block)
            if said := says(block):
                return derived(first_sentences(said), block.line, passage.title)
    return Fact("")
