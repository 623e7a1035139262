"""What the site's search knows of a persona: compact entries, findable with and without accents.

A theme's search index is one file that every reader downloads, so a persona has a budget in it. It is spent
in the order in which people search: the persona itself, the headings of its text, their first lines, and then
the words that tell it from others. Search engines in browsers (lunr, https://lunrjs.com) compare letters as
they are, so every word with an accent is written without it as well: who types `implementacion` finds
`implementación`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import chain

from persona_docs.folding import caseless, fold
from persona_docs.model import Persona, Section
from persona_docs.pages.page import SearchEntry

BUDGET = 2_200
"""Bytes that a persona may take in the index, written as JSON with every letter beyond ASCII as `\\uXXXX`.

A reader's browser makes a lunr index of all entries before the first search; what it pays for is their number
and that of their words, much more than loading them.
"""

_TAGS = 700
_DESCRIPTION = 500
_SITUATIONS = 300
_BODY = 1_100  # kept from the headings, for first lines and words
_WORDS = 800  # kept from both, for words
_FIRST_LINE = 60
_SHORTEST = 4
_ODD = re.compile(r"[A-Z0-9_.+#]")
_WORD = re.compile(r"\w[\w+#]*+(?:\.++[\w+#]++)*+")  # `v1.2`, `C++`, `a.b`; not the full stop behind one
_AS_IT_IS = re.compile(r"""[\w !#$%'()*+,./:;=?@\[\]^`{|}~-]*""", re.ASCII)

_EVERYBODYS = """
advanced agent agents always analyze approach appropriate areas based before behavior best between build
building capabilities case cases change changes check checklist clear common complete complex comprehensive
constraints content context core create creation critical current custom decision decisions deep default
define definition different document documentation driven each edge ensure example examples execute
execution existing experience expert expertise feature features files first flow focus follow format
framework full functions generation guide guidelines handling help high identify impact implement
implementation include including information input instructions integration issues keep knowledge level
management manager mode multi multiple needed needs never operations optimize output over paths pattern
patterns phase plan planning platform points practices principles prioritize process processing production
progress project proper protocol provide purpose quality real recommendations reference report requirements
resource response role rules scope senior service setup solutions specialist specific specializing stack
standards start state step steps strategies strategy structure structured style success support system
systems target task tasks team technical techniques template through time tool tools tracking type types
understand understanding update updates usage user using validate validation value verify version work
workflow write
"""  # each in a seventh of a thousand public files or more, and no topic of its own
_COMMON = frozenset(_EVERYBODYS.split())


def entries(persona: Persona) -> tuple[SearchEntry, ...]:
    """The page's entry, then one per heading of the body as far as the budget goes.

    Args:
        persona: with its slug.

    Returns:
        Entries that together take at most `BUDGET` bytes of the index.
    """
    title = _clip(persona.title or persona.name.value, 200)
    ledger = _Ledger(BUDGET, persona.slug)
    page = ledger.open("", title, tuple(_within(_terms(persona), _TAGS)))
    ledger.say(page, _clip(persona.role.value, 200))
    ledger.say(page, _clip(persona.description.value, _DESCRIPTION))
    ledger.say(page, _clip(" · ".join(_situations(persona)), _SITUATIONS))
    drafts = _headings(persona.body.sections, {title.casefold(), persona.name.value.casefold()}, page, ledger)
    texts = tuple(_texts(persona.body.sections, page, drafts))
    for draft, text in {id(draft): (draft, text) for draft, text in reversed(texts)}.values():
        ledger.say(draft, _clip(text.strip().partition("\n")[0], _FIRST_LINE))
    _fill(texts, ledger)
    return tuple(draft.entry() for draft in (page, *drafts.values()))


@dataclass
class _Draft:
    """An entry in the making."""

    anchor: str
    title: str
    tags: tuple[str, ...]
    texts: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)

    def entry(self) -> SearchEntry:
        words = " ".join(self.words + self.bare)
        text = " … ".join(filter(None, (" ".join(self.texts), words)))
        return SearchEntry(self.anchor, self.title, text, self.tags)


@dataclass
class _Ledger:
    """What is left of a persona's budget, and the words that have been said, without their accents."""

    left: int
    slug: str
    said: set[str] = field(default_factory=set)

    def open(self, anchor: str, title: str, tags: tuple[str, ...] = ()) -> _Draft:
        """A new entry, paid for."""
        draft = _Draft(anchor, title, tags)
        self.left -= self.price(anchor, title) + sum(_cost(tag) + 3 for tag in tags)
        draft.bare.extend(self._new(title))
        self.said.update(map(fold, _words(" ".join((title, *tags)))))
        return draft

    def price(self, anchor: str, title: str) -> int:
        """What an entry costs before it says anything: the keys and the folder, its address, its heading."""
        return 72 + _cost(self.slug) + 2 * _cost(anchor) + _cost(title) + _costs(self._new(title))

    def say(self, draft: _Draft, text: str, *, word: bool = False) -> None:
        """Add a text to an entry if there is room for it, and its new words again without accents."""
        bare = self._new(text)
        cost = _cost(text) + 1 + _costs(bare)
        if text and cost <= self.left:
            self.left -= cost
            (draft.words if word else draft.texts).append(text)
            draft.bare.extend(bare)
            self.said.update((fold(text),) if word else map(fold, _words(text)))

    def _new(self, text: str) -> list[str]:
        """Words that have accents and have not been said yet, without them."""
        if text.isascii():
            return []
        bare = {fold(word): None for word in _words(text) if _accented(word)}
        return [word for word in bare if word not in self.said]


