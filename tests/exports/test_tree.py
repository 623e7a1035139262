"""A folder before, an export, the folder after: and whatever happens on the way."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from persona_docs.exports.folder import journal, manifest, tree
from persona_docs.exports.folder.lock import locked
from persona_docs.exports.folder.tree import Fate, write
from persona_docs.reading.discovery.exported import MANIFEST

OLD = {"Home.md": b"old home\n", "a.md": b"old a\n", "gone.md": b"gone\n", "deep/er/b.md": b"old b\n"}
NEW = {"Home.md": b"new home\n", "a.md": b"old a\n", "deep/b.md": b"new b\n", "deep/c.md": b"new c\n"}


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the books of the export."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".persona-docs-export" not in path.relative_to(folder).as_posix()
    }


def told(changes: tuple[tree.Change, ...]) -> dict[str, str]:
    return {each.path: str(each.fate) for each in changes}


def test_only_what_changed_is_written_and_only_what_was_written_is_removed(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("the team's own\n", encoding="utf-8")
    write(tmp_path, "markdown", OLD)
    same = (tmp_path / "a.md").stat()

    changes = write(tmp_path, "markdown", NEW)

    assert held(tmp_path) == {**NEW, "notes.md": b"the team's own\n"}
    assert told(changes) == {
        "Home.md": "changed",
        "deep/b.md": "new",
        "deep/c.md": "new",
        "deep/er/b.md": "gone",
        "gone.md": "gone",
    }
    assert os.path.samestat((tmp_path / "a.md").stat(), same)
    assert not (tmp_path / "deep" / "er").exists()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == [MANIFEST]


def test_the_same_export_again_changes_no_byte(tmp_path: Path) -> None:
    write(tmp_path, "markdown", OLD)
    books = (tmp_path / MANIFEST).read_bytes()

    assert write(tmp_path, "markdown", OLD) == ()
    assert (tmp_path / MANIFEST).read_bytes() == books


def test_what_somebody_changed_stays_and_is_told_every_time(tmp_path: Path) -> None:
    write(tmp_path, "markdown", OLD)
    for name in ("Home.md", "gone.md"):
        (tmp_path / name).write_bytes(b"by hand\n")

    changes = write(tmp_path, "markdown", NEW)

    assert (told(changes)["Home.md"], told(changes)["gone.md"]) == ("edited", "edited")
    assert held(tmp_path) == {**NEW, "Home.md": b"by hand\n", "gone.md": b"by hand\n"}
    # what is still part of the export is told again, what is not is theirs from now on
    assert told(write(tmp_path, "markdown", NEW)) == {"Home.md": "edited"}
    (tmp_path / "Home.md").write_bytes(OLD["Home.md"])  # they took it back
    assert told(write(tmp_path, "markdown", NEW)) == {"Home.md": "changed"}
    (tmp_path / "Home.md").unlink()
    assert told(write(tmp_path, "markdown", NEW)) == {"Home.md": "new"}


def test_what_became_theirs_stays_whatever_they_make_of_it(tmp_path: Path) -> None:
    fewer = {path: data for path, data in OLD.items() if path != "gone.md"}
    write(tmp_path, "markdown", OLD)
    (tmp_path / "gone.md").write_bytes(b"by hand\n")
    assert told(write(tmp_path, "markdown", fewer)) == {"gone.md": "edited"}
    (tmp_path / "gone.md").write_bytes(OLD["gone.md"])

    assert write(tmp_path, "markdown", fewer) == ()
    assert held(tmp_path) == OLD


def test_a_page_that_was_there_before_wins(tmp_path: Path) -> None:
    (tmp_path / "Home.md").write_bytes(b"our wiki\n")

    changes = write(tmp_path, "markdown", OLD)

    assert told(changes)["Home.md"] == Fate.FOREIGN
    assert (tmp_path / "Home.md").read_bytes() == b"our wiki\n"
    assert told(write(tmp_path, "markdown", OLD)) == {"Home.md": Fate.FOREIGN}
    write(tmp_path, "markdown", {})
    assert held(tmp_path) == {"Home.md": b"our wiki\n"}


def test_line_ends_that_git_turned_into_those_of_windows_are_no_change(tmp_path: Path) -> None:
    write(tmp_path, "markdown", OLD)
    (tmp_path / "Home.md").write_bytes(b"old home\r\n")

    assert told(tree.compare(tmp_path, "markdown", OLD)) == {}
    assert told(write(tmp_path, "markdown", NEW))["Home.md"] == "changed"


def test_several_formats_share_a_folder_but_no_file(tmp_path: Path) -> None:
    write(tmp_path, "json", {"personas.json": b"{}\n"})
    write(tmp_path, "csv", {"personas.csv": b"\n"})
    with pytest.raises(ValueError, match="belongs to the export json"):
        write(tmp_path, "notion", {"personas.json": b"[]\n"})

    write(tmp_path, "csv", {})
    assert held(tmp_path) == {"personas.json": b"{}\n"}
    assert manifest.read(tmp_path).keys() == {"json"}


@pytest.mark.parametrize("there", ["Home.md/notes.md", "deep"])
def test_what_stands_in_the_way_is_told_and_stays(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_bytes(b"mine\n")

    with pytest.raises(ValueError, match="is in the way of"):
        write(tmp_path, "markdown", OLD)
    assert held(tmp_path) == {there: b"mine\n"}


@pytest.mark.parametrize(
    "path",
    [
        "../out.md",
        "/etc/out.md",
        "a/../../out.md",
        "a//b.md",
        "",
        ".",
        "a\\b.md",
        "C:/b.md",
        "a\nb.md",
        "b.md.",
        "b.md ",
        ".persona-docs-export.json",
        ".persona-docs-export.work/journal.json",
        ".git/hooks/pre-commit",
        "deep/.Git/config",
        ".g\u200cit/config",
        "GIT~1/config",
        ".hg/hgrc",
        ".svn/entries",
    ],
)
def test_nothing_is_written_outside_or_under_names_of_our_own(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "wiki"

    with pytest.raises(ValueError, match=r"export may not write|keep their books"):
        write(folder, "markdown", {"a.md": b"", path: b"x"})
    assert list(tmp_path.rglob("*")) == []


def test_names_that_some_disks_take_for_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one file on some disks"):
        write(tmp_path, "markdown", {"Home.md": b"", "home.md": b""})
    assert held(tmp_path) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("link", ["deep", "a.md", MANIFEST, journal.WORK])
def test_nothing_goes_through_a_link(tmp_path: Path, link: str) -> None:
    outside, wiki = tmp_path / "outside", tmp_path / "wiki"
    outside.mkdir()
    wiki.mkdir()
    (outside / "a.md").write_bytes(b"mine\n")
    (wiki / link).symlink_to(outside / "a.md" if link == "a.md" else outside)

    with pytest.raises(ValueError, match=r"link|not a folder of ours"):
        write(wiki, "markdown", NEW)
    assert held(outside) == {"a.md": b"mine\n"}
    assert held(wiki).keys() <= {link}


def test_a_manifest_made_to_remove_other_files_removes_nothing(tmp_path: Path) -> None:
    wiki = tmp_path / "wiki"
    wiki.mkdir()
    (tmp_path / "secret").write_bytes(b"mine\n")
    forged = {"version": 1, "exports": {"markdown": {"../secret": manifest.digest(b"mine\n")}}}
    (wiki / MANIFEST).write_text(json.dumps(forged), encoding="utf-8")

    with pytest.raises(ValueError, match="may not write"):
        write(wiki, "markdown", {})
    assert (tmp_path / "secret").read_bytes() == b"mine\n"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "exports": {}}',
        '{"version": 1, "exports": {"markdown": {"Home.md": 1}}}',
        "[" * 100_000,
    ],
)
def test_a_manifest_of_another_kind_stops_the_export(tmp_path: Path, content: str) -> None:
    (tmp_path / MANIFEST).write_text(content, encoding="utf-8")

    with pytest.raises(ValueError, match="delete it to begin anew"):
        write(tmp_path, "markdown", OLD)
    assert held(tmp_path) == {}


@pytest.mark.parametrize(
    "forged", [{"stage": "../../mine"}, {"old": 0}, {"new": [manifest.digest(b"mine\n")]}]
)
def test_a_forged_journal_takes_nothing_from_outside(tmp_path: Path, forged: dict[str, object]) -> None:
    (tmp_path / "mine").write_bytes(b"mine\n")
    step = {"path": "a.md", "old": "", "new": manifest.digest(b"mine\n"), "stage": 0, **forged}
    _forge(tmp_path / "wiki", step, b"mine\n")

    with pytest.raises(ValueError, match="is not what an export writes"):
        write(tmp_path / "wiki", "markdown", OLD)
    assert (tmp_path / "mine").read_bytes() == b"mine\n"


def test_a_content_that_is_not_the_one_decided_on_is_not_moved(tmp_path: Path) -> None:
    _forge(tmp_path, {"path": "z.md", "old": "", "new": manifest.digest(b"x"), "stage": 0}, b"y")

    write(tmp_path, "markdown", OLD)

    assert held(tmp_path) == OLD


def test_of_the_folder_it_works_in_only_its_own_is_swept_away(tmp_path: Path) -> None:
    work = tmp_path / journal.WORK
    work.mkdir()
    for name in ("7", "journal.new", "manifest.new", "notes.md"):
        (work / name).write_bytes(b"")

    write(tmp_path, "markdown", OLD)

    assert [path.name for path in work.iterdir()] == ["notes.md"]


def test_a_file_in_place_of_that_folder_is_told_and_stays(tmp_path: Path) -> None:
    (tmp_path / journal.WORK).write_bytes(b"mine\n")

    with pytest.raises(ValueError, match="is not a folder of ours"):
        write(tmp_path, "markdown", OLD)
    assert (tmp_path / journal.WORK).read_bytes() == b"mine\n"


@pytest.mark.parametrize("path", ["../out.md", ".git/hooks/pre-commit"])
def test_a_forged_journal_moves_nothing_out_of_the_folder_or_into_the_history(
    tmp_path: Path, path: str
) -> None:
    wiki = tmp_path / "wiki"
    _forge(wiki, {"path": path, "old": "", "new": manifest.digest(b"x"), "stage": 0}, b"x")

    with pytest.raises(ValueError, match="may not write"):
        write(wiki, "markdown", OLD)
    assert not (wiki / path).exists()


def test_a_forged_manifest_neither_removes_nor_shows_the_history(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_bytes(b"the token\n")
    for hash_ in (manifest.digest(b"the token\n"), "another"):
        forged = {"version": 1, "exports": {"markdown": {".git/config": hash_}}}
        (tmp_path / MANIFEST).write_text(json.dumps(forged), encoding="utf-8")

        with pytest.raises(ValueError, match="may not write"):
            write(tmp_path, "markdown", OLD)
    assert held(tmp_path) == {".git/config": b"the token\n"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_in_place_of_the_new_manifest_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine\n")
    work = _forge(
        tmp_path / "wiki", {"path": "a.md", "old": "", "new": manifest.digest(b"x"), "stage": 0}, b"x"
    )
    (work / "manifest.new").symlink_to(tmp_path / "mine")

    write(tmp_path / "wiki", "markdown", OLD)

    assert (tmp_path / "mine").read_bytes() == b"mine\n"
    assert not (tmp_path / "wiki" / MANIFEST).is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize("name", ["0", "journal.json"])
def test_a_link_among_what_was_left_behind_is_not_followed(tmp_path: Path, name: str) -> None:
    step: dict[str, object] = {"path": "z.md", "old": "", "new": manifest.digest(b"x"), "stage": 0}
    work = _forge(tmp_path / "wiki", step, b"x")
    (work / name).rename(tmp_path / "elsewhere")
    (work / name).symlink_to(tmp_path / "elsewhere")

    with suppress(ValueError):
        write(tmp_path / "wiki", "markdown", OLD)

    assert not os.path.lexists(tmp_path / "wiki" / "z.md")


def _forge(wiki: Path, step: dict[str, object], data: bytes) -> Path:
    """What an export that was ended half-way leaves behind, made by somebody else."""
    work = wiki / journal.WORK
    work.mkdir(parents=True)
    (work / "0").write_bytes(data)
    told = {"steps": [step], "manifest": {"version": 1, "exports": {}}}
    (work / "journal.json").write_text(json.dumps(told), encoding="utf-8")
    return work


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(ValueError, match="another export is writing"):
        write(tmp_path, "markdown", OLD)

    assert held(tmp_path) == {}
    write(tmp_path, "markdown", OLD)
    assert held(tmp_path) == OLD


STEPS = ("replace", "unlink", "mkdir", "rmdir", "open", "write")


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Whether a process of its own was killed before its `number`-th change of the disk."""
    child = os.fork()
    if child == 0:
        left = number

        def counting(name: str, real: Callable[..., object]) -> Callable[..., object]:
            def call(*arguments: object, **named: object) -> object:
                nonlocal left
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*arguments, **named)

            return call

        try:
            for name in STEPS:
                setattr(os, name, counting(name, getattr(os, name)))
            for name in ("write_bytes", "write_text"):
                setattr(Path, name, counting(name, getattr(Path, name)))
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be forked there")
def test_killed_at_any_step_the_next_run_finds_the_old_state_or_the_new_one(tmp_path: Path) -> None:
    outcomes = []
    for number in range(200):
        folder = tmp_path / str(number)
        write(folder, "markdown", OLD)
        if not killed_at(number, lambda folder=folder: write(folder, "markdown", NEW)):
            break
        for path, data in held(folder).items():  # no file is half-written, at any moment
            assert data in (OLD.get(path), NEW.get(path))
        with locked(folder):
            journal.finish(folder)
        assert held(folder) in (OLD, NEW)
        outcomes.append(held(folder) == NEW)
        assert not (folder / journal.WORK).exists()
        changes = write(folder, "markdown", NEW)
        assert Fate.EDITED not in told(changes).values()
        assert held(folder) == NEW
    else:
        pytest.fail("it never came to an end")
    assert len(outcomes) > 15
    assert outcomes == sorted(outcomes)  # old until it is decided, new from then on
    assert set(outcomes) == {False, True}


@pytest.mark.skipif(sys.platform == "win32", reason="processes cannot be forked there")
def test_what_somebody_changes_after_the_kill_stays(tmp_path: Path) -> None:
    for number in range(200):
        folder = tmp_path / str(number)
        write(folder, "markdown", OLD)
        if not killed_at(number, lambda folder=folder: write(folder, "markdown", NEW)):
            break
        (folder / "Home.md").write_bytes(b"by hand\n")

        assert told(write(folder, "markdown", NEW))["Home.md"] == Fate.EDITED
        assert held(folder) == {**NEW, "Home.md": b"by hand\n"}
