"""MkDocs and the command line refuse wrong options in the same words."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError

from persona_docs.cli import main
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
