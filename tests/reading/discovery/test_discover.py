"""A tree of files and the sources go in; the files to read, in order, and what is wrong come out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_docs.model import Severity
from persona_docs.options import Limits, SourceEntry
from persona_docs.reading.discovery.discover import SourceFile, discover, read_bytes
from persona_docs.reading.discovery.filenames import is_persona_file
from persona_docs.reading.discovery.globs import matches
from persona_docs.reading.discovery.sources import watch_paths
from tests.tree import write_tree

LIMITS = Limits()


def tree(root: Path, *paths: str) -> Path:
    return write_tree(root, dict.fromkeys(paths, "text"))


def found(root: Path, *sources: str | SourceEntry) -> list[str]:
    files, findings = discover(sources, root, LIMITS)
    assert [f for f in findings if f.code != "left-out"] == []
    return [file.path for file in files]


def told(root: Path, *sources: str) -> list[tuple[str, str]]:
    files, findings = discover(sources, root, LIMITS)
    assert files == ()
    return [(f.code, f.message) for f in findings]


class TestSources:
    def test_a_folder_with_all_below_it_in_order(self, tmp_path):
        tree(tmp_path, "p/b.md", "p/A.md", "p/deep/er/c.md", "p/.hidden/d.md", "other/e.md")
        assert found(tmp_path, "p") == ["p/.hidden/d.md", "p/A.md", "p/b.md", "p/deep/er/c.md"]
        assert found(tmp_path, "./p/") == found(tmp_path, "p")

    @pytest.mark.parametrize(
        ("source", "paths"),
        [
            (".claude/agents", [".claude/agents/a.md", ".claude/agents/x/b.md"]),
            (".claude/agents/**/*.md", [".claude/agents/a.md", ".claude/agents/x/b.md"]),
            (".claude/agents/*.md", [".claude/agents/a.md"]),
            (".claude/*/a.md", [".claude/agents/a.md"]),
            ("**/a.md", [".claude/agents/a.md", "agents/a.md"]),
            ("**/agents", []),
            (".c*/**", [".claude/agents/a.md", ".claude/agents/x/b.md"]),
            ("agents/?.md", ["agents/a.md"]),
            ("agents/[ab].md", ["agents/a.md"]),
            ("agents/a.md", ["agents/a.md"]),
        ],
    )
    def test_globs_enter_dot_folders(self, tmp_path, source, paths):
        tree(tmp_path, ".claude/agents/a.md", ".claude/agents/x/b.md", "agents/a.md", "node_modules/a.md")
        files, _ = discover((source,), tmp_path, LIMITS)
        assert [file.path for file in files] == paths

    def test_a_folder_may_be_called_like_a_glob(self, tmp_path):
        tree(tmp_path, "[old]/a.md", "o/a.md")
        assert found(tmp_path, "[old]") == ["[old]/a.md"]

    def test_sources_above_and_elsewhere(self, tmp_path):
        tree(tmp_path, "site/mkdocs.yml", "agents/a.md", "more/b.md")
        root = tmp_path / "site"
        assert found(root, "../agents", str(tmp_path / "more")) == ["../agents/a.md", "../more/b.md"]
        assert found(root, "../*/*.md") == ["../agents/a.md", "../more/b.md"]

    def test_the_home_folder(self, tmp_path, monkeypatch):
        tree(tmp_path, "home/.claude/agents/a.md", "site/mkdocs.yml")
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        assert found(tmp_path / "site", "~/.claude/agents") == ["../home/.claude/agents/a.md"]

    def test_each_file_once_and_the_first_source_counts(self, tmp_path):
        tree(tmp_path, "p/a.md")
        files, _ = discover(("p/*.md", "p", "p/a.md"), tmp_path, LIMITS)
        assert files == (SourceFile("p/a.md", tmp_path / "p/a.md", "p/*.md"),)

    def test_a_named_dialect_counts_first(self, tmp_path):
        tree(tmp_path, "p/a.md")
        files, _ = discover(("p", SourceEntry("p/a.md", "skill")), tmp_path, LIMITS)
        assert [(file.source, file.dialect) for file in files] == [("p/a.md", "skill")]

    def test_at_most_so_many(self, tmp_path):
        tree(tmp_path, "p/a.md", "p/b.md", "p/c.md")
        files, (finding,) = discover(("p",), tmp_path, Limits(personas=2))
        assert [file.path for file in files] == ["p/a.md", "p/b.md"]
        assert (finding.code, finding.path) == ("too-large", "p/c.md")

    def test_what_live_reload_watches(self, tmp_path):
        tree(tmp_path, "p/a.md", "q/b.md")
        paths = watch_paths(("p", "q/**/*.md", "p/a.md", "gone", "p"), tmp_path)
        assert paths == (tmp_path / "p", tmp_path / "q", tmp_path / "p/a.md")


class TestNames:
    def test_papers_are_left_out_by_their_exact_names(self, tmp_path):
        papers = ["README.md", "Contributing.md", "CHANGELOG.md", "LICENSE.md", "CLAUDE.md", "AGENTS.md"]
        papers += ["GEMINI.md", "CODEX.md", "SECURITY.md", "CODE_OF_CONDUCT.md", "index.md", "MEMORY.md"]
        personas = ["agents-orchestrator.md", "readme-generator.md", "security-auditor.md"]
        tree(tmp_path, *(f"p/{name}" for name in papers + personas))
        assert found(tmp_path, "p") == [f"p/{name}" for name in personas]
        assert found(tmp_path, "p/*.md") == [f"p/{name}" for name in personas]

    def test_papers_about_a_part_of_the_project_are_left_out(self, tmp_path):
        papers = ["README-HOOKS.md", "LICENSE-MIT.md", "CHANGELOG_2024.md", "SAIL_LOFT_README.md"]
        personas = ["README-writer.md", "LICENSE.checker.md", "SECURITY-AUDITOR.md", "sail_readme.md"]
        tree(tmp_path, *(f"p/{name}" for name in papers + personas))
        assert found(tmp_path, "p") == [f"p/{name}" for name in sorted(personas, key=str.lower)]

    def test_papers_are_left_out_in_every_language(self, tmp_path):
        papers = ["README.zh-CN.md", "README_ja.md", "README-KR.md", "readme.pt-br.md", "CHANGELOG.fr.md"]
        papers += ["CONTRIBUTING_de.md", "AGENTS.vi.md", "INSTALL.ru.md"]
        personas = ["agents-hr.md", "api-de.md", "readme-it.md", "README_generator.md"]
        tree(tmp_path, *(f"p/{name}" for name in papers + personas))
        assert found(tmp_path, "p") == [f"p/{name}" for name in personas]

    def test_a_persona_may_bear_the_name_of_a_paper_that_is_written_in_capitals(self, tmp_path):
        papers = ["CATALOG.md", "QWEN.md", "WARP.md", "API.md", "EULA.md", "PRIVACY.md", "TERMS.de.md"]
        personas = ["api.md", "catalog.md", "gemini.md", "privacy.md", "security.md"]
        tree(tmp_path, *(f"p/{name}" for name in papers + personas))
        assert found(tmp_path, "p") == [f"p/{name}" for name in personas]

    def test_a_command_may_bear_the_name_of_a_paper(self, tmp_path):
        named = "---\nname: {}\ndescription: Lists what changed.\n---\nList.\n"
        says = "---\ndescription: Lists what changed.\n---\nList.\n"
        files = {
            ".claude/commands/license.md": "Add a licence.",
            "p/changelog.md": named.format("changelog"),
            "p/index.md": named.format("x:index"),
            "q/commands/changelog.md": says,
        }
        papers = {
            ".claude/commands/readme.md": says,
            "p/README.md": named.format("README"),
            "p/license.md": named.format("else"),
            "p/contributing.md": says,
            "q/commands/index.md": says.replace("desc", "title: Pages\ndesc"),
            "q/commands/license.md": "A licence.",
        }
        write_tree(tmp_path, files | papers)
        assert found(tmp_path, ".claude", "p", "q") == list(files)

    def test_forms_for_issues_are_papers(self, tmp_path):
        forms = [
            ".github/ISSUE_TEMPLATE/bug.yml",
            ".github/PULL_REQUEST_TEMPLATE.md",
            "docs/Issue_Template/a.md",
        ]
        tree(tmp_path, *forms, "agents/issue-template.md")
        files, (told,) = discover(["."], tmp_path, LIMITS)
        assert [file.path for file in files] == ["agents/issue-template.md"]
        assert all(form in told.message for form in forms)

    def test_what_an_export_wrote_is_not_read_again(self, tmp_path):
        hidden = (f"{tmp_path.as_posix()}/agents/ann.md", "../agents/ann.md")  # a manifest hides nothing else
        names = dict.fromkeys(("ann.md", "team/bob.md", *hidden), "0")
        manifest = json.dumps({"version": 1, "exports": {"markdown": names}})
        tree(tmp_path, "agents/ann.md", "wiki/ann.md", "wiki/team/bob.md", "wiki/own.md", "broken/a.md")
        write_tree(tmp_path, {"wiki/.persona-docs-export.json": manifest})
        write_tree(tmp_path, {"broken/.persona-docs-export.json": "[{"})
        tree(tmp_path, ".claude/agents/team/ann.md")  # nor anything that a product loads
        write_tree(tmp_path, {".claude/agents/team/.persona-docs-export.json": manifest})
        files, (told,) = discover([".", ".claude"], tmp_path, LIMITS)
        read = [".claude/agents/team/ann.md", "agents/ann.md", "broken/a.md", "wiki/own.md"]
        assert [file.path for file in files] == read
        assert (told.code, told.message) == ("left-out", "Exported: `wiki/ann.md`, `wiki/team/bob.md`")
        assert found(tmp_path, "wiki/team") == ["wiki/team/bob.md"]  # who names a folder wants what it holds

    def test_what_is_left_out_is_told_once_a_source(self, tmp_path):
        tree(tmp_path, *(f"p/{name}" for name in ("a.md", "README.md", "b.txt", "c.png", "x/index.md")))
        _, (told,) = discover(["p"], tmp_path, LIMITS)
        assert (told.code, told.path) == ("left-out", "p")
        assert told.message == "Not read as personas: `p/README.md`, `p/b.txt`, `p/x/index.md`"

    def test_a_paper_that_is_named_is_read(self, tmp_path):
        tree(tmp_path, "AGENTS.md")
        assert found(tmp_path, "AGENTS.md") == ["AGENTS.md"]

    @pytest.mark.parametrize(
        "name",
        [
            "a.MD",
            "a.agent.md",
            "a.mdc",
            "a.mdx",
            "a.markdown",
            "a.prompty",
            ".roomodes",
            ".kilocodemodes",
            "a.toml",
        ],
    )
    def test_what_may_hold_a_persona(self, name):
        assert is_persona_file(name)

    @pytest.mark.parametrize(
        "name", [".a.md", "a.md~", "#a.md#", "~a.md", "a.md.bak", "a.md.swp", "a.py", "a", "md"]
    )
    def test_what_may_not(self, name):
        assert not is_persona_file(f"p/{name}")

    def test_folders_of_tools_are_skipped_unless_named(self, tmp_path):
        tree(
            tmp_path,
            "p/node_modules/a.md",
            "p/.git/b.md",
            "p/.venv/c.md",
            "p/lib/site-packages/d.md",
            "p/e.md",
        )
        assert found(tmp_path, "p") == ["p/e.md"]
        assert found(tmp_path, "p/node_modules") == ["p/node_modules/a.md"]


class TestNothing:
    @pytest.mark.parametrize(
        ("source", "hint"),
        [
            ("persona", "; did you mean `personas`?"),
            ("personas/backnd", "; did you mean `personas/Backend`?"),
            ("zzz", ""),
            ("x" * 5000, ""),
            ("a\0b", ""),
        ],
    )
    def test_a_source_that_is_not_there(self, tmp_path, source, hint):
        tree(tmp_path, "personas/Backend/a.md")
        ((code, message),) = told(tmp_path, source)
        assert code == "no-personas"
        assert message.startswith("There is no `")
        assert message.endswith(f" here{hint}")
        assert message.isprintable()

    def test_a_source_that_holds_none(self, tmp_path):
        tree(tmp_path, "p/README.md", "p/picture.png")
        (tmp_path / "empty").mkdir()
        holds = "holds no persona file"
        assert told(tmp_path, "p", "empty", "p/*.md") == [
            ("no-personas", f"`p` {holds}"),
            ("left-out", "Not read as personas: `p/README.md`"),
            ("no-personas", f"`empty` {holds}"),
            ("no-personas", f"`p/*.md` {holds}"),
            ("left-out", "Not read as personas: `p/README.md`"),
        ]


def test_what_lies_with_a_skill_is_a_part_of_it_unless_it_is_named_itself(tmp_path):
    tree(tmp_path, "p/s/SKILL.md", "p/s/a.md", "p/s/deep/b.md", "p/c.md")

    def parts(*sources):
        return {file.path: file.part for file in discover(sources, tmp_path, LIMITS)[0]}

    apart = {"p/c.md": False, "p/s/SKILL.md": False}
    assert parts("p") == {**apart, "p/s/a.md": True, "p/s/deep/b.md": True}
    for sources in (("p", "p/s/a.md"), ("p/s/a.md", "p"), ("p", SourceEntry("p/s/a.md", "claude-agent"))):
        assert parts(*sources) == {**apart, "p/s/a.md": False, "p/s/deep/b.md": True}
    named = SourceEntry("p", "claude-agent")
    assert parts(named) == parts(named, "p") == {**apart, "p/s/a.md": False, "p/s/deep/b.md": False}


class TestLinks:
    """A link inside a source may not lead out of it."""

    def test_a_link_is_read_from_where_it_leads(self, tmp_path):
        tree(tmp_path, "p/lib/a.md")
        (tmp_path / "p/b.md").symlink_to("lib/a.md")
        files, findings = discover(("p/*.md",), tmp_path, LIMITS)
        assert (files, findings) == ((SourceFile("p/b.md", tmp_path / "p/lib/a.md", "p/*.md"),), ())
        assert read_bytes(files[0], LIMITS) == (b"text", ())

    @pytest.mark.parametrize(
        "target",
        ["../secret.md", "/etc/os-release", ".env", ".git/config", ".git/notes.md", "gone.md", "b.md"],
    )
    def test_a_link_that_may_not_be_read(self, tmp_path, target):
        tree(tmp_path, "secret.md", "p/.env", "p/.git/config", "p/.git/notes.md")
        (tmp_path / "p/b.md").symlink_to(target)
        files, (finding,) = discover(("p",), tmp_path, LIMITS)
        assert files == ()
        assert (finding.path, finding.severity) == ("p/b.md", Severity.ERROR)
        assert finding.code == ("unreadable-file" if target in ("gone.md", "b.md") else "outside-link")

    def test_a_source_may_be_a_link(self, tmp_path):
        tree(tmp_path, "elsewhere/a.md")
        (tmp_path / "p").symlink_to("elsewhere")
        assert found(tmp_path, "p") == ["p/a.md"]

    @pytest.mark.parametrize(
        ("target", "says", "severity"),
        [
            ("../../other", "leads out of `p`", Severity.ERROR),
            ("..", "leads to a folder that contains it", Severity.WARNING),
            (".", "leads to a folder that contains it", Severity.WARNING),
            ("../../p/y", "", None),
        ],
    )
    def test_links_to_folders(self, tmp_path, target, says, severity):
        tree(tmp_path, "p/a.md", "p/x/b.md", "p/y/c.md", "other/d.md")
        (tmp_path / "p/x/link").symlink_to(target)
        files, findings = discover(("p",), tmp_path, LIMITS)
        assert [file.path for file in files] == ["p/a.md", "p/x/b.md", "p/y/c.md"]
        assert [(f.code, f.severity, f.path) for f in findings] == (
            [("outside-link", severity, "p/x/link")] if severity else []
        )
        assert all(says in f.message for f in findings)

    @pytest.mark.parametrize("link", [".two/skills", ".two/skills/a", ".two/skills/a/SKILL.md"])
    def test_what_a_link_leads_to_is_read_in_its_own_place(self, tmp_path, link):
        tree(tmp_path, ".one/skills/a/SKILL.md", ".one/skills/b/SKILL.md")
        place = tmp_path / link
        place.parent.mkdir(parents=True)
        place.symlink_to(tmp_path / link.replace("two", "one"))
        both = (".two/skills", ".one/skills")
        assert found(tmp_path, *both) == [".one/skills/a/SKILL.md", ".one/skills/b/SKILL.md"]
        tree(tmp_path, "secret.md")
        (tmp_path / ".one/skills/c").symlink_to(tmp_path)
        assert [f.code for f in discover(both, tmp_path, LIMITS)[1]] == ["outside-link"]

    def test_a_folder_is_read_once_whole_and_by_its_globs_besides(self, tmp_path):
        tree(tmp_path, "elsewhere/a.md")
        (tmp_path / "p").symlink_to("elsewhere")
        assert found(tmp_path, "p", "elsewhere") == ["elsewhere/a.md"]
        assert found(tmp_path, "p", "elsewhere/*.md") == ["elsewhere/a.md", "p/a.md"]


class TestReading:
    def file(self, path: Path) -> SourceFile:
        return SourceFile(path.name, path, "p")

    def test_bytes_as_they_are(self, tmp_path):
        (tmp_path / "a.md").write_bytes(b"\r\n\x00\xff\x1a")
        assert read_bytes(self.file(tmp_path / "a.md"), LIMITS) == (b"\r\n\x00\xff\x1a", ())

    def test_a_file_that_is_too_large_is_not_read(self, tmp_path):
        (tmp_path / "a.md").write_bytes(b"x" * 101)
        data, (finding,) = read_bytes(self.file(tmp_path / "a.md"), Limits(file_size=100))
        assert (data, finding.message) == (None, "The file has 101 bytes; the limit is 100")
        assert read_bytes(self.file(tmp_path / "a.md"), Limits(file_size=101))[1] == ()

    def test_a_file_without_a_size_is_read_up_to_the_limit(self):
        data, (finding,) = read_bytes(self.file(Path("/proc/self/smaps")), Limits(file_size=10))
        assert data is None
        assert finding.code in ("too-large", "unreadable-file")

    @pytest.mark.parametrize("kind", ["pipe", "folder", "device", "link", "nothing"])
    def test_what_is_no_regular_file(self, tmp_path, kind):
        path = tmp_path / "a.md"
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "folder":
            path.mkdir()
        elif kind == "device":
            path = Path("/dev/zero")
        elif kind == "link":
            path.symlink_to("/etc/os-release")
        data, (finding,) = read_bytes(self.file(path), LIMITS)
        assert (data, finding.code, finding.severity) == (None, "unreadable-file", Severity.ERROR)

    def test_a_file_that_may_not_be_read(self, tmp_path, monkeypatch):
        def denied(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", denied)
        _, (finding,) = read_bytes(self.file(tmp_path / "a.md"), LIMITS)
        assert finding.message == "The file cannot be read: permission denied"

    def test_a_folder_that_may_not_be_read_costs_only_itself(self, tmp_path, monkeypatch):
        tree(tmp_path, "p/a.md", "p/shut/b.md")
        scandir = os.scandir

        def denied(folder: Path) -> object:
            if folder.name == "shut":
                raise PermissionError(13, "Permission denied")
            return scandir(folder)

        monkeypatch.setattr(os, "scandir", denied)
        files, (finding,) = discover(("p",), tmp_path, LIMITS)
        assert [file.path for file in files] == ["p/a.md"]
        assert (finding.code, finding.path) == ("unreadable-file", "p/shut")


PARTS = st.lists(st.sampled_from(["a", "b", ".c"]), min_size=1, max_size=5)


@given(PARTS, st.lists(st.sampled_from(["a", "*", "?", "**", ".c"]), min_size=1, max_size=5))
def test_two_stars_match_as_if_written_out(parts, pattern):
    def slowly(parts: list[str], pattern: list[str]) -> bool:
        if not pattern:
            return not parts
        if pattern[0] == "**":
            return any(slowly(parts[n:], pattern[1:]) for n in range(len(parts) + 1))
        fits = bool(parts) and (
            pattern[0] == "*" or pattern[0] == parts[0] or (pattern[0] == "?" and len(parts[0]) == 1)
        )
        return fits and slowly(parts[1:], pattern[1:])

    assert matches(parts, pattern) == slowly(parts, pattern)


def test_the_real_files_are_found(real_files):
    files, findings = discover(("seeds", "wild"), real_files, LIMITS)
    assert findings == ()
    assert len(files) == 344
    assert len({file.path for file in files}) == 344
