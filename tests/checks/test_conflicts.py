"""Rules over what several personas claim."""

from __future__ import annotations

from persona_docs.checks import conflicts
from persona_docs.model import Origin, Trigger, TriggerKind
from tests.checks.told import at, said, whole


def test_same_name():
    named = [whole("QA", path="a.md", name=at("QA", 2)), whole("q\u200ba", path="b.md"), whole("QB")]
    assert said("same-name", *named) == [
        ("a.md:2", "“QA” is also the name of b.md"),
        ("b.md:2", "“q\u200ba” is also the name of a.md"),
    ]


def test_what_templates_leave_to_be_named_is_no_name_of_two():
    for left in ("{{ name }}", "{agent name}", "<name>", "[Name]"):
        assert said("same-name", whole(left, path="a.md"), whole(left, path="b.md")) == []
    assert (
        len(said("same-name", whole("{{ team }} lead"), whole("{{ team }} lead", path="b.md", body=""))) == 2
    )


def test_same_slug():
    assert said("same-slug", whole("Dev Ops", path="a.md"), whole("dev-ops", path="b.md", body="")) == [
        ("a.md:2", "“dev-ops” would also be the address of b.md; this persona got “dev-ops”"),
        ("b.md:2", "“dev-ops” would also be the address of a.md; this persona got “b”"),
    ]


def test_same_trigger():
    assert said("same-trigger", whole("a", triggers=["/dev"]), whole("b", triggers=["/DEV", "@dev"])) == [
        ("a.md", "“/dev” is also a trigger of b.md"),
        ("b.md", "“/dev” is also a trigger of a.md"),
    ]


def test_many_with_one_name_are_not_all_listed():
    crowd = said("same-name", *(whole("qa", path=f"{n}.md") for n in range(9)))
    assert len(crowd) == 9
    assert crowd[8] == ("8.md:2", "“qa” is also the name of 0.md, 1.md and 2.md")


def test_a_trigger_that_is_somebody_elses_name():
    assert said(
        "trigger-is-name", whole("qa lead"), whole("dev", triggers=["@qa-lead", "/dev", "*QA Lead"])
    ) == [("dev.md", "“@qa-lead” is the name of qa-lead.md")]


def test_each_of_a_crowd_that_is_called_by_its_own_name_is_looked_at_once(monkeypatch):
    looked: list[str] = []
    audience = conflicts.audience
    monkeypatch.setattr(conflicts, "audience", lambda path: looked.append(path) or audience(path))
    crowd = [whole("qa", path=f"{n}/qa.md", triggers=["/qa"]) for n in range(50)]
    assert said("trigger-is-name", *crowd) == []
    assert len(looked) <= 2 * len(crowd)


def test_a_name_that_another_product_knows_is_nobody_elses():
    lead, dev = (
        whole("qa lead", path=".claude/qa.md"),
        whole("dev", path=".pi/dev.md", triggers=["@qa-lead"]),
    )
    assert said("trigger-is-name", lead, dev) == []


def test_a_word_that_a_text_listens_for_is_no_call():
    word = Trigger("review", Origin.DERIVED, 7, kind=TriggerKind.KEYWORD)
    guides = whole("guide", triggers=[word]), whole("tutor", triggers=[word]), whole("review")
    assert said("trigger-is-name", *guides) == said("same-trigger", *guides) == []
    declared = Trigger("review", line=3, kind=TriggerKind.KEYWORD)
    guides = whole("guide", triggers=[declared]), whole("tutor", triggers=[declared]), whole("review")
    assert (len(said("trigger-is-name", *guides)), len(said("same-trigger", *guides))) == (2, 2)


def test_a_text_that_mentions_a_command():
    mention = Trigger("/deploy", Origin.DERIVED, 7, kind=TriggerKind.COMMAND)
    guide = whole("guide", triggers=[mention])
    assert said("trigger-is-name", guide, whole("deploy", path="commands/deploy.md")) == []
    assert len(said("trigger-is-name", guide, whole("deploy", path="agents/deploy.md"))) == 1


def test_a_command_that_its_text_calls_by_its_plugin():
    own = Trigger("/kit:deploy", Origin.DERIVED, 7, kind=TriggerKind.COMMAND)
    agent = whole("kit-deploy", path="agents/deploy.md")
    assert said("trigger-is-name", whole("deploy", path="commands/deploy.md", triggers=[own]), agent) == []
    assert len(said("trigger-is-name", whole("ship", path="commands/ship.md", triggers=[own]), agent)) == 1
    assert len(said("trigger-is-name", whole("deploy", path="crew/deploy.md", triggers=[own]), agent)) == 1


def test_paths_that_some_disks_take_for_one():
    assert said("same-path", whole("a", path="Café.md"), whole("b", path="cafe\u0301.md")) == [
        ("cafe\u0301.md", "On many disks this file and Café.md are the same file")
    ]
