"""Live reload: a persona file outside of the docs folder changes, and so does its page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving import free_port, wait_for
from tests.tree import write_tree

pytestmark = pytest.mark.site


@pytest.fixture
def served(tmp_path) -> Iterator[tuple[Path, str]]:
    """A project that is being served, and its address."""
    write_tree(
        tmp_path,
        """
        == mkdocs.yml
        site_name: Test
        theme: mkdocs
        plugins:
          - persona-docs:
              sources: [.claude/agents]
        == docs/index.md
        # Home
        == .claude/agents/backend.md
        ---
        name: backend
        description: Builds services.
        color: blurple
        ---
        First words.
        """,
    )
    port = free_port()
    log = tmp_path / "log.txt"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=tmp_path,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        try:
            yield tmp_path, f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def test_a_changed_and_a_new_file_appear(served):
    root, address = served
    wait_for(f"{address}/personas/backend/", "First words.")
    file = root / ".claude/agents/backend.md"
    file.write_text(file.read_text().replace("First", "Second"))
    wait_for(f"{address}/personas/backend/", "Second words.")
    (root / ".claude/agents/new.md").write_text(
        "---\nname: newcomer\ndescription: Just arrived.\n---\nHello.\n"
    )
    wait_for(f"{address}/personas/newcomer/", "Hello.")
    wait_for(f"{address}/personas/", "newcomer")


def test_what_was_told_before_is_counted_and_not_repeated(served):
    root, address = served
    log = root / "log.txt"
    wait_for(f"{address}/personas/backend/", "First words.")
    assert log.read_text().count("[unknown-color]") == 1
    file = root / ".claude/agents/backend.md"
    file.write_text(file.read_text().replace("color:", "tools: Bahs\ncolor:").replace("First", "Second"))
    wait_for(f"{address}/personas/backend/", "Second words.")
    assert log.read_text().count("[unknown-color]") == 1
    assert log.read_text().count("[unknown-tool]") == 1
    assert "new findings: 1, as before: 1" in log.read_text()
