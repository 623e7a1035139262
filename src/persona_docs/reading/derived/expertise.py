"""What a persona knows, found in its body and its description where no field says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from persona_docs.model import Fact
from persona_docs.reading.body.concepts import Concept
from persona_docs.reading.body.passages import Kind, Passage
from persona_docs.reading.body.tables import tables, term_cells
from persona_docs.reading.derived.derive import MOST, Text, derived
from persona_docs.reading.fields.facts import unique
from persona_docs.reading.terms.cleaning import clean
from persona_docs.reading.terms.items import item_terms
from persona_docs.reading.terms.lists import list_terms
from persona_docs.reading.terms.spoken import object_terms
from persona_docs.reading.terms.weak import is_weak
from persona_docs.reading.text.sentences import sentences

_MANY_ITEMS = 18
"""More than these under one heading are told by the headings below it, if there are any."""

_ADDRESSED = re.compile(
    r"\b(?:you|your|eres|sos|tu|voc[eê]|sua|seu|i|du|deine?|vous|votre|ton|sei|tuo|tua)\b|[你您]",
    re.IGNORECASE,
)
"""What a sentence of a prompt holds that speaks to the persona, or in its name."""


def expertise(text: Text) -> tuple[Fact, ...]:
    """What the persona knows: the items below the heading that says so, else the sentence that does."""
    for concept in (Concept.EXPERTISE, Concept.CAPABILITIES, Concept.KNOWLEDGE):
        found = unique([fact for group in _groups(text, concept) for fact in _expertise_of(group)])
        if len(found) > 1:
            return found[:MOST]
    return unique(list(_spoken_expertise(text)))[:MOST]


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
            derived(term, passage.line, where)
            for passage in below
            if passage.level <= deepest and (term := clean(re.sub(r"^\d+[.)]\s*", "", passage.title)))
        ]
        if len(unique(found)) > few:
            return found
    return []


def _terms(passage: Passage, where: str) -> Iterator[Fact]:
    """The terms of a passage: of its items and tables, or where it has none of those, of its sentences."""
    for item, children in passage.items():
        yield from (derived(term, item.line, where) for term in item_terms(item, children))
    for table in tables(passage.blocks):
        for cell, line in term_cells(table, own=passage.own):
            if term := clean(cell):
                yield derived(term, line, where)
    if not any(block.kind in {Kind.ITEM, Kind.ROW} for block in passage.blocks):
        for block in passage.paragraphs():
            yield from (derived(term, block.line, where) for term in object_terms(block.text))


def _spoken_expertise(text: Text) -> Iterator[Fact]:
    """The terms of sentences such as "expertise in …" in the opening and the description.

    A description that is declared may be nothing but a list of them; the first paragraph of a body is a
    scene, an order or a greeting as often.
    """
    said = text.description
    found = [
        *(
            derived(term, block.line, "")
            for passage in text.opening()
            for block in passage.paragraphs()
            for sentence in filter(_ADDRESSED.search, sentences(block.text))
            for term in object_terms(sentence)
        ),
        *(
            derived(term, said.line, said.where)
            for sentence in sentences(said.value)
            for term in object_terms(sentence) or (() if said.derived else list_terms(sentence))
        ),
    ]
    return (fact for fact in found if not is_weak(fact.value))
