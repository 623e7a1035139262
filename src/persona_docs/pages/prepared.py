"""What of a persona's page follows from its own file alone, so that it can be made beside others, and kept.

The rendered text and the search entries are nearly all of a page's cost. Two things in them do depend on the
rest of the catalog: where relative links lead, and the page's own slug. Both are written down with the
result, and whoever uses it looks first whether they still hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from persona_docs.model import Persona
from persona_docs.pages.html import Words, render
from persona_docs.pages.page import Part, SearchEntry, Site
from persona_docs.pages.search import entries
from persona_docs.pages.targets import Resolve
from persona_docs.pages.texts import texts

TOP = 3
"""The level of the highest heading of a body on its own page."""


class Unknown(Exception):  # noqa: N818 - nothing is wrong
    """A body cannot be rendered yet: it has a relative link, and nobody knows where that leads."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was made of a persona.

    Attributes:
        slug: the one that the search entries were made for.
        search: its entries.
        parts: its rendered text; `None` where that has to wait for the catalog.
        targets: where its relative links lead.
    """

    slug: str
    search: tuple[SearchEntry, ...]
    parts: tuple[Part, ...] | None = None
    targets: Mapping[str, str | None] = field(default_factory=dict)


def prepare(persona: Persona, site: Site) -> Prepared:
    """Make what can be made of a persona that knows nobody but itself; its slug is the one it would like.

    Of the site nothing is used but its language, whether it draws diagrams, and whose images it shows.
    """
    try:
        parts = body_parts(persona, site, _nobody_knows)
    except Unknown:
        parts = None
    return Prepared(persona.slug, entries(persona), parts)


def _nobody_knows(_target: str) -> None:
    raise Unknown


def body_parts(persona: Persona, site: Site, resolve: Resolve, *, top: int = TOP) -> tuple[Part, ...]:
    """A persona's rendered text."""
    text = texts(site.lang)
    return render(
        persona.body,
        top=top,
        mermaid=site.mermaid,
        image_hosts=site.image_hosts,
        resolve=resolve,
        words=Words(**{each.name: text(f"body.{each.name}") for each in fields(Words)}),
    )


class Shelf:
    """What was prepared of each persona, by id; what is missing or holds no more is made when asked for.

    Attributes:
        prepared: all there is.
        changed: ids of those that were made anew here.
    """

    def __init__(self, prepared: Mapping[str, Prepared] | None = None) -> None:
        self.prepared = dict(prepared or {})
        self.changed: set[str] = set()

    def search(self, persona: Persona) -> tuple[SearchEntry, ...]:
        """A persona's search entries."""
        there = self.prepared.get(persona.id)
        if there is None or there.slug != persona.slug:
            there = Prepared(persona.slug, entries(persona), *((there.parts, there.targets) if there else ()))
            self._put(persona, there)
        return there.search

    def body(self, persona: Persona, site: Site, resolve: Resolve) -> tuple[Part, ...]:
        """A persona's rendered text, as it stands on its own page."""
        there = self.prepared.get(persona.id)
        if there and there.parts is not None and all(resolve(a) == b for a, b in there.targets.items()):
            return there.parts
        targets: dict[str, str | None] = {}

        def resolved(target: str) -> str | None:
            return targets.setdefault(target, resolve(target))

        parts = body_parts(persona, site, resolved)
        search = there or Prepared(persona.slug, entries(persona))
        self._put(persona, replace(search, parts=parts, targets=targets))
        return parts

    def _put(self, persona: Persona, prepared: Prepared) -> None:
        self.prepared[persona.id] = prepared
        self.changed.add(persona.id)
