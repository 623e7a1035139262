"""The plugin's options: the project's own, each explained, and clear words where they are impossible."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields

import pytest

from persona_docs.engines.mkdocs_plugin import PersonaDocsPlugin
from persona_docs.engines.mkdocs_plugin import config as module
from persona_docs.engines.mkdocs_plugin.config import LimitsConfig, PersonaDocsConfig, options
from persona_docs.options import Limits, Options, SourceEntry
from tests.tree import build_site


def loaded(**given):
    plugin = PersonaDocsPlugin()
    return plugin.load_config(given), plugin.config


@pytest.mark.parametrize(("config", "model"), [(PersonaDocsConfig, Options), (LimitsConfig, Limits)])
def test_the_options_are_those_of_the_project_in_their_order(config, model):
    assert [name for name, _ in config._schema] == [field.name for field in fields(model)]


def test_the_defaults_are_those_of_the_project():
    problems, config = loaded()
    assert problems == ([], [])
    assert options(config) == Options()


def test_what_is_set_arrives():
    problems, config = loaded(
        sources=["a", {"path": ".claude/agents/*.md", "dialect": "gemini"}],
        path="/team/agents/",
        findings={"same-trigger": "info"},
        aliases={"expertise": ["fachgebiete"]},
        mermaid=True,
        image_hosts=["img.example.org"],
        limits={"seconds": 1, "items": 7},
    )
    assert problems == ([], [])
    assert options(config) == Options(
        sources=("a", SourceEntry(".claude/agents/*.md", "gemini")),
        path="team/agents",
        findings={"same-trigger": "info"},
        aliases={"expertise": ("fachgebiete",)},
        mermaid=True,
        image_hosts=("img.example.org",),
        limits=Limits(seconds=1, items=7),
    )


def test_every_option_is_followed_by_its_docstring():
    for kind in ast.parse(inspect.getsource(module)).body:
        if not isinstance(kind, ast.ClassDef):
            continue
        statements = kind.body[1:]  # the first is the class's own docstring
        for option, text in zip(statements[::2], statements[1::2], strict=True):
            assert isinstance(option, ast.Assign)
            assert isinstance(text, ast.Expr), f"{ast.unparse(option)} has no docstring"
            assert isinstance(text.value, ast.Constant)


def test_what_mkdocs_leaves_out_is_no_place_for_a_catalog(tmp_path):
    given = {"plugins": [{"persona-docs": {"path": "templates/x"}}], "theme": {"name": "mkdocs"}}
    site = build_site(tmp_path, {}, given)
    assert site.aborted
    assert "persona-docs: path: MkDocs leaves out what lies below templates/" in "\n".join(site.warnings)


def test_a_plugin_that_cannot_work_beside_is_named_with_the_way_out(tmp_path):
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import PluginError
    from mkdocs.plugins import BasePlugin, PluginCollection

    i18n = type("I18n", (BasePlugin,), {"__module__": "mkdocs_static_i18n.plugin"})
    config = MkDocsConfig()
    config.plugins = PluginCollection()
    config.plugins["i18n"] = i18n()
    with pytest.raises(PluginError, match="persona-docs pages"):
        module.refuse_impossible(Options(), config)
