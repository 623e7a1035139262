"""When two texts count as the same, which comes first, and which is nearest, wherever the project asks.

A person who types `diseno` means `diseño`; a name with a zero-width space in it is the name without it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_ACCENTS = re.compile("[\u0300-\u036f]")  # not the vowel signs of other scripts: those are letters there


_LONGEST = 64  # characters of a word that are compared: it may be a whole text by mistake


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """A text without case, accents, invisible characters and surplus white space.

    >>> fold("  Diseño de  APIs ")
    'diseno de apis'
    >>> fold("back\u200bend")
    'backend'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", caseless(text)))
    return " ".join(unicodedata.normalize("NFC", bare).split())


@lru_cache(maxsize=16_384)
def caseless(text: str) -> str:
    """A text without case and invisible characters, in one Unicode form; accents stay.

    >>> caseless("/Diseño") == caseless("/DISEN\u0303O")
    True
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=16_384)
def natural(text: str) -> tuple[str, str]:
    """What people's lists are sorted by: numbers count as such, case and accents only between equals.

    >>> sorted(["p10.md", "p2.md", "P1.md", "p.md"], key=natural)
    ['p.md', 'P1.md', 'p2.md', 'p10.md']
    """
    return _NUMBER.sub(_by_size, fold(text)), text


_NUMBER = re.compile(r"\d+")


def _by_size(number: re.Match[str]) -> str:
    """A number to be compared as a text: the longer is the greater, and all stand where digits do."""
    value = "".join(str(int(digit)) for digit in number[0]).lstrip("0")
    return f"0{chr(min(len(value), sys.maxunicode))}{value}"


def handle(text: str) -> str:
    """A name as it is typed, whatever joins its words.

    >>> handle("Git:Tidy_up"), handle("git tidy-up")
    ('git-tidy-up', 'git-tidy-up')
    """
    return _JOINTS.sub("-", caseless(text)).strip("-")


_JOINTS = re.compile(r"[\s_:-]+")


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that was most likely meant, or an empty text; case does not count.

    >>> nearest("bsah", ["Bash", "Read"]), nearest("xyz", ["Bash", "Read"])
    ('Bash', '')
    """
    by_case = {each.casefold(): each for each in known}
    near = get_close_matches(word.casefold()[:_LONGEST], by_case, n=1, cutoff=cutoff)
    return by_case[near[0]] if near else ""
