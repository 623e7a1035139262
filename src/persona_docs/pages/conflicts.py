"""Conflicts in words: who is against whom, in which file, and where they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from persona_docs.folding import caseless, fold
from persona_docs.model import Catalog, Conflict, ConflictKind, Persona
from persona_docs.pages.brief import title_of
from persona_docs.pages.page import Site
from persona_docs.pages.texts import Texts

COMPARED = 24
"""How many conflicts get a comparison of their own; the health page lists them all."""

Place = tuple[str, str | None]
"""`path:line`, and where it can be read in the repository."""


@dataclass(frozen=True, slots=True)
class Rivalry:
    """A conflict as pages tell it.

    Attributes:
        conflict: the conflict.
        text: what is wrong, in a sentence without its full stop.
        personas: who is in it.
        anchor: id of its comparison on the compare page; empty where it has none.
    """

    conflict: Conflict
    text: str
    personas: tuple[Persona, ...]
    anchor: str = ""


def rivalries(catalog: Catalog, texts: Texts) -> tuple[Rivalry, ...]:
    """Every conflict of the catalog, in its order."""
    return tuple(
        Rivalry(
            conflict,
            texts(f"conflict.{conflict.kind}", value=conflict.value),
            tuple(catalog.by_id[each] for each in conflict.personas),
            f"persona-conflict-{number}" if number <= COMPARED else "",
        )
        for number, conflict in enumerate(catalog.conflicts, start=1)
    )


def sentences(catalog: Catalog, texts: Texts) -> Mapping[str, str]:
    """The conflicts of each persona that has any, in words, by its id."""
    said: dict[str, list[str]] = {}
    for conflict in catalog.conflicts:
        for each in conflict.personas:
            said.setdefault(each, []).append(texts(f"conflict.{conflict.kind}", value=conflict.value))
    return {each: "; ".join(dict.fromkeys(some)) for each, some in said.items()}


def namesakes(catalog: Catalog) -> Mapping[str, str]:
    """The end of the path that tells a persona from others with the same title, by the id of each of them."""
    alike: dict[str, list[Persona]] = {}
    for each in catalog.personas:
        alike.setdefault(fold(title_of(each)), []).append(each)
    return {id: path for group in alike.values() if len(group) > 1 for id, path in _apart(group)}


def _apart(personas: Sequence[Persona]) -> Iterator[tuple[str, str]]:
    paths = [persona.source.path.split("/") for persona in personas]
    depth = next((n for n in range(1, 9) if len({tuple(path[-n:]) for path in paths}) == len(paths)), 9)
    for persona, path in zip(personas, paths, strict=True):
        yield persona.id, "/".join(path[-depth:])


def places(conflict: Conflict, personas: Iterable[Persona], site: Site) -> tuple[Place, ...]:
    """Where the value in conflict stands in each persona's file."""
    return tuple(_place(persona, _line(conflict, persona), site) for persona in personas)


def _line(conflict: Conflict, persona: Persona) -> int:
    if conflict.kind is ConflictKind.TRIGGER:
        wanted = caseless(conflict.value)
        return next((each.line for each in persona.triggers if caseless(each.value) == wanted), 0)
    return persona.name.line if fold(persona.name.value) else 0


def _place(persona: Persona, line: int, site: Site) -> Place:
    path = persona.source.path
    return (f"{path}:{line}" if line else path), site.view_url(path)
