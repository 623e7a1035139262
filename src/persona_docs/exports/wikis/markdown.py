"""Plain Markdown with relative links, for whatever takes a folder of it: Outline, pandoc, a repository."""

from __future__ import annotations

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.wiki import Names, Wiki
from persona_docs.exports.wikis.wiki_pages import pages
from persona_docs.reading.body.outline import slug

WIKI = Wiki(slug=slug)


def export(given: Given) -> Files:
    """`index.md`, the pages of all personas, a page for each."""
    return pages(given, WIKI, Names(given, WIKI))
