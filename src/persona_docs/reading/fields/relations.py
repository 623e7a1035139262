"""Whom the fields of a persona name. The catalog finds out who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from persona_docs.folding import fold
from persona_docs.model import Relation, RelationKind, Tools
from persona_docs.reading.fields.facts import flat
from persona_docs.reading.front_matter.keys import Entry, pairs
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.phrases import one_line, split_top, unquote

_NO_PERSONA = frozenset(
    {"*", "all", "none", "ask", "edit", "agent", "agents", "plan", "auto", "default", "inherit"}
)
_TARGET_KEYS = ("agent", "name", "target", "persona", "to", "id", "slug")
_LABEL_KEYS = ("label", "description", "when", "reason", "prompt")
LONGEST_LABEL = 200
"""Characters of what is said of somebody who is named."""

_SPAWNING = re.compile(r"(?:Agent|Task)\(([^()*]*)\)")  # https://code.claude.com/docs/en/sub-agents


def declared(entries: Iterable[Entry]) -> Iterator[Relation]:
    """The relations that fields declare: a text, a list, or hand-offs with their labels."""
    for entry in entries:
        yield from _declared(entry.value)


def _declared(value: Value) -> Iterator[Relation]:
    if isinstance(value, Scalar):
        for part in split_top(value.text, ",;\n") if not value.null else ():
            target = unquote(part.removeprefix("- "))
            if target and fold(target) not in _NO_PERSONA:
                yield Relation(target, RelationKind.DECLARED, "", value.line)
    elif isinstance(value, Items):
        for inner in value.values:
            yield from _declared(inner)
    else:
        yield from _of_mapping(value)


def _of_mapping(value: Fields) -> Iterator[Relation]:
    """A hand-off that names its target, or a mapping of names to what is said of them."""
    known = pairs(value)
    named = next((known[key] for key in _TARGET_KEYS if isinstance(known.get(key), Scalar)), None)
    if isinstance(named, Scalar):
        label = next((flat(known[key]) for key in _LABEL_KEYS if key in known), "")
        if named.text and fold(named.text) not in _NO_PERSONA:
            yield _relation(named, label)
    else:
        for key, inner in value:
            yield _relation(key, flat(inner) if isinstance(inner, Scalar) else "")


def _relation(target: Scalar, label: str) -> Relation:
    return Relation(target.text, RelationKind.DECLARED, one_line(label)[:LONGEST_LABEL], target.line)


def spawned(tools: Tools) -> Iterator[Relation]:
    """Whom a persona may start, as the tool for that lists them: `Agent(tester, writer)`."""
    for tool in tools.allowed:
        listed = _SPAWNING.fullmatch(tool.value)
        for name in split_top(listed[1], ",") if listed else ():
            if name and fold(name) not in _NO_PERSONA:
                yield Relation(name, RelationKind.DECLARED, "", tool.line)
