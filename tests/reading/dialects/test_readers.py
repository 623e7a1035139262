"""Dialects that are not front matter and Markdown: a golden case for each."""

from __future__ import annotations

import textwrap

import pytest

from tests.reading.told import shown


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


MODES = """
    == personas/.roomodes
    customModes:
      - slug: a
        roleDefinition: You are a scout.
        customInstructions: {stray}
        groups: [read]
      - slug: b
        roleDefinition: You are a scribe.
"""


@pytest.mark.parametrize(
    ("stray", "kept"),
    [
        ("Do this\nand that", ["Do this", "and that"]),
        ("Do this\nNote: and that", ["Do this", "Note: and that"]),
        (
            "|\n## Steps\n\n- one\n- two: three\n\nRule: stop.",
            ["## Steps", "- one", "- two: three", "Rule: stop."],
        ),
        ('"Do "this" now"', ['Do "this" now']),
    ],
)
def test_text_that_strays_among_modes_stays_with_its_own(stray, kept, reading):
    picture = textwrap.dedent(MODES).replace("{stray}", stray)
    found = reading(picture)
    (a, b) = found.personas
    said = "\n".join((a.body.text, *(f"{key}: {fact.value}" for key, fact in a.extra.items())))
    assert [line for line in kept if line not in said] == []
    assert (a.role.value, b.role.value, b.body.text) == ("Scout", "Scribe", "You are a scribe.")
    assert "front-matter" in {each.code for each in found.findings}


@pytest.mark.parametrize(
    "text",
    [
        "customModes:\n  - slug: a\n    name: A\nat noon\n  - more of it\n",
        "customModes:\n  - slug: a\n    name: 'A\nname: lost\n",
    ],
)
def test_modes_of_which_a_line_would_be_lost_are_shown_whole(text, reading):
    (persona,) = reading({"personas/.roomodes": text}).personas
    assert persona.dialect == "roo"
    assert text in persona.body.text


def test_each_value_of_a_prompt_has_the_lines_it_stands_on(reading):
    found = reading("""
        == personas/.roomodes
        customModes:
          - slug: a
            customInstructions: |
              ## Expertise

              - Fuzzing
              - Load tests

              ```markdown
              ```bash
              test
              ```
              ```
            roleDefinition: You are a tester.
            whenToUse: "## When"
        """)
    (persona,) = found.personas
    (told,) = (each for each in found.findings if each.code == "fence")
    assert (persona.body.line, persona.role.line) == (14, 14)
    assert [(fact.value, fact.line) for fact in persona.expertise] == [("Fuzzing", 6), ("Load tests", 7)]
    assert [(section.title, section.line) for section in persona.body.sections] == [
        ("", 14),
        ("Expertise", 4),
    ]
    assert (told.line, told.message[:30]) == (10, "The fence of line 9 is still o")
    assert "at line 9 and its end at line 13" in told.fix


def test_what_tells_who_somebody_is_stands_below_its_heading(reading):
    (persona,) = reading("""
        == personas/a.yaml
        name: a
        goal: Find it.
        principles: [Short, Dry]
        identity: |
          ## Hills
          You grew up there.
        """).personas
    assert [(section.title, section.line) for section in persona.body.sections] == [
        ("Identity", 4),
        ("Hills", 5),
        ("Goal", 2),
        ("Principles", 3),
    ]


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
    assert editor.triggers == ()
    assert [(each.value, each.line) for each in shorten.triggers] == [("/shorten", 12)]


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


def test_rows_of_one_name_are_told_apart_by_numbers(reading):
    found = reading("""
        == personas/prompts.csv
        act,prompt
        Poet,One
        Poet-2,Two
        Poet,Three
        Poet,Four
        """)
    assert [p.id.partition("#")[2] for p in found.personas] == ["Poet", "Poet-2", "Poet-3", "Poet-4"]


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


def test_a_comment_in_a_code_fence_ends_no_persona(reading):
    found = reading("""
        == personas/PERSONAS.md
        ## `--persona-architect`

        ```bash
        # draw
        draw plan
        ```

        Ends here.

        ## `--persona-tester`

        You are a tester.
        """)
    architect, tester = found.personas
    assert architect.body.text.endswith("Ends here.")
    assert "architect" not in tester.body.text


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


@pytest.mark.parametrize(
    "table",
    [
        "name,hex\nred,#f00\n",
        "name,description\nRacing,Games with cars.\n",
        "name,system,description\nRoads,Handheld,A game with cars.\n",
        "name,role,email\nAda,Captain,ada@example.org\n",
        "role,goal\nCaptain,To see all boats\n",
    ],
)
def test_a_table_of_something_else_is_no_persona(table, reading):
    found = reading({"personas/x.csv": table})
    assert found.personas == ()
    assert [f.message for f in found.findings if f.code == "left-out"] == [
        "No persona found in: `personas/x.csv`"
    ]


def test_a_table_that_tells_who_somebody_is(reading):
    (mate, cook) = reading("""
        == personas/crew.csv
        name,displayName,icon,role,identity,communicationStyle,principles,path
        mate,Mara,⚓,First mate,"Grew up

        on boats.",Dry.,Count twice.,crew/mate.md
        cook,Olek,🍲,Cook,,,Salt last.,crew/cook.md
        """).personas
    assert (mate.name.value, mate.title, mate.role.value) == ("mate", "Mara", "First mate")
    assert mate.body.text == (
        "## Identity\n\nGrew up\n\non boats."
        "\n\n## Communication style\n\nDry.\n\n## Principles\n\nCount twice."
    )
    assert {section.line for section in mate.body.sections} == {2}
    assert (cook.role.line, cook.body.text) == (5, "## Principles\n\nSalt last.")


def test_nothing_of_a_row_with_several_prompts_is_lost(reading):
    (persona,) = reading("""
        == personas/crew.csv
        name,system,note,prompt
        mate,You count boats.,"Two
        lines",Count these.
        """).personas
    assert persona.body.text == "You count boats.\n\nCount these."


def test_a_cell_starts_where_the_one_before_it_ends(reading):
    (persona,) = reading("""
        == personas/crew.csv
        name,note,prompt
        mate,"Two
        lines","

        ## Boats

        Count them."
        """).personas
    assert [section.line for section in persona.body.sections] == [5]
