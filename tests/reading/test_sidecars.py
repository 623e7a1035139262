"""A data file that holds the fields of the Markdown file beside it."""

from __future__ import annotations

import pytest

from persona_docs.options import SourceEntry

GATE = """
    == personas/gate/metadata.yaml
    name: gate
    description: Keeps the gate.
    tags: [night]
    since: 2020
    == personas/gate/watch.md
    # The gate
    Close it at night.
"""


def test_two_files_are_one_persona(reading):
    found = reading(GATE)
    (persona,) = found.personas
    assert (persona.id, persona.dialect) == ("personas/gate/watch.md", "markdown")
    assert (persona.name.value, persona.description.value) == ("gate", "Keeps the gate.")
    assert [tag.value for tag in persona.tags] == ["night"]
    assert persona.extra["since"].value == "2020"
    assert "Close it at night." in persona.body.text
    assert persona.name.line == 0  # which would be one of the other file
    assert [each.message for each in found.findings] == ["No persona found in: `personas/gate/metadata.yaml`"]


@pytest.mark.parametrize(
    "more",
    [
        "== personas/gate/lock.md\nLock it.\n",
        "== personas/gate/more.yaml\nname: more\ndescription: More of it.\n",
    ],
)
def test_of_three_nobody_knows_which_belong_together(more, reading):
    found = reading(GATE.replace("\n    ", "\n") + more)
    assert "personas/gate/metadata.yaml" in {persona.id for persona in found.personas}


@pytest.mark.parametrize(
    ("data", "markdown"),
    [
        ("name: gate\ndescription: Keeps it.\nprompt: Keep it.\n", "Close it.\n"),
        ("name: gate\ndescription: Keeps it.\n", "---\nname: watch\n---\nClose it.\n"),
        ("scout: {role: a}\nscribe: {role: b}\n", "Close it.\n"),
    ],
)
def test_what_stands_for_itself_is_a_persona_of_its_own(data, markdown, reading):
    found = reading({"personas/gate/a.yaml": data, "personas/gate/watch.md": markdown})
    assert "watch" in {persona.name.value for persona in found.personas}
    assert any(persona.id.startswith("personas/gate/a.yaml") for persona in found.personas)


def test_data_of_something_else_lends_no_fields(reading):
    found = reading({"personas/gate/a.yaml": "colors: [red]\n", "personas/gate/watch.md": "Close it.\n"})
    assert [persona.name.value for persona in found.personas] == ["watch"]


def test_a_file_whose_dialect_is_named_is_read_by_itself(reading):
    sources = ("personas", SourceEntry("personas/gate/watch.md", "markdown"))
    found = reading(GATE, sources=sources)
    assert [persona.name.value for persona in found.personas] == ["gate", "watch"]


def test_what_is_wrong_with_lent_fields_is_told_of_the_file_they_stand_in(reading):
    fields = "name: gate\ndescription: Keeps it.\nactivation:\n  words: [night]\nenv:\n  TOKEN: hunter2\n"
    found = reading({"personas/gate/metadata.yaml": fields, "personas/gate/watch.md": "Close it.\n"})
    told = {each.code: each for each in found.findings if each.code != "left-out"}
    assert {each.path for each in told.values()} == {"personas/gate/metadata.yaml"}
    assert told["secret"].message == "Keys may hold secrets, so their values are masked"
    assert "wrong-type" in told
