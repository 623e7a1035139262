"""What several personas claim and only one should have: a name, an address, a trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from persona_docs.catalog.slugs import wanted_slug
from persona_docs.folding import caseless, fold
from persona_docs.model import Conflict, ConflictKind, Persona, Term, TriggerKind


def conflicts(personas: Sequence[Persona], triggers: Iterable[Term], slug_limit: int) -> tuple[Conflict, ...]:
    """Equal names, then equal addresses of different names, then equal triggers.

    An item of a menu is chosen when its persona already speaks, so that many may have the same (`*help`).
    """
    calls = [term for term in triggers if term.group != TriggerKind.MENU]
    names = _grouped((fold(p.name.value), p.name.value, p) for p in personas)
    slugs = _grouped((caseless(s), s, p) for p in personas for s in [wanted_slug(p, slug_limit)])
    return (
        *(Conflict(ConflictKind.NAME, value, _ids(group)) for value, group in names),
        *(Conflict(ConflictKind.SLUG, value, _ids(group)) for value, group in slugs if _names(group) > 1),
        *(Conflict(ConflictKind.TRIGGER, t.value, t.personas) for t in calls if len(t.personas) > 1),
    )


def _grouped(keyed: Iterable[tuple[str, str, Persona]]) -> Iterator[tuple[str, list[Persona]]]:
    groups: dict[str, tuple[str, list[Persona]]] = {}
    for key, shown, persona in keyed:
        if key:
            groups.setdefault(key, (shown, []))[1].append(persona)
    return (group for group in groups.values() if len(group[1]) > 1)


def _ids(personas: Iterable[Persona]) -> tuple[str, ...]:
    return tuple(persona.id for persona in personas)


def _names(personas: Iterable[Persona]) -> int:
    return len({fold(persona.name.value) for persona in personas})
