"""Who is told what MkDocs does while it makes a site: how far it is, what it warns of, why it gives up."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from persona_docs.engines.mkdocs_plugin import PersonaDocsPlugin
from persona_docs.engines.mkdocs_plugin.report import FINDINGS
from persona_docs.engines.whole_site import Listener, SiteError
from persona_docs.model import Catalog

_FINDINGS = f"mkdocs.plugins.{FINDINGS}"


def listen(config: MkDocsConfig, listener: Listener, kept: Path, *, empty: bool) -> None:
    """Have a listener told how far the site gets that is made of a configuration.

    Args:
        config: the site's.
        listener: who is told.
        kept: where to keep what was made, if the configuration is no file that it could be kept beside.
        empty: whether a site without personas will do.

    Raises:
        SiteError: the configuration does not name the plugin.
    """
    plugin = plugin_of(config)
    if plugin is None:
        raise SiteError("the site's configuration does not name the plugin persona-docs")
    elsewhere = None if Path(config.config_file_path).is_file() else kept
    config.plugins["persona-docs/ears"] = _Ears(listener, plugin, elsewhere, empty=empty)


def plugin_of(config: MkDocsConfig) -> PersonaDocsPlugin | None:
    """The plugin, if a configuration names it."""
    return next((one for one in config.plugins.values() if isinstance(one, PersonaDocsPlugin)), None)


@contextmanager
def heard(listener: Listener) -> Iterator[list[str]]:
    """Within, the generator's warnings go to the listener; the errors are collected."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # a banner of the theme that has no bearing here
    logger, handler = logging.getLogger("mkdocs"), _Messages(listener.warned)
    logger.addHandler(handler)
    propagates, logger.propagate = logger.propagate, False
    try:
        yield handler.errors
    finally:
        logger.propagate = propagates
        logger.removeHandler(handler)


@contextmanager
def clear(errors: list[str]) -> Iterator[None]:
    """Within, what the generator gives up over becomes one error with a message for people."""
    try:
        yield
    except (MkDocsException, OSError) as error:
        said = "\n".join(dict.fromkeys(errors)) or str(error)
        errors.clear()
        raise SiteError(said.removeprefix("Error: ")) from error


class _Ears(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Tells a listener how far a build has come.

    Args:
        listener: who is told.
        plugin: the one that makes the catalog.
        kept: where to keep what was made, if not beside the files.
        empty: whether a site without personas will do.
    """

    def __init__(
        self, listener: Listener, plugin: PersonaDocsPlugin, kept: Path | None, *, empty: bool
    ) -> None:
        super().__init__()
        self.listener = listener
        self.plugin = plugin
        self.kept = kept
        self.empty = empty
        self.done = self.steps = 0

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep nothing beside files whose owner has not asked for a site."""
        if self.kept:
            self.plugin.build.folder = self.kept
        return config

    @event_priority(-100)
    def on_files(self, files: Files, **_: object) -> Files:
        """Tell what was found."""
        catalog = self.plugin.build.catalog
        if not catalog.personas and not self.empty:
            hint = "\nName their file or folder, or write one with `persona-docs new`." if self.kept else ""
            raise SiteError(f"{_why_empty(catalog)}{hint}")
        self.steps = 2 * len(files.documentation_pages())
        self.listener.found(catalog)
        return files

    def on_page_content(self, html: str, **_: object) -> str:
        """Count a page that is read."""
        return self._step(html)

    def on_post_page(self, output: str, **_: object) -> str:
        """Count a page that is written."""
        return self._step(output)

    def _step(self, text: str) -> str:
        self.done += 1
        self.listener.page(self.done, self.steps)
        return text


class _Messages(logging.Handler):
    """Passes warnings on and keeps errors; findings are told in another way."""

    def __init__(self, warned: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self.warned = warned
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take in a message."""
        if record.levelno >= logging.ERROR and record.name != _FINDINGS:
            self.errors.append(record.getMessage())
        elif not record.name.startswith((_FINDINGS, "mkdocs.livereload")):
            self.warned(record.getMessage())


def _why_empty(catalog: Catalog) -> str:
    """Why there is no persona: a source that holds none, else the files that were not taken for one."""
    said = {each.code: each.message for each in reversed(catalog.findings)}
    passed_by = f"\n{said['left-out']}" if "left-out" in said else ""
    return said.get("no-personas") or f"no persona was found{passed_by}"
