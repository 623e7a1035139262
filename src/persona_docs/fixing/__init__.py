"""Fixing what has one safe answer: the encoding, the line ends, a value that wants quotes.

Everything else stays as it is, to the byte. A value is quoted only if every field is then read as the lenient
reader did before, and this one by strict YAML.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import unified_diff

from persona_docs.fixing.quotes import BOM, ENDS, with_quotes
from persona_docs.model import Source
from persona_docs.options import Limits
from persona_docs.reading.text.controls import without_controls
from persona_docs.reading.text.mojibake import repair

FIXABLE = frozenset({"encoding", "mojibake", "line-ends", "front-matter"})
"""Codes of findings that may be fixed."""

_UTF8 = frozenset({"utf-8", "utf-8-sig"})


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after.

    Attributes:
        path: the source path.
        codes: codes of the findings that it fixes.
        before: its text as it was read, with its own line ends.
        after: its text as it should be.
        data: the bytes to write.
    """

    path: str
    codes: tuple[str, ...]
    before: str
    after: str
    data: bytes


def fix(source: Source, codes: Collection[str], limits: Limits) -> Fixed | None:
    """What a file should be, or `None` where nothing of `codes` can be fixed in it."""
    before = _decoded(source)
    if before is None or (source.encoding not in _UTF8 and "encoding" not in codes):
        return None
    after, done = before, []
    if source.encoding not in _UTF8:
        after = after.removeprefix(BOM)
        done.append("encoding")
    if source.repaired and "mojibake" in codes:
        after = _repaired(after, source)
        done.append("mojibake")
    if "line-ends" in codes and (changed := _one_line_end(after)) != after:
        after = changed
        done.append("line-ends")
    if "front-matter" in codes and (changed := with_quotes(after, source.path, limits)) != after:
        after = changed
        done.append("front-matter")
    data = after.encode()
    return None if data == source.data else Fixed(source.path, tuple(done), before, after, data)


def diff(fixed: Fixed) -> Iterator[str]:
    """The change as a unified diff, line by line; a change of line ends alone shows no lines."""
    before, after = (ENDS.sub("\n", text).split("\n") for text in (fixed.before, fixed.after))
    return unified_diff(before, after, fixed.path, fixed.path, lineterm="", n=1)


def _decoded(source: Source) -> str | None:
    """The text with its own line ends and byte order mark."""
    try:
        return source.data.decode("utf-8" if source.encoding in _UTF8 else source.encoding)
    except (UnicodeError, LookupError):
        return None


def _repaired(text: str, source: Source) -> str:
    """The text with its accents; as it is where that is not the text the catalog shows."""
    mark = BOM if text.startswith(BOM) else ""
    repaired = repair(text.removeprefix(BOM), source.path)
    if repaired is None or without_controls(ENDS.sub("\n", repaired.text.removeprefix(BOM))) != source.text:
        return text
    return mark + repaired.text


def _one_line_end(text: str) -> str:
    r"""A text with one kind of line end: the commoner of `\n` and `\r\n`; as it is if it has one already.

    >>> _one_line_end("a\r\nb\r\nc\nd"), _one_line_end("a\rb"), _one_line_end("a\r\nb\r\n")
    ('a\r\nb\r\nc\r\nd', 'a\nb', 'a\r\nb\r\n')
    """
    ends = ENDS.findall(text)
    kinds = set(ends)
    if len(kinds) < 2 and "\r" not in kinds:
        return text
    return ENDS.sub("\r\n" if 2 * ends.count("\r\n") > len(ends) else "\n", text)
