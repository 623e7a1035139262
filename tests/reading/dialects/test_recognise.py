"""Each dialect is told by where a file stands and how it looks."""

from __future__ import annotations

import re

import pytest

from persona_docs.options import Limits
from persona_docs.reading.dialects import DIALECTS, Document, recognise

NAMED = "---\nname: data-engineer\ndescription: Builds pipelines.\n---\nText.\n"


def dialect(path: str, text: str = NAMED) -> str:
    return recognise(Document(path, text, Limits())).name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (".claude/agents/data.md", "claude-agent"),
        (".claude/agents/team/data.md", "claude-agent"),
        (".claude/commands/ship.md", "claude-command"),
        ("plugins/git/commands/ship.md", "claude-command"),
        (".factory/commands/ship.md", "claude-command"),
        (".claude/skills/pdf/SKILL.md", "skill"),
        (".agents/skills/pdf/SKILL.md", "skill"),
        ("skills/pdf.md", "skill-file"),
        (".pi/skills/pdf.md", "skill-file"),
        ("skills/pdf/SKILL.md", "skill"),
        ("skills/pdf/agents/grader.md", "claude-agent"),
        (".openhands/skills/pdf.md", "openhands"),
        (".github/agents/data.agent.md", "copilot-agent"),
        (".github/agents/data.md", "copilot-agent"),
        ("x/data.agent.md", "copilot-agent"),
        ("x/data.chatmode.md", "copilot-chatmode"),
        ("x/data.prompt.md", "copilot-prompt"),
        ("x/python.instructions.md", "copilot-instructions"),
        (".cursor/rules/data.mdc", "cursor-rule"),
        ("x/data.mdc", "cursor-rule"),
        (".cursor/agents/data.md", "cursor-agent"),
        (".opencode/agent/data.md", "opencode"),
        (".opencode/agents/data.md", "opencode"),
        (".gemini/agents/data.md", "gemini"),
        (".kiro/agents/data.md", "kiro"),
        (".kiro/prompts/data.md", "kiro-prompt"),
        (".amazonq/cli-agents/data.json", "amazonq-agent"),
        (".continue/rules/data.md", "continue"),
        (".grok/agents/data.md", "grok"),
        (".pi/agents/data.md", "pi-agent"),
        (".factory/droids/data.md", "factory"),
        (".qwen/agents/data.md", "qwen"),
        (".augment/agents/data.md", "augment-agent"),
        (".augment/rules/data.md", "augment-rule"),
        (".clinerules/data.md", "cline"),
        (".clinerules", "cline"),
        (".trae/rules/data.md", "trae"),
        (".junie/guidelines.md", "junie"),
        (".junie/agents/data.md", "junie-agent"),
        (".junie/commands/data.md", "junie-command"),
        (".continue/agents/data.md", "continue-agent"),
        (".continue/prompts/data.md", "continue-prompt"),
        (".junie/skills/pdf/SKILL.md", "skill"),
        (".amp/data.md", "amp"),
        (".kiro/steering/data.md", "kiro-steering"),
        (".windsurf/rules/data.md", "windsurf-rule"),
        (".windsurf/rules/team/data.md", "windsurf-rule"),
        (".windsurf/workflows/data.md", "windsurf-workflow"),
        (".agent/rules/data.md", "antigravity-rule"),
        (".agent/workflows/data.md", "antigravity-workflow"),
        (".agent/skills/pdf/SKILL.md", "skill"),
        (".claude/rules/data.md", "claude-rule"),
        (".claude/output-styles/data.md", "claude-output-style"),
        ("kit/output-styles/es/data.md", "claude-output-style"),
        (".codex/prompts/data.md", "codex-prompt"),
        (".kilocode/rules/data.md", "kilo-rule"),
        (".kilocode/workflows/data.md", "kilo-workflow"),
        (".opencode/command/data.md", "opencode-command"),
        (".qwen/commands/data.md", "qwen-command"),
        (".roo/rules-code/data.md", "roo-rule"),
        (".roo/commands/data.md", "roo-command"),
        ("droids/data.md", "factory"),
        ("pi/agents/data.md", "pi-agent"),
        ("personas/data.md", "claude-agent"),
    ],
)
def test_a_path_tells_the_dialect(path, name):
    assert dialect(path) == name


