"""Where a persona's page stands, although it is not in the navigation."""

from __future__ import annotations

from functools import partial
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from persona_docs.engines.mkdocs_plugin.build import Build
from persona_docs.engines.mkdocs_plugin.files import stub
from persona_docs.engines.mkdocs_plugin.outline import Patterns, adopt


def attach(build: Build, files: Files, patterns: Patterns) -> None:
    """Give personas' pages a parent, neighbours and a way to their source, as a blog does with its posts.

    In the navigation they would be written into every page of the site: for a thousand personas that costs
    more than all else together.
    """
    index = files.get_file_from_path(build.site.at("index.md"))
    parent = _parent(index.page if index else None)
    pages = [
        (one, file.page)
        for one in build.planned.values()
        if one.persona and (file := files.get_file_from_path(one.address)) and file.page
    ]
    around = [None, *(page for _, page in pages), None]
    for (one, page), previous, following in zip(pages, around, around[2:], strict=False):
        page.parent, page.previous_page, page.next_page = parent, previous, following
        page.edit_url = build.site.edit_url(one.source)
        adopt(page, partial(build.shown, one.address), patterns, stub(one))


def _parent(index: Page | None) -> Any:  # noqa: ANN401  (MkDocs wants a section here, a blog gives a page)
    """The section that the catalog page opens, else the catalog page itself."""
    section = index.parent if index else None
    return section if isinstance(section, Section) and section.children[0] is index else index
