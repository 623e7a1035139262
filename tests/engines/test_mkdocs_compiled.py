"""Templates are compiled once for all builds of a process, as under `serve`, and anew where they change."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from tests.tree import build_site

pytestmark = pytest.mark.site

FILES = """
    == personas/qa.md
    ---
    name: qa
    description: Tests by hand.
    ---
    Click everything.
    == mine/main.html
    {% extends "base.html" %}
    {% block footer %}Made by us.{% endblock %}
    """
CONFIG = {"theme": {"name": "material", "font": False, "custom_dir": "mine"}, "plugins": ["persona-docs"]}


@pytest.fixture
def compiled(monkeypatch):
    """Names of the templates that were compiled."""
    names = []
    compile_one = Environment.compile

    def counting(self, source, name=None, filename=None, *rest, **options):
        names.append(name)
        return compile_one(self, source, name, filename, *rest, **options)

    monkeypatch.setattr(Environment, "compile", counting)
    return names


def test_what_has_changed_is_compiled_and_nothing_else(tmp_path, compiled):
    first = build_site(tmp_path, FILES, CONFIG)
    assert "Made by us." in first.read("personas/qa/index.html")
    assert "main.html" in compiled
    compiled.clear()
    again = build_site(tmp_path, FILES.replace("by us", "by hand"), CONFIG)
    assert "Made by hand." in again.read("personas/qa/index.html")
    assert compiled == ["main.html"]
