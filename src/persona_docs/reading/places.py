"""Where something stands in a text, and how to quote it safely in a message."""

from __future__ import annotations

from bisect import bisect_right


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
