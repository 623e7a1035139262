"""Which facets a catalog is worth offering."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from persona_docs.folding import fold
from persona_docs.model import Catalog
from persona_docs.pages.select import FACETS, fields
from persona_docs.pages.texts import Texts
from persona_docs.reading.dialects import NAMES

_LABELS = {"tool": "tools", "trigger": "triggers", "lang": "language"}
_EVERYBODY_HAS = ("lang", "dialect")


@dataclass(frozen=True, slots=True)
class Facet:
    """Something to choose personas by.

    Attributes:
        name: what stands in the address, and after `data-`.
        label: what people read.
        shown: what people read in place of its values, folded, where that differs.
    """

    name: str
    label: str
    shown: Mapping[str, str] = field(default_factory=dict)


def facets(catalog: Catalog, texts: Texts) -> tuple[Facet, ...]:
    """The facets that have something to choose. One language, or one dialect, alone is no choice."""
    values: dict[str, set[str]] = {facet: set() for facet in FACETS}
    for persona in catalog.personas:
        for name, found in fields(persona).items():
            if name in values:
                values[name].update(found)
    shown = {
        "dialect": {name: NAMES[name].label for name in sorted(values["dialect"]) if name in NAMES},
        "lang": {fold(tag): texts.language(tag) for tag in sorted(values["lang"])},
    }
    return tuple(
        Facet(facet, texts(f"field.{_LABELS.get(facet, facet)}"), shown.get(facet, {}))
        for facet in FACETS
        if len(values[facet]) > (1 if facet in _EVERYBODY_HAS else 0)
    )
