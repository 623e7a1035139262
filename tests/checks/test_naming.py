"""Rules over names and the addresses they make."""

from __future__ import annotations

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.options import Limits, Options
from tests.checks.told import CLAUDE, SKILL, at, findings, said, whole


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


@pytest.mark.parametrize("name", ["pdf", "pdf-2-text", "2pdf", "レポート", "x" * 64])
def test_names_a_skill_may_have(name):
    assert said("name-form", whole(name, dialect=SKILL, path=f"skills/{name}/SKILL.md")) == []


@pytest.mark.parametrize(
    "name", ["PDF", "pdf text", "pdf_text", "-pdf", "pdf-", "pdf--text", "p.d.f", "x" * 65]
)
def test_names_a_skill_may_not_have(name):
    assert len(said("name-form", whole(name, dialect=SKILL, path="skills/a/SKILL.md"))) == 1
    assert said("name-form", whole(name, dialect=CLAUDE)) == []


def test_a_name_of_the_wrong_form_is_told_once_and_mended_by_that_of_the_folder():
    (only,) = findings(
        whole("a", name=at("Weekly Report", 2), dialect=SKILL, path="skills/weekly-report/SKILL.md")
    )
    assert (only.place, only.message) == (
        "skills/weekly-report/SKILL.md:2",
        "The name is “Weekly Report”; "
        "Agent Skills takes small letters, digits and single hyphens, 64 at most",
    )
    assert only.fix == "Write `weekly-report`."


def test_where_the_folder_has_the_wrong_form_too_both_are_to_be_renamed():
    (only,) = findings(
        whole("a", name=at("Weekly Report", 2), dialect=SKILL, path="skills/weekly_Report/SKILL.md")
    )
    assert only.fix == "Write `weekly-report`, and name the folder the same."


def test_a_name_that_is_not_the_files():
    assert said("name-differs", whole("qa", path="x/SKILL.md", dialect=SKILL)) == [
        ("x/SKILL.md:2", "The name is “qa”, the folder “x”")
    ]
    assert said("name-differs", whole("qa", path="qa/SKILL.md", dialect=SKILL)) == []
    assert said("name-differs", whole("qa", path="templates/skills/SKILL.md", dialect=SKILL)) == []
    assert said("name-differs", whole("qa", path="x.md")) == []
    assert said("name-differs", whole("qa", path="qa/AGENT.md", dialect=CLAUDE)) == []
    assert said("name-differs", whole("qa", path="x/SUBAGENT.md", dialect=CLAUDE)) == [
        ("x/SUBAGENT.md:2", "The name is “qa”, the folder “x”")
    ]
    assert said("name-differs", whole("qa", path="qa.template.md", dialect=CLAUDE)) == []
    assert said("name-differs", whole("QA: smoke_tests", path="qa-smoke-tests.md", dialect=CLAUDE)) == []
    assert said("name-differs", whole("qa", path="qa/short/AGENT.md", dialect=CLAUDE)) == []
    assert said("name-differs", whole("qa", path="team/qa/MEMBER.md", dialect=CLAUDE)) == []
    assert len(said("name-differs", whole("qa", path="qa/short/SKILL.md", dialect=SKILL))) == 1


def test_what_several_of_a_folder_add_to_their_names_is_no_slip():
    def crew(*words: str, called="kit-{}-mate", path="crew/{}.md", dialect=CLAUDE):
        return [whole(called.format(word), path=path.format(word), dialect=dialect) for word in words]

    odd = whole("kit-sea-pilot", path="crew/pilot.md", dialect=CLAUDE)
    assert len(said("name-differs", *crew("deck", "sail"))) == 2
    assert said("name-differs", *crew("deck", "sail", "helm"), odd) == [
        ("crew/pilot.md:2", "The name is “kit-sea-pilot”, the file “pilot”")
    ]
    skills = crew("deck", "sail", "helm", path="crew/{}/SKILL.md", dialect=SKILL)
    assert len(said("name-differs", *skills)) == 3
    assert len(said("name-differs", *crew("deck", "sail", "helm", path="{0}/{0}.md"))) == 3
