"""Facts found in the text: a body goes in, and what a reader would say about the persona comes out."""

from __future__ import annotations

import pytest

from persona_docs.reading import derive, roles
from persona_docs.reading.body import parse
from persona_docs.reading.invocations import situations
from persona_docs.reading.passages import passages
from tests.reading.texts import text


def values(facts) -> list[str]:
    return [fact.value for fact in facts]


# ---- expertise


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
    assert values(derive.expertise(text(body))) == ["Modelling", "Query tuning", "API design"]


def test_each_fact_is_derived_and_says_where_it_stands():
    facts = derive.expertise(text("# X\n\n## Expertise\n\n- SQL\n- Go\n"))
    assert [(f.value, f.derived, f.line, f.where) for f in facts] == [
        ("SQL", True, 5, "Expertise"),
        ("Go", True, 6, "Expertise"),
    ]


def test_the_first_column_of_a_table_is_the_expertise():
    body = """
        ## Áreas de expertise

        | Área | Nivel |
        |------|-------|
        | **Búsqueda** | alto |
        | Índices | medio |
    """
    assert values(derive.expertise(text(body))) == ["Búsqueda", "Índices"]


def test_a_manual_is_told_by_its_topics():
    topics = "\n".join(
        f"### Topic {n}\n" + "\n".join(f"- Detail {n} {m}" for m in range(6)) for n in range(5)
    )
    assert values(derive.expertise(text(f"## Capabilities\n\n{topics}\n"))) == [
        f"Topic {n}" for n in range(5)
    ]


def test_a_clause_that_its_list_completes_is_no_topic():
    topics = ["Python", "SQL", "Search the web when", "Caching", "No busques si", "Queues"]
    lists = "\n".join(f"{topic}:\n- one thing\n\nA word.\n" for topic in topics)
    assert values(derive.expertise(text(lists))) == ["Python", "SQL", "Caching", "Queues"]


def test_orders_are_told_by_their_topics_too():
    body = """
        ## Advanced capabilities
        ### Asset pipelines
        - Build exporters for every scene
        - Generate manifests on publish
        ### Shader work
        - Use the frame debugger first
    """
    assert values(derive.expertise(text(body))) == ["Asset pipelines", "Shader work"]


def test_bold_lines_colon_lines_and_tags_announce_like_headings():
    bold = "**Core expertise:**\n\n- SQL\n- Go\n"
    colon = "You help.\n\nFocus areas:\n- SQL\n- Go\n\nThen rest.\n\n- Tea\n"
    tag = "<expertise>\n- SQL\n- Go\n</expertise>\n"
    assert values(derive.expertise(text(bold))) == ["SQL", "Go"]
    assert values(derive.expertise(text(colon))) == ["SQL", "Go"]
    assert values(derive.expertise(text(tag))) == ["SQL", "Go"]


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
    found = derive.expertise(text(body))
    assert [(f.value, f.line, f.where) for f in found] == [
        ("SQL", 3, "Core Expertise"),
        ("Go", 4, "Core Expertise"),
        ("APIs", 12, "Expertise"),
    ]


def test_a_tag_in_code_and_one_that_is_html_announce_nothing():
    assert derive.expertise(text("`<expertise>`\n- SQL\n- Go\n")) == ()
    assert [p.title for p in passages(parse("<details>\n\nTea.\n\n</details>\n", "a.md", 1)[0])] == [""]


def test_headings_in_code_announce_nothing():
    assert derive.expertise(text("```markdown\n## Expertise\n- SQL\n- Go\n```\n")) == ()


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
    assert values(derive.expertise(text(body))) == ["SQL", "Go"]
    assert values(derive.expertise(text(body.replace("## Expertise", "## Rules")))) == ["Walking", "Swimming"]
    assert values(derive.expertise(text("You enjoy tea and scones."))) == []
    assert values(derive.expertise(text("You are specialized in tea and scones."))) == ["Tea", "Scones"]


def test_a_file_without_headings_is_told_by_the_lines_that_announce_its_lists():
    body = "".join(
        f"{topic}:\n- one\n- two\n\n" for topic in ("Contracts", "Privacy", "Licensing", "Trade marks")
    )
    assert values(derive.expertise(text(body))) == ["Contracts", "Privacy", "Licensing", "Trade marks"]


# ---- activates on


def test_situations_come_from_the_description_and_the_sections():
    body = """
        ## Responsibilities
        You should be used PROACTIVELY when:
        - Adding an endpoint
        - ❌ Styling a page
        - /dev

        ## When to use
        | Situation | Why |
        |---|---|
        | A slow query | it hurts |
    """
    found = derive.activates_on(text(body, "Helps. Use when tests fail."))
    assert [(f.value, f.where) for f in found] == [
        ("Tests fail", "description"),
        ("Adding an endpoint", "You should be used PROACTIVELY when"),
        ("A slow query", "When to use"),
    ]


