"""Facts found in the description and the body where no field declares them, with their line and heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from persona_docs.folding import fold
from persona_docs.model import Body, Fact, Origin
from persona_docs.reading import invocations
from persona_docs.reading.fields import unique
from persona_docs.reading.headings import Concept, introduces, used_thing
from persona_docs.reading.introductions import introduction, two_sentences
from persona_docs.reading.jobs import job_from
from persona_docs.reading.leaves import COLON
from persona_docs.reading.passages import Block, Kind, Passage, passages
from persona_docs.reading.roles import role_from
from persona_docs.reading.section_situations import section_situations, situation
from persona_docs.reading.spoken import object_terms
from persona_docs.reading.tables import situation_cells, tables, term_cells
from persona_docs.reading.term_lists import list_terms
from persona_docs.reading.terms import clean, is_weak, item_terms

MOST_TERMS = 40
"""How many terms are derived at most; a longer list is a manual, not an expertise."""

_MANY_ITEMS = 18


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
        found = tuple(
            replace(p, concept=Concept.OTHER) if _is_of_a_thing(p, names) else p for p in passages(body)
        )
        return cls(description or Fact(""), found, names)

    def about(self, concept: Concept) -> Iterator[Passage]:
        """The passages that are about something."""
        return (passage for passage in self.passages if passage.concept is concept)

    def opening(self) -> Iterator[Block]:
        """The paragraphs that may say who the persona is: the first ones, and those of its identity."""
        for n, passage in enumerate(self.passages):
            if n < 3 or passage.concept is Concept.IDENTITY:
                yield from (block for block in passage.blocks if block.kind is Kind.PARAGRAPH)


_WORD = re.compile(r"[^\W_]+")


def _is_of_a_thing(passage: Passage, names: Iterable[str]) -> bool:
    """Whether a passage tells when to use something (`When to use WebSockets`) that is not the persona."""
    thing = used_thing(passage.announced) if passage.concept is Concept.ACTIVATES_ON else ""
    first = _WORD.search(thing)
    return first is not None and all(first.group() not in _WORD.findall(fold(name)) for name in names)


def _fact(value: str, line: int, where: str) -> Fact:
    return Fact(value, Origin.DERIVED, line, where)


# ---------------------------------------------------------------------------------------------- expertise


def expertise(text: Text) -> tuple[Fact, ...]:
    """What the persona knows: the items below the heading that says so, else the sentence that does."""
    for concept in (Concept.EXPERTISE, Concept.CAPABILITIES, Concept.KNOWLEDGE):
        found = unique([fact for group in _groups(text, concept) for fact in _expertise_of(group)])
        if len(found) > 1:
            return found[:MOST_TERMS]
    return unique(list(_spoken_expertise(text)))[:MOST_TERMS]


def _groups(text: Text, concept: Concept) -> Iterable[Sequence[Passage]]:
    """The passages about a concept, those under one heading together."""
    groups: dict[int, list[Passage]] = {}
    for passage in text.about(concept):
        groups.setdefault(passage.announced_line, []).append(passage)
    return groups.values()


def _expertise_of(group: Sequence[Passage]) -> Iterator[Fact]:
    """The terms under one heading; where they are too many, the headings below it."""
    where = group[0].announced
    terms = [fact for passage in group for fact in _terms(passage, where)]
    strong = [fact for fact in terms if not is_weak(fact.value)]
    mostly_weak = len(strong) * 2 < len(terms)
    if mostly_weak or len(terms) > _MANY_ITEMS:
        yield from _headings_below(group, where, 1 if mostly_weak else 3) or strong
    else:
        yield from strong


def _headings_below(group: Sequence[Passage], where: str, few: int) -> list[Fact]:
    """The headings next below that of a group, with those further below only where they are too few."""
    below = [passage for passage in group if not passage.own and passage.title]
    for deepest in sorted({passage.level for passage in below}):
        found = [
            _fact(term, passage.line, where)
            for passage in below
            if passage.level <= deepest and (term := clean(re.sub(r"^\d+[.)]\s*", "", passage.title)))
        ]
        if len(unique(found)) > few:
            return found
    return []


def _terms(passage: Passage, where: str) -> Iterator[Fact]:
    for item, children in passage.items():
        yield from (_fact(term, item.line, where) for term in item_terms(item, children))
    for table in tables(passage.blocks):
        for cell, line in term_cells(table, own=passage.own):
            if term := clean(cell):
                yield _fact(term, line, where)
    if not any(block.kind in {Kind.ITEM, Kind.ROW} for block in passage.blocks):
        for block in passage.blocks:
            if block.kind is Kind.PARAGRAPH:
                yield from (_fact(term, block.line, where) for term in object_terms(block.text))


def _spoken_expertise(text: Text) -> Iterator[Fact]:
    """The terms of sentences such as "expertise in …" in the opening and the description.

    A description that is declared may be nothing but a list of them; the first paragraph of a body is a
    scene, an order or a greeting as often.
    """
    said = text.description
    found = [
        *(
            _fact(term, block.line, "")
            for block in text.opening()
            for sentence in filter(_ADDRESSED.search, invocations.sentences(block.text))
            for term in object_terms(sentence)
        ),
        *(
            _fact(term, said.line, said.where)
            for sentence in invocations.sentences(said.value)
            for term in object_terms(sentence) or (() if said.derived else list_terms(sentence))
        ),
    ]
    return (fact for fact in found if not is_weak(fact.value))


_ADDRESSED = re.compile(r"\b(?:you|your|eres|sos|tu|voc[eê]|sua|seu|i)\b|[你您]", re.IGNORECASE)


# ------------------------------------------------------------------------------------------- activates on


def activates_on(text: Text) -> tuple[Fact, ...]:
    """The situations the persona is meant for, from its sections and from its description."""
    said = text.description
    found = [_fact(phrase, said.line, said.where) for phrase in invocations.situations(said.value)]
    for passage in text.about(Concept.ACTIVATES_ON):
        where = passage.announced
        found += [_fact(phrase, line, where) for phrase, line in section_situations(passage)]
        found += [
            _fact(phrase, line, where)
            for table in tables(passage.blocks)
            for cell, line in situation_cells(table)
            if (phrase := situation(cell))
        ]
    return unique(found)[:MOST_TERMS]


# --------------------------------------------------------------------------------- role and description

_ROLE_KEY = re.compile(
    r"(?:your )?(?:role|rol|tu rol|papel|ruolo|funcao|角色|身份|役割|rolle|persona|occupation|profession"
    r"|profesion|ocupacion|profissao|professione|beruf|metier|职业|職業|직업)"
)


_SAYING_WHAT = re.compile(
    r"description|purpose|summary|overview|descripcion|proposito|resumen|objetivo|descricao|resumo"
    r"|beschreibung|zweck|objectif|descrizione|scopo|描述|简介|用途|目的|概要|説明|설명|목적|описание|цель"
)
"""A label before what a persona does, in a paragraph of labels."""

_TO_FILL = re.compile(r"[\[{<$]")


def role(text: Text) -> Fact:
    """Who the persona is: an item `**Role**: …` of its identity, else the sentence "You are …"."""
    for passage in text.passages[:12]:
        for item, _ in passage.items():
            key, sign, said = item.text.partition("：") if "：" in item.text else item.text.partition(":")
            if (
                sign
                and item.lead
                and _ROLE_KEY.fullmatch(fold(key.strip("* ")))
                and 3 < len(said.strip()) < 160
                and not _TO_FILL.match(said.strip())
            ):
                return _fact(_first_said(said, text.names), item.line, passage.title)
        for block in passage.blocks:
            for key, said in block.labels:
                if _ROLE_KEY.fullmatch(fold(key)) and 3 < len(said) < 160 and not _TO_FILL.match(said):
                    return _fact(_first_said(said, text.names), block.line, key)
    for block in _paragraphs(text):
        found = role_from(block.text, text.names)
        if found:
            return _fact(found, block.line, "")
    for passage in text.passages[:12]:
        first = next(iter(passage.blocks), None)
        if first and first.kind is Kind.PARAGRAPH and _ROLE_KEY.fullmatch(fold(passage.title)):
            found = job_from(first.text)
            if found:
                return _fact(found, first.line, passage.title)
    found = role_from(text.description.value, text.names) or job_from(text.description.value)
    return _fact(found, text.description.line, text.description.where) if found else Fact("")


def _first_said(role: str, names: tuple[str, ...]) -> str:
    """The first sentence of a role that stands behind its label; those behind it say what to do."""
    return role_from(role, names) or invocations.sentences(role)[0].strip(" .。")


def _paragraphs(text: Text) -> Iterator[Block]:
    """The paragraphs that may open with "You are …", those inside a prompt in a code block included."""
    yield from text.opening()
    for n, passage in enumerate(text.passages):
        if n < 3 or passage.concept is Concept.IDENTITY:
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
    for passage in (*text.about(Concept.DESCRIPTION), *_introducing(text)):
        for block in () if passage.aside else passage.blocks:
            if block.kind is not Kind.PARAGRAPH or block.level:
                continue
            if _TO_COPY.search(block.text):
                block = next(filter(_says, _prompt_lines(passage)), block)
            if said := _says(block):
                return _fact(two_sentences(said), block.line, passage.title)
    return Fact("")


def _says(block: Block) -> str:
    """What a paragraph says of the persona; of one that is all labels, what stands behind that for it."""
    if block.labels:
        said = (value for label, value in block.labels if _SAYING_WHAT.fullmatch(fold(label)))
        return introduction(next(said, ""))
    return introduction(block.text)


def _introducing(text: Text) -> Iterator[Passage]:
    """The passages before the first heading, the first section that says anything, those of who it is."""
    first: int | None = None
    for passage in text.passages:
        if first is None and passage.blocks and passage.level not in (0, COLON):
            first = passage.line
        if (
            not passage.level
            or passage.line == first
            or passage.concept is Concept.IDENTITY
            or introduces(passage.title)
        ):
            yield passage
        if first is None and any(block.kind is Kind.ITEM for block in passage.blocks):
            first = 0  # a list was first: no section introduces anybody
