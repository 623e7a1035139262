"""Every way of writing tools that products have."""

from __future__ import annotations

import pytest

from persona_docs.model import ToolGroup, ToolMode
from persona_docs.reading.fields.skills import read_skills
from persona_docs.reading.fields.tool_names import known_tool, tool
from persona_docs.reading.fields.tools import read_tools
from persona_docs.reading.front_matter.keys import Entry
from persona_docs.reading.front_matter.switches import SWITCHED_ON
from persona_docs.reading.front_matter.values import Fields, Items, Scalar
from tests.reading.written import NULL, mapping, s, seq


def read(value=None, key="tools", denied=None, permission=None):
    return read_tools(
        [Entry(key, value)] if value is not None else [],
        [Entry("disallowedTools", denied)] if denied is not None else [],
        [Entry("permission", permission)] if permission is not None else [],
        lambda *_: None,
    )


@pytest.mark.parametrize(
    ("value", "mode", "allowed"),
    [
        (None, ToolMode.INHERITED, []),
        (NULL, ToolMode.INHERITED, []),
        (s("inherit"), ToolMode.INHERITED, []),
        (s("*"), ToolMode.ALL, []),
        (s("All tools"), ToolMode.ALL, []),
        (seq("*"), ToolMode.ALL, []),
        (seq("Read", "*"), ToolMode.ALL, []),
        (seq(), ToolMode.NONE, []),
        (s("none"), ToolMode.NONE, []),
        (s(""), ToolMode.NONE, []),
        (s("Read, Bash(git:*), Edit"), ToolMode.LIST, ["Read", "Bash(git:*)", "Edit"]),
        (s("[Read, Edit]"), ToolMode.LIST, ["Read", "Edit"]),
        (s("Microsoft Docs"), ToolMode.LIST, ["Microsoft Docs"]),
        (s("Agent(worker, researcher)"), ToolMode.LIST, ["Agent(worker, researcher)"]),
        (seq("Read", "read"), ToolMode.LIST, ["Read"]),
        (mapping(write="true", bash="false"), ToolMode.LIST, ["write"]),
        (seq(mapping(name="Read")), ToolMode.LIST, ["Read"]),
    ],
)
def test_tools_in_all_their_forms(value, mode, allowed):
    tools = read(value)
    assert (tools.mode, [t.value for t in tools.allowed]) == (mode, allowed)


def test_spaces_part_tools_only_where_a_standard_says_so():
    assert [t.value for t in read(s("Read Bash(git add) Grep"), "allowed-tools").allowed] == [
        "Read",
        "Bash(git add)",
        "Grep",
    ]
    assert [t.value for t in read(s("Read, My Tool"), "allowed-tools").allowed] == ["Read", "My Tool"]


@pytest.mark.parametrize(
    ("value", "allowed"),
    [
        (s("Read Write Bash"), ["Read", "Write", "Bash"]),
        (s("Read、Write、Bash"), ["Read", "Write", "Bash"]),
        (s("Read，Write"), ["Read", "Write"]),
        (s("Read | Write | Bash(git add, git log)"), ["Read", "Write", "Bash(git add, git log)"]),
        (s("Read Write, mcp__a__b Grep"), ["Read", "Write", "mcp__a__b", "Grep"]),
        (seq("Read, azure-mcp/*", "Grep Glob"), ["Read", "azure-mcp/*", "Grep", "Glob"]),
        # a name that may have a sign or a space in it
        (s("Web Search"), ["Web Search"]),
        (s("Read Frobnicate"), ["Read Frobnicate"]),
        (seq("Read、Frobnicate"), ["Read、Frobnicate"]),
        (seq("Read, Frobnicate"), ["Read, Frobnicate"]),
        (seq("GitHub MCP/list_issues"), ["GitHub MCP/list_issues"]),
    ],
)
def test_tools_stand_apart_at_any_separator_where_each_is_known(value, allowed):
    assert [t.value for t in read(value).allowed] == allowed


