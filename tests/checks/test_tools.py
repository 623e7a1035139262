"""Rules over tools."""

from __future__ import annotations

import pytest

from tests.checks.told import CLAUDE, said, whole


def test_a_misspelt_tool():
    wrong = whole("a", dialect=CLAUDE, tools=["Raed", "Bash(git:*)"], denied=["Вash"])
    assert said("unknown-tool", wrong) == [
        ("a.md", "Claude Code has no tool “Raed”; did you mean “Read”?"),
        ("a.md", "Claude Code has no tool “Вash”; did you mean “Bash”?"),
    ]


def test_tools_like_no_other_are_told_together():
    wrong = whole("a", dialect=CLAUDE, tools=["create_issue", "Read", "list_issues"])
    assert said("unknown-tool", wrong) == [
        ("a.md", "Claude Code has no tool “create_issue” or “list_issues”")
    ]


def test_tools_that_could_not_be_told_apart_are_no_tool():
    wrong = whole("a", dialect=CLAUDE, tools=["Read Frobnicate", "Bash、Find_all", "Microsoft Docs"])
    assert said("unknown-tool", wrong) == [
        ("a.md", "Claude Code has no tool “Read Frobnicate” or “Bash、Find_all”")
    ]


@pytest.mark.parametrize(
    ("path", "tools", "strange"),
    [
        ("team/a.md", ["read", "grep", "find_all"], False),
        ("team/a.md", ["Read", "grep", "find_all"], True),
        (".claude/agents/a.md", ["read", "grep", "find_all"], True),
    ],
)
def test_another_products_tools_are_not_held_against_a_file_that_only_looks_like_claude_codes(
    path, tools, strange
):
    found = said("unknown-tool", whole("a", dialect=CLAUDE, path=path, tools=tools))
    assert bool(found) is strange


def test_what_servers_extensions_and_other_products_bring_is_fine():
    fine = [
        "mcp__serena__find",
        "mcp__x",
        "search/codebase",
        "@server/tool",
        "azure-mcp/*",
        "Microsoft Docs",
    ]
    assert said("unknown-tool", whole("a", dialect=CLAUDE, tools=fine)) == []
    assert said("unknown-tool", whole("a", dialect="somebody-elses", tools=["Raed"])) == []


def test_allowed_and_denied():
    both = whole("a", tools=["Bash(git:*)", "Read", "Edit"], denied=["bash", "Read", "Edit(*.lock)"])
    assert [message for _, message in said("tool-conflict", both)] == [
        "“Read” is allowed and denied",
        "“bash” is allowed and denied",
    ]
