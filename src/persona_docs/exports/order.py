"""Personas in the order in which people look for them where nothing can be searched or sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from persona_docs.folding import natural
from persona_docs.model import Persona
from persona_docs.pages.brief import title_of


def by_title(personas: Iterable[Persona]) -> list[Persona]:
    """Personas by title."""
    return sorted(personas, key=lambda one: natural(title_of(one)))


def by_category(personas: Iterable[Persona]) -> Mapping[str, list[Persona]]:
    """Personas by category, those without one last; categories by name, personas by title."""
    grouped: dict[str, list[Persona]] = {}
    for persona in by_title(personas):
        grouped.setdefault(" ".join(persona.category.value.split()), []).append(persona)
    return {name: grouped[name] for name in sorted(grouped, key=lambda name: (not name, natural(name)))}
