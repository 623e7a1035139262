"""The same files as a site of each generator, each in a folder of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.corpus import Text, page

_EXTENSIONS = """markdown_extensions:
  - admonition
  - footnotes
  - tables
  - toc: {permalink: true}
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.tasklist
  - pymdownx.tilde
"""
# A thousand pages in the navigation would cost MkDocs more than all else together.
_PLAIN = """plugins: [search]
nav: [index.md]
not_in_nav: /personas/
validation: {links: {not_found: ignore, unrecognized_links: ignore, anchors: ignore}}
"""
_SITE = f"site_name: Bench\ntheme: {{name: material, font: false}}\n{_EXTENSIONS}"
_HUGO = 'baseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
_BARE = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n"
_DESCRIPTION = re.compile(r"^(description: )(?=\w)", re.MULTILINE)
ENVIRONMENT = Path(".cache", "bench", "zensical")


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator.

    Attributes:
        name: as the table shows it.
        command: builds the site in the current folder into `site/`.
        write: writes the site's sources below a folder.
        again: whether it keeps anything from one build to the next.
        env: for the command.
    """

    name: str
    command: Sequence[str]
    write: Callable[[Path, Sequence[Text]], None]
    again: bool = False
    env: Mapping[str, str] = field(default_factory=lambda: {"NO_MKDOCS_2_WARNING": "1"})


def generators(*, install: bool) -> tuple[list[Generator], list[str]]:
    """The generators that are there, and the names of those that are not."""
    build = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    every = [
        Generator("MkDocs + Material", build, _plain),
        Generator("MkDocs, a sentence a page", build, _floor),
        Generator("persona-docs", build, _ours, again=True),
    ]
    left_out = []
    if zensical := _zensical(install=install):
        every.append(Generator("Zensical", [zensical, "build"], _plain, again=True))
    else:
        left_out.append("Zensical (--install puts it into an environment of its own)")
    if hugo := shutil.which("hugo"):
        every.append(Generator("Hugo, bare template", [hugo, "--quiet", "--destination", "site"], _hugo))
    else:
        left_out.append("Hugo")
    return every, left_out


def clean(folder: Path) -> None:
    """Take away everything that a build has left.

    It is put beside the folder: where thousands of files were deleted a moment ago, making new ones is slow,
    and that is no part of a first build.
    """
    gone = Path(tempfile.mkdtemp(prefix="gone-", dir=folder.parent))
    for name in ("site", ".cache", "resources", ".hugo_build.lock"):
        if (folder / name).exists():
            (folder / name).rename(gone / name)


def edit(folder: Path, number: int) -> None:
    """Change one file's text."""
    files = _personas(folder)
    with files[number % len(files)].open("a", encoding="utf-8") as file:
        file.write(f"\nEdited for the {number}th time.\n")


def describe(folder: Path, number: int) -> None:
    """Change one file's description, which is shown where all personas are."""
    described = (file for file in _personas(folder) if _DESCRIPTION.search(file.read_text("utf-8")))
    file = next(islice(described, number, None))
    file.write_text(_DESCRIPTION.sub(r"\1Edited, ", file.read_text("utf-8"), count=1), "utf-8")


def _personas(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*.md") if "personas" in file.parts)


def _zensical(*, install: bool) -> str | None:
    own = ENVIRONMENT.resolve() / "bin" / "zensical"
    if install and not own.exists():
        venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run(  # noqa: S603
            [ENVIRONMENT / "bin" / "python", "-m", "pip", "install", "--quiet", "zensical"], check=True
        )
    return os.environ.get("ZENSICAL") or (str(own) if own.exists() else shutil.which("zensical"))


def _ours(folder: Path, texts: Sequence[Text]) -> None:
    _write(folder / "mkdocs.yml", f"{_SITE}plugins: [search, persona-docs]\n")
    _write(folder / "docs" / "index.md", "# Home\n")
    for text in texts:
        _write(folder / "personas" / text.path, text.text)


def _plain(folder: Path, texts: Sequence[Text]) -> None:
    _write(folder / "mkdocs.yml", _SITE + _PLAIN)
    _write(folder / "docs" / "index.md", "# Home\n")
    for text in texts:
        _write(folder / "docs" / "personas" / page(text.path), text.body)


def _floor(folder: Path, texts: Sequence[Text]) -> None:
    """As many pages that hold nothing: below this nobody gets who builds pages with MkDocs."""
    _write(folder / "mkdocs.yml", _SITE + _PLAIN)
    _write(folder / "docs" / "index.md", "# Home\n")
    for n in range(len(texts)):
        text = f"---\nsearch: {{exclude: true}}\n---\n# Page {n}\n\nA sentence.\n"
        _write(folder / "docs" / "personas" / f"{n}.md", text)


def _hugo(folder: Path, texts: Sequence[Text]) -> None:
    _write(folder / "config.toml", _HUGO)
    for name in ("single", "list"):
        _write(folder / "layouts" / "_default" / f"{name}.html", _BARE)
    for text in texts:
        body = text.body.replace("{{<", "{ {<").replace("{{%", "{ {%")  # it would run these
        _write(folder / "content" / "personas" / page(text.path), f'---\ntitle: "Page"\n---\n{body}')


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
