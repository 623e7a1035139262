"""Personas side by side: addresses, indexes, conflicts, relations, likeness, and what the checks say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from persona_docs.catalog.conflicts import conflicts
from persona_docs.catalog.likeness import neighbours
from persona_docs.catalog.relations import is_general, resolve
from persona_docs.catalog.slugs import assign_slugs
from persona_docs.catalog.terms import expertise_index, tool_index, trigger_index
from persona_docs.catalog.traits import Traits, traits
from persona_docs.checks import check
from persona_docs.checks.levels import ordered, with_levels
from persona_docs.checks.wording import about
from persona_docs.folding import natural
from persona_docs.model import Catalog, Finding, Persona, Relation
from persona_docs.options import Options


def build_catalog(
    personas: Iterable[Persona],
    findings: Iterable[Finding],
    options: Options,
    root: Path | None = None,
    *,
    alone: bool = True,
    likened: bool = True,
    known: Mapping[str, Traits] | None = None,
    asked: dict[str, bool] | None = None,
) -> Catalog:
    """Make the catalog: everything that follows from having all personas together.

    Args:
        personas: as read, in any order.
        findings: what reading had to say.
        options: levels of findings and limits.
        root: the configuration's folder, which source paths are relative to; without it nothing that needs
            the file system is checked (links to missing files).
        alone: whether to run the checks of single personas too; not where that was done while reading.
        likened: whether to find similar personas, which only pages and exports show.
        known: the traits of personas, by id, where they were made while reading.
        asked: gets the paths that links lead to, and whether each exists, for whoever keeps the result.
    """
    by_path = sorted(personas, key=lambda persona: persona.id)  # never changed: addresses follow it
    slugs = assign_slugs(by_path, options.limits.slug)
    in_order = sorted(
        (replace(persona, slug=slugs[persona.id]) for persona in by_path),
        key=lambda persona: natural(persona.id),
    )
    every = {one.id: (known or {}).get(one.id) or traits(one) for one in in_order}
    triggers = trigger_index(in_order)
    relations = resolve(in_order)
    catalog = Catalog(
        personas=tuple(in_order),
        expertise=expertise_index(in_order),
        triggers=triggers,
        tools=tool_index(in_order),
        conflicts=conflicts(in_order, triggers, options.limits.slug),
        links=relations.links,
        unknown={
            one: tuple(dict.fromkeys(each.target for each in some)) for one, some in relations.unknown.items()
        },
        neighbours=neighbours(in_order, {one: made.vocabulary for one, made in every.items()})
        if likened
        else {},
    )
    told = [
        *findings,
        *(
            _unknown(catalog, one, each)
            for one, some in relations.unknown.items()
            for each in some
            if not is_general(each.target)
        ),
        *check(
            catalog,
            {one: made.text for one, made in every.items()},
            root,
            levels=options.findings,
            alone=alone,
            asked=asked,
        ),
    ]
    return replace(catalog, findings=ordered(with_levels(told, options.findings)))


def _unknown(catalog: Catalog, source: str, relation: Relation) -> Finding:
    message = f"“{relation.target}” is not in the catalog"
    return about(catalog.by_id[source], "unknown-persona", message, relation.line, said=relation.target)
