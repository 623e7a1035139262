"""The pages of a catalog: which there are, and each of them made when an engine asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from persona_docs.model import Catalog
from persona_docs.pages.links import persona_address
from persona_docs.pages.page import Page, Site
from persona_docs.pages.texts import texts

KINDS = {
    "index": "index:index_page",
    "compare": "compare:compare_page",
    "triggers": "terms:triggers_page",
    "tools": "terms:tools_page",
    "expertise": "terms:expertise_page",
    "checklists": "checklists:checklists_page",
    "health": "health:health_page",
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is going to be there.

    Attributes:
        address: Markdown address in the site.
        title: plain text.
        kind: a name from `KINDS`, or `persona`.
        source: source path of the persona; empty for pages made of many.
        persona: id of the persona; empty for pages made of many.
    """

    address: str
    title: str
    kind: str
    source: str = ""
    persona: str = ""


def plan(catalog: Catalog, site: Site) -> tuple[Planned, ...]:
    """Every page of the catalog: those made of many personas, the index first, then a page per persona."""
    text = texts(site.lang)
    return (
        *(
            Planned(f"{site.path}/{kind}.md", text.entries.get(f"{kind}.title", kind.capitalize()), kind)
            for kind in KINDS
            if _maker(kind) is not None
        ),
        *(
            Planned(
                persona_address(persona, site),
                persona.title or persona.name.value,
                "persona",
                persona.source.path,
                persona.id,
            )
            for persona in catalog.personas
        ),
    )


def render(planned: Planned, catalog: Catalog, site: Site) -> Page:
    """Make a planned page."""
    if planned.kind == "persona":
        from persona_docs.pages.persona import persona_page

        return persona_page(catalog.by_id[planned.persona], catalog, site)
    maker = _maker(planned.kind)
    if maker is None:
        raise KeyError(planned.kind)
    return maker(catalog, site)


def _maker(kind: str) -> Callable[[Catalog, Site], Page] | None:
    module, _, name = KINDS[kind].partition(":")
    try:
        return cast("Callable[[Catalog, Site], Page]", getattr(import_module(f"persona_docs.pages.{module}"), name))
    except ImportError:
        return None
