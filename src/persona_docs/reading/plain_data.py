"""Values of parsers that forget lines (TOML, JSON, CSV) as texts that know theirs, as well as can be told."""

from __future__ import annotations

import re

from persona_docs.options import Limits
from persona_docs.reading.values import Fields, Items, Scalar, Value


def from_plain(data: object, text: str, line: int, limits: Limits) -> Value:
    """A parsed document as `Value`; a key's line is where it first stands in the text.

    Args:
        data: what `tomllib` or `json` gave.
        text: the document it was read from.
        line: source line of the text's first line.
        limits: bounds of depth and number; what lies beyond is left out.
    """
    budget = [limits.nodes]
    return _value(data, text, line, limits, 1, budget)


def _value(data: object, text: str, line: int, limits: Limits, depth: int, budget: list[int]) -> Value:
    budget[0] -= 1
    if budget[0] < 0 or depth > limits.depth:
        return Scalar("", line, null=True)
    if isinstance(data, dict):
        pairs = []
        for key, each in list(data.items())[: limits.nodes]:
            place = _line(str(key), text, line)
            inner = _value(each, text, place, limits, depth + 1, budget)
            pairs.append((Scalar(str(key), place, 1), inner))
        return Fields(tuple(pairs), line, 1)
    if isinstance(data, list | tuple):
        items = data[: limits.items]
        return Items(tuple(_value(each, text, line, limits, depth + 1, budget) for each in items), line, 1)
    if data is None:
        return Scalar("", line, null=True)
    shown = {True: "true", False: "false"}[data] if isinstance(data, bool) else str(data)
    return Scalar(shown[: max(limits.scalar, limits.file_size)], line, 1, plain=not isinstance(data, str))


def _line(key: str, text: str, line: int) -> int:
    found = re.search(rf"""^[ \t\[{{,]*["']?{re.escape(key)}["']?[ \t]*[:=\]]""", text, re.MULTILINE)
    return line + text.count("\n", 0, found.start()) if found else line
