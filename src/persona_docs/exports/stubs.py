"""Pages as files of a docs folder, for generators that run our Markdown extension and no plugin.

Such a page is a title and a directive. What it shows is made by the extension when the site is built. It
carries a hash of that, so that a generator which remembers files it has built knows what to build again.
"""

from __future__ import annotations

import json
from hashlib import sha256

from markupsafe import escape

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.writing.text import printable
from persona_docs.model import Catalog
from persona_docs.pages import Planned, plan, render
from persona_docs.pages.assets import ADDRESS, SCRIPTS, STYLES, content, published
from persona_docs.pages.links import download_address
from persona_docs.pages.page import Page, Site
from persona_docs.pages.prepared import Shelf

NAME = "pages"
"""Under which a folder remembers them."""


def stubs(catalog: Catalog, site: Site, shelf: Shelf) -> Files:
    """Pages, originals, styles and scripts, by their path in the docs folder."""
    planned = plan(catalog, site)
    pages = {each.address: _stub(each, render(each, catalog, site, shelf)).encode() for each in planned}
    originals = {download_address(each, site): each.source.published for each in catalog.personas}
    shown = {f"{ADDRESS}{name}": content(name) for name in (*STYLES, *SCRIPTS)}
    return {**pages, **originals, **shown}


def lists() -> dict[str, tuple[str, ...]]:
    """What the lists of a site's configuration must name for these pages: the extension, styles, scripts."""
    return {
        "markdown_extensions": ("persona_docs",),
        "extra_css": tuple(published(STYLES)),
        "extra_javascript": tuple(published(SCRIPTS)),
    }


def _stub(planned: Planned, page: Page) -> str:
    """A page; its front matter is what themes print, so that is escaped, and as JSON it is always YAML."""
    told = {"title": planned.title, "description": planned.description}
    meta = {key: str(escape(printable(value))) for key, value in told.items() if value.strip()}
    every = {**meta, **({"hide": planned.hide} if planned.hide else {})}
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in every.items())
    shown = sha256("\0".join([front, *(str(part.html) for part in page.parts)]).encode("utf-8", "replace"))
    return (
        f"---\n{front}\n---\n\n/// persona-page | {page.address}\n    hash: {shown.hexdigest()[:16]}\n///\n"
    )
