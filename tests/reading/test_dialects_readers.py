"""Dialects that are not front matter and Markdown: a golden case for each."""

from __future__ import annotations

import pytest

from persona_docs.model import Persona


def shown(persona: Persona) -> dict[str, object]:
    """What a golden case tells."""
    told = {
        "id": persona.id.removeprefix("personas/"),
        "dialect": persona.dialect,
        "name": persona.name.value,
        "title": persona.title,
        "role": persona.role.value,
        "triggers": [f"{t.value}: {t.help}" if t.help else t.value for t in persona.triggers],
        "tools": [t.value for t in persona.tools.allowed],
        "expertise": [f.value for f in persona.expertise],
        "sections": [s.title for s in persona.body.sections if s.title],
    }
    return {key: value for key, value in told.items() if value}


def test_a_rule_of_windsurf_has_no_trigger_but_a_setting(reading):
    found = reading("""
        == personas/.windsurf/rules/sql.md
        ---
        trigger: glob
        globs: **/*.sql, migrations/**
        alwaysApply: true
        ---
        Undo every migration.
        == personas/.windsurf/rules/tone.md
        ---
        trigger: always_on
        ---
        Be brief.
        """)
    sql, tone = found.personas
    assert (sql.dialect, tone.dialect) == ("windsurf-rule", "windsurf-rule")
    assert (sql.triggers, tone.triggers) == ((), ())
    assert (sql.settings["trigger"].value, tone.settings["trigger"].value) == ("glob", "always_on")
    assert [fact.value for fact in sql.file_patterns] == ["**/*.sql", "migrations/**"]


def test_a_codex_agent(reading):
    found = reading('''
        == personas/query-tuner.toml
        name = "query-tuner"
        description = "Use when a query is slow."
        model = "gpt-5"
        sandbox_mode = "read-only"
        nickname_candidates = ["Tuna"]
        developer_instructions = """
        You are a database engineer.

        Focus on:
        - plans and indexes
        - lock contention
        """
        ''')
    (persona,) = found.personas
    assert shown(persona) == {
        "id": "query-tuner.toml",
        "dialect": "codex",
        "name": "query-tuner",
        "title": "Query Tuner",
        "role": "Database engineer",
        "triggers": ["Tuna"],
        "expertise": ["Plans and indexes", "Lock contention"],
    }
    assert persona.settings["sandbox_mode"].value == "read-only"
    assert [f.value for f in persona.activates_on] == ["A query is slow"]
    assert [f.line for f in persona.expertise] == [10, 11]


def test_broken_toml_is_shown_and_said(reading):
    found = reading("== personas/a.toml\nname = 'x'\ndeveloper_instructions = oops\n")
    (persona,) = found.personas
    assert "developer_instructions = oops" in persona.body.text
    assert [(f.code, f.line) for f in found.findings if f.code == "front-matter"] == [("front-matter", 2)]


def test_roo_modes_many_in_one_file(reading):
    found = reading("""
        == personas/.roomodes
        customModes:
          - slug: docs
            name: 📝 Docs Writer
            roleDefinition: |-
              You are a technical writer.

              ## Expertise
              - Reference pages
              - Tutorials
            groups:
              - read
              - - edit
                - fileRegex: \\.md$
          - slug: ask
            name: Ask
            roleDefinition: You are a patient teacher.
            groups: []
        """)
    assert [shown(p) for p in found.personas] == [
        {
            "id": ".roomodes#docs",
            "dialect": "roo",
            "name": "docs",
            "title": "Docs Writer",
            "role": "Technical writer",
            "tools": ["read", "edit(\\.md$)"],
            "expertise": ["Reference pages", "Tutorials"],
            "sections": ["Expertise"],
        },
        {
            "id": ".roomodes#ask",
            "dialect": "roo",
            "name": "ask",
            "title": "Ask",
            "role": "Patient teacher",
        },
    ]
    assert found.personas[0].icon == "📝"
    assert [f.line for f in found.personas[0].expertise] == [8, 9]


