"""Pages that are not cached are made ahead of MkDocs, in parallel.

Each process renders a share of the pages and puts them into the cache, while MkDocs writes the pages that are
there already. When the turn of a page comes, MkDocs finds it in the cache. If it is not there, for whatever
reason, it is rendered like any other page.
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
"""The rows or cards of so many personas are as much work as the page of one."""

_LOTS = 8
"""Each process writes its pages in so many batches, so that MkDocs can go on with some meanwhile."""


def make(
    build: Build, whole: WholePages, env: Environment, config: MkDocsConfig, files: Files, nav: Navigation
) -> None:
    """Start to render the pages that are not cached, if that is much work."""
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
    if len(missing) - len(of_all) < parallel.FEW:  # so few are made sooner than processes start
        missing = of_all
    whole.expect(
        missing, parallel.share(some, missing, lambda page: 1.0 if page.planned.persona else everybody)
    )
