"""The job a description begins with: "Senior data engineer for pipelines"."""

from __future__ import annotations

import re

from persona_docs.reading.terms.job_words import JOB
from persona_docs.reading.terms.lists import is_foreign
from persona_docs.reading.text.capitals import capital
from persona_docs.reading.text.phrases import cut

_AFTER = (
    r"\s*(?:$|[^\s\w]|(?:(?:sub)?agents?(?!\s[a-z]+ed\s(?!in\b|on\b|with\b|for\b|to\b|by\b|as\b))|bots?|personas?|for|with|who|whose|that|which|in|on|at|of|to|and|or|by"
    r"|from|as|under|inside|within|across|behind|through|using|able|capable|responsible|\w{2,20}(?:ing|ed|[ai]d[oa]s?)"
    r"|e[mn]|n[oa]s?|del|d[aeiou]s?|para|pour|per|sur|con|com|que|qui|im|am|bei|aus|von|zu[mr]?|für|mit|der"
    r"|und|y|e|et)\b)"
)
"""What may follow a job; another noun makes it a part of something else's name (`home assistant gateway`)."""

_NOT_BEFORE = (
    # English
    r"use|used|for|to|with|that|when|you|your|this|the|on|by|as|an?|and not|must|invoke|build|create|generate"
    r"|provide|is|can|cannot|could|may|might|will|would|shall|should|does|do|did"
    # Spanish and Portuguese
    r"|para|con|que|es|un|una|seus?|suas?|sus?|tus?|eres|voc[eê]|act[uú]as?|atua"
    # French and German
    r"|mon|ton|votre|dein|ihre?"
)
"""Words that never stand between the beginning of a description and the job it begins with."""

_JOB_FIRST = re.compile(
    rf"(?P<who>(?:(?!(?:{_NOT_BEFORE})\b)[\w/&+.#’'-]+ ){{0,5}}(?:{JOB}))\b"
    rf"(?!:|-(?!(?:{JOB})\b))(?={_AFTER})",
    re.IGNORECASE,
)
"""A job that a description begins with, of two words at least."""

_VERBS = re.compile(
    r"(?:\w+(?:izes?|ates?|ines?|ews?|ects?|ages?|elops?|igns?|ifies|ify)|helps?|gives?|acts?|works?|finds?"
    r"|configure|install|remove|delete|assign|replace|choose|pick)\b",
    re.IGNORECASE,
)
"""What a description begins with that says what is done: `Manages the architect`."""


_WORD = r"(?:[A-Z0-9](?:[\w./+#-]*[\w/+#-])?|&|/)"
_TITLED = re.compile(
    rf"{_WORD}(?: (?:{_WORD}|and|of|for)){{0,6}}"
    r"(?=\s*(?:$|[,;(]|\.(?:\s|$)|[-–—]\s)| responsible\b)"
)
"""Who somebody is, in capitals as on a door: `Tide Table Keeper - draws them`. A task is written small."""

_IN_CHARGE = re.compile(
    r"(?:chargée?|responsable|encargad[oa]|responsável)\s"
    r"(?:(?:d[aeou]s?|del|pel[ao]s?)\s|d['’])[^.;:]{3,80}(?=[.;]|$)",
    re.IGNORECASE,
)
"""Who is in charge of what, as French, Spanish and Portuguese have it: `Chargée du port`."""


def job_behind_label(said: str) -> str:
    """The job behind a label `Role:` that stands alone, behind which a task stands as often.

    >>> job_behind_label("Rope Keeper - counts all ropes"), job_behind_label("Count all ropes.")
    ('Rope Keeper', '')
    """
    titled = _TITLED.match(said) or _IN_CHARGE.match(said)
    return job_from(said) or (titled.group().rstrip(" .") if titled else "")


_KNOWER = re.compile(
    r"(?:(?:expert|specialist)\sin|(?:expert[oa]|especialista)\sen|especialista\sem"
    r"|experte?\sen|spécialiste\s(?:en|d[eu]s?)|(?:expert(?:e|in)|spezialist(?:in)?)\s(?:in|für)"
    r"|(?:espert[oa]|specialista)\s(?:in|di))\s(?P<what>[^.;:]*(?:\.(?=\w)[^.;:]*)*)",
    re.IGNORECASE,
)
"""Who knows something, without another job: `Expert in ropes`."""

_LONGEST = 100  # characters

_GOES_ON = re.compile(
    r"\s[(–—-]|,?\s(?:(?:speciali[sz]|focus|leverag|us|cover|help|build)(?:ing|ed)|with|for|to|who|that|which"
    r"|con|com|para|que|enfocad[oa]|focad[oa]|mit|avec|pour|qui|per|che)\s",
    re.IGNORECASE,
)
"""What follows that says more of it."""


def job_from(description: str) -> str:
    """The job a description starts with, or what somebody is expert in; nothing where it starts otherwise.

    >>> job_from("Senior data engineer for pipelines. Use when …"), job_from("Reviews pull requests")
    ('Senior data engineer', '')
    >>> job_from("Expert in ropes and knots, focusing on splices. Use when …")
    'Expert in ropes and knots'
    """
    knower = _KNOWER.match(description)
    if knower:
        more = _GOES_ON.search(description, knower.start("what"), knower.end())
        return capital(cut(description[: more.start() if more else knower.end()].rstrip(), _LONGEST))
    match = _JOB_FIRST.match(description)
    if match is None or " " not in match["who"] or _VERBS.match(description) or is_foreign(match["who"]):
        return ""
    return capital(match["who"])
