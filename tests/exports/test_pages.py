"""`persona-docs pages`: the catalog as files, for generators that run no plugin."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from markdown import Markdown

from persona_docs.cli import main
from persona_docs.configuration import read_configuration
from persona_docs.engines import standalone
from tests.tree import write_tree

TEAM = """
== mkdocs.yml
site_name: Team
plugins: [persona-docs: {path: people}]
== personas/backend.md
---
name: backend
description: Builds APIs
---
Ask [QA](qa.md).
== personas/qa.md
---
name: qa
---
- [ ] Look
"""


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_tree(tmp_path, TEAM))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["pages", *arguments])


def test_every_page_is_a_title_and_three_lines(team: Path) -> None:
    assert run("docs").exit_code == 0

    docs = team / "docs"
    written = {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file()}
    of_all = {"index", "compare", "triggers", "tools", "expertise", "checklists", "health"}
    assert {f"people/{name}.md" for name in {*of_all, "backend", "qa"}} <= written
    assert {"people/sources/backend.md.txt", "assets/persona-docs/persona.css"} <= written
    front, directive = (docs / "people/backend.md").read_text("utf-8").split("\n\n")
    assert front == '---\ntitle: "Backend"\ndescription: "Builds APIs"\n---'
    assert directive.startswith("/// persona-page | people/backend.md\n    hash: ")
    assert directive.count("\n") == 3


def test_only_pages_that_will_show_something_else_are_written_again(team: Path) -> None:
    run("docs")
    assert (again := run("docs", "--check")).exit_code == 0, again.output

    write_tree(team, {"personas/qa.md": "---\nname: qa\ndescription: Looks\n---\n- [ ] Look twice\n"})

    stale = run("docs", "--check")
    assert stale.exit_code == 1
    assert "people/qa.md is out of date" in stale.output
    assert "people/backend.md is out of date" not in stale.output
    assert run("docs").exit_code == 0
    (team / "personas/qa.md").unlink()
    run("docs")
    assert not (team / "docs/people/qa.md").exists()


def test_the_lines_that_a_configuration_lacks_are_printed_until_they_are_there(team: Path) -> None:
    lines = run("docs").stdout

    told = yaml.safe_load(lines)
    assert told["markdown_extensions"] == ["persona_docs"]
    assert told["extra_css"] == [f"assets/persona-docs/{name}.css" for name in ("persona-docs", "persona")]
    config = team / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}{lines}extra: {{}}\n", "utf-8")
    assert run("docs").stdout == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [("mkdocs.yml", "site_name: Team\n"), ("zensical.toml", "[project]\nsite_name = 'Team'\n")],
)
def test_they_name_the_places_that_were_found(team: Path, name: str, text: str) -> None:
    (team / "mkdocs.yml").unlink()
    write_tree(team, {name: text})
    (team / ".claude").mkdir()
    (team / "personas").rename(team / ".claude/agents")

    lines = run("docs").stdout
    (team / name).write_text(f"{text}{lines}", "utf-8")

    assert read_configuration(team / name).sources == (".claude/agents",)
    assert (run("docs", "--check").exit_code, run("docs").stdout) == (0, "")


def test_the_lines_for_zensicals_own_configuration(team: Path) -> None:
    (team / "mkdocs.yml").unlink()
    file = team / "zensical.toml"
    file.write_text('[project]\nsite_name = "Team"\n', "utf-8")

    lines = run("docs").stdout
    file.write_text(f"{file.read_text('utf-8')}{lines}path = 'people'\n", "utf-8")

    assert run("docs").stdout == ""
    assert (team / "docs/people/backend.md").exists()


def test_the_extension_fills_them(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("docs")
    lines = (team / "docs/people/backend.md").read_text("utf-8").split("---\n", 2)[2]

    html = Markdown(extensions=["persona_docs"]).convert(lines)

    assert 'Ask <a href="../qa/">QA</a>.' in html
    assert 'href="../sources/backend.md.txt"' in html
    assert standalone.place_from({}, "people/backend.md", "people/backend/").page("people/qa.md")


@pytest.mark.parametrize(
    "title", ["</title><script>x</script>", "a: b # c", "---", '"', "\x1b[31m", "{{ x }}"]
)
def test_whatever_a_title_is_it_is_one(team: Path, title: str) -> None:
    persona = (
        f"---\nname: qa\ntitle: {yaml.safe_dump(title, width=999).strip().removesuffix('...')}\n---\nx\n"
    )
    write_tree(team, {"personas/qa.md": persona})
    assert run("docs").exit_code == 0

    front = (team / "docs/people/qa.md").read_text("utf-8").split("\n---\n")[0].removeprefix("---\n")

    assert "<" not in front
    assert isinstance(yaml.safe_load(front)["title"], str)


def test_a_page_of_your_own_stays(team: Path) -> None:
    write_tree(team, {"docs/people/index.md": "# Our people\n"})

    told = run("docs")

    assert (told.exit_code, "kept people/index.md" in told.output) == (0, True)
