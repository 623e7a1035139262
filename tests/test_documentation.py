"""Every code block of the tutorial and the how-to guides is carried out, in its own folder, in page order.

A block with a title, or a file name in a comment on its first line, is written as that file. `bash`, `sh` and
`console` are run, and what a console shows must be said. YAML, TOML, JSON and Python must be valid, and our
commands in pipelines and hooks are run, each time in a fresh checkout. What needs another machine is left out
line by line (`ELSEWHERE`), and its syntax checked.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from persona_docs.configuration import read_configuration
from tests.tree import write_tree

pytestmark = pytest.mark.site

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = sorted(
    path.relative_to(DOCS).as_posix()
    for path in (DOCS / "getting-started.md", *DOCS.glob("es/*.md"), *DOCS.glob("how-to/*.md"))
)
ELSEWHERE = re.compile(
    r"^(?:pip install|python3 -m venv|source |zensical |make |cat tests)"
    r"|^(?:for page in .*pandoc|cd personas-markdown)"
)
"""Commands that need a package index, a checkout of this project or a program that does not come with it."""

PERSONA = "---\nname: {0}\ndescription: Does {0}. Use it for {0}.\n---\n\n# {0}\n\nDo {0} well, and say so.\n"
AGENTS = {".claude/agents/code-reviewer.md": PERSONA.format("code-reviewer")}
SITE = {
    "mkdocs.yml": "site_name: Ours\nsite_url: https://example.org/\nplugins: [persona-docs]\n",
    "docs/index.md": "# Home\n",
    "personas/qa.md": PERSONA.format("qa"),
}
BEFORE = {
    "how-to/check-persona-files.md": SITE | AGENTS | {"team/x.agent.md": PERSONA.format("x")},
    "how-to/continuous-integration.md": AGENTS,
    "how-to/private-catalogs.md": AGENTS,
    "how-to/theming.md": SITE | AGENTS,
    "how-to/publish-a-site.md": SITE | AGENTS,
    "how-to/publish-to-a-wiki.md": SITE,
    "how-to/when-something-is-wrong.md": SITE | {"docs/team/README.md": PERSONA.format("team")},
    "how-to/zensical.md": AGENTS | SITE | {"docs/en/index.md": "# Home\n", "docs/es/index.md": "# Inicio\n"},
}  # fmt: skip
"""What the reader of a page has already."""

_BLOCK = re.compile(r'^( *)```(\w+)(?: title="([^"]+)")?\n(.*?)^\1```$', re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (\S+\.\w+)\n")
_VARIES = re.compile(r"\d+\.\d seconds|127\.0\.0\.1:\d+|\s{2,}")


@dataclass(frozen=True)
class Block:
    kind: str
    title: str
    text: str


def blocks(page: str) -> Iterator[Block]:
    for match in _BLOCK.finditer((DOCS / page).read_text(encoding="utf-8")):
        text = re.sub(f"^{match[1]}", "", match[4], flags=re.MULTILINE)
        named = _FILE.match(text) if match[2] in {"yaml", "toml"} else None
        yield Block(match[2], match[3] or (named[1] if named else ""), text)


class Shell:
    """Runs what a page says, in one folder after another if it says `cd`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        scripts = folder / ".programs"
        scripts.mkdir()
        for name, module in (("persona-docs", "persona_docs"), ("mkdocs", "mkdocs")):
            (scripts / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n')
            (scripts / name).chmod(0o755)
        (scripts / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (scripts / "python").chmod(0o755)
        path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
        self.env = {**os.environ, "PATH": path, "NO_MKDOCS_2_WARNING": "1"}

    def run(self, script: str) -> str:
        syntax = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
        assert syntax.returncode == 0, syntax.stderr
        mine = "\n".join(line for line in script.splitlines() if not ELSEWHERE.match(line))
        done = subprocess.run(
            ["bash", "-ec", f"{mine}\npwd > '{self.folder}/.here'"],
            cwd=self.here,
            env=self.env,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def serve(self, command: str, last: str) -> str:
        """What a server says until it says its last line; then it is stopped."""
        server = subprocess.Popen(
            ["bash", "-c", f"exec {command}"],
            cwd=self.here,
            env=self.env,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        watch = threading.Timer(60, server.kill)
        watch.start()
        said = ""
        try:
            for line in server.stdout:
                said += line
                if same(last) in same(line):
                    break
        finally:
            server.terminate()
            server.communicate()
            watch.cancel()
        return said

    @property
    def here(self) -> Path:
        told = self.folder / ".here"
        return Path(told.read_text().strip()) if told.exists() else self.folder


def same(text: str) -> str:
    """A text without what differs from one run to the next."""
    return _VARIES.sub(" ", text)


@pytest.mark.parametrize("page", PAGES)
def test_every_code_block_does_what_the_page_says(page, tmp_path, tmp_path_factory):
    write_tree(tmp_path, BEFORE.get(page, {}))
    shell = Shell(tmp_path)
    carried_out = 0
    for block in blocks(page):
        carried_out += 1
        if block.kind in {"bash", "sh"}:
            shell.run(block.text)
        elif block.kind == "console":
            for step in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
                command, _, shown = step.partition("\n")
                lines = shown.splitlines()
                said = shell.serve(command, lines[-1]) if " serve" in command else shell.run(command)
                assert [line for line in lines if same(line).strip() not in same(said)] == []
        elif block.kind in {"yaml", "toml", "json"}:
            if script := "\n".join(steps(valid(block, tmp_path))):
                Shell(write_tree(tmp_path_factory.mktemp("checkout"), BEFORE[page])).run(script)
        elif block.kind == "python":
            subprocess.run([sys.executable, "-c", block.text], check=True)
        if block.title:
            write_tree(shell.here, {block.title: block.text.encode()})
    assert carried_out, "the page has no code block"


def test_no_code_in_a_table_holds_a_bar():
    """GitHub takes the backslash before it away; on our site it would be copied, too."""
    barred = re.compile(r"^\|.*`[^`|]*\\\|[^`]*`", re.MULTILINE)
    assert [path for path in DOCS.rglob("*.md") if barred.search(path.read_text(encoding="utf-8"))] == []


def valid(block: Block, folder: Path) -> object:
    """What a block holds, which is what its kind says; settings of ours exist."""
    if block.kind != "yaml":
        return tomllib.loads(block.text) if block.kind == "toml" else json.loads(block.text)
    told = yaml.safe_load(block.text)
    if isinstance(told, dict) and "plugins" in told:
        file = folder / ".mkdocs.yml"
        file.write_text(block.text, encoding="utf-8")
        read_configuration(file)
        file.unlink()
    return told


def steps(told: object, key: str = "") -> Iterator[str]:
    """Each command of ours that a pipeline or a hook runs."""
    if isinstance(told, dict):
        for name, each in told.items():
            yield from steps(each, name)
    elif isinstance(told, list):
        for each in told:
            yield from steps(each, key)
    elif key in {"run", "script", "entry"}:
        yield from re.findall(r"^(?:persona-docs|mkdocs) .*", str(told), re.MULTILINE)


def test_both_tutorials_tell_the_same_story():
    english, spanish = (
        [block for block in blocks(page) if not block.title.startswith(("docs/", "mkdocs"))]
        for page in ("getting-started.md", "es/primeros-pasos.md")
    )
    strip = re.compile(r" *# (?:or in|o en) .*$", re.MULTILINE)
    assert [strip.sub("", each.text) for each in english] == [strip.sub("", each.text) for each in spanish]
