"""Values of the front matter made into facts, whatever type they were written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

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

    def walk(value: Value) -> None:
        if isinstance(value, Scalar):
            if not value.null:
                add(value.text, value.line)
        elif isinstance(value, Items):
            for inner in value.values:
                walk(inner)
        else:
            for text, line in _named(value):
                add(text, line)

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
        walk(value)
    return unique(facts)


_NAMING_KEYS = ("name", "id", "slug", "agent", "title", "value", "label", "path")


def _named(value: Fields) -> Iterator[tuple[str, int]]:
    """What a mapping in place of a text names: its `name`, else its keys, those switched off left out."""
    named = pairs(value)
    for key in _NAMING_KEYS:
        if isinstance(named.get(key), Scalar):
            yield flat(named[key]), named[key].line
            return
    for written, inner in value:
        if flat(inner).casefold() not in SWITCHED_OFF:
            yield written.text, written.line


def unique(facts: list[Fact]) -> tuple[Fact, ...]:
    """Facts without those that repeat an earlier one in another case."""
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(fact.value.casefold(), fact)
    return tuple(seen.values())
