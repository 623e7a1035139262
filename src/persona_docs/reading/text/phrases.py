"""Short pieces of text: on one line, without quotes, taken apart at commas, cut between words."""

from __future__ import annotations

import re

_OPEN, _CLOSE = "([{（【", ")]}）】"
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’", "«": "»"}


def split_top(text: str, separators: str = ",;·，、；") -> tuple[str, ...]:
    """The parts of a text between separators that stand outside brackets and quotes; none of them empty.

    >>> split_top("Bash(git add, git commit), Read")
    ('Bash(git add, git commit)', 'Read')
    """
    if set(separators).isdisjoint(text):
        return (text.strip(),) if text.strip() else ()
    parts, start, depth, quote = [], 0, 0, ""
    for n, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'`" and (n == 0 or not text[n - 1].isalnum()) and sign in text[n + 1 :]:
            quote = sign
        elif sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif sign in separators and not depth and not _inside_number(text, n):
            parts.append(text[start:n])
            start = n + 1
    parts.append(text[start:])
    return tuple(part.strip() for part in parts if part.strip())


def _inside_number(text: str, n: int) -> bool:
    """Whether the comma at `n` groups digits (`1,000`)."""
    return text[n] == "," and text[n - 1 : n].isdigit() and text[n + 1 : n + 2].isdigit()


def unquote(text: str) -> str:
    """A text without the one pair of quotes around it.

    >>> unquote("'gpt-5'")
    'gpt-5'
    """
    text = text.strip()
    if len(text) > 1 and _QUOTES.get(text[0]) == text[-1]:
        return text[1:-1].strip()
    return text


def one_line(text: str) -> str:
    """A text with its white space collapsed."""
    return " ".join(text.split())


def cut(text: str, most: int) -> str:
    """A text of at most so many characters and an ellipsis: a longer one ends between two words.

    >>> cut("tides, winds and currents", 14), cut("tides", 14)
    ('tides, winds…', 'tides')
    """
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:(-–—") + "…"


def bare(text: str) -> str:
    """A phrase without the signs around it; the dot of a hidden file is no such sign.

    >>> bare(" a storm. "), bare("… .tide/ports.toml changes;"), bare("a leak —")
    ('a storm', '.tide/ports.toml changes', 'a leak')
    """
    before = _BEFORE.match(text)
    return text[before.end() if before else 0 :].rstrip(" .,;:*–—").removesuffix(" -")


_BEFORE = re.compile(r"(?:[\s,;:*…]|\.(?!\w))+", re.ASCII)
