"""What a persona knows and what it is for, as its text tells: a body goes in, facts come out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from persona_docs.model import Fact, Origin
from persona_docs.reading.body.parsing import parse
from persona_docs.reading.body.passages import passages
from persona_docs.reading.derived import derive, who
from persona_docs.reading.derived.expertise import expertise
from tests.reading.texts import text, values


def test_items_below_the_heading_and_its_sub_headings_are_the_expertise():
    body = """
        ## Core expertise
        ### Data
        - **Modelling**: keys first
        - Query tuning
        ### Web
        - API design
        ## Best practices
        - Small steps
    """
    assert values(expertise(text(body))) == ["Modelling", "Query tuning", "API design"]


def test_each_fact_is_derived_and_says_where_it_stands():
    facts = expertise(text("# X\n\n## Expertise\n\n- SQL\n- Go\n"))
    assert [(f.value, f.derived, f.line, f.where) for f in facts] == [
        ("SQL", True, 5, "Expertise"),
        ("Go", True, 6, "Expertise"),
    ]


def test_of_the_headings_below_those_next_below_are_the_expertise():
    topic = "### {0}\n\n#### Tools of {0}\n\n**charts.md** covers:\n\n- Create {0} charts\n- Build {0} maps\n"
    body = "## Capabilities\n\n" + "\n".join(map(topic.format, ("Tides", "Harbours", "Berths")))
    assert values(expertise(text(body))) == ["Tides", "Harbours", "Berths"]
    single = "## Capabilities\n\n### Sea\n\n#### Tides\n\n- Create tides\n\n#### Swell\n\n- Build swell\n"
    assert values(expertise(text(single))) == ["Sea", "Tides", "Swell"]


def test_the_first_column_of_a_table_is_the_expertise():
    body = """
        ## Áreas de expertise

        | Área | Nivel |
        |------|-------|
        | **Búsqueda** | alto |
        | Índices | medio |
    """
    assert values(expertise(text(body))) == ["Búsqueda", "Índices"]


def test_a_manual_is_told_by_its_topics():
    topics = "\n".join(
        f"### Topic {n}\n" + "\n".join(f"- Detail {n} {m}" for m in range(6)) for n in range(5)
    )
    assert values(expertise(text(f"## Capabilities\n\n{topics}\n"))) == [f"Topic {n}" for n in range(5)]


def test_orders_are_told_by_their_topics_too():
    body = """
        ## Advanced capabilities
        ### Asset pipelines
        - Build exporters for every scene
        - Generate manifests on publish
        ### Shader work
        - Use the frame debugger first
    """
    assert values(expertise(text(body))) == ["Asset pipelines", "Shader work"]


def test_bold_lines_colon_lines_and_tags_announce_like_headings():
    bold = "**Core expertise:**\n\n- SQL\n- Go\n"
    colon = "You help.\n\nFocus areas:\n- SQL\n- Go\n\nThen rest.\n\n- Tea\n"
    tag = "<expertise>\n- SQL\n- Go\n</expertise>\n"
    assert values(expertise(text(bold))) == ["SQL", "Go"]
    assert values(expertise(text(colon))) == ["SQL", "Go"]
    assert values(expertise(text(tag))) == ["SQL", "Go"]


def test_the_opening_may_ask_to_be_followed_in_a_sentence():
    asks = "# Pump\n\nPumps boats. Use this skill when a hull leaks. Use this skill to:\n\n- pump\n"
    assert values(derive.activates_on(text(asks))) == ["A hull leaks"]
    assert values(derive.activates_on(text("Usa esta skill cuando entre agua."))) == ["Entre agua"]
    assert values(derive.activates_on(text(asks, "Use when a boat sinks."))) == ["A boat sinks"]
    assert derive.activates_on(text("Pumps boats. Use the pump when a hull leaks.")) == ()
    assert derive.activates_on(text("# A\n\n## B\n\nB.\n\n## C\n\nC.\n\n## D\n\n" + asks[8:])) == ()


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("# A\n\n**Role**: Rope Keeper - counts all ropes\n", "Rope Keeper"),
        ("# A\n\nROLE: Knot & Splice Teacher\n", "Knot & Splice Teacher"),
        ("# A\n\n角色：Rope Keeper\n", "Rope Keeper"),
        ("# A\n\n## Role\n\nRope Keeper\n", "Rope Keeper"),
        ("# A\n\n## Role\n\nRope Keeper. Counts ropes.\n", "Rope Keeper"),
        ("# A\n\n## Rôle\n\nChargée des cordages. Elle compte.\n", "Chargée des cordages"),
        ("# A\n\n## Rol\n\nResponsable de las cuerdas.\n", "Responsable de las cuerdas"),
        ("# A\n\n## 役割\n\nNext.js / Tideで海図を描く。\n", ""),
        ("# A\n\n**Role**: Senior rope engineer for old boats\n", "Senior rope engineer"),
        ("# A\n\n**Role**: Count all ropes, and report.\n", ""),  # a task
        ("# A\n\n**Note**: Rope Keeper\n", ""),
        ("# A\n\n**Role**: Rope Keeper\n\nYou are a pilot.\n", "Pilot"),
    ],
)
def test_a_label_alone_may_name_a_job(body, role):
    assert who.role(text(body)).value == role


def test_the_last_of_several_labels_announces():
    steps = "**Trigger**: the tide turns\n**Steps**:\n1. Read the chart\n2. Call the pilot\n"
    assert derive.activates_on(text(steps)) == ()
    wrapped = "Use this agent when\n**the tide turns**:\n\n- Boats drift\n"
    assert [p.title for p in passages(parse(steps, "a.md", 1)[0])] == ["", "Steps"]
    assert [p.title for p in passages(parse(wrapped, "a.md", 1)[0])] == [
        "",
        "Use this agent when the tide turns",
    ]


def test_what_a_tag_announces_ends_where_the_tag_does():
    body = """
        <Prompt>
          <Core_Expertise>
            - **SQL**: joins
            - Go
          </Core_Expertise>
          Be kind.
          - Tea
        </Prompt>

        <expertise>
        ## Web
        - APIs
        </expertise>
        - Scones
    """
    found = expertise(text(body))
    assert [(f.value, f.line, f.where) for f in found] == [
        ("SQL", 3, "Core Expertise"),
        ("Go", 4, "Core Expertise"),
        ("APIs", 12, "Expertise"),
    ]


def test_a_tag_in_code_and_one_that_is_html_announce_nothing():
    assert expertise(text("`<expertise>`\n- SQL\n- Go\n")) == ()
    assert [p.title for p in passages(parse("<details>\n\nTea.\n\n</details>\n", "a.md", 1)[0])] == [""]


def test_headings_in_code_announce_nothing():
    assert expertise(text("```markdown\n## Expertise\n- SQL\n- Go\n```\n")) == ()


def test_expertise_comes_before_capabilities_and_both_before_what_is_said():
    body = """
        You are an analyst specializing in tea and scones.

        ## Capabilities
        - Walking
        - Swimming

        ## Expertise
        - SQL
        - Go
    """
    assert values(expertise(text(body))) == ["SQL", "Go"]
    assert values(expertise(text(body.replace("## Expertise", "## Rules")))) == ["Walking", "Swimming"]
    assert values(expertise(text("You enjoy tea and scones."))) == []
    assert values(expertise(text("You are specialized in tea and scones."))) == ["Tea", "Scones"]


def test_a_list_in_a_first_paragraph_is_no_expertise():
    scene = "Still water, soft light, and a long pier."
    assert values(expertise(replace(text(scene), description=Fact(scene, Origin.DERIVED)))) == []
    assert values(expertise(text("", "Tides, ropes, and knots."))) == ["Tides", "Ropes", "Knots"]


def test_what_is_not_described_is_described_by_its_section_or_first_paragraph():
    assert (
        derive.description(text("# A\n\nFirst words of it.\n\n## Description\n\nThe real one.\n")).value
        == "The real one."
    )
    assert derive.description(text("# A\n\nFirst words of it.\n")).value == "First words of it."
    assert derive.description(text("")).value == ""


@pytest.mark.parametrize(
    ("body", "said", "line"),
    [
        ("# A\n\n## Skills\n\n- SQL\n\n## Mission\n\nKeeps tables small.\n", "Keeps tables small.", 9),
        ("# A\n\n- SQL\n\n## Your identity\n\nA keeper of tables.\n", "A keeper of tables.", 7),
        ("You count tea. You like it. When asked, you:\n- pour\n\nStay calm, always.\n",
         "You count tea. You like it.", 1),
        ("When asked, you:\n- pour\n\nStay calm, always.\n", "Stay calm, always.", 4),
        ("[Say who you are]\n\n<form> is the next word.\n\nCounts tea.\n", "Counts tea.", 5),
        ("# A\n\nVersion: 1.2\nDate: 2026-03-08\n\nCounts tea.\n", "Counts tea.", 6),
        ("# A\n\n**Purpose**: Counts tea.\n", "Counts tea.", 3),
        ("<role>Counts tea all day.</role>\n", "Counts tea all day.", 1),
        ("<Prompt>\n <The_Role>\n  Counts tea\n  all day.\n </The_Role>\n</Prompt>\n",
         "Counts tea all day.", 3),
        ("<role>\nCounts tea all day.\n</role>\n\n<output>\n\n## Summary\n\nWhat you did.\n\n</output>\n",
         "Counts tea all day.", 2),
    ],
)  # fmt: skip
def test_a_description_is_what_introduces_the_persona(body, said, line):
    found = derive.description(text(body))
    assert (found.value, found.line) == (said, line)


@pytest.mark.parametrize(
    "body",
    [
        "- Count.\n- Pour.\n\n# Example\n\n> How much tea is there?\n",
        "# Rules\n\n- Count.\n\n# Remarks\n\nThis page is for the kitchen alone.\n",
        "- Count.\n\n  And count it again, slowly.\n",
        "- Count.[^1]\n\n[^1]: As they do in the kitchen.\n",
        "## Output format\n\n### Summary\n\nTwo sentences on what was found.\n",
        "<Output_Format>\n## Summary\nTwo sentences on what was found.\n</Output_Format>\n",
        "When you are asked for tea:\n- pour\n",
        "# A\n\n{{overview}}\n\n${tea_of_the_day}\n",
        '{\n"task": "Paint a cup of tea.", "style": "soft"\n}\n\n"cup": "blue"\n\n}, {\n',
        "Source: https://example.org/tea\n\nKnowledge cutoff: 2024-06\n",
    ],
)
def test_lists_examples_and_notes_describe_nobody(body):
    assert derive.description(text(body)).value == ""


def test_a_prompt_to_be_copied_describes_the_persona_better_than_the_order_to_copy_it():
    body = """
        # Ada

        > **Note**: Copy this block into your system prompt.

        ```markdown
        You are **Ada**, a careful tester.
        ```
        """
    found = derive.description(text(body))
    assert (found.value, found.line) == ("You are Ada, a careful tester.", 6)


def test_the_passages_of_an_empty_body_hold_nothing():
    parsed, _ = parse("", "a.md", 1)
    assert [p.blocks for p in passages(parsed)] == [()]


@pytest.mark.parametrize(
    "line",
    [
        "----- Boat rules -----#",
        "#----- Boat rules",
        "a) Keep the boats dry.\nb) Paint them.",
        "(a) Keep the boats dry.",
        "For example, a boat leaks.",
        "However, boats may sink.",
        "Por ejemplo, un barco se hunde.",
        "例如，船漏水了，需要修理。",
    ],
)
def test_a_frame_an_item_and_what_goes_on_describe_nobody(line):
    found = derive.description(text(f"They do so:\n\n{line}\n\nKeeps the boats of the harbour.\n"))
    assert found.value == "Keeps the boats of the harbour."


def test_a_paragraph_of_labels_describes_by_the_label_for_that():
    sheet = (
        "# Ada\n\n**Age:** 40\n**Occupation:** Keeper of the lighthouse\n**Likes:** storms\n\nAda waits.\n"
    )
    assert derive.description(text(sheet)).value == "Ada waits."
    assert who.role(text(sheet)) == Fact(
        "Keeper of the lighthouse", Origin.DERIVED, line=3, where="Occupation"
    )
    purpose = "# Ada\n\n**Purpose**: Keeps the light burning\n**Status**: open\n\nMore.\n"
    assert derive.description(text(purpose)).value == "Keeps the light burning"
    mixed = "# Ada\n\n**Keeps** the light.\n**Always** at night.\n"
    assert derive.description(text(mixed)).value == "Keeps the light. Always at night."


def test_a_role_that_is_yet_to_be_filled_in_is_none():
    assert who.role(text("# Ada\n\n- **Role:** {{ROLE}}\n")).value == ""
    assert who.role(text("# Ada\n\n**Role:** [what you do]\n**Since:** 2020\n")).value == ""


@pytest.mark.parametrize(
    "line",
    [
        "> **Priority**: HIGH | **Berth**: 7",
        "**Trigger:** `ACTIVATE: TIDES`",
        "> For: /tides:read",
        "Source: the harbour office, chapter 3",
        "**Duration**: 2 days | **Crew**: 4",
        "触发：出海、潮位",
    ],
)
def test_a_line_about_the_file_describes_nobody(line):
    found = derive.description(text(f"# Ada\n\n{line}\n\nReads the tides of the harbour.\n"))
    assert found.value == "Reads the tides of the harbour."


def test_a_section_that_holds_only_such_a_line_leaves_the_next_to_introduce():
    body = "# Ada\n\n**Status**: draft\n\n## The tides\n\nReads the tides of the harbour.\n"
    assert derive.description(text(body)).value == "Reads the tides of the harbour."
    assert derive.description(text(body.replace("draft\n", "draft\n\n- Open\n"))).value == ""


def test_a_run_in_heading_is_no_part_of_the_description():
    assert derive.description(text("# Ada\n\n**Rule.** Read the tides.\n")).value == "Read the tides."
    assert derive.description(text("# Ada\n\n**Read the tides.** Then sail.\n")).value == (
        "Read the tides. Then sail."
    )


def test_what_a_tag_says_beside_the_matter_introduces_last():
    memory = "<memory>\nOn startup, read the log of the harbour.\n</memory>\n"
    pilot = "\nYou are a harbour pilot who knows the tides.\n\n## Steps\n\n- Wait.\n"
    assert derive.description(text(memory + pilot)).value == "You are a harbour pilot who knows the tides."
    assert derive.description(text(memory)).value == "On startup, read the log of the harbour."
