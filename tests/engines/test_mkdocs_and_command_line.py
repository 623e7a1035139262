"""MkDocs and the command line read a configuration alike, and refuse wrong options in the same words."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from persona_docs.cli import main
from persona_docs.configuration import read_configuration, read_site
from persona_docs.engines.mkdocs_plugin.build import site_of
from persona_docs.engines.mkdocs_plugin.config import options
from persona_docs.repository import History
from tests.tree import write_tree

PERSONA = "---\nname: qa\ndescription: Tests.\n---\nTest it.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(write_tree(tmp_path, {"personas/qa.md": PERSONA, "docs/index.md": "# Home\n"}))
    return tmp_path


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("sources: team", "sources: a list is wanted, not “team”"),
        ("sources: []", "sources is empty; name at least one file, folder or glob that holds personas"),
        ("sources: [5]", "sources: a path or {path: …, dialect: …} is wanted, not “5”"),
        ("sources: [{path: a}]", "sources: a path or {path: …, dialect: …} is wanted, not “{'path': 'a'}”"),
        ("sources: [{path: a, dialect: }]", "sources: dialect: a text is wanted, not “None”"),
        (
            "sources: [{path: a, dialect: codx}]",
            "sources: there is no dialect “codx”; did you mean “codex”?",
        ),
        ("path: 5", "path: a text is wanted, not “5”"),
        ("path: a/../b", "path: “a/../b” is no folder of a site; write one such as “team/personas”"),
        ("path: ../x", "path: “../x” is no folder of a site"),
        ("path: a//b", "path: “a//b” is no folder of a site"),
        ("path: 'a/?'", "path: “a/?” is no folder of a site"),
        ("path: .hidden", "path: “.hidden” is no folder of a site"),
        ("findings: [fence]", "findings: a mapping is wanted, not “['fence']”"),
        (
            "findings: {same-nam: info}",
            "findings: there is no finding “same-nam”; did you mean “same-name”?",
        ),
        ("findings: {zzz: info}", "findings: there is no finding “zzz”; there are address, "),
        ("findings: {5: info}", "findings: there is no finding “5”; there are address, "),
        ("findings: {fence: warn}", "findings: fence: there is no level “warn”; did you mean “warning”?"),
        (
            "findings: {fence: off}",
            "findings: fence: there is no level “False”; there are error, ignore, info, warning",
        ),
        ("aliases: [x]", "aliases: a mapping is wanted, not “['x']”"),
        ("aliases: {expertise: x}", "aliases: expertise: a list is wanted, not “x”"),
        ("aliases: {expertise: [5]}", "aliases: expertise: a text is wanted, not “5”"),
        (
            "aliases: {expertize: [x]}",
            "aliases: there is no field “expertize”; did you mean “expertise”?",
        ),
        ("mermaid: 'yes'", "mermaid: true or false is wanted, not “yes”"),
        ("mermaid: 1", "mermaid: true or false is wanted, not “1”"),
        ("image_hosts: img.example", "image_hosts: a list is wanted, not “img.example”"),
        ("image_hosts: [5]", "image_hosts: a text is wanted, not “5”"),
        (
            "image_hosts: ['*.example.org']",
            "image_hosts: “*.example.org” is no host; write one such as “example.org”",
        ),
        ("limits: [x]", "limits: a mapping is wanted, not “['x']”"),
        ("limits: {x: 5}", "limits: there is no limit “x”; there are depth, "),
        ("limits: {file_sice: 5}", "limits: there is no limit “file_sice”; did you mean “file_size”?"),
        ("limits: {slug: x}", "limits: slug: a whole number above zero is wanted, not “x”"),
        ("limits: {slug: 0}", "limits: slug: a whole number above zero is wanted, not “0”"),
        ("limits: {depth: true}", "limits: depth: a whole number above zero is wanted, not “True”"),
        ("limits: {personas: 0.5}", "limits: personas: a whole number above zero is wanted, not “0.5”"),
        ("limits: {personas: 1.5}", "limits: personas: a whole number above zero is wanted, not “1.5”"),
        ("limits: {seconds: -1}", "limits: seconds: a number above zero is wanted, not “-1”"),
        ("limits: {seconds: .nan}", "limits: seconds: a number above zero is wanted, not “nan”"),
        ("source: [x]", "source: there is no such option; did you mean “sources”?"),
        ("colour: red", "colour: there is no such option; there are aliases, findings, "),
    ],
)
def test_a_wrong_option_is_refused_in_the_same_words(folder, caplog, given, said):
    file = folder / "mkdocs.yml"
    file.write_text(f"site_name: Team\nplugins: [persona-docs: {{{given}}}]\n", "utf-8")

    with caplog.at_level(logging.ERROR, "mkdocs"):
        assert said in refusal(file, caplog)
    for command in (["check"], ["export", "json", "-o", "out"], ["pages", "docs"]):
        result = CliRunner().invoke(main, command)
        assert (result.exit_code, said in result.output) == (2, True), result.output


def refusal(file: Path, caplog) -> str:
    """What MkDocs says of a configuration it gives up over, without the signs around an option's name."""
    try:
        config = load_config(str(file))
        config.plugins.on_config(config)
    except (Abort, PluginError) as error:
        return re.sub(r"option '(.+?)': ", r"\1: ", f"{caplog.text}{error}")
    return ""