@pytest.mark.parametrize("folder", [".pi/agents", ".factory/droids", ".qwen/agents", ".trae/rules", ".junie"])
@pytest.mark.parametrize("front", [
    "name: a\ndescription: b\ntools: Read, Bash",
    "name: a\ndescription: b\ntools: [read_file]",
    "description: b\nglobs: '*.py'\nalwaysApply: false",
    "name: a\nglobs: '*.py'",
    "description: b\nmode: subagent\nmodel: m",
])  # fmt: skip
def test_a_folder_of_a_product_counts_more_than_a_shape(folder, front):
    shaped = dialect("personas/a.md", f"---\n{front}\n---\nText.\n")
    placed = dialect(f"{folder}/a.md", f"---\n{front}\n---\nText.\n")
    assert (placed in {"pi-agent", "factory", "qwen", "trae", "junie"}, placed == shaped) == (True, False)


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("name: a\ndescription: b\ntools: Read, Bash", "claude-agent"),
        ("name: A Person\ndescription: b", "markdown"),
        ("description: b\nargument-hint: <x>", "claude-command"),
        ("name: a\ndescription: b\ntools: ['*']", "copilot-agent"),
        ("description: b\nhandoffs: []", "copilot-agent"),
        ("name: A\nrole: r\nexpertise: [x]\nactivates_on: [y]\ntriggers: [/z]", "lmagent"),
        ("name: a\ndescription: b\nmetadata:\n  type: agent_persona\n  triggers: '/z'", "lmagent"),
        ("name: A\ndescription: b\ncolor: blue\nemoji: 🎯\nvibe: calm", "agency"),
        ("name: 数据工程师\ndescription: b\ncolor: blue", "agency"),
        ("name: a\ndescription: b\ncolor: blue", "claude-agent"),
        ("description: b\nmode: subagent\ntemperature: 0.1", "opencode"),
        ("description: b\ntools:\n  write: false", "opencode"),
        ("description: b\nmode: subagent", "opencode"),
        ("description: b\nmode: all", "markdown"),
        ("name: a\ndescription: b\nmode: subagent", "claude-agent"),
        ("name: a\ndescription: b\nsystemPromptMode: replace", "pi-agent"),
        ("name: a\ndescription: b\nkind: local\ntools:\n  - read_file", "gemini"),
        ("name: a\ndescription: b\nincludeMcpJson: true", "kiro"),
        ("inclusion: fileMatch\nfileMatchPattern: '*.py'", "kiro-steering"),
        ("description: b\nglobs: '*.py'\nalwaysApply: false", "cursor-rule"),
        ("name: a\nmodel: fast\nis_background: true", "cursor-agent"),
        ("title: A", "markdown"),
        ("", "markdown"),
    ],
)
def test_a_shape_tells_the_dialect(front, name):
    assert dialect("personas/a.md", f"---\n{front}\n---\nText.\n") == name


@pytest.mark.parametrize(
    ("path", "front", "name"),
    [
        ("kit/rules/web/routes.md", "description: b\npaths: ['src/**']", "claude-rule"),
        (".claude/rules/SKILL.md", "name: a\ndescription: b", "skill"),
        ("kit/rules/routes.md", "name: a\ndescription: b\npaths: ['src/**']", "claude-agent"),
        ("kit/rules/routes.md", "description: b\nglobs: '*'", "markdown"),
        ("kit/crew/routes.md", "description: b\npaths: ['src/**']", "markdown"),
        (".windsurf/rules/routes.md", "description: b\npaths: ['src/**']", "windsurf-rule"),
        (".crew/rules/routes.md", "description: b\npaths: ['src/**']", "markdown"),
    ],
)
def test_paths_tell_a_rule_among_rules_of_no_product(path, front, name):
    assert dialect(path, f"---\n{front}\n---\nText.\n") == name


def test_what_a_command_asks_for_makes_it_no_agent():
    asks = "---\nname: ship\ndescription: b\nmcp-servers: [context7]\n---\nText.\n"
    assert dialect("commands/ship.md", asks) == "claude-command"
    assert dialect("personas/ship.md", asks) == "copilot-agent"


