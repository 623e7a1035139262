"""`persona-docs check` takes what was kept, and keeps something only where there is a site."""

from __future__ import annotations

import shutil

import pytest
from click.testing import CliRunner

from persona_docs.cli import main
from persona_docs.gathering import gather as gathering
from persona_docs.gathering.contents import FOLDER
from persona_docs.gathering.gather import gather
from persona_docs.gathering.kept import Kept
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
    assert len(entries(root)) == 3, "of each file, and of all"
    write_tree(root, {"personas/a.md": "---\nname: a\ndescription: Says it all.\n---\nText.\n"})
    assert check() != first


LINKS = {"personas/c.md": "---\nname: c\ndescription: Links.\n---\n[x](../notes.md) and [y](d.md).\n"}


class TestSayingItAgain:
    """Where nothing has changed nothing is read; everything that findings look at must be looked at."""

    @pytest.fixture
    def site(self, root):
        return write_tree(root, {**LINKS, "mkdocs.yml": "site_name: Test\nplugins: [persona-docs]\n"})

    @pytest.fixture
    def gathers(self, monkeypatch):
        """How often files are gathered."""
        calls = []
        monkeypatch.setattr(gathering, "gather", lambda *a, **k: calls.append(a) or gather(*a, **k))
        return calls

    def test_nothing_is_read_twice(self, site, gathers):
        first = check()
        assert [check(), check("--format", "json") != first, len(gathers)] == [first, True, 1]

    @pytest.mark.parametrize(
        "change",
        [
            {"notes.md": ""},
            {"personas/d.md": "Text.\n"},
            {"personas/a.md": "Text.\n"},
            {"personas/odd.txt": ""},
            {"mkdocs.yml": "plugins: [{persona-docs: {findings: {missing-front-matter: error}}}]\n"},
            {"mkdocs.yml": "plugins: [{persona-docs: {sources: [personas, missing]}}]\n"},
        ],
        ids=["a link's target", "a persona", "a text", "what is left out", "a level", "a source"],
    )
    def test_a_change_is_seen(self, site, gathers, change):
        first = check()
        write_tree(site, change)
        changed = check()
        assert changed != first
        assert len(gathers) == 2
        shutil.rmtree(site / FOLDER)
        assert check() == changed

    def test_and_so_is_what_is_gone(self, site):
        write_tree(site, {"notes.md": ""})
        first = check()
        (site / "notes.md").unlink()
        assert "leads to no file" in check()
        write_tree(site, {"notes.md": ""})
        assert check() == first

    def test_the_paths_asked_for_count(self, site):
        assert check("personas/a.md") != check()
        assert check("personas/a.md") != check("personas/b.md")

    def test_what_may_come_out_otherwise_is_made_again(self, site, gathers):
        slow = "plugins: [{persona-docs: {limits: {seconds: 0.000000001}}}]\n"
        write_tree(site, {"mkdocs.yml": slow})
        check()
        check()
        assert len(gathers) == 2

    @pytest.mark.parametrize("damage", [b"", b"{}", b'[[["a"]],[],1,{}]'])
    def test_damage_is_no_harm(self, site, damage):
        first = check()
        store = Kept(site / FOLDER).store
        store.put(dict.fromkeys(entries(site), damage))
        assert check() == first

    def test_fixing_reads(self, site):
        write_tree(site, {"personas/e.md": "---\nname: e\ndescription: Use when: now\n---\nText.\n"})
        assert "[front-matter]" in check()
        assert "fixed personas/e.md" in check("--fix")
        assert "[front-matter]" not in check()


def entries(root):
    return set(Kept(root / FOLDER).store.known())


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
