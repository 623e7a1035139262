"""Values of parsers that forget lines (TOML, JSON, CSV) as texts that know theirs, as well as can be told."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from typing import Any

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.places import Places

_KEY = re.compile(r"""(?<![\w-])(["']?)([^\W\d][\w-]*|\d+)\1(?=[ \t]*[:=\].])""")
_STRINGS = re.compile(
    r'"{3}(?:[^\\]|\\.)*?(?:"{3}|\Z)|'
    + r"'{3}.*?(?:'{3}|\Z)|"
    + r'"(?:[^"\\\n]|\\.)*+"?|'
    + r"'[^'\n]*+'?|#[^\n]*",
    re.DOTALL,
)
"""Strings and comments; one that is not closed ends with its line or the text, and is looked at once."""
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
"""Where the standard library's reader says that something is wrong."""

_FIX = "Write valid TOML: texts in quotes, each key on a line of its own."
_LONG_KEY = re.compile(r"(?<![\w-])(?:[\w-]++[ \t]*\.[ \t]*){40}")


def load_toml(text: str) -> dict[str, Any]:
    """What a TOML document holds.

    The standard library's reader needs time with the square of a key's parts: 64 kB of `a.a.a…` cost it 20 s.

    Raises:
        ValueError: it is not TOML, or a key has too many parts.
        RecursionError: it is nested too deep.
    """
    if _LONG_KEY.search(_STRINGS.sub("s", text)):
        raise ValueError("A key has more than 40 parts (at line 1, column 1)")
    return tomllib.loads(text, parse_float=str)


def read_toml(text: str, path: str, limits: Limits) -> tuple[Fields | None, tuple[Finding, ...]]:
    """A TOML document, or `None` and why not."""
    try:
        value = from_plain(load_toml(text), text, 1, limits)
    except (ValueError, RecursionError) as error:
        said, line, column = toml_fault(error, text, 1)
        return None, (finding("front-matter", f"Not valid TOML: {said}", path, line, column, fix=_FIX),)
    return (value if isinstance(value, Fields) else None), ()


def toml_fault(error: Exception, text: str, line: int) -> tuple[str, int, int]:
    """What is wrong with a TOML document, and its line and column in the file.

    Where something is missing at the end of the document, they are those of its last character.

    Args:
        error: what its reader raised.
        text: the document.
        line: source line of the text's first line.
    """
    said, place = _PLACE.sub("", str(error))[:200], _PLACE.search(str(error))
    if place and place[1]:
        return said, line + int(place[1]) - 1, int(place[2])
    lines = text.rstrip().split("\n") if place else [""]
    return said, line + len(lines) - 1, len(lines[-1])


def from_plain(data: object, text: str, line: int, limits: Limits) -> Value:
    """A parsed document as `Value`; a key's place is where it next stands in the text.

    Args:
        data: what `tomllib` or `json` gave.
        text: the document it was read from.
        line: source line of the text's first line.
        limits: bounds of depth and number; what lies beyond is left out.
    """
    return _Placer(text, line, limits).value(data, 1, line)


class _Placer:
    """Walks a document in the order of its text and finds each key behind the one before."""

    def __init__(self, text: str, line: int, limits: Limits) -> None:
        self.limits, self.line, self.budget = limits, line, limits.nodes
        self.places = Places(text)
        self.offsets: dict[str, list[int]] = {}
        self.reached = 0
        for match in _KEY.finditer(text):
            self.offsets.setdefault(match[2], []).append(match.start())

    def value(self, data: object, depth: int, line: int) -> Value:
        self.budget -= 1
        if self.budget < 0 or depth > self.limits.depth:
            return Scalar("", line, null=True)
        if isinstance(data, dict):
            pairs = []
            for name, each in list(data.items())[: self.limits.nodes]:
                place, column = self.place(str(name), line)
                pairs.append((Scalar(str(name), place, column), self.value(each, depth + 1, place)))
            return Fields(tuple(pairs), line, 1)
        if isinstance(data, list | tuple):
            return Items(
                tuple(self.value(each, depth + 1, line) for each in data[: self.limits.items]), line, 1
            )
        if data is None:
            return Scalar("", line, null=True)
        shown = ("false", "true")[data] if isinstance(data, bool) else str(data)
        return Scalar(
            shown[: max(self.limits.scalar, self.limits.file_size)], line, 1, plain=not isinstance(data, str)
        )

    def place(self, key: str, line: int) -> tuple[int, int]:
        """Where a key stands next; on the line of what holds it, where that cannot be told."""
        offsets = self.offsets.get(key)
        if not offsets:
            return line, 1
        index = bisect_left(offsets, self.reached)
        offset = offsets[index] if index < len(offsets) else offsets[0]
        self.reached = max(self.reached, offset)
        found, column = self.places(offset)
        return self.line + found - 1, column
