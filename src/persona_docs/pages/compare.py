"""The comparison: a row per persona, and those in conflict side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from persona_docs.folding import fold
from persona_docs.model import Catalog, Fact, Persona
from persona_docs.pages import conflicts
from persona_docs.pages.brief import listed
from persona_docs.pages.company import SIDE_BY_SIDE
from persona_docs.pages.conflicts import Rivalry
from persona_docs.pages.embed import embed_button
from persona_docs.pages.facets import facets
from persona_docs.pages.links import Links
from persona_docs.pages.page import Heading, Html, Page, Part, Site
from persona_docs.pages.table import COLUMNS, table
from persona_docs.pages.templating import render
from persona_docs.pages.texts import Texts, texts

_KINDS = {"triggers": "code", "tools": "code", "role": "text", "category": "text"}


@dataclass(frozen=True, slots=True)
class _Side:
    """A field of personas side by side: what all have, and what each has besides."""

    label: str
    kind: str  # "code", "text" (one value) or "chips"
    shared: tuple[Fact, ...]
    own: tuple[tuple[Fact, ...], ...]


def compare_page(catalog: Catalog, site: Site) -> Page:
    """The comparison of all personas, and below it those in conflict."""
    t, links = texts(site.lang), Links.of(site, site.at("compare.md"))
    html = render(
        "compare.html",
        t,
        links=links,
        total=len(catalog.personas),
        table=table(catalog.personas, catalog, links, t),
        derived=any(fact.derived for p in catalog.personas for fact in _facts(p)),
        facets=facets(catalog, t),
        switch=False,
        columns=[(name, t(f"field.{name}")) for name in COLUMNS],
        compare=links.catalog("compare"),
        **embed_button(site.at("compare.md"), t("compare.title"), links),
    )
    return Page(
        address=site.at("compare.md"),
        title=t("compare.title"),
        parts=(
            Heading(1, "persona-compare", Markup.escape(t("compare.title"))),
            Html(html),
            *_in_conflict(catalog, site, links, t),
        ),
    )


def side_by_side(personas: Sequence[Persona], texts: Texts) -> tuple[_Side, ...]:
    """Per field what all share, then what only some have; fields nobody fills are left out."""
    rows = []
    for name, values in _fields(personas):
        counts = [{fold(fact.value) for fact in each} for each in values]
        common = set.intersection(*counts)
        shared = tuple(fact for fact in values[0] if fold(fact.value) in common)
        own = tuple(tuple(f for f in each if fold(f.value) not in common) for each in values)
        if shared or any(own):
            kind = _KINDS.get(name, "chips")
            rows.append(_Side(texts(f"field.{name}"), kind, shared, own if any(own) else ()))
    return tuple(rows)


def _fields(personas: Sequence[Persona]) -> Iterator[tuple[str, list[tuple[Fact, ...]]]]:
    yield "expertise", [each.expertise for each in personas]
    yield "tools", [each.tools.allowed for each in personas]
    yield "triggers", [each.triggers for each in personas]
    yield "role", [listed(each.role) for each in personas]
    yield "skills", [each.skills for each in personas]
    yield "model", [each.model for each in personas]
    yield "category", [listed(each.category) for each in personas]


def _facts(persona: Persona) -> Iterator[Fact]:
    yield from (persona.role, persona.category)
    for facts in (persona.expertise, persona.triggers, persona.tools.allowed, persona.skills, persona.model):
        yield from facts


def _in_conflict(catalog: Catalog, site: Site, links: Links, texts: Texts) -> Iterator[Part]:
    compared = [each for each in conflicts.rivalries(catalog, texts) if each.anchor]
    if compared:
        yield Heading(2, "persona-conflicts", Markup.escape(texts("compare.conflicts")))
    for rivalry in compared:
        yield Heading(3, rivalry.anchor, Markup.escape(rivalry.text))
        yield Html(_against(rivalry, site, links, texts))


def _against(rivalry: Rivalry, site: Site, links: Links, texts: Texts) -> Markup:
    few = rivalry.personas[:SIDE_BY_SIDE]
    return render(
        "side.html",
        texts,
        links=links,
        label=rivalry.text,
        fix=texts(f"conflict.fix_{rivalry.conflict.kind}"),
        places=conflicts.places(rivalry.conflict, rivalry.personas, site),
        personas=few,
        rows=side_by_side(few, texts),
    )
