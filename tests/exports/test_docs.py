"""The pages on publishing: what they give to copy is whole, and names what there is."""

from __future__ import annotations

import re

import pytest
import yaml

from persona_docs.exports.formats import FORMATS
from scripts import reference

HOW_TO = reference.FOLDER.parent / "how-to"
PAGE = "".join((HOW_TO / f"publish-{to}.md").read_text("utf-8") for to in ("a-site", "to-a-wiki"))
SNIPPETS = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("file", "text"), SNIPPETS, ids=[file for file, _ in SNIPPETS])
def test_a_snippet_is_yaml_that_its_runner_knows(file: str, text: str) -> None:
    told = yaml.load(text, yaml.BaseLoader)  # the key `on` is a text there, as for GitHub

    wanted = {
        ".github": {"name", "on", "jobs"},
        ".gitlab-ci.yml": set(),
        "azure-pipelines.yml": {"trigger", "pool", "steps"},
        "mkdocs.yml": {"site_name", "plugins"},
    }
    assert wanted[file.split("/")[0]] <= set(told)
    if file == ".gitlab-ci.yml":
        assert told
        assert all("script" in job for job in told.values())
    for job in told.get("jobs", {}).values():
        assert all(("run" in step) != ("uses" in step) for step in job["steps"])


def test_every_place_has_its_snippet() -> None:
    """A new wiki wants a section of `docs/how-to/publish-to-a-wiki.md` that says how to get it there."""
    assert len(SNIPPETS) == 7
    named = set(re.findall(r"persona-docs export ([\w-]+)", PAGE))
    assert named == set(FORMATS) - {"json", "csv", "llms", "feed"}