@pytest.mark.parametrize(
    ("value", "mode", "allowed", "denied"),
    [
        (mapping(allowed=seq("Read", "find_all")), ToolMode.LIST, ["Read", "find_all"], []),
        (mapping(allowed="Read, Write", bash="false"), ToolMode.LIST, ["Read", "Write"], ["bash"]),
        (mapping(allow=seq("*")), ToolMode.ALL, [], []),
        (mapping(enabled=seq("read"), disabled=seq("web")), ToolMode.LIST, ["read"], ["web"]),
        (mapping(include=seq("read"), exclude=mapping(web="true")), ToolMode.LIST, ["read"], ["web"]),
        (mapping(deny=seq("Bash")), ToolMode.INHERITED, [], ["Bash"]),
        (mapping(allow=seq("Read"), deny=seq("*")), ToolMode.LIST, ["Read"], []),
        (mapping(allowed=seq(), denied=seq("Bash")), ToolMode.NONE, [], ["Bash"]),
        (mapping(allow="true", read="true"), ToolMode.LIST, ["allow", "read"], []),
    ],
)
def test_a_mapping_may_list_what_is_allowed_and_what_is_not(value, mode, allowed, denied):
    tools = read(value)
    assert (tools.mode, [t.value for t in tools.allowed]) == (mode, allowed)
    assert [t.value for t in tools.denied] == denied


def test_a_switched_off_tool_is_denied():
    tools = read(mapping(write="false", bash="false"))
    assert tools.mode is ToolMode.INHERITED
    assert [t.value for t in tools.denied] == ["write", "bash"]


@pytest.mark.parametrize("word", sorted(SWITCHED_ON))
def test_a_word_that_switches_on_does_so_for_tools_and_skills(word):
    tools = read(mapping(bash=word, write="off"))
    assert ([t.value for t in tools.allowed], [t.value for t in tools.denied]) == (["bash"], ["write"])
    skills = read_skills(Entry("skills", mapping(review=word, ship="off")), lambda *_: None)
    assert [fact.value for fact in skills] == ["review"]


def test_where_all_are_switched_off_there_are_none_but_those_switched_on():
    nothing, one = read(mapping(**{"*": "off"})), read(mapping(**{"*": "off", "bash": "on"}))
    assert (nothing.mode, nothing.denied) == (ToolMode.NONE, ())
    assert (one.mode, [t.value for t in one.allowed], one.denied) == (ToolMode.LIST, ["bash"], ())


def test_denied_tools_stand_apart():
    tools = read(s("Read"), denied=s("Bash, mcp__*"))
    assert [t.value for t in tools.denied] == ["Bash", "mcp__*"]
    assert [t.value for t in tools.allowed] == ["Read"]


def test_permissions_deny():
    tools = read(permission=mapping(edit="deny", webfetch="allow", bash=mapping(push="deny", status="allow")))
    assert [t.value for t in tools.denied] == ["edit", "bash(push)"]


def rules(**tools) -> Fields:
    """A `permission` field; a tool's rules are `{"git *": "allow"}`, in their order."""
    return Fields(
        tuple(
            (
                s(name),
                Fields(tuple((s(p), s(e)) for p, e in rule.items())) if isinstance(rule, dict) else s(rule),
            )
            for name, rule in tools.items()
        )
    )


@pytest.mark.parametrize(
    ("permission", "allowed", "denied"),
    [
        # what is allowed of a tool that is denied otherwise
        (rules(edit="deny", bash={"*": "deny", "git diff*": "allow"}), ["bash(git diff*)"], ["edit"]),
        (rules(bash={"*": "deny", "ls": "ask", "ls -R": "deny"}), ["bash(ls)"], ["bash(ls -R)"]),
        # the last rule that matches wins
        (rules(bash={"git diff*": "allow", "*": "deny"}), [], ["bash"]),
        (rules(bash={"git push*": "deny", "git *": "allow"}), [], []),
        (rules(bash={"*": "deny", "git log*": "deny", "git *": "allow"}), ["bash(git *)"], []),
        (rules(bash={"*": "deny", "git *": "allow", "*g": "ask"}), ["bash(git *)", "bash(*g)"], []),
        # a tool that is not denied needs no exceptions
        (rules(bash={"*": "ask", "git *": "allow", "rm *": "deny"}), [], ["bash(rm *)"]),
        (rules(bash={"git *": "allow"}, edit="allow"), [], []),
        (rules(bash="DENY", webfetch="sometimes"), [], ["bash"]),
    ],
)
def test_permissions_name_what_is_left_of_a_tool(permission, allowed, denied):
    tools = read(permission=permission)
    assert tools.mode is ToolMode.INHERITED
    assert [t.value for t in tools.allowed] == allowed
    assert [t.value for t in tools.denied] == denied


