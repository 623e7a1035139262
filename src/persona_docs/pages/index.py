"""The catalog: everybody as cards, and as a table for whoever prefers one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from persona_docs.model import Catalog, Fact, Persona
from persona_docs.pages.brief import clip, own_lang, role_tells, title_of
from persona_docs.pages.conflicts import namesakes, rivalries, sentences
from persona_docs.pages.facets import facets
from persona_docs.pages.links import Links
from persona_docs.pages.page import Heading, Html, Page, Site
from persona_docs.pages.select import fields
from persona_docs.pages.table import data, table
from persona_docs.pages.templating import render
from persona_docs.pages.texts import Texts, texts
from persona_docs.reading.markdown.gfm import plain_line

SLIM = ("role", "expertise", "triggers", "tools")
"""The columns of the catalog's own table; the comparison has them all."""

_HIDDEN = ("tool", "group", "model", "category", "lang", "dialect", "skill", "tag")
_LINE = 240
_MANY = 60
"""Of more cards than these, browsers draw only those near the screen (`content-visibility`)."""


@dataclass(frozen=True, slots=True)
class _Card:
    persona: Persona
    title: str
    href: str
    line: Fact
    lang: str | None
    conflicts: str
    path: str
    data: Mapping[str, str]


def index_page(catalog: Catalog, site: Site) -> Page:
    """The catalog's first page."""
    t, links = texts(site.lang), Links.of(site, site.at("index.md"))
    total = len(catalog.personas)
    html = render(
        "index.html",
        t,
        links=links,
        total=total,
        cards=cards(catalog.personas, catalog, links, t),
        table=table(
            catalog.personas, catalog, links, t, columns=SLIM, caption="index.table_caption", keyed=False
        ),
        conflicts=rivalries(catalog, t),
        facets=facets(catalog, t),
        switch=True,
        columns=(),
        compare=links.catalog("compare"),
    )
    return Page(
        address=site.at("index.md"),
        title=t("index.title"),
        parts=(Heading(1, "persona-catalog", Markup.escape(t("index.title"))), Html(html)),
    )


def cards(personas: Iterable[Persona], catalog: Catalog, links: Links, texts: Texts) -> Markup:
    """Personas as a list of cards, wherever one is wanted."""
    said, alike = sentences(catalog, texts), namesakes(catalog)
    those = [_card(each, links, said, alike) for each in personas]
    return render("cards.html", texts, cards=those, many=len(those) > _MANY)


def _card(persona: Persona, links: Links, conflicts: Mapping[str, str], alike: Mapping[str, str]) -> _Card:
    told = plain_line(persona.description.value)
    line = persona.role if role_tells(persona) else persona.description
    said = replace(line, value=clip(line.value if line is persona.role else told, _LINE))
    rest = told if line is persona.role else told[_LINE:]
    extra = {"data-text": clip(rest)} if rest else {}
    return _Card(
        persona,
        title_of(persona),
        links.persona(persona),
        said,
        own_lang(persona, links.site),
        conflicts.get(persona.id, ""),
        alike.get(persona.id, ""),
        {**data(fields(persona), _HIDDEN), **extra},
    )
