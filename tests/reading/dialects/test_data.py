"""Data files of no product: which hold personas, how many, and where their prompts are."""

from __future__ import annotations

import pytest


def test_data_that_is_no_persona_is_none(reading):
    found = reading("""
        == personas/lock.json
        {}
        == personas/.github/workflows/ci.yaml
        name: CI
        on: push
        == personas/package.json
        {"name": "site", "description": "A site.", "keywords": ["a"], "scripts": {}}
        == personas/plugin.json
        {"name": "team", "description": "Our agents.", "agents": "./agents"}
        == personas/gemini-extension.json
        {"name": "team", "description": "Our agents.", "version": "1.0.0", "mcpServers": {}}
        == personas/qwen.json
        {"name": "team", "description": "Our agents.", "contextFileName": "TEAM.md"}
        == personas/_config.yml
        title: Our agents
        description: Who they are.
        == personas/charts/Chart.yaml
        name: team
        description: Our agents on a cluster.
        == personas/compose.yaml
        name: site
        services: {web: {image: nginx}}
        == personas/locales/en.json
        {"buttons": {"save": "Save"}, "messages": {"saved": "Saved."}}
        == personas/.codex/config.toml
        model = "o9"
        == personas/.zed/settings.json
        {"agent": {"default_model": "o9"}, "theme": "Dark"}
        == personas/hooks.json
        {"_instructions": "Copy this to your settings.", "hooks": {"Stop": []}}
        == personas/servers/tide.yaml
        name: tide
        description: Tells the tide.
        transport: {type: stdio}
        tools: {default_enabled: [tide]}
        == personas/presets/ferry.yaml
        name: ferry
        description: A site for ferries.
        stack: {framework: sails, language: knots}
        == personas/cases/storm.json
        [{"name": "Storm", "prompt": "May I sail?", "expected_concepts": ["no"]}]
        == personas/runs/today.json
        {"agents": {"mate-1": {"confidence": 0.9, "messages": ["Moor the boat."]}}}
        == personas/config.toml
        [agent]
        enable_browser = true
        == personas/board.json
        {"version": 1, "identity": {"enforce": true, "email_pattern": "@"}, "hooks": {"stop": []}}
        == personas/de.yaml
        system: {ok: "*(System: {body})*", warn: "*(Achtung: {body})*"}
        == personas/module.yaml
        name: Our module
        description: Asked of whoever installs it.
        harbour: {prompt: "Which harbour?", default: here}
        == personas/hooks.schema.json
        {"title": "Hooks", "description": "What hooks may be.", "$defs": {"hook": {}}}
        == personas/a.yaml
        name: a
        description: Looks at a.
        == personas/b.json
        {"name": "b", "tools": ["read"]}
        == personas/c-extension.json
        {"name": "c", "description": "Writes extensions.", "prompt": "You write extensions."}
        """)
    ids = [persona.id for persona in found.personas]
    assert ids == ["personas/a.yaml", "personas/b.json", "personas/c-extension.json"]


def test_a_broken_file_is_told_of_where_it_may_hold_a_persona(reading):
    found = reading("""
        == personas/.devcontainer/devcontainer.json
        // https://example.org
        {"name": "box", "image": "debian" "x"}
        == personas/mkdocs.yml
        markdown_extensions: [{a: !!python/name:b.c}]
        == personas/a.yaml
        name: a
        prompt: "Never closed
        == personas/b.toml
        name = "b"
        prompt = Review it.
        """)
    assert [p.id for p in found.personas] == ["personas/a.yaml", "personas/b.toml"]
    faults = {each.path: each.fix for each in found.findings if each.code == "front-matter"}
    assert faults == {
        "personas/a.yaml": 'Put the value in quotes: `prompt: "Never closed"`',
        "personas/b.toml": "Write valid TOML: texts in quotes, each key on a line of its own.",
    }


