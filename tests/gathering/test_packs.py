"""Many entries in one file, which may be damaged, deleted or written by two at once."""

from __future__ import annotations

import os
import subprocess
from functools import partial

import pytest

from persona_docs.keeping import packs
from persona_docs.keeping.packs import Packs

ENTRIES = {"a": b"one", "b": b"", "c": bytes(range(256))}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept"


@pytest.fixture
def small(monkeypatch):
    """Nothing is kept because there is room for it anyway."""
    monkeypatch.setattr(packs, "_SPARE", 0)


def files(folder, suffix=".pack"):
    return sorted(each for each in folder.iterdir() if each.suffix == suffix)


def write(file, content):
    """Write over a pack, which nobody may write to."""
    file.chmod(0o600)
    file.write_bytes(content)
    file.chmod(0o400)


def everything(folder, keys="abcdefghij"):
    return {key: content for key in keys if (content := Packs(folder).get(key)) is not None}


def test_what_is_put_is_there_for_whoever_asks(folder):
    first = Packs(folder)
    assert first.put(ENTRIES)
    assert [first.get("c"), first.has("c"), first.get("d"), first.has("d")] == [
        ENTRIES["c"],
        True,
        None,
        False,
    ]
    assert everything(folder) == ENTRIES
    assert len(files(folder)) == 1


def test_the_latest_counts(folder):
    Packs(folder).put(ENTRIES)
    Packs(folder).put({"a": b"two"})
    assert everything(folder) == ENTRIES | {"a": b"two"}


def test_where_nothing_was_kept_nothing_is_there(folder):
    Packs(folder).shrink({"a"})
    assert everything(folder) == {}
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_to_is_no_harm(tmp_path):
    (tmp_path / "file").write_text("no folder")
    kept = Packs(tmp_path / "file" / "kept")
    assert not kept.put(ENTRIES)
    assert kept.get("a") is None


@pytest.mark.parametrize("damage", ["flipped", "cut"])
def test_whatever_happens_to_a_file_an_entry_is_right_or_not_there(folder, damage):
    Packs(folder).put(ENTRIES)
    (file,) = files(folder)
    whole = file.read_bytes()
    for at in range(len(whole)):
        flipped = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        write(file, flipped if damage == "flipped" else whole[:at])
        left = everything(folder)
        assert left.items() <= ENTRIES.items()
        assert len(left) < len(ENTRIES)


def test_an_entry_under_the_name_of_another_is_none(folder):
    Packs(folder).put({"a": b"one", "b": b"two"})
    (file,) = files(folder)
    whole = file.read_bytes()
    end = packs._SUM + 3
    write(file, whole[: -2 * end] + whole[-end:] + whole[-2 * end : -end])
    assert everything(folder) == {}


def test_a_file_that_goes_while_it_is_used_is_no_harm(folder):
    kept = Packs(folder)
    kept.put(ENTRIES)
    assert kept.has("a")
    files(folder)[0].unlink()
    assert kept.get("a") is None


def test_what_nobody_uses_goes_the_oldest_first(folder, small):
    kept = Packs(folder)
    for key in "abcdefghij":
        kept.put({key: b"x" * 100})
    kept.shrink({"c"})
    assert everything(folder).keys() == {"c", "j"}, "what is used, and as much of the rest"
    assert kept.get("c") == b"x" * 100
    assert len(files(folder)) == 1


def test_while_there_is_room_everything_stays(folder):
    kept = Packs(folder)
    for key in "abcdefghij":
        kept.put({key: b"x"})
    kept.shrink({"c"})
    assert len(everything(folder)) == 10


def test_many_files_become_one(folder, monkeypatch):
    monkeypatch.setattr(packs, "_MANY", 3)
    kept = Packs(folder)
    for key in "abcd":
        kept.put({key: key.encode()})
        kept.shrink({*"abcd"})
    assert len(files(folder)) == 1
    assert everything(folder) == {key: key.encode() for key in "abcd"}


def test_what_another_has_written_meanwhile_stays(folder, small):
    mine, other = Packs(folder), Packs(folder)
    for key in "abcdef":
        mine.put({key: b"x" * 100})
    other.put({"g": b"other"})
    mine.shrink({"a", "g"})
    assert {"a", "g"} <= everything(folder).keys()


def test_what_a_build_left_behind_that_was_cut_off_goes(folder):
    kept = Packs(folder)
    kept.put(ENTRIES)
    for name, age in ((".old_part.part", 10**6), (".new_part.part", 0)):
        (folder / name).write_bytes(b"")
        now = (folder / name).stat().st_mtime
        os.utime(folder / name, (now - age, now - age))
    kept.shrink(ENTRIES)
    assert [each.name for each in files(folder, ".part")] == [".new_part.part"]
    assert everything(folder) == ENTRIES


def test_the_folder_asks_not_to_be_committed(folder):
    Packs(folder).put(ENTRIES)
    assert (folder / ".gitignore").read_text().endswith("*\n")


@pytest.mark.skipif(os.name != "posix", reason="there are no such rights")
def test_what_came_with_a_checkout_is_not_used(tmp_path, folder):
    Packs(folder).put(ENTRIES)
    run = partial(subprocess.run, check=True, cwd=tmp_path, capture_output=True)
    run(["git", "init", "-q"])
    run(["git", "add", "--force", "kept"])
    run(["git", "checkout-index", "--all", "--prefix=checkout/"])

    assert files(tmp_path / "checkout" / "kept")
    assert everything(tmp_path / "checkout" / "kept") == {}
    assert everything(folder) == ENTRIES


@pytest.mark.skipif(os.name != "posix", reason="links need a right that few have")
def test_a_link_in_its_place_costs_what_it_leads_to_nothing(tmp_path, folder, small):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "pack-1.pack").write_bytes(b"history" * 1000)
    (outside / ".gitignore").symlink_to(tmp_path / "new")
    folder.symlink_to(outside)

    kept = Packs(folder)
    kept.put({"a": b"x"})
    kept.shrink({"a"})

    assert (outside / "pack-1.pack").read_bytes() == b"history" * 1000
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes with names")
def test_a_pipe_in_it_is_not_waited_for(folder):
    Packs(folder).put(ENTRIES)
    os.mkfifo(folder / f"{0:020}-1.pack")

    assert everything(folder) == ENTRIES
