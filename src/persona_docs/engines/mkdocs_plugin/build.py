"""The state of one build."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page as SitePage

from persona_docs.configuration import SiteSettings
from persona_docs.engines import search_index
from persona_docs.engines.directives import Place
from persona_docs.engines.mkdocs_plugin import embeds
from persona_docs.engines.mkdocs_plugin.catalog_page import CatalogPage
from persona_docs.engines.mkdocs_plugin.whole import WholePages
from persona_docs.exports.given import Given
from persona_docs.exports.site_files import names
from persona_docs.gathering.described import described
from persona_docs.gathering.gather import Gathered, gather
from persona_docs.gathering.kept import Held, Kept
from persona_docs.gathering.keys import code
from persona_docs.keeping.packs import Packs
from persona_docs.model import Catalog
from persona_docs.options import Options
from persona_docs.pages import Planned, plan, render, search
from persona_docs.pages.links import Links
from persona_docs.pages.page import Page, Site
from persona_docs.pages.templating import FillingError
from persona_docs.reading.discovery.sources import watch_paths
from persona_docs.repository import History, history


@dataclass
class Build:
    """The state of one build; each has a new one, since the plugin lives on from build to build in `serve`.

    Attributes:
        options: the user's.
        root: the folder of `mkdocs.yml`.
        folder: of the cache.
        memory: the cache in memory.
        gathered: what is known of each file, once they are read.
        history: what git knows of the files.
        site: what pages must know of the site.
        catalog: the personas.
        planned: the pages to be made, by address.
        moved: from where persona files lie, as seen from the docs folder, to the addresses of their pages.
        pages: pages that are made and not yet converted.
        ours: the pages that MkDocs knows.
        whole: the cache of finished pages; `None` where they cannot be cached.
        here: the page that is being converted.
        given: what the files beside the pages are made from.
    """

    options: Options
    root: Path
    folder: Path
    memory: dict[str, Held]
    gathered: Gathered = field(init=False)
    history: History = field(default_factory=History)
    site: Site = field(default_factory=Site)
    catalog: Catalog = field(default_factory=Catalog)
    planned: Mapping[str, Planned] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    ours: Sequence[CatalogPage] = ()
    whole: WholePages | None = None
    here: SitePage | None = None
    given: Given = field(default_factory=lambda: Given(Catalog()))

    def look_around(self, config: MkDocsConfig) -> None:
        """Find out what pages must know of the site, and what git knows of the files."""
        self.history = history(self.root, tuple(watch_paths(self.options.sources, self.root)))
        self.site = site_of(self.options, config, self.root, self.history)

    def read(self) -> None:
        """Read the sources."""
        self.gathered = gather(self.options, self.root, self.site, Kept(self.folder, self.memory))
        self.catalog = self.gathered.catalog(self.options, self.root)

    def plan(self, wanted: Callable[[Planned], bool]) -> None:
        """Plan the pages that are wanted."""
        self.planned = {one.address: one for one in plan(self.catalog, self.site) if wanted(one)}

    def page(self, address: str) -> Page | None:
        """The page with this address, rendered on first use; `None` where none is planned.

        Raises:
            PluginError: a template of the user's cannot be filled.
        """
        planned = self.planned.get(address)
        if planned is None:
            return None
        if address not in self.pages:
            try:
                self.pages[address] = render(planned, self.catalog, self.site, self.gathered.shelf)
            except FillingError as error:
                raise PluginError(f"persona-docs: {error}") from error
        return self.pages[address]

    def shown(self, address: str, instead: Page | None = None) -> Page:
        """The planned page with this address; with `instead`, that replaces it from now on."""
        if instead is not None:
            self.pages[address] = instead
        page = self.page(address)
        assert page is not None  # noqa: S101 - it is planned
        return page

    def describe(self, config: MkDocsConfig) -> None:
        """Tell the pages which files lie beside them; the personas are read."""
        url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
        self.given = Given(self.catalog, self.site, config.site_name, url, self.history)
        self.site = replace(self.site, files=names(self.given))

    def place(self) -> Place:
        """Where a directive stands: on the page that is being converted, wherever that is published."""
        url, address = (unquote(self.here.url), self.here.file.src_uri) if self.here else ("", "")
        return Place(self.catalog, Links(self.site, url), self.page, address)

    def meta(self, address: str, *, tab: bool = False) -> Mapping[str, Markup | list[str]]:
        """What the theme is told of a page of ours: title, description, escaped, and what to hide.

        Themes print both as they are, and some titles escaped once more, which leaves a `Markup` alone.

        Args:
            address: the page's.
            tab: whether it is a tab by itself, and would have a column beside it that names only itself.
        """
        planned = self.planned.get(address)
        if planned is None:
            return {}
        told = {"title": planned.title, "description": planned.description}
        hide = {*planned.hide, *(("navigation",) if tab and not planned.persona else ())}
        return {key: escape(value) for key, value in told.items() if value} | (
            {"hide": sorted(hide)} if hide else {}
        )

    def convert(self, page: CatalogPage) -> None:
        """Convert a page of ours whose conversion was put off."""
        page.convert()
        self.finish(page)

    def finish(self, page: CatalogPage) -> None:
        """Take from a converted page what its page for frames needs, and forget the rest to save memory."""
        made = self.pages.pop(page.planned.address, None)
        if made:
            page.frame = embeds.made(page.planned, made, self.site)

    def searched(self, pages: Iterable[CatalogPage]) -> Iterator[dict[str, Any]]:
        """What the site's search should find on these pages."""
        for page in pages:
            found = search(page.planned, self.catalog, self.gathered.shelf)
            yield from search_index.entries(found, page.url)

    def keep(self) -> None:
        """Write what is new to the cache, for the next build."""
        self.gathered.keep()
        if self.whole:
            self.whole.write()
            self.whole.shrink()

    def keep_whole(self, seen: bytes) -> WholePages:
        """Cache finished pages, since no other plugin changes them.

        Args:
            seen: a digest of everything that the theme can put into them.
        """
        packs = Packs(self.folder / "pages")
        keys, facts = self.gathered.keys, self.gathered.facts
        self.whole = WholePages(packs, self.catalog, keys, facts, self.site, seen + code().encode())
        return self.whole


def site_of(chosen: Options, config: MkDocsConfig, root: Path, known: History) -> Site:
    """What pages must know of the site."""
    settings = SiteSettings(
        lang=str(config.theme.get("language") or config.theme.locale).replace("_", "-"),
        directory_urls=config.use_directory_urls,
        repo_url=config.repo_url or "",
        edit_uri=config.get("edit_uri") or "",  # multirepo takes it out
        edit_uri_template=str(config.edit_uri_template or ""),
        docs_dir=posixpath.relpath(Path(config.docs_dir).as_posix(), root.as_posix()),
    )
    overrides = [Path(config.theme.custom_dir) / "persona-docs"] if config.theme.custom_dir else []
    templates = tuple(folder for folder in overrides if folder.is_dir())
    return replace(described(chosen, settings, root, known), templates=templates)
