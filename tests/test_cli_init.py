"""`persona-docs init`: a configuration before and after, comments and all."""

from __future__ import annotations

import pytest
import yaml
from click.testing import CliRunner, Result

from persona_docs.cli import main
from persona_docs.cli.adding import added
from tests.tree import build_site

CASES = {
    "no plugins": (
        "site_name: Shop  # ours\n",
        "site_name: Shop  # ours\n\nplugins:\n  - search\n  - persona-docs:\n      sources: [personas]\n",
    ),
    "a list, with comments and a tag behind": (
        "plugins:\n- search:\n    lang: en\n# - old\n\n"
        "markdown_extensions:\n- x:\n    f: !!python/name:a.b\n",
        "plugins:\n- search:\n    lang: en\n- persona-docs:\n    sources: [personas]\n# - old\n\n"
        "markdown_extensions:\n- x:\n    f: !!python/name:a.b\n",
    ),
    "in brackets": (
        "plugins: [search, x,]  # two\nuse: !ENV [A, b]\n",
        "plugins: [search, x, {persona-docs: {sources: [personas]}}]  # two\nuse: !ENV [A, b]\n",
    ),
    "in empty brackets": ("plugins: []\n", "plugins: [{persona-docs: {sources: [personas]}}]\n"),
    "in braces": ("plugins: {search: }\n", "plugins: {search: , persona-docs: {sources: [personas]}}\n"),
    "a mapping": (
        "plugins:\n    search:\n      a: |\n        1\n        2\n    y:\nz: 1",
        "plugins:\n    search:\n      a: |\n        1\n        2\n    y:\n"
        "    persona-docs:\n      sources: [personas]\nz: 1\n",
    ),
    "nothing behind the word": (
        "plugins:\nz: 1\n",
        "plugins:\n  - search\n  - persona-docs:\n      sources: [personas]\nz: 1\n",
    ),
    "with a navigation": (
        "nav:\n  - Home: index.md\n  - More:\n    - a.md\n# end\nplugins:\n  - search\n",
        "nav:\n  - Home: index.md\n  - More:\n    - a.md\n  - Personas: personas/index.md\n# end\n"
        "plugins:\n  - search\n  - persona-docs:\n      sources: [personas]\n",
    ),
    "where the catalog lives elsewhere": (
        "nav: [index.md]\nplugins: [persona-docs: {path: team}]\n",
        "nav: [index.md, {Personas: team/index.md}]\nplugins: [persona-docs: {path: team}]\n",
    ),
    "where the catalog is the whole site": (
        "nav: [index.md]\nplugins: [persona-docs: {path: ''}]\n",
        "nav: [index.md]\nplugins: [persona-docs: {path: ''}]\n",
    ),
    "twice the same key, of which the last counts": (
        "plugins: [search]\nplugins: [x]\n",
        "plugins: [search]\nplugins: [x, {persona-docs: {sources: [personas]}}]\n",
    ),
    "inheriting a site without plugins": (
        "INHERIT: bare.yml\n",
        "INHERIT: bare.yml\n\nplugins:\n  - search\n  - persona-docs:\n      sources: [personas]\n",
    ),
    "inheriting the plugin": ("INHERIT: whole.yml\n", "INHERIT: whole.yml\n"),
    "inheriting the plugin, with a navigation": (
        "INHERIT: whole.yml\nnav: [index.md]\n",
        "INHERIT: whole.yml\nnav: [index.md, {Personas: team/index.md}]\n",
    ),
    "inheriting the plugin, with others of its own": (
        "INHERIT: merged.yml\nplugins: {search: }\n",
        "INHERIT: merged.yml\nplugins: {search: }\n",
    ),
    "with line ends of Windows, and none at the end": (
        "plugins:\r\n  - search\r\nx: 1",
        "plugins:\r\n  - search\r\n  - persona-docs:\r\n      sources: [personas]\r\nx: 1\r\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_the_plugin_is_added_and_all_else_stays(tmp_path, before, after):
    (tmp_path / "bare.yml").write_text("site_name: Shop\n", "utf-8")
    (tmp_path / "whole.yml").write_text("plugins: [persona-docs: {path: team}]\n", "utf-8")
    (tmp_path / "merged.yml").write_text("plugins: {persona-docs: {path: team}}\n", "utf-8")
    file = tmp_path / "mkdocs.yml"
    file.write_bytes(before.encode())
    for _ in range(2):
        assert init("-y", "-f", str(file)).exit_code == 0
        assert file.read_bytes().decode() == after


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("a: [", "not valid YAML"),
        ("- a\n", "it is no site's configuration"),
        ("plugins:\n- i18n:\n    languages: []\n", "`persona-docs pages`"),
        ("x: &p\n  - search\nplugins: *p\n", "cannot be changed safely"),
    ],
)
def test_what_cannot_be_changed_safely_is_not_changed(before, said):
    with pytest.raises(ValueError, match=said):
        added(before, ["personas"])