def test_a_quoted_prompt_has_no_lines_of_its_own(reading):
    found = reading("""
        == personas/a.yaml
        slug: a
        roleDefinition: "You are a tester.\\n\\n## Expertise\\n- Fuzzing\\n- Load tests\\n"
        """)
    (persona,) = found.personas
    assert [(f.value, f.line) for f in persona.expertise] == [("Fuzzing", 2), ("Load tests", 2)]


def test_opencodes_configuration_holds_agents_and_commands(reading):
    found = reading("""
        == personas/opencode.json
        {
          "mcp": {"desk": {"headers": {"Key": "hush"}}},
          "agent": {
            "editor": {
              "description": "Shortens sentences",
              "mode": "subagent",
              "prompt": "You are an editor.",
              "tools": {"read": true, "write": false}
            },
            "plan": {"model": "small"}
          },
          "command": {"shorten": {"template": "Shorten $1.", "agent": "editor"}}
        }
        """)
    editor, shorten = found.personas
    assert shown(editor) == {
        "id": "opencode.json#editor",
        "dialect": "opencode-json",
        "name": "editor",
        "title": "Editor",
        "role": "Editor",
        "tools": ["read"],
    }
    assert [tool.value for tool in editor.tools.denied] == ["write"]
    assert (editor.settings["mode"].value, editor.name.line) == ("subagent", 4)
    assert (shorten.name.value, shorten.body.text) == ("shorten", "Shorten $1.")
    assert [relation.target for relation in shorten.relations] == ["editor"]
    assert "hush" not in editor.source.shown
    assert editor.triggers == shorten.triggers == ()


@pytest.mark.parametrize("name", ["opencode.json", "opencode.jsonc", "team.jsonc"])
def test_a_configuration_may_have_comments(reading, name):
    found = reading(f"""
        == personas/{name}
        {{
          // whom we ask first
          "agent": {{ /* and whom
            not */
            "editor": {{"mode": "all",
              "prompt": "Cut \\"//\\" and /* */ from https://example.org"}}, // and no more
          }},
        }}
        """)
    (editor,) = found.personas
    assert (editor.name.value, editor.name.line) == ("editor", 5)
    assert editor.body.text == 'Cut "//" and /* */ from https://example.org'
    assert found.findings == ()


def test_a_configuration_of_opencode_is_told_by_its_shape_too(reading):
    found = reading("""
        == personas/team.json
        {"agent": {"a": {"description": "First.", "mode": "all"}, "b": {"prompt": "Second."}}}
        == personas/thing.json
        {"agent": {"metadata": {"name": "c"}, "persona": {"role": "Third"}}}
        """)
    assert [p.dialect for p in found.personas] == ["opencode-json", "opencode-json", "data"]


@pytest.mark.parametrize(
    "held", ["{}", '{"agent": {}}', '{"agent": {"build": {"model": "m"}}, "theme": "x"}']
)
def test_a_configuration_without_agents_is_no_persona(reading, held):
    found = reading(f"== personas/opencode.json\n{held}\n")
    assert found.personas == ()
    assert [f.code for f in found.findings] == ["left-out"]


def test_a_bmad_agent_in_a_block(reading):
    found = reading("""
        == personas/qa.md
        <!-- made by hand -->
        # qa

        ```yaml
        agent:
          name: Quinn
          id: qa
          title: Test Architect
          icon: 🧪
          whenToUse: Use for test plans
        persona:
          role: Test architect
          focus: test strategy, risk reviews, release gates
        commands:
          - help: Show the commands
          - name: audit
            description: Look for gaps
          - review {story}: Look at a story
          - '*exit - Say goodbye'
        ```
        """)
    (persona,) = found.personas
    assert shown(persona) == {
        "id": "qa.md",
        "dialect": "bmad",
        "name": "Quinn",
        "title": "Test Architect",
        "role": "Test architect",
        "triggers": [
            "*help: Show the commands",
            "*audit: Look for gaps",
            "*review: Look at a story",
            "*exit: Say goodbye",
        ],
        "expertise": ["Test strategy", "Risk reviews", "Release gates"],
        "sections": ["qa"],
    }
    assert (persona.icon, persona.description.value) == ("🧪", "Use for test plans")
    assert persona.triggers[0].line == 15


