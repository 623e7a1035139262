"""How tools are written in the dialects, and what each lets a persona do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from persona_docs.model import Origin, Tool, ToolGroup, ToolMode, Tools
from persona_docs.reading.fields import SWITCHED_OFF, SWITCHED_ON, Complain
from persona_docs.reading.keys import Entry, normalise_key, pairs
from persona_docs.reading.permissions import Permissions, read_permissions
from persona_docs.reading.phrases import one_line, split_top, unquote
from persona_docs.reading.values import Fields, Items, Scalar, Value

_NAMES: dict[ToolGroup, str] = {
    ToolGroup.READ: """
        read notebookread ls list read_file read_many_files list_directory list_dir list_files
        view view_file view_file_outline fs_read problems readfile getprojectsetupinfo file_read
    """,
    ToolGroup.SEARCH: """
        grep glob search grep_search glob_search search_file_content codebase usages
        findtestfiles searchresults file_search search_files codesearch code find
    """,
    ToolGroup.EDIT: """
        write edit multiedit notebookedit editfiles write_file edit_file replace write_to_file
        replace_file_content multi_replace_file_content patch apply_patch fs_write new
        createfile createdirectory createandrunnotebook editnotebook runnotebooks insert_content
        apply_diff str_replace create
    """,
    ToolGroup.EXECUTE: """
        bash bashoutput killbash killshell powershell shell execute runcommands runtasks
        runtests runinterminal run_shell_command run_command execute_bash execute_command
        command command_status python_interpreter terminal terminallastcommand terminalselection
        testfailure monitor runvscodecommand read_bash
    """,
    ToolGroup.WEB: """
        webfetch websearch fetch web google_web_search web_fetch web_search search_web
        read_url_content opensimplebrowser browser browser_subagent open_browser simplebrowser fetchurl
    """,
    ToolGroup.AGENTS: """
        task agent custom-agent runsubagent teamcreate teamdelete sendmessage slashcommand skill
        subagent use_subagent delegate new_task
    """,
    ToolGroup.PLAN: """
        todowrite todoread todo todos todo_list todolist taskcreate taskget tasklist taskupdate
        think thinking write_todos save_memory enterplanmode exitplanmode plan
    """,
    ToolGroup.ASK: "askuserquestion askquestions ask_user ask notify_user ask_followup_question question",
    ToolGroup.MCP: "mcp listmcpresourcestool readmcpresourcetool",
    ToolGroup.VCS: "githubrepo changes github git gitlab",
}
_GROUPS = {normalise_key(name): group for group, names in _NAMES.items() for name in names.split()}

_EVERYTHING = frozenset({"*", "all", "all tools", "alltools", "any", "todas", "todos los disponibles"})
_NOTHING = frozenset({"none", "[]", "no tools", "ninguna"})
_INHERITED = frozenset({"inherit", "inherited", "default", "~", "null"})
_ALLOWING = frozenset({"allow", "allowed", "allowlist", "enable", "enabled", "include", "included"})
_DENYING = frozenset(
    {"deny", "denied", "denylist", "disable", "disabled", "disallowed", "exclude", "excluded"}
)


def tool(text: str, line: int = 0, where: str = "", origin: Origin = Origin.DECLARED) -> Tool:
    """A tool as written, with its capability group and, where it comes from one, its MCP server.

    >>> tool("Bash(git:*)").group, tool("mcp__serena__find_symbol").server
    (<ToolGroup.EXECUTE: 'execute'>, 'serena')
    """
    value = one_line(unquote(text))
    server = _server(value)
    return Tool(value, origin, line, where, group=_group(value, server), server=server)


def _group(value: str, server: str) -> ToolGroup:
    bare = re.sub(r"\(.*\)$", "", value, flags=re.DOTALL).strip().lstrip("#@")
    known = _GROUPS.get(normalise_key(bare))
    if known:
        return known
    if server:
        owner = server.casefold().partition("/")[0]  # `github/github-mcp-server` in a gallery
        return ToolGroup.VCS if owner in {"github", "gitlab"} else ToolGroup.MCP
    family, _, rest = bare.partition("/")
    if rest:
        return _GROUPS.get(normalise_key(rest)) or _GROUPS.get(normalise_key(family)) or ToolGroup.OTHER
    return ToolGroup.OTHER


def known_tool(text: str) -> bool:
    """Whether a text names a tool of any product, or one of an MCP server by its full name."""
    return tool(text).group is not ToolGroup.OTHER or text.startswith("mcp__")


def _server(value: str) -> str:
    """The MCP server a tool comes from, by the spellings of the products; else nothing."""
    if value.startswith("mcp__"):
        return value[5:].split("__", 1)[0].split("(", 1)[0].removeprefix("*")
    if value.startswith("mcp_") and "_" in value[4:]:
        return value[4:].split("_", 1)[0]
    family, slash, _ = value.lstrip("@").rpartition("/")
    if slash and value.startswith("@"):
        return "" if family == "builtin" else family
    if slash and "(" not in family and not family.startswith("."):
        owner = family.partition("/")[0]
        builtin = normalise_key(owner) in _GROUPS and owner.casefold() not in {"github", "gitlab", "mcp"}
        return "" if builtin or family == "vscode" else family
    return value[1:] if value.startswith("@") and value != "@builtin" else ""


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
        shut = any(normalise_key(key.text) in _ALLOWING and _lists(inner) for key, inner in value)
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
        if role in _ALLOWING | _DENYING and _lists(inner):
            below = _tools(Entry(f"{entry.key}.{key.text}", inner), complain)
            (listed if role in _ALLOWING else refused).extend(below)
        else:
            (listed if _is_on(inner) else refused).append(tool(key.text, key.line, entry.key))
    return listed, refused


def _lists(value: Value) -> bool:
    """Whether a value names tools, and does not switch one on or off."""
    if not isinstance(value, Scalar):
        return True
    return not value.null and value.text.strip().casefold() not in SWITCHED_ON | SWITCHED_OFF


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
    value = entry.value
    if isinstance(value, Scalar):
        if value.null:
            return
        text = value.text.strip()
        if text.startswith("[") and text.endswith("]"):
            text = text[1:-1]
        for n, line in enumerate(text.split("\n")):
            for part in _parts(
                line.strip().removeprefix("- "), spaced=normalise_key(entry.key).endswith("allowedtools")
            ):
                yield tool(part, value.line + n, entry.key)
    elif isinstance(value, Items):
        for inner in value.values:
            yield from _item(inner, entry, complain)
    else:
        for key, inner in value:
            if _is_on(inner):
                yield tool(key.text, key.line, entry.key)


def _item(value: Value, entry: Entry, complain: Complain) -> Iterator[Tool]:
    """The tool an item of a list names: a text, or Roo's `[edit, {fileRegex: …}]`, or a mapping's keys."""
    if isinstance(value, Scalar):
        if value.text.strip() and not value.null:
            for part in _apart(value.text, ",;"):
                yield tool(part, value.line, entry.key)
        return
    if isinstance(value, Items):
        first = value.values[0] if value.values else None
        if isinstance(first, Scalar):
            pattern = next(
                (
                    inner.text
                    for item in value.values[1:]
                    if isinstance(item, Fields)
                    for key, inner in item
                    if normalise_key(key.text) == "fileregex" and isinstance(inner, Scalar)
                ),
                "",
            )
            yield tool(f"{first.text}({pattern})" if pattern else first.text, first.line, entry.key)
            return
    else:
        known = pairs(value)
        named = next((known[key] for key in ("name", "id", "tool") if key in known), None)
        if named is None and len(value.pairs) == 1:
            named = value.pairs[0][0]
        if isinstance(named, Scalar):
            yield tool(named.text, named.line, entry.key)
            return
    complain(f"`{entry.key}` holds something that names no tool", value)


def _parts(text: str, *, spaced: bool) -> tuple[str, ...]:
    """The tools of a text: at commas; at spaces where the field is written so and there is no comma."""
    parts = split_top(text, ",;")
    if spaced and len(parts) == 1 and " " in text:
        parts = split_top(text, " ")
    return tuple(name for part in parts for name in _apart(part))


def _apart(text: str, separators: str = "") -> tuple[str, ...]:
    """A name that may be several: apart at whatever stands between them where each is a known tool.

    >>> _apart("Read | Write"), _apart("Read Write"), _apart("Microsoft Docs"), _apart("Web Search")
    (('Read', 'Write'), ('Read', 'Write'), ('Microsoft Docs',), ('Web Search',))
    """
    separators += "，、；|·"
    if set(separators).isdisjoint(text) and " " not in text.strip():
        return (text,)
    names = split_top(text, separators)
    if len(names) > 1 and all(map(known_tool, names)):
        return names
    words = () if normalise_key(text) in _GROUPS else split_top(text, f"{separators} ")
    return words if len(words) > 1 and all(map(_is_word, words)) else (text,)


def _is_word(name: str) -> bool:
    """Whether a word is a known tool, and not the end of a name with spaces (`My MCP/find`)."""
    return known_tool(name) and not ("/" in name and _server(name))


def _is_on(value: Value) -> bool:
    """Whether what a mapping says of a tool switches it on."""
    return not isinstance(value, Scalar) or value.null or value.text.strip().casefold() in SWITCHED_ON


def _once(tools: Sequence[Tool]) -> tuple[Tool, ...]:
    seen: dict[str, Tool] = {}
    for item in tools:
        if item.value:
            seen.setdefault(item.value.casefold(), item)
    return tuple(seen.values())
