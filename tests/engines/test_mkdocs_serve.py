"""Live reload: a persona file outside of the docs folder changes, and so does its page."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import write_tree

pytestmark = pytest.mark.site

PATIENCE = 30  # seconds; a reload takes one or two


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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


def wait_for(address: str, words: str) -> None:
    """Ask for a page until it says these words."""
    end = time.monotonic() + PATIENCE
    said = ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                said = answer.read().decode()
        except OSError as error:
            said = str(error)
        if words in said:
            return
        time.sleep(0.1)
    pytest.fail(f"{address} does not say {words!r} after {PATIENCE} s, but: {said[-2000:]}")


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