def test_a_bmad_agent_in_yaml(reading):
    found = reading("""
        == personas/pm.agent.yaml
        agent:
          metadata:
            name: Pat
            title: Product Manager
            capabilities: "interviews, road maps"
          persona:
            role: Asks why
            identity: A manager with ten years of practice.
            principles: |
              - Small steps
          menu:
            - trigger: RM or fuzzy match on road-map
              description: "[RM] Draw a road map"
            - multi: "[A] or [B]"
              triggers:
                - alpha:
                    - input: A or fuzzy match alpha
                    - description: First
        """)
    (persona,) = found.personas
    assert shown(persona) == {
        "id": "pm.agent.yaml",
        "dialect": "bmad-yaml",
        "name": "Pat",
        "title": "Product Manager",
        "role": "Asks why",
        "triggers": ["RM: Draw a road map", "A: First"],
        "expertise": ["interviews", "road maps"],
        "sections": ["Identity", "Principles"],
    }


def test_a_bmad_skill_takes_what_stands_beside_it(reading):
    found = reading("""
        == personas/pm/SKILL.md
        ---
        name: agent-pm
        description: Plans products.
        ---
        ## Overview
        Text.
        == personas/pm/customize.toml
        [agent]
        name = "Pat"
        title = "Product Manager"
        icon = "📋"
        role = "Asks why"
        [[agent.menu]]
        code = "RM"
        description = "Draw a road map"
        """)
    assert [shown(p) for p in found.personas] == [
        {
            "id": "pm/SKILL.md",
            "dialect": "bmad-skill",
            "name": "agent-pm",
            "title": "Product Manager",
            "role": "Asks why",
            "triggers": ["RM: Draw a road map"],
            "sections": ["Overview"],
        }
    ]
    assert found.personas[0].icon == "📋"


BLOCK = """
<agent id="bmad/desk/agents/clerk.md" name="Nell" title="Desk Clerk" icon="🗃️">
<activation>
  <menu-handlers><handler type="workflow">Load the file</handler></menu-handlers>
</activation>
<persona>
  <role>Clerk &amp; keeper of lists</role>
  <identity>Ten years at the desk.</identity>
  <principles>- Ask first
  - Write it down</principles>
</persona>
<menu>
  <item cmd="*help">Show the menu</item>
  <item cmd="*list" workflow="{root}/list.yaml">Make a list</item>
  <item trigger="SL or fuzzy match on sort-list">[SL] Sort a list</item>
  <item type="multi">[A] Add or take away
    <handler match="AL or fuzzy match on add-line" exec="add.md"></handler>
  </item>
</menu>
</agent>
"""
FRONT = '---\nname: "clerk"\ndescription: "Keeps lists"\n---\n\nBecome this agent.\n'


@pytest.mark.parametrize("block", [f"```xml{BLOCK}```\n", BLOCK], ids=["in a fence", "without one"])
def test_a_bmad_agent_in_xml(reading, block):
    found = reading(f"== personas/bmad/desk/agents/clerk.md\n{FRONT}\n{block}")
    (persona,) = found.personas
    assert shown(persona) == {
        "id": "bmad/desk/agents/clerk.md",
        "dialect": "bmad-xml",
        "name": "clerk",
        "title": "Desk Clerk",
        "role": "Clerk & keeper of lists",
        "triggers": ["*help: Show the menu", "*list: Make a list", "SL: Sort a list", "AL: Add or take away"],
    }
    assert (persona.icon, persona.description.value) == ("🗃️", "Keeps lists")
    assert persona.extra["agent.name"].value == "Nell"
    assert persona.extra["agent.persona.principles"].value == "- Ask first - Write it down"
    written = persona.source.text.split("\n")
    assert "*help" in written[persona.triggers[0].line - 1]
    assert "<role>" in written[persona.role.line - 1]
    assert persona.body.text == f"\nBecome this agent.\n\n{block}"


@pytest.mark.parametrize("end", ["<menu>", "</agent>", "<identity>", 'cmd="*list', "</role>"])
def test_a_bmad_agent_in_xml_that_breaks_off(reading, end):
    found = reading(f"== personas/clerk.md\n{FRONT}\n{BLOCK.partition(end)[0]}<persona>")
    (persona,) = found.personas
    assert (persona.dialect, persona.title, persona.icon) == ("bmad-xml", "Desk Clerk", "🗃️")
    assert [each.severity for each in found.findings if each.severity == "error"] == []


