"""What is known during one build."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as SitePage

from persona_docs.catalog import build_catalog
from persona_docs.engines import search_index
from persona_docs.engines.directives import Place
from persona_docs.engines.mkdocs_plugin import embeds
from persona_docs.exports.beside import names
from persona_docs.exports.given import Given
from persona_docs.gathering import Gathered, Kept, gather
from persona_docs.model import Catalog
from persona_docs.options import Options
from persona_docs.pages import Planned, plan, render
from persona_docs.pages.links import Links
from persona_docs.pages.page import Html, Page, SearchEntry, Site
from persona_docs.reading.discover import watch_paths
from persona_docs.repository import Repository, changes, moments

_ID = re.compile(r'<[^>]*?\bid="([^"]+)"')


@dataclass
class Build:
    """What is known during one build; made anew for each, since the plugin outlives builds under `serve`.

    Attributes:
        options: the user's.
        root: the folder of `mkdocs.yml`.
        kept: what was made by earlier builds.
        gathered: what is known of each file.
        site: what pages must know of the site.
        catalog: the personas.
        planned: the pages to be made, by address.
        pages: pages that are made and not yet converted.
        search: entries of the pages that are converted.
        here: the page that is being converted.
        given: what the files beside the pages are made from.
    """

    options: Options
    root: Path
    kept: Kept
    gathered: Gathered | None = None
    site: Site = field(default_factory=Site)
    catalog: Catalog = field(default_factory=Catalog)
    planned: Mapping[str, Planned] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    search: list[dict[str, Any]] = field(default_factory=list)
    here: SitePage | None = None
    given: Given = field(default_factory=lambda: Given(Catalog()))

    def read(self) -> None:
        """Read the sources."""
        self.gathered = gather(self.options, self.root, self.site, self.kept)
        reading = self.gathered.reading
        self.catalog = build_catalog(reading.personas, reading.findings, self.options, self.root, alone=False)

    def plan(self, wanted: Callable[[Planned], bool]) -> None:
        """Plan the pages that are wanted."""
        self.planned = {one.address: one for one in plan(self.catalog, self.site) if wanted(one)}

    def page(self, address: str) -> Page | None:
        """The page with this address, made once; `None` where none is planned."""
        planned = self.planned.get(address)
        if planned is None:
            return None
        if address not in self.pages:
            shelf = self.gathered.shelf if self.gathered else None
            self.pages[address] = render(planned, self.catalog, self.site, shelf)
        return self.pages[address]

    def shown(self, address: str, instead: Page | None = None) -> Page:
        """The planned page with this address, or what is to be shown in its place from now on."""
        if instead is not None:
            self.pages[address] = instead
        page = self.page(address)
        assert page is not None  # noqa: S101 - it is planned
        return page

    def describe(self, config: MkDocsConfig) -> None:
        """Tell the pages which files lie beside them; the personas are read."""
        url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
        history = moments(self.root, tuple(watch_paths(self.options.sources, self.root)))
        self.given = Given(self.catalog, self.site, config.site_name, url, history)
        self.site = replace(self.site, files=names(self.given))

    def place(self) -> Place:
        """Where a directive stands: on the page that is being converted, wherever that is published."""
        url, address = (unquote(self.here.url), self.here.file.src_uri) if self.here else ("", "")
        return Place(self.catalog, Links(self.site, url), self.page, address)

    def meta(self, address: str) -> Mapping[str, Markup | list[str]]:
        """What the theme is told of a page of ours: title, description, escaped, and what to hide.

        Themes print both as they are, and some titles escaped once more, which leaves a `Markup` alone.
        """
        page = self.page(address)
        if page is None:
            return {}
        told = {"title": page.title, "description": " ".join(page.description.split())}
        hide = {"hide": list(page.hide)} if page.hide else {}
        return {key: escape(value) for key, value in told.items() if value} | hide

    def finish(self, page: SitePage, folder: Path) -> None:
        """Keep what is needed of a converted page of ours, and write the one for frames into the site."""
        made = self.pages.pop(page.file.src_uri, None)
        if made is None:
            return
        embeds.write(self.planned[made.address], made, self.site, folder)
        found = made.search or (SearchEntry("", made.title, made.description),)
        self.search.extend(search_index.entries(found, page.url))
        if page.present_anchor_ids is not None:  # links to them, from pages written by hand, are right
            html = (part.html for part in made.parts if isinstance(part, Html))
            anchors = (anchor for part in html if ' id="' in part for anchor in _ID.findall(part))
            page.present_anchor_ids.update(anchors)

    def keep(self) -> None:
        """Keep what was made, for the next build."""
        if self.gathered:
            self.gathered.keep()


def site_of(chosen: Options, config: MkDocsConfig, root: Path) -> Site:
    """What pages must know of the site."""
    repository = Repository(
        url=config.repo_url or "",
        edit_uri=config.edit_uri or "",
        template=config.edit_uri_template or "",
        docs=posixpath.relpath(Path(config.docs_dir).as_posix(), root.as_posix()),
        root=root,
    )
    overrides = [Path(config.theme.custom_dir) / "persona-docs"] if config.theme.custom_dir else []
    return Site(
        path=chosen.path,
        directory_urls=config.use_directory_urls,
        lang=str(config.theme.get("language") or config.theme.locale).replace("_", "-"),
        view_url=repository.view_url,
        edit_url=repository.edit_url,
        mermaid=chosen.mermaid,
        image_hosts=chosen.image_hosts,
        templates=tuple(folder for folder in overrides if folder.is_dir()),
        changed=changes(root, tuple(watch_paths(chosen.sources, root))).get,
    )
