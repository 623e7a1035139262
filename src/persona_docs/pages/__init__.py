"""The pages of a catalog: which there are, and each of them made when an engine asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from persona_docs.model import Catalog
from persona_docs.pages.checklists import checklists_page
from persona_docs.pages.compare import compare_page
from persona_docs.pages.health import health_page
from persona_docs.pages.index import index_page
from persona_docs.pages.links import persona_address
from persona_docs.pages.page import Page, Site
from persona_docs.pages.persona import persona_page
from persona_docs.pages.prepared import Shelf
from persona_docs.pages.templating import overridden
from persona_docs.pages.terms import expertise_page, tools_page, triggers_page
from persona_docs.pages.texts import texts

_OF_ALL: Mapping[str, tuple[str, Callable[[Catalog, Site], Page]]] = {
    "index": ("index.title", index_page),
    "compare": ("compare.title", compare_page),
    "triggers": ("terms.triggers_title", triggers_page),
    "tools": ("terms.tools_title", tools_page),
    "expertise": ("terms.expertise_title", expertise_page),
    "checklists": ("checklists.title", checklists_page),
    "health": ("health.title", health_page),
}
"""The pages made of all personas: name in the address, key of the title's text, and who makes it."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is going to be there.

    Attributes:
        address: Markdown address in the site.
        title: plain text.
        name: of a page made of all personas (`compare`); empty for a persona's.
        persona: id of the persona; empty for pages made of all.
        source: source path of the persona; empty for pages made of all.
    """

    address: str
    title: str
    name: str = ""
    persona: str = ""
    source: str = ""


def plan(catalog: Catalog, site: Site) -> tuple[Planned, ...]:
    """Every page of the catalog: those made of all personas, the index first, then one per persona."""
    text = texts(site.lang)
    of_all = (Planned(site.at(f"{name}.md"), text(title), name=name) for name, (title, _) in _OF_ALL.items())
    of_one = (
        Planned(
            persona_address(one, site),
            one.title or one.name.value,
            persona=one.id,
            source=one.source.path,
        )
        for one in catalog.personas
    )
    return (*of_all, *of_one)


def render(planned: Planned, catalog: Catalog, site: Site, shelf: Shelf | None = None) -> Page:
    """Make a planned page; what was prepared of its persona is taken from the shelf."""
    with overridden(site.templates):
        if planned.persona:
            return persona_page(catalog.by_id[planned.persona], catalog, site, shelf)
        _, make = _OF_ALL[planned.name]
        return make(catalog, site)
