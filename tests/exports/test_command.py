"""`persona-docs export`, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from persona_docs.cli import main
from persona_docs.exports.folder import journal
from persona_docs.exports.formats import FORMATS
from tests.tree import write_tree

TEAM = """
== mkdocs.yml
site_name: Team
site_url: https://example.org/team/
repo_url: https://github.com/me/it
theme: {name: material, language: es}
plugins: [persona-docs: {path: people}]
== personas/backend.md
---
name: backend
description: Builds APIs
---
See [the notes](../notes.md) and [QA](qa.md).
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
    return CliRunner().invoke(main, ["export", *arguments])


def test_a_folder_is_written_then_up_to_date_then_stale(team: Path) -> None:
    assert run("markdown", "-o", "out", "--check").exit_code == 1
    assert not (team / "out").exists()
    written = run("markdown", "-o", "out")
    assert (written.exit_code, "wrote backend.md" in written.output) == (0, True)
    again = run("markdown", "-o", "out", "--check")
    assert (again.exit_code, again.output) == (0, "8 files in out are up to date\n")

    (team / "personas" / "qa.md").unlink()
    stale = run("markdown", "-o", "out", "--check")
    assert stale.exit_code == 1
    assert {"backend.md is out of date", "qa.md should not be there any more"} <= set(
        stale.output.splitlines()
    )
    assert (run("markdown", "-o", "out").exit_code, (team / "out" / "qa.md").exists()) == (0, False)


def test_what_you_changed_stays_and_its_difference_is_shown(team: Path) -> None:
    run("markdown", "-o", "out")
    page = team / "out" / "backend.md"
    page.write_text("# Mine\n", encoding="utf-8")

    told = run("markdown", "-o", "out")

    assert told.exit_code == 1
    assert "kept backend.md: it was changed since it was written; delete it" in told.output
    assert {"+# Mine", "-# Backend"} <= set(told.output.splitlines())
    assert page.read_text(encoding="utf-8") == "# Mine\n"
    assert run("markdown", "-o", "out", "--check").exit_code == 1


def test_a_page_of_your_own_is_no_reason_to_fail(team: Path) -> None:
    write_tree(team, {"out/Home.md": "# Our wiki\n"})

    told = run("github-wiki", "-o", "out")

    assert (told.exit_code, "kept Home.md: it was there before" in told.output) == (0, True)
    assert run("github-wiki", "-o", "out", "--check").exit_code == 0


def test_the_site_s_settings_hold_here_too(team: Path) -> None:
    run("markdown", "-o", "out")

    page = (team / "out" / "backend.md").read_text(encoding="utf-8")
    assert "[the notes](https://github.com/me/it/blob/master/notes.md) and [QA](qa.md)" in page
    assert "## De un vistazo" in page
    run("json", "-o", "out")
    assert '"url": "https://example.org/team/people/backend/"' in (team / "out" / "personas.json").read_text(
        "utf-8"
    )


def test_only_the_paths_that_are_named(team: Path) -> None:
    run("csv", "-o", "out", "personas/qa.md")

    assert (team / "out" / "personas.csv").read_text("utf-8-sig").count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["markdwn", "-o", "out"], "'markdwn' is not one of 'markdown'"),
        (["markdown"], "Missing option '--output'"),
        (["markdown", "-o", "out", "nowhere"], "no file or folder “nowhere”"),
        (["markdown", "-o", "out", "x*.md"], "no persona file matches “x*.md”"),
        (["feed", "-o", "out"], "git knows no commit"),
        (["markdown", "-o", "personas/qa.md"], "is a file"),
        (["markdown", "-o", "personas/wiki"], "would be a persona; choose another folder"),
    ],
)
def test_wrong_usage_says_what_to_do(team: Path, arguments: list[str], said: str) -> None:
    told = run(*arguments)

    assert (told.exit_code, said in told.output) == (2, True), told.output


def test_a_git_that_takes_too_long_is_not_said_to_know_nothing(team: Path, slow_git: Path) -> None:
    slow = "git took more than 0.5 seconds to tell when the persona files changed"

    wiki = run("markdown", "-o", "out")
    assert (wiki.exit_code, wiki.stderr.count(f"No dates of changes: {slow}")) == (0, 1)
    feed = run("feed", "-o", "out")
    assert (feed.exit_code, feed.stderr.count(slow)) == (2, 1)
    assert "shallow" not in feed.stderr


def test_a_folder_of_personas_that_is_gone_empties_no_wiki(team: Path) -> None:
    run("markdown", "-o", "out")
    (team / "personas").rename(team / "persons")

    told = run("markdown", "-o", "out")
    assert told.exit_code == 2
    assert "nothing to export. There is no `personas` here; did you mean `persons`?" in told.output
    assert (team / "out" / "qa.md").is_file()

    write_tree(team, {"mkdocs.yml": "plugins: [persona-docs: {sources: [persons, team]}]"})
    told = run("csv", "-o", "table")
    assert (told.exit_code, "There is no `team` here\n" in told.stderr) == (0, True)


def test_a_folder_that_cannot_be_written_is_named(team: Path) -> None:
    write_tree(team, {"file": ""})
    told = run("csv", "-o", "file/out")
    assert (told.exit_code, "Error: file/out" in told.output) == (2, True), told.output


def test_an_export_that_was_ended_half_way_is_told_by_check(team: Path) -> None:
    run("csv", "-o", "out")
    out = (team / "out").resolve()
    journal.begin(out, [], {"csv": {}})

    told = run("csv", "-o", "out", "--check")
    assert (told.exit_code, "ended half-way" in told.output) == (1, True)
    run("csv", "-o", "out")
    assert run("csv", "-o", "out", "--check").exit_code == 0


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"feed"}))
def test_every_format_says_the_same_twice(team: Path, form: str) -> None:
    assert run(form, "-o", "out").exit_code == 0
    assert run(form, "-o", "out", "--check").exit_code == 0


def test_the_help_names_every_format() -> None:
    said = " ".join(run("--help").output.split())
    assert f"FORMAT is one of {', '.join(FORMATS)}." in said
