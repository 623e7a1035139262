"""Text that a model reads and a person does not: encoded, or pushed far out of view."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import unquote

from persona_docs.checks.lines import Lines
from persona_docs.checks.wording import short
from persona_docs.model import Body

_LONG = 24  # characters of a word that may be encoded text
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{24,4000}={0,2}(?![A-Za-z0-9+/=_-])")
_HEXADECIMAL = re.compile(r"(?<![\w])(?:[0-9a-fA-F]{2}){20,4000}(?!\w)")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2}){12,4000}")
_ENTITIES = re.compile(r"(?:&#x?[0-9a-fA-F]{2,6};){12,4000}")
_PROSE = re.compile(r"[A-Za-z]{2,}(?:[ ,.:;'/@-]+[A-Za-z0-9.~_]+){3,}")

_FAR = 200
_WIDE = re.compile("[ \t\u00a0\u3000]{200}")
_EMPTY = re.compile(r"\n(?:[ \t]*\n){10}")
_ASIDE = re.compile(r"\S[ \t\u00a0\u3000]{200,}(?=[^\s|])")
_BELOW = re.compile(
    r"""(?x) (?:\A|[^ \t\n])[ \t]*+\n (?:[ \t]*+\n){59,}+ (?:(?=[ \t]*+(\S)))?
        | (?:<br\s*+/?>\s*+){30,}+ (?:(?=([^<])))?
        | (?:&nbsp;\s*+){60,}+ (?:(?=([^&])))?"""
)
"""Much that is empty, taken whole so that it is read once; and what stands behind it, if anything does."""


def encoded(text: str) -> Iterator[tuple[int, str]]:
    """What stands encoded in a text, with its place, if it is prose; pictures and keys are not."""
    long_words = "\n".join([word for word in text.split() if len(word) >= _LONG])
    for pattern, read in _ENCODINGS if long_words else ():
        for match in pattern.finditer(text) if pattern.search(long_words) else ():
            if text.endswith("base64,", 0, match.start()):
                continue
            said = read(match[0])
            if said and said.isprintable() and _PROSE.search(said[:400]):
                yield match.start(), said


def _from_base64(text: str) -> str:
    try:
        return b64decode(text + "=" * (-len(text) % 4)).decode()
    except (Error, ValueError):
        return ""


def _from_hexadecimal(text: str) -> str:
    try:
        return bytes.fromhex(text).decode()
    except ValueError:
        return ""


_ENCODINGS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_BASE64, _from_base64),
    (_HEXADECIMAL, _from_hexadecimal),
    (_PERCENT, unquote),
    (_ENTITIES, unescape),
)
"""What encoded text looks like, always a part of one long word, and what reads it."""


def out_of_view(body: Body, lines: Lines) -> Iterator[tuple[int, str, str]]:
    """The lines of a body with text far below or beside the rest of it, what to say of them, and the text."""
    text = body.text
    if _EMPTY.search(text) or "<br" in text or "&nbsp;" in text:
        for match in _BELOW.finditer(text):
            if match.lastindex:
                number = body.line + text.count("\n", 0, match.end())
                below = text[match.end() : match.end() + _LONG].lstrip()
                yield number, "There is text far below the rest, out of view", below
    for line in lines.longer_than(_FAR):
        aside = _ASIDE.search(line.text) if _WIDE.search(line.text) else None
        if aside and not line.text.lstrip().startswith("|") and not lines.is_code(line):
            said = line.text[aside.end() :]
            yield line.number, f"There is text far to the right, out of view: “{short(said)}”", said