def init(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, ["init", *arguments], input=answers)


@pytest.fixture
def site(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".claude/agents").mkdir(parents=True)
    (tmp_path / ".claude/agents/qa.md").write_text(
        "---\nname: qa\ndescription: Tests.\n---\nTest.\n", "utf-8"
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: Shop\nplugins: [search]\n", "utf-8")
    return tmp_path


def test_the_change_is_shown_and_asked_for(site):
    result = init(answers="n\n")
    assert "+plugins: [search, {persona-docs: {sources: [.claude/agents]}}]\n" in result.output
    assert "Write this to " in result.output
    assert result.exit_code == 1
    assert "persona-docs" not in (site / "mkdocs.yml").read_text("utf-8")


def test_it_is_written_once_and_the_next_step_is_said(site):
    assert "Next: `mkdocs serve`, and open the page personas/." in init("--yes").output
    written = (site / "mkdocs.yml").read_bytes()
    again = init()
    assert (again.exit_code, "has the catalog already" in again.output) == (0, True)
    assert (site / "mkdocs.yml").read_bytes() == written


def test_where_there_is_nothing_the_way_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "`persona-docs serve` needs none" in init().output
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    assert "`persona-docs new --directory personas` writes one" in init("-y").output


def test_a_configuration_elsewhere_is_named_in_what_comes_next(site):
    (site / "sub").mkdir()
    (site / "mkdocs.yml").rename(site / "sub/mkdocs.yml")
    said = init("-y", "-f", "sub/mkdocs.yml").output
    assert "`persona-docs new --directory sub/personas` writes one" in said
    assert "Next: `mkdocs serve -f sub/mkdocs.yml`, and open" in said


def test_where_no_plugin_runs_the_way_is_said(site):
    (site / "mkdocs.yml").unlink()
    (site / "zensical.toml").write_text("[project]\ndocs_dir = 'pages'\n", "utf-8")
    result = init("-y")
    assert (result.exit_code, "`persona-docs pages pages` writes" in result.output) == (2, True)
    assert (site / "zensical.toml").read_text("utf-8") == "[project]\ndocs_dir = 'pages'\n"


@pytest.mark.parametrize(
    ("inherits", "said"),
    [
        ("base.yml", "its plugins are inherited; name the file they stand in with --config-file"),
        ("!ENV [UNSET, base.yml]", "its plugins are inherited"),
        ("gone.yml", "INHERIT: there is no file “gone.yml”"),
    ],
)
def test_what_other_files_say_is_not_changed_here(site, inherits, said):
    (site / "base.yml").write_text("plugins: [search]\n", "utf-8")
    (site / "mkdocs.yml").write_text(f"INHERIT: {inherits}\n", "utf-8")
    result = init("-y")
    assert (result.exit_code, said in result.output) == (2, True), result.output
    assert (site / "mkdocs.yml").read_text("utf-8") == f"INHERIT: {inherits}\n"


@pytest.mark.site
def test_a_site_with_it_has_the_catalog(tmp_path):
    config = yaml.safe_load(added(CASES["with a navigation"][0], ["personas"]))
    files = {"personas/qa.md": "---\nname: qa\ndescription: Tests.\n---\nTest.\n", "docs/a.md": "# A\n"}
    assert build_site(tmp_path, files, config, strict=True).has("personas/qa/index.html")
