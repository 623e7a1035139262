"""`persona-docs check` takes what was kept, and keeps something only where there is a site."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from persona_docs.cli import main
from persona_docs.gathering.contents import FOLDER
from persona_docs.gathering.gather import Kept, gather
from persona_docs.options import Options
from persona_docs.pages.page import Site
from tests.tree import build_site, write_tree

FILES = {"personas/a.md": "---\nname: A b\n---\nText.\n", "personas/b.md": "Nothing but text.\n"}


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return write_tree(tmp_path, FILES)


def check(*arguments):
    return CliRunner().invoke(main, ["check", *arguments]).output


def test_without_a_site_nothing_is_written(root):
    check("personas")
    assert sorted(file.name for file in root.iterdir()) == ["personas"]


def test_with_one_it_says_the_same_again_and_what_is_new(root):
    first = check("personas")
    write_tree(root, {"mkdocs.yml": "site_name: Test\nplugins: [persona-docs]\n"})
    assert check() == check() == first
    assert len([entry for entry in (root / FOLDER).iterdir() if entry.name != ".gitignore"]) == 2
    write_tree(root, {"personas/a.md": "---\nname: a\ndescription: Says it all.\n---\nText.\n"})
    assert check() != first


def entries(root):
    return {entry.name for entry in (root / FOLDER).iterdir() if entry.is_file()}


def test_what_is_kept_for_a_check_is_not_taken_for_pages(root):
    """A check looks for no language and renders nothing, so what it makes of a file has another name."""
    write_tree(root, {"mkdocs.yml": "site_name: Test\nplugins: [persona-docs]\n"})
    check()
    before = entries(root)
    build_site(root, {})
    assert len(entries(root) - before) == 4, "of each file what it says, and its text"


def test_but_what_is_kept_for_pages_is_taken_for_a_check(root):
    write_tree(root, {"mkdocs.yml": "site_name: Test\nplugins: [persona-docs]\n"})
    gather(Options(), root, Site(), Kept(root / FOLDER))
    assert gather(Options(), root, kept=Kept(root / FOLDER)).fresh == frozenset()
    kept = check()
    shutil.rmtree(root / FOLDER)
    assert check() == kept