@pytest.mark.parametrize(
    "files",
    [
        pytest.param("== mkdocs.yml\nsite_name: Team\nplugins: [persona-docs]", id="nothing is set"),
        pytest.param(
            """
            == base.yml
            site_name: Base
            theme: {name: material, language: es}
            plugins: {persona-docs: {sources: [team], path: gente, limits: {slug: 9, depth: 9}}}
            == mkdocs.yml
            INHERIT: base.yml
            theme: {features: [toc.follow]}
            plugins: {persona-docs: {findings: {fence: info}, limits: {slug: 5}}}
            """,
            id="mappings are merged",
        ),
        pytest.param(
            """
            == base.yml
            site_name: Base
            plugins: [{persona-docs: {path: people, sources: [team]}}]
            == mkdocs.yml
            INHERIT: base.yml
            plugins: [search, {persona-docs: {sources: [.claude/agents]}}]
            """,
            id="lists are replaced",
        ),
        pytest.param(
            """
            == base.yml
            site_name: Base
            plugins: [{persona-docs: {path: people}}]
            == mkdocs.yml
            INHERIT: base.yml
            plugins: {persona-docs: {sources: [team]}}
            """,
            id="a list is replaced by a mapping",
        ),
        pytest.param(
            """
            == base.yml
            site_name: Base
            plugins: {persona-docs: {path: people, findings: {fence: info}, mermaid: true}}
            == mkdocs.yml
            INHERIT: base.yml
            plugins: {persona-docs: {path: null, findings: {fence: null}, mermaid: }}
            """,
            id="null takes back what is inherited",
        ),
        pytest.param(
            """
            == base/a.yml
            site_url: https://e.org/a
            plugins: {persona-docs: {path: people}}
            == base/b.yml
            INHERIT: a.yml
            site_name: B
            use_directory_urls: false
            == mkdocs.yml
            INHERIT: !ENV [UNSET, base/b.yml]
            plugins: {persona-docs: }
            """,
            id="a file inherits from one that inherits",
        ),
        pytest.param(
            """
            == mkdocs.yml
            site_name: !ENV [UNSET, NAME]
            site_url: !ENV [UNSET, "https://e.org/"]
            use_directory_urls: !ENV [FALSE, true]
            theme: {name: material, language: !ENV [UNSET, de]}
            plugins:
              - persona-docs:
                  path: !ENV [UNSET, who]
                  sources: !ENV [UNSET, [team, people]]
                  mermaid: !ENV TRUE
                  limits: {personas: !ENV [SEVEN, 9], seconds: !ENV [UNSET, 0.5]}
                  findings: !ENV UNSET
            """,
            id="the environment is asked",
        ),
        pytest.param(
            """
            == mkdocs.yml
            site_name: Team
            site_url:
            use_directory_urls:
            plugins:
              - persona-docs:
                  sources: null
                  path: null
                  findings: {fence: null, encoding: info}
                  aliases: {expertise: null}
                  mermaid: null
                  image_hosts: null
                  limits: {slug: null, depth: 9}
            """,
            id="null is as if it were not there",
        ),
        pytest.param(
            """
            == mkdocs.yml
            site_name: Team
            plugins: {persona-docs: {findings: null, limits: null, aliases: ~}}
            """,
            id="null in place of a mapping",
        ),
        pytest.param(
            """
            == mkdocs.yml
            site_name: Team
            markdown_extensions:
              - toc: {slugify: !!python/name:os.getcwd }
            plugins: [persona-docs: {path: /team/agents/, sources: [{path: team, dialect: codex}, b]}]
            """,
            id="tags of Python are somebody else's",
        ),
    ],
)
def test_both_read_the_same(folder, monkeypatch, files):
    for name, value in {"NAME": "Team", "FALSE": "false", "TRUE": "true", "SEVEN": "7"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("UNSET", raising=False)
    file = write_tree(folder, files) / "mkdocs.yml"

    built = load_config(str(file))

    chosen = options(built.plugins["persona-docs"].config)
    assert read_configuration(file) == chosen
    site, told = read_site(file), site_of(chosen, built, folder, History())
    assert (site.name, site.url) == (built.site_name, built.site_url or "")
    assert (site.lang, site.directory_urls) == (told.lang, told.directory_urls)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"mkdocs.yml": "INHERIT: base.yml\n"}, "there is no file “base.yml”"),
        ({"mkdocs.yml": "INHERIT: .\n"}, "there is no file “.”"),
        ({"mkdocs.yml": "INHERIT: [base.yml]\n"}, "there is no file “['base.yml']”"),
        ({"mkdocs.yml": "INHERIT: mkdocs.yml\n"}, "“mkdocs.yml” inherits from itself"),
        (
            {"mkdocs.yml": "INHERIT: a.yml\n", "a.yml": "INHERIT: b/b.yml\n", "b/b.yml": "INHERIT: ../a.yml"},
            "“../a.yml” inherits from itself",
        ),
    ],
)
def test_what_cannot_be_inherited_is_refused_by_both(folder, files, said):
    write_tree(folder, files)

    with pytest.raises(Exception, match=r"."):
        load_config("mkdocs.yml")

    result = CliRunner().invoke(main, ["check"])
    assert (result.exit_code, f"INHERIT: {said}" in result.output) == (2, True), result.output


def test_a_plugin_that_the_site_does_not_inherit_says_nothing(folder):
    write_tree(
        folder,
        """
        == base.yml
        plugins: [search, persona-docs: {sources: [nowhere]}]
        == mkdocs.yml
        INHERIT: base.yml
        site_name: Team
        plugins: [search]
        """,
    )
    assert "persona-docs" not in load_config("mkdocs.yml").plugins
    assert CliRunner().invoke(main, ["check"]).output == "Nothing to fix in 1 persona.\n"


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.mkdir [made]",
        "!!python/object/new:os.mkdir [made]",
        "!ENV [UNSET, !!python/object/apply:os.mkdir [made]]",
        "!foo [made]",
    ],
)
def test_the_command_line_runs_nothing_of_a_configuration(folder, value):
    write_tree(folder, {"mkdocs.yml": f"site_name: {value}\nplugins: [persona-docs: {{path: {value}}}]\n"})

    assert CliRunner().invoke(main, ["export", "json", "-o", "out"]).exit_code == 0
    assert not (folder / "made").exists()
