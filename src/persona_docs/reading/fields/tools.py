"""What a persona may use, as its fields allow and deny it in the shapes of all dialects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from persona_docs.model import Tool, ToolMode, Tools
from persona_docs.reading.fields.facts import Complain
from persona_docs.reading.fields.permissions import Permissions, read_permissions
from persona_docs.reading.fields.tool_names import apart, tool
from persona_docs.reading.front_matter.keys import Entry, normalise_key, pairs
from persona_docs.reading.front_matter.switches import is_on, is_switch
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.phrases import split_top

_EVERYTHING = frozenset({"*", "all", "all tools", "alltools", "any", "todas", "todos los disponibles"})
_NOTHING = frozenset({"none", "[]", "no tools", "ninguna"})
_INHERITED = frozenset({"inherit", "inherited", "default", "~", "null"})
_ALLOWING = frozenset({"allow", "allowed", "allowlist", "enable", "enabled", "include", "included"})
_DENYING = frozenset(
    {"deny", "denied", "denylist", "disable", "disabled", "disallowed", "exclude", "excluded"}
)


def read_tools(
    allowed: Sequence[Entry], denied: Sequence[Entry], permissions: Sequence[Entry], complain: Complain
) -> Tools:
    """What a persona may use, from its fields.

    Args:
        allowed: the `tools` entries, the most telling first; only the first is read.
        denied: the `disallowedTools` entries.
        permissions: the `permission` entries.
        complain: told about types that cannot mean tools.
    """
    refused = [t for entry in denied for t in _tools(entry, complain)]
    tools = _declared(allowed[0], refused, complain) if allowed else Tools(denied=_once(refused))
    return _permitted(tools, read_permissions(permissions)) if permissions else tools


def _declared(entry: Entry, refused: list[Tool], complain: Complain) -> Tools:
    value = entry.value
    if isinstance(value, Scalar) and (value.null or value.text.strip().casefold() in _INHERITED):
        return Tools(denied=_once(refused), line=entry.line)
    if isinstance(value, Fields):
        listed, off = _sorted(value, entry, complain)
        refused += off
        shut = any(normalise_key(key.text) in _ALLOWING and not is_switch(inner) for key, inner in value)
        mode = ToolMode.LIST if listed else ToolMode.INHERITED if refused and not shut else ToolMode.NONE
        if any(t.value == "*" for t in refused) and not listed:
            return Tools(ToolMode.NONE, line=entry.line)
        refused = [t for t in refused if t.value != "*"]
    else:
        listed = list(_tools(entry, complain))
        mode = ToolMode.LIST if listed else ToolMode.NONE
    if any(t.value.casefold() in _EVERYTHING for t in listed):
        return Tools(ToolMode.ALL, denied=_once(refused), line=entry.line)
    if len(listed) == 1 and listed[0].value.casefold() in _NOTHING:
        return Tools(ToolMode.NONE, denied=_once(refused), line=entry.line)
    return Tools(mode, _once(listed), _once(refused), entry.line)


def _sorted(value: Fields, entry: Entry, complain: Complain) -> tuple[list[Tool], list[Tool]]:
    """The tools a mapping allows and denies: its keys, or what it lists below `allowed` and `denied`."""
    listed: list[Tool] = []
    refused: list[Tool] = []
    for key, inner in value:
        role = normalise_key(key.text)
        if role in _ALLOWING | _DENYING and not is_switch(inner):
            below = _tools(Entry(f"{entry.key}.{key.text}", inner), complain)
            (listed if role in _ALLOWING else refused).extend(below)
        else:
            (listed if is_on(inner) else refused).append(tool(key.text, key.line, entry.key))
    return listed, refused


def _permitted(tools: Tools, permissions: Permissions) -> Tools:
    """Tools as permissions leave them: a tool with exceptions only is shown with these."""
    denied = [*(tool(*named) for named in permissions.denied), *tools.denied]
    if tools.mode is ToolMode.NONE:
        return replace(tools, denied=_once(denied))
    allowed = [tool(*named) for named in permissions.allowed]
    if permissions.closed and tools.mode is ToolMode.INHERITED:
        mode = ToolMode.LIST if allowed else ToolMode.NONE
        return Tools(mode, _once(allowed), _once([t for t in denied if t.value != "*"]), tools.line)
    switched_off = {t.value.casefold() for t in tools.denied}
    allowed = [t for t in allowed if _bare(t) not in switched_off]
    narrowed = {_bare(t) for t in allowed}
    whole = [t for t in tools.allowed if t.value.casefold() not in narrowed]
    return replace(tools, allowed=_once([*whole, *allowed]), denied=_once(denied))


def _bare(limited: Tool) -> str:
    """The folded name of a tool without what it is limited to."""
    return limited.value.partition("(")[0].casefold()


def _tools(entry: Entry, complain: Complain) -> Iterator[Tool]:
    """The tools of a text, a list, or a mapping that switches them on."""
    value = entry.value
    if isinstance(value, Scalar):
        yield from _in_text(value, entry.key)
    elif isinstance(value, Items):
        for inner in value.values:
            yield from _item(inner, entry, complain)
    else:
        for key, inner in value:
            if is_on(inner):
                yield tool(key.text, key.line, entry.key)


def _in_text(value: Scalar, key: str) -> Iterator[Tool]:
    """The tools of a text: of one that looks like a list, or of each of its lines."""
    text = "" if value.null else value.text.strip()
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    spaced = normalise_key(key).endswith("allowedtools")
    for n, line in enumerate(text.split("\n")):
        for part in _parts(line.strip().removeprefix("- "), spaced=spaced):
            yield tool(part, value.line + n, key)


def _item(value: Value, entry: Entry, complain: Complain) -> Iterator[Tool]:
    """The tools an item of a list names: a text, Roo's `[edit, {fileRegex: …}]`, or a mapping with a name."""
    if isinstance(value, Scalar):
        names = apart(value.text, ",;") if value.text.strip() and not value.null else ()
        yield from (tool(name, value.line, entry.key) for name in names)
        return
    named = _limited(value) if isinstance(value, Items) else _named(value)
    if named is None:
        complain(f"`{entry.key}` holds something that names no tool", value)
    else:
        yield tool(named.text, named.line, entry.key)


def _limited(value: Items) -> Scalar | None:
    """A tool and the files it is limited to, as one text: `edit(docs/.*)`."""
    first = value.values[0] if value.values else None
    if not isinstance(first, Scalar):
        return None
    for options in value.values[1:]:
        pattern = pairs(options).get("fileregex") if isinstance(options, Fields) else None
        if isinstance(pattern, Scalar) and pattern.text:
            return replace(first, text=f"{first.text}({pattern.text})")
    return first


def _named(value: Fields) -> Scalar | None:
    """The tool that a mapping names, or whose name is its only key."""
    known = pairs(value)
    named = next((known[key] for key in ("name", "id", "tool") if key in known), None)
    if named is None and len(value.pairs) == 1:
        named = value.pairs[0][0]
    return named if isinstance(named, Scalar) else None


def _parts(text: str, *, spaced: bool) -> tuple[str, ...]:
    """The tools of a text: at commas; at spaces where the field is written so and there is no comma."""
    parts = split_top(text, ",;")
    if spaced and len(parts) == 1 and " " in text:
        parts = split_top(text, " ")
    return tuple(name for part in parts for name in apart(part))


def _once(tools: Sequence[Tool]) -> tuple[Tool, ...]:
    seen: dict[str, Tool] = {}
    for item in tools:
        if item.value:
            seen.setdefault(item.value.casefold(), item)
    return tuple(seen.values())
