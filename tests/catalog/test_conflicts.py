"""What several claim that only one should have."""

from __future__ import annotations

import pytest

from persona_docs.model import Fact, Origin, Trigger, TriggerKind
from tests.builders import catalog, persona


def test_names_addresses_and_triggers():
    made = catalog(
        persona("Backend Engineer", path="a.md", triggers=["/dev"]),
        persona("backend-engineer", path="b.md", triggers=["/Dev"]),
        persona("back\u200bend-engineer", path="c.md", triggers=["@dev"]),
    )
    assert [(c.kind, c.value, c.personas) for c in made.conflicts] == [
        ("name", "backend-engineer", ("b.md", "c.md")),
        ("slug", "backend-engineer", ("a.md", "b.md", "c.md")),
        ("trigger", "/dev", ("a.md", "b.md")),
    ]


def test_an_item_of_a_menu_may_be_anyones():
    made = catalog(
        persona("A", path="a.md", triggers=["*help"]), persona("B", path="b.md", triggers=["*help"])
    )
    assert (made.conflicts, made.neighbours.get("a.md", ())) == ((), ())


def test_what_two_products_load_may_be_called_the_same():
    paths = [
        ".claude/agents/qa.md",
        ".github/agents/qa.agent.md",
        "agents/qa.md",
        "x/.claude/agents/qa.md",
    ]
    assert catalog(*(persona("QA", path=path, triggers=["/qa"]) for path in paths)).conflicts == ()
    paths += [".claude/agents/team/qa.md"]
    made = catalog(*(persona("QA", path=path, triggers=["/qa"]) for path in paths))
    rivals = (".claude/agents/qa.md", ".claude/agents/team/qa.md")
    assert [(c.kind, c.personas) for c in made.conflicts] == [("name", rivals), ("trigger", rivals)]


@pytest.mark.parametrize(("others", "rivals"), [
    ([("opencode/qa.md", "opencode"), ("pi/qa.md", "pi-agent")], False),
    ([("opencode/qa.md", "opencode"), ("more/qa.md", "opencode")], True),
    ([("notes/qa.md", "markdown")], True),
    ([("claude/qa.toml", "codex")], False),
    ([("claude/qa.toml", "claude-agent")], False),
    ([("claude/qa.mdc", "cursor-rule")], True),
    ([("codex/qa.md", "claude-agent"), ("kit/cursor-agents/qa.md", "claude-agent")], False),
    ([("codex/qa.md", "claude-agent"), ("codex/more/qa.md", "claude-agent")], True),
    ([("codex/qa.md", "claude-agent"), ("more/qa.md", "claude-agent")], True),
    ([("cursor-fans/qa.md", "claude-agent")], True),
])  # fmt: skip
def test_one_for_each_product_or_in_each_form_is_no_conflict(others, rivals):
    own = persona("qa", path="claude/qa.md", dialect="claude-agent")
    made = catalog(own, *(persona("qa", path=path, dialect=name) for path, name in others))
    assert bool(made.conflicts) is rivals


def test_an_agent_and_a_command_of_one_name_are_no_conflict():
    agent = persona("pm", path=".claude/agents/pm.md")
    assert catalog(agent, persona("pm", path=".claude/commands/pm.md")).conflicts == ()
    command, skill = ".claude/commands/pm.md", ".claude/skills/pm/SKILL.md"
    made = catalog(agent, persona("pm", path=command), persona("pm", path=skill))
    assert [c.personas for c in made.conflicts] == [(command, skill)]


def test_files_without_a_name_are_told_apart_by_their_folders():
    def nameless(path):
        return persona("x", name=Fact("testing", Origin.DERIVED), path=path)

    assert catalog(nameless("rules/go/testing.md"), nameless("rules/rust/testing.md")).conflicts == ()
    made = catalog(nameless("rules/testing.md"), nameless("rules/testing.mdc"))
    assert [c.personas for c in made.conflicts] == [("rules/testing.md", "rules/testing.mdc")]


def test_who_mentions_a_command_does_not_answer_to_it():
    mention = Trigger("/git:tidy-up", Origin.DERIVED, kind=TriggerKind.COMMAND)
    guide = persona("guide", path="docs/guide.md", triggers=[mention])
    tidy = persona("tidy-up", path=".claude/commands/git/tidy-up.md", triggers=[mention])
    assert catalog(guide, tidy).conflicts == ()
    rival = persona("rival", path="rival.md", triggers=["/git:tidy-up"])
    made = catalog(guide, rival, tidy)
    assert [(c.kind, c.personas) for c in made.conflicts] == [
        ("trigger", (".claude/commands/git/tidy-up.md", "rival.md"))
    ]


def test_a_trigger_of_two_is_a_conflict_wherever_they_stand():
    made = catalog(
        persona("QA", path=".claude/agents/qa.md", triggers=["/test"]),
        persona("QA", path=".github/agents/qa.agent.md", triggers=["/test"]),
        persona("Probe", path="es/probe.md", triggers=["/test"]),
    )
    everybody = (".claude/agents/qa.md", ".github/agents/qa.agent.md", "es/probe.md")
    assert [(c.kind, c.personas) for c in made.conflicts] == [("trigger", everybody)]


def test_a_translation_may_keep_its_name():
    paths = ["agents/qa.md", "docs/ja-JP/qa.md", "docs/pt-BR/qa.md", "docs/tr/qa.md", "qa.fr.md"]
    assert catalog(*(persona("QA", path=path, triggers=["/qa"]) for path in paths)).conflicts == ()
    made = catalog(*(persona("QA", path=path) for path in (*paths, "docs/tr/agents/qa.md")))
    assert [c.personas for c in made.conflicts] == [("docs/tr/agents/qa.md", "docs/tr/qa.md")]
    paths += ["team/qa.md"]
    made = catalog(*(persona("QA", path=path) for path in (*paths, "docs/tr/agents/qa.md")))
    assert [len(c.personas) for c in made.conflicts] == [2, 2]


def test_equal_names_are_told_once_and_not_again_as_equal_addresses():
    made = catalog(persona("QA", path="a.md"), persona("qa", path="b.md"))
    assert [c.kind for c in made.conflicts] == ["name"]


def test_a_command_is_owned_by_the_file_that_it_is_called_by():
    def mention(name, path):
        return persona(name, path=path, triggers=[Trigger("/tidy", Origin.DERIVED, kind=TriggerKind.COMMAND)])

    guide, agent = mention("guide", "docs/guide.md"), mention("tidy", ".claude/agents/tidy.md")
    assert [c.personas for c in catalog(guide, agent).conflicts] == [(agent.id, guide.id)]
    assert catalog(guide, mention("tidy", ".claude/commands/tidy.md")).conflicts == ()


def test_a_word_that_is_declared_is_claimed_even_if_the_text_has_it_too():
    heard = Trigger("Test", Origin.DERIVED, kind=TriggerKind.KEYWORD)
    one = persona("One", path="one.md", triggers=["test", heard])
    two = persona("Two", path="two.md", triggers=["test"])
    assert [c.personas for c in catalog(one, two).conflicts] == [("one.md", "two.md")]
    assert catalog(persona("One", path="one.md", triggers=[heard]), two).conflicts == ()
