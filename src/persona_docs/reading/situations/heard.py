"""The words and phrases that a text says it listens for, and those it says people say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from persona_docs.reading.situations.wordings import (
    ASKED_FOR,
    CALLED_BY,
    CONJUNCTION,
    GERUND,
    KEYWORDS,
    LISTENED,
    SAID,
    SAYING,
    SAYS,
    WHEN_WORDS,
)
from persona_docs.reading.text.phrases import split_top, unquote

_QUOTED_PHRASE = (
    r""""[^"]{2,60}"|`[^`]{2,60}`|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){2,60}'|“[^”]{2,60}”|‘[^’]{2,60}’"""
    r"|„[^“”]{2,60}[“”]|«[^»]{2,60}»|「[^」]{2,60}」"
)
_QUOTED = re.compile(_QUOTED_PHRASE)
_OPENED_BY = frozenset("\"`'“‘„«「")
_NEXT_PHRASE = (
    r"\s{0,2}[,，、;/]?\s{0,2}(?:(?:and|or|y|o|e|ou|und|oder|et|или|나|또는)\s|或者?\s?|和\s?)?"
    rf"(?:{_QUOTED_PHRASE})"
)
_SAYS = re.compile(
    rf"(?:{SAYS})(?:\s?[:：])?\s{{0,2}}(?P<list>(?:{_QUOTED_PHRASE})(?:{_NEXT_PHRASE}){{0,40}})",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    rf"(?:(?:사용자|유저)[가이]\s)?(?P<list>(?:{_QUOTED_PHRASE})(?:{_NEXT_PHRASE}){{0,40}})"
    rf"{ASKED_FOR}(?:\s?(?:때|시|경우))?"
)
"""Phrases before the Korean word for saying them, and what such a clause may end with."""

_PHRASES_FIRST = re.compile(
    rf"(?!.*「)\W{{0,4}}(?P<phrases>(?:{_QUOTED_PHRASE})(?:{_NEXT_PHRASE}){{1,40}})(?=\W*$|\s?[,;—–]|\sor\s)",
    re.IGNORECASE,
)
"""Two quoted phrases or more that a clause begins with: `"moor", "drop anchor" or a chart`.

In Japanese (`「係留」`) what stands behind them tells whether they are said, wished or shown.
"""

_FIRST_SAYS = re.compile(
    rf"(?:(?:(?:(?:the|an?|el|la|le|o|a|der|die)\s|l['’])?\w+\s|用户|使用者)?{_SAYS.pattern}"
    rf"|{_PHRASES_FIRST.pattern})"
    r"(?:,?\s(?:and|or)\s(?:similar|related|equivalent|variants?|the like)\b.{0,40}"
    r"|,?\sor\s(?P<rest>[^\"'`“‘„«「].*)|\W*)",
    re.IGNORECASE,
)
"""A clause that says no more than what people say, but for what it goes on with behind `or`."""

_CLAUSE = re.compile(
    r"^(?:when(?:ever)?|if|after|before|while|(?:the )?users? (?:ask|want|need|say|request|mention)s?)\s"
    r"|(?<=.)[がを].*(?:[るたい]|か|場合|とき|時)$"
    r"|^[当當].*[时時]$|(?:用户|使用者)(?:要求|需要|想|说|请求|希望)|(?:할|될|한) ?(?:때|경우)$",
    re.IGNORECASE,
)
"""A clause about what somebody wants, and no word to listen for."""

_SHORT = re.compile(r"[\"']?\.?\w[\w'&+.-]*(?: [\w'&+.-]+){0,3}[\"']?")
"""A word or up to four that may be listened for."""


def listed_words(sentence: str) -> tuple[str, ...]:
    """The words of a sentence that lists what is listened for.

    >>> listed_words("Triggers on: 'high water', tide."), listed_words("Keywords: tide, surge")
    (('high water',), ('tide', 'surge'))
    """
    match = KEYWORDS.search(sentence)
    if match:
        phrases = _quoted(match["list"])
        words = phrases or split_top(match["list"].rstrip(".。"))
        if not phrases and any(map(_CLAUSE.search, words)):
            return ()
        short = (unquote(word).strip(" .,") for word in words if len(word) <= 60)
        return tuple(filter(None, short))
    called = CALLED_BY.match(sentence)
    return words_of(called["list"], 3) if called else words_for_when(sentence)


def words_for_when(sentence: str) -> tuple[str, ...]:
    """The words of a list that stands where a sentence says when; nothing where it may be one of clauses.

    No clause is a single word, and none is so short that four stand in a row; gerunds are situations.

    >>> words_for_when("Use when: tide, tide table, high water."), words_for_when("Use when: a boat leaks")
    (('tide', 'tide table', 'high water'), ())
    >>> words_for_when("Use when: mooring, hauling, a leak")
    ()
    """
    match = WHEN_WORDS.match(sentence)
    if match is None:
        return ()
    if match["mentioned"]:
        return words_of(match["mentioned"], 2)
    words = words_of(match["list"], 3)
    named = len(words) > 3 or any(" " not in word for word in words)
    return words if named and not GERUND.match(words[0]) else ()


