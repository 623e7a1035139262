"""A site that is written over is the one that a first build would make, and nothing else is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound
from mkdocs import utils

from tests.tree import BuiltSite, build_site

pytestmark = pytest.mark.site

STAYING = """
    == personas/backend.md
    ---
    name: backend
    description: Builds services.
    ---
    Text.
"""
GOING = """
    == docs/more.md
    # More
    == docs/notes.txt
    Notes.
    == personas/quality.md
    ---
    name: quality
    description: Tests services.
    ---
    Text.
"""
PICTURE = STAYING.rstrip() + GOING


def build_old(root: Path, files: str = PICTURE, **config: object) -> BuiltSite:
    """A site that was built a minute ago."""
    site = build_site(root, files, config)
    for file in site.dir.rglob("*"):
        before = file.stat().st_mtime - 60
        os.utime(file, (before, before))
    return site


def nodes(site: BuiltSite) -> dict[str, int]:
    return {one.relative_to(site.dir).as_posix(): one.stat().st_ino for one in site.dir.rglob("*.html")}


@pytest.fixture
def fresh(tmp_path_factory) -> Path:
    """The root of a site that is built for the first time."""
    return tmp_path_factory.mktemp("fresh")


def test_its_files_are_written_over(tmp_path, fresh):
    before = nodes(build_old(tmp_path))
    site = build_site(tmp_path, {})
    assert nodes(site) == before
    assert site.contents() == build_site(fresh, PICTURE).contents()


@pytest.mark.skipif(os.name != "posix", reason="nowhere lies in no folder there")
def test_no_page_of_ours_is_emptied_first(tmp_path, monkeypatch):
    emptied = []

    def counting(content, path):
        emptied.append(path)
        return write_file(content, path)

    first = build_old(tmp_path).contents()
    write_file = utils.write_file
    monkeypatch.setattr(utils, "write_file", counting)
    assert build_site(tmp_path, {}).contents() == first
    assert str(tmp_path / "site" / "more" / "index.html") in emptied
    assert [path for path in emptied if "personas" in Path(path).parts] == []


def test_what_became_shorter_ends_earlier(tmp_path, fresh):
    long = PICTURE.replace("Text.", "Text. " * 500)
    build_old(tmp_path, long)
    assert build_site(tmp_path, PICTURE).contents() == build_site(fresh, PICTURE).contents()


def test_a_file_so_young_that_its_time_tells_little_is_made_anew(tmp_path, fresh):
    site = build_site(tmp_path, PICTURE)
    for file in site.dir.rglob("*"):  # on a file system that tells times in whole seconds
        os.utime(file, (int(time.time()), int(time.time())))
    with (site.dir / "404.html").open("rb") as opened:  # while it is open, its number belongs to nobody else
        assert build_site(tmp_path, {}).contents() == build_site(fresh, PICTURE).contents()
        assert (site.dir / "404.html").stat().st_ino != os.fstat(opened.fileno()).st_ino


def test_what_is_no_longer_made_goes_and_its_empty_folders_too(tmp_path, fresh):
    build_old(tmp_path)
    (tmp_path / "personas" / "quality.md").unlink()
    (tmp_path / "docs" / "more.md").unlink()
    (tmp_path / "docs" / "notes.txt").unlink()
    site = build_site(tmp_path, {})
    assert not (site.dir / "more").exists()
    assert site.contents() == build_site(fresh, STAYING).contents()


def test_what_somebody_put_there_goes_as_ever_unless_it_is_hidden(tmp_path):
    site = build_old(tmp_path)
    for name in ("stranger/file.txt", "stranger.txt", ".git/config", ".persona-docs/left.html"):
        (site.dir / name).parent.mkdir(exist_ok=True)
        (site.dir / name).write_text("mine", encoding="utf-8")
        os.utime(site.dir / name, (1, 1))
    build_site(tmp_path, {})
    assert not (site.dir / "stranger").exists()
    assert not (site.dir / "stranger.txt").exists()
    assert not (site.dir / ".persona-docs").exists()
    assert (site.dir / ".git" / "config").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that few have")
def test_nothing_is_written_through_a_link(tmp_path, fresh):
    site = build_old(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("mine", encoding="utf-8")
    os.utime(outside / "index.html", (1, 1))
    for link in ("404.html", "index.html"):
        (site.dir / link).unlink()
    (site.dir / "404.html").symlink_to(outside / "index.html")
    (site.dir / "index.html").hardlink_to(outside / "index.html")
    shutil.rmtree(site.dir / "personas" / "backend")
    (site.dir / "personas" / "backend").symlink_to(outside)
    shutil.rmtree(site.dir / "search")
    (site.dir / "search").symlink_to(outside)
    site = build_site(tmp_path, {})
    assert (outside / "index.html").read_text(encoding="utf-8") == "mine"
    assert len(list(outside.iterdir())) == 1
    assert site.contents() == build_site(fresh, PICTURE).contents()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right that few have")
def test_a_link_under_the_name_of_our_own_folder_is_not_emptied(tmp_path, fresh):
    site = build_old(tmp_path)
    outside = tmp_path / "outside"
    (outside / "folder").mkdir(parents=True)
    (outside / "file.txt").write_text("mine", encoding="utf-8")
    os.utime(outside / "file.txt", (1, 1))
    (site.dir / ".persona-docs").symlink_to(outside)
    site = build_site(tmp_path, {})
    (site.dir / ".persona-docs").unlink()
    assert (outside / "file.txt").read_text(encoding="utf-8") == "mine"
    assert (outside / "folder").is_dir()
    assert site.contents() == build_site(fresh, PICTURE).contents()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path, fresh):
    build_old(tmp_path, "== docs/one\nText.\n== docs/two/file.txt\nText.\n" + PICTURE)
    shutil.rmtree(tmp_path / "docs" / "two")
    (tmp_path / "docs" / "one").unlink()
    changed = "== docs/one/file.txt\nText.\n== docs/two\nText.\n" + PICTURE
    assert build_site(tmp_path, changed).contents() == build_site(fresh, changed).contents()


def test_where_a_hook_may_look_it_is_made_anew(tmp_path):
    site = build_old(tmp_path)
    with (site.dir / "404.html").open("rb") as opened:
        build_site(tmp_path, {"hook.py": "def on_post_build(config): ...\n"}, {"hooks": ["hook.py"]})
        assert (site.dir / "404.html").stat().st_ino != os.fstat(opened.fileno()).st_ino


def test_a_build_that_fails_leaves_nothing_of_the_last_one(tmp_path):
    site = build_old(tmp_path)
    with pytest.raises(TemplateNotFound):
        build_site(tmp_path, {"docs/broken.md": "---\ntemplate: nowhere.html\n---\n"})
    assert not (site.dir / "personas" / "backend" / "index.html").exists()
    assert not (site.dir / ".persona-docs").exists()


def test_a_dirty_build_keeps_what_it_does_not_write(tmp_path):
    site = build_old(tmp_path)
    page = site.dir / "more" / "index.html"
    os.utime(tmp_path / "docs" / "more.md", (1, 1))
    # in a process of its own, because the theme's search never forgets such a build
    command = [sys.executable, "-m", "mkdocs", "build", "--dirty", "--quiet"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert page.is_file()