def test_a_list_whose_item_wants_quotes_is_a_list(reading):
    found = reading("""
        == personas/a.yaml
        name: a
        prompt: Review it.
        tags: [@team, review]
        """)
    assert [tag.value for tag in found.personas[0].tags] == ["@team", "review"]
    (fault,) = (each for each in found.findings if each.code == "front-matter")
    assert fault.fix == 'Put the items in quotes: `tags: ["@team", "review"]`'


def test_a_value_is_pointed_at_where_yaml_stumbles_below_it(reading):
    found = reading("""
        == personas/a.yaml
        name: a
        prompt: Review it.
        tags: [#team, review]
        """)
    assert [tag.value for tag in found.personas[0].tags] == ["#team", "review"]
    (fault,) = (each for each in found.findings if each.code == "front-matter")
    assert (fault.line, fault.column) == (3, 7)


def test_a_fault_costs_only_what_it_stands_in(reading):
    found = reading("""
        == personas/a.yaml
        # mine
        title: Reviewer
        prompt: |
          Read it twice.
         then judge
        description: Reads changes.
        """)
    (persona,) = found.personas
    (fault,) = (each for each in found.findings if each.code == "front-matter")
    assert (persona.title, persona.description.value) == ("Reviewer", "Reads changes.")
    assert persona.body.text.split() == ["Read", "it", "twice.", "then", "judge"]
    assert (fault.line, fault.message.partition(" is ")[0]) == (5, "`prompt`")


def test_a_fault_in_a_list_costs_only_its_item(reading):
    found = reading("""
        == personas/crew.yaml
        - name: mate
          prompt: Count the boats.
        - name: cook
          prompt: Cook
        at noon
        - name: keeper
          prompt: Light the lamp.
        """)
    assert [(p.name.value, p.body.text) for p in found.personas] == [
        ("mate", "Count the boats."),
        ("cook", "Cook\nat noon"),
        ("keeper", "Light the lamp."),
    ]
    assert [(f.line, f.code) for f in found.findings if f.code == "front-matter"] == [(5, "front-matter")]


def test_a_list_in_which_a_line_would_be_lost_is_shown_whole(reading):
    (persona,) = reading("""
        == personas/crew.yaml
        agents:
        - name: mate
          prompt: Count
        the boats
        - and then
        - name: cook
          prompt: Cook
        """).personas
    assert "and then" in persona.body.text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.yaml", "{name: a,\n prompt: '\\d+'\n"),
        ("a.yaml", "name: a\nprompt:\n- a\n `\\d+`: a: b\n---\nname: ```b\n"),
        ("a.json", '{"prompt": "`\\\\d+`\n'),
        ("a.toml", "prompt = `\\d+`\n"),
        (".roomodes", "{customModes: `\\d+`\n"),
    ],
)
def test_what_cannot_be_read_is_shown_as_it_is_written(name, written, reading):
    (persona,) = reading({f"personas/{name}": written}).personas
    (fence,) = (token for token in persona.body.tokens if token.type == "fence")
    assert fence.content == written


@pytest.mark.parametrize(
    "written",
    [
        '{"name": "a", "prompt": "Be kind.",}',
        '{"name": "a", // mine\n "prompt": "Be kind."}',
        "{name: a, prompt: Be kind.}",
    ],
)
def test_json_that_a_strict_reader_refuses_costs_nothing(written, reading):
    found = reading(f"== personas/a.json\n{written}\n== personas/b.jsonc\n{written}\n")
    assert [p.body.text.strip() for p in found.personas] == ["Be kind.", "Be kind."]
    (fault,) = (each for each in found.findings if each.code == "front-matter")
    assert (fault.path, fault.line, fault.message[:15]) == ("personas/a.json", 1, "Not valid JSON:")


