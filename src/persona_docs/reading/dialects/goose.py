"""Goose's recipes: YAML or JSON, as its command line writes them, or its desktop around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, record_of
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.keys import normalise_key, pairs, text_of
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.markdown.targets import relative_path

_PROMPTS = ("instructions", "prompt")
_OWN = frozenset({"extensions", "activities", "subrecipes"})
_KEYS = frozenset(
    {
        *("version", "title", "description", "author", "parameters", "settings", "response", "retry"),
        *(*_PROMPTS, *_OWN),
    }
)
"""The keys of a recipe."""

_NO_SERVERS = frozenset({"platform", "frontend"})
"""Types of extensions that are no MCP servers, but parts of Goose."""

_BESIDE = re.compile(r"\{\{ ?recipe_dir ?\}\}/")
_GREETING = "message:"
"""What an activity begins with that is said to people, and not by them."""


def _recipe(document: Document) -> bool:
    if not document.ends(".yaml", ".yml", ".json") or document.data[0] is None:
        return False
    known = pairs(_inner(document.data[0]))
    if not {"title", "description"} <= known.keys() or known.keys().isdisjoint(_PROMPTS):
        return False
    settings = known.get("settings")
    set_up = isinstance(settings, Fields) and any(key.startswith("goose") for key in pairs(settings))
    listed = any(isinstance(known.get(key), Items) for key in _OWN)
    return set_up or (known.keys() <= _KEYS and (listed or "version" in known))


def _inner(fields: Fields) -> Fields:
    """A recipe without what the desktop keeps around it."""
    known = pairs(fields)
    recipe = known.get("recipe")
    return recipe if isinstance(recipe, Fields) and "title" not in known else fields


def _read(document: Document) -> tuple[Record, ...]:
    fields, findings = document.data
    if fields is None:
        return read_data(document)
    told = tuple(entry for key, value in _inner(fields) for entry in _told(key, value))
    return (record_of(Fields(told, fields.line), document, _PROMPTS, findings=findings),)


def _told(key: Scalar, value: Value) -> Iterator[tuple[Scalar, Value]]:
    """An entry of a recipe as the entries that a persona has."""
    kind = normalise_key(key.text)
    if not isinstance(value, Items) or kind not in {*_OWN, "parameters"}:
        yield key, value
    elif kind == "extensions":
        yield from _extensions(key, value)
    elif kind == "subrecipes":
        yield key, Items(tuple(map(_sub_recipe, value.values)), value.line)
    elif kind == "activities":
        said = (each for each in value.values if not text_of(each).startswith(_GREETING))
        yield key, Items(tuple(said), value.line)
    else:
        yield key, Items(tuple(map(_parameter, value.values)), value.line)


def _extensions(key: Scalar, listed: Items) -> Iterator[tuple[Scalar, Value]]:
    """The servers among extensions, the parts of Goose, and the tools where some of a server are left out."""
    known = [pairs(each) for each in listed.values if isinstance(each, Fields)]
    by_kind: dict[str, list[Scalar]] = {}
    tools: list[Scalar] = []
    for each in known:
        name, kind, only = each.get("name"), text_of(each.get("type")), each.get("availabletools")
        if not isinstance(name, Scalar) or not text_of(name):
            continue
        by_kind.setdefault(kind if kind in _NO_SERVERS else "", []).append(name)
        if kind in _NO_SERVERS:
            continue
        some = only.values if isinstance(only, Items) and only.values else (Scalar("*", name.line),)
        tools += [Scalar(f"{name.text}/{text_of(tool)}", tool.line) for tool in some if text_of(tool)]
    for kind, names in by_kind.items():
        yield Scalar(f"{key.text}.{kind}" if kind else key.text, key.line), Items(tuple(names), key.line)
    if not all(tool.text.endswith("/*") for tool in tools):
        yield Scalar(f"{key.text}.available_tools", key.line), Items(tuple(tools), key.line)


def _sub_recipe(value: Value) -> Value:
    """A recipe that another one calls, by its file where that is beside it."""
    known = pairs(value) if isinstance(value, Fields) else {}
    name, path = known.get("name"), known.get("path")
    file = relative_path(_BESIDE.sub("", text_of(path)))
    if not isinstance(path, Scalar) or not file:
        return value
    label = known.get("description") or name or Scalar("")
    return Fields(((Scalar("agent"), Scalar(file, path.line)), (Scalar("label"), label)), path.line)


def _parameter(value: Value) -> Value:
    """What is asked of whoever starts a recipe, in a line; what it is unless they tell is in the file."""
    known = pairs(value) if isinstance(value, Fields) else {}
    name, description = text_of(known.get("key")), text_of(known.get("description"))
    sort = ", ".join(filter(None, (text_of(known.get(part)) for part in ("inputtype", "requirement"))))
    if not name:
        return value
    said = f"{name} ({sort})" if sort else name
    return Scalar(f"{said}: {description}" if description else said, value.line)


RECIPE = Dialect(
    "goose",
    "Goose recipe",
    "https://block.github.io/goose/docs/guides/recipes/recipe-reference",
    _recipe,
    {
        "version": "",  # of the format
        "extensions": "mcp_servers",
        "extensions.available_tools": "tools",
        "settings.goose_model": "model",
        "settings.goose_provider": "settings",
        "settings.temperature": "settings",
        "settings.max_turns": "settings",
        "sub_recipes": "relations",
        "activities": "examples",
    },
    _read,
)
