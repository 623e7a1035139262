"""Rules over single fields."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from persona_docs.model import Body, Fact
from persona_docs.options import Options
from persona_docs.reading import read
from tests.checks.told import CLAUDE, SKILL, at, derived, findings, read_one, said, whole
from tests.tree import write_tree


def test_a_name_made_up_from_the_path():
    nameless = whole("x", name=derived("qa lead"), dialect=CLAUDE)
    assert said("missing-name", nameless) == [("x.md:1", "There is no name; the catalog calls it “qa lead”")]


def test_a_prompt_is_called_by_the_name_of_its_file(tmp_path):
    text = "---\ndescription: Moors a boat.\n---\n\nMoor it.\n"
    files = {"prompts/moor.md": text, "crew/moor.md": text, "skills/moor/SKILL.md": text}
    made = read(Options(sources=(".",)), write_tree(tmp_path, files)).personas
    told = [each.path for each in findings(*made) if each.code == "missing-name"]
    assert told == ["crew/moor.md", "skills/moor/SKILL.md"]


def test_rules_of_no_product_need_nothing_but_their_text(tmp_path):
    text = "Name the boat first.\n"
    files = {
        "kit/rules/moor.md": text,
        "kit/rules/sea/tide.md": f"---\nalwaysApply: true\n---\n\n{text}",
        "kit/Rules/wind.md": f"---\ndescription: Says when to reef.\n---\n\n{text * 3}",
        "kit/crew/moor.md": f"---\nalwaysApply: true\n---\n\n{text * 5}",
    }
    made = read(Options(sources=("kit",)), write_tree(tmp_path, files)).personas
    told = [(each.code, each.path) for each in findings(*made)]
    missing = [("missing-description", "kit/crew/moor.md"), ("missing-name", "kit/crew/moor.md")]
    assert [each for each in told if each[0].startswith("missing")] == missing


def test_a_text_and_nothing_else(tmp_path):
    files = {
        ".claude/agents/qa.md": "# QA\n\nTest it.\n",
        ".clinerules/go.md": "# Go\n\nUse Go.\n",
        ".github/copilot-instructions.md": "# Log\n\nName the tide.\n",
        ".openhands/microagents/repo.md": "# Harbour\n\nMoor well.\n",
    }
    made = read(
        Options(sources=tuple(sorted({path.split("/")[0] for path in files}))), write_tree(tmp_path, files)
    ).personas
    (only,) = findings(*made)
    assert (only.code, only.place) == ("missing-front-matter", ".claude/agents/qa.md:1")
    assert only.message == "There is no front matter; the catalog calls it “qa”"


def test_what_is_missing_is_told_where_the_fields_begin(tmp_path):
    files = {
        "a/SKILL.md": "---\ndescription: Mows.\n---\n\nMow it.\n",
        "b/SKILL.md": "---\n\nname: b\n---\n\nMow it.\n",
        "c.yaml": "agents:\n  - name: Ann\n    prompt: Mow it.\n  - name: Bob\n    prompt: Rake it.\n",
    }
    made = read(Options(sources=(".",)), write_tree(tmp_path, files)).personas
    assert [(each.code, each.place) for each in findings(*made) if each.code.startswith("missing")] == [
        ("missing-name", "a/SKILL.md:1"),
        ("missing-description", "b/SKILL.md:1"),
        ("missing-description", "c.yaml:2"),
        ("missing-description", "c.yaml:4"),
    ]


def test_an_empty_front_matter_and_one_that_cannot_be_read_are_not_none(tmp_path):
    files = {"a.md": "---\n---\n\nTest it.\n", "b.md": "---\n: {{{\n---\n\nMow it.\n"}
    made = read(Options(sources=(".",)), write_tree(tmp_path, files)).personas
    assert [each.code for each in findings(*made)] == ["missing-description", "missing-name"]


def test_no_description_or_one_that_no_product_sees():
    assert said(
        "missing-description",
        whole("a", description=""),
        whole("b", description=derived("First words."), dialect=CLAUDE),
        whole("c"),
    ) == [
        ("a.md:1", "There is no description"),
        ("b.md:1", "There is no description; the catalog took one from the text"),
    ]


@pytest.mark.parametrize(("dialect", "key", "value", "wanted"), [
    ("windsurf-rule", "trigger", "always_on", False),
    ("windsurf-rule", "trigger", "model_decision", True),
    ("windsurf-rule", "mode", "model_decision", False),
    ("kiro-steering", "inclusion", "fileMatch", False),
    ("kiro-steering", "inclusion", "auto", True),
])  # fmt: skip
def test_a_rule_wants_a_description_where_a_model_chooses_by_it(dialect, key, value, wanted):
    rule = whole("a", description=derived("First words."), dialect=dialect, settings={key: value})
    assert bool(said("missing-description", rule)) is wanted
    assert bool(said("missing-description", replace(rule, description=Fact("")))) is wanted


@pytest.mark.parametrize(
    "rules",
    ["amp", "augment-rule", "cline", "copilot-instructions", "junie", "kiro-prompt", "openhands", "trae"],
)
def test_rules_that_always_hold_want_no_name_and_no_description(rules):
    assert findings(whole("a", name=derived("a"), description="", dialect=rules)) == []


def test_an_agent_that_runs_elsewhere_wants_neither_description_nor_instructions():
    remote = whole("a", description="", dialect="gemini", settings={"kind": "remote"}, body=Body("", line=5))
    assert findings(remote) == []
    assert len(findings(replace(remote, settings={"kind": Fact("local")}))) == 2


def test_agents_of_products_that_close_no_list_may_use_any_tool_and_model():
    for product in ("pi-agent", "factory", "qwen", "augment-agent"):
        assert findings(whole("a", dialect=product, tools=["Foresee"], model="any")) == []


@pytest.mark.parametrize("product", ["augment-agent", "factory", "junie-agent", "qwen"])
def test_an_agent_wants_a_description_since_it_is_chosen_by_that(product):
    agent = whole("a", description=derived("First words."), dialect=product)
    assert len(said("missing-description", agent)) == 1


def test_a_description_too_long_for_a_skill():
    skill = {"dialect": SKILL, "path": "skills/a/SKILL.md"}
    assert said("long-description", whole("a", description="x" * 1024, **skill)) == []
    assert said("long-description", whole("a", description=at("x" * 1025, 3), **skill)) == [
        ("skills/a/SKILL.md:3", "The description has 1025 characters; Agent Skills takes 1024")
    ]
    assert said("long-description", whole("a", description="x" * 1025, dialect=CLAUDE)) == []


@pytest.mark.parametrize("body", ["", "  \n\n\t"])
def test_no_instructions(body):
    assert said("empty-body", whole("a", body=Body(body, line=5))) == [
        ("a.md:5", "There are no instructions")
    ]


def test_a_list_of_personas_whose_instructions_are_elsewhere(tmp_path):
    one = "agents:\n  - name: Ann\n    role: Gardener\n    description: Mows.\n"
    several = one + "  - name: Bob\n    role: Cook\n    description: Cooks.\n"
    told = f"{several}    prompt: Cook it.\n"
    files = {"one.yaml": one, "several.yaml": several, "told.yaml": told}
    made = read(Options(sources=(".",)), write_tree(tmp_path, files)).personas
    assert len(made) == 5
    assert {each.path for each in findings(*made, code="empty-body")} == {"one.yaml", "told.yaml"}


@pytest.mark.parametrize(
    "model", ["opus", "Sonnet", "inherit", "claude-opus-4-5", "us.anthropic.claude-x[1m]"]
)
def test_models_that_are_known(model):
    assert said("unknown-model", whole("a", dialect=CLAUDE, model=model)) == []


def test_a_model_nobody_has():
    (only,) = findings(whole("a", dialect=CLAUDE, model=at("sonet", 4)), code="unknown-model")
    assert only.place == "a.md:4"
    assert only.message == "Claude Code has no model “sonet”; did you mean “sonnet”?"
    assert "opus" in only.fix
    assert said("unknown-model", whole("a", model="sonet")) == []


@pytest.mark.parametrize(("path", "block", "message"), [
    (".claude/agents/a.md", "permissionMode: acceptEdit", "be “acceptEdit”; did you mean “acceptEdits”?"),
    (".claude/agents/a.md", "memory: everything", "be “everything”"),
    (".claude/commands/a.md", "effort: huge", "be “huge”"),
    (".codex/agents/a.toml", 'sandbox_mode = "readonly"', "be “readonly”; did you mean “read-only”?"),
    (".cursor/rules/a.mdc", "alwaysApply: yes", "be “yes”"),
    (".gemini/agents/a.md", "kind: near", "be “near”"),
    (".github/agents/a.agent.md", "target: vs-code", "be “vs-code”; did you mean “vscode”?"),
    (".kiro/steering/a.md", "inclusion: fileMatched", "be “fileMatched”; did you mean “fileMatch”?"),
    (".opencode/agent/a.md", "mode: sub-agent", "be “sub-agent”; did you mean “subagent”?"),
    (".windsurf/rules/a.md", "trigger: always", "be “always”; did you mean “always_on”?"),
    ("skills/a/SKILL.md", "effort: very", "be “very”"),
])  # fmt: skip
def test_a_value_that_the_product_does_not_know(path, block, message, tmp_path):
    toml = path.endswith(".toml")
    text = f'{block}\ndeveloper_instructions = "Mow."\n' if toml else f"---\n{block}\n---\nMow.\n"
    made = read(Options(), write_tree(tmp_path, {f"personas/{path}": text})).personas
    (found,) = findings(*made, code="unknown-value")
    line = 1 if toml else 2
    value = re.split(r"[:=]\s*", block)[1].strip('"')
    assert found.place == f"personas/{path}:{line}:{text.split(chr(10))[line - 1].index(value) + 1}"
    assert found.message.partition(" cannot ")[2] == message


@pytest.mark.parametrize("value", ["acceptEdits", "plan", '"plan"', ""])
def test_a_value_that_it_knows(value, tmp_path):
    made = read_one(tmp_path, ".claude/agents/a.md", f"permissionMode: {value}\neffort: 30\nmode: any")
    assert said("unknown-value", made) == []


def test_another_products_setting_may_be_anything(tmp_path):
    made = read_one(tmp_path, ".claude/agents/a.md", "mode: any\ntarget: here\ntrigger: always")
    assert said("unknown-value", made) == []


def test_colours():
    given = ["red", "#a0f", "Tomato", "metallic-bleu", "neon", "red; background: url(x)"]
    wrong = said("unknown-color", *(whole(f"p{n}", color=color) for n, color in enumerate(given)))
    assert wrong == [
        ("p5.md", "“red; background: url(x)” is not a colour"),  # worse than a slip of the pen
        ("p3.md", "“metallic-bleu” is not a colour; did you mean “blue”?"),
        ("p4.md", "“neon” is not a colour"),
    ]
