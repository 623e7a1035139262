"""What of a persona's page follows from its own file alone, so that it can be made in parallel, and cached.

The rendered text and the search entries are nearly all of a page's cost. Two things in them do depend on the
rest of the catalog: where relative links lead, and the page's own slug. Both are written down with the
result, and whoever uses it looks first whether they still hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields

from persona_docs.model import Persona
from persona_docs.pages.bodies.html import Words, render
from persona_docs.pages.bodies.targets import Resolve
from persona_docs.pages.page import Part, SearchEntry, Site
from persona_docs.pages.search import BUDGET, entries
from persona_docs.pages.texts import texts

TOP = 3
"""The level of the highest heading of a body on its own page."""


class Unknown(Exception):  # noqa: N818 - nothing is wrong
    """A body cannot be rendered yet: it has a relative link, and nobody knows where that leads."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the search should find of a persona.

    Attributes:
        slug: the one that the entries were made for.
        search: its entries.
        budget: bytes that they were to keep to.
    """

    slug: str
    search: tuple[SearchEntry, ...]
    budget: int = BUDGET


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a persona's page.

    Attributes:
        parts: the text.
        targets: where its relative links lead.
    """

    parts: tuple[Part, ...]
    targets: Mapping[str, str | None] = field(default_factory=dict)


def prepare(persona: Persona, budget: int = BUDGET) -> Prepared:
    """Make the search entries of a persona in so many bytes; its slug is the one it would like."""
    return Prepared(persona.slug, entries(persona, budget), budget)


def rendered(persona: Persona, site: Site) -> Rendered | None:
    """Render a persona that knows nobody but itself; `None` where that has to wait for the catalog.

    Of the site nothing is used but its language, whether it draws diagrams, and whose images it shows.
    """
    try:
        return Rendered(body_parts(persona, site, _nobody_knows))
    except Unknown:
        return None


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
    """Search entries and rendered texts of personas, by id. What is missing or out of date is made on demand.

    Args:
        prepared: search entries from earlier.
        kept: gives what was rendered earlier of the persona with an id, or `None`; called on demand.
        budget: bytes that each persona's search entries may take.

    Attributes:
        prepared: search entries, new ones included.
        changed: ids of those whose search entries were made anew here.
        rendered: what was rendered here.
    """

    def __init__(
        self,
        prepared: Mapping[str, Prepared] | None = None,
        kept: Callable[[str], Rendered | None] = lambda _: None,
        budget: int = BUDGET,
    ) -> None:
        self.prepared = dict(prepared or {})
        self.changed: set[str] = set()
        self.rendered: dict[str, Rendered] = {}
        self._kept, self._budget = kept, budget

    def search(self, persona: Persona) -> tuple[SearchEntry, ...]:
        """A persona's search entries."""
        there = self.prepared.get(persona.id)
        if there is None or (there.slug, there.budget) != (persona.slug, self._budget):
            there = self.prepared[persona.id] = prepare(persona, self._budget)
            self.changed.add(persona.id)
        return there.search

    def known(self, persona: str) -> Rendered | None:
        """What is rendered of the persona with this id, whether or not it still holds."""
        return self.rendered.get(persona) or self._kept(persona)

    def body(self, persona: Persona, site: Site, resolve: Resolve) -> tuple[Part, ...]:
        """A persona's rendered text, as it stands on its own page."""
        there = self.known(persona.id)
        if there and all(resolve(a) == b for a, b in there.targets.items()):
            return there.parts
        targets: dict[str, str | None] = {}

        def resolved(target: str) -> str | None:
            return targets.setdefault(target, resolve(target))

        made = self.rendered[persona.id] = Rendered(body_parts(persona, site, resolved), targets)
        return made.parts
