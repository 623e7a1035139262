"""Abbreviations in a title that was made of a handle, spelled as the text spells them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from persona_docs.reading.fields.names import SPELLED

_SHORT = re.compile(r"[A-Z][a-z]{1,4}")
_VOWEL = re.compile(r"[aeiouy]")
_BEFORE, _BEHIND = r"(?<![\w/.:@#$<-])", r"(?![\w/:=(]|[-.]\w)"
"""What a word in prose does not touch: `gsd:plan`, `agents/gsd.md` and `SOUL.md` are no spellings of one."""

_NEXT = re.compile(r"\W{0,3}([A-Z]{2,})\b")
_FORMER = re.compile(r"\b([A-Z]{2,})\W{0,3}$")
_NEAR = 16  # characters in which a word beside is looked for
_ENOUGH = 2


def as_spelled(title: str, texts: Iterable[str]) -> str:
    """A title whose short words are in capitals where the text has them in capitals alone.

    A word that can be spoken may be shouted (`NOT`), so that it has to stand there twice, and never in a
    line of capitals.

    >>> as_spelled("Ocr Tuner", ["You tune OCR models.", "No OCR engine is alike."])
    'OCR Tuner'
    >>> as_spelled("New Tuner", ["Only NEW models.", "A new one."])
    'New Tuner'
    """
    words = [word for word in title.split() if _SHORT.fullmatch(word) and word not in SPELLED]
    if not words:
        return title
    whole = "\n".join(texts)
    shouted = {word: word.upper() for word in words if word.upper() in whole and _is_short_for(word, whole)}
    return " ".join(shouted.get(word, word) for word in title.split()) if shouted else title


def _is_short_for(word: str, text: str) -> bool:
    """Whether a word is an abbreviation in this text."""
    least = _ENOUGH if _VOWEL.search(word.lower()) else 1
    count = 0
    for match in re.finditer(f"{_BEFORE}{word}{_BEHIND}", text, re.IGNORECASE):
        if not match.group().isupper():
            return False
        beside = text[match.end() : match.end() + _NEAR]
        before = text[max(0, match.start() - _NEAR) : match.start()]
        count += not (_NEXT.match(beside) or _FORMER.search(before))
    return count >= least
