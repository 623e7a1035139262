"""Which facets a catalog is worth offering."""

from __future__ import annotations

from persona_docs.model import Catalog
from persona_docs.pages.select import FACETS, fields
from persona_docs.pages.texts import Texts

_LABELS = {"tool": "tools", "trigger": "triggers", "lang": "language"}


def facets(catalog: Catalog, texts: Texts) -> tuple[tuple[str, str], ...]:
    """The facets that have something to choose, each with its label. One language alone is no choice."""
    values: dict[str, set[str]] = {facet: set() for facet in FACETS}
    for persona in catalog.personas:
        for name, found in fields(persona).items():
            if name in values:
                values[name].update(found)
    return tuple(
        (facet, texts(f"field.{_LABELS.get(facet, facet)}"))
        for facet in FACETS
        if len(values[facet]) > (1 if facet == "lang" else 0)
    )
