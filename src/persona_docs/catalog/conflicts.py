"""What several personas claim and only one should have: a name, an address, a trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from persona_docs.catalog.slugs import wanted_slug
from persona_docs.folding import caseless, fold
from persona_docs.model import Conflict, ConflictKind, Persona, Term, TriggerKind
from persona_docs.reading.names import audience


def conflicts(personas: Sequence[Persona], triggers: Iterable[Term], slug_limit: int) -> tuple[Conflict, ...]:
    """Equal names, then equal addresses of different names, then equal triggers.

    Each product loads its own folder, and a translation keeps the name, so that neither is a conflict; nor is
    the trigger that such copies of one persona have. An item of a menu is chosen when its persona already
    speaks, so that many may have the same (`*help`).
    """
    by_id = {persona.id: persona for persona in personas}
    named = _grouped((fold(p.name.value), p.name.value, p) for p in personas)
    slugs = _grouped((caseless(s), s, p) for p in personas for s in [wanted_slug(p, slug_limit)])
    calls = [term for term in triggers if term.group != TriggerKind.MENU and len(term.personas) > 1]
    return (
        *(Conflict(ConflictKind.NAME, v, ids) for v, group in named for ids in _rivals(group)),
        *(Conflict(ConflictKind.SLUG, value, _ids(group)) for value, group in slugs if _names(group) > 1),
        *(Conflict(ConflictKind.TRIGGER, t.value, ids) for t in calls for ids in _claims(t.personas, by_id)),
    )


def _claims(ids: Sequence[str], by_id: Mapping[str, Persona]) -> Iterable[tuple[str, ...]]:
    """Those with the same trigger; of one persona for several products or languages, its rivals."""
    owners = [by_id[each] for each in ids]
    return [tuple(ids)] if _names(owners) > 1 else _rivals(owners)


def _rivals(personas: Iterable[Persona]) -> Iterator[tuple[str, ...]]:
    """Of personas of one name those that are for the same product and language."""
    groups: dict[tuple[str, str], list[Persona]] = {}
    for each in personas:
        groups.setdefault(audience(each.source.path), []).append(each)
    return (_ids(group) for group in groups.values() if len(group) > 1)


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
