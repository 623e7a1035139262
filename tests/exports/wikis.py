"""The wikis, the pages a test exports for one of them, and those pages as GitHub's library reads them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options as Cmark

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.formats import FORMATS
from tests.exports.catalogs import catalog

WIKIS = ("markdown", "github-wiki", "gitlab-wiki", "azure-wiki", "confluence", "wikijs", "notion")
UNSEEN = re.compile("[\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e001f]")
"""Some characters that no reader sees, wherever they stand; written out, since the code may forget one."""
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
ELEMENTS = """
a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre strong table tbody td th thead tr ul
"""
MARKDOWN = set(ELEMENTS.split())


def pages(files: Files) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items() if path.endswith(".md")}


def page_of(wiki: str, root: Path, persona: str) -> str:
    """The page of a persona that is the only one."""
    found = pages(FORMATS[wiki].export(catalog(root, {"personas/one.md": persona})))
    return next(page for path, page in found.items() if path.endswith("one.md"))


@cache
def html(page: str) -> str:
    """A page as GitHub's own library renders it, raw HTML let through so that there is something to find."""
    return cmarkgfm.github_flavored_markdown_to_html(FRONT.sub("", page), options=Cmark.CMARK_OPT_UNSAFE)
