"""The terms a sentence names: "Your expertise covers …", "especializada en …", or a plain list."""

from __future__ import annotations

import re

from persona_docs.reading.fields import split_top
from persona_docs.reading.terms import LIMIT, clean_all, is_weak

_SPOKEN = re.compile(
    r"""(?:
        \b(?:expertise|experience|mastery|proficiency|knowledge|understanding|skills|depth)
          \ (?:spans?|includes?|covers?|lies\ in|in|across|of|with|encompasses|ranges\ from|areas\ include)\b
          (?:\ (?:the|all|both|areas\ of)\b)?
      | \b(?:speciali[sz](?:es|ed|ing)|specialist|experts?|master|versed|skilled|proficient)\ (?:in|at|on)\b
      | (?:your\ (?:\w+\ )?|primary\ |^)(?:focus(?:es|ed|ing)?|areas?)
          \ (?:spans?|covers?|includes?|encompasses|areas?\ include|on|is\ on)\b
      | (?:^|\.\s)masters\b
      | (?:expert[oa]|especialista|especializad[oa]s?|profundidad|experiencia|conocimientos?(?:\ profundos?)?)
          \ (?:en|de)\b
      | (?:especialista|especializad[oa]s?|experiencia)\ (?:em|de)\b | \bdominas?\b
      | 精通 | 擅长 | 专注于 | 专长(?:于|是|包括)
    )\s*:?\s*(?P<what>[^.!?。！？]*(?:\.(?=\S)[^.!?。！？]*)*)""",
    re.IGNORECASE | re.VERBOSE,
)
_ENOUGH = re.compile(
    r"(?:,?\s+(?:with (?:a |an )?(?:emphasis|focus|deep|strong|particular|special|track)|while|so"
    r" that|who|that|which|to ensure"
    r"|ensuring|enabling|emphasizing|to help|to create|to deliver|to build|using core|- |– |— |con"
    r" (?:enfasis|foco|experiencia|conocimiento)"
    r"|para que|que)\b.*|\s[-–—]\s.*|，(?:将|并|具备|能够|帮助|为|专注).*|的[^，、]{0,4}专家.*)$",
    re.IGNORECASE,
)
_ADJECTIVES_WORDS = """
    scalable secure robust maintainable performant accessible reliable efficient modern fast clean
    resilient responsive portable safe testable beautiful intuitive elegant high-performance
    production-ready type-safe idiomatic optimized actionable technical creative strategic clear
    concise accurate comprehensive professional engaging detailed simple complex building designing
    creating developing writing implementing managing delivering identifying analyzing optimizing
    planning reviewing producing
"""
_ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())


_CLAUSE = re.compile(r"\s(?:is|are|was|were)\s", re.IGNORECASE)


def object_terms(sentence: str) -> tuple[str, ...]:
    """The terms a sentence names as somebody's expertise; none where it says nothing of the kind.

    >>> object_terms("Your expertise includes API design, data modelling, and caching.")
    ('API design', 'Data modelling', 'Caching')
    """
    match = _SPOKEN.search(sentence)
    if match is None:
        return ()
    what = _ENOUGH.sub("", match["what"].strip(" *_"))
    parts = split_top(
        re.sub(r",?\s+(?:and|as well as|y|e|和|以及)\s+(?=[^,()]*$)|、|以及|和(?=[^，]*$)", ", ", what),
        ",;，",
    )
    if any(
        part.split()[-1].casefold() in _ADJECTIVES or re.fullmatch(r"[a-z]+ing", part) for part in parts[:-1]
    ):
        parts = (what,)
    if any(len(part) > LIMIT * 2 or _CLAUSE.search(part) for part in parts):
        return ()
    return tuple(clean_all(parts))


def list_terms(sentence: str) -> tuple[str, ...]:
    """The terms of a sentence that is nothing but a list of noun phrases; none where it is another.

    >>> list_terms("APIs, microservices, event-driven systems.")
    ('APIs', 'Microservices', 'Event-driven systems')
    >>> list_terms("Removes dead code, reduces complexity, and merges twins.")
    ()
    """
    parts = split_top(
        re.sub(r",?\s+(?:and|y|e|和|以及)\s+(?=[^,]*$)|、", ", ", sentence.rstrip(" .。")), ",;，"
    )
    if len(parts) < 3 or any(len(part.split()) > 5 or len(part) > 48 for part in parts):
        return ()
    if any(is_weak(f"{part} ") or ":" in part for part in parts):
        return ()
    return tuple(clean_all(parts))
