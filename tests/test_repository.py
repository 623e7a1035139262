"""Where a source file is read and edited."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from persona_docs.repository import History, Repository, history
from tests.tree import write_tree

HUB = "https://github.com/me/it"


@pytest.mark.parametrize(
    ("settings", "path", "edit", "view"),
    [
        pytest.param(
            {"url": HUB, "edit_uri": "edit/main/docs/"},
            "personas/a b.md",
            f"{HUB}/edit/main/personas/a%20b.md",
            f"{HUB}/blob/main/personas/a%20b.md",
            id="GitHub",
        ),
        pytest.param(
            {"url": "https://gitlab.com/g/it/", "edit_uri": "-/edit/main/docs/"},
            ".claude/agents/a.md",
            "https://gitlab.com/g/it/-/edit/main/.claude/agents/a.md",
            "https://gitlab.com/g/it/-/blob/main/.claude/agents/a.md",
            id="GitLab, dot folder",
        ),
        pytest.param(
            {"url": "https://bitbucket.org/t/it", "edit_uri": "src/default/docs/"},
            "personas/a.md",
            "https://bitbucket.org/t/it/src/default/personas/a.md",
            "https://bitbucket.org/t/it/src/default/personas/a.md",
            id="Bitbucket",
        ),
        pytest.param(
            {"url": "https://codeberg.org/t/it", "edit_uri": "_edit/main/docs/"},
            "personas/a.md",
            "https://codeberg.org/t/it/_edit/main/personas/a.md",
            "https://codeberg.org/t/it/src/branch/main/personas/a.md",
            id="Forgejo",
        ),
        pytest.param(
            {"url": HUB, "edit_uri": "edit/main/site/content/", "docs": "content"},
            "personas/a.md",
            f"{HUB}/edit/main/site/personas/a.md",
            f"{HUB}/blob/main/site/personas/a.md",
            id="a project in a folder of its repository",
        ),
        pytest.param(
            {"template": "https://ide.example/#{path}"},
            "personas/a.md",
            None,
            None,
            id="template without docs",
        ),
        pytest.param(
            {"template": "https://ide.example/edit/docs/{path}?x={path_noext}"},
            "personas/a.md",
            "https://ide.example/edit/personas/a.md?x=personas/a",
            "https://ide.example/blob/personas/a.md?x=personas/a",
            id="template",
        ),
        pytest.param(
            {"url": HUB, "template": "-/sse/main/docs%2F{path!q}"},
            "personas/a b.md",
            f"{HUB}/-/sse/main/personas%2Fa%20b.md",
            None,
            id="template that wants slashes quoted",
        ),
        pytest.param(
            {"url": HUB, "edit_uri": "edit/{branch}/docs/"},
            "personas/a.md",
            f"{HUB}/edit/{{branch}}/personas/a.md",
            f"{HUB}/blob/{{branch}}/personas/a.md",
            id="braces where no template is",
        ),
        *(
            pytest.param({"url": HUB, "template": f"edit/docs/{wrong}"}, "a.md", None, None, id=wrong)
            for wrong in ("{path}/{nobody}", "{path}/{", "{path}/{}", "{path.stem}", "{path[a]}", "{path:d}")
        ),
        pytest.param(
            {"url": "https://github.com/microsoft/edit", "edit_uri": "edit/main/docs/"},
            "personas/a.md",
            "https://github.com/microsoft/edit/edit/main/personas/a.md",
            "https://github.com/microsoft/edit/blob/main/personas/a.md",
            id="a repository called edit",
        ),
        pytest.param(
            {"url": "https://hub.example/src/it", "edit_uri": "wiki/docs/"},
            "personas/a.md",
            "https://hub.example/src/it/wiki/personas/a.md",
            None,
            id="an owner called src",
        ),
        pytest.param(
            {"url": HUB, "edit_uri": "wiki/"}, "personas/a.md", None, None, id="docs stand elsewhere"
        ),
        pytest.param({"url": HUB}, "personas/a.md", None, None, id="not configured"),
        pytest.param(
            {"url": HUB, "edit_uri": "edit/main/docs/"},
            "../other/a.md",
            None,
            None,
            id="outside, no repository here",
        ),
    ],
)
def test_addresses(settings, path, edit, view, tmp_path):
    repository = Repository(**{"root": tmp_path, **settings})
    assert repository.edit_url(path) == edit
    assert repository.view_url(path) == view


def test_a_source_beside_the_configurations_folder_is_found_through_the_checkout(tmp_path):
    (tmp_path / ".git").mkdir()
    root = tmp_path / "site"
    repository = Repository(url=HUB, edit_uri="edit/main/site/docs/", root=root)
    assert repository.edit_url("../.claude/agents/a.md") == f"{HUB}/edit/main/.claude/agents/a.md"
    assert repository.edit_url("personas/a.md") == f"{HUB}/edit/main/site/personas/a.md"
    assert repository.edit_url("../../elsewhere/a.md") is None


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    ran = subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)
    return ran.stdout.decode().strip()


def commit(folder: Path, date: str) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x", "--date", f"{date}T12:00:00")


def test_dates_of_the_last_change(tmp_path, monkeypatch):
    git(tmp_path, "init", "-q")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2024-01-02T12:00:00")
    write_tree(tmp_path, {"site/personas/old.md": "1", "site/personas/ñandú x.md": "1", "site/other.md": "1"})
    commit(tmp_path, "2024-01-02")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-06-07T12:00:00")
    write_tree(tmp_path, {"site/personas/ñandú x.md": "2"})
    commit(tmp_path, "2025-06-07")
    root = tmp_path / "site"
    known = history(root, (root / "personas",))
    assert {path: known.day(path) for path in known.moments} == {
        "personas/old.md": "2024-01-02",
        "personas/ñandú x.md": "2025-06-07",
    }


@pytest.mark.skipif(os.name != "posix", reason="the program is a script")
def test_signatures_are_not_looked_at(tmp_path):
    """Settings of a repository may ask for that, and name the program that is run for it."""
    git(write_tree(tmp_path, {"a.md": "A", "gpg": "#!/bin/sh\ntouch run\n"}), "init", "-q")
    (tmp_path / "gpg").chmod(0o755)
    commit(tmp_path, "2026-01-02")
    git(tmp_path, "config", "log.showSignature", "true")
    git(tmp_path, "config", "gpg.program", str(tmp_path / "gpg"))
    head, _, message = git(tmp_path, "cat-file", "commit", "HEAD").partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----"
    (tmp_path / "commit").write_text(f"{head}\n{signature}\n\n{message}\n")
    signed = git(tmp_path, "hash-object", "-t", "commit", "-w", "commit")
    git(tmp_path, "update-ref", "HEAD", signed)

    assert history(tmp_path, (tmp_path,)).day("a.md")
    assert not (tmp_path / "run").exists()


def test_no_dates_without_a_repository(tmp_path):
    assert history(tmp_path, (tmp_path,)) == History()


def test_a_git_that_takes_too_long_is_told_from_none_and_not_waited_for_twice(tmp_path, slow_git):
    known = history(tmp_path, (tmp_path,))
    assert known.problem.startswith("git took more than 0.5 seconds to tell when the persona files changed")
    assert (known.moments, known.day("a.md")) == ({}, None)
    assert history(tmp_path, (tmp_path,)) == known
    assert slow_git.read_text() == "waiting\n"


def test_no_dates_from_a_shallow_clone_where_all_look_alike(tmp_path):
    git(tmp_path, "init", "-q", "full")
    write_tree(tmp_path / "full", {"a.md": "1"})
    commit(tmp_path / "full", "2024-01-02")
    write_tree(tmp_path / "full", {"b.md": "1"})
    commit(tmp_path / "full", "2024-01-03")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}/full", "shallow")
    root = tmp_path / "shallow"
    assert (root / "b.md").is_file()
    assert history(root, (root,)) == History()


def test_the_first_and_the_last_commit_of_a_file_are_told_in_utc(tmp_path: Path) -> None:
    def git(*arguments: str, at: str = "") -> None:
        dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        who = {
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@b",
        }
        subprocess.run(
            ["git", "-C", str(tmp_path), *arguments],
            check=True,
            capture_output=True,
            env={**os.environ, **dates, **who},
        )

    git("init", "-q")
    for number, at in enumerate(["2026-01-02T03:04:05+02:00", "2026-05-06T07:08:09Z"]):
        write_tree(tmp_path, {"personas/a.md": f"{number}\n", f"personas/new {number}.md": "n\n"})
        git("add", ".")
        git("commit", "-q", "-m", "x", at=at)

    told = history(tmp_path, (tmp_path / "personas",)).moments

    assert {path: (f"{m.first:%F %T}", f"{m.last:%F %T}") for path, m in told.items()} == {
        "personas/a.md": ("2026-01-02 01:04:05", "2026-05-06 07:08:09"),
        "personas/new 0.md": ("2026-01-02 01:04:05", "2026-01-02 01:04:05"),
        "personas/new 1.md": ("2026-05-06 07:08:09", "2026-05-06 07:08:09"),
    }
    assert history(tmp_path / "elsewhere", ()) == History()
