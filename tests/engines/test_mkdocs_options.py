"""The plugin's options: the project's own, each explained, and clear words where they are impossible."""

from __future__ import annotations

import ast
import inspect
from dataclasses import fields

import pytest

from persona_docs.engines.mkdocs_plugin import config as module
from persona_docs.engines.mkdocs_plugin.config import LimitsConfig, PersonaDocsConfig, options
from persona_docs.options import Limits, Options, SourceEntry
from tests.tree import build_site


def loaded(**given):
    config = PersonaDocsConfig()
    config.load_dict(given)
    return config, config.validate()


@pytest.mark.parametrize(("config", "model"), [(PersonaDocsConfig, Options), (LimitsConfig, Limits)])
def test_the_options_are_those_of_the_project_in_their_order(config, model):
    assert [name for name, _ in config._schema] == [field.name for field in fields(model)]


def test_the_defaults_are_those_of_the_project():
    config, problems = loaded()
    assert problems == ([], [])
    assert options(config) == Options()


def test_what_is_set_arrives():
    config, problems = loaded(
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


@pytest.mark.parametrize(
    "given",
    [
        {"sources": "personas/*.md"},
        {"findings": {"same-name": "loud"}},
        {"findings": ["same-name"]},
        {"aliases": {"expertise": "fachgebiete"}},
        {"mermaid": "yes"},
        {"limits": {"file_size": "1 MB"}},
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(given):
    _, (errors, _) = loaded(**given)
    assert [name for name, _ in errors] == list(given)


def test_an_unknown_option_is_warned_about():
    _, (_, warnings) = loaded(source=["a"])
    assert [name for name, _ in warnings] == ["source"]


def test_so_is_an_unknown_limit_and_nothing_else_comes_of_it():
    config, (_, warnings) = loaded(limits={"file_sice": 5})
    assert [name for name, _ in warnings] == ["limits"]
    assert options(config) == Options()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"sources": []}, "sources is empty;"),
        ({"sources": [{"path": "a"}]}, "sources: a path or {path: …, dialect: …} is wanted"),
        (
            {"sources": [{"path": "a", "dialect": "codx"}]},
            "sources: there is no dialect “codx”; did you mean “codex”?",
        ),
        (
            {"aliases": {"expertize": ["x"]}},
            "aliases: there is no field “expertize”; did you mean “expertise”?",
        ),
        (
            {"image_hosts": ["img.example.org", "https://cdn.example.org/x"]},
            "image_hosts: “https://cdn.example.org/x” is no host; write one such as “cdn.example.org”",
        ),
        ({"image_hosts": ["*.example.org"]}, "image_hosts: “*.example.org” is no host"),
        ({"path": "a/?"}, "path: 'a/?' is no folder of a site"),
        ({"path": "../x"}, "path: '../x' is no folder"),
        ({"path": "a//b"}, "path: 'a//b' is no folder"),
        ({"path": ".hidden"}, "path: '.hidden' is no folder"),
        ({"path": "templates/x"}, "path: MkDocs leaves out what lies below templates/"),
        (
            {"findings": {"same-nam": "info"}},
            "findings: there is no finding “same-nam”; did you mean “same-name”?",
        ),
        ({"findings": {"zzz": "info"}}, "findings: there is no finding “zzz”; there are address"),
        ({"limits": {"depth": 0}}, "limits: depth must be a number above zero, not 0"),
        ({"limits": {"depth": True}}, "limits: depth must be a number above zero, not True"),
    ],
)
def test_an_impossible_setting_stops_the_build_with_a_sentence(tmp_path, given, said):
    site = build_site(tmp_path, {}, {"plugins": [{"persona-docs": given}], "theme": {"name": "mkdocs"}})
    assert site.aborted
    assert f"persona-docs: {said}" in "\n".join(site.warnings)


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
