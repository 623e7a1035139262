"""Rules over the name of one persona, and the address it makes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from persona_docs.checks.products import Product, product_of
from persona_docs.checks.wording import about, listed, short
from persona_docs.folding import caseless, handle
from persona_docs.model import Catalog, Finding, Persona, Severity
from persona_docs.reading.discovery.kinds import says_kind
from persona_docs.reading.fields.paths import has_own_folder
from persona_docs.reading.text.places import code_point

_PATH = re.compile(r"^[/\\~]|^[A-Za-z]:[\\/]|\.\.[/\\]|%2e%2e|%2f|%5c", re.IGNORECASE)
_TOO_LONG = "is very long"
_CUT = re.compile(r"-([0-9a-f]{8})(?:-\d+)?$")  # the hash behind an address that was cut
_CUSTOM = 3  # files of a folder that add the same to their names
_HANDLE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HANDLE_PARTS = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"[^\W\d_]+")
_ALIKE = (
    "LATIN",
    "CYRILLIC",
    "GREEK",
    "ARMENIAN",
    "CHEROKEE",
)  # scripts whose letters look like each other's


def mixed_scripts(persona: Persona) -> Iterator[Finding]:
    """A word of scripts that look alike (a Cyrillic `а` in `bаckend`), in names, triggers and tools."""
    for fact in (persona.name, *persona.triggers, *persona.tools.allowed, *persona.tools.denied):
        for word in () if fact.value.isascii() else _WORDS.findall(fact.value):
            foreign = _foreign(word)
            if foreign:
                message = f"“{short(fact.value)}” mixes scripts: {foreign}"
                yield about(persona, "mixed-scripts", message, fact.line, said=word)
                break


def path_name(persona: Persona) -> Iterator[Finding]:
    """A name that looks like a way out of a folder."""
    if _PATH.search(persona.name.value):
        message = f"The name “{short(persona.name.value)}” looks like a path"
        yield about(persona, "path-name", message, persona.name.line, said=persona.name.value)


def changed_address(catalog: Catalog) -> Iterator[Finding]:
    """A name that cannot be the address: no letters, a reserved word, too long, hidden by its first sign."""
    for persona in catalog.personas:
        name, slug = persona.name.value, persona.slug
        if persona.name.derived or not name.strip():
            continue
        reason = _changed(name, slug)
        if reason:
            message = f"The name “{short(name)}” {reason}; the address is “{short(slug)}”"
            found = about(persona, "address", message, persona.name.line, said=name)
            yield replace(found, severity=Severity.WARNING) if reason == _TOO_LONG else found


def name_form(persona: Persona) -> Iterator[Finding]:
    """A name that is no handle, or too long a one, where the product takes nothing else."""
    product, name = product_of(persona), persona.name
    if product.handle and not name.derived and not _is_handle(name.value, product):
        takes = f"small letters, digits and single hyphens, {product.handle} at most"
        message = f"The name is “{short(name.value)}”; {product.label} takes {takes}"
        fix = _handle_fix(persona, product)
        yield about(persona, "name-form", message, name.line, said=name.value, fix=fix)


def name_differs(catalog: Catalog) -> Iterator[Finding]:
    """A name that is not the file's or folder's, where the product wants or expects that.

    Where it takes any name, `Code Reviewer` is that of `code-reviewer.md`, and what several of a folder add
    to theirs (`kit-review` in `review.md`) is no slip. A name that is not even of the right form is told of
    once; what fixes that fixes this.
    """
    added = [_added(persona) for persona in catalog.personas]
    times = Counter(added)
    for persona, each in zip(catalog.personas, added, strict=True):
        if not each or times[each] < _CUSTOM:
            yield from _name_differs(persona)


def _added(persona: Persona) -> tuple[str, str, str] | None:
    """What a name has before and behind that of its file, and in which folder; nothing where it has none."""
    product = product_of(persona)
    if product.same_as != "file" or persona.name.derived:
        return None
    name, expected = f"-{handle(persona.name.value)}-", f"-{handle(_expected(persona, product))}-"
    before, found, behind = name.partition(expected)
    folder = PurePosixPath(persona.source.path).parent.as_posix()
    return (folder, before, behind) if found and expected != "--" and name != expected else None


def _name_differs(persona: Persona) -> Iterator[Finding]:
    product, name = product_of(persona), persona.name
    expected = _expected(persona, product)
    form = caseless if product.handle else handle
    differs = expected and not name.derived and form(name.value) != form(expected)
    if differs and not _is_variant(persona, product) and _is_handle(name.value, product):
        named_after = _named_after(persona, product)
        message = f"The name is “{short(name.value)}”, the {named_after} “{short(expected)}”"
        yield about(persona, "name-differs", message, name.line, said=name.value)


def _handle_fix(persona: Persona, product: Product) -> str:
    """What to write where the file or folder says the name; it has to have the form, too."""
    expected = _expected(persona, product)
    if _is_handle(expected, product):
        return f"Write `{expected}`."
    made = "-".join(_HANDLE_PARTS.findall(expected.lower()))
    if not expected or not _is_handle(made, product):
        return ""
    return f"Write `{made}`, and name the {_named_after(persona, product)} the same."


def _expected(persona: Persona, product: Product) -> str:
    """The name that the file or folder says the persona has, or nothing."""
    path = PurePosixPath(persona.source.path)
    named_after = _named_after(persona, product)
    if path.name == "SKILL.md" and not has_own_folder(persona.source.path):
        return ""  # the folder holds skills, and is nobody's own
    return {"file": path.stem.removesuffix(".template"), "folder": path.parent.name}.get(named_after, "")


def _named_after(persona: Persona, product: Product) -> str:
    """What has the persona's name: its folder, too, where the file has that of its kind (`AGENT.md`)."""
    in_folder = product.same_as == "file" and has_own_folder(persona.source.path)
    return "folder" if in_folder else product.same_as


def _is_variant(persona: Persona, product: Product) -> bool:
    """Whether a folder further above has the name, and the file's own says which form this is.

    So is `scout/short/agent.md`, beside `scout/long/agent.md`.
    """
    if says_kind(persona.source.path) and handle(persona.name.value) == handle(_folder(persona)):
        return True
    above = PurePosixPath(persona.source.path).parent.parent.parts
    named = caseless(persona.name.value) in map(caseless, above)
    return named and product.same_as == "file" and _named_after(persona, product) == "folder"


def _folder(persona: Persona) -> str:
    return PurePosixPath(persona.source.path).parent.name


def _is_handle(name: str, product: Product) -> bool:
    fits = _HANDLE.fullmatch(name) and name == name.lower() and len(name) <= product.handle
    return bool(fits) or not product.handle


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
