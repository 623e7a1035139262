"""Quotes around the values that YAML refuses: at the top, further in, in lists and in data files.

What the lenient reader made of each value, and where, says what to put in quotes. Only if strict YAML then
gives every value as it was read before, the change is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.dialects.document import Document, may_have_front_matter
from persona_docs.reading.values import Fields, Items, Scalar, Value
from persona_docs.reading.yaml_values import YamlError, compose

BOM = "\ufeff"
ENDS = re.compile("\r\n|\r|\n")
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n|\\Z)")
_ROUNDS = 8  # readings of one file, each of which tells of 20 values
_WORK = 1_000_000  # characters that may be read again and again
_ITEMS = 1_000  # of a list in brackets


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read of a text: its values, what stands below them, and what is wrong with them."""

    value: Value | None
    body: str
    faults: tuple[Finding, ...]


def with_quotes(text: str, path: str, limits: Limits) -> str:
    """A text that is valid YAML because some of its values have got quotes; else as it is.

    Args:
        text: the file, with its own line ends.
        path: of the file; tells front matter from data.
        limits: bounds of size, depth and number.
    """
    mark = BOM if text.startswith(BOM) else ""
    lines = _LINE.findall(text.removeprefix(BOM))
    first = read = _read("".join(lines), path, limits)
    done: set[int] = set()
    for _ in range(min(_ROUNDS, _WORK // (len(text) + 1) + 1)):
        if not read.faults or read.value is None:
            break
        starts = dict(_starts(read.value, lines))
        blamed = _blamed(read.faults, sorted(starts))
        if not blamed or done & blamed:
            return text
        for number in blamed:
            if not (line := _quoted(lines[number - 1], starts[number])):
                return text
            lines[number - 1] = line
        done |= blamed
        read = _read("".join(lines), path, limits)
    same = not read.faults and _plain(read.value) == _plain(first.value) and read.body == first.body
    return mark + "".join(lines) if done and same else text


def _read(text: str, path: str, limits: Limits) -> _Read:
    document = Document(path, ENDS.sub("\n", text), limits)
    if may_have_front_matter(path):
        front = document.front
        return _Read(front.fields, front.body, _faults(front.findings))
    if not document.is_yaml:
        return _Read(None, text, ())
    value, found = document.value_of_all
    if value is None:
        value, found = document.salvaged
    return _Read(value, "", _faults(found))


def _faults(found: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in found if each.code == "front-matter")


def _starts(value: Value, lines: Sequence[str]) -> Iterator[tuple[int, Scalar | Items]]:
    """The values with the line on which each begins: texts, and lists in brackets as a whole."""
    if isinstance(value, Fields):
        for _, each in value:
            yield from _starts(each, lines)
    elif isinstance(value, Scalar) or lines[value.line - 1].startswith("[", value.column - 1):
        yield value.line, value
    else:
        for each in value.values:
            yield from _starts(each, lines)


def _blamed(faults: Sequence[Finding], starts: Sequence[int]) -> set[int]:
    """The lines on which the values begin that are to blame."""
    blamed = set()
    for fault in faults:
        at = bisect_right(starts, fault.line)
        if not at:
            return set()
        blamed.add(starts[at - 1])
    return blamed


def _quoted(line: str, value: Scalar | Items) -> str:
    """A line with the value that ends it in double quotes; empty where they may belong elsewhere."""
    start, end = value.column - 1, len(line.rstrip("\r\n \t"))
    raw = line[start:end]
    if not raw or raw[0] in "|>" or start < 1:
        return ""
    if isinstance(value, Items):
        new = _list(raw, [each.text for each in value.values if isinstance(each, Scalar)])
    else:
        new = "" if _is_open(raw) else _in_quotes(raw)
    made = line[:start] + new + line[end:]
    return made if new and _is_valid(made) else ""


def _is_valid(line: str) -> bool:
    """Whether a line alone is YAML to those too that take a tab beside quotes for an error."""
    try:
        yaml.compose(line.strip(" \r\n"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return False
    return True


def _is_open(raw: str) -> bool:
    """Whether a list, mapping or quote is not closed: what belongs to it is for people to say."""
    closing = {"[": "]", "{": "}", '"': '"', "'": "'"}.get(raw[0], "")
    return closing not in raw[1:]


def _list(raw: str, items: Sequence[str]) -> str:
    """A list in brackets whose items have quotes where they want some; empty where it is not closed."""
    if not raw.startswith("[") or not raw.endswith("]") or len(items) > _ITEMS:
        return ""
    made, reached = [], 0
    for item in items:
        at = raw.find(item, max(reached, 1))
        if at < 0:
            return ""
        stays = raw[at - 1] in "\"'" or _is_plain(item)
        made += [raw[reached:at], item if stays else _in_quotes(item)]
        reached = at + len(item)
    return "".join([*made, raw[reached:]])


def _is_plain(item: str) -> bool:
    """Whether YAML takes an item of a list for the text it is."""
    findings: list[Finding] = []
    try:
        value = compose(f"[{item}]", "", Limits(), 1, findings)
    except YamlError:
        return False
    return not _faults(findings) and isinstance(value, Items) and _plain(value) == [item]


def _in_quotes(raw: str) -> str:
    escaped = raw.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _plain(value: Value | None) -> object:
    """A value without its places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Items):
        return [_plain(each) for each in value.values]
    return [(key.text, _plain(each)) for key, each in value] if isinstance(value, Fields) else None
