"""Rules, each one function that yields findings: over a persona, a file's personas, or the catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from persona_docs.checks.conflicts import (
    same_name,
    same_path,
    same_slug,
    same_trigger,
    trigger_is_name,
)
from persona_docs.checks.copies import copies, near_duplicate, without_copies
from persona_docs.checks.duplicates import Sketch
from persona_docs.checks.fields import (
    empty_body,
    long_description,
    missing_description,
    missing_front_matter,
    missing_name,
    unknown_color,
    unknown_icon,
    unknown_model,
    unknown_value,
)
from persona_docs.checks.inclusions import inclusion
from persona_docs.checks.instructions import instructions
from persona_docs.checks.keys import key_case, unknown_key
from persona_docs.checks.levels import with_levels
from persona_docs.checks.naming import changed_address, mixed_scripts, name_differs, name_form, path_name
from persona_docs.checks.references import broken_link, unknown_skill
from persona_docs.checks.secrets import secret
from persona_docs.checks.tools import tool_conflict, unknown_tool
from persona_docs.model import Catalog, Finding, Persona

OF_ONE: tuple[Callable[[Persona], Iterable[Finding]], ...] = (
    missing_front_matter,
    missing_name,
    missing_description,
    long_description,
    key_case,
    unknown_key,
    unknown_model,
    unknown_value,
    unknown_color,
    unknown_icon,
    unknown_tool,
    tool_conflict,
    instructions,
    inclusion,
    mixed_scripts,
    path_name,
    name_form,
)
"""Rules over each persona alone, as it was read."""

OF_A_FILE: tuple[Callable[[Sequence[Persona]], Iterable[Finding]], ...] = (empty_body, secret)
"""Rules over the personas of one file, of which there is at least one."""

TOGETHER: tuple[Callable[[Catalog], Iterable[Finding]], ...] = (
    unknown_skill,
    same_name,
    same_slug,
    same_trigger,
    trigger_is_name,
    same_path,
    changed_address,
    name_differs,
)
"""Rules over personas side by side, or over what the catalog gave them."""


def check_alone(personas: Iterable[Persona]) -> Iterator[Finding]:
    """What the rules say that need no more than a file; its personas may be checked where it is read."""
    by_file: dict[str, list[Persona]] = {}
    for persona in personas:
        by_file.setdefault(persona.source.path, []).append(persona)
        for of_one in OF_ONE:
            yield from of_one(persona)
    for together in by_file.values():
        for of_a_file in OF_A_FILE:
            yield from of_a_file(together)


def check(
    catalog: Catalog,
    sketches: Mapping[str, Sketch],
    root: Path | None = None,
    *,
    levels: Mapping[str, str] | None = None,
    alone: bool = True,
    asked: dict[str, bool] | None = None,
) -> Iterator[Finding]:
    """What the rules have to say about the catalog, in no particular order.

    Args:
        catalog: the catalog.
        sketches: of each persona's body, by id.
        root: the folder that source paths are relative to; without it links to files are not looked at.
        levels: those that the user set, by code; what is said of copies is at these, all else at its own.
        alone: whether `check_alone` is done too; not where it was done while reading.
        asked: is filled with the paths that links lead to, and whether something is there.
    """
    if alone:
        yield from check_alone(catalog.personas)
    levels = levels or {}
    found = copies(catalog, sketches)
    told = with_levels(near_duplicate(catalog, found), levels)
    yield from told
    apart = without_copies(catalog, found, told, levels)
    for rule in TOGETHER:
        yield from rule(apart)
    if root is not None:
        yield from broken_link(catalog, root, {} if asked is None else asked)
