"""Where our pages stand in the navigation, those of personas too, although they are not in it."""

from __future__ import annotations

from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from persona_docs.engines.mkdocs_plugin.build import Build
from persona_docs.engines.mkdocs_plugin.catalog_page import CatalogPage, adopt
from persona_docs.engines.mkdocs_plugin.files import stub
from persona_docs.engines.mkdocs_plugin.outline import Patterns


def attach(
    build: Build, files: Files, nav: Navigation, patterns: Patterns, *, late: bool
) -> list[CatalogPage]:
    """Take MkDocs' pages over; give personas' a parent, neighbours and a way to their source, as blogs do.

    In the navigation they would be written into every page of the site: for a thousand personas that costs
    more than all else together. Those that a user has put there stay below what they were put.
    """
    placed = {page.file.src_uri for page in nav.pages}
    index = files.get_file_from_path(build.site.at("index.md"))
    parent = _parent(index.page if index else None)
    pages = [
        (one, file.page)
        for one in build.planned.values()
        if (file := files.get_file_from_path(one.address)) and file.page
    ]
    personas = [(one, page) for one, page in pages if one.persona]
    around = [None, *(page for _, page in personas), None]
    for (one, page), previous, following in zip(personas, around, around[2:], strict=False):
        page.previous_page, page.next_page = previous, following
        if one.address not in placed:
            page.parent = parent
        page.edit_url = build.site.edit_url(one.source)
    return [
        adopt(page, one, partial(build.shown, one.address), patterns, stub(one), late=late)
        for one, page in pages
    ]


def has_tabs(config: MkDocsConfig) -> bool:
    """Whether the top of the navigation is tabs, and the column beside a page holds what is below its tab.

    https://squidfunk.github.io/mkdocs-material/setup/setting-up-navigation/#navigation-tabs
    """
    return "navigation.tabs" in (config.theme.get("features") or ())


def _parent(index: Page | None) -> Any:  # noqa: ANN401  (MkDocs wants a section here, a blog gives a page)
    """The section that the catalog page opens, else the catalog page itself."""
    section = index.parent if index else None
    return section if isinstance(section, Section) and section.children[0] is index else index
