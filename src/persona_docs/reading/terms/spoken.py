"""The terms a sentence names as somebody's expertise: "Your expertise covers …", "especializada en …"."""

from __future__ import annotations

import re
from itertools import pairwise

from persona_docs.reading.terms.cleaning import LIMIT, clean, clean_list
from persona_docs.reading.terms.wordings import AGAIN, AND, ENOUGH, KNOWING, LINK, SPOKEN
from persona_docs.reading.text.phrases import split_top

_ADJECTIVES_WORDS = """
    scalable secure robust maintainable performant accessible reliable efficient modern fast clean
    resilient responsive portable safe testable beautiful intuitive elegant high-performance
    production-ready type-safe idiomatic optimized actionable technical creative strategic clear
    concise accurate comprehensive professional engaging detailed simple complex building designing
    creating developing writing implementing managing delivering identifying analyzing optimizing
    planning reviewing producing
"""
ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())
"""What stands before the noun of a whole list: `clean, fast and safe code`."""


_CLAUSE = re.compile(
    r"\s(?:is|are|was|were|unless|until|ist|sind|est|sont)\s|^[将把为与让]"
    r"|^(?:what(?:ever)?|why|where|every|lo que|o que)\s",
    re.IGNORECASE,
)
"""What a part of a list holds that is a clause and no noun phrase."""

_MAKING = re.compile(
    r"(?:[a-z]+ing(?:,? and |, ))*"
    r"(?:creat|build|design|develop|craft|deliver|produc|writ|mak|implement|provid|generat)ing (?=\S)"
    r"|创建|创造|构建|打造|设计|开发|提供|实现|编写",
    re.IGNORECASE,
)
"""What is done with the things that a list names: `building safe boats`."""

_DOING = re.compile(
    r"(?:(?:[a-z]+ly )?[a-z]+ing"
    r"|[A-ZÄÖÜ][a-zäöüß]*ieren|Erstellen|Entwickeln|Entwerfen|Schreiben|Bauen|Testen|(?:Überp|P)rüfen"
    r"|Verbessern|Planen|Gestalten|Pflegen|Warten|Lesen)(?!\w)"
)
"""What is done, in English and German; another one behind it may have the thing both are done to."""

_ADJECTIVE_BEHIND = re.compile(r"\w+(?:[áa]ve(?:l|is)|[íi]ve(?:l|is))", re.IGNORECASE)
"""A Portuguese adjective of the noun before a list: `barcos leves e manobráveis`."""

_HIRAGANA = re.compile(r"[\u3041-\u309f]")


_NO_TOPIC = re.compile(r"(?:any |all |many )?other .*|[a-z]+(?:al|iv|nt|at|ic|ful|ous|u)e?ly", re.IGNORECASE)
"""A part that only leads on (`other documents`), or tells how what stands before it is done (`fluently`)."""

_SIGNS = "，,、；;：:"
_OTHERS_DO = re.compile(r"[让讓]|使(?!用)")
"""Who is made to know or to mind something, before the word for that: `让团队专注于…`."""

_LEAD = re.compile(r"\A[^:,;，；、]{1,60}:\s(?=[^:]*,)")
"""What a list is about, before it: `internal structure: schemas, indexes and locks`."""

_FIELD = re.compile(r"(?:the |an? )?(?:fields?|areas?|domains?|realms?) of (?=\S)", re.IGNORECASE)
_MOST_TIMES = 3  # that one sentence says what somebody knows


def object_terms(sentence: str) -> tuple[str, ...]:
    """The terms a sentence names as somebody's expertise; none where it says nothing of the kind.

    >>> object_terms("Your expertise includes API design, data modelling, and caching.")
    ('API design', 'Data modelling', 'Caching')
    >>> object_terms("You specialize in schemas, with deep knowledge of indexes and locks.")
    ('Schemas', 'Indexes', 'Locks')
    """
    folded = sentence.casefold()
    if not any(word in folded for word in KNOWING):
        return ()
    terms: list[str] = []
    rest = "" if not sentence.isascii() and _HIRAGANA.search(sentence) else sentence
    for _ in range(_MOST_TIMES):
        match = SPOKEN.search(rest)
        if match is None:
            break
        said = match["what"].strip(" *_")
        clause = max(rest.rfind(sign, 0, match.start()) for sign in _SIGNS) + 1
        if _OTHERS_DO.search(rest, clause, match.start()):
            rest = said
            continue
        enough = ENOUGH.search(said)
        terms += _terms_of(said[: enough.start()] if enough else said)
        rest = said[enough.start() :] if enough else ""
    return tuple(terms)


