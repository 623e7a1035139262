"""`persona-docs new`: what it writes is read as what was asked for, and needs no fixing."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from persona_docs.cli import main
from persona_docs.cli.new import PATTERNS
from persona_docs.options import Options
from persona_docs.reading import read

SAID = 'Says "no" politely: use it when a release is due \\ at risk.'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def new(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["new", *arguments], input=answers)


@pytest.mark.parametrize("dialect", PATTERNS)
def test_what_is_written_is_read_in_its_dialect_and_has_no_findings(folder, dialect):
    result = new("--name", "Señora Ops", "--description", SAID, "--dialect", dialect)
    assert result.exit_code == 0, result.output
    written = PATTERNS[dialect].place.format(name="senora-ops")
    assert f"{written} is written." in result.output
    (persona,) = read(Options(sources=(written,)), folder).personas
    assert (persona.dialect, persona.description.value) == (dialect, SAID)
    assert persona.body.checklists
    checked = CliRunner().invoke(main, ["check", "--fail-on", "info", written])
    assert (checked.exit_code, checked.output) == (0, "Nothing to fix in 1 persona.\n")


def test_what_is_not_given_is_asked(folder):
    result = new(answers="QA\nTests things. Use it before a release.\n\n")
    assert result.exit_code == 0
    assert "[claude-agent]" in result.output
    assert "Tests things." in (folder / ".claude/agents/qa.md").read_text("utf-8")


@pytest.mark.parametrize(("sources", "told"), [("personas", True), (".claude/agents", False)])
def test_a_site_that_does_not_have_its_folder_is_named(folder, sources, told):
    config = f"site_name: x\nplugins: [persona-docs: {{sources: [{sources}]}}]\n"
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    said = new("--name", "QA", "--description", "Tests.", "--dialect", "claude-agent").output
    assert ("First add `.claude/agents` to `sources` in mkdocs.yml" in said) is told


def test_nothing_is_overwritten_and_it_can_go_elsewhere(folder):
    given = ("--name", "QA", "--description", "Tests.", "--dialect", "skill", "--directory", "team")
    assert new(*given).exit_code == 0
    (folder / "team/qa/SKILL.md").write_text("mine", "utf-8")
    again = new(*given)
    assert again.exit_code == 2
    assert "qa/SKILL.md is there already; choose another name" in again.output
    assert (folder / "team/qa/SKILL.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--name", "../..", "--description", "x", "--dialect", "skill"], "needs a letter"),
        (["--name", "x", "--description", " ", "--dialect", "skill"], "the description is empty"),
        (["--name", "x", "--description", "x", "--dialect", "claud"], "'claud' is not one of"),
    ],
)
def test_what_cannot_be_is_said(folder, arguments, said):
    result = new(*arguments)
    assert (result.exit_code, said in result.output) == (2, True)
    assert list(folder.iterdir()) == []
