"""Quotes around the values that YAML refuses: at the top, further in, in lists and in data files.

What the lenient reader made of each value, and where, says what to put in quotes. A change is kept only if
every value is then read as it was before, and that one without a fault.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import yaml

from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.dialects.document import Document, may_have_front_matter
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.front_matter.yaml_errors import YamlError
from persona_docs.reading.front_matter.yaml_values import compose

BOM = "\ufeff"
ENDS = re.compile("\r\n|\r|\n")
_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n|\\Z)")
_READINGS = 40  # of one file, each of which tells of 20 values
_WORK = 1_000_000  # characters that may be read again and again
_ITEMS = 1_000  # of a list in brackets


@dataclass(frozen=True, slots=True)
class _Read:
    """What is read of a text: its values, what stands below them, and what is wrong with them."""

    value: Value | None
    body: str
    faults: tuple[Finding, ...]


def with_quotes(text: str, path: str, limits: Limits) -> str:
    """A text in which the values that YAML refuses have got quotes; those that quotes do not fix stay.

    Args:
        text: the file, with its own line ends.
        path: of the file; tells front matter from data.
        limits: bounds of size, depth and number.
    """
    mark = BOM if text.startswith(BOM) else ""
    lines = _LINE.findall(text.removeprefix(BOM))
    first = read = _read("".join(lines), path, limits)
    tried: set[int] = set()
    left = min(_READINGS, _WORK // (len(text) + 1) + 1)
    while left > 0 and (made := _made(read, lines, tried)):
        tried |= made.keys()
        for some in _together_then_alone(made):
            changed = [some.get(number, line) for number, line in enumerate(lines, 1)]
            after = _read("".join(changed), path, limits)
            left -= 1
            if good := _is_mended(first, after, changed, some):
                lines, read = changed, after
            if left < 1 or (good and some is made):
                break
    return mark + "".join(lines)


def _made(read: _Read, lines: Sequence[str], tried: Collection[int]) -> dict[int, str]:
    """The lines that are to blame and can be written with quotes, as they then are."""
    starts = dict(_starts(read.value, lines)) if read.faults and read.value is not None else {}
    blamed = _blamed(read.faults, sorted(starts)) - set(tried)
    made = {number: _quoted(lines[number - 1], starts[number]) for number in sorted(blamed)}
    return {number: line for number, line in made.items() if line}


def _together_then_alone(made: dict[int, str]) -> Iterator[dict[int, str]]:
    """All changes at once, and each of them for where one spoils the others."""
    yield made
    if len(made) > 1:
        yield from ({number: line} for number, line in made.items())


def _is_mended(first: _Read, after: _Read, lines: Sequence[str], changed: Collection[int]) -> bool:
    """Whether every value is what it was, and none of the lines that were changed is to blame any more."""
    if _plain(after.value) != _plain(first.value) or after.body != first.body:
        return False
    starts = sorted(dict(_starts(after.value, lines))) if after.value is not None else []
    return _blamed(after.faults, starts).isdisjoint(changed)


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
    places = (bisect_right(starts, fault.line) for fault in faults)
    return {starts[at - 1] for at in places if at}


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
