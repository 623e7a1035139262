"""What a build keeps makes the next one faster, and nothing else of it different."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from persona_docs.engines.mkdocs_plugin.outline import PersonaPage
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
"""

INDEX = "# Home\n\n/// persona | backend\n    body: true\n///\n"
CONFIG = {"markdown_extensions": [{"toc": {"permalink": True}}, "pymdownx.highlight"]}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a site but for the list with the times of the build."""
    files = (file for file in folder.rglob("*") if file.is_file() and "sitemap" not in file.name)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def converted(monkeypatch):
    """The pages of personas that Markdown was asked to convert."""
    names = []
    render = PersonaPage.__mro__[1].render

    def counting(self, config, files):
        if isinstance(self, PersonaPage):
            names.append(self.file.name)
        return render(self, config, files)

    monkeypatch.setattr(PersonaPage.__mro__[1], "render", counting)
    return names


def edit(root, words="Other words."):
    write_tree(root, {"personas/quality.md": f"---\nname: quality\n---\n## Before\n\n{words}\n"})


def built(root, picture="", **config):
    """The contents of a site, to which the picture's files are added."""
    write_tree(root, picture)
    return contents(build_site(root, {"docs/index.md": INDEX}, {**CONFIG, **config}).dir)


@pytest.fixture(autouse=True)
def forget(tmp_path):
    """The plugin's instance is the same for all builds of a process."""
    write_tree(tmp_path / "any", {"mkdocs.yml": "site_name: Any\nplugins: [persona-docs]\n", "docs/a.md": ""})
    plugin = load_config(str(tmp_path / "any" / "mkdocs.yml")).plugins["persona-docs"]
    plugin.memory.clear()
    plugin.outline_memory.clear()
    return plugin


def test_a_site_is_the_same_with_and_without_what_was_kept(tmp_path, converted, forget):
    first = built(tmp_path / "a", PICTURE)
    assert sorted(converted) == ["backend", "quality"]
    for memory in (True, False):
        if not memory:
            forget.memory.clear()
            forget.outline_memory.clear()
        converted.clear()
        assert built(tmp_path / "a") == first
        assert converted == []
    edit(tmp_path / "a")
    again = built(tmp_path / "a")
    assert b"Other words." in again["personas/quality/index.html"]
    forget.memory.clear()
    forget.outline_memory.clear()
    write_tree(tmp_path / "b", PICTURE)
    edit(tmp_path / "b")
    assert built(tmp_path / "b") == again


def test_other_extensions_convert_every_page_anew(tmp_path, converted):
    extensions = ["toc", "pymdownx.snippets"]
    first = built(tmp_path, PICTURE, markdown_extensions=extensions)
    assert built(tmp_path, markdown_extensions=extensions) == first
    assert sorted(converted) == ["backend", "backend", "quality", "quality"]


def test_settings_of_extensions_count(tmp_path, converted):
    built(tmp_path, PICTURE)
    converted.clear()
    pages = built(tmp_path, markdown_extensions=[{"toc": {"permalink": "X"}}])
    assert sorted(converted) == ["backend", "quality"]
    assert b">X</a>" in pages["personas/quality/index.html"]


def test_a_page_that_another_plugin_has_changed_is_converted_as_it_is(tmp_path):
    hook = """
        def on_page_markdown(markdown, page, **_):
            return markdown + "\\n\\nAdded." if "quality" in page.url else markdown
    """
    write_tree(tmp_path, {"hook.py": hook})
    pages = built(tmp_path, PICTURE, hooks=["hook.py"])
    assert b"<p>Added.</p>" in pages["personas/quality/index.html"]
    assert b"<p>Added.</p>" not in pages["personas/backend/index.html"]


def test_while_serving_only_what_changed_is_read_and_converted(tmp_path, converted):
    built(tmp_path, PICTURE)

    def rebuilt():
        converted.clear()
        config = load_config(str(tmp_path / "mkdocs.yml"))
        build(config)
        return config.plugins["persona-docs"].build.gathered.fresh, list(converted)

    for entry in (tmp_path / ".cache" / "plugin" / "persona-docs").iterdir():
        entry.unlink()  # memory is enough
    assert rebuilt() == (frozenset(), [])
    edit(tmp_path)
    assert rebuilt() == ({"personas/quality.md"}, [])
    write_tree(tmp_path, {"personas/quality.md": "---\nname: quality\n---\n## After\n"})
    assert rebuilt() == ({"personas/quality.md"}, ["quality"])
