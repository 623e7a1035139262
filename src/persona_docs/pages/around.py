"""What a page depends on: the part of a catalog around one persona, and what other pages show of a persona.

A page made from such a part alone stays the same as long as the part does, whatever else changes in the
catalog. So the part can be the key under which the page is cached.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from persona_docs.folding import natural
from persona_docs.model import Body, Catalog, Persona, Source
from persona_docs.pages.bodies.references import target
from persona_docs.pages.company import rivals


def around(persona: Persona, catalog: Catalog) -> Catalog:
    """A catalog of this persona and those its page speaks of, with what the page says of them.

    The indexes hold the persona's own terms, without who else has them. How near the nearest are changes with
    every edit of anybody, and is left out.
    """
    names, named = catalog.links_from.get(persona.id, ()), catalog.links_to.get(persona.id, ())
    conflicts = catalog.conflicts_of.get(persona.id, ())
    near = tuple(replace(each, score=0.0) for each in catalog.neighbours.get(persona.id, ()))
    terms = [replace(term, personas=(persona.id,)) for term in catalog.terms_of.get(persona.id, ())]
    others = {
        persona.id,
        *(link.target for link in names),
        *(link.source for link in named),
        *(one.id for conflict in conflicts for one in rivals(persona, conflict, catalog)[0]),
        *(each.persona for each in near),
        *_linked(persona, catalog),
    }
    return Catalog(
        personas=tuple(catalog.by_id[one] for one in sorted(others, key=natural) if one in catalog.by_id),
        findings=catalog.findings_in.get(persona.source.path, ()),
        expertise=tuple(term for term in terms if not term.group),
        tools=tuple(term for term in terms if term.group),
        conflicts=conflicts,
        links=(*names, *(link for link in named if link.source != persona.id)),
        unknown={persona.id: catalog.unknown.get(persona.id, ())},
        neighbours={persona.id: near},
    )


def bare(persona: Persona) -> Persona:
    """A persona without its file and its text, but with its checklists: what pages of all personas show."""
    path, checklists = persona.source.path, persona.body.checklists
    return replace(persona, source=Source(path), body=Body(checklists=checklists))


def _linked(persona: Persona, catalog: Catalog) -> Iterator[str]:
    """Ids of the personas whose files its text links to."""
    for link in persona.body.links:
        found = target(persona, link.target)
        if found and found.path in catalog.by_path:
            yield catalog.by_path[found.path].id
