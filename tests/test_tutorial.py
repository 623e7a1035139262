"""The tutorial works word for word: its files are written as they stand there, its promises looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.tree import build_site

pytestmark = pytest.mark.site

TUTORIAL = (Path(__file__).parent.parent / "docs" / "getting-started.md").read_text(encoding="utf-8")


def tutorial_files() -> dict[str, str]:
    """The files that the tutorial tells to write."""
    blocks = re.findall(r'^```\w+ title="(.+?)"\n(.*?)^```$', TUTORIAL, re.MULTILINE | re.DOTALL)
    return dict(blocks)


def directive() -> str:
    """The directive that the tutorial tells to add."""
    (block,) = re.findall(r"^```text\n(///.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)
    return f"\n{block}"


def test_it_ends_with_two_personas_a_comparison_and_a_table(tmp_path: Path) -> None:
    files = tutorial_files()
    config = yaml.safe_load(files.pop("mkdocs.yml"))
    files["docs/index.md"] += directive()

    site = build_site(tmp_path, files, config, strict=True)

    assert site.warnings == []
    assert not site.aborted
    assert site.has("personas/gardener/index.html")
    comparison = site.read("personas/compare/index.html")
    assert "Dead code" in comparison
    assert "Release engineering" in comparison
    home = site.read("index.html")
    assert "Gardener" in home
    assert "Guardian" in home


def test_its_mistake_is_found_and_says_what_the_tutorial_shows(tmp_path: Path) -> None:
    files = tutorial_files()
    config = yaml.safe_load(files.pop("mkdocs.yml"))
    files["personas/gardener.md"] = files["personas/gardener.md"].replace("/prune", "/release")

    site = build_site(tmp_path, files, config)

    assert site.warnings
    for warning in site.warnings:
        assert f"WARNING -  {warning}" in TUTORIAL
