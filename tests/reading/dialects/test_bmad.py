"""The forms in which BMAD keeps its agents: a golden case for each."""

from __future__ import annotations

import pytest

from tests.reading.told import shown


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


SKILL = """
        == personas/pm/SKILL.md
        ---
        name: agent-pm
        description: Plans products.
        ---
        ## Overview
        Text.
"""


def test_a_bmad_skill_takes_what_stands_beside_it(reading):
    changes = """
        == personas/pm/customize.toml
        [agent]
        name = "Pat"
        title = "Product Manager"
        icon = "📋"
        role = "Asks why"
        [[agent.menu]]
        code = "RM"
        description = "Draw a road map"
        """
    found = reading(SKILL + changes)
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


MANIFEST = """
        == personas/{}/bmad-skill-manifest.yaml
        type: {}
        name: agent-pm
        displayName: Pat
        title: Product Manager
        icon: "📋"
        capabilities: "interviews, road maps"
        role: Asks why
        identity: A manager with ten years of practice.
        module: bmm
"""


def test_a_bmad_skill_takes_what_its_manifest_says(reading):
    alone = reading(MANIFEST.format("pm", "agent"))
    whole = reading(SKILL + MANIFEST.format("pm", "agent"))
    both = {
        "dialect": "bmad-skill",
        "name": "agent-pm",
        "title": "Product Manager",
        "role": "Asks why",
        "expertise": ["interviews", "road maps"],
    }
    assert [shown(p) for p in whole.personas] == [both | {"id": "pm/SKILL.md", "sections": ["Overview"]}]
    assert whole.personas[0].description.value == "Plans products."
    identity = {"id": "pm/bmad-skill-manifest.yaml", "sections": ["Identity"]}
    assert [shown(p) for p in alone.personas] == [both | identity]
    assert [p.dialect for p in reading(SKILL + MANIFEST.format("pm", "skill")).personas] == ["skill"]


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


def test_what_stands_beside_the_agent_of_a_yaml_file_is_kept_and_what_is_empty_is_left_out(reading):
    found = reading("""
        == personas/ann.agent.yaml
        agent:
          metadata:
            name: Ann
          persona:
            role: Tester
            identity: null
            principles:
              - Test first
              -
          prompts: []
        notes: Kept
        """)
    (ann,) = found.personas
    assert ann.body.text.strip() == "## Principles\n\n- Test first"
    assert ann.extra["notes"].value == "Kept"
