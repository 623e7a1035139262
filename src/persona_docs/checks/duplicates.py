"""Personas whose texts are almost the same.

Bodies are cut into runs of five words. Only runs that start with one of a fixed quarter of all words are
kept, the same quarter in every text, so shares stay comparable. Texts that may be alike are found by
comparing a few of the smallest hashes (one-permutation MinHash with banding), and then run by run; so the
work grows with the texts and not with their pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from persona_docs.checks.wording import about
from persona_docs.model import Catalog, Finding, Persona

_ALIKE = 0.8  # share of the runs that two texts must have in common
_LEAST = 40  # words below which likeness says nothing
_MOST = 20_000  # words looked at in one text
_RUN = 5
_BINS, _BAND = 24, 2
_WORDS = re.compile(r"\w+")

Runs = frozenset[int]


def near_duplicate(catalog: Catalog) -> Iterator[Finding]:
    """A text that is almost another's; each is told of the first one in path order that it is like."""
    buckets: dict[tuple[int, ...], list[tuple[Persona, Runs]]] = {}
    for persona in catalog.personas:
        runs = _runs(persona.body.text)
        if not runs:
            continue
        keys = _keys(runs)
        candidates = {other.id: (other, theirs) for key in keys for other, theirs in buckets.get(key, ())}
        likest = max(
            ((_likeness(runs, theirs), other) for other, theirs in candidates.values()),
            key=lambda each: each[0],
            default=None,
        )
        if likest and likest[0] >= _ALIKE:
            share, other = likest
            how = "the same text as" if share == 1 else f"{int(share * 100)} % the same text as"
            yield about(persona, "near-duplicate", f"This is {how} {other.id}", persona.body.line)
            continue  # who is like a text is found through the first that has it
        for key in keys:
            buckets.setdefault(key, []).append((persona, runs))


def _runs(text: str) -> Runs:
    words = _WORDS.findall(text.lower())[:_MOST]
    if len(words) < _LEAST:
        return frozenset()
    hashes = [_hash(word) for word in words]
    return frozenset(
        hash(tuple(hashes[at : at + _RUN])) for at, start in enumerate(hashes) if start % 4 == 0
    ) or frozenset([hash(tuple(hashes))])


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return crc32(word.encode())


def _keys(runs: Runs) -> Sequence[tuple[int, ...]]:
    """Names of the buckets a text falls into: two texts that are alike share at least one."""
    least = [0] * _BINS
    for run in runs:
        place, value = run % _BINS, run // _BINS
        least[place] = min(least[place] or value, value)
    return [(at, *least[at : at + _BAND]) for at in range(0, _BINS, _BAND)]


def _likeness(one: Runs, other: Runs) -> float:
    return len(one & other) / len(one | other)
