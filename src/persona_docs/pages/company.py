"""What a persona's page says of other personas (relations, similar ones, rivals), and its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from persona_docs.folding import fold
from persona_docs.model import Catalog, Conflict, Finding, Link, Persona, RelationKind
from persona_docs.pages.graph import draw

SIDE_BY_SIDE = 4
"""How many personas the comparison shows next to each other; its script has the same number."""

SIMILAR = 5
"""How many of those who are like it a persona's page names."""

RIVALS = 12
"""How many of those who claim the same a persona's page names; Triggers and Health name all."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation, seen from one of its ends: the other, and what the file says about it."""

    persona: Persona
    label: str
    kind: RelationKind


@dataclass(frozen=True, slots=True)
class Likeness:
    """A persona that is like this one, the terms they share, and the address part that compares them."""

    persona: Persona
    shared: tuple[str, ...]
    query: str


def relations(persona: Persona, catalog: Catalog) -> Mapping[str, object]:
    """Relations from and to a persona, as lists and a drawing; apart, those to nobody in the catalog."""
    outward = catalog.links_from.get(persona.id, ())
    named = _ties(catalog, ((link.target, link) for link in outward))
    by = _ties(catalog, ((link.source, link) for link in catalog.links_to.get(persona.id, ())))
    return {
        "named": named,
        "by": by,
        "unknown": catalog.unknown.get(persona.id, ()),
        "graph": draw(
            *([(tie.persona, tie.kind is RelationKind.MENTIONED) for tie in ties] for ties in (named, by))
        ),
    }


def similar(persona: Persona, catalog: Catalog) -> Mapping[str, object]:
    """The most similar personas, the nearest first, and the query that compares them all with this one."""
    near = [
        (catalog.by_id[each.persona], each.shared)
        for each in catalog.neighbours.get(persona.id, ())[:SIMILAR]
        if each.persona in catalog.by_id
    ]
    several = [other for other, _ in near[: SIDE_BY_SIDE - 1]]
    return {
        "near": tuple(Likeness(other, shared, compare_query(persona, other)) for other, shared in near),
        "together": compare_query(persona, *several) if len(several) > 1 else "",
    }


def compare_query(*personas: Persona) -> str:
    """The query that makes the comparison show these next to each other."""
    return "compare=" + ",".join(quote(persona.slug, safe="") for persona in personas)


def rivals(persona: Persona, conflict: Conflict, catalog: Catalog) -> tuple[tuple[Persona, ...], int]:
    """The first of the others in a conflict, and how many more there are: one of thousands stays cheap."""
    others = [one for one in conflict.personas[: RIVALS + 1] if one != persona.id][:RIVALS]
    return tuple(catalog.by_id[one] for one in others), len(conflict.personas) - 1 - len(others)


def label(link: Link, catalog: Catalog) -> str:
    """What the file says of the relation, unless that is only what the target is called."""
    said, target = link.relation.label, catalog.by_id[link.target]
    names = (target.name.value, target.title, target.slug)
    return "" if fold(said).lstrip("@/") in map(fold, names) else said


def findings(persona: Persona, catalog: Catalog) -> tuple[Finding, ...]:
    """What the maintainer of the persona's file should know, the worst first."""
    return tuple(f for f in catalog.findings_in.get(persona.source.path, ()) if f.persona in ("", persona.id))


def _ties(catalog: Catalog, ends: Iterable[tuple[str, Link]]) -> tuple[Tie, ...]:
    return tuple(
        Tie(catalog.by_id[other], label(link, catalog), link.relation.kind)
        for other, link in ends
        if other in catalog.by_id
    )
