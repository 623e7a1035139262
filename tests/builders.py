"""Personas by hand, for tests that start from a catalog and not from files.

>>> persona("Backend", expertise=["Python", "SQL"], triggers=["/dev"]).triggers[0].kind
<TriggerKind.COMMAND: 'command'>
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from persona_docs.catalog import build_catalog
from persona_docs.model import (
    Body,
    Catalog,
    Checklist,
    ChecklistItem,
    ChecklistKind,
    Fact,
    Origin,
    Persona,
    Relation,
    Source,
    Tool,
    ToolGroup,
    ToolMode,
    Tools,
    Trigger,
    TriggerKind,
)
from persona_docs.options import Options

_FACT = {"role", "description", "category", "color", "version"}
_FACTS = {"expertise", "activates_on", "file_patterns", "mcp_servers", "skills", "model", "tags"}
_MAPS = {"settings", "extra"}
_SIGNS = {"/": TriggerKind.COMMAND, "@": TriggerKind.MENTION, "*": TriggerKind.MENU}
_GROUPS = {
    "Read": ToolGroup.READ,
    "Grep": ToolGroup.SEARCH,
    "Glob": ToolGroup.SEARCH,
    "Edit": ToolGroup.EDIT,
    "Write": ToolGroup.EDIT,
    "Bash": ToolGroup.EXECUTE,
    "Webfetch": ToolGroup.WEB,
    "Task": ToolGroup.AGENTS,
    "Todowrite": ToolGroup.PLAN,
}


def catalog(*personas: Persona, **options: Any) -> Catalog:
    """These personas side by side, with these options."""
    return build_catalog(personas, (), Options(**options))


def persona(handle: str, /, **given: Any) -> Persona:
    """A persona; plain strings and lists become facts, and whatever is a model object already stays.

    Besides the fields of `Persona`:

    * `handle` is its name, unless `name=Fact(…)` says more about it;
    * `path` is the source's (default: the name in lower case with dashes) and the id, unless `id` is given;
    * `triggers=["/dev", "@dev", "*help", "a word"]`; `triggers={"/dev": "what it does"}` gives help texts;
    * `tools=["Read", "Bash(git:*)", "mcp__serena__find"]`, `tools="all"`, `tools=[]` (none); `denied=[…]`;
    * `relations=["qa", "../qa.md"]`: declared ones;
    * `checklists={"Before you merge": ["Tests", "[x] Docs"]}`: real task lists;
    * `body="# Markdown"`: its text only, not parsed;
    * `model="opus"`: one model;
    * `derived=["expertise", …]`: these fields' facts were found in the text.
    """
    path = given.pop("path", f"{handle.lower().replace(' ', '-')}.md")
    derived = set(given.pop("derived", ()))
    checklists = _checklists(given.pop("checklists", {}))
    denied = given.pop("denied", ())
    values: dict[str, Any] = {"id": path, "source": Source(path), "name": Fact(handle, line=2, where="name")}
    for field, value in given.items():
        values[field] = _value(field, value)
    if denied:
        values["tools"] = replace(values.get("tools", Tools()), denied=tuple(map(tool, denied)))
    if checklists:
        values["body"] = replace(values.get("body", Body()), checklists=checklists)
    for field in derived:
        values[field] = _as_derived(values[field])
    return Persona(**values)


def trigger(text: str, help: str = "") -> Trigger:
    """`/dev`, `@backend`, `*help`, or a keyword."""
    return Trigger(text, kind=_SIGNS.get(text[:1], TriggerKind.KEYWORD), help=help, where="triggers")


def tool(text: str) -> Tool:
    """A tool as written, in its group."""
    if text.startswith("mcp__"):
        return Tool(text, group=ToolGroup.MCP, server=text.split("__")[1], where="tools")
    return Tool(text, group=_GROUPS.get(text.split("(")[0].capitalize(), ToolGroup.OTHER), where="tools")


def _value(field: str, value: Any) -> Any:
    known = {each.name for each in fields(Persona)}
    assert field in known, f"{field} is no field of a persona"
    if field in _FACT and isinstance(value, str):
        return Fact(value, where=field)
    if field in _FACTS:
        return tuple(Fact(v, where=field) if isinstance(v, str) else v for v in _listed(value))
    if field in _MAPS:
        return {k: Fact(v, where=k) if isinstance(v, str) else v for k, v in value.items()}
    if field == "triggers":
        helps = value if isinstance(value, Mapping) else dict.fromkeys(_listed(value), "")
        return tuple(t if isinstance(t, Trigger) else trigger(t, text) for t, text in helps.items())
    if field == "tools" and not isinstance(value, Tools):
        return _tools(value)
    if field == "relations":
        return tuple(Relation(r) if isinstance(r, str) else r for r in _listed(value))
    if field == "body" and isinstance(value, str):
        return Body(text=value)
    return tuple(value) if isinstance(value, list) else value


def _listed(value: Any) -> Iterable[Any]:
    return (value,) if isinstance(value, str | Fact | Relation | Trigger) else value


def _tools(value: str | list[str]) -> Tools:
    if value == "all":
        return Tools(ToolMode.ALL)
    if not value:
        return Tools(ToolMode.NONE)
    return Tools(ToolMode.LIST, tuple(map(tool, _listed(value))))


def _checklists(lists: Mapping[str, list[str]]) -> tuple[Checklist, ...]:
    return tuple(
        Checklist(title, tuple(map(_item, items)), ChecklistKind.TASKS) for title, items in lists.items()
    )


def _item(text: str) -> ChecklistItem:
    checked = text.startswith("[x] ")
    text = text.removeprefix("[x] ")
    return ChecklistItem(text, key=f"{sum(map(ord, text)):x}-{len(text)}", checked=checked)


def _as_derived(value: Any) -> Any:
    if isinstance(value, Fact):
        return replace(value, origin=Origin.DERIVED)
    if isinstance(value, Tools):
        return replace(value, allowed=_as_derived(value.allowed))
    return tuple(replace(fact, origin=Origin.DERIVED) for fact in value)