def _terms(persona: Persona) -> Iterator[str]:
    """What is looked up by its exact name, each as written and without accents."""
    values = (persona.name, *persona.triggers, *persona.expertise)
    once: dict[str, None] = {}
    for fact in values:
        value = _clip(fact.value, 80)
        if value:
            once |= {value: None, **({fold(value): None} if _accented(value) else {})}
    yield from once


def _situations(persona: Persona) -> Iterator[str]:
    """When it is called, as far as its description does not say it: most descriptions are "Use when …"."""
    described = persona.description.value.casefold()
    return (fact.value for fact in persona.activates_on if fact.value.casefold() not in described)


def _headings(
    sections: tuple[Section, ...], known: set[str], page: _Draft, ledger: _Ledger
) -> dict[int, _Draft]:
    """An entry for every heading that there is room for, the highest levels first, in the order of the file.

    The rest are said on the page's entry, if a word of them is new. A heading that only repeats the persona's
    name gets none.
    """
    wanted = [(n, s) for n, s in enumerate(sections) if s.title and s.title.casefold() not in known]
    drafts: dict[int, _Draft] = {}
    for n, section in sorted(wanted, key=lambda pair: (pair[1].level, pair[0])):
        title = _clip(section.title, 120)
        if section.anchor and ledger.left - ledger.price(section.anchor, title) >= _BODY:
            drafts[n] = ledger.open(section.anchor, title)
        elif ledger.left > _WORDS and not ledger.said.issuperset(map(fold, _words(section.title))):
            ledger.say(page, _clip(section.title, 60))
    return {n: drafts[n] for n in sorted(drafts)}


def _texts(
    sections: Iterable[Section], page: _Draft, drafts: dict[int, _Draft]
) -> Iterator[tuple[_Draft, str]]:
    """Each section's text with the entry it belongs to: its own, or that of the nearest heading above."""
    here = page
    for n, section in enumerate(sections):
        here = drafts.get(n, here)
        yield here, section.text


def _fill(texts: tuple[tuple[_Draft, str], ...], ledger: _Ledger) -> None:
    """Spend the rest on words of the body that no entry has yet, the most telling first, common ones last."""
    words = [(draft, _words(text)) for draft, text in texts]
    written = Counter(chain.from_iterable(each for _, each in words))
    homes: dict[str, _Draft] = {}
    for draft, each in reversed(words):
        homes.update(dict.fromkeys(each, draft))
    found: dict[str, str] = {}
    times: dict[str, int] = {}
    for word, count in written.items():
        if len(word) < _SHORTEST and not word.isupper():
            continue
        key = fold(word)
        if key in found:
            times[key] += count
        elif key not in ledger.said:
            found[key], times[key] = word, count
    ranks = {word: (key not in _COMMON, _weight(word, times[key])) for key, word in found.items()}
    for word in sorted(ranks, key=ranks.__getitem__, reverse=True):
        if ledger.left <= _SHORTEST:
            break
        ledger.say(homes[word], word, word=True)


def _weight(word: str, times: int) -> int:
    """How much a word tells: more where it is long, odd, repeated, or has accents a search must fold."""
    weight = min(len(word), 12) + (6 if times > 2 else 3 * times - 3)
    if word.isascii() and word.isalpha() and word.islower():
        return weight
    return weight + 4 * bool(_ODD.search(word, 1)) + 6 * _accented(word)


def _accented(text: str) -> bool:
    return not text.isascii() and fold(text) != caseless(text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _within(texts: Iterable[str], limit: int) -> Iterator[str]:
    for text in texts:
        limit -= _cost(text) + 3
        if limit < 0:
            return
        yield text


def _clip(text: str, limit: int) -> str:
    """The text on one line, cut after a word where it costs more than `limit` bytes."""
    text = " ".join(text.split())
    if _cost(text) <= limit:
        return text
    while text and _cost(text) > limit:
        shorter = text[: max(1, min(len(text) - 1, len(text) * limit // _cost(text)))]
        cut = shorter.rfind(" ")
        text = shorter[:cut] if cut > len(shorter) // 2 else shorter[:-1]
    return text.rstrip(" ,;:-–—") + "…"


def _costs(words: list[str]) -> int:
    """Bytes of words behind each other."""
    return sum(_cost(word) + 1 for word in words) if words else 0


def _cost(text: str) -> int:
    """Bytes in the index: escaped for HTML, then for JSON."""
    if _AS_IT_IS.fullmatch(text):
        return len(text)
    return len(json.dumps(escape(text, quote=False))) - 2
