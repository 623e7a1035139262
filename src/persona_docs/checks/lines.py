"""The lines of a body that a rule has to look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from persona_docs.model import Body

_LONGEST = 4_000  # characters of a line that are looked at
_CODE = frozenset({"fence", "code_block"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a body.

    Attributes:
        number: in the source file.
        text: as written, cut where it is very long.
        code: whether it stands in a code block.
    """

    number: int
    text: str
    code: bool = False


def lines_with(body: Body, sign: re.Pattern[str]) -> Iterator[Line]:
    """The lines in which a sign is found, each once; cheap, where the sign is rare."""
    first = sign.search(body.text)
    if first is None:
        return
    lines, starts = _lines(body.text)
    blocks = [range(*token.map) for token in body.tokens if token.type in _CODE and token.map]
    done = -1
    for match in sign.finditer(body.text, first.start()):
        at = bisect_right(starts, match.start()) - 1
        if at > done:
            done = at
            number = body.line + at
            yield Line(number, lines[at][:_LONGEST], any(number in block for block in blocks))


@lru_cache(maxsize=2)  # one rule after the other asks for the same text
def _lines(text: str) -> tuple[list[str], list[int]]:
    """The lines of a text, and where each starts."""
    lines = text.split("\n")
    return lines, list(accumulate((len(line) + 1 for line in lines), initial=0))