@pytest.mark.parametrize(
    ("item", "phrases"),
    [
        ('"water the beds"', ["Water the beds"]),
        ('"sow", "rake it" or "prune"', ["Sow", "Rake it", "Prune"]),
        ("“播种”、“浇水”", ["播种", "浇水"]),
        ('"Sow" is said before "rake"', ['"Sow" is said before "rake"']),
        ('Somebody says "sow", "rake it"', ['Somebody says "sow", "rake it"']),
        ("Sow, then rake", ["Sow, then rake"]),
        ("Use when a boat leaks, or before it sails", ["A boat leaks", "Before it sails"]),
        ("Use pitch for small leaks", ["Use pitch for small leaks"]),
    ],
)
def test_quoted_phrases_in_one_item_are_situations_of_their_own(item, phrases):
    found = derive.activates_on(text(f"## Triggers\n\n- Frost\n- {item}\n"))
    assert [(f.value, f.line) for f in found] == [("Frost", 3), *((phrase, 4) for phrase in phrases)]


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ("Use when designing a schema.", ["Designing a schema"]),
        ("Use this agent when you need to plan a release.", ["Plan a release"]),
        ("Use when the user wants to compare plans.", ["Compare plans"]),
        ("Use PROACTIVELY for load tests, capacity plans, or outages at night.",
         ["Load tests", "Capacity plans", "Outages at night"]),
        ("Use when writing tests, fixing builds, or reading logs.",
         ["Writing tests", "Fixing builds", "Reading logs"]),
        ("MUST BE USED whenever a schema changes.", ["A schema changes"]),
        ("Use before merging.", ["Before merging"]),
        (
            "Use when a branch is ready, after a refactoring, or when a fix has no tests.",
            ["A branch is ready", "After a refactoring", "A fix has no tests"],
        ),
        ("Invoke when a build breaks.", ["A build breaks"]),
        ("Úsalo con /plan para ordenar una entrega.", ["Ordenar una entrega"]),
        ("Úsalo cuando necesites ordenar una entrega.", ["Ordenar una entrega"]),
        ("Use este agente quando precisar de um plano.", ["Um plano"]),
        ("Used by many teams. Useful for all.", []),
        ("Reviews code.", []),
    ],
)  # fmt: skip
def test_a_description_says_when(description, phrases):
    assert list(situations(description)) == phrases


@pytest.mark.parametrize(
    "refusal",
    [
        "**Don't use for:**",
        "**Do NOT use when**",
        "**❌ Wrong place:**",
        "### When not to use",
        "### Cuándo no usarla",
        "Avoid when:",
        "Never for:",
        "Skip if:",
        "No usar para:",
        "Evitar cuando:",
        "Evite usar quando:",
        "Não usar para:",
        "Nicht verwenden für:",
        "不适用于：",
    ],
)
def test_situations_to_stay_away_from_call_nobody(refusal):
    body = f"## When to use\n\n- Slow queries\n\n{refusal}\n\n- Styling a page\n\n"
    assert values(derive.activates_on(text(body))) == ["Slow queries"]
    assert values(derive.activates_on(text(f"{body}### Also\n\n- Locks\n"))) == ["Slow queries", "Locks"]


@pytest.mark.parametrize(
    ("heading", "phrases"),
    [
        ("When to use WebSockets", []),
        ("When to use an index", []),
        ("Cuándo usar una vista", []),
        ("When to use Boats", ["Messages go both ways"]),
        ("When to use this skill", ["Messages go both ways"]),
        ("When to use the agent", ["Messages go both ways"]),
        ("When to use (in short)", ["Messages go both ways"]),
    ],
)
def test_when_to_use_a_thing_is_not_when_to_call_the_persona(heading, phrases):
    body = text(f"## {heading}\n\n- Messages go both ways\n", names=("boats-expert",))
    assert values(derive.activates_on(body)) == phrases


@pytest.mark.parametrize(
    "group", ["**Notable cases:**", "### No tests yet", "Nonsense in logs:", "### Notes"]
)
def test_situations_that_only_sound_like_a_refusal_stay(group):
    body = f"## When to use\n\n{group}\n\n- Slow queries\n"
    assert values(derive.activates_on(text(body))) == ["Slow queries"]


