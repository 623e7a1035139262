"""What several personas claim and only one should have: a name, an address, a trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from persona_docs.catalog.slugs import wanted_slug
from persona_docs.folding import caseless, fold, handle
from persona_docs.model import Conflict, ConflictKind, Persona, Term, TriggerKind
from persona_docs.reading.copies import one_for_each
from persona_docs.reading.fields.paths import audience, called_by_name, folder_of

_TO_FILL_IN = re.compile(r"\{\{[^{}]+\}\}|\$?\{[\w -]+\}|<[\w -]+>|\[[\w -]+\]")
"""A name that a template leaves to whoever uses it."""


def conflicts(personas: Sequence[Persona], triggers: Iterable[Term], slug_limit: int) -> tuple[Conflict, ...]:
    """Equal names, then equal addresses of different names, then equal triggers.

    Each product loads its own folder, and a translation keeps the name, so that neither is a conflict; nor is
    the trigger that such copies of one persona have. A command may have an agent's name, and files without a
    name are told apart by their folders. An item of a menu is chosen when its persona already speaks, so that
    many may have the same (`*help`).
    """
    by_id = {persona.id: persona for persona in personas}
    names = (p for p in personas if not _TO_FILL_IN.fullmatch(p.name.value.strip()))
    named = _grouped((fold(p.name.value), p.name.value, p) for p in names)
    slugs = _grouped((caseless(s), s, p) for p in personas for s in [wanted_slug(p, slug_limit)])
    calls = [term for term in triggers if term.group != TriggerKind.MENU and len(term.personas) > 1]
    return (
        *(Conflict(ConflictKind.NAME, v, ids) for v, group in named for ids in _rivals(group)),
        *(Conflict(ConflictKind.SLUG, value, _ids(group)) for value, group in slugs if _names(group) > 1),
        *(
            Conflict(ConflictKind.TRIGGER, t.value, ids)
            for t in calls
            for ids in _claims(t.value, t.personas, by_id)
        ),
    )


def _claims(trigger: str, ids: Sequence[str], by_id: Mapping[str, Persona]) -> Iterable[tuple[str, ...]]:
    """The personas that claim a trigger, in groups; whoever only mentions or hears it claims nothing."""
    found = [by_id[each] for each in ids if not _overheard(by_id[each], trigger)]
    if any(_owns(each, trigger) for each in found):
        found = [each for each in found if _owns(each, trigger) or _declares(each, trigger)]
    return [_ids(found)] if _names(found) > 1 else _rivals(found)


def _owns(persona: Persona, trigger: str) -> bool:
    """Whether a command is the one that its product calls so: `/git:tidy-up` is `git/tidy-up.md`."""
    if not called_by_name(persona.source.path):
        return False
    name, call = handle(persona.name.value), handle(trigger.lstrip("/"))
    return call == name or call.endswith(f"-{name}")


def _overheard(persona: Persona, trigger: str) -> bool:
    found = [t for t in persona.triggers if caseless(t.value) == caseless(trigger)]
    return bool(found) and all(t.overheard for t in found)


def _declares(persona: Persona, trigger: str) -> bool:
    return any(not t.derived and caseless(t.value) == caseless(trigger) for t in persona.triggers)


def _rivals(personas: Iterable[Persona]) -> Iterator[tuple[str, ...]]:
    """Of personas of one name the groups that one product cannot tell apart."""
    groups: dict[tuple[object, ...], list[Persona]] = {}
    for each in personas:
        path = each.source.path
        place = folder_of(path) if each.name.derived else None
        groups.setdefault((*audience(path), called_by_name(path), place), []).append(each)
    return (_ids(group) for group in groups.values() if len(group) > 1 and not one_for_each(group))


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
