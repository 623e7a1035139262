"""How tools are called in the products, what each lets a persona do, and which server it comes from."""

from __future__ import annotations

import re

from persona_docs.model import Origin, Tool, ToolGroup
from persona_docs.reading.front_matter.keys import normalise_key
from persona_docs.reading.text.phrases import one_line, split_top, unquote

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


def apart(text: str, separators: str = "") -> tuple[str, ...]:
    """A name that may be several: apart at whatever stands between them where each is a known tool.

    >>> apart("Read | Write"), apart("Read Write"), apart("Microsoft Docs"), apart("Web Search")
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
