"""A page of the catalog as MkDocs knows it: one of its own, which converts itself in its own way."""

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
    """The plugin makes it of a page that MkDocs has made.

    Attributes:
        planned: what it is.
        source: gives the page of the catalog; with an argument, puts that in its place.
        patterns: of the site.
        stub: its Markdown, as the plugin has written it.
        late: whether it is converted only when its turn to be written comes, and nobody has kept it.
        whole: all of its HTML, the theme's included, where that was kept.
        frame: the page for frames that belongs to it, or nothing.
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
        """Have Markdown convert the page, or put together what that would give."""
        page = self.source(None)

        def convert(instead: Page) -> Converted:
            self.source(instead)
            super(CatalogPage, self).render(*self._site)
            self.source(page)
            return Converted(self.content or "", tuple(_entries(self.toc)))

        made = self.patterns.page(page, convert)
        self.content, self.toc, self.links_to_anchors = made.html, get_toc(nested(made.entries)), {}

    def let_go(self) -> None:
        """Forget what nobody needs of a page that is written."""
        self.whole = self.frame = self.content = ""

    @property
    def present_anchor_ids(self) -> set[str]:
        """What links from pages written by hand may lead to; MkDocs asks only where there is such a link."""
        parts = self.source(None).parts
        headings = {part.anchor for part in parts if isinstance(part, Heading)}
        return headings | {anchor for part in parts for anchor in _ID.findall(part.html)}

    @present_anchor_ids.setter
    def present_anchor_ids(self, found: set[str] | None) -> None:
        """MkDocs tells what it has found when it converts a page."""


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
    """Make a page of MkDocs one of ours; it stays what it is to everybody else."""
    page.__class__ = CatalogPage
    assert isinstance(page, CatalogPage)  # noqa: S101 - it is now
    own: dict[str, Any] = {"planned": planned, "source": source, "patterns": patterns, "stub": stub}
    page.__dict__.update(own, late=late, whole="", frame="")
    return page
