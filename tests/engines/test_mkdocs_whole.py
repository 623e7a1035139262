"""Pages that are kept whole are those that a first build would make, whatever has changed in between."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from persona_docs import parallel
from persona_docs.engines import mkdocs_site
from persona_docs.engines.mkdocs_plugin.catalog_page import CatalogPage
from persona_docs.engines.whole_site import Folder, Listener
from tests.tree import BuiltSite, build_site, write_tree

pytestmark = pytest.mark.site

PICTURE = """
    == docs/more.md
    # More

    [Her style](personas/backend.md#style)
    == personas/backend.md
    ---
    name: backend
    description: Builds services in Python.
    expertise: [Python, SQL]
    triggers: [/build]
    ---
    # Backend

    Asks [quality](quality.md#before) and reads [the rules](../RULES.md).

    ## Style
    == personas/quality.md
    ---
    name: quality
    description: Tests services in Python.
    expertise: [Python, SQL]
    ---
    ## Before

    - [ ] Is it tested?
    == personas/stranger.md
    ---
    name: stranger
    description: Paints.
    ---
    Paints.
"""
PAGES = {
    "backend",
    "quality",
    "stranger",
    "index",
    "compare",
    "triggers",
    "tools",
    "expertise",
    "checklists",
    "health",
}
THEME = {"theme": {"name": "material", "font": False, "custom_dir": "mine", "icon": {"edit": "own"}}}
ICON = {"mine/.icons/own.svg": "<svg></svg>", "docs/index.md": "# Home\n"}


@pytest.fixture
def converted(monkeypatch) -> list[str]:
    """Names of our pages that were made in this process."""
    names: list[str] = []
    convert = CatalogPage.convert

    def counting(self):
        names.append(self.file.name)
        convert(self)

    monkeypatch.setattr(CatalogPage, "convert", counting)
    return names


def different(one: BuiltSite, other: BuiltSite) -> list[str]:
    """Names of the files that two sites do not have in common."""
    here, there = one.contents(), other.contents()
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def kept(root: Path) -> list[Path]:
    return [
        file for file in (root / ".cache" / "plugin" / "persona-docs" / "pages").glob("*") if file.is_file()
    ]


def test_what_has_not_changed_is_not_made_again(tmp_path, converted):
    first = build_site(tmp_path, PICTURE).contents()
    assert set(converted) == PAGES
    converted.clear()
    assert build_site(tmp_path, {}).contents() == first
    assert converted == []


def test_an_edit_makes_the_pages_again_that_speak_of_it(tmp_path, converted):
    build_site(tmp_path, PICTURE)
    converted.clear()
    build_site(
        tmp_path, {"personas/stranger.md": "---\nname: stranger\ndescription: Paints!\n---\nPaints.\n"}
    )
    assert "stranger" in converted
    assert not {"backend", "quality"} & set(converted)


def test_an_edit_of_a_text_makes_no_page_of_all_again(tmp_path, converted):
    build_site(tmp_path, PICTURE)
    converted.clear()
    stranger = tmp_path / "personas/stranger.md"
    stranger.write_text(stranger.read_text().replace("---\nPaints.", "---\nPaints walls."))
    assert "Paints walls." in build_site(tmp_path, {}).read("personas/stranger/index.html")
    assert converted == ["stranger"]


def test_a_template_of_the_users_may_show_texts_among_all(tmp_path):
    ours = {"mine/persona-docs/cards.html": "{% for card in cards %}{{ card.persona.body.text }}{% endfor %}"}
    write_tree(tmp_path, PICTURE)
    assert "Paints." in build_site(tmp_path, ours | ICON, THEME).read("personas/index.html")
    stranger = tmp_path / "personas/stranger.md"
    stranger.write_text(stranger.read_text().replace("---\nPaints.", "---\nPaints walls."))
    assert "Paints walls." in build_site(tmp_path, {}, THEME).read("personas/index.html")


CHANGES: dict[str, dict[str, object]] = {
    "the site's name": {"site_name": "Other"},
    "its address": {"site_url": "https://example.org/docs/"},
    "its repository": {"repo_url": "https://github.com/o/r", "edit_uri": "edit/main/docs/"},
    "where pages are edited": {"edit_uri_template": "https://ide.example/docs/{path}"},
    "its navigation": {"nav": [{"All": "personas/index.md"}, {"M": ["more.md", "index.md"]}]},
    "a palette": {"theme": {"name": "material", "font": False, "palette": {"scheme": "slate"}}},
    "the language": {"theme": {"name": "material", "font": False, "language": "es"}},
    "a feature": {"theme": {"name": "material", "font": False, "features": ["toc.integrate"]}},
    "links below": {"extra": {"social": [{"icon": "material/star", "link": "https://example.org"}]}},
    "permalinks": {"markdown_extensions": [{"toc": {"permalink": "¶"}}]},
    "addresses": {"use_directory_urls": False},
    "another script": {"extra_javascript": ["a.js"]},
    "another plugin": {"plugins": ["search", "persona-docs", "offline"]},
    "our options": {"plugins": ["search", {"persona-docs": {"path": "team"}}]},
}


@pytest.mark.parametrize("config", CHANGES.values(), ids=CHANGES)
def test_a_change_of_settings_shows(tmp_path, config):
    build_site(tmp_path / "a", PICTURE)
    fresh = build_site(tmp_path / "b", PICTURE, config)
    assert different(build_site(tmp_path / "a", {}, config), fresh) == []


def edited(old: str, new: str, path: str = "personas/backend.md") -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new))

    return edit


ANOTHER = "---\nname: a\ntriggers: [/build]\nexpertise: [Python, SQL]\n---\nAsk `stranger`.\n"

EDITS: dict[str, Callable[[Path], object]] = {
    "a name": edited("name: backend", "name: server"),
    "a title": edited("# Backend", "# Server side"),
    "a description": edited("Builds", "Writes"),
    "a trigger": edited("/build", "/make"),
    "expertise": edited("[Python, SQL]", "[Python, Rust]"),
    "a text": edited("Asks", "Never asks"),
    "a line above what is found in the text": edited(
        "## Before", "Careful.\n\n## Before", "personas/quality.md"
    ),
    "an item": edited("Is it tested?", "Is it secure?", "personas/quality.md"),
    "a command that is called": edited("## Style", "Call it with `/serve`.", "personas/backend.md"),
    "a heading that somebody links to": edited("## Before", "## After", "personas/quality.md"),
    "a page of the docs": edited("# More", "# Less", "docs/more.md"),
    "a link to a heading that is gone": edited("## Style", "## Manners"),
    "one persona less": lambda root: (root / "personas/quality.md").unlink(),
    "one persona more": lambda root: write_tree(root, {"personas/a.md": ANOTHER}),
    "the target of a link": lambda root: write_tree(root, {"RULES.md": "Be kind.\n"}),
    "a page by hand": lambda root: write_tree(root, {"docs/personas/quality.md": "# Mine\n"}),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_shows(tmp_path, edit):
    build_site(tmp_path / "a", PICTURE)
    edit(tmp_path / "a")
    write_tree(tmp_path / "b", PICTURE)
    edit(tmp_path / "b")
    assert different(build_site(tmp_path / "a", {}), build_site(tmp_path / "b", {})) == []


def test_a_template_of_ours_that_is_replaced_shows(tmp_path):
    build_site(tmp_path, PICTURE)
    ours = {"mine/persona-docs/persona_title.html": "<b>{{ persona.name }}</b> one"}
    assert "</b> one" in build_site(tmp_path, ours | ICON, THEME).read("personas/backend/index.html")
    assert kept(tmp_path)
    ours = {"mine/persona-docs/persona_title.html": "<b>{{ persona.name }}</b> two"}
    assert "</b> two" in build_site(tmp_path, ours | ICON, THEME).read("personas/backend/index.html")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<b>\n{{ nope }}</b>", "2: 'nope' is undefined"),
        ("{% if persona %}", "1: Unexpected end of template."),
        ("{% include 'nope.html' %}", "1: 'nope.html' not found"),
    ],
)
def test_a_template_that_cannot_be_filled_ends_the_build_with_its_place(tmp_path, text, why):
    write_tree(tmp_path, PICTURE)
    site = build_site(tmp_path, {**ICON, "mine/persona-docs/persona_title.html": text}, THEME)
    assert site.aborted
    assert f"persona_title.html:{why}" in "\n".join(site.warnings)


HOOK = {"hook.py": "def on_page_context(context, **_):\n    context['config'].extra['said'] = 'x'\n"}


@pytest.mark.parametrize(
    ("files", "config"),
    [
        (HOOK, {"hooks": ["hook.py"]}),
        ({"mine/main.html": "{% extends 'base.html' %}\n"}, THEME),
        ({}, {"theme": "readthedocs"}),
        ({}, {"plugins": ["search", "persona-docs", "tags"]}),
    ],
    ids=["a hook", "a template", "a theme", "a plugin"],
)
def test_where_somebody_else_has_a_hand_in_pages_none_is_kept(tmp_path, files, config):
    write_tree(tmp_path, PICTURE)
    assert build_site(tmp_path, {**ICON, **files}, config).has("personas/backend/index.html")
    assert not kept(tmp_path)


ODD = {"itself": "config", "once": "iter([1])", "broken": "type('Odd', (dict,), {'items': None})(a=1)"}


@pytest.mark.parametrize("setting", ODD.values(), ids=ODD)
def test_where_a_setting_cannot_be_told_none_is_kept(tmp_path, setting):
    hook = f"def on_config(config):\n    config.extra['odd'] = {setting}\n"
    write_tree(tmp_path, PICTURE)
    assert "Paints." in build_site(tmp_path, {"hook.py": hook}, {"hooks": ["hook.py"]}).read(
        "personas/stranger/index.html"
    )
    assert not kept(tmp_path)


def test_a_page_that_was_damaged_is_made_anew(tmp_path, converted):
    first = build_site(tmp_path, PICTURE).contents()
    for entry in kept(tmp_path):
        entry.write_bytes(entry.read_bytes().replace(b"</html>", b"</body>"))
    converted.clear()
    assert build_site(tmp_path, {}).contents() == first
    assert set(converted) == PAGES


def test_what_a_limit_of_time_may_have_cut_off_is_not_kept(tmp_path):
    plugins = {"plugins": ["search", {"persona-docs": {"limits": {"seconds": 1e-6}}}]}
    assert build_site(tmp_path, PICTURE, plugins).has("personas/backend/index.html")
    assert not kept(tmp_path)


@pytest.fixture
def side_by_side(monkeypatch):
    """Even a few pages are made by two other processes."""
    if sys.platform != "linux":
        pytest.skip("a process is copied on Linux alone")
    monkeypatch.setattr(parallel, "FEW", 0)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    monkeypatch.setattr("threading.active_count", lambda: 1)


def test_pages_made_side_by_side_are_the_same(tmp_path, converted, request):
    one_by_one = build_site(tmp_path, PICTURE).contents()
    shutil.rmtree(tmp_path / ".cache")
    request.getfixturevalue("side_by_side")
    converted.clear()
    assert build_site(tmp_path, {}).contents() == one_by_one
    assert converted == [], "other processes have made them"


def test_so_are_those_of_a_site_without_a_configuration(tmp_path, converted, side_by_side):
    write_tree(tmp_path, PICTURE)
    mkdocs_site.build_site(Folder("Ours", tmp_path, ["personas"]), tmp_path / "out", Listener())
    assert (tmp_path / "out" / "backend.html").is_file()
    assert converted == [], "other processes have made them"
    assert not (tmp_path / ".cache").exists()


def test_pages_are_written_while_others_are_being_made(tmp_path, side_by_side, monkeypatch):
    convert, there = CatalogPage.convert, tmp_path / "site" / "personas" / "backend" / "index.html"

    def waiting(page):
        given_up = time.monotonic() + 10
        while page.file.name == "index" and not there.exists() and time.monotonic() < given_up:
            time.sleep(0.01)
        convert(page)

    monkeypatch.setattr(CatalogPage, "convert", waiting)
    begun = time.monotonic()
    assert build_site(tmp_path, PICTURE).has("personas/index.html")
    assert time.monotonic() - begun < 10, "the page of a persona waits for the index"
