"""A catalog for the extension where no plugin brings one: read from its own settings, once."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from persona_docs.catalog import build_catalog
from persona_docs.engines.directives import Place
from persona_docs.model import Catalog
from persona_docs.options import Limits, Options, source_entry
from persona_docs.pages import plan, render
from persona_docs.pages.links import Links
from persona_docs.pages.page import Page, Site
from persona_docs.reading import read
from persona_docs.reading.discover import discover

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
"""The extension's settings: default and meaning."""


def options_from(settings: Mapping[str, Any]) -> Options:
    """The options in settings as YAML gives them."""
    sources = settings["sources"]
    return Options(
        sources=tuple(map(source_entry, [sources] if isinstance(sources, str) else sources)),
        path=str(settings["path"]).strip("/"),
        findings=dict(settings["findings"]),
        aliases={key: tuple(names) for key, names in settings["aliases"].items()},
        mermaid=bool(settings["mermaid"]),
        image_hosts=tuple(settings["image_hosts"]),
        limits=Limits(**settings["limits"]),
    )


def place_from(settings: Mapping[str, Any], address: str) -> Place:
    """Where a directive of the page with this address stands; the personas are read as the settings say."""
    key, root = json.dumps(settings, sort_keys=True), Path.cwd()
    catalog, site = _read(key, root, _stamp(key, root, int(time.monotonic())))

    def page(wanted: str) -> Page | None:
        planned = next((one for one in plan(catalog, site) if one.address == wanted), None)
        return render(planned, catalog, site) if planned else None

    return Place(catalog, Links.of(site, address), page, address)


@lru_cache(maxsize=2)
def _stamp(settings: str, root: Path, second: int) -> _Stamp:  # noqa: ARG001  (it makes the answer a new one)
    """Path, time and size of every source file; looked up once a second, since every page asks."""
    options = options_from(json.loads(settings))
    found, _ = discover(options.sources, root, options.limits)
    stats = ((file.path, file.file.stat()) for file in found)
    return tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)


@lru_cache(maxsize=2)
def _read(settings: str, root: Path, stamp: _Stamp) -> tuple[Catalog, Site]:  # noqa: ARG001
    """The catalog of the settings' sources, read again only when a file has changed."""
    told = json.loads(settings)
    options = options_from(told)
    reading = read(options, root)
    site = Site(
        path=options.path,
        directory_urls=bool(told["directory_urls"]),
        lang=str(told["lang"]),
        mermaid=options.mermaid,
        image_hosts=options.image_hosts,
    )
    return build_catalog(reading.personas, reading.findings, options, root), site
