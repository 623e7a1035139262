"""Personas as a table, wherever one is wanted: a row for each, and columns to choose among."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from persona_docs.model import Catalog, Persona
from persona_docs.pages import conflicts
from persona_docs.pages.brief import clip, own_lang, title_of
from persona_docs.pages.links import Links
from persona_docs.pages.select import fields
from persona_docs.pages.templating import lines, render
from persona_docs.pages.texts import Texts
from persona_docs.reading.markdown.gfm import plain_line

COLUMNS = ("expertise", "tools", "triggers", "role", "skills", "model", "category", "items")
"""The columns after the name, in their order. `items` counts what can be ticked."""

_FACET_OF = {
    "expertise": "expertise",
    "triggers": "trigger",
    "skills": "skill",
    "model": "model",
    "category": "category",
}


@dataclass(frozen=True, slots=True)
class _Row:
    persona: Persona
    title: str
    href: str
    lang: str | None
    conflicts: str
    path: str
    items: int
    data: Mapping[str, str]


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
    said, alike = conflicts.sentences(catalog, texts), conflicts.namesakes(catalog)
    return render(
        "table.html",
        texts,
        rows=[_row(each, links, said, alike, columns if keyed else None) for each in personas],
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


def ticks(persona: Persona) -> int:
    """How many checklist items of a persona can be ticked."""
    return sum(len(each.items) for each in persona.checklists)


def _row(
    persona: Persona,
    links: Links,
    said: Mapping[str, str],
    alike: Mapping[str, str],
    keyed: Sequence[str] | None,
) -> _Row:
    return _Row(
        persona,
        title_of(persona),
        links.persona(persona),
        own_lang(persona, links.site),
        said.get(persona.id, ""),
        alike.get(persona.id, ""),
        ticks(persona),
        {} if keyed is None else _data(persona, keyed),
    )


def _data(persona: Persona, columns: Iterable[str]) -> Mapping[str, str]:
    """What these columns do not show of a persona, for finding and filtering."""
    values, seen = fields(persona), {"name", *(_FACET_OF.get(name) for name in columns)}
    said = {"data-text": clip(plain_line(persona.description.value))} if persona.description.value else {}
    return {**data(values, (name for name in values if name not in seen)), **said}
