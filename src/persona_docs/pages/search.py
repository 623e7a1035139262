"""What the site's search knows of a persona: compact entries, findable with and without accents.

A theme's search index is one file that every reader downloads, so a persona has a budget in it, and a smaller
one among many. It is spent in the order in which people search: the persona itself, the headings of its text,
their first lines, and then the words that tell it from others. Search engines in browsers (lunr,
https://lunrjs.com) compare letters as they are, so every word with an accent is written without it as well:
who types `implementacion` finds `implementación`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import chain
from unicodedata import east_asian_width

from persona_docs.folding import fold
from persona_docs.model import Persona, Section
from persona_docs.pages.brief import title_of
from persona_docs.pages.page import SearchEntry
from persona_docs.pages.search_words import SHORTEST, accented, telling, words

BUDGET = 3_000
"""Bytes that a persona may take in the index, written as JSON with every letter beyond ASCII as `\\uXXXX`."""

AMONG_MANY = 1_500
"""The same where there are many, since a reader's browser makes a lunr index of all before the first search.

What that pays for is the number of entries and of their words, much more than loading them.
"""

_MANY = 300

# The most that a persona may spend on each, in bytes:
_TAGS = 700
_ROLE = 200
_DESCRIPTION = 500
_SITUATIONS = 300
_FIRST_LINE = 60  # of each heading
# What is kept back while earlier things are paid for, as a share of the budget:
_BODY = 0.53  # from headings, for first lines and words
_WORDS = 0.42  # from headings said on the page's entry, for words

_ENDINGS = 12  # of a name in a script without spaces
_AS_IT_IS = re.compile(r"""[\w !#$%'()*+,./:;=?@\[\]^`{|}~-]*""", re.ASCII)


def budget_for(personas: int) -> int:
    """Bytes that each of so many personas may take in the index."""
    return AMONG_MANY if personas > _MANY else BUDGET


def entries(persona: Persona, budget: int = BUDGET) -> tuple[SearchEntry, ...]:
    """The page's entry, then one per heading of the body as far as the budget goes.

    Args:
        persona: with its slug.
        budget: bytes that all of them may take in the index.
    """
    title = _clip(title_of(persona), 200)
    ledger = _Ledger(budget, persona.slug)
    page = ledger.open("", title, tuple(_within(_terms(persona), _TAGS)))
    for ending in _endings(title):
        ledger.say(page, ending, word=True)
    role, description = _clip(persona.role.value, _ROLE), _clip(persona.description.value, _DESCRIPTION)
    if not _repeats(role, description):
        ledger.say(page, _ended(role))
    ledger.say(page, _ended(description))
    ledger.say(page, _ended(_clip("; ".join(_situations(persona)), _SITUATIONS)))
    drafts = _headings(persona.body.sections, {title.casefold(), persona.name.value.casefold()}, page, ledger)
    texts = tuple(_texts(persona.body.sections, page, drafts))
    for draft, text in {id(draft): (draft, text) for draft, text in reversed(texts)}.values():
        if draft is not page or not page.texts:
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
    fill: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)

    def entry(self) -> SearchEntry:
        words = " ".join(self.fill + self.bare)
        return SearchEntry(self.anchor, self.title, " ".join(self.texts), words, self.tags)


@dataclass
class _Ledger:
    """A persona's budget, what is left of it, and the words that have been said, without their accents."""

    budget: int
    slug: str
    said: set[str] = field(default_factory=set)
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.budget

    def open(self, anchor: str, title: str, tags: tuple[str, ...] = ()) -> _Draft:
        """A new entry, paid for."""
        draft = _Draft(anchor, title, tags)
        self.left -= self.price(anchor, title) + sum(_cost(tag) + 3 for tag in tags)
        draft.bare.extend(self._new(title))
        self.said.update(map(fold, words(" ".join((title, *tags)))))
        return draft

    def price(self, anchor: str, title: str) -> int:
        """What an entry costs before it says anything: keys, markup, the folder, its address, its heading."""
        return 90 + _cost(self.slug) + 2 * _cost(anchor) + _cost(title) + _costs(self._new(title))

    def say(self, draft: _Draft, text: str, *, word: bool = False) -> None:
        """Add a text to an entry if there is room for it, and its new words again without accents."""
        bare = self._new(text)
        cost = _cost(text) + 1 + _costs(bare)
        if text and cost <= self.left:
            self.left -= cost
            draft.bare.extend(bare)
            if word:
                draft.fill.append(text)
                self.said.add(fold(text))
            else:
                draft.texts.append(text)
                self.said.update(map(fold, words(text)))

    def _new(self, text: str) -> list[str]:
        """Words that have accents and have not been said yet, without them."""
        if text.isascii():
            return []
        bare = {fold(word): None for word in words(text) if accented(word)}
        return [word for word in bare if word not in self.said]


def _terms(persona: Persona) -> Iterator[str]:
    """What is looked up by its exact name, each as written and without accents."""
    values = (persona.name, *persona.triggers, *persona.expertise)
    once: dict[str, None] = {}
    for fact in values:
        value = _clip(fact.value, 80)
        if value:
            once |= {value: None, **({fold(value): None} if accented(value) else {})}
    yield from once


def _endings(title: str) -> Iterator[str]:
    """The ends of a name in a script without spaces: a search finds words by their beginnings alone."""
    for word in words(title):
        if east_asian_width(word[-1]) in "WF":
            yield from (word[n:] for n in range(1, min(len(word) - 1, _ENDINGS)))


def _repeats(role: str, description: str) -> bool:
    """Whether a description says most of what a role does; many a role is taken from the same sentence."""
    own = set(map(fold, words(role)))
    return len(own.intersection(map(fold, words(description)))) > 0.75 * len(own)


def _ended(text: str) -> str:
    """A text that another may follow."""
    if not text or text[-1] in ".!?…:;。！？":
        return text
    return text + ("。" if east_asian_width(text[-1]) in "WF" else ".")


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
        if section.anchor and ledger.left - ledger.price(section.anchor, title) >= _BODY * ledger.budget:
            drafts[n] = ledger.open(section.anchor, title)
        elif ledger.left > _WORDS * ledger.budget and not ledger.said.issuperset(
            map(fold, words(section.title))
        ):
            ledger.say(page, _ended(_clip(section.title, 60)))
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
    """Spend the rest on words of the body that no entry has yet, each in the entry where it comes first."""
    written = [(draft, words(text)) for draft, text in texts]
    homes: dict[str, _Draft] = {}
    for draft, each in reversed(written):
        homes.update(dict.fromkeys(each, draft))
    for word in telling(chain.from_iterable(each for _, each in written), ledger.said):
        if ledger.left <= SHORTEST:
            break
        ledger.say(homes[word], word, word=True)


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


def _costs(fill: list[str]) -> int:
    """Bytes of words behind each other."""
    return sum(_cost(word) + 1 for word in fill) if fill else 0


def _cost(text: str) -> int:
    """Bytes in the index: escaped for HTML, then for JSON."""
    if (text.isascii() and text.isalnum()) or _AS_IT_IS.fullmatch(text):
        return len(text)
    return len(json.dumps(escape(text, quote=False))) - 2
