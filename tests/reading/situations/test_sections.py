"""When a persona says that it is to be called: a body or a description goes in, situations come out."""

from __future__ import annotations

import pytest

from persona_docs.reading.derived import derive
from persona_docs.reading.situations.invocations import situations
from tests.reading.texts import text, values


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
        ("Tide rules. Apply when dealing with boats.", ["Dealing with boats"]),
        ("Applies to boats. Activates when the user asks for a tide table.", ["A tide table"]),
        ("Apply these rules before painting a hull.", ["Before painting a hull"]),
        ("Apply two coats before painting a name.", []),
        ("Load when mooring a boat. Load this skill if a rope breaks.", ["Mooring a boat", "A rope breaks"]),
        ("Run after each storm. Run the pump before leaving.", ["After each storm"]),
        ("Use when the user is painting a hull.", ["Painting a hull"]),
        ("Use when mooring, loading, or hauling boats.", ["Mooring, loading, or hauling boats"]),
        ("Use when rowing, sailing, or diving.", ["Rowing", "Sailing", "Diving"]),
        ("Use when (1) a rope breaks, (2) the user asks for a knot, or (3) it storms.",
         ["A rope breaks", "A knot", "It storms"]),
        ("Use when: 1. **Mooring**: ropes and knots 2. The tide turns 3. It storms. Costs nothing.",
         ["Mooring: ropes and knots", "The tide turns", "It storms"]),
        ("Use before: 1) a race 2) a storm **Crew:** Anyone.", ["Before a race", "Before a storm"]),
        ("Use when more than 2) boats moor.", ["More than 2) boats moor"]),
        ("Use when boats need: - paint - tar, in this order 1. Tar. 2. Paint.",
         ["Boats need: - paint - tar, in this order 1"]),
        ("Use as the first pilot when a boat leaks.", ["A boat leaks"]),
        ("Use when you have to patch a hull.", ["Patch a hull"]),
        ("Usar como agente principal de mar, río y lago cuando se pida remar.", ["Remar"]),
        ("Úsalo cuando haya que detectar fugas.", ["Detectar fugas"]),
        ("Úsalo cuando se detecte una fuga.", ["Se detecte una fuga"]),
        ("Use when it's necessary to dive. Use if you have to.", ["Dive"]),
        ("Aplicar cuando tengas que pintar barcos.", ["Pintar barcos"]),
        ("Usar quando for preciso revisar barcos.", ["Revisar barcos"]),
        ("Utiliser quand il faut relire du texte.", ["Relire du texte"]),
        ("Utiliser lorsque l'utilisateur demande une carte.", ["Une carte"]),
        ("船の点検といった場面で発動する。", ["船の点検"]),
        ("「船を直して」「帆を張って」といった場面で起動します。", ["船を直して", "帆を張って"]),
        ("船が漏れた時に発動します。", ["船が漏れた"]),
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
        "Skip this skill for:",
        "Use something else for:",
        "### Ausnahmen",
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
    ("above", "label", "phrases"),
    [
        ("## Sails\n\n### Storm jibs\n", "**When to use:**", []),
        ("## Canvas covers\n", "**Use cases:**", []),
        ("## Sails\n", "Use for:", []),
        ("## When to use an anchor\n", "**Use when:**", []),
        ("", "**When to use:**", ["Wind above thirty knots"]),
        ("# Boats\n", "**When to use:**", ["Wind above thirty knots"]),
        ("## Overview\n", "**Use cases:**", ["Wind above thirty knots"]),
        ("## When to use\n\n### At sea\n", "**Use when:**", ["Wind above thirty knots"]),
        ("## Decisions\n", "Use this agent when you have:", ["Wind above thirty knots"]),
        ("## Phrases\n", "**Trigger conditions:**", ["Wind above thirty knots"]),
        ("## What a boats expert does\n", "**When to use:**", ["Wind above thirty knots"]),
    ],
)
def test_a_label_in_the_section_of_a_thing_tells_when_to_use_the_thing(above, label, phrases):
    body = text(f"{above}\n{label}\n- Wind above thirty knots\n", names=("boats-expert",))
    assert values(derive.activates_on(body)) == phrases


@pytest.mark.parametrize(
    "group",
    [
        "**Notable cases:**",
        "### No tests yet",
        "Nonsense in logs:",
        "### Notes",
        "### Exception handling",
        "VS Code extensions:",
    ],
)
def test_situations_that_only_sound_like_a_refusal_stay(group):
    body = f"## When to use\n\n{group}\n\n- Slow queries\n"
    assert values(derive.activates_on(text(body))) == ["Slow queries"]


def _column(*rows: str) -> list[str]:
    """The situations of a table below a heading that announces them."""
    head, *rest = rows
    line = "|".join("---" for _ in head.split("|"))
    return values(derive.activates_on(text("\n".join(["## When to Use", "", head, line, *rest]))))


def test_the_header_of_a_table_says_which_column_holds_situations():
    assert _column("Call | Use case", "moor() | A boat arrives") == ["A boat arrives"]
    assert _column("Situación | Por qué", "Llega un barco | hace falta") == ["Llega un barco"]
    assert _column("场景 | 说明", "船到了 | 重要") == ["船到了"]


