"""Rules over the catalog, each one function that yields findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from persona_docs.checks.conflicts import (
    same_name,
    same_path,
    same_slug,
    same_trigger,
    trigger_is_name,
)
from persona_docs.checks.duplicates import Sketch, near_duplicate
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
from persona_docs.checks.naming import changed_address, mixed_scripts, name_differs, name_form, path_name
from persona_docs.checks.references import broken_link, unknown_skill
from persona_docs.checks.secrets import secret
from persona_docs.checks.tools import tool_conflict, unknown_tool
from persona_docs.model import Catalog, Finding, Persona

Rule = Callable[[Catalog], Iterable[Finding]]

ALONE: tuple[Rule, ...] = (
    missing_front_matter,
    missing_name,
    missing_description,
    long_description,
    key_case,
    unknown_key,
    empty_body,
    unknown_model,
    unknown_value,
    unknown_color,
    unknown_icon,
    unknown_tool,
    tool_conflict,
    secret,
    instructions,
    inclusion,
    mixed_scripts,
    path_name,
    name_form,
    name_differs,
)
"""Rules over each persona alone, as it was read."""

TOGETHER: tuple[Rule, ...] = (
    unknown_skill,
    same_name,
    same_slug,
    same_trigger,
    trigger_is_name,
    same_path,
    changed_address,
)
"""Rules over personas side by side, or over what the catalog gave them."""


def check_alone(personas: tuple[Persona, ...]) -> tuple[Finding, ...]:
    """What the rules over each persona alone say; a file's personas may be checked where it is read."""
    catalog = Catalog(personas)
    return tuple(found for rule in ALONE for found in rule(catalog))


def check(
    catalog: Catalog,
    sketches: Mapping[str, Sketch],
    root: Path | None = None,
    *,
    alone: bool = True,
    asked: dict[str, bool] | None = None,
) -> Iterator[Finding]:
    """What the rules have to say about the catalog, at the codes' own levels, in no particular order.

    Args:
        catalog: the catalog.
        sketches: of each persona's body, by id.
        root: the folder that source paths are relative to; without it links to files are not looked at.
        alone: whether each persona alone is looked at too; not where that is done.
        asked: is filled with the paths that links lead to, and whether something is there.
    """
    if alone:
        yield from check_alone(catalog.personas)
    for rule in TOGETHER:
        yield from rule(catalog)
    yield from near_duplicate(catalog, sketches)
    if root is not None:
        yield from broken_link(catalog, root, {} if asked is None else asked)
