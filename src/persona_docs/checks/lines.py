"""The lines of a body that a rule has to look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from persona_docs.model import Body

_LONGEST = 4_000  # characters of a line that are looked at
_CODE = frozenset({"fence", "code_block"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a body.

    Attributes:
        number: in the source file.
        text: as written, cut where it is very long.
    """

    number: int
    text: str


class Lines:
    """The lines of a body. Looking for words first spares a rule the regular expressions on nearly all."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._lines, self._lower = _split(body.text)

    def holding(self, words: Iterable[str]) -> Iterator[Line]:
        """The lines in which one of these words stands, whatever its case, each once and in their order.

        Args:
            words: in small letters.
        """
        at, number = 0, 0
        for place in sorted({place for word in words for place in self._places(word)}):
            number += self._lower.count("\n", at, place)
            at = place
            yield self._line(number)

    def longer_than(self, length: int) -> Iterator[Line]:
        """The lines of more characters than that."""
        return (self._line(number) for number, line in enumerate(self._lines) if len(line) > length)

    def is_code(self, line: Line) -> bool:
        """Whether a line stands in a code block."""
        return line.number in self._code

    def _places(self, word: str) -> Iterator[int]:
        """Where the lines begin that hold a word."""
        at = self._lower.find(word)
        while at >= 0:
            yield self._lower.rfind("\n", 0, at) + 1
            end = self._lower.find("\n", at)
            at = self._lower.find(word, end) if end >= 0 else -1

    def _line(self, number: int) -> Line:
        return Line(self._body.line + number, self._lines[number][:_LONGEST])

    @cached_property
    def _code(self) -> frozenset[int]:
        blocks = (token.map for token in self._body.tokens if token.type in _CODE and token.map)
        return frozenset(number for first, end in blocks for number in range(first, end))


@lru_cache(maxsize=2)  # one rule after the other asks for the same text
def _split(text: str) -> tuple[list[str], str]:
    """The lines of a text; and the text in small letters, such that what `(?i)` takes for equal is equal."""
    lower = text.lower()
    if not lower.isascii():
        lower = lower.replace("i\u0307", "i").replace("\u0131", "i").replace("\u017f", "s")
    return text.split("\n"), lower
