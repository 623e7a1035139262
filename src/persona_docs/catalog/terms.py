"""Reverse indexes: a term, and every persona that has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from persona_docs.catalog.slugs import slugify
from persona_docs.folding import caseless, fold, natural
from persona_docs.model import Persona, Term

Entry = tuple[str, str]
"""A term as one persona writes it, and its group."""


@dataclass(slots=True)
class _Found:
    """What was seen of one term so far."""

    spellings: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    personas: dict[str, None] = field(default_factory=dict)


def expertise_index(personas: Sequence[Persona]) -> tuple[Term, ...]:
    """Who knows what."""
    return _index(personas, lambda p: ((fact.value, "") for fact in p.expertise), fold, "expertise")


def trigger_index(personas: Sequence[Persona]) -> tuple[Term, ...]:
    """Who answers to what; the group is the trigger's kind. Accents count: a trigger is typed exactly."""
    return _index(personas, lambda p: ((t.value, str(t.kind)) for t in p.triggers), caseless, "")


def tool_index(personas: Sequence[Persona]) -> tuple[Term, ...]:
    """Who may use what; the group is the tool's capability. `Bash(git:*)` stands under `Bash`."""
    return _index(
        personas, lambda p: ((tool_name(t.value), str(t.group)) for t in p.tools.allowed), fold, "tool"
    )


def tool_name(tool: str) -> str:
    """A tool without what it is narrowed to.

    >>> tool_name("Bash(git log:*)")
    'Bash'
    """
    return tool.partition("(")[0].strip() or tool


def _index(
    personas: Iterable[Persona],
    entries: Callable[[Persona], Iterable[Entry]],
    key: Callable[[str], str],
    prefix: str,
) -> tuple[Term, ...]:
    found: dict[str, _Found] = {}
    for persona in personas:
        for value, group in entries(persona):
            if not key(value):
                continue
            term = found.setdefault(key(value), _Found())
            term.spellings[value] += 1
            term.groups[group] += 1
            term.personas[persona.id] = None
    anchors = _Anchors()
    return tuple(_term(found[each], anchors, prefix) for each in sorted(found, key=_alphabetical))


def _term(found: _Found, anchors: _Anchors, prefix: str) -> Term:
    value, group = _most_common(found.spellings), _most_common(found.groups)
    return Term(value, anchors.of(value, prefix or group), tuple(found.personas), group)


def _most_common(seen: Counter[str]) -> str:
    return seen.most_common(1)[0][0]  # the first seen where several are as common


def _alphabetical(key: str) -> tuple[tuple[str, str], str]:
    return natural(fold(key).lstrip("/@*#$.- ")), key


class _Anchors:
    """Ids on one page: prefixed, so that they cannot be the theme's own, and each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, value: str, prefix: str) -> str:
        plain = f"{prefix}-{slugify(value) or 'term'}"
        numbered = (f"{plain}-{number}" for number in count(2))
        anchor = next(each for each in chain([plain], numbered) if each not in self._given)
        self._given.add(anchor)
        return anchor
