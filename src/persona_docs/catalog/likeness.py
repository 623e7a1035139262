"""Which personas are like which, and what they have in common.

Each persona is a bag of weighted terms: what it declares weighs more than the words of its description,
words of somebody's expertise more than others, and rare terms more than common ones (tf-idf). Two
personas are as like as the angle between their bags. Only the heaviest terms of each are kept and terms
that many personas have are left out, so that the work stays in proportion to the number of personas.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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

Vector = Mapping[str, float]


def neighbours(personas: Sequence[Persona]) -> dict[str, tuple[Neighbour, ...]]:
    """For each persona's id the nearest others, the nearest first; equally near ones in path order."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    jargon = _jargon(personas)
    bags = [_bag(persona, jargon, spellings) for persona in personas]
    telling = {term for bag in bags for term, weight in bag.items() if weight > _ASIDE}
    spread = Counter(term for bag in bags for term in bag)
    most = min(max(4, int(_COMMON * len(personas))), _MOST)
    rarity = {term: log((1 + len(bags)) / n) for term, n in spread.items() if n <= most}
    vectors = [_vector(bag, rarity) for bag in bags]
    owners: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for term, weight in vector.items():
            owners[term].append((index, weight))
    return {
        persona.id: tuple(
            Neighbour(
                personas[other].id,
                round(score, 4),
                _shared(vectors[index].keys() & vectors[other].keys(), telling, spread, spellings),
            )
            for other, score in _nearest(index, vectors[index], owners)
        )
        for index, persona in enumerate(personas)
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


def _jargon(personas: Sequence[Persona]) -> frozenset[str]:
    """The words that somebody's expertise or tags are made of; empty where hardly anybody has any."""
    terms = [fact.value for persona in personas for fact in (*persona.expertise, *persona.tags)]
    return (
        frozenset(fold(word) for term in terms for word in words(term))
        if len(terms) >= len(personas)
        else frozenset()
    )


def _bag(persona: Persona, jargon: frozenset[str], spellings: dict[str, Counter[str]]) -> dict[str, float]:
    bag: dict[str, float] = {}
    for text, weight in _weighted(persona, jargon):
        term = fold(text)
        spellings[term][text] += int(weight * 10)  # a declared spelling is more than one in passing
        bag[term] = max(bag.get(term, 0.0), weight)
    return bag


def _weighted(persona: Persona, jargon: frozenset[str]) -> Iterator[tuple[str, float]]:
    terms = [fact.value for fact in (*persona.expertise, *persona.tags)]
    yield from ((term, _TERM) for term in terms if fold(term))
    yield from ((t.value, _TRIGGER) for t in persona.triggers if t.kind is not TriggerKind.MENU)
    yield from ((tool_name(tool.value), _TOOL) for tool in persona.tools.allowed)
    prose = (persona.role.value, persona.description.value[:2_000], *terms)
    for word in (word for text in prose for word in words(text)):
        yield word, _WORD if not jargon or fold(word) in jargon else _ASIDE


def _vector(bag: Mapping[str, float], rarity: Mapping[str, float]) -> Vector:
    weighted = [(weight * rarity[term], term) for term, weight in bag.items() if term in rarity]
    length = sqrt(sum(weight * weight for weight, _ in weighted)) or 1.0
    kept = sorted(weighted, key=lambda each: (-each[0], each[1]))[:_KEPT]
    return {term: weight / length for weight, term in kept}


def _nearest(
    index: int, vector: Vector, owners: Mapping[str, list[tuple[int, float]]]
) -> Iterable[tuple[int, float]]:
    scores: dict[int, float] = defaultdict(float)
    for term, weight in vector.items():
        for other, others in owners[term]:
            scores[other] += weight * others
    scores.pop(index, None)
    near = [(other, score) for other, score in scores.items() if score >= _LEAST]
    return sorted(near, key=lambda each: (-round(each[1], 4), each[0]))[:_NEAREST]


def _shared(
    terms: Set[str], telling: Set[str], spread: Mapping[str, int], spellings: Mapping[str, Counter[str]]
) -> tuple[str, ...]:
    both = sorted(terms & telling or terms, key=lambda term: (spread[term], term))
    phrases = " ".join(term for term in both if " " in term).split()
    shown = [term for term in both if term not in phrases][:_SHARED]
    return tuple(spellings[term].most_common(1)[0][0] for term in shown)
