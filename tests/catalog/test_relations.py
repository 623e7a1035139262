"""Whom a persona names, and in which way."""

from __future__ import annotations

import pytest

from persona_docs.model import Relation, RelationKind
from tests.builders import catalog, persona

TARGETS = (
    persona("qa-lead", path="team/qa.agent.md", title="Quality Lead", triggers=["@quality"]),
    persona("Ana", path="team/ana.md"),
)


@pytest.mark.parametrize(
    "target",
    [
        "qa-lead",
        "QA Lead",
        "@qa-lead",
        "qa",
        "Quality Lead",
        "@quality",
        "qa.agent.md",
        "../team/qa.agent.md#x",
    ],
)
def test_every_way_to_name_somebody(target):
    made = catalog(*TARGETS, persona("Dev", path="team/dev.md", relations=[target]))
    assert [(link.source, link.target) for link in made.links] == [("team/dev.md", "team/qa.agent.md")]
    assert not [each for each in made.findings if each.code == "unknown-persona"]


def test_a_declared_stranger_is_reported_and_a_mentioned_one_is_not():
    made = catalog(
        persona(
            "Dev",
            relations=[
                Relation("nobody", line=7),
                Relation("somebody", RelationKind.MENTIONED),
                Relation("gone.md", RelationKind.LINKED),
                Relation("agent"),
            ],
        )
    )
    found = [each for each in made.findings if each.code == "unknown-persona"]
    assert [(each.place, each.persona, "nobody" in each.message) for each in found] == [
        ("dev.md:7", "dev.md", True)
    ]


def test_an_agent_of_a_plugin_is_named_with_it():
    made = catalog(persona("QA"), persona("Ship", relations=["shop:qa", "shop:build", "shop:nobody"]))
    assert [(link.source, link.target) for link in made.links] == [("ship.md", "qa.md")]
    unknown = [each.message for each in made.findings if each.code == "unknown-persona"]
    assert unknown == ["“shop:nobody” is not in the catalog"]


@pytest.mark.parametrize("built_in", ["agent", "plan", "build", "Explore", "general-purpose"])
def test_an_agent_that_a_product_brings_along_is_no_stranger(built_in):
    command = persona("Ship", relations=[built_in])
    assert not [each for each in catalog(command).findings if each.code == "unknown-persona"]

    own = persona(built_in.lower(), path="own.md")
    assert [(link.source, link.target) for link in catalog(command, own).links] == [("ship.md", "own.md")]


def test_of_two_with_one_name_the_one_in_the_same_folder_is_meant():
    made = catalog(
        persona("QA", path="a/qa.md"),
        persona("QA", path="b/qa.md"),
        persona("Dev", path="b/dev.md", relations=["QA"]),
    )
    assert [link.target for link in made.links] == ["b/qa.md"]


def test_naming_oneself_is_no_relation_and_naming_twice_is_one():
    made = catalog(
        persona(
            "Dev",
            relations=["dev", Relation("qa", RelationKind.MENTIONED), Relation("QA", label="tests")],
        ),
        persona("qa"),
    )
    assert [(link.target, link.relation.label) for link in made.links] == [("qa.md", "tests")]
    assert made.unknown == {}


def test_whom_nobody_is_called_like_is_unknown_once():
    made = catalog(persona("Dev", relations=["nobody", "dev", "qa", "@qa", "agent", "nobody"]), persona("qa"))
    assert made.unknown == {"dev.md": ("nobody", "agent")}


def test_odd_targets_are_survived():
    odd = ["", "http://[", "//host/x", "\x00", "a" * 5000, "%zz", "?", "#", "mailto:a@b"]
    assert catalog(persona("Dev", relations=odd)).links == ()
