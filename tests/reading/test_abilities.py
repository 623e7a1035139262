"""What calls a persona and what it may use, from its file to its triggers and servers."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (".claude/commands/tidy.md", "Tidy the harbour.", [("/tidy", True)]),
        (".claude/commands/git/tidy.md", "---\nname: git:tidy\n---\nTidy.", [("/git:tidy", True)]),
        (".claude/commands/tidy.md", "## Usage\n- `/git:tidy` - all\n", [("/git:tidy", True)]),
        (".claude/commands/tidy.md", "---\ntrigger: /tidy\n---\nTidy.", [("/tidy", False)]),
        (
            ".claude/commands/tidy.md",
            "---\ntrigger: '@tidy'\n---\nTidy.",
            [("/tidy", True), ("@tidy", False)],
        ),
        (".github/prompts/tidy.prompt.md", "Tidy.", [("/tidy", True)]),
        (".claude/commands/tidy up.md", "Tidy.", []),
        (".claude/commands/harbour/agents.md", "Tidy.", [("/agents", True)]),
        (".claude/agents/tidy.md", "---\nname: tidy\ndescription: Tidies.\n---\nTidy.", []),
    ],
)
def test_a_command_is_called_by_the_name_of_its_file(path, text, expected, persona):
    assert [(t.value, t.derived) for t in persona(text, path).triggers] == expected


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("skills/nets/SKILL.md", "## Commands\n- `/nets:mend` - one\n- `/tar` - all\n", ["/nets:mend"]),
        ("skills/nets/SKILL.md", "## Quick reference\n| Share | Use |\n|---|---|\n| /24 | piers |\n", []),
        ("skills/nets/SKILL.md", "## Triggers\n- `/tar`\n", ["/tar"]),
        ("commands/tidy.md", "---\ndescription: Tidies.\n---\n**Alias**: `/sweep`\n", ["/tidy", "/sweep"]),
        ("commands/tidy.md", "---\ndescription: Tidies.\n---\n## Commands\n- `/sweep` - next\n", ["/tidy"]),
        ("crew/tidy.md", "## Commands\n- `/sweep` - sweep the pier\n", ["/sweep"]),
    ],
)
def test_commands_beside_a_call_of_its_own_are_those_of_others(path, text, expected, persona):
    assert [t.value for t in persona(text, path).triggers] == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("skills/SKILL.md", "/tidy"),
        (".claude/skills/skill.md", "/tidy"),
        ("skills/skill/SKILL.md", "/skill"),
        ("skills/harbour/SKILL.md", "/harbour"),
    ],
)
def test_a_skill_that_lies_in_no_folder_of_its_own_is_called_by_its_name(path, expected, persona):
    text = "---\nname: tidy\ndescription: Tidies.\nuser-invocable: true\n---\nTidy.\n"
    assert [t.value for t in persona(text, path).triggers] == [expected]


def test_a_command_that_makes_skills_is_called_by_its_file(persona):
    made = persona("---\ndescription: Makes a skill.\n---\nMake one.\n", ".claude/commands/skill.md")
    assert [t.value for t in made.triggers] == ["/skill"]
    assert (made.name.value, made.title) == ("skill", "Skill")


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("license: MIT", []),
        ("disable-model-invocation: true", ["/tidy"]),
        ("disable-model-invocation: 'true'", ["/tidy"]),
        ("disable-model-invocation: false", []),
        ("user-invocable: true", ["/tidy"]),
        ("user-invokable: yes", ["/tidy"]),
        ("user-invocable: false", []),
        ("user-invocable: false\nargument-hint: '[pier]'", []),
        ("argument-hint: '[pier]'", ["/tidy"]),
        ("arguments: [pier]", ["/tidy"]),
        ("disable-model-invocation: true\ntriggers: [/tidy, broom]", ["/tidy", "broom"]),
    ],
)
def test_a_skill_is_called_by_the_name_of_its_folder_where_it_says_that_it_is_called(says, expected, persona):
    text = f"---\nname: tidy\ndescription: Tidies.\n{says}\n---\nTidy.\n"
    assert [t.value for t in persona(text, ".claude/skills/tidy/SKILL.md").triggers] == expected


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (".cursor/rules/mooring/RULE.md", "mooring"),
        ("crew/mate/AGENT.md", "mate"),
        ("crew/mate/SUBAGENT.md", "mate"),
        ("agents/agent.md", "agent"),
        (".cursor/rules/rule.mdc", "rule"),
    ],
)
def test_a_file_that_has_the_name_of_its_kind_is_called_like_its_folder(path, name, persona):
    assert persona("Moor well.", path).name.value == name


def test_what_is_hidden_from_people_is_not_called_by_its_name(persona):
    assert persona("---\nuser-invocable: false\n---\nTidy.", ".claude/commands/tidy.md").triggers == ()


def test_declared_triggers_take_their_help_from_the_body(persona):
    p = persona("""
        ---
        name: a
        triggers: [/dev, /fix]
        ---
        ## Commands
        ```bash
        /dev    # write a feature
        /other  # not declared
        ```
        """)
    assert [(t.value, t.help, t.derived) for t in p.triggers] == [
        ("/dev", "write a feature", False),
        ("/fix", "", False),
    ]


@pytest.mark.parametrize(
    ("declared", "servers"),
    [
        ("git, 'docs'", ["git", "docs"]),
        ("[git, docs]", ["git", "docs"]),
        ("[{name: git, command: npx}, {docs: {url: x}}, {}]", ["git", "docs"]),
        ("[[git]]", []),
        ("~", []),
    ],
)
def test_servers_are_named_in_a_text_a_list_or_with_their_settings(persona, declared, servers):
    p = persona(f"---\nname: a\nmcp-servers: {declared}\n---\n")
    assert [f.value for f in p.mcp_servers] == servers
