"""Rules over names, addresses, triggers and paths."""

from __future__ import annotations

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.model import Origin, Trigger, TriggerKind
from persona_docs.options import Limits, Options
from tests.checks.told import SKILL, at, said, whole


def test_same_name():
    named = [whole("QA", path="a.md", name=at("QA", 2)), whole("q\u200ba", path="b.md"), whole("QB")]
    assert said("same-name", *named) == [
        ("a.md:2", "“QA” is also the name of b.md"),
        ("b.md:2", "“q\u200ba” is also the name of a.md"),
    ]


def test_same_slug():
    assert said("same-slug", whole("Dev Ops", path="a.md"), whole("dev-ops", path="b.md")) == [
        ("a.md:2", "“dev-ops” would be its address, and that of b.md; it got “dev-ops”"),
        ("b.md:2", "“dev-ops” would be its address, and that of a.md; it got “b”"),
    ]


def test_same_trigger():
    assert said("same-trigger", whole("a", triggers=["/dev"]), whole("b", triggers=["/DEV", "@dev"])) == [
        ("a.md", "“/dev” also calls b.md"),
        ("b.md", "“/dev” also calls a.md"),
    ]


def test_many_with_one_name_are_not_all_listed():
    crowd = said("same-name", *(whole("qa", path=f"{n}.md") for n in range(9)))
    assert len(crowd) == 9
    assert crowd[8] == ("8.md:2", "“qa” is also the name of 0.md, 1.md and 2.md")


def test_a_trigger_that_is_somebody_elses_name():
    assert said(
        "trigger-is-name", whole("qa lead"), whole("dev", triggers=["@qa-lead", "/dev", "*QA Lead"])
    ) == [("dev.md", "“@qa-lead” is the name of qa-lead.md")]


def test_a_name_that_another_product_knows_is_nobody_elses():
    lead, dev = (
        whole("qa lead", path=".claude/qa.md"),
        whole("dev", path=".pi/dev.md", triggers=["@qa-lead"]),
    )
    assert said("trigger-is-name", lead, dev) == []


def test_a_text_that_mentions_a_command():
    mention = Trigger("/deploy", Origin.DERIVED, 7, kind=TriggerKind.COMMAND)
    guide = whole("guide", triggers=[mention])
    assert said("trigger-is-name", guide, whole("deploy", path="commands/deploy.md")) == []
    assert len(said("trigger-is-name", guide, whole("deploy", path="agents/deploy.md"))) == 1


def test_paths_that_some_disks_take_for_one():
    assert said("same-path", whole("a", path="Café.md"), whole("b", path="cafe\u0301.md")) == [
        ("cafe\u0301.md", "On many disks this file and Café.md are one")
    ]


@pytest.mark.parametrize("name", ["Python专家", "Бэкенд", "λ-calculus", "Ingeniería", "AWS & Кубернетис"])
def test_scripts_side_by_side_are_fine(name):
    assert said("mixed-scripts", whole(name)) == []


def test_scripts_within_a_word_are_not():
    assert said("mixed-scripts", whole("bаckend", path="a.md", triggers=["@οps"])) == [
        ("a.md", "“@οps” mixes scripts: ο (U+03BF) is Greek"),
        ("a.md:2", "“bаckend” mixes scripts: а (U+0430) is Cyrillic"),
    ]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", r"C:\x", r"..\x", "%2e%2e%2fx", "~/x"])
def test_names_that_are_paths(name):
    assert len(said("path-name", whole(name, path="a.md"))) == 1


@pytest.mark.parametrize("name", ["CI/CD Engineer", "UI/UX", ".NET Expert", "and so on..."])
def test_names_that_are_not(name):
    assert said("path-name", whole(name, path="a.md")) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("🤖", "The name “🤖” has no letters; the address is “a”"),
        ("Index", "The name “Index” is reserved; the address is “index-persona”"),
        (".x", "The name “.x” starts with “.”; the address is “x”"),
        ("Ops", None),
    ],
)
def test_names_that_cannot_be_addresses(name, message):
    assert [said for _, said in said("address", whole(name, path="a.md"))] == ([message] if message else [])


@pytest.mark.parametrize(
    ("name", "limit", "address"),
    [
        ("Quality Assurance Lead", 12, "quality-assu-c7e3c1a5"),
        ("Quality Assurance Lead", 22, None),
        (f"Quality{' and quality' * 9}", 200, None),
        ("Release 20240101", 80, None),
    ],
)
def test_a_name_is_too_long_where_its_address_had_to_be_cut(name, limit, address):
    told = build_catalog([whole(name, path="a.md")], (), Options(limits=Limits(slug=limit))).findings
    assert [each.message for each in told if each.code == "address"] == (
        [f"The name “{name}” is very long; the address is “{address}”"] if address else []
    )


def test_a_name_that_is_not_the_files():
    assert said("name-differs", whole("qa", path="x/SKILL.md", dialect=SKILL)) == [
        ("x/SKILL.md:2", "The name is “qa”, the folder “x”")
    ]
    assert said("name-differs", whole("qa", path="qa/SKILL.md", dialect=SKILL)) == []
    assert said("name-differs", whole("qa", path="x.md")) == []
