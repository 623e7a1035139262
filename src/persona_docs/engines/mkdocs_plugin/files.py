"""The files that the plugin adds to a site: pages, downloads, styles and scripts."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, cast

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from persona_docs.engines.mkdocs_plugin.build import Build
from persona_docs.engines.mkdocs_plugin.last_site import write_over
from persona_docs.engines.mkdocs_plugin.moved import Moved, pages_of, seen_from
from persona_docs.engines.mkdocs_plugin.report import inform
from persona_docs.exports import site_files
from persona_docs.pages import Planned
from persona_docs.pages.assets import ADDRESS, SCRIPTS, STYLES, content
from persona_docs.pages.links import download_address
from persona_docs.pages.page import Site, url
from persona_docs.parallel import meanwhile


class Ours(File):
    """A file that the plugin makes."""


class Beside(Ours):
    """A file beside the pages."""

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - MkDocs' own
        """Write it, whatever `dirty` says: a generated file has no age to compare."""
        write_over(self.abs_dest_path, self.content_bytes)


class Coming(Beside):
    """A file whose content another process makes.

    Attributes:
        address: of this file.
        made: waits for the contents of all such files, by address.
    """

    address: str
    made: Callable[[], Mapping[str, bytes]]

    @property
    def content_bytes(self) -> bytes:
        """Its content; waits until that is made."""
        return self.made()[self.address]

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.made = lambda: {self.address: value}


def add(files: Files, more: Iterable[File], config: MkDocsConfig) -> None:
    """Add files; one that is there already, from the docs folder or the theme's `custom_dir`, stays.

    `exclude_docs` and `draft_docs` keep files of the docs folder out of a site, such as the sources, and not
    what is made of them. MkDocs would apply both to every file of which it is not said that it is included.

    Older plugins expect every file to have a source on the disk. For one that is made from the whole catalog,
    they are told the configuration file.
    """
    for file in more:
        file.abs_src_path = file.abs_src_path or config.config_file_path
        if file.inclusion is InclusionLevel.UNDEFINED:
            hidden = config.not_in_nav and config.not_in_nav.match_file(file.src_uri)
            file.inclusion = InclusionLevel.NOT_IN_NAV if hidden else InclusionLevel.INCLUDED
        there = files.get_file_from_path(file.src_uri)
        if there is not None and _excluded(there):
            files.remove(there)
            there = None
        if there is None:
            files.append(file)


def drop_sources(files: Files, build: Build, config: MkDocsConfig) -> None:
    """Leave out persona files in the docs folder, which MkDocs would publish as plain pages too.

    The build remembers which page of ours a link to each persona file leads to instead.
    """
    pages = pages_of(build.catalog, build.site)
    build.moved = seen_from(config.docs_dir, pages, build.root)
    paths = {one.source.path for one in build.catalog.personas} | {one.path for one in build.catalog.findings}
    sources = {_identity(build.root / path): path for path in paths if path}
    sources.pop(None, None)
    for file in list(files):
        if file.is_documentation_page() and file.abs_src_path:
            path = sources.get(_identity(file.abs_src_path))
            if path is not None:
                files.remove(file)
            if path in pages:
                build.moved[file.src_uri] = pages[path]


def _identity(path: str | Path) -> tuple[int, int] | None:
    """The device and number of a file, which are the same by whatever path it is reached."""
    try:
        told = os.stat(path)  # noqa: PTH116 - asked a thousand times
    except OSError:
        return None
    return told.st_dev, told.st_ino


def missing(files: Files, site: Site) -> Callable[[Planned], bool]:
    """Tells of a planned page whether it has to be made: not where the user has written one by hand."""
    by_hand = {file.dest_uri: file.src_uri for file in files if not _excluded(file)}

    def is_missing(one: Planned) -> bool:
        address = url(one.address, directory_urls=site.directory_urls)
        written = by_hand.get(address if address.endswith(".html") else f"{address}index.html")
        if written is not None:
            inform(f"{written} is written by hand and stays; the page of the catalog is left out")
        return written is None

    return is_missing


def give_way(files: Files, build: Build) -> Files:
    """Remove our files where another plugin has added one of its own at the same address.

    Returns:
        The files for MkDocs, which also finds the pages of personas by the paths of their sources.
    """
    taken = {file.dest_uri for file in files if not isinstance(file, Ours) and not _excluded(file)}
    for file in list(files):
        if isinstance(file, Ours) and file.dest_uri in taken:
            files.remove(file)
    there = {file.src_uri for file in files if isinstance(file, Ours)}
    build.planned = {address: one for address, one in build.planned.items() if address in there}
    for old, new in build.moved.items():
        one = build.planned.get(new)
        if one and old != new and old in there:
            inform(f"The page of {one.source} is {new}; links to {old} lead to another")
    return Moved(files, build.moved) if build.moved else files


def stubs(build: Build, config: MkDocsConfig, *, indexed: bool) -> Iterator[File]:
    """The pages, each a title and a directive, so that nothing of a persona's file is parsed as Markdown.

    Other plugins expect a page to have a source file: they ask git for its authors, or name it in a message.
    They are given the persona's file, and the configuration file for pages about all personas. These come
    last, because after an edit they are made in other processes while MkDocs writes the others.

    Args:
        build: with its pages planned.
        config: the site's.
        indexed: whether our entries go into the search, so that its plugin need not parse the pages.
    """
    named = None if config.nav is None else set(addresses(config.nav))
    for one in sorted(build.planned.values(), key=lambda one: not one.persona):
        meta: dict[str, Any] = {"title": str(escape(one.title)), "render_macros": False}
        if indexed:
            meta["search"] = {"exclude": True}
        content = f"---\n{json.dumps(meta)}\n---\n\n{stub(one)}\n"
        file = Ours.generated(config, one.address, content=content)
        file.abs_src_path = str(build.root / one.source) if one.source else None
        if one.source and build.site.changed(one.source):
            file.generated_by = None  # else plugins that date pages by git say that it is new in every build
        if one.persona or (named is not None and one.address not in named):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        yield file


def stub(one: Planned) -> str:
    """The Markdown of a page."""
    return f"/// persona-page | {one.address}\n///"


def addresses(nav: object) -> Iterator[str]:
    """Every address that a navigation names."""
    if isinstance(nav, str):
        yield nav.removeprefix("./").removeprefix("/")
    elif isinstance(nav, Mapping | list):
        for item in nav.values() if isinstance(nav, Mapping) else nav:
            yield from addresses(item)


def downloads(build: Build, config: MkDocsConfig) -> Iterator[File]:
    """The bytes of every source, whatever was repaired for its page; only secrets are masked."""
    sources = {download_address(one, build.site): one.source for one in build.catalog.personas}
    for address, source in sources.items():
        file = Beside.generated(config, f"{address}.bytes", content=source.published)
        file.abs_src_path = str(build.root / source.path)
        file.dest_uri = address  # under its own name MkDocs would take it for a page
        yield file


def data(build: Build, config: MkDocsConfig, files: Files) -> Iterator[File]:
    """The catalog for programs, models and feed readers; a file of the user's at the same address stays."""
    taken = {file.dest_uri for file in files if not _excluded(file)}
    made = meanwhile(partial(site_files.export, build.given), len(build.catalog.personas))
    for address in site_files.addresses(build.given):
        if address not in taken:
            file = cast("Coming", Coming.generated(config, f"{address}.bytes", content=b""))
            file.dest_uri, file.address, file.made = address, address, made
            yield file


def _excluded(file: File) -> bool:
    return bool(file.inclusion.is_excluded())  # type: ignore[no-untyped-call]


def assets(config: MkDocsConfig) -> Iterator[File]:
    """Our styles and scripts."""
    for name in (*STYLES, *SCRIPTS):
        yield File.generated(config, f"{ADDRESS}{name}", content=content(name))
