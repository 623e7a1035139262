"""The extension where no plugin brings a catalog: plain Python-Markdown, Zensical."""

from __future__ import annotations

import os
import time

import pytest
from markdown import Markdown, markdown

from persona_docs.engines import standalone
from tests.tree import build_site, write_tree

NAME = "persona_docs.engines.markdown_extension"


@pytest.fixture(autouse=True)
def project(tmp_path, monkeypatch):
    """A folder with a persona, which is also the working directory."""
    monkeypatch.chdir(tmp_path)
    return write_tree(
        tmp_path,
        """
        == agents/backend.md
        ---
        name: backend
        description: Builds services.
        ---
        # Backend
        """,
    )


def convert(text="/// persona-cards\n///\n", **settings):
    return markdown(text, extensions=[NAME], extension_configs={NAME: settings})


def test_reads_the_sources_that_its_settings_name():
    html = convert(sources=["agents"], path="team")
    assert 'href="team/backend/"' in html
    assert "Builds services." in html


def test_works_under_its_entry_point():
    html = markdown(
        "/// persona-cards\n///\n",
        extensions=["persona_docs"],
        extension_configs={"persona_docs": {"sources": ["agents"]}},
    )
    assert 'href="personas/backend/"' in html


def test_follows_the_kind_of_addresses():
    assert 'href="personas/backend.html"' in convert(sources=["agents"], directory_urls=False)


def test_shows_a_page_of_the_catalog():
    html = convert("/// persona-page | personas/backend.md\n///\n", sources=["agents"])
    assert html.startswith("<h1 id=")


def test_without_settings_and_sources_nothing_breaks():
    assert "admonition" not in convert()


def test_a_changed_file_is_read_again(project, monkeypatch):
    assert "Builds services." in convert(sources=["agents"])
    file = project / "agents/backend.md"
    file.write_text(file.read_text().replace("services", "bridges"))
    os.utime(file, (1, 1))
    later = time.monotonic() + 5
    monkeypatch.setattr(standalone.time, "monotonic", lambda: later)
    assert "Builds bridges." in convert(sources=["agents"])


def test_an_unchanged_catalog_is_read_once(monkeypatch):
    calls = []
    gather = standalone.gather
    monkeypatch.setattr(standalone, "gather", lambda *args: calls.append(args) or gather(*args))
    for _ in range(3):
        convert(sources=["agents"], path="once")
    assert len(calls) == 1


def test_mkdocs_tells_the_page_without_our_plugin_too(project):
    write_tree(project, {"mkdocs.yml": "site_name: x\n"})
    config = {
        "theme": {"name": "mkdocs"},
        "plugins": [],
        "markdown_extensions": [{NAME: {"sources": ["agents"]}}],
    }
    cards = "/// persona-cards\n///\n"
    site = build_site(
        project, {"docs/index.md": cards, "docs/a/README.md": cards, "docs/a/b.md": cards}, config
    )
    assert 'href="personas/backend/"' in site.read("index.html")
    assert 'href="../personas/backend/"' in site.read("a/index.html")
    assert 'href="../../personas/backend/"' in site.read("a/b/index.html")


def test_zensical_tells_the_page_and_rewrites_its_addresses():
    from markdown.preprocessors import Preprocessor

    class Context(Preprocessor):
        page = type("Page", (), {"path": "guide/deep/here.md", "url": "guide/deep/here/"})()

        def run(self, lines):
            return lines

    md = Markdown(extensions=[NAME], extension_configs={NAME: {"sources": ["agents"]}})
    md.preprocessors.register(Context(md), "rendering_context", 0)
    # Zensical writes `../` before every address of a page that it publishes in a folder of its own.
    assert 'href="../../personas/backend/"' in md.convert("/// persona-cards\n///\n")


def test_what_its_settings_leave_open_the_configuration_says(project):
    write_tree(
        project,
        """
        == mkdocs.yml
        site_name: Team
        repo_url: https://github.com/me/it
        theme: {name: material, language: es}
        use_directory_urls: false
        plugins: [persona-docs: {sources: [agents], path: team}]
        == agents/backend.md
        ---
        name: backend
        description: Builds services.
        ---
        See [the notes](../notes.md).
        """,
    )
    html = convert("/// persona-page | team/backend.md\n///\n")
    assert "De un vistazo" in html
    assert 'href="https://github.com/me/it/blob/master/notes.md"' in html
    assert 'href="team/backend.html"' in convert()
    assert 'href="personas/backend.html"' in convert(path="personas")


def test_an_original_is_no_page_of_the_site():
    html = convert("/// persona-page | personas/backend.md\n///\n", sources=["agents"])
    assert 'href="../sources/backend.md.txt"' in html


def test_a_setting_that_holds_what_it_cannot_is_told_in_the_page():
    assert "sources: a list is wanted, not “5”" in convert(sources=5)
