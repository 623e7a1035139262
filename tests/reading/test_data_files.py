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
        == personas/compose.yaml
        name: site
        services: {web: {image: nginx}}
        == personas/.codex/config.toml
        model = "o9"
        == personas/a.yaml
        name: a
        description: Looks at a.
        == personas/b.json
        {"name": "b", "tools": ["read"]}
        """)
    assert [p.id for p in found.personas] == ["personas/a.yaml", "personas/b.json"]


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


@pytest.mark.parametrize(
    "written",
    [
        "- one\n- two\n",
        "find_it:\n  description: Find it.\n  agent: scout\n",
        "site: {role: web}\nqueue: {image: redis}\n",
        "groups: [{name: disk, rules: [{alert: Full}]}]\nrules: [{alert: Full}]\n",
        "Just a line of text.\n",
    ],
)
def test_a_list_or_mapping_of_something_else_is_no_persona(written, reading):
    assert reading(f"== personas/x.yaml\n{written}\n").personas == ()


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
