"""The plugin beside the pages that `persona-docs pages` wrote for a generator without plugins."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from persona_docs.cli import main
from tests.tree import build_site, write_tree

pytestmark = pytest.mark.site

TEAM = {
    "personas/backend.md": "---\nname: backend\ndescription: Builds services.\n---\nAsk first.\n",
    "mkdocs.yml": "site_name: Team\n",
}
ADDED = {
    "markdown_extensions": [{"persona_docs": {"sources": ["personas"]}}],
    "extra_css": ["assets/persona-docs/persona-docs.css"],
    "extra_javascript": ["assets/persona-docs/copy.js", {"path": "assets/persona-docs/catalog.js"}],
}


def test_one_folder_and_one_configuration_serve_both(tmp_path, monkeypatch):
    plain = build_site(tmp_path / "plain", {"personas/backend.md": TEAM["personas/backend.md"]})
    monkeypatch.chdir(write_tree(tmp_path / "both", TEAM))
    assert CliRunner().invoke(main, ["pages", "docs"]).exit_code == 0

    site = build_site(tmp_path / "both", {}, ADDED, strict=True)

    assert not site.aborted
    assert site.pages() == plain.pages()
    html = site.read("personas/backend/index.html")
    assert html.count("persona-docs/persona-docs.css") == html.count("persona-docs/copy.js") == 1
    assert html.count("Ask first.") == plain.read("personas/backend/index.html").count("Ask first.")
    assert "../sources/backend.md" in html
    assert "backend.md.txt" not in html