_TO_DO = re.compile(r"\s+to [a-z]+, [a-z]+(?:, [a-z]+){0,4},? (?:and|or) [a-z]+ ")
"""What something is for, as verbs with one object: `… to lift, turn and lower boats`."""

_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
_ALL_OF = re.compile(r"(?:[a-z]+ing(?:,? and |, )?)+ (?:all|any|every|each)\s[^,]*,", re.IGNORECASE)
"""What is done to all of what a list names, which belongs together."""

_ALL = re.compile(r"(?:all|any|every|each)\s", re.IGNORECASE)


def _terms_of(said: str) -> tuple[str, ...]:
    """The terms of a list behind such words; one where adjectives share a noun, none where it is a clause."""
    what = _LEAD.sub("", _FIELD.sub("", LINK.sub(r"\1 ", AGAIN.sub(", ", said)), count=1), count=1)
    done = _TO_DO.search(what)
    if done and not _FROM.search(what, 0, done.start()):
        what = what[: done.start()]
    if _ALL_OF.match(what):
        return tuple(term for term in _one_phrase(what) if not _ALL.match(term))
    if "、" in what:
        what = what.split("，", 1)[0]  # what follows is a clause
    if _qualifies(what):
        return _one_phrase(what)
    parts = split_top(
        after_last("，", after_last(",()", what, AND), _CHINESE_AND)
        .replace("、", ", ")
        .replace("以及", ", "),
        ",;，",
    )
    if any(map(_ends_in_an_adjective, parts[:-1])) or any(
        _DOING.fullmatch(part) and _DOING.match(follows) and " " in follows
        for part, follows in pairwise(parts)
    ):
        return _one_phrase(what)
    if any(len(part) > LIMIT * 2 or _CLAUSE.search(part) for part in parts):
        return ()
    if any(map(_ADJECTIVE_BEHIND.fullmatch, parts[1:])):
        return _one_phrase(what)
    return clean_list([part for part in parts if not _NO_TOPIC.fullmatch(part)])


def _ends_in_an_adjective(part: str) -> bool:
    """Whether a part of a list is but half of one: `safe`, or what is made without what it is."""
    made = _MAKING.match(part)
    return part.split()[-1].casefold() in ADJECTIVES or bool(made and _HOW.fullmatch(part, made.end()))


_HOW = re.compile(
    r"(?:[a-z]+ly )?(?:[a-z]+-){0,2}[a-z]+(?:able|ible|ive|ful|ous|ic|[iu]al|ed|ing|ntelligent|fficient"
    r"|-quality)",
    re.IGNORECASE,
)

_CHINESE_AND = re.compile("和")


def after_last(signs: str, text: str, conjunction: re.Pattern[str]) -> str:
    """A list with commas for its conjunctions, but only behind the last of some signs: others bind closer."""
    at = max(0, *map(text.rfind, signs))
    return text[:at] + conjunction.sub(", ", text[at:])


_NAMED = re.compile(r"[A-Z]")
"""A name among what is listed: adjectives have none (`C#、Rust 和特有的系统`)."""


def _qualifies(what: str) -> bool:
    """Whether what is listed are adjectives of one noun: the last shows it (`直观、可扩展的架构`)."""
    adjectives, _, noun = what.partition("的")
    listed = bool(noun) and "、" in adjectives and "，" not in adjectives and not set("的、") & set(noun)
    return listed and not _NAMED.search(adjectives.rpartition("、")[0])


def _one_phrase(what: str) -> tuple[str, ...]:
    """Adjectives and their noun as one term, without the verb before them where there is no room for it.

    >>> _one_phrase("building fast, safe services")
    ('Building fast, safe services',)
    >>> _one_phrase("creating intuitive, beautiful, and accessible user interfaces")
    ('Intuitive, beautiful, and accessible user interfaces',)
    """
    if len(what) > LIMIT or "、" in what:
        what = _MAKING.sub("", what, count=1) if _MAKING.match(what) else what
    term = clean(what)
    last = term.rsplit(" ", 1)[-1].casefold()
    cut = last in ADJECTIVES and not last.endswith("ing")
    lost = what.casefold().startswith(f"{term.casefold()},")  # with what the adjectives stand before
    return (term,) if term and not cut and not lost else ()
