"""Persona files inside the docs folder, where MkDocs sees them too."""

from __future__ import annotations

import pytest

from tests.tree import build_site

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