@pytest.mark.parametrize(
    ("permission", "mode", "allowed", "denied"),
    [
        (rules(**{"*": "deny"}), ToolMode.NONE, [], []),
        (rules(**{"*": "deny"}, read="allow", edit="deny"), ToolMode.LIST, ["read"], []),
        (rules(**{"*": "deny"}, bash={"git *": "allow"}), ToolMode.LIST, ["bash(git *)"], []),
        (
            rules(**{"*": "deny"}, bash={"*": "ask", "rm *": "deny"}),
            ToolMode.LIST,
            ["bash"],
            ["bash(rm *)"],
        ),
        (rules(read="deny", **{"*": "allow"}, edit="deny"), ToolMode.INHERITED, [], ["edit"]),
    ],
)
def test_permissions_for_everything_leave_what_comes_after_them(permission, mode, allowed, denied):
    tools = read(permission=permission)
    assert (tools.mode, [t.value for t in tools.allowed]) == (mode, allowed)
    assert [t.value for t in tools.denied] == denied


def test_permissions_narrow_the_tools_that_are_listed():
    git = rules(bash={"*": "deny", "git *": "allow"})
    assert [t.value for t in read(seq("Read", "Bash"), permission=git).allowed] == ["Read", "bash(git *)"]
    off = read(mapping(read="true", bash="false"), permission=git)
    assert ([t.value for t in off.allowed], [t.value for t in off.denied]) == (["read"], ["bash"])
    assert read(seq(), permission=git).mode is ToolMode.NONE


def test_a_group_may_carry_the_files_it_is_limited_to():
    limited = Items((s("edit"), Fields(((s("fileRegex"), Scalar(r"\.md$", 2)),), 2)), 2)
    tools = read(Items((s("read"), limited), 1), "groups")
    assert [(t.value, t.group) for t in tools.allowed] == [
        ("read", ToolGroup.READ),
        (r"edit(\.md$)", ToolGroup.EDIT),
    ]


@pytest.mark.parametrize(
    ("name", "group", "server"),
    [
        ("Read", "read", ""),
        ("read_file", "read", ""),
        ("read/problems", "read", ""),
        ("find", "search", ""),
        ("Create", "edit", ""),
        ("FetchUrl", "web", ""),
        ("read_bash", "execute", ""),
        ("Grep", "search", ""),
        ("search/codebase", "search", ""),
        ("MultiEdit", "edit", ""),
        ("edit/editFiles", "edit", ""),
        ("apply_patch", "edit", ""),
        ("BASH", "execute", ""),
        ("Bash(npm run *)", "execute", ""),
        ("run_shell_command", "execute", ""),
        ("web/fetch", "web", ""),
        ("web_fetch", "web", ""),
        ("WebFetch", "web", ""),
        ("Task", "agents", ""),
        ("Agent(worker, researcher)", "agents", ""),
        ("TodoWrite", "plan", ""),
        ("AskUserQuestion", "ask", ""),
        ("githubRepo", "vcs", ""),
        ("github/*", "vcs", "github"),
        ("mcp__serena__read_file", "mcp", "serena"),
        ("mcp__linear", "mcp", "linear"),
        ("mcp_context7_query-docs", "mcp", "context7"),
        ("azure-mcp/*", "mcp", "azure-mcp"),
        ("Azure MCP/documentation", "mcp", "Azure MCP"),
        ("@git/status", "mcp", "git"),
        ("acme/browser-mcp/*", "mcp", "acme/browser-mcp"),
        ("io.github.acme/manual/*", "mcp", "io.github.acme/manual"),
        ("github/github-mcp-server/*", "vcs", "github/github-mcp-server"),
        ("search/codebase/x", "search", ""),
        ("mcp__*", "mcp", ""),
        ("@builtin", "other", ""),
        ("Frobnicate", "other", ""),
    ],
)
def test_a_tool_has_its_capability_and_its_server(name, group, server):
    found = tool(name)
    assert (found.value, found.group, found.server) == (name, group, server)


def test_words_of_prose_are_no_tools():
    assert known_tool("WebSearch")
    assert not known_tool("Prioritise")
