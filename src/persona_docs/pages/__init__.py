"""The pages of a catalog: which there are, and each of them made when an engine asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from persona_docs.model import Catalog, Persona
from persona_docs.pages.around import around
from persona_docs.pages.brief import title_of
from persona_docs.pages.checklists import checklists_page
from persona_docs.pages.compare import compare_page
from persona_docs.pages.health import health_page
from persona_docs.pages.index import index_page
from persona_docs.pages.links import persona_address
from persona_docs.pages.page import Page, SearchEntry, Site
from persona_docs.pages.persona import persona_page
from persona_docs.pages.prepared import Shelf
from persona_docs.pages.templating import overridden
from persona_docs.pages.terms import expertise_page, tools_page, triggers_page
from persona_docs.pages.texts import Texts, texts


@dataclass(frozen=True, slots=True)
class _OfAll:
    """A page made of all personas.

    Attributes:
        texts: what the keys of its title and its description begin with.
        make: makes it.
        hide: as in `Planned`.
        findings: as in `Planned`.
    """

    texts: str
    make: Callable[[Catalog, Site], Page]
    hide: tuple[str, ...] = ()
    findings: bool = False


_OF_ALL: Mapping[str, _OfAll] = {
    "index": _OfAll("index.", index_page, hide=("toc",)),
    "compare": _OfAll("compare.", compare_page, hide=("navigation", "toc")),
    "triggers": _OfAll("terms.triggers_", triggers_page),
    "tools": _OfAll("terms.tools_", tools_page),
    "expertise": _OfAll("terms.expertise_", expertise_page),
    "checklists": _OfAll("checklists.", checklists_page),
    "health": _OfAll("health.", health_page, findings=True),
}
"""The pages made of all personas, by their name in the address."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A page that is going to be there, and what is known of it before it is made.

    Attributes:
        address: Markdown address in the site (`personas/index.md`, `personas/backend-engineer.md`).
        title: plain text.
        description: plain text for `<meta name="description">`, on one line.
        hide: what themes show beside a page and this one wants the width of: `navigation`, `toc`.
        name: of a page made of all personas (`compare`); empty for a persona's.
        persona: id of the persona; empty for pages made of all.
        source: source path of the persona; empty for pages made of all.
        findings: whether a page made of all is made from the findings, too.
    """

    address: str
    title: str
    description: str = ""
    hide: tuple[str, ...] = ()
    name: str = ""
    persona: str = ""
    source: str = ""
    findings: bool = False


def plan(catalog: Catalog, site: Site) -> tuple[Planned, ...]:
    """Every page of the catalog: those made of all personas, the index first, then one per persona."""
    return (*_of_all(catalog, site), *(_of_one(persona, site) for persona in catalog.personas))


def render(planned: Planned, catalog: Catalog, site: Site, shelf: Shelf | None = None) -> Page:
    """Make a planned page; what was prepared of its persona is taken from the shelf."""
    with overridden(site.templates):
        if planned.persona:
            persona = catalog.by_id[planned.persona]
            return persona_page(persona, around(persona, catalog), site, shelf)
        return _OF_ALL[planned.name].make(catalog, site)


def search(planned: Planned, catalog: Catalog, shelf: Shelf) -> tuple[SearchEntry, ...]:
    """A planned page's entries in the site's search, its own first."""
    if planned.persona:
        return shelf.search(catalog.by_id[planned.persona])
    return (SearchEntry("", planned.title, planned.description),)


def title_of_all(name: str, texts: Texts) -> str:
    """The title of the page made of all personas that has this name in addresses (`compare`)."""
    return texts(f"{_OF_ALL[name].texts}title")


def description_of_all(name: str, texts: Texts, personas: int) -> str:
    """The description of such a page; some say of how many personas it is made."""
    return texts(f"{_OF_ALL[name].texts}description", count=personas)


def _of_all(catalog: Catalog, site: Site) -> Iterator[Planned]:
    text = texts(site.lang)
    for name, page in _OF_ALL.items():
        title, description = title_of_all(name, text), description_of_all(name, text, len(catalog.personas))
        yield Planned(site.at(f"{name}.md"), title, description, page.hide, name, findings=page.findings)


def _of_one(persona: Persona, site: Site) -> Planned:
    description = " ".join((persona.description.value or persona.role.value).split())
    return Planned(
        persona_address(persona, site),
        title_of(persona),
        description,
        persona=persona.id,
        source=persona.source.path,
    )
