"""What the tutorial promises of its site, in both languages; `test_documentation` runs its commands."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.test_documentation import blocks
from tests.tree import build_site

pytestmark = pytest.mark.site


@pytest.mark.parametrize(
    ("page", "home"), [("getting-started.md", "Our personas"), ("es/primeros-pasos.md", "Nuestras personas")]
)
def test_it_ends_with_two_personas_a_comparison_and_a_table(tmp_path: Path, page: str, home: str) -> None:
    files = {block.title: block.text for block in blocks(page) if block.title}
    config = yaml.safe_load(files.pop("mkdocs.yml"))

    site = build_site(tmp_path, files, config, strict=True)

    assert site.warnings == []
    assert not site.aborted
    assert site.has("personas/gardener/index.html")
    comparison = site.read("personas/compare/index.html")
    assert "Dead code" in comparison
    assert "Release engineering" in comparison
    start = site.read("index.html")
    assert home in start
    assert "Gardener" in start
    assert "Guardian" in start
