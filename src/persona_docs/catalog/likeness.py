"""Which personas are like which, and what they have in common.

Each persona is a bag of weighted terms: what it declares weighs more than the words of its description,
words of somebody's expertise more than others, and rare terms more than common ones (tf-idf). Two
personas are as like as the angle between their bags. Only the heaviest terms of each are kept and terms
that many personas have are left out, so that the work stays in proportion to the number of personas.
"""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from math import log, sqrt

from persona_docs.catalog.terms import tool_name
from persona_docs.folding import fold
from persona_docs.model import Neighbour, Persona, TriggerKind

_NEAREST = 5
_SHARED = 8
_LEAST = 0.08  # below this, what two personas share says nothing
_COMMON, _MOST = 0.2, 400  # share and number of the personas beyond which a term tells nobody apart
_KEPT = 40  # terms kept per persona
_TERM, _TRIGGER, _WORD, _TOOL, _ASIDE = 3.0, 2.0, 1.0, 0.4, 0.2

_WORDS = re.compile(r"(?:(?![\d_㐀-鿿])\w)(?:(?![㐀-鿿])[\w+#.-])*(?:(?![㐀-鿿])[\w+#])")
_CHINESE = re.compile(r"[㐀-鿿]{2,}")
_STOP_WORDS = """
a about across all also an and any are as at be been being by can do does each every expert for from has
have help helps her his how if in into is it its like more most must need needs new not of on only or
other our out over own per should so specialist specialized specializing such than that the their them
then these they this those through to use used user using via was what when where which while who why will
with within without would you your agent assistant senior ensure including proactively task tasks work
working best practices al ante como con cual cuando de del desde donde e el ella en entre era es esta este
esto experto fue ha hacia hasta la las le lo los mas muy ni no nos o para pero por que se ser si sin sobre
son su sus tambien te tu un una uno usala usalo y ya ao aos com da das do dos em ela ele essa esse foi
mais mas na nas nao nos ou pela pelo quando sao seu sua um uma voce der die das und oder mit fur von zu im
ist ein eine les des une pour avec dans sur est
"""
_STOP = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What one persona is likened by, as it is written.

    Attributes:
        named: what it declares or is called by, and how much that weighs.
        said: the words of its role and its description, in one text.
        jargon: the words that its expertise and tags are made of, likewise.
        terms: how many of those it has.
    """

    named: tuple[tuple[str, float], ...] = ()
    said: str = ""
    jargon: str = ""
    terms: int = 0


Vector = Mapping[str, float]


def vocabulary(persona: Persona) -> Vocabulary:
    """What a persona is likened by; it follows from its file alone."""
    terms = [fact.value for fact in (*persona.expertise, *persona.tags)]
    named = [
        *((term, _TERM) for term in terms if fold(term)),
        *((each.value, _TRIGGER) for each in persona.triggers if each.kind is not TriggerKind.MENU),
        *((tool_name(tool.value), _TOOL) for tool in persona.tools.allowed),
    ]
    said = [*words(persona.role.value), *words(persona.description.value[:2_000])]
    jargon = [word for term in terms for word in words(term)]
    return Vocabulary(tuple(named), " ".join(said), " ".join(jargon), len(terms))


def neighbours(
    personas: Sequence[Persona], known: Mapping[str, Vocabulary]
) -> dict[str, tuple[Neighbour, ...]]:
    """For each persona's id the nearest others, the nearest first; equally near ones in path order.

    Args:
        personas: in path order.
        known: the vocabulary of each, by id.
    """
    every = [_Folded.of(known[persona.id]) for persona in personas]
    jargon = _jargon([known[persona.id] for persona in personas])
    bags = [_bag(each, jargon) for each in every]
    spread = Counter(chain.from_iterable(bags))
    most = min(max(4, int(_COMMON * len(personas))), _MOST)
    rarity = {term: log((1 + len(bags)) / n) for term, n in spread.items() if n <= most}
    vectors = [_vector(bag, rarity) for bag in bags]
    declared = {term for each in every for term, _, _ in each.named}
    telling = jargon | declared if jargon else spread.keys()
    rarest = [sorted(vector, key=lambda term: (spread[term], term)) for vector in vectors]
    near = [
        [(other, score, _shared(terms, vectors[other], telling)) for score, other in found]
        for terms, found in zip(rarest, _nearest(vectors), strict=True)
    ]
    shown = {term for found in near for _, _, shared in found for term in shared}
    spelled = _spelled(shown, every, jargon)
    return {
        persona.id: tuple(
            Neighbour(personas[other].id, score, tuple(spelled[term] for term in shared))
            for other, score, shared in found
        )
        for persona, found in zip(personas, near, strict=True)
    }


def words(text: str) -> Iterator[str]:
    """The words of a text that mean something, as written; Chinese in pairs of characters.

    >>> list(words("You are an expert in Python and C++ APIs"))
    ['Python', 'C++', 'APIs']
    """
    for word in _WORDS.findall(text):
        if fold(word) not in _STOP:
            yield word
    for run in _CHINESE.findall(text):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


@dataclass(frozen=True, slots=True)
class _Folded:
    """A vocabulary to compare: terms with how they are written, and how much or how often."""

    named: list[tuple[str, str, float]]
    said: list[tuple[str, str, int]]

    @classmethod
    def of(cls, known: Vocabulary) -> _Folded:
        said = Counter(known.said.split())
        said.update(known.jargon.split())
        return cls(
            [(fold(text), text, weight) for text, weight in known.named],
            [(fold(text), text, times) for text, times in said.items()],
        )


def _jargon(every: Collection[Vocabulary]) -> Set[str]:
    """The words that somebody's expertise or tags are made of; empty where hardly anybody has any."""
    enough = sum(each.terms for each in every) >= len(every)
    return {fold(word) for each in every for word in each.jargon.split()} if enough else set()


