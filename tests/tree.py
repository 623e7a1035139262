"""A test is a picture: a tree of files goes in, a site comes out."""

from __future__ import annotations

import logging
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

Files = Mapping[str, str | bytes]


def write_tree(root: Path, files: Files | str) -> Path:
    """Write files below a folder and return it.

    Either a mapping of paths to contents (texts are dedented and start without an empty line, bytes are
    written as they are), or a picture, in which a line that starts with `==` opens a file::

        == personas/backend.md
        ---
        name: backend
        ---
        == docs/index.md
        # Home
    """
    for path, content in (_picture(files) if isinstance(files, str) else files).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.write_text(textwrap.dedent(content).lstrip("\n"), encoding="utf-8", newline="")
    return root


def _picture(text: str) -> dict[str, str]:
    files: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in textwrap.dedent(text).lstrip("\n").splitlines(keepends=True):
        if line.startswith("== "):
            lines = files.setdefault(line.removeprefix("== ").strip(), [])
        else:
            lines.append(line)
    return {path: "".join(content) for path, content in files.items()}


@dataclass(frozen=True)
class BuiltSite:
    """A site that was built, and what was said on the way.

    Attributes:
        root: the folder that holds the configuration.
        dir: the site.
        records: what MkDocs and its plugins logged, at INFO and above.
        aborted: whether the build gave up (`--strict`, a configuration error).
    """

    root: Path
    dir: Path
    records: tuple[logging.LogRecord, ...]
    aborted: bool = False

    def read(self, path: str) -> str:
        """A file of the site."""
        return (self.dir / path).read_text(encoding="utf-8")

    def has(self, path: str) -> bool:
        """Whether the site has this file."""
        return (self.dir / path).is_file()

    def pages(self, under: str = "") -> list[str]:
        """Its HTML files, sorted."""
        return sorted(p.relative_to(self.dir).as_posix() for p in (self.dir / under).rglob("*.html"))

    def contents(self) -> dict[str, bytes | None]:
        """By address what its files hold: nothing for a folder, nor for the site map, which tells the day."""
        assert not self.aborted
        every = {one.relative_to(self.dir).as_posix(): one for one in self.dir.rglob("*")}
        return {
            address: one.read_bytes() if one.is_file() and "sitemap" not in address else None
            for address, one in every.items()
        }

    def logged(self, level: int = logging.WARNING) -> list[str]:
        """The messages at this level or above."""
        return [record.getMessage() for record in self.records if record.levelno >= level]

    @property
    def warnings(self) -> list[str]:
        """The messages that would fail `--strict`."""
        return self.logged(logging.WARNING)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def build_site(
    root: Path,
    files: Files | str,
    config: Mapping[str, Any] | None = None,
    *,
    strict: bool = False,
    serve_url: str | None = None,
) -> BuiltSite:
    """Write the tree and build it with MkDocs, in this process.

    `config` is laid over a `mkdocs.yml` with Material and the plugins `search` and `persona-docs`; a
    `docs/index.md` is written unless the tree has one. With a `serve_url` it is the site that `mkdocs serve`
    shows there, drafts included.
    """
    write_tree(root, {"docs/index.md": "# Home\n"})
    write_tree(root, files)
    settings = {
        "site_name": "Test",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", "persona-docs"],
        **(config or {}),
    }
    file = root / "mkdocs.yml"
    file.write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")

    logger = logging.getLogger("mkdocs")
    listener, level = _Listener(), logger.level
    logger.addHandler(listener)
    logger.setLevel(logging.INFO)
    aborted = False
    try:
        loaded = load_config(str(file), strict=strict)
        try:
            loaded.plugins.on_startup(command="build", dirty=False)
            build(loaded, serve_url=serve_url)
        finally:
            loaded.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        aborted = True
        listener.records.append(logger.makeRecord("mkdocs", logging.ERROR, "", 0, str(error), None, None))
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
    return BuiltSite(root, root / "site", tuple(listener.records), aborted)
