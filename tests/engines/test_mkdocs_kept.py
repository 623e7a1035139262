"""What a build keeps makes the next one faster, and nothing else of it different."""

from __future__ import annotations

import re
import shutil

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from persona_docs.engines.mkdocs_plugin import outline
from persona_docs.engines.mkdocs_plugin.catalog_page import CatalogPage
from tests.tree import build_site, write_tree

pytestmark = pytest.mark.site

PICTURE = """
    == personas/backend.md
    ---
    name: backend
    description: Builds services.
    ---
    # Backend <i>of</i> `all`

    See [quality](quality.md#before).

    ## Persona
    == personas/quality.md
    ---
    name: quality
    ---
    ## Before

    <!--persona-docs 1--> {{ x }} $1 \\1 <b id="mine">here</b>
    == personas/writer.md
    ---
    name: writer
    ---
    ## Before
"""

INDEX = "# Home\n\n/// persona | backend\n    body: true\n///\n"
EVERY = sorted(
    "backend checklists compare expertise health index quality tools triggers writer".split()  # noqa: SIM905
)
CONFIG = {"markdown_extensions": [{"toc": {"permalink": True}}, "pymdownx.highlight"]}


@pytest.fixture
def converted(monkeypatch):
    """The pages of ours that Markdown was asked to convert."""
    names = []
    render = CatalogPage.__mro__[1].render

    def counting(self, config, files):
        if isinstance(self, CatalogPage):
            names.append(self.file.name)
        return render(self, config, files)

    monkeypatch.setattr(CatalogPage.__mro__[1], "render", counting)
    return names


def edit(root, words="Other words."):
    write_tree(root, {"personas/quality.md": f"---\nname: quality\n---\n## Before\n\n{words}\n"})


def built(root, picture="", **config):
    """The contents of a site, to which the picture's files are added."""
    write_tree(root, picture)
    return build_site(root, {"docs/index.md": INDEX}, {**CONFIG, **config}).contents()


@pytest.fixture(autouse=True)
def forget(tmp_path):
    """The plugin's instance is the same for all builds of a process."""
    write_tree(tmp_path / "any", {"mkdocs.yml": "site_name: Any\nplugins: [persona-docs]\n", "docs/a.md": ""})
    plugin = load_config(str(tmp_path / "any" / "mkdocs.yml")).plugins["persona-docs"]
    plugin.memory.clear()
    return plugin


def test_a_site_is_the_same_with_and_without_what_was_kept(tmp_path, forget):
    first = built(tmp_path / "a", PICTURE)
    assert built(tmp_path / "a") == first  # from memory
    forget.memory.clear()
    assert built(tmp_path / "a") == first  # from disk
    edit(tmp_path / "a")
    again = built(tmp_path / "a")
    assert b"Other words." in again["personas/quality/index.html"]
    forget.memory.clear()
    write_tree(tmp_path / "b", PICTURE)
    edit(tmp_path / "b")
    assert built(tmp_path / "b") == again


EXTENSIONS = (
    [],
    [{"toc": {"permalink": "¶", "baselevel": 2, "toc_depth": "2-3"}}],
    [{"toc": {"anchorlink": True, "permalink": True, "permalink_leading": True, "title": "On this page"}}],
    ["attr_list", "md_in_html", "def_list", "footnotes", "smarty", "tables", "abbr", "admonition"],
    ["pymdownx.highlight", "pymdownx.superfences", "pymdownx.emoji", "pymdownx.keys", "pymdownx.tabbed"],
)


@pytest.mark.parametrize("extensions", EXTENSIONS, ids=repr)
def test_pages_are_put_together_as_markdown_would_make_them(tmp_path, extensions, converted, monkeypatch):
    made = built(tmp_path / "a", PICTURE, markdown_extensions=extensions)
    assert "writer" not in converted, "the pages before show how"
    monkeypatch.setattr(outline, "_KNOWN", re.compile("nothing"))
    converted.clear()
    assert built(tmp_path / "b", PICTURE, markdown_extensions=extensions) == made
    assert sorted(converted) == EVERY


def test_real_pages_too(tmp_path, real_files, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    sources = [str(real_files / "seeds"), str(real_files / "wild" / "agency-zh")]
    plugins = ["search", {"persona-docs": {"sources": sources}}]
    made = built(tmp_path / "a", plugins=plugins)
    monkeypatch.setattr(outline, "_KNOWN", re.compile("nothing"))
    assert built(tmp_path / "b", plugins=plugins) == made


def test_beside_extensions_that_may_add_something_every_page_is_converted(tmp_path, converted):
    built(tmp_path, PICTURE, markdown_extensions=["toc", "pymdownx.snippets"])
    assert sorted(converted) == EVERY


def test_and_where_markdown_makes_something_else_of_the_first_page(tmp_path, converted, monkeypatch):
    first = built(tmp_path / "a", PICTURE)
    converted.clear()
    monkeypatch.setattr(outline, "without_tags", lambda html: html)
    assert built(tmp_path / "b", PICTURE) == first
    assert converted[-1] == "health", "the last page of all"


def test_a_page_that_another_plugin_has_changed_is_converted_as_it_is(tmp_path):
    hook = """
        def on_page_markdown(markdown, page, **_):
            return markdown + "\\n\\nAdded." if "quality" in page.url else markdown
    """
    write_tree(tmp_path, {"hook.py": hook})
    pages = built(tmp_path, PICTURE, hooks=["hook.py"])
    assert b"<p>Added.</p>" in pages["personas/quality/index.html"]
    assert b"<p>Added.</p>" not in pages["personas/backend/index.html"]


def test_while_serving_only_what_changed_is_read(tmp_path):
    built(tmp_path, PICTURE)

    def rebuilt():
        config = load_config(str(tmp_path / "mkdocs.yml"))
        build(config)
        return config.plugins["persona-docs"].build.gathered.fresh

    shutil.rmtree(tmp_path / ".cache")  # memory is enough
    assert rebuilt() == frozenset()
    edit(tmp_path)
    assert rebuilt() == {"personas/quality.md"}
    assert "Other words." in (tmp_path / "site" / "personas/quality/index.html").read_text(encoding="utf-8")