def first_phrases(clause: str) -> tuple[str, ...]:
    """The quoted phrases that a clause begins with, if there are two at least; a single one may be a name.

    >>> first_phrases('"moor", "drop anchor", or when a storm comes'), first_phrases('"Moor" and its crew')
    (('moor', 'drop anchor'), ())
    """
    match = None if _OPENED_BY.isdisjoint(clause) else _PHRASES_FIRST.match(clause)
    return tuple(phrase.strip(" .,;") for phrase in _quoted(match["phrases"])) if match else ()


def said_words(sentence: str, *, calls: bool) -> Iterator[str]:
    """The phrases that people say, as a sentence tells; of one that does not say when to call somebody none.

    >>> list(said_words("Use when users say 'moor' or ask for 'a berth'.", calls=True))
    ['moor', 'a berth']
    """
    if "」" in sentence:
        yield from _quoted(said["list"]) if (said := SAID.search(sentence)) else ()
    elif calls and not _OPENED_BY.isdisjoint(sentence):
        korean = () if sentence.isascii() else _SAID_BEFORE.finditer(sentence)
        for match in (*_SAYS.finditer(sentence), *korean):
            for phrase in _quoted(match["list"]):
                yield from (word.strip(" .,;") for word in _slashed(phrase))


def _slashed(phrase: str) -> tuple[str, ...]:
    """The words that a phrase names with slashes between, as is done in Chinese; any other phrase is one.

    >>> _slashed("系船/moor/靠岸"), _slashed("log/a/boat")
    (('系船', 'moor', '靠岸'), ('log/a/boat',))
    """
    words = tuple(phrase.split("/"))
    return words if len(words) > 2 and all(words) and not phrase.isascii() else (phrase,)


def is_said(sentence: str) -> bool:
    """Whether a Japanese sentence says no more than which words are listened for."""
    return "」" in sentence and bool(
        (before := SAYING.match(sentence)) and SAID.match(sentence, before.end())
    )


def unsaid(clause: str) -> str:
    """A clause without the phrases that it begins with people saying; of one that says no more, nothing.

    >>> unsaid('the skipper says "moor", "drop anchor" or similar'), unsaid('users say "moor" at night')
    ('', 'users say "moor" at night')
    >>> unsaid('someone asks for "a berth", or pastes a chart')
    'pastes a chart'
    """
    if _OPENED_BY.isdisjoint(clause):
        return clause
    if _SAID_BEFORE.fullmatch(clause):
        return ""
    match = _FIRST_SAYS.fullmatch(clause)
    return clause if match is None else match["rest"] or ""


def words_of(listed: str, fewest: int) -> tuple[str, ...]:
    """The words of a list of nothing but quoted phrases, or of at least so many short ones.

    >>> words_of("pump, bail out", 2), words_of("pump", 2)
    (('pump', 'bail out'), ())
    """
    parts = tuple(map(without_conjunction, split_top(listed.rstrip(".。"))))
    short = len(parts) >= fewest and all(map(_SHORT.fullmatch, parts)) and not any(map(_CLAUSE.search, parts))
    return quoted(listed) or (tuple(map(unquote, parts)) if short else ())


def without_conjunction(part: str) -> str:
    """A part of a list without the `and` or `or` before it."""
    conjunction = CONJUNCTION.match(part)
    return part[conjunction.end() :] if conjunction else part


def quoted(text: str) -> tuple[str, ...]:
    """The quoted phrases of a text that holds nothing else, but for commas and conjunctions.

    >>> quoted('"deploy", "ship it" or "release"'), quoted('Press "Go"')
    (('deploy', 'ship it', 'release'), ())
    """
    between = _QUOTED.sub(" ", text).split()
    only = all(CONJUNCTION.fullmatch(f"{word} ") or not any(map(str.isalnum, word)) for word in between)
    return _quoted(text) if only else ()


def _quoted(text: str) -> tuple[str, ...]:
    return tuple(found[1:-1].strip() for found in _QUOTED.findall(text))


def listened(line: str, *, bare: bool = True) -> tuple[str, ...]:
    """The words a line of a body says it listens for: quoted phrases or, if `bare`, a list of short ones.

    >>> listened('Trigger phrases: "security audit", "check for leaks"'), listened("Triggers: audit, scan")
    (('security audit', 'check for leaks'), ('audit', 'scan'))
    >>> listened("Trigger: something prevents the release")
    ()
    """
    match = LISTENED.match(line) if ":" in line or "：" in line else None
    if match is None:
        return ()
    return words_of(match["list"], 2) if bare else quoted(match["list"])
