"""`persona-docs check`, as typed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from click.testing import CliRunner, Result

from persona_docs.cli import fixing, main

SOUND = "---\nname: {0}\ndescription: Does {0}.\n---\n\n# {0}\n\nDo {0} well, and say so.\n"
TWINS = {"personas/qa.md": SOUND.format("qa"), "personas/team/qa.md": SOUND.format("qa")}
BROKEN = {"personas/c.md": "---\nname: c\ndescription: Use when: now\n---\n\nDo c.\n"}


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def tree(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


def run(*arguments: str, stdout: IO[str] | int) -> subprocess.CompletedProcess[str]:
    """The command as a program of its own, which says what it has to say to somebody else."""
    program = [sys.executable, "-c", "from persona_docs.cli import main; main()", *arguments]
    return subprocess.run(program, stdout=stdout, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def codes(result: Result) -> list[str]:
    return [each["code"] for each in json.loads(result.stdout)["findings"]]


class TestExitStatus:
    def test_0_if_there_is_nothing_to_fix(self, folder):
        tree(folder, {"personas/qa.md": SOUND.format("qa")})
        result = check()
        assert (result.exit_code, result.output) == (0, "Nothing to fix in 1 persona.\n")

    def test_1_if_there_is_an_error(self, folder):
        tree(folder, BROKEN)
        result = check()
        assert result.exit_code == 1
        assert "personas/c.md:3:22 error[front-matter]" in result.output
        assert "    3 │ description: Use when: now\n      │                      ^\n" in result.output

    @pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
    def test_how_bad_is_too_bad_can_be_said(self, folder, level, status):
        tree(folder, TWINS)
        assert check("--fail-on", level).exit_code == status

    @pytest.mark.parametrize(
        ("arguments", "answer"),
        [
            (["--format", "html"], "'html' is not one of"),
            (["--select", "same-nam"], "did you mean “same-name”?"),
            (["--ignore", "x"], "there is no finding “x”; there are address, "),
            (["--fail-on", "warn"], "'warn' is not one of"),
            (["--baselin", "x"], "Did you mean '--baseline'?"),
            (["nowhere.md"], "there is no file or folder “nowhere.md”"),
            (["x*.md"], "no persona file matches “x*.md”"),
            (["personas/q?", "personas/*.png"], "no persona file matches “personas/q?”"),
            (["person/**/*.md"], "there is no file or folder “person”; did you mean “personas”?"),
            (["--baseline", "mkdocs.yml"], "a baseline is what"),
            (["--baseline", "gone.json"], "does not exist"),
            (["-f", "gone.yml"], "does not exist"),
        ],
    )
    def test_2_if_it_is_used_wrongly(self, folder, arguments, answer):
        tree(folder, TWINS | {"mkdocs.yml": "site_name: x"})
        result = check(*arguments)
        assert result.exit_code == 2
        assert answer in result.output

    @pytest.mark.parametrize(
        ("given", "meant"),
        [
            ("findings: {fence: warn}", "warning"),
            ("sources: [{path: team, dialect: claude-agnt}]", "claude-agent"),
            ("aliases: {expertize: [x]}", "expertise"),
            ("source: [team]", "sources"),
        ],
    )
    def test_2_if_the_configuration_is_wrong(self, folder, given, meant):
        tree(folder, {"mkdocs.yml": f"plugins: [persona-docs: {{{given}}}]"})
        result = check()
        assert result.exit_code == 2
        assert f"did you mean “{meant}”?" in result.output
        assert "Usage:" not in result.output  # it would not help


class TestWhatIsChecked:
    FILES = TWINS | {".claude/agents/x.md": "---\nname: x\n---\n"}

    def test_the_sources_of_the_configuration(self, folder):
        tree(folder, self.FILES | {"mkdocs.yml": "plugins: [persona-docs: {sources: [.claude/agents]}]"})
        assert set(codes(check("--format", "json"))) == {"missing-description", "empty-body"}

    def test_without_a_configuration_what_serve_would_show(self, folder):
        tree(folder, self.FILES)
        found = set(codes(check("--format", "json")))
        assert found == {"missing-description", "empty-body", "same-name"}

    def test_or_the_paths_that_are_given(self, folder):
        tree(folder, self.FILES)
        assert codes(check("--format", "json", "personas/qa.md")) == []
        assert codes(check("--format", "json", "personas/**/*.md")) == ["same-name", "same-name"]
        assert "empty-body" in codes(check("--format", "json", "**/x.*"))
        assert "empty-body" in codes(check("--format", "json", str(folder / ".claude")))

    def test_a_site_without_the_plugin_says_nothing_of_sources(self, folder):
        tree(folder, self.FILES | {"mkdocs.yml": "site_name: Shop\nplugins: [search]\n"})
        assert "empty-body" in codes(check("--format", "json"))

    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            (None, False),
            ("site_name: Shop\nplugins: [search]\n", False),
            ("plugins: [persona-docs]\n", True),
            ("markdown_extensions: [persona_docs]\n", True),
        ],
    )
    def test_only_beside_a_site_of_personas_something_is_kept(self, folder, text, kept):
        tree(folder, self.FILES | ({} if text is None else {"mkdocs.yml": text}))
        check()
        assert (folder / ".cache").exists() == kept

    def test_of_a_project_the_places_that_serve_would_show(self, folder):
        tree(folder, {f"shop/{name}": text for name, text in BROKEN.items()})
        tree(folder, {"shop/.git/HEAD": "", "shop/docs/guide.md": "# A guide\n"})
        for path in ("shop", str(folder / "shop")):
            assert codes(check("--format", "json", path)) == ["front-matter"]

    def test_a_configuration_elsewhere_brings_its_own_folder(self, folder, monkeypatch):
        tree(
            folder,
            {f"site/{name}": text for name, text in TWINS.items()} | {"site/mkdocs.yml": "site_name: x"},
        )
        found = json.loads(check("--format", "json", "-f", "site/mkdocs.yml").stdout)["findings"]
        assert [each["path"] for each in found] == ["personas/qa.md", "personas/team/qa.md"]

    def test_levels_hold_here_too(self, folder):
        tree(folder, TWINS | {"mkdocs.yml": "plugins: [persona-docs: {findings: {same-name: error}}]"})
        assert check().exit_code == 1
        tree(folder, {"mkdocs.yml": "plugins: [persona-docs: {findings: {same-name: ignore}}]"})
        assert check("--fail-on", "info").exit_code == 0


class TestWhatIsReported:
    def test_selected_and_ignored_codes(self, folder):
        tree(folder, TWINS | BROKEN)
        assert codes(check("--format", "json", "--select", "same-name")) == ["same-name"] * 2
        assert codes(check("--format", "json", "--ignore", "same-name, front-matter")) == []

    def test_nothing_is_mended_where_the_baseline_is_none(self, folder):
        tree(folder, BROKEN | {"known.json": "{}"})
        assert check("--fix", "--baseline", "known.json").exit_code == 2
        assert (folder / "personas/c.md").read_text("utf-8") == BROKEN["personas/c.md"]

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
    def test_a_report_that_finds_no_room(self, folder):
        tree(folder, TWINS)
        with Path("/dev/full").open("w") as full:
            ended = run("check", stdout=full)
        assert (ended.returncode, ended.stderr) == (2, "Error: No space left on device\n")

    def test_what_a_code_that_is_left_out_says_of_copies_others_say(self, folder):
        text = SOUND.format("qa") + "Try what people do with it, and what they should not. " * 5
        tree(folder, {"personas/qa.md": text, "personas/team/qa.md": text})
        assert codes(check("--format", "json")) == ["near-duplicate"]
        assert codes(check("--format", "json", "--ignore", "near-duplicate")) == ["same-name"] * 2
        assert codes(check("--format", "json", "--select", "same-name")) == ["same-name"] * 2

    def test_only_what_is_new_since_the_baseline(self, folder):
        tree(folder, TWINS)
        (folder / "known.json").write_text(check("--format", "json").stdout)
        again = check("--baseline", "known.json", "--fail-on", "info")
        assert (again.exit_code, again.output) == (
            0,
            "Nothing to fix in 2 personas; 2 known from the baseline.\n",
        )
        tree(folder, BROKEN)
        assert codes(check("--format", "json", "--baseline", "known.json")) == ["front-matter"]

    def test_github_says_nothing_where_there_is_nothing(self, folder):
        tree(folder, {"personas/qa.md": SOUND.format("qa")})
        assert check("--format", "github").output == ""

    @pytest.mark.parametrize("here", [".", "site"])
    def test_services_are_told_files_from_the_top_of_the_checkout(self, folder, monkeypatch, here):
        config = {
            "site/mkdocs.yml": "site_name: x\nplugins: [persona-docs: {sources: [../team, personas]}]\n"
        }
        (text,) = BROKEN.values()
        broken = {"site/personas/a.md": text, "team/b.md": text}
        tree(folder, {".git/HEAD": "", **config, **broken})
        monkeypatch.chdir(folder / here)
        told = ("-f", str(folder / "site/mkdocs.yml"), "--select", "front-matter")
        sarif = json.loads(check("--format", "sarif", *told).stdout)
        places = [each["locations"][0]["physicalLocation"] for each in sarif["runs"][0]["results"]]
        assert {each["artifactLocation"]["uri"] for each in places} == {"site/personas/a.md", "team/b.md"}
        github = check("--format", "github", *told).stdout
        assert ("file=site/personas/a.md," in github, "file=team/b.md," in github) == (True, True)

    def test_colour_is_the_readers_choice(self, folder, monkeypatch):
        tree(folder, BROKEN)
        assert "\x1b[" not in check().output
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert "\x1b[31m" in check().output
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in check().output

    def test_a_terminal_that_cannot_show_a_sign_gets_its_number(self, folder, monkeypatch):
        tree(folder, {"personas/qa.md": "---\nname: 数据\ntool: Read\n---\n"})
        monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
        result = run("check", stdout=subprocess.PIPE)
        assert "1 \\u2502 ---\n" in result.stdout
        assert (result.returncode, result.stderr) == (0, "")

    def test_nothing_of_a_file_moves_the_cursor(self, folder):
        tree(
            folder,
            {"personas/a.md": '---\nname: "\\e[2Jx"\ndescription: "\\u202eabc: "\n---\n\x1b]0;owned\x07\n'},
        )
        output = check("--fail-on", "never").output
        assert not set(output) & {"\x1b", "\x07", "\u202e", "\x9b"}


class TestFix:
    def test_the_difference_is_shown_and_then_written(self, folder):
        tree(folder, BROKEN)
        result = check("--fix")
        assert result.exit_code == 0
        assert '+description: "Use when: now"\n' in result.stderr
        assert "fixed personas/c.md: front-matter\n" in result.stderr
        assert result.stdout == "Nothing to fix in 1 persona.\n"
        assert (folder / "personas/c.md").read_text() == BROKEN["personas/c.md"].replace(
            "Use when: now", '"Use when: now"'
        )

    def test_or_shown_alone(self, folder):
        tree(folder, BROKEN)
        result = check("--diff")
        assert result.exit_code == 1
        assert "would fix personas/c.md: front-matter\n" in result.stderr
        assert (folder / "personas/c.md").read_text() == BROKEN["personas/c.md"]

    @pytest.mark.parametrize("arguments", [["--ignore", "front-matter"], ["--select", "encoding"]])
    def test_what_is_not_reported_is_not_mended(self, folder, arguments):
        tree(folder, BROKEN)
        check("--fix", *arguments)
        assert (folder / "personas/c.md").read_text() == BROKEN["personas/c.md"]

    def test_nor_what_its_product_does_not_read_as_yaml(self, folder):
        rule = "---\ndescription: Rules\nglobs: **/*.py\nalwaysApply: false\n---\n\nBe kind.\n"
        tree(folder, {".cursor/rules/a.mdc": rule})
        check("--fix", ".cursor/rules")
        assert (folder / ".cursor/rules/a.mdc").read_text() == rule

    def test_what_cannot_be_written_keeps_nothing_else(self, folder, monkeypatch):
        tree(folder, BROKEN | {"personas/d.md": BROKEN["personas/c.md"]})
        real = fixing.replace_bytes

        def refuse(file, data):
            if file.name == "c.md":
                raise PermissionError(13, "Permission denied")
            real(file, data)

        monkeypatch.setattr(fixing, "replace_bytes", refuse)
        result = check("--fix")
        assert result.exit_code == 1
        assert "cannot write (Permission denied) personas/c.md: front-matter\n" in result.stderr
        assert "fixed personas/d.md: front-matter\n" in result.stderr
        assert (folder / "personas/c.md").read_text() == BROKEN["personas/c.md"]

    def test_twice_changes_nothing_more(self, folder):
        (folder / "personas").mkdir()
        (folder / "personas/a.md").write_bytes("---\rdescription: Señal: sí\r---\rx\r".encode("cp1252"))
        check("--fix")
        once = (folder / "personas/a.md").read_bytes()
        assert once == '---\ndescription: "Señal: sí"\n---\nx\n'.encode()
        assert check("--fix").stderr == ""
        assert (folder / "personas/a.md").read_bytes() == once