# ---- role, description


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("You are a **senior data engineer** for pipelines.", "Senior data engineer for pipelines"),
        ("You are an expert tester.", "Expert tester"),
        ("You are **Ada**, a careful reviewer who reads twice.", "Careful reviewer who reads twice"),
        ("Eres una arquitecta de datos.", "Arquitecta de datos"),
        ("Sos un **Ingeniero** con años de experiencia.", "Ingeniero con años de experiencia"),
        ("Você é uma analista de riscos.", "Analista de riscos"),
        ("你是一名数据工程师。", "数据工程师"),
        ("あなたはデータエンジニアです。", "データエンジニア"),
        ("あなたは丁寧なテスターとして行動してください。", "丁寧なテスター"),
        ("あなたは日本語で回答します。", ""),
        ("당신은 '등대 관리자'입니다. 배를 안내합니다.", "등대 관리자"),
        ("당신은 꼼꼼한 테스터입니다.", "꼼꼼한 테스터"),
        ("당신은 배를 안내합니다.", ""),
        ("You are {{char}}.", ""),
        ("You are a [ROLE] with a boat.", ""),
        (
            "You are a harbour judge who asks two questions:\n1. Is it safe?\n2. Is it dry?",
            "Harbour judge who asks two questions",
        ),
        ("당신은 시니어 데이터 엔지니어입니다. 팀을 돕습니다.", "시니어 데이터 엔지니어"),
        ("당신은 항상 한국어로 답합니다.", ""),
        ("Ты — опытный инженер данных.", "Опытный инженер данных"),
        ("Вы опытный тестировщик.", "Опытный тестировщик"),
        ("Ты должен отвечать на русском.", ""),
        ("Du bist der Prüfer von Hafen.", "Prüfer von Hafen"),
        ("Du bist die Testerin.", "Testerin"),
        ("Tu es le relecteur du port.", "Relecteur du port"),
        ("Tu es l'architecte du port.", "Architecte du port"),
        ("Sei il revisore del porto.", "Revisore del porto"),
        ("Tu sei una revisora attenta.", "Revisora attenta"),
        ("Sei freundlich und genau.", ""),
        # what somebody is doing
        ("You are counting the boats in this harbour.", ""),
        ("You are engineering manager of the harbour.", "Engineering manager of the harbour"),
        ("You are a docking pilot.", "Docking pilot"),
        ("You are in debug mode.", ""),
        ("You are not alone.", ""),
        ("You are an agent - please keep going until all is done.", ""),
        ("Reviews code.", ""),
    ],
)
def test_the_opening_says_who_it_is(paragraph, role):
    assert roles.role_from(paragraph, ("ada",)) == role


def test_a_long_role_is_cut_at_a_clause():
    said = "You are a platform engineer with twelve years of practice in " + ", ".join(
        ["very large systems"] * 9
    )
    assert roles.role_from(said) == "Platform engineer"


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("You are a careful (Rust and Go) engineer tasked with {}.", "Careful (Rust and Go) engineer"),
        ("You are a release engineer primarily responsible for {}.", "Release engineer"),
        ("You are a database engineer, highly skilled and experienced with {}.", "Database engineer"),
        ("You are a seasoned harbour pilot, with thirty years of {}.", "Seasoned harbour pilot"),
        ("Eres una ingeniera de datos, comprometida con {}.", "Ingeniera de datos"),
        ("Você é uma engenheira de dados altamente capacitada com {}.", "Engenheira de dados"),
        ("Você é um engenheiro de dados experiente com {}.", "Engenheiro de dados"),
    ],
)  # fmt: skip
def test_a_role_cut_short_does_not_end_in_a_participle_or_a_comma(paragraph, role):
    assert roles.role_from(paragraph.format("large old systems, " * 6)) == role


def test_a_long_german_role_is_cut_before_its_adjectives():
    said = (
        "Du bist ein erfahrener Schiffbauer mit Blick auf leichte, dichte, schöne und "
        + "sehr " * 20
        + "schnelle Boote."
    )
    assert roles.role_from(said) == "Erfahrener Schiffbauer"


@pytest.mark.parametrize(
    ("section", "role"),
    [
        ("# Role\n\nIndependent reviewer focused on tides.", "Independent reviewer"),
        ("# Rolle\n\nSenior Tester im Hafen.", "Senior Tester"),
        ("# Role\n\nReads the tides and reports.", ""),
        ("# Notes\n\nIndependent reviewer focused on tides.", ""),
        ("# Role\n\nIndependent reviewer.\n\n# Task\n\nYou are a pilot.", "Pilot"),
    ],
)
def test_a_section_named_role_may_begin_with_a_job(section, role):
    assert derive.role(text(f"{section}\n")).value == role


def test_an_item_named_role_says_it_better():
    body = "You are **Ada**, the one.\n\n## Identity\n\n- **Role**: Risk analyst\n- **Mood**: calm\n"
    found = derive.role(text(body))
    assert (found.value, found.line, found.where) == ("Risk analyst", 5, "Identity")


def test_a_description_may_start_with_a_job():
    assert (
        derive.role(text("", "Senior data engineer for pipelines. Use when …")).value
        == "Senior data engineer"
    )
    assert derive.role(text("", "Reviews pull requests.")).value == ""
    assert derive.role(text("", "Shape partner-facing pages.")).value == ""
    assert derive.role(text("", "Quiet designer-developer for boats.")).value == "Quiet designer"
    assert (
        derive.role(text("", "Bạn là Tester Mai — QA Lead.")).value == ""
    )  # "You are", and no part of the job


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
