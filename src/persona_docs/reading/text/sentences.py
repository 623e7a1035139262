"""The sentences of a paragraph."""

from __future__ import annotations

import re
from functools import lru_cache

from persona_docs.reading.text.numbered import ends_in_number
from persona_docs.reading.text.phrases import one_line

_SENTENCES = re.compile(
    r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ가-힣\"'(*¿¡])|(?<=\.[\"'”’])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])|(?<=[。！？])(?![」』”])\s*"
    # a call behind a line that has no full stop
    r"|(?<=[\w)\"'”’])\s+(?=(?:Use (?:this |it )?(?:when|for|if)|(?:Trigger|Activate)s? (?:on|when|for)"
    r"|(?:Do|DO) NOT (?:use|load|invoke|call|trigger))\b)"
)
"""Where one sentence ends and the next begins."""


@lru_cache(maxsize=64)  # whoever looks into a description asks for them
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; `e.g.` and `Node.js` end none."""
    parts: list[str] = []
    number = 0
    for part in _SENTENCES.split(one_line(text)):
        goes_on = bool(parts) and ends_in_number(number + 1, parts[-1])
        number = number + 1 if goes_on else number
        if parts and (goes_on or _ABBREVIATED.search(parts[-1])):
            parts[-1] += f" {part}"
        elif part:
            parts.append(part)
            number = 0
    return tuple(parts)


_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|vs|etc|p\.ej|Dr|Mr|Ms|No)\.$")
"""What a part ends in whose full stop ends no sentence."""