@pytest.mark.parametrize(
    ("written", "body"),
    [
        (
            "instructions:\n  - Answer briefly.\n  - |\n    Cite\n    sources.",
            "- Answer briefly.\n- Cite\n  sources.",
        ),
        (
            "prompt:\n  Task: Review it.\n  Limits: [Be kind]",
            "## Task\n\nReview it.\n\n## Limits\n\n- Be kind",
        ),
        ("system: You review.\nprompt: Review this.", "You review.\n\nReview this."),
        ("prompt: Review this.\nsystem: You review.", "You review.\n\nReview this."),
        (
            "messages:\n  - {role: system, content: You review.}\n  - {role: user, content: Go on.}",
            "## System\n\nYou review.\n\n## User\n\nGo on.",
        ),
        ("prompt: ~\ntools: [read]", ""),
        ("prompt: file://../prompts/scout.md", "[../prompts/scout.md](<../prompts/scout.md>)"),
        ("prompt: '{file:./scout.md}'", "[./scout.md](<./scout.md>)"),
        ("prompt: file:///etc/passwd", "file:///etc/passwd"),
        ("prompt: file://a](x.md", "file://a](x.md"),
    ],
)
def test_nothing_of_a_prompt_is_lost_for_its_shape(written, body, reading):
    (persona,) = reading(f"== personas/a.yaml\nname: a\ndescription: b\n{written}\n").personas
    assert persona.body.text.strip() == body


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("crew.yaml", "scout:\n  role: Scout\n  goal: Find it\nscribe:\n  role: Scribe\n  goal: Write it\n"),
        ("crew.yaml", 'scout: {role: Scout}\nnobody: {role: ""}\nscribe: {role: Scribe}\n'),
        ("crew.yaml", "agents:\n  scout: {role: Scout}\n  scribe: {role: Scribe}\n"),
        (
            "crew.yaml",
            "version: 2\nagents:\n  - {name: scout, system: Find}\n  - {id: scribe, system: Write}\n",
        ),
        ("crew.yaml", "- name: scout\n  prompt: Find\n- name: scribe\n  prompt: Write\n"),
        ("crew.json", '[{"name": "scout", "prompt": "Find"}, {"name": "scribe", "prompt": "Write"}]'),
        (
            "crew.json",
            '{"description": "All.", "personas": [{"name": "scout", "role": "a"}, {"role": "scribe"}]}',
        ),
        ("crew.toml", "[agents.scout]\nprompt = 'Find'\n[agents.scribe]\nprompt = 'Write'\n"),
    ],
)
def test_a_data_file_of_several_personas(name, written, reading):
    found = reading(f"== personas/{name}\n{written}\n")
    assert [(p.id, p.name.value) for p in found.personas] == [
        (f"personas/{name}#scout", "scout"),
        (f"personas/{name}#scribe", "scribe"),
    ]


def test_whoever_stands_in_a_cast_with_a_name_is_a_persona(reading):
    found = reading("""
        == personas/crew.yaml
        personas:
          - name: Mara Lind
            role_title: Senior harbour pilot
            duties: {inputs: [Charts, Tides]}
          - {name: Otto, weight: 2}
        == personas/shop.yaml
        items:
          - {name: Rope, role_title: Tied to boats, sizes: [1, 2]}
        == personas/gruff.yaml
        persona_name: gruff_pilot
        display_name: Gruff Pilot
        description: Says little, and that with an edge.
        """)
    told = [(persona.name.value, persona.title, persona.role.value) for persona in found.personas]
    assert told == [("Mara Lind", "Mara Lind", "Senior harbour pilot"), ("gruff_pilot", "Gruff Pilot", "")]


@pytest.mark.parametrize(
    "written",
    [
        "- one\n- two\n",
        "find_it:\n  description: Find it.\n  agent: scout\n",
        "site: {role: web}\nqueue: {image: redis}\n",
        "groups: [{name: disk, rules: [{alert: Full}]}]\nrules: [{alert: Full}]\n",
        "- {name: tide.get, description: Gets the tide., required_params: [port], deprecated: false}\n",
        "Just a line of text.\n",
    ],
)
def test_a_list_or_mapping_of_something_else_is_no_persona(written, reading):
    assert reading(f"== personas/x.yaml\n{written}\n").personas == ()