def _bag(known: _Folded, jargon: Set[str]) -> dict[str, float]:
    bag = {term: _WORD if not jargon or term in jargon else _ASIDE for term, _, _ in known.said}
    for term, _, weight in known.named:
        bag[term] = max(bag.get(term, 0.0), weight)
    return bag


def _vector(bag: Mapping[str, float], rarity: Mapping[str, float]) -> Vector:
    weighted = sorted((-weight * rarity[term], term) for term, weight in bag.items() if term in rarity)
    length = sqrt(sum(weight * weight for weight, _ in weighted)) or 1.0
    return {term: -weight / length for weight, term in weighted[:_KEPT]}


def _nearest(vectors: Sequence[Vector]) -> Iterator[list[tuple[float, int]]]:
    """For each vector the nearest others and how near they are; every two are compared once."""
    near: list[list[tuple[float, int]]] = [[] for _ in vectors]
    owners: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        scores: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            before = owners[term]
            for other, others in before:
                scores[other] += weight * others
            before.append((index, weight))
        found = [(-round(score, 4), other) for other, score in scores.items() if score >= _LEAST]
        near[index] = nsmallest(_NEAREST, found)
        for score, other in found:
            theirs = near[other]
            if len(theirs) < _NEAREST or score < theirs[-1][0]:  # a later one is behind one that is as near
                insort(theirs, (score, index))
                del theirs[_NEAREST:]
    for found in near:
        yield [(-score, other) for score, other in found]


def _shared(terms: Iterable[str], others: Vector, telling: Set[str]) -> tuple[str, ...]:
    both = [term for term in terms if term in others]
    both = [term for term in both if term in telling] or both
    phrases = " ".join(term for term in both if " " in term).split()
    return tuple([term for term in both if term not in phrases][:_SHARED])


def _spelled(wanted: Set[str], every: Iterable[_Folded], jargon: Set[str]) -> dict[str, str]:
    """How each of these terms is mostly written; a declared spelling is more than one in passing."""
    spellings: dict[str, Counter[str]] = {term: Counter() for term in wanted}
    for each in every:
        for term, text, weight in each.named:
            if term in wanted:
                spellings[term][text] += int(weight * 10)
        for term, text, times in each.said:
            if term in wanted:
                spellings[term][text] += times * int((_WORD if not jargon or term in jargon else _ASIDE) * 10)
    return {term: spelling.most_common(1)[0][0] for term, spelling in spellings.items()}
