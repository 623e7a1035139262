"""Where something stands in a text, and how to quote it safely in a message."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote

_LINE_END = re.compile("\n")
_STEP = 200  # lines
_LONGEST = 4_000  # characters of a line that are looked at
_SAID = 200  # characters of a text that are looked for
BEFORE_TARGETS = "(<\"'="
"""What stands before the target of a link: `[text](target)`, `<target>`, `href="target"`."""


class Places:
    """Turns offsets of a text into lines and columns, both from 1; the lines are counted once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def __call__(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        if self._starts is None:
            self._starts = [0]
            position = self._text.find("\n")
            while position >= 0:
                self._starts.append(position + 1)
                position = self._text.find("\n", position + 1)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def line_at(text: str, number: int) -> str:
    r"""A line of a text, as much of it as is looked at; empty where there is none of this number.

    >>> line_at("a\nb\n", 2), line_at("a", 2)
    ('b', '')
    """
    starts, (part, rest) = _starts(text), divmod(number - 1, _STEP)
    if not 0 <= part < len(starts):
        return ""
    at = starts[part]
    for _ in range(rest):
        at = text.find("\n", at) + 1
        if not at:
            return ""
    return text[at : at + _LONGEST].partition("\n")[0]


@lru_cache(maxsize=2)  # one finding after the other asks for the same text
def _starts(text: str) -> Sequence[int]:
    """Where every so many lines of a text one begins: to keep all lines would take the text's size again."""
    ends = (match.end() for match in _LINE_END.finditer(text))
    return (0, *islice(ends, _STEP - 1, None, _STEP))


def column_of(line: str, said: str, behind: str = "") -> int:
    """The column, from 1, at which a text begins in a line; 0 where it is not there as it is said.

    A part of a longer word is not it, and neither is a key with its colon.

    Args:
        line: as written.
        said: of several lines, the first is looked for.
        behind: if given, the text must follow one of these signs.

    >>> column_of("name: pre-name, name", "name"), column_of("[a.md](a.md)", "a.md", BEFORE_TARGETS)
    (17, 8)
    """
    line, said = line[:_LONGEST], said.partition("\n")[0][:_SAID]
    if behind and said not in line:
        said = unquote(said)  # a parser writes `a%20b` for `a b`
    at = line.find(said) if said else -1
    while at >= 0 and not _stands_alone(line, at, said, behind):
        at = line.find(said, at + 1)
    return at + 1


class Columns:
    """Columns in the lines of a text."""

    def __init__(self, text: str, first: int) -> None:
        self._text, self._first = text, first

    def __call__(self, line: int, said: str, behind: str = "") -> int:
        """The column of what is said in a line, see `column_of`.

        Args:
            line: its number, of which the first line has the one that was given.
            said: what is looked for.
            behind: the signs that may stand before it, if only some may.
        """
        return column_of(line_at(self._text, line - self._first + 1), said, behind) if said else 0


def _stands_alone(line: str, at: int, said: str, behind: str) -> bool:
    before, after = line[:at], line[at + len(said) :]
    if behind:
        return before[-1:] in tuple(behind)
    if _in_word(said[:1]) and _in_word(before[-1:]):
        return False
    if _in_word(said[-1:]) and _in_word(after[:1]) and len(said) < _SAID:
        return False
    is_key = _in_word(said[-1:]) and after.lstrip(" \t\"'")[:1] in (":", "=")
    return not is_key or bool(before.strip(" -\"'"))


def _in_word(character: str) -> bool:
    return character.isalnum() or character in ("_", "-")


def quoted(text: str, limit: int = 60) -> str:
    r"""A text as a message may show it: on one line, cut, and with everything unprintable written out.

    No message may carry an escape sequence into somebody's terminal or an invisible character into a page.

    >>> quoted("a\x1b[31m\nb")
    'a\\x1b[31m b'
    """
    flat = " ".join(text[: limit * 4].split())
    cut = flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut)


def code_point(character: str) -> str:
    """A character by its number, `U+200B`."""
    return f"U+{ord(character):04X}"
