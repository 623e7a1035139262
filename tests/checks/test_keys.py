"""Rules over the keys of a front matter."""

from __future__ import annotations

import pytest

from tests.checks.told import read_one, said


@pytest.mark.parametrize(
    ("path", "written", "meant"),
    [
        (".claude/agents/a.md", "tool", "tools"),
        (".claude/agents/a.md", "descripton", "description"),
        (".claude/agents/a.md", "disallowed-tools", "disallowedTools"),
        (".claude/commands/a.md", "allowed_tools", "allowed-tools"),
        (".cursor/rules/a.mdc", "alwaysapply", "alwaysApply"),
        (".github/instructions/a.instructions.md", "applyto", "applyTo"),
        (".opencode/agent/a.md", "temprature", "temperature"),
        (".claude/agents/a.md", "allowed-tools", "tools"),
        (".claude/agents/a.md", "herramientas", "tools"),
        (".claude/commands/a.md", "tools", "allowed-tools"),
        ("skills/a/SKILL.md", "tools", "allowed-tools"),
    ],
)
def test_a_key_that_is_almost_one_of_the_product(path, written, meant, tmp_path):
    made = read_one(tmp_path, path, f"homepage: x\n{written}: Read")
    ((place, message),) = said("unknown-key", made)
    assert (place, message.partition(" has ")[2]) == (
        f"personas/{path}:3:1",
        f"no key `{written}`; did you mean `{meant}`?",
    )


def test_the_place_is_the_keys_and_not_that_of_its_list(tmp_path):
    made = read_one(tmp_path, "skills/a/SKILL.md", "name: a\ntools:\n  - Read\n  - tools")
    assert [place for place, _ in said("unknown-key", made)] == ["personas/skills/a/SKILL.md:3:1"]


@pytest.mark.parametrize("own", ["homepage", "mode", "Name", "Tools", "metadata.tool", "tags"])
def test_keys_that_are_the_teams_own_or_of_another_product(own, tmp_path):
    block = f"name: a\ndescription: b\n{own}: Read" if "." not in own else "metadata:\n  tool: Read"
    assert said("unknown-key", read_one(tmp_path, ".claude/agents/a.md", block)) == []


@pytest.mark.parametrize("keys", ["colors: blue\ncolor: red", "allowed-tools: Read\ntools: Read"])
def test_another_key_beside_the_right_one(keys, tmp_path):
    made = read_one(tmp_path, ".claude/agents/a.md", f"name: a\n{keys}")
    assert said("unknown-key", made) == []