@pytest.mark.parametrize(
    "written",
    [
        'role: ""\nidentity: ""\nprinciples: []\n',
        'agent: {metadata: {name: ""}}\npersona: {role: "", principles: []}\nmenu: []\n',
        "name: scout\nprompt: ~\n",
        'scout: {role: ""}\nscribe: {role: ""}\n',
        '- {name: scout, prompt: ""}\n',
    ],
)
def test_a_form_that_nobody_filled_in_is_no_persona(written, reading):
    found = reading(f"== personas/x.yaml\n{written}")
    assert found.personas == ()
    assert [each.message for each in found.findings] == ["No persona found in: `personas/x.yaml`"]


@pytest.mark.parametrize(
    "description",
    [
        "Reads the sea — tides, swell, and the wind over it.",
        "Answers what stands in an @mention of the harbour.",
        "Harbour log. Triggers on: 'log', 'entry'",
    ],
)
def test_what_a_description_tells_of_data_makes_nobody_of_it(description, reading):
    written = f'name: tide-reader\ndescription: "{description}"\n'
    file = f"== plugins/tide/about.yaml\n{written}"
    assert reading(f"{file}\n", sources=("plugins",)).personas == ()
    assert len(reading(f"{file}model: small\n", sources=("plugins",)).personas) == 1


def test_a_number_in_json_has_one_reading(reading):
    told = reading("""
        == personas/mate.json
        {"name": "mate", "description": "Moors.", "prompt": "Moor.", "temperature": 0.850}
        == personas/mate.yaml
        name: mate
        description: Moors.
        prompt: Moor.
        temperature: 0.850
    """)
    assert [(f.code, f.path) for f in told.findings] == [("other-reading", "personas/mate.yaml")]


def test_json_may_escape_a_character_in_two_halves(reading):
    written = r"""[{"name": "Ada \ud83d\udea2\uD83D\uDEA2", "description": "Says \\ud83d\\udea2.",
                  "prompt": "You steer \ud83d\udea2.", "version": "2", "\ud83d\udea2": "Ferry"}]"""
    found = reading(f"== personas/a.json\n{written}\n")
    (persona,) = found.personas
    assert (persona.name.value, persona.description.value) == ("Ada 🚢🚢", r"Says \ud83d\udea2.")
    assert (persona.body.text, persona.version.value) == ("You steer 🚢.", "2")
    assert list(persona.extra) == ["🚢"]
    assert not found.findings


def test_half_a_character_is_none(reading):
    (found,) = reading(r"""== personas/a.json
{"name": "Ada \ud83d", "prompt": "You steer."}
""").findings
    assert found.code == "front-matter"


def test_who_somebody_is_stands_under_headings(reading):
    (persona,) = reading("""
        == personas/scout.yaml
        name: scout
        role: Scout
        goal: Find the way.
        backstory: You grew up in the hills.
        communicationStyle: [Short, Dry]
        llm: trail-2
        """).personas
    assert persona.role.value == "Scout"
    assert persona.body.text == (
        "## Goal\n\nFind the way.\n\n## Backstory\n\nYou grew up in the hills."
        "\n\n## Communication style\n\n- Short\n- Dry"
    )
    assert persona.description.value == "Find the way."
    assert [model.value for model in persona.model] == ["trail-2"]


def test_whom_a_field_names_stands_where_the_field_does(reading):
    (persona,) = reading("""
        == personas/scout.yaml
        name: scout
        goal: Ask `map-reader` first.
        backstory: |
          You grew up in the hills.

          You trust nobody's maps.
        handoffs:
          - guide
        """).personas
    assert [(each.target, each.line) for each in persona.relations] == [("guide", 8), ("map-reader", 2)]
