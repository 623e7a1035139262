"""Personas whose texts are almost the same.

Bodies are cut into runs of five words. Only runs that start with one of a fixed quarter of all words are
kept, the same quarter in every text, so shares stay comparable. Texts that may be alike are found by
comparing a few of the smallest hashes (one-permutation MinHash with banding), and then run by run; so the
work grows with the texts and not with their pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

from persona_docs.folding import fold
from persona_docs.model import Catalog, Persona
from persona_docs.reading.copies import one_for_each
from persona_docs.reading.fields.paths import audience

_ALIKE = 0.8  # share of the runs that two texts must have in common
_LEAST = 40  # words below which likeness says nothing
_MOST = 20_000  # words looked at in one text
_RUN = 5
_BINS, _BAND = 24, 2
_WORDS = re.compile(r"\w+")
_MEMORY = re.compile(r"^# Persistent Agent Memory[ \t]*$.*?(?=^# |\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is compared by; a short one has none.

    Attributes:
        runs: hashes of runs of its words, each once.
        buckets: what the text shares at least one of with every text that is like it.
    """

    runs: tuple[int, ...] = ()
    buckets: tuple[int, ...] = ()


def sketch(text: str) -> Sketch:
    """The sketch of a text; the same on every machine, so that it may be kept.

    What Claude Code writes about memory into the file of every agent that it helps to make is left out.
    """
    runs = _runs(_MEMORY.sub("", text))
    return Sketch(tuple(runs), _buckets(runs) if runs else ())


def likest(catalog: Catalog, sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str, float]]:
    """Each whose text is almost another's: its id, that of the likest before it, and the share of both.

    The same persona for another product is meant to be the same, and left out until it is not any more; so is
    one in a folder of another language, which waits to be translated.

    Args:
        catalog: the catalog, in path order.
        sketches: of each persona's body, by id.
    """
    seen: list[tuple[str, frozenset[int]]] = []
    buckets: dict[int, list[int]] = {}
    for persona in catalog.personas:
        made = sketches[persona.id]
        runs = frozenset(made.runs)
        candidates = sorted({at for key in made.buckets for at in buckets.get(key, ())})
        shares = ((_likeness(runs, seen[at][1]), seen[at][0]) for at in candidates)
        share, other = max(shares, key=lambda each: each[0], default=(0.0, ""))
        if share == 1 and _for_others(persona, catalog.by_id[other]):
            continue
        if share >= _ALIKE:
            yield persona.id, other, share
            continue  # who is like a text is found through the first that has it
        for key in made.buckets:
            buckets.setdefault(key, []).append(len(seen))
        seen.append((persona.id, runs))


def _for_others(one: Persona, other: Persona) -> bool:
    apart = audience(one.source.path) != audience(other.source.path)
    apart = apart or one_for_each((one, other))
    return apart and fold(one.name.value) == fold(other.name.value)


def _runs(text: str) -> dict[int, None]:
    words = _WORDS.findall(text.lower())[:_MOST]
    if len(words) < _LEAST:
        return {}
    chosen = {word for word in set(words) if crc32(word.encode()) % 4 == 0}
    starts = [at for at, word in enumerate(words) if word in chosen]
    runs = (words[at : at + _RUN] for at in starts) if starts else (words,)
    return dict.fromkeys(crc32(" ".join(run).encode()) for run in runs)


def _buckets(runs: Mapping[int, None]) -> tuple[int, ...]:
    """Of each of several places the two smallest hashes that fall there, as one number."""
    least = [0] * _BINS
    for run in runs:
        value, place = divmod(run, _BINS)
        if value < least[place] or not least[place]:
            least[place] = value
    return tuple((least[at] << 28 | least[at + 1]) * _BINS + at for at in range(0, _BINS, _BAND))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)
