"""The catalog as data: `personas.json`, whose fields `personas.schema.json` describes.

Version 1 may get more fields; one is never renamed, removed or given another meaning without a new version.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.writing.text import encoded
from persona_docs.model import Catalog, Checklist, Fact, Persona, Tool
from persona_docs.pages.brief import title_of
from persona_docs.pages.links import persona_address
from persona_docs.reading.discovery.exported import SCHEMA
from persona_docs.reading.text.hidden import without_hidden

VERSION = 1
"""Of the format."""

_SCRIPT = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False).encode


def schema() -> bytes:
    """The JSON Schema of `personas.json`."""
    return files("persona_docs.exports").joinpath(SCHEMA).read_bytes()


def export(given: Given) -> Files:
    """`personas.json`, a persona a line, and its schema; fit to stand in a script element as it is."""
    return {"personas.json": _dumped(document(given)), SCHEMA: schema()}


def _dumped(told: Mapping[str, Any]) -> bytes:
    """A field a line, and in lists an entry a line: that is what a difference is read by."""
    lines = []
    for key, value in told.items():
        entries = map(_line, value) if isinstance(value, list) else ()
        said = b",\n".join(entries)
        lines.append(b"%b: %b" % (_line(key), b"[\n%b\n]" % said if said else _line(value)))
    return b"{\n%b\n}\n" % b",\n".join(lines)


def _line(value: object) -> bytes:
    """A value on one line, made bytes at once: in a text of all, one emoji makes every letter four bytes."""
    said = without_hidden(_encode(value))
    for sign, written in _SCRIPT.items():
        said = said.replace(sign, written)
    return encoded(said)


def document(given: Given) -> dict[str, Any]:
    """Everything, as JSON has it."""
    catalog = given.catalog
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "personas": [_persona(each, given) for each in catalog.personas],
        "conflicts": [
            {"kind": each.kind, "value": each.value, "personas": _slugs(each.personas, catalog)}
            for each in catalog.conflicts
        ],
    }


def _persona(persona: Persona, given: Given) -> dict[str, Any]:
    catalog, source = given.catalog, persona.source
    return {
        "slug": persona.slug,
        "id": persona.id,
        "name": persona.name.value,
        "title": title_of(persona),
        "icon": persona.icon,
        "role": persona.role.value,
        "description": persona.description.value,
        "category": persona.category.value,
        "tags": _values(persona.tags),
        "expertise": _values(persona.expertise),
        "triggers": [
            {"value": each.value, "kind": each.kind, "help": each.help} for each in persona.triggers
        ],
        "activates_on": _values(persona.activates_on),
        "proactive": persona.proactive,
        "file_patterns": _values(persona.file_patterns),
        "tools": {
            "mode": persona.tools.mode,
            "allowed": [_tool(each) for each in persona.tools.allowed],
            "denied": [_tool(each) for each in persona.tools.denied],
        },
        "mcp_servers": _values(persona.mcp_servers),
        "skills": _values(persona.skills),
        "model": _values(persona.model),
        "settings": _mapping(persona.settings),
        "extra": _mapping(persona.extra),
        "color": persona.color.value,
        "lang": persona.lang,
        "version": persona.version.value,
        "examples": [
            {
                "context": each.context,
                "turns": [{"who": who, "text": said} for who, said in each.turns],
                "commentary": each.commentary,
            }
            for each in persona.examples
        ],
        "checklists": [_checklist(each) for each in persona.checklists],
        "relations": [
            {
                "persona": catalog.by_id[link.target].slug,
                "kind": link.relation.kind,
                "label": link.relation.label,
            }
            for link in catalog.links_from.get(persona.id, ())
        ],
        "unknown": list(catalog.unknown.get(persona.id, ())),
        "similar": [
            {
                "persona": catalog.by_id[each.persona].slug,
                "score": round(each.score, 3),
                "shared": list(each.shared),
            }
            for each in catalog.neighbours.get(persona.id, ())
        ],
        "derived": list(_derived(persona)),
        "dialect": persona.dialect,
        "source": {
            "path": source.path,
            "encoding": source.encoding,
            "sha256": sha256(source.published).hexdigest(),
        },
        "url": given.page(persona_address(persona, given.site)),
    }


def _tool(tool: Tool) -> dict[str, str]:
    return {"name": tool.value, "group": tool.group, "server": tool.server}


def _checklist(checklist: Checklist) -> dict[str, Any]:
    return {
        "title": checklist.title,
        "kind": checklist.kind,
        "items": [
            {"key": each.key, "text": each.text, "checked": each.checked, "level": each.level}
            for each in checklist.items
        ],
    }


def _derived(persona: Persona) -> Iterator[str]:
    """The fields that hold a value which was found in the text and not declared."""
    for name in ("name", "role", "description", "category", "color", "version"):
        fact: Fact = getattr(persona, name)
        if fact.value and fact.derived:
            yield name
    lists = (
        "tags",
        "expertise",
        "triggers",
        "activates_on",
        "file_patterns",
        "mcp_servers",
        "skills",
        "model",
    )
    for name in lists:
        if any(fact.derived for fact in getattr(persona, name)):
            yield name
    if any(tool.derived for tool in persona.tools.allowed):
        yield "tools"


def _values(facts: Iterable[Fact]) -> list[str]:
    return [fact.value for fact in facts]


def _mapping(facts: Mapping[str, Fact]) -> dict[str, str]:
    return {key: fact.value for key, fact in facts.items()}


def _slugs(ids: Iterable[str], catalog: Catalog) -> list[str]:
    return [catalog.by_id[each].slug for each in ids]
