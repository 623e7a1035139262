"""Pages made ahead of MkDocs, side by side, in as many processes as there are processors.

Each process makes a share of the pages and keeps them, while MkDocs goes on with what is there; it finds
them kept when their turn comes. A page that is not there then, for whatever reason, is made as any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from persona_docs import parallel
from persona_docs.engines.mkdocs_plugin.build import Build
from persona_docs.engines.mkdocs_plugin.catalog_page import CatalogPage
from persona_docs.engines.mkdocs_plugin.whole import THEME, WholePages

_ROWS = 20
"""Personas whose rows or cards are as much work as a page of one of them."""

_LOTS = 8
"""In how many lots each process hands over its pages, so that MkDocs writes some while others are made."""


def make(
    build: Build, whole: WholePages, env: Environment, config: MkDocsConfig, files: Files, nav: Navigation
) -> None:
    """Have our pages that are not kept made and kept, where they are much work."""
    template, documents = env.get_template(THEME), files.documentation_pages()

    def some(pages: Sequence[CatalogPage]) -> None:
        for n, page in enumerate(pages, 1):
            build.here = page
            page.active = True  # MkDocs says so too while it writes a page
            build.convert(page)
            whole.keep(page, template.render(get_context(nav, documents, config, page)))
            page.active = False
            if not n % max(1, len(pages) // _LOTS):
                whole.write()
        whole.write()

    everybody = max(1.0, len(build.catalog.personas) / _ROWS)
    missing = whole.missing(build.ours)
    of_all = [page for page in missing if not page.planned.persona]
    if len(missing) - len(of_all) < parallel.FEW:  # the others are made sooner than waited for
        missing = of_all
    whole.expect(
        missing, parallel.share(some, missing, lambda page: 1.0 if page.planned.persona else everybody)
    )
