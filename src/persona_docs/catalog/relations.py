"""Whom a persona means when it names another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from persona_docs.catalog.slugs import slugify
from persona_docs.folding import caseless
from persona_docs.model import Link, Persona, Relation, RelationKind
from persona_docs.reading.fields.paths import stem
from persona_docs.reading.markdown.targets import relative_path


@dataclass(frozen=True, slots=True)
class Resolved:
    """Relations whose target is known, and declared ones whose target is not, by the id of who names it."""

    links: tuple[Link, ...]
    unknown: Mapping[str, Sequence[Relation]]


def resolve(personas: Sequence[Persona]) -> Resolved:
    """Find out whom every relation means; a persona that names itself gives no link.

    Of several relations from one persona to another, the declared one is kept, else the first.
    """
    directory = _Directory(personas)
    links: dict[tuple[str, str], Link] = {}
    unknown: dict[str, list[Relation]] = {}
    for persona in personas:
        for relation in sorted(persona.relations, key=_strength):
            targets = directory.find(relation, persona)
            if not targets and relation.kind is RelationKind.DECLARED:
                unknown.setdefault(persona.id, []).append(relation)
            for target in targets[:1]:
                if target != persona.id:
                    links.setdefault((persona.id, target), Link(persona.id, target, relation))
    return Resolved(tuple(links.values()), unknown)


def _address(text: str) -> str:
    """What a name is compared by, the address it makes: `@Back Office` and `back-office` are one."""
    return caseless(slugify(text.lstrip("@/*"), limit=1_000))


class _Directory:
    """Every way to name a persona, better ones first: a path, a trigger, a name, a title, a file's stem."""

    def __init__(self, personas: Iterable[Persona]) -> None:
        self._paths: dict[str, list[str]] = {}
        self._triggers: dict[str, list[str]] = {}
        self._names: list[dict[str, list[str]]] = [{}, {}, {}]
        for persona in personas:
            self._paths.setdefault(normpath(persona.source.path), []).append(persona.id)
            for trigger in persona.triggers:
                self._triggers.setdefault(caseless(trigger.value), []).append(persona.id)
            for rank, names in enumerate(_names(persona)):
                for name in {_address(name) for name in names} - {""}:
                    self._names[rank].setdefault(name, []).append(persona.id)

    def find(self, relation: Relation, source: Persona) -> list[str]:
        """Ids of those who may be meant, the likeliest first."""
        target = relation.target.strip()
        found = list(self._by_path(target, source.source.path))
        if relation.kind is not RelationKind.LINKED and not found:
            if target[:1] in {"@", "/", "*"}:
                found = self._triggers.get(caseless(target), [])
            found = found or self._by_name(target) or self._by_name(target.rpartition(":")[2])
        return sorted(found, key=lambda each: _distance(each, source))

    def _by_name(self, name: str) -> list[str]:
        return next((found for names in self._names if (found := names.get(_address(name)))), [])

    def _by_path(self, target: str, base: str) -> Iterator[str]:
        path = relative_path(target)
        if not path:
            return
        for folder in (dirname(base), ""):
            yield from self._paths.get(normpath(join(folder, path)), [])


def _names(persona: Persona) -> tuple[list[str], list[str], list[str]]:
    path, _, member = persona.id.partition("#")
    return [persona.name.value, persona.slug], [persona.title], [member or stem(path)]


def _distance(target: str, source: Persona) -> bool:
    return dirname(target) != dirname(source.id)


def _strength(relation: Relation) -> int:
    return list(RelationKind).index(relation.kind)


_BUILT_IN = frozenset(
    {
        *("agent", "ask", "edit", "plan", "build", "general", "explore", "general-purpose"),
        *("statusline-setup", "claude-code-guide", "claude"),
    }
)
"""Agents and modes that products bring along."""


def is_general(target: str) -> bool:
    """Whether a field that could name a persona says something else: all, none, a built-in one."""
    return target.rpartition(":")[2].strip().casefold() in {"", "*", "all", "none", *_BUILT_IN}