def test_xml_expands_no_entities(reading):
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n'
    found = reading(f'== personas/clerk.md\n{bomb}<agent name="&b;">\n<persona><role>&a;</role></persona>\n')
    assert (found.personas[0].name.value, found.personas[0].role.value) == ("&b;", "&a;")


def test_a_page_about_agents_is_no_agent_of_bmad(reading):
    found = reading("== personas/a.md\nWrite `<agent name='x'>` and `<persona>` around it.\n")
    assert found.personas[0].dialect == "markdown"


def test_a_table_of_prompts(reading):
    found = reading("""
        == personas/prompts.csv
        act,prompt
        Haiku poet,"You are a poet.

        ## Expertise
        - Haiku
        - Tanka"
        Haiku poet,You are another poet.
        """)
    assert [shown(p) for p in found.personas] == [
        {
            "id": "prompts.csv#Haiku poet",
            "dialect": "prompts-csv",
            "name": "Haiku poet",
            "title": "Haiku poet",
            "role": "Poet",
            "expertise": ["Haiku", "Tanka"],
            "sections": ["Expertise"],
        },
        {
            "id": "prompts.csv#Haiku poet-2",
            "dialect": "prompts-csv",
            "name": "Haiku poet",
            "title": "Haiku poet",
            "role": "Another poet",
        },
    ]
    assert [f.line for f in found.personas[0].expertise] == [5, 6]


def test_personas_under_the_headings_of_one_file(reading):
    found = reading("""
        == personas/PERSONAS.md
        # Personas

        ## `--persona-architect`

        **Core expertise**:
        - System design
        - Trade-offs

        ## `--persona-tester`

        You are a tester.

        ## Afterwards
        Text.
        """)
    assert [shown(p) for p in found.personas] == [
        {
            "id": "PERSONAS.md#architect",
            "dialect": "superclaude-personas",
            "name": "architect",
            "title": "Architect",
            "triggers": ["--persona-architect"],
            "expertise": ["System design", "Trade-offs"],
        },
        {
            "id": "PERSONAS.md#tester",
            "dialect": "superclaude-personas",
            "name": "tester",
            "title": "Tester",
            "role": "Tester",
            "triggers": ["--persona-tester"],
        },
    ]
    assert [f.line for f in found.personas[0].expertise] == [6, 7]
    assert "Afterwards" not in found.personas[1].body.text


def test_a_kiro_agent_in_json(reading):
    found = reading("""
        == personas/.kiro/agents/ops.json
        {
          "name": "ops",
          "description": "Runs things.",
          "prompt": "You are an operator.",
          "tools": ["read", "shell", "@git/status"],
          "mcpServers": {"git": {"command": "npx", "env": {"TOKEN": "hush"}}}
        }
        """)
    (persona,) = found.personas
    assert shown(persona) == {
        "id": ".kiro/agents/ops.json",
        "dialect": "kiro",
        "name": "ops",
        "title": "Ops",
        "role": "Operator",
        "tools": ["read", "shell", "@git/status"],
    }
    assert "hush" not in repr(persona.extra) + repr(persona.settings)


@pytest.mark.parametrize("pattern", ["'**/*.rs'", "**/*.rs", "['**/*.rs']"])
def test_what_steers_kiro_names_its_files(reading, pattern):
    found = reading(f"""
        == personas/.kiro/steering/rust.md
        ---
        inclusion: fileMatch
        fileMatchPattern: {pattern}
        ---
        Return a Result.
        """)
    (persona,) = found.personas
    assert (persona.dialect, persona.settings["inclusion"].value) == ("kiro-steering", "fileMatch")
    assert [fact.value for fact in persona.file_patterns] == ["**/*.rs"]
    assert persona.extra == {}


def test_a_table_of_something_else_is_no_persona(reading):
    found = reading("== personas/colors.csv\nname,hex\nred,#f00\n")
    assert found.personas == ()
