"""GitHub's wiki: one flat namespace, in which a page is known by its file's name.

https://docs.github.com/communities/documenting-your-project-with-wikis
"""

from __future__ import annotations

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.overview import sidebar
from persona_docs.exports.wikis.wiki import Names, Wiki
from persona_docs.exports.wikis.wiki_pages import pages
from persona_docs.exports.writing.text import encoded
from persona_docs.reading.body.outline import slug

WIKI = Wiki(
    home="Home",
    link=lambda _here, there: there,  # pages are linked by their names
    slug=slug,
)


def export(given: Given) -> Files:
    """`Home.md`, `_Sidebar.md`, the pages of all personas, a page for each; all in one folder."""
    names = Names(given, WIKI)
    return {**pages(given, WIKI, names), "_Sidebar.md": encoded(sidebar(given, names, WIKI.home))}
