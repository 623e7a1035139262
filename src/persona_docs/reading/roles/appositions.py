"""A name before a job, in the sentence that says who somebody is: "Ada, a tester", "Ada — the tester"."""

from __future__ import annotations

import re

from persona_docs.folding import fold
from persona_docs.reading.terms.job_words import JOB

_WORD_END = re.compile(r"[;:(—–]")
"""What ends a word or name behind which more is told."""

_A_NAME = re.compile(r"(?:[^\W\d_a-zß-ÿ][a-zß-ÿ'’-]+(?<!er)(?<!or)(?<!ist)(?<!ant)\s?){1,3}")
"""What people are called, and no job without its article (`Copywriter, expert in slogans`)."""

_STARTS_A_JOB = re.compile(
    rf"(?:[\w&/-]+\s){{0,3}}?(?:{JOB})\b"
    r"|(?!(?:one|all|most|some|part|proud|capable|aware|fond|full|tired|short|made|[a-z]+ed)\b)[a-z][\w-]+\sof\b",
    re.IGNORECASE,
)
"""Behind a name, a job that has no article: `Ada, senior engineer`, `Ada, keeper of the light`."""


_EPITHET = re.compile(r"The [A-Z]")
"""How a name begins that somebody is given for fun: `Chief Pilot — The Lighthouse of the North`."""


def behind_name(who: str, names: tuple[str, ...], *, bare: bool) -> str:
    """What follows the name in "Ada, a tester" or "Ada — the tester"; the same where nothing does.

    Behind a job with an article, which is not `bare`, a German one begins a clause: "ein Lotse, der …".
    """
    called = re.match(r"(?P<name>[^,，—–(:：]{1,60}?)(?:\s*[,，:：]\s*|\s+[-—–]+\s+|——)(?P<rest>.{8,})$", who)
    if called is None:
        return who
    if re.match(r"(?:i|we|you)['’\s]", called["rest"], re.IGNORECASE):
        return "" if bare and is_one_word(called["name"]) else called["name"]  # and what they do next
    known = {re.sub(r"[\W_]+", "", fold(name)) for name in names}
    said = re.sub(r"[\W_]+", "", fold(called["name"]))
    title = all(word[:1].isupper() or not word[:1].isalpha() for word in called["name"].split())
    article = re.match(
        r"(?:(?:an?|the|una?|une|el|la|le|uma?|o|eine?|der|die|一名|一位|一个)(?:\s+|(?<=[名位个]))|l['’])",
        called["rest"],
        re.IGNORECASE,
    )
    clause = article and not bare and article[0].strip().casefold() in {"der", "die", "das"}
    if said in known and not article and not _STARTS_A_JOB.match(called["rest"]):
        return _without_more(called["name"], called["rest"], who, bare=bare)
    if _EPITHET.match(called["rest"]) and _has_job(called["name"]) and not _has_job(called["rest"]):
        return called["name"]
    job = bare and _A_NAME.fullmatch(called["name"]) and not _has_job(called["name"])
    if said in known or (title and article and not clause) or (job and _STARTS_A_JOB.match(called["rest"])):
        rest = called["rest"][article.end() :] if article else called["rest"]
        return re.split(r"(?<=\w)[.。]\s", rest)[0]
    return who


_DOING = re.compile(r"(?:responsible|specialized|specialised|focused|dedicated|[a-z]+ing)\b", re.IGNORECASE)


def _without_more(name: str, rest: str, who: str, *, bare: bool) -> str:
    """What is known of somebody whose name is followed by what is done, and by no job."""
    if _DOING.match(rest):
        return who
    return name if not bare or _has_job(name) else ""


def is_one_word(who: str) -> bool:
    """Whether a single word, and no job, stands for somebody: `late`, or `read-only: look, never touch`."""
    word = _WORD_END.split(who, maxsplit=1)[0]
    return " " not in word and not _has_job(word)


def is_name(who: str) -> bool:
    """Whether words are somebody's name or handle, and no job."""
    words = who.split()
    named = len(words) == 1 or all(word[:1].isupper() for word in words)
    return named and not _has_job(who)


def _has_job(who: str) -> bool:
    return re.search(rf"\b(?:{JOB})\b", who, re.IGNORECASE) is not None
