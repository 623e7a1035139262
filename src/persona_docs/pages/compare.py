"""The comparison: a row per persona, and those in conflict side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from persona_docs.folding import fold
from persona_docs.model import Catalog, ChecklistKind, Fact, Persona
from persona_docs.pages import conflicts
from persona_docs.pages.conflicts import Rivalry
from persona_docs.pages.embed import embed_button
from persona_docs.pages.facets import facets
from persona_docs.pages.glance import title_of
from persona_docs.pages.links import Links
from persona_docs.pages.page import Heading, Html, Page, Part, Site
from persona_docs.pages.select import fields
from persona_docs.pages.templating import lines, render
from persona_docs.pages.texts import Texts, fallback, texts
from persona_docs.reading.gfm import plain_line
from persona_docs.reading.phrases import cut, one_line

COLUMNS = ("expertise", "tools", "triggers", "role", "skills", "model", "category", "items")
"""The columns after the name, in their order. `items` counts what can be ticked."""

_FACET_OF = {
    "expertise": "expertise",
    "triggers": "trigger",
    "skills": "skill",
    "model": "model",
    "category": "category",
}
_KINDS = {"triggers": "code", "tools": "code", "role": "text", "category": "text"}
_FEW = 4  # personas that fit side by side


@dataclass(frozen=True, slots=True)
class _Row:
    persona: Persona
    title: str
    href: str
    lang: str | None
    rivals: str
    path: str
    items: int
    data: Mapping[str, str]


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


def table(
    personas: Iterable[Persona],
    catalog: Catalog,
    links: Links,
    texts: Texts,
    columns: Sequence[str] = COLUMNS,
    *,
    caption: str = "compare.caption",
    keyed: bool = True,
    limit: int = 8,
) -> Markup:
    """Personas as a table, wherever one is wanted.

    Args:
        personas: the rows, in their order.
        catalog: tells who is in conflict.
        links: out of the page it stands in.
        texts: of the page.
        columns: names out of `COLUMNS`; the name comes first anyway.
        caption: the text that says what the table is.
        keyed: whether rows carry what finding and filtering wants; not where cards on the same page do.
        limit: how many values a cell shows before it folds the rest.

    Raises:
        ValueError: there is no such column.
    """
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        raise ValueError(f"no column {', '.join(map(repr, unknown))}; there are {', '.join(COLUMNS)}")
    against, alike = conflicts.rivals(catalog, texts), conflicts.namesakes(catalog)
    return render(
        "table.html",
        texts,
        rows=[_row(each, links, against, alike, columns if keyed else None) for each in personas],
        columns=[(name, texts(f"field.{name}")) for name in columns],
        facet_of={name: _FACET_OF.get(name) if keyed else None for name in columns},
        key="data-persona" if keyed else "data-for",
        caption=texts(caption),
        limit=limit if keyed else limit // 2,
        quiet=not keyed,
    )


def data(values: Mapping[str, Sequence[str]], names: Iterable[str]) -> Mapping[str, str]:
    """Fields of a persona as `data-*` attributes, several values one a line."""
    return {f"data-{name}": lines(values[name]) for name in names if name in values}


def clip(text: str, limit: int = 480) -> str:
    """A text on one line, cut after a word where it is longer than the limit."""
    return cut(one_line(text), limit)


def own_lang(persona: Persona, site: Site) -> str | None:
    """The persona's language where it is known and not that around it: `en` is that of a site in `en-GB`."""
    around = fallback(site.lang) or site.lang
    ours, theirs = around.lower().replace("_", "-"), persona.lang.lower()
    return persona.lang if theirs and theirs != ours and not ours.startswith(f"{theirs}-") else None


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


def ticks(persona: Persona) -> int:
    """How many checklist items of a persona can be ticked."""
    return sum(len(each.items) for each in persona.checklists if each.kind is not ChecklistKind.TEMPLATE)


def _row(
    persona: Persona,
    links: Links,
    against: Mapping[str, str],
    alike: Mapping[str, str],
    keyed: Sequence[str] | None,
) -> _Row:
    return _Row(
        persona,
        title_of(persona),
        links.persona(persona),
        own_lang(persona, links.site),
        against.get(persona.id, ""),
        alike.get(persona.id, ""),
        ticks(persona),
        {} if keyed is None else _data(persona, keyed),
    )


def _data(persona: Persona, columns: Iterable[str]) -> Mapping[str, str]:
    """What these columns do not show of a persona, for finding and filtering."""
    values, seen = fields(persona), {"name", *(_FACET_OF.get(name) for name in columns)}
    said = {"data-text": clip(plain_line(persona.description.value))} if persona.description.value else {}
    return {**data(values, (name for name in values if name not in seen)), **said}


def _fields(personas: Sequence[Persona]) -> Iterator[tuple[str, list[tuple[Fact, ...]]]]:
    yield "expertise", [each.expertise for each in personas]
    yield "tools", [each.tools.allowed for each in personas]
    yield "triggers", [each.triggers for each in personas]
    yield "role", [_one(each.role) for each in personas]
    yield "skills", [each.skills for each in personas]
    yield "model", [each.model for each in personas]
    yield "category", [_one(each.category) for each in personas]


def _one(fact: Fact) -> tuple[Fact, ...]:
    return (fact,) if fact.value else ()


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
    few = rivalry.personas[:_FEW]
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
