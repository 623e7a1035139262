"""A page of the catalog as an MkDocs page, which knows how to convert itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, get_toc

from persona_docs.engines.markdown_extension_contents import nested
from persona_docs.engines.mkdocs_plugin.outline import Converted, Patterns
from persona_docs.pages import Planned
from persona_docs.pages.page import Heading, Page

_ID = re.compile(r'<[^>]*?\bid="([^"]+)"')


class CatalogPage(SitePage):
    """A page that MkDocs has made, turned into one of ours by `adopt`.

    Attributes:
        planned: the page of the catalog that it shows.
        source: renders that page; with an argument, replaces it by that.
        patterns: how the site's Markdown writes headings and HTML.
        stub: its Markdown, as the plugin has written it.
        late: whether it is converted only when it is written, and only if it is not cached.
        whole: all of its HTML, the theme's included, if it was cached.
        frame: the HTML of its page for frames, or nothing.
    """

    planned: Planned
    source: Callable[[Page | None], Page]
    patterns: Patterns
    stub: str
    late: bool
    whole: str
    frame: str

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the page, or leave that for later."""
        self._site = config, files
        if (self.markdown or "").strip() != self.stub:  # another plugin has changed it
            self.late = False
            super().render(config, files)
        elif self.late:
            self.content, self.toc, self.links_to_anchors = "", get_toc([]), {}
        else:
            self.convert()

    def convert(self) -> None:
        """Convert the page with Markdown, or assemble the same HTML without it."""
        page = self.source(None)

        def convert(instead: Page) -> Converted:
            self.source(instead)
            super(CatalogPage, self).render(*self._site)
            self.source(page)
            return Converted(self.content or "", tuple(_entries(self.toc)))

        made = self.patterns.page(page, convert)
        self.content, self.toc, self.links_to_anchors = made.html, get_toc(nested(made.entries)), {}

    def let_go(self) -> None:
        """Free the memory of a page that is written."""
        self.whole = self.frame = self.content = ""

    @property
    def present_anchor_ids(self) -> set[str]:
        """Anchors that links may lead to; MkDocs asks only where a page written by hand has such a link."""
        parts = self.source(None).parts
        headings = {part.anchor for part in parts if isinstance(part, Heading)}
        return headings | {anchor for part in parts for anchor in _ID.findall(part.html)}

    @present_anchor_ids.setter
    def present_anchor_ids(self, found: set[str] | None) -> None:
        """Ignore what MkDocs has found when it converted the page."""


def _entries(toc: Iterable[AnchorLink]) -> Iterator[tuple[int, str, str]]:
    for item in toc:
        yield item.level, item.id, item.title
        yield from _entries(item.children)


def adopt(
    page: SitePage,
    planned: Planned,
    source: Callable[[Page | None], Page],
    patterns: Patterns,
    stub: str,
    *,
    late: bool,
) -> CatalogPage:
    """Turn a page of MkDocs into one of ours; everything that refers to it keeps doing so."""
    page.__class__ = CatalogPage
    assert isinstance(page, CatalogPage)  # noqa: S101 - it is now
    own: dict[str, Any] = {"planned": planned, "source": source, "patterns": patterns, "stub": stub}
    page.__dict__.update(own, late=late, whole="", frame="")
    return page
