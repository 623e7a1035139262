"""Rules over names and addresses, one persona's and side by side."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from persona_docs.checks.products import product_of
from persona_docs.checks.wording import about, listed, short
from persona_docs.folding import caseless
from persona_docs.model import Catalog, Conflict, ConflictKind, Finding, Persona, Severity, TriggerKind
from persona_docs.reading.names import audience, called_by_name
from persona_docs.reading.places import code_point

_PATH = re.compile(r"^[/\\~]|^[A-Za-z]:[\\/]|\.\.[/\\]|%2e%2e|%2f|%5c", re.IGNORECASE)
_TOO_LONG = "is very long"
_CUT = re.compile(r"-([0-9a-f]{8})(?:-\d+)?$")  # the hash behind an address that was cut
_WORDS = re.compile(r"[^\W\d_]+")
_ALIKE = (
    "LATIN",
    "CYRILLIC",
    "GREEK",
    "ARMENIAN",
    "CHEROKEE",
)  # scripts whose letters look like each other's


def same_name(catalog: Catalog) -> Iterator[Finding]:
    """A name that other personas have too, but for case, accents and characters nobody sees.

    Where it is exactly the same, for the same product, in the same folder, one of the two cannot be loaded.
    """
    exactly = Counter(map(_claim, catalog.personas))
    found = _conflicts(
        catalog,
        ConflictKind.NAME,
        "same-name",
        lambda persona, _, others: (
            f"“{short(persona.name.value)}” is also the name of {others}",
            persona.name.line,
        ),
    )
    for each in found:
        persona = catalog.by_id[each.persona]
        taken = not persona.name.derived and exactly[_claim(persona)] > 1
        yield replace(each, severity=Severity.ERROR) if taken else each


def _claim(persona: Persona) -> tuple[str, str, str]:
    return persona.dialect, PurePosixPath(persona.source.path).parent.as_posix(), persona.name.value


def same_slug(catalog: Catalog) -> Iterator[Finding]:
    """Names that differ, but make the same address."""
    yield from _conflicts(
        catalog,
        ConflictKind.SLUG,
        "same-slug",
        lambda persona, value, others: (
            f"“{short(value)}” would be its address, and that of {others}; it got “{persona.slug}”",
            persona.name.line,
        ),
    )


def same_trigger(catalog: Catalog) -> Iterator[Finding]:
    """A trigger that several personas answer to."""
    yield from _conflicts(
        catalog,
        ConflictKind.TRIGGER,
        "same-trigger",
        lambda persona, value, others: (
            f"“{short(value)}” also calls {others}",
            _trigger_line(persona, value),
        ),
    )


def trigger_is_name(catalog: Catalog) -> Iterator[Finding]:
    """A trigger, no item of a menu, that is the name of another persona and not of this one.

    A `/call` in a text, where a command of that name is, only mentions the command.
    """
    names: dict[str, list[Persona]] = {}
    for persona in catalog.personas:
        for name in {_handle(persona.name.value), _handle(persona.slug)}:
            names.setdefault(name, []).append(persona)
    for persona in catalog.personas:
        own = {_handle(persona.name.value), _handle(persona.slug)}
        for trigger in (each for each in persona.triggers if each.kind is not TriggerKind.MENU):
            called = _handle(trigger.value.lstrip("/@*"))
            found = names.get(called, ()) if called and called not in own else ()
            mention = trigger.derived and trigger.value.startswith("/")
            others = [
                one
                for one in found
                if _audience(one) == _audience(persona) and not (mention and called_by_name(one.source.path))
            ]
            if others:
                message = f"“{short(trigger.value)}” is the name of {_paths(others)}"
                yield about(persona, "trigger-is-name", message, trigger.line)


def _audience(persona: Persona) -> tuple[str, str]:
    return audience(persona.source.path)


def same_path(catalog: Catalog) -> Iterator[Finding]:
    """Two files whose paths only some disks tell apart."""
    seen: dict[str, str] = {}
    for persona in catalog.personas:
        first = seen.setdefault(caseless(persona.source.path), persona.source.path)
        if first != persona.source.path:
            yield about(persona, "same-path", f"On many disks this file and {first} are one")


def mixed_scripts(catalog: Catalog) -> Iterator[Finding]:
    """A word of scripts that look alike (a Cyrillic `а` in `bаckend`), in names, triggers and tools."""
    for persona in catalog.personas:
        for fact in (persona.name, *persona.triggers, *persona.tools.allowed, *persona.tools.denied):
            for word in () if fact.value.isascii() else _WORDS.findall(fact.value):
                foreign = _foreign(word)
                if foreign:
                    message = f"“{short(fact.value)}” mixes scripts: {foreign}"
                    yield about(persona, "mixed-scripts", message, fact.line)
                    break


def path_name(catalog: Catalog) -> Iterator[Finding]:
    """A name that looks like a way out of a folder."""
    for persona in catalog.personas:
        if _PATH.search(persona.name.value):
            message = f"The name “{short(persona.name.value)}” looks like a path"
            yield about(persona, "path-name", message, persona.name.line)


def changed_address(catalog: Catalog) -> Iterator[Finding]:
    """A name that cannot be the address: no letters, a reserved word, too long, hidden by its first sign."""
    for persona in catalog.personas:
        name, slug = persona.name.value, persona.slug
        if persona.name.derived or not name.strip():
            continue
        reason = _changed(name, slug)
        if reason:
            message = f"The name “{short(name)}” {reason}; the address is “{short(slug)}”"
            found = about(persona, "address", message, persona.name.line)
            yield replace(found, severity=Severity.WARNING) if reason == _TOO_LONG else found


def name_differs(catalog: Catalog) -> Iterator[Finding]:
    """A name that is not the file's or folder's, where the product wants or expects that."""
    for persona in catalog.personas:
        path, rule = PurePosixPath(persona.source.path), product_of(persona).same_as
        expected = {"file": path.stem, "folder": path.parent.name}.get(rule, "")
        if expected and not persona.name.derived and caseless(persona.name.value) != caseless(expected):
            message = f"The name is “{short(persona.name.value)}”, the {rule} “{short(expected)}”"
            yield about(persona, "name-differs", message, persona.name.line)


def _conflicts(
    catalog: Catalog,
    kind: ConflictKind,
    code: str,
    say: Callable[[Persona, str, str], tuple[str, int]],
) -> Iterator[Finding]:
    for conflict in catalog.conflicts:
        if conflict.kind is kind:
            for persona, others in _each(catalog, conflict):
                message, line = say(persona, conflict.value, _paths(others))
                yield about(persona, code, message, line)


def _each(catalog: Catalog, conflict: Conflict) -> Iterator[tuple[Persona, list[Persona]]]:
    """Each persona of a conflict with the first few of the others; a conflict of thousands stays cheap."""
    personas = [catalog.by_id[each] for each in conflict.personas]
    for persona in personas:
        yield persona, [other for other in personas[:4] if other is not persona][:3]


def _paths(personas: list[Persona]) -> str:
    return listed([persona.id for persona in personas])


def _trigger_line(persona: Persona, value: str) -> int:
    return next((t.line for t in persona.triggers if caseless(t.value) == caseless(value)), 0)


def _handle(text: str) -> str:
    return "-".join(caseless(text).replace("_", " ").replace("-", " ").split())


def _foreign(word: str) -> str:
    """The letters of a word that belong to the rarer of two scripts that look alike, by code point."""
    scripts: dict[str, list[str]] = {}
    for letter in word:
        scripts.setdefault(unicodedata.name(letter, "").partition(" ")[0], []).append(letter)
    alike = sorted((len(scripts[each]), each) for each in _ALIKE if each in scripts)
    if len(alike) < 2:
        return ""
    script = alike[0][1]
    letters = listed([f"{each} ({code_point(each)})" for each in dict.fromkeys(scripts[script])], most=3)
    return f"{letters} {'is' if len(set(scripts[script])) == 1 else 'are'} {script.title()}"


def _changed(name: str, slug: str) -> str:
    if not any(character.isalnum() for character in name):
        return "has no letters"
    if slug.endswith("-persona") and not caseless(name).endswith("persona"):
        return "is reserved"
    if name[0] in "._-":
        return f"starts with “{name[0]}”"
    cut = _CUT.search(slug)
    if cut and cut[1] not in caseless(name) and len(name.encode()) > cut.start():
        return _TOO_LONG
    return f"ends with “{name[-1]}”" if name[-1] in "._-" else ""
