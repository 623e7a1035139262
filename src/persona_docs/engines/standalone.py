"""The catalog for the Markdown extension where there is no plugin, read once, as its settings say."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from persona_docs.configuration import (
    SiteSettings,
    find_configuration,
    read_configuration,
    read_site,
)
from persona_docs.engines.directives import Place
from persona_docs.gathering.contents import FOLDER
from persona_docs.gathering.described import described
from persona_docs.gathering.gather import gather
from persona_docs.gathering.kept import Kept
from persona_docs.model import Catalog
from persona_docs.option_values import options_from
from persona_docs.options import Options
from persona_docs.pages import Planned, plan, render
from persona_docs.pages.links import Links
from persona_docs.pages.page import Page, Site
from persona_docs.pages.prepared import Shelf
from persona_docs.reading.discovery.discover import discover
from persona_docs.reading.discovery.sources import watch_paths
from persona_docs.repository import history

_log = logging.getLogger("persona_docs")

_Stamp = tuple[tuple[str, int, int], ...]

SETTINGS: Mapping[str, tuple[Any, str]] = {
    "sources": (
        ["personas"],
        "Files, folders or globs, relative to the working directory, or `{path: …, dialect: …}`.",
    ),
    "path": ("personas", "Where in the site the catalog lives."),
    "findings": ({}, "Level per finding code."),
    "aliases": ({}, "More front matter keys per field."),
    "mermaid": (False, "Whether Mermaid fences become diagrams."),
    "image_hosts": ([], "Hosts whose images may be shown."),
    "limits": ({}, "Bounds on what a file may cost."),
    "directory_urls": (True, "Whether `a/b.md` is published as `a/b/`."),
    "lang": ("en", "The site's language."),
}
"""The extension's settings: default and meaning.

Those that are not given are taken from the site's configuration in the working directory, if there is one.
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A catalog that was read, with what its pages are made from.

    Attributes:
        catalog: the personas.
        site: the site that their pages belong to.
        shelf: the prepared parts of the pages.
        planned: the pages, by address.
    """

    catalog: Catalog
    site: Site
    shelf: Shelf
    planned: Mapping[str, Planned]

    def page(self, address: str) -> Page | None:
        """The page with this address."""
        planned = self.planned.get(address)
        return render(planned, self.catalog, self.site, self.shelf) if planned else None


def place_from(settings: Mapping[str, Any], address: str, url: str) -> Place:
    """Where a directive stands; the personas are read as the settings say.

    Args:
        settings: those that are given.
        address: of the page that holds the directive, as its author knows it.
        url: where that is published, quoted.

    Raises:
        ValueError: a setting holds what it cannot.
    """
    key, root = json.dumps(settings, sort_keys=True), Path.cwd()
    known = _read(key, root, _stamp(key, root, int(time.monotonic())))
    return Place(known.catalog, Links(known.site, unquote(url)), known.page, address)


def _options(settings: Mapping[str, Any], root: Path) -> tuple[Options, SiteSettings]:
    """The settings that are given, and for all others what the site's configuration says."""
    file = find_configuration(root)
    options = read_configuration(file, settings) if file else options_from(settings)
    site = read_site(file) if file else SiteSettings()
    return options, replace(
        site,
        lang=str(settings.get("lang", site.lang)),
        directory_urls=bool(settings.get("directory_urls", site.directory_urls)),
    )


@lru_cache(maxsize=2)
def _stamp(settings: str, root: Path, second: int) -> _Stamp:  # noqa: ARG001  (it makes the answer a new one)
    """Path, time and size of every file that is read; looked up at most once a second, as every page asks."""
    options, _ = _options(json.loads(settings), root)
    found, _ = discover(options.sources, root, options.limits)
    told = find_configuration(root)
    stats = ((str(file), file.stat()) for file in (*([told] if told else []), *(one.file for one in found)))
    return tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)


@lru_cache(maxsize=2)
def _read(settings: str, root: Path, stamp: _Stamp) -> Read:  # noqa: ARG001
    """The catalog of the settings' sources, read again only when a file has changed."""
    options, told = _options(json.loads(settings), root)
    known = history(root, tuple(watch_paths(options.sources, root)))
    if known.problem:
        _log.warning("No dates of changes: %s", known.problem)
    site = described(options, told, root, known, written=True)
    gathered = gather(options, root, site, Kept(root / FOLDER))
    catalog = gathered.catalog(options, root)
    return Read(catalog, site, gathered.shelf, {one.address: one for one in plan(catalog, site)})
