"""Values of the front matter made into facts, whatever type they were written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from persona_docs.model import Fact
from persona_docs.reading.front_matter.keys import Entry, pairs
from persona_docs.reading.front_matter.switches import SWITCHED_OFF
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.phrases import one_line, split_top, unquote

Complain = Callable[[str, Value], None]
"""Takes a sentence about a value of the wrong type and the value, which knows its place."""

_BULLET = re.compile(r"^\s*(?:[-*•·+–]|\d{1,3}[.)])\s+")


def scalars(value: Value) -> Iterator[tuple[str, Scalar]]:
    """Every scalar inside a value with its path (`""`, `a.b`), null ones left out.

    Where mappings of a list have the same keys, their numbers tell what belongs together: `1.a`, `2.a`.
    """
    if isinstance(value, Scalar):
        if not value.null:
            yield "", value
    elif isinstance(value, Items):
        keys = [key.text for inner in value.values if isinstance(inner, Fields) for key, _ in inner]
        alike = len(set(keys)) < len(keys)
        for n, inner in enumerate(value.values, 1):
            for path, scalar in scalars(inner):
                yield f"{n}.{path}" if alike and isinstance(inner, Fields) else path, scalar
    else:
        for key, inner in value:
            for path, scalar in scalars(inner):
                yield f"{key.text}.{path}" if path else key.text, scalar


def flat(value: Value) -> str:
    """Any value as one line of text: lists joined by commas, mappings as `key: value`."""
    if isinstance(value, Scalar):
        return "" if value.null else value.text.strip()
    if isinstance(value, Items):
        return ", ".join(filter(None, map(flat, value.values)))
    return ", ".join(f"{key.text}: {flat(inner)}".strip() for key, inner in value)


def holds_mapping(value: Value) -> bool:
    """Whether a value is a mapping, or a list with one in it: its key means more than a text."""
    return isinstance(value, Fields) or (isinstance(value, Items) and any(map(holds_mapping, value.values)))


def text_fact(entry: Entry, complain: Complain) -> Fact:
    """The value of a field that holds one text; of a mapping its title or name, else nothing."""
    if not isinstance(entry.value, Scalar):
        kind = "list" if isinstance(entry.value, Items) else "mapping"
        complain(f"`{entry.key}` is a {kind}, but should be a text", entry.value)
    if holds_mapping(entry.value):
        value = entry.value
        named = pairs(value) if isinstance(value, Fields) else {}
        title = next((named[key] for key in ("title", "name") if isinstance(named.get(key), Scalar)), None)
        return Fact(one_line(flat(title)), line=title.line, where=entry.key) if title else Fact("")
    return Fact(one_line(flat(entry.value)), line=entry.line, where=entry.key)


def list_facts(entry: Entry, complain: Complain, *, sentences: bool = False) -> tuple[Fact, ...]:
    """The values of a field that holds a list, written as a list, a comma string or otherwise.

    Args:
        entry: the field.
        complain: told about a mapping where a list should be.
        sentences: the values are phrases: a text is split at line ends and semicolons, not at commas.
    """
    separators = ";；" if sentences else ",;·，、；"
    facts: list[Fact] = []

    def add(text: str, line: int) -> None:
        cleaned = one_line(unquote(_BULLET.sub("", text)))
        if cleaned:
            facts.append(Fact(cleaned, line=line, where=entry.key))

    value = entry.value
    if isinstance(value, Scalar):
        if not value.null:
            for n, line in enumerate(value.text.split("\n")):
                for part in (line,) if _BULLET.match(line) else split_top(line, separators):
                    add(part, value.line + n)
    else:
        if isinstance(value, Fields):
            complain(f"`{entry.key}` is a mapping, but should be a list", value)
        elif any(not isinstance(inner, Scalar) for inner in value.values):
            complain(f"`{entry.key}` holds more than texts", value)
        for text, at in _texts(value):
            add(text, at)
    return unique(facts)


_WARNING = re.compile(r"(?i:do[ _-]?not|don.?t|never|avoid|exclu)|[Nn]ot(?![a-z])")
_NAMING_KEYS = ("name", "id", "slug", "agent", "title", "value", "label", "path")


def _texts(value: Value) -> Iterator[tuple[str, int]]:
    """What a value names in place of a list of texts, each with its line.

    A mapping names what its `name` says; else its keys (`python: true`), but for those that are switched off,
    or what is listed below them (`languages: [Python, Go]`). Mappings of a list that begin alike are records,
    each of which is named by what it begins with (`- topic: Python`).
    """
    if isinstance(value, Scalar):
        if not value.null:
            yield value.text, value.line
    elif isinstance(value, Items):
        firsts = [each.pairs[0][0].text for each in value.values if isinstance(each, Fields) and each.pairs]
        for inner in value.values:
            told = _naming(inner, firsts) if isinstance(inner, Fields) else None
            yield from _texts(told or inner)
    elif (named := _naming(value)) is not None:
        yield from _texts(named)
    else:
        for key, inner in value:
            if isinstance(inner, Items) and inner.values:
                yield from () if is_warning(key.text) else _texts(inner)
            elif flat(inner).casefold() not in SWITCHED_OFF:
                yield key.text, key.line


def _naming(value: Fields, firsts: Sequence[str] = ()) -> Scalar | None:
    """What names a mapping: its `name` or the like, or what it begins with, where others begin alike."""
    named = pairs(value)
    found = [named[key] for key in _NAMING_KEYS if key in named]
    if value.pairs and firsts.count(value.pairs[0][0].text) > 1:
        found.append(value.pairs[0][1])
    return next((each for each in found if isinstance(each, Scalar)), None)


def is_warning(key: str) -> bool:
    """Whether what stands under a key is told to be left: `do_not_use_when`."""
    return _WARNING.match(key) is not None


def unique(facts: list[Fact]) -> tuple[Fact, ...]:
    """Facts without those that repeat an earlier one in another case."""
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(fact.value.casefold(), fact)
    return tuple(seen.values())