def test_a_table_that_compares_or_sends_elsewhere_says_nothing_of_when():
    assert _column("Use a rope | Use a chain", "Small boats | Large boats") == []
    assert _column("Situation | Agent", "A boat leaks | carpenter") == []
    assert _column("Case | Use it?", "A leak | Yes", "A party | No", "A fire | ❌") == ["A leak"]


def test_a_note_below_such_a_heading_is_no_situation():
    assert values(derive.activates_on(text("## When to Use\n\n> **Note:** Ropes are wet.\n"))) == []
    assert values(derive.activates_on(text("## When to Use\n\nA boat leaks.\n"))) == ["A boat leaks"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The skill expects charts of the coast, in colour.",
        "**Symptoms**: charts that disagree. **Output**: one chart.",
        "Reads the chart of the port first. " * 7,
    ],
)
def test_a_paragraph_that_tells_how_it_goes_on_is_no_situation(paragraph):
    assert derive.activates_on(text(f"## When to use\n\n{paragraph}\n")) == ()


def test_a_paragraph_that_says_when_is_one_however_it_begins():
    body = "## When to use\n\nThe skill helps when a chart is missing.\n\n**Use when**: a port is new.\n"
    assert len(derive.activates_on(text(body))) == 2


def test_what_is_to_be_done_in_a_case_is_no_situation():
    cases = "- Port unknown → STOP and ask\n- Berth taken -> you may not enter\n- A new port → charts\n"
    assert values(derive.activates_on(text(f"## Triggers\n\n{cases}"))) == ["A new port → charts"]


def test_numbered_steps_below_a_label_of_their_own_are_no_situations():
    steps = "## When to use\n\n- A boat leaks\n\n### {}\n\n1. Call the pilot\n2. Open the log\n"
    assert values(derive.activates_on(text(steps.format("What happens")))) == ["A boat leaks"]
    told = ["A boat leaks", "Call the pilot", "Open the log"]
    assert values(derive.activates_on(text(steps.format("Also when you")))) == told
    assert values(derive.activates_on(text("## Use cases\n\n1. Lost ropes\n2. Late boats\n"))) == [
        "Lost ropes",
        "Late boats",
    ]


def test_numbered_steps_below_activation_are_what_is_done_then():
    assert values(derive.activates_on(text("## Activation\n\n1. Read the log\n2. Greet the crew\n"))) == []
    assert values(derive.activates_on(text("## Activation\n\n- A boat leaks\n"))) == ["A boat leaks"]


def test_what_examples_are_made_of_are_no_situations():
    made = "## {}\n\n### Scenario 1\n\n**Analysis:**\n\n- Log: missing\n- Boat: afloat\n"
    assert values(derive.activates_on(text(made.format("Example scenarios")))) == []
    told = "## Example scenarios\n\n- A boat leaks\n\n### When it rains\n\n- Water is in the boat\n"
    assert values(derive.activates_on(text(told))) == ["A boat leaks", "Water is in the boat"]
    assert values(derive.activates_on(text(made.format("Typical scenarios")))) == [
        "Log: missing",
        "Boat: afloat",
    ]


def test_what_is_excepted_or_compared_is_no_situation_and_what_is_always_one_is():
    body = """
        ## When to use

        **Always:**
        - A boat leaks

        **Exceptions (ask the mate):**
        - It is a raft

        **vs. Calling the pilot:**
        - Faster

        **Consider alternatives for:**
        - Old sails

        ## When to ask

        - Torn sails - use the sewing mate instead
    """
    assert values(derive.activates_on(text(body))) == ["A boat leaks"]
    assert values(derive.activates_on(text("## When to use\n\n- Use a rope instead of a chain\n"))) == [
        "Use a rope instead of a chain"
    ]


def test_what_is_required_below_such_a_heading_is_no_situation():
    body = "## When to use\n\n- A boat leaks\n\n### Runtime requirements\n\n- A pump on board\n"
    assert values(derive.activates_on(text(body))) == ["A boat leaks"]


@pytest.mark.parametrize(
    ("item", "phrases"),
    [
        ("If the log is older than a week → Read all of it", []),
        ("If it rains (wind → hail)", ["If it rains (wind → hail)"]),
        ("FAIR WARNING: most boats never leak", []),
        ("TIDE: high water", ["TIDE: high water"]),
        ("A boat leaks. The pump is below deck, mostly.", ["A boat leaks"]),
        ("船漏水。水泵在甲板下。", ["船漏水"]),
        ('"It leaks. Help."', ["It leaks. Help."]),
        ("The mate says (in the log. Or not) it leaks.", ["The mate says (in the log. Or not) it leaks"]),
        ("Does it leak? Then so.", ["Does it leak? Then so"]),
    ],
)
def test_commentary_behind_a_situation_is_left_out(item, phrases):
    assert values(derive.activates_on(text(f"## Triggers\n\n- {item}\n"))) == phrases
