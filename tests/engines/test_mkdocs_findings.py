"""The same findings everywhere: while a site is built, on its pages, from the command line."""

from __future__ import annotations

import json
import logging
import re

import pytest
from click.testing import CliRunner

from persona_docs.cli import main
from tests.pages.reader import Reader
from tests.tree import BuiltSite, build_site

pytestmark = pytest.mark.site

FILES = """
    == personas/qa.md
    ---
    name: qa
    description: Use when: a build is red.
    tools: Read, Bahs
    color: blurple
    ---
    # QA

    Read the log.
    == personas/team/qa.md
    ---
    name: qa
    description: Tests by hand.
    ---
    # QA

    Click everything.
    == docs/index.md
    # Home
    """
LEVELS = {"same-name": "error", "unknown-tool": "info", "unknown-color": "ignore"}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> BuiltSite:
    plugins = ["search", {"persona-docs": {"findings": LEVELS}}]
    return build_site(tmp_path_factory.mktemp("site"), FILES, {"plugins": plugins})


@pytest.fixture
def told(site, monkeypatch) -> list[dict]:
    """What the command line says about the same files and options."""
    monkeypatch.chdir(site.root)
    result = CliRunner().invoke(main, ["check", "--format", "json"])
    return json.loads(result.stdout)["findings"]


def test_levels_can_be_set_per_code(told):
    assert {(each["code"], each["severity"]) for each in told} == {
        ("front-matter", "error"),
        ("same-name", "error"),
        ("unknown-tool", "info"),
    }


def test_the_build_logs_each_at_its_level(site, told):
    logged = {
        (re.search(r"\[([\w-]+)\]", message)[1], record.levelno)
        for record in site.records
        if (message := record.getMessage()).startswith("persona_docs: personas/")
    }
    assert logged == {(each["code"], logging.getLevelName(each["severity"].upper())) for each in told}
    (line,) = (message for message in site.logged() if "[front-matter]" in message)
    assert line.startswith("persona_docs: personas/qa.md:3:22: ")
    assert line.endswith('Put the value in quotes: `description: "Use when: a build is red."`')


def test_the_build_logs_ten_of_a_kind_so_that_hundreds_hide_no_other(tmp_path):
    files = {
        f"personas/p{n}.md": f"---\nname: p{n}\ndescription: Number {n}.\ncolor: blurple\n---\n"
        for n in range(12)
    }
    odd = {"personas/odd.md": "---\nname: odd\ndescription: Is odd.\ntools: Bahs\n---\n"}
    told = "\n".join(build_site(tmp_path, {**files, **odd}).logged(logging.INFO))
    assert told.count("is not a colour") == 10
    assert "2 more [unknown-color] `persona-docs check --select unknown-color` prints them all" in told
    assert told.count("[unknown-tool]") == 1


def test_strict_builds_fail_on_them(tmp_path):
    assert build_site(tmp_path, FILES, strict=True).aborted


def test_the_health_page_has_them_all(site, told):
    health = Reader(site.read("personas/health/index.html"))
    for each in told:
        assert f"health-{each['code']}" in health.ids
        assert " ".join(each["message"].replace("`", "").split()) in health.words
    assert "health-unknown-color" not in health.ids


def test_a_personas_page_has_its_own_folded(site, told):
    page = site.read("personas/qa/index.html")
    (folded,) = re.findall(
        r'<details class="persona-folded persona-findings">(.*?)</details>', page, re.DOTALL
    )
    own = [each["code"] for each in told if each["path"] == "personas/qa.md"]
    assert sorted(re.findall(r'href="../health/#health-([\w-]+)"', folded)) == sorted(own)