def test_the_folder_tells_an_agent_that_asks_for_tools_as_a_command_does():
    assert dialect(".claude/agents/ship.md", "---\nallowed-tools: Read\n---\n") == "claude-agent"


def test_headings_tell_a_superclaude_agent():
    body = "\n".join(
        f"## {title}\n- x\n" for title in ("Behavioral Mindset", "Focus Areas", "Key Actions", "Boundaries")
    )
    assert dialect("personas/a.md", f"---\nname: a\ndescription: b\n---\n{body}") == "superclaude"


@pytest.mark.parametrize("text", ["", "---", "---\n", "---\n- a\n---\n", "\x00", "{", "a: b", "# Title\n"])
def test_anything_else_is_markdown(text):
    assert dialect("a.md", text) == "markdown"


def test_every_dialect_has_a_name_a_label_and_its_documentation():
    assert len({dialect.name for dialect in DIALECTS}) == len(DIALECTS)
    assert len({dialect.label for dialect in DIALECTS}) == len(DIALECTS)
    for each in DIALECTS:
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", each.name)
        assert each.url.startswith("https://")


@pytest.mark.parametrize(
    ("recipe", "name"),
    [
        ("version: 1.0.0\ntitle: T\ndescription: D\nprompt: P", "goose"),
        ("title: T\ndescription: D\ninstructions: I\nextensions: []", "goose"),
        ("title: T\ndescription: D\nprompt: P\nid: t\nsettings: {goose_model: m}", "goose"),
        ("name: N\nrecipe: {title: T, description: D, prompt: P, activities: [A]}", "goose"),
        ("title: T\ndescription: D\nprompt: P", "data"),
        ("version: 1.0.0\ntitle: T\ndescription: D\nprompt: P\nrole: R", "data"),
        ("version: 1.0.0\ntitle: T\ndescription: D\nextensions: []", "data"),
        ("title: Pancakes\ndescription: D\nrecipe: {flour: 1}", "data"),
    ],
)
def test_the_keys_of_a_recipe_tell_that_it_is_for_goose(recipe, name):
    assert dialect("recipes/a.yaml", f"{recipe}\n") == name


@pytest.mark.parametrize(
    ("component", "name"),
    [
        ('"provider": "autogen_agentchat.agents.AssistantAgent", "config": {"name": "a"}', "autogen"),
        ('"provider": "mine.agents.Sailor", "component_type": "agent", "config": {"name": "a"}', "autogen"),
        ('"provider": "autogen_agentchat.agents.UserProxyAgent", "config": {"name": "a"}', "data"),
        ('"provider": "autogen_core.tools.FunctionTool", "component_type": "tool", "config": {"name": "a"}',
         "data"),
        ('"provider": "registry.example", "config": {"name": "a"}', "data"),
        ('"provider": "local", "component_type": "agent", "config": {"name": "a"}', "data"),
    ],
)  # fmt: skip
def test_what_a_component_is_tells_that_it_is_for_autogen(component, name):
    assert dialect("teams/a.json", f"{{{component}}}\n") == name


@pytest.mark.parametrize(
    ("path", "front", "name"),
    [
        (".gemini/agents/a.md", "name: a\ndescription: b\nmcpServers: {c: {}}", "gemini"),
        (".gemini/agents/a.md", "name: a\ndescription: b\ntools: ['*']", "gemini"),
        (".claude/agents/a.md", "name: a\ndescription: b\nmcpServers: [c]", "claude-agent"),
        (".claude/agents/a.md", "name: a\ndescription: b\ntools: ['*']", "claude-agent"),
        ("agents/a.md", "name: a\ndescription: b\nmcpServers: [c]", "claude-agent"),
        ("agents/a.md", "name: a\ndescription: b\nmcp-servers: {c: {}}", "copilot-agent"),
    ],
)
def test_what_looks_like_copilot_is_another_product_s_by_its_folder_or_spelling(path, front, name):
    assert dialect(path, f"---\n{front}\n---\nText.\n") == name
