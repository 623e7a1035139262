"""The job a description begins with: "Senior data engineer for pipelines"."""

from __future__ import annotations

import re

from persona_docs.reading.term_lists import is_foreign

JOB = (
    r"engineer|architect|developer|expert|specialist|analyst|designer|manager|strategist|consultant"
    r"|advisor|auditor|reviewer"
    r"|tester|researcher|writer|scientist|administrator|coordinator|coach|mentor|assistant"
    r"|lead(?! (?:to|into|the|an?|you|your|us)\b)"
    r"|partner|optimizer|programmer"
    r"|ingenier[oa]|arquitect[oa]|desarrollador[a]?|especialista|expert[oa]|analista|dise[ñn]ador[a]?"
    r"|engenheir[oa]"
    r"|desenvolvedor[a]?|estrategista|consultor[a]?|redactor[a]?|创作者|专家|工程师|架构师|分析师"
    r"|设计师|经理"
)
_JOB_FIRST = re.compile(
    rf"(?P<who>(?:(?!(?:use|used|for|to|with|that|when|you|your|this|the|on|by|as|an?|and not|must"
    rf"|invoke|build|create"
    rf"|generate|provide|para|con|que|es|un|una|is"
    rf"|can|cannot|could|may|might|will|would|shall|should|does|do|did|eres|voc[eê]|act[uú]as?|atua)\b)"
    rf"[\w/&+.#’'-]+ ){{0,5}}(?:{JOB}))\b"
    rf"(?!:|-(?!(?:{JOB})\b))",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"(?:\w+(?:izes?|ates?|ines?|ews?|ects?|ages?|elops?|igns?|ifies|ify)|helps?|gives?|acts?|works?"
    r"|finds?)\b",
    re.IGNORECASE,
)


def job_from(description: str) -> str:
    """The job a description starts with; nothing where it starts otherwise.

    >>> job_from("Senior data engineer for pipelines. Use when …"), job_from("Reviews pull requests")
    ('Senior data engineer', '')
    """
    match = _JOB_FIRST.match(description)
    if match is None or " " not in match["who"] or _VERBS.match(description) or is_foreign(match["who"]):
        return ""
    return match["who"][0].upper() + match["who"][1:]
