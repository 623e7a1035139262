"""Persona files where MkDocs sees them too, or a link sees them: inside the docs folder, and outside."""

from __future__ import annotations

import logging
import re

import pytest

from tests.tree import build_site, write_tree

pytestmark = pytest.mark.site

PICTURE = """
    == docs/personas/a.md
    ---
    name: alpha
    description: Builds services.
    ---
    ## Style
    == docs/personas/b.md
    ---
    name: beta
    description: Tests services.
    ---
    Asks alpha.
    == docs/personas/team.md
    # Personas

    ## `--persona-gardener`

    **Identity**: Grows things slowly

    ## `--persona-cook`

    **Identity**: Feeds people
"""
SOURCES = {"plugins": ["search", {"persona-docs": {"sources": ["docs/personas"]}}]}


@pytest.mark.parametrize("serve_url", [None, "http://127.0.0.1:8000/"], ids=["build", "serve"])
@pytest.mark.parametrize("option", ["exclude_docs", "draft_docs"])
def test_what_is_kept_out_of_the_site_are_the_files_and_not_the_catalog(tmp_path, option, serve_url):
    whole = build_site(tmp_path / "whole", PICTURE, SOURCES, serve_url=serve_url)
    rules = {option: "personas/\nassets/persona-docs/\n"}
    site = build_site(tmp_path / "kept", PICTURE, SOURCES | rules, strict=True, serve_url=serve_url)
    assert site.contents().keys() == whole.contents().keys()
    assert "DRAFT" not in site.read("personas/alpha/index.html")
    assert not site.has("personas/a.md")


def test_our_pages_can_be_kept_out_of_the_navigation(tmp_path):
    theme = {"theme": "mkdocs"}
    shown = build_site(tmp_path / "a", PICTURE, SOURCES | theme)
    assert 'href="personas/compare/"' in shown.read("index.html")
    hidden = build_site(tmp_path / "b", PICTURE, SOURCES | theme | {"not_in_nav": "personas/"})
    assert 'href="personas/compare/"' not in hidden.read("index.html")
    assert hidden.has("personas/compare/index.html")


LINKS = """
    # Home

    [Alpha](personas/a.md#style), [by slug](personas/alpha.md), [beta](personas/b.md), [all](personas/team.md)
"""
STRICT = {"validation": {"links": {"anchors": "warn"}}}


@pytest.mark.parametrize("more", [{}, {"exclude_docs": "personas/"}], ids=["included", "excluded"])
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_link_to_a_file_leads_to_its_page_and_to_the_first_of_several(tmp_path, directory_urls, more):
    config = {**SOURCES, **STRICT, **more, "use_directory_urls": directory_urls}
    write_tree(tmp_path, PICTURE)
    site = build_site(tmp_path, {"docs/index.md": LINKS}, config, strict=True)
    assert site.warnings == []
    end = "/" if directory_urls else ".html"
    leads = re.findall(r'href="(personas/[^"]+)">(?:Alpha|by slug|beta|all)<', site.read("index.html"))
    assert leads == [
        f"personas/{name}" for name in (f"alpha{end}#style", f"alpha{end}", f"beta{end}", f"gardener{end}")
    ]


def test_a_heading_that_its_page_does_not_have_is_missed(tmp_path):
    link = {"docs/index.md": "[Alpha](personas/a.md#nothing)\n"}
    write_tree(tmp_path, PICTURE)
    assert "'personas/alpha.md' does not contain" in build_site(tmp_path, link, SOURCES | STRICT).warnings[0]


def test_an_entry_of_the_navigation_leads_to_its_page_too(tmp_path):
    nav = ["index.md", "personas/index.md", {"The first": "personas/a.md"}]
    site = build_site(tmp_path, PICTURE, {**SOURCES, "theme": "mkdocs", "nav": nav}, strict=True)
    assert not site.aborted
    assert re.search(r'href="personas/alpha/"[^>]*>The first<', site.read("index.html"))


def test_an_address_that_is_that_of_another_page_leads_there_and_says_so(tmp_path):
    files = {
        "docs/personas/a.md": "---\nname: b\ndescription: Tests.\n---\nFrom a.\n",
        "docs/personas/b.md": "---\nname: c\ndescription: Builds.\n---\nFrom b.\n",
        "docs/index.md": "[to](personas/a.md) [and](personas/b.md)\n",
    }
    site = build_site(tmp_path, files, SOURCES, strict=True)
    assert re.findall(r'href="(personas/./)">(?:to|and)<', site.read("index.html")) == ["personas/b/"] * 2
    said = "The page of docs/personas/b.md is personas/c.md; links to personas/b.md lead to another"
    assert site.logged(logging.INFO).count(f"persona_docs: {said}") == 1


def test_a_link_that_leads_out_of_the_docs_folder_to_a_file_leads_to_its_page(tmp_path):
    files = {
        ".claude/agents/a.md": "---\nname: alpha\ndescription: Builds.\n---\n## Style\n\nPlain.\n",
        "docs/guide/how.md": "[Alpha](../../.claude/agents/a.md#style)\n",
        "docs/index.md": "[Alpha](../.claude/agents/a.md) [gone](../.claude/agents/gone.md)\n",
    }
    nav = ["index.md", "guide/how.md", {"The first": "../.claude/agents/a.md"}]
    config = {"plugins": [{"persona-docs": {"sources": [".claude/agents"]}}], "theme": "mkdocs", "nav": nav}
    site = build_site(tmp_path, files, config | STRICT)
    assert 'href="personas/alpha/">Alpha<' in site.read("index.html")
    assert 'href="../../personas/alpha/#style">Alpha<' in site.read("guide/how/index.html")
    assert re.search(r'href="personas/alpha/"[^>]*>The first<', site.read("index.html"))
    (missed,) = site.warnings
    assert "'../.claude/agents/gone.md'" in missed
