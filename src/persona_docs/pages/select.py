"""Choosing personas by what they have: the same fields in directives, addresses and the catalog's facets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from persona_docs.catalog.terms import tool_name
from persona_docs.folding import fold
from persona_docs.model import Persona

FIELDS = (
    "name",
    "expertise",
    "tool",
    "group",
    "trigger",
    "model",
    "category",
    "lang",
    "dialect",
    "skill",
    "tag",
)
"""What personas can be chosen by."""

FACETS = ("expertise", "tool", "trigger", "model", "category", "lang", "dialect")
"""The fields that the catalog offers as facets, in their order; its script names them too (`personas.js`)."""


def fields(persona: Persona) -> Mapping[str, tuple[str, ...]]:
    """The values of every field, each once, as a reader sees them; a field without a value is not there."""
    every: dict[str, Iterable[str]] = {
        "name": (persona.name.value, persona.title, persona.slug),
        "expertise": (fact.value for fact in persona.expertise),
        "tool": (tool_name(tool.value) for tool in persona.tools.allowed),
        "group": (str(group) for group in persona.tools.groups),
        "trigger": (trigger.value for trigger in persona.triggers),
        "model": (fact.value for fact in persona.model),
        "category": (persona.category.value,),
        "lang": (persona.lang,),
        "dialect": (persona.dialect,),
        "skill": (fact.value for fact in persona.skills),
        "tag": (fact.value for fact in persona.tags),
    }
    once = {name: tuple(dict.fromkeys(value for value in values if value)) for name, values in every.items()}
    return {name: values for name, values in once.items() if values}


def select(personas: Iterable[Persona], filters: Mapping[str, Sequence[str]]) -> tuple[Persona, ...]:
    """The personas that have, in every filtered field, at least one of the wanted values.

    Values are compared folded, so `diseno` finds `Diseño`. A capability group counts as a tool: `tool: edit`
    finds whoever may edit, whatever their product calls it.

    Raises:
        ValueError: a filter names a field that does not exist.
    """
    unknown = [name for name in filters if name not in FIELDS]
    if unknown:
        raise ValueError(f"no field {', '.join(map(repr, unknown))}; there are {', '.join(FIELDS)}")
    wanted = {name: {fold(value) for value in values} for name, values in filters.items()}
    return tuple(persona for persona in personas if _matches(fields(persona), wanted))


def _matches(values: Mapping[str, tuple[str, ...]], wanted: Mapping[str, set[str]]) -> bool:
    return all(
        any(fold(value) in any_of for field in _also(name) for value in values.get(field, ()))
        for name, any_of in wanted.items()
    )


def _also(name: str) -> tuple[str, ...]:
    return ("tool", "group") if name == "tool" else (name,)
