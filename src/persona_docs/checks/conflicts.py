"""Rules over what several personas claim: a name, an address, a trigger, a path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from persona_docs.checks.wording import about, listed, short
from persona_docs.folding import caseless, handle
from persona_docs.model import Catalog, Conflict, ConflictKind, Fact, Finding, Persona, Severity, TriggerKind
from persona_docs.reading.fields.paths import audience, called_by_name

CODES_OF = {
    ConflictKind.NAME: "same-name",
    ConflictKind.SLUG: "same-slug",
    ConflictKind.TRIGGER: "same-trigger",
}
"""Under which code each kind of conflict is told."""


def same_name(catalog: Catalog) -> Iterator[Finding]:
    """A name that other personas have too, but for case, accents and characters nobody sees.

    Where it is exactly the same, for the same product, in the same folder, one of the two cannot be loaded.
    """
    lost = taken(catalog)
    found = _conflicts(
        catalog,
        ConflictKind.NAME,
        lambda persona, _, others: (
            f"“{short(persona.name.value)}” is also the name of {others}",
            persona.name,
        ),
    )
    for each in found:
        yield replace(each, severity=Severity.ERROR) if each.persona in lost else each


def taken(catalog: Catalog) -> frozenset[str]:
    """Ids of the personas whose own name another has too, to the letter, for one product in one folder."""
    exactly = Counter(map(claim, catalog.personas))
    named = (each for each in catalog.personas if not each.name.derived)
    return frozenset(each.id for each in named if exactly[claim(each)] > 1)


def claim(persona: Persona) -> tuple[str, str, str]:
    """What one persona alone can have: a name, for one product, in one folder."""
    return persona.dialect, PurePosixPath(persona.source.path).parent.as_posix(), persona.name.value


def same_slug(catalog: Catalog) -> Iterator[Finding]:
    """Names that differ, but make the same address."""
    yield from _conflicts(
        catalog,
        ConflictKind.SLUG,
        lambda persona, value, others: (
            f"“{short(value)}” would also be the address of {others}; this persona got “{persona.slug}”",
            persona.name,
        ),
    )


def same_trigger(catalog: Catalog) -> Iterator[Finding]:
    """A trigger that several personas answer to."""
    yield from _conflicts(
        catalog,
        ConflictKind.TRIGGER,
        lambda persona, value, others: (
            f"“{short(value)}” is also a trigger of {others}",
            _trigger(persona, value),
        ),
    )


def trigger_is_name(catalog: Catalog) -> Iterator[Finding]:
    """A trigger, no item of a menu, that is the name of another persona and not of this one.

    A `/call` in a text, where a command of that name is, only mentions the command; a word that the text says
    it listens for is no call.
    """
    named: dict[tuple[tuple[str, str], str], list[Persona]] = {}
    for persona in catalog.personas:
        for name in _handles(persona):
            named.setdefault((_audience(persona), name), []).append(persona)
    for persona in catalog.personas:
        for trigger in persona.triggers:
            if trigger.kind is TriggerKind.MENU or trigger.overheard:
                continue
            mention = trigger.derived and trigger.value.startswith("/")
            called = handle(trigger.value.lstrip("/@*"))
            if called in _handles(persona) or (mention and _is_own_call(called, persona)):
                continue
            others = [
                other
                for other in named.get((_audience(persona), called), ())
                if not (mention and called_by_name(other.source.path))
            ]
            if others:
                message = f"“{short(trigger.value)}” is the name of {_paths(others)}"
                yield about(persona, "trigger-is-name", message, trigger.line, said=trigger.value)


def _is_own_call(called: str, persona: Persona) -> bool:
    """Whether a call is that of a command itself, with what its plugin is called before (`/kit:tidy`)."""
    own = (f"-{each}" for each in _handles(persona))
    return called_by_name(persona.source.path) and called.endswith(tuple(own))


def _handles(persona: Persona) -> set[str]:
    return {handle(persona.name.value), handle(persona.slug)} - {""}


def _audience(persona: Persona) -> tuple[str, str]:
    return audience(persona.source.path)


def same_path(catalog: Catalog) -> Iterator[Finding]:
    """Two files whose paths only some disks tell apart."""
    seen: dict[str, str] = {}
    for persona in catalog.personas:
        first = seen.setdefault(caseless(persona.source.path), persona.source.path)
        if first != persona.source.path:
            yield about(persona, "same-path", f"On many disks this file and {first} are the same file")


def _conflicts(
    catalog: Catalog,
    kind: ConflictKind,
    say: Callable[[Persona, str, str], tuple[str, Fact]],
) -> Iterator[Finding]:
    for conflict in catalog.conflicts:
        if conflict.kind is kind:
            for persona, others in _each(catalog, conflict):
                message, fact = say(persona, conflict.value, _paths(others))
                yield about(persona, CODES_OF[kind], message, fact.line, said=fact.value)


def _each(catalog: Catalog, conflict: Conflict) -> Iterator[tuple[Persona, list[Persona]]]:
    """Each persona of a conflict with the first few of the others; a conflict of thousands stays cheap."""
    personas = [catalog.by_id[each] for each in conflict.personas]
    for persona in personas:
        yield persona, [other for other in personas[:4] if other is not persona][:3]


def _paths(personas: list[Persona]) -> str:
    return listed([persona.id for persona in personas])


def _trigger(persona: Persona, value: str) -> Fact:
    return next((t for t in persona.triggers if caseless(t.value) == caseless(value)), Fact(value))
