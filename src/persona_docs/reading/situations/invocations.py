"""When and how to call a persona, as its description says: "Use when …", "Úsalo con /dev para …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from persona_docs.reading.situations.closings import closed
from persona_docs.reading.situations.heard import (
    first_phrases,
    is_said,
    listed_words,
    quoted,
    said_words,
    unsaid,
    without_conjunction,
    words_for_when,
)
from persona_docs.reading.situations.wordings import (
    ALTERNATIVES,
    CONDITION,
    GERUND,
    HAS_INFINITIVES,
    INFINITIVE,
    KEPT,
    KEYWORDS,
    LEAD,
    SUBJECT,
    SUBORDINATE,
    TRIGGERED,
)
from persona_docs.reading.text.capitals import capital
from persona_docs.reading.text.numbered import dashed, numbered
from persona_docs.reading.text.phrases import bare, cut, one_line, split_top
from persona_docs.reading.text.sentences import sentences

_BEHIND_DASH = re.compile(r"\s[-–—]\s+(?=use (?:when|if|before|after)\b)")
LONGEST = 180
"""Of a situation, in characters."""


def situations(description: str) -> tuple[str, ...]:
    """The situations a description asks to be called in, as phrases.

    >>> situations("Reviews code. Use this agent when you need to check a pull request.")
    ('Check a pull request',)
    >>> situations("Use PROACTIVELY for query tuning, or schema design.")
    ('Query tuning', 'Schema design')
    """
    found: dict[str, str] = {}
    for sentence in (part for whole in sentences(description) for part in _BEHIND_DASH.split(whole)):
        if not KEYWORDS.match(sentence) and not is_said(sentence) and not words_for_when(sentence):
            for phrase in _led(sentence) or _closed(sentence):
                found.setdefault(phrase.casefold(), phrase)
    return tuple(found.values())


def _led(sentence: str) -> tuple[str, ...]:
    """The situations of a sentence that begins with "Use when", in any language that puts it there."""
    if triggered := TRIGGERED.match(sentence):
        _, *others = _alternatives(bare(triggered["list"]))
        return tuple(_joined(others))
    word, what, preposition = _opened(_UNLESS.sub("", sentence))
    if items := tuple(filter(None, map(bare, numbered(what) or dashed(what)))):
        return tuple(filter(None, (_phrase(_clause(word, unsaid(item))) for item in items)))
    first, *others = _alternatives(bare(what))
    said = _phrases(_clause(word, unsaid(first)), preposition, word)
    return (*said, *_joined(others, preposition))


def _joined(clauses: Iterable[str], preposition: str = "") -> Iterator[str]:
    """The situations of the clauses that follow the first: `…, or when a storm comes`."""
    for clause in clauses:
        if match := SUBORDINATE.match(clause):
            word = match["word"]
            yield from _phrases(_clause(word, unsaid(match["what"])), preposition, word)


_UNLESS = re.compile(r";\s(?:(?:do not|don['’]t|never) use|không dùng)\b.*", re.IGNORECASE)
"""What a sentence ends with that says when not."""

_ASIDE = re.compile(r"\([^()]*\)")
"""A part in brackets."""


def _alternatives(what: str) -> Iterator[str]:
    """The clauses of a sentence that say when; one in brackets is a part of what it explains."""
    start = 0
    for match in ALTERNATIVES.finditer(_ASIDE.sub(lambda aside: "·" * len(aside[0]), what)):
        yield what[start : match.start()]
        start = match.end()
    yield what[start:]


def _opened(sentence: str) -> tuple[str, str, str]:
    """What a sentence that says when begins with (`when`), what follows, and a preposition in its place."""
    if match := LEAD.match(sentence):
        return match["when"] or "", match["what"], match["for"] or ""
    condition = CONDITION.fullmatch(sentence)
    return "", (condition["caller"] or condition["what"]) if condition else "", ""


def _closed(sentence: str) -> tuple[str, ...]:
    """The situations of a sentence that ends with "when … use this", as in Chinese, Japanese and Korean."""
    found: list[str] = []
    for what in closed(sentence):
        clause = _clause("", unsaid(what))
        phrases = quoted(clause)
        found += map(_phrase, phrases if len(phrases) > 1 else (clause,))
    return tuple(filter(None, found))


def _clause(word: str, what: str) -> str:
    """A clause without the word that begins it, which only stays where it says something (`before`)."""
    if KEPT.fullmatch(word):
        loud = word.partition(" ")[0].isupper()
        return f"{word.casefold() if loud else word} {what}"
    subject = SUBJECT.match(what)
    return what[subject.end() :] if subject else what


def _phrases(what: str, preposition: str, word: str = "") -> Iterator[str]:
    """The situations of a list of gerunds or, behind a preposition, of nouns; anything else is one.

    So are gerunds with one object (`mooring, loading or hauling boats`), and what stands behind `to`, where
    nouns are as often the objects of one verb: `list buoys, boats and piers`. Romance languages and Russian
    have infinitives for gerunds; the word that begins the clause shows which language it is.
    """
    parts = [without_conjunction(part) for part in split_top(what, ";" if ";" in what else ",")]
    if (
        len(parts) > 1
        and HAS_INFINITIVES.fullmatch(word or preposition)
        and all(map(INFINITIVE.match, parts))
    ):
        yield from map(_phrase, parts)
        return
    listed = len(parts) > 1 and all(len(part.split()) <= 9 for part in parts)
    again = f"{preposition.casefold()} "
    if preposition and listed and all(part.casefold().startswith(again) for part in parts[1:]):
        yield from (_phrase(part) for part in (parts[0], *(part[len(again) :] for part in parts[1:])))
    elif listed and (
        (all(GERUND.match(part) for part in parts) and not _share_an_object(parts))
        or (preposition and again != "to " and all(len(p.split()) > 1 for p in parts))
    ):
        yield from (_phrase(part) for part in parts)
    elif what:
        yield _phrase(what)


def _share_an_object(gerunds: Sequence[str]) -> bool:
    """Whether all gerunds are bare but for the last, which has what all of them are done to."""
    *bare_ones, last = gerunds
    return all(map(GERUND.fullmatch, bare_ones)) and GERUND.fullmatch(last) is None


def _phrase(text: str) -> str:
    """A clause as a situation is shown: without marks, not too long, with a capital."""
    return capital(cut(bare(one_line(text.replace("**", ""))), LONGEST))


_ANOTHER = re.compile(
    r"\s(?:or|and|o|y|ou|e)\s+(?:con|with|com)\s+[`\"']?([/@*][\w:-]+)[`\"']?\s+(?:para|to|for)\s+"
    r"(.*?)(?=,?\s+(?:or|and|o|y|ou|e)\s+(?:con|with|com)\s+[`\"']?[/@*]|$)"
)
"""A second command and its purpose, in the sentence of the first: `or with /qa to test`."""


def commands(description: str) -> tuple[tuple[str, str], ...]:
    """The commands a description says to call with, each with what it is for.

    >>> commands("Auditoría. Úsalo con /seo para auditar páginas.")
    (('/seo', 'auditar páginas'),)
    """
    found: dict[str, str] = {}
    for sentence in sentences(description):
        match = LEAD.match(sentence)
        if match and match["command"]:
            said = ALTERNATIVES.split(match["what"])[0]
            for token in filter(None, (match["command"], match["second"])):
                found.setdefault(token.rstrip(".:"), one_line(said).strip(" .,;:"))
            for token, purpose in _ANOTHER.findall(match["what"]):
                found.setdefault(token, one_line(purpose).strip(" .,;:"))
    return tuple(found.items())


def keywords(description: str) -> tuple[str, ...]:
    """The words a description says it listens for (`Triggers on: 'GDPR', 'CCPA'`), and what people say.

    >>> keywords('Use when the user says "drop anchor" or "moor", or a storm comes.')
    ('drop anchor', 'moor')
    """
    every = sentences(description)
    listed = next(filter(None, map(listed_words, every)), ())
    said = (word for sentence in every for word in _said_words(sentence))
    return tuple(dict.fromkeys((*listed, *said)))


def _said_words(sentence: str) -> Iterator[str]:
    """The words of a sentence that says when to call somebody, or by what."""
    triggered = TRIGGERED.match(sentence)
    what = triggered["list"] if triggered else _opened(sentence)[1]
    yield from first_phrases(what)
    yield from said_words(sentence, calls=bool(what or closed(sentence)))
