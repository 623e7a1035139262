"""GitLab's wiki: files in a repository, titles in their front matter.

https://docs.gitlab.com/user/project/wiki/
"""

from __future__ import annotations

import re

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.overview import sidebar
from persona_docs.exports.wikis.wiki import Names, Wiki
from persona_docs.exports.wikis.wiki_pages import pages
from persona_docs.exports.writing import prose
from persona_docs.exports.writing.text import encoded
from persona_docs.reading.body import outline

_INCLUDE = re.compile(r"(?m)^(?=::include\{)")
_REFERENCE = prose.signs(r'(?<!&)#(?=\d)|[!&](?=\d)|@(?=\w)|%(?=[\w"])')


def slug(title: str) -> str:
    """An anchor as GitLab makes it: like GitHub's, with no two dashes in a row.

    https://docs.gitlab.com/user/markdown/#heading-ids-and-links
    """
    return re.sub(r"-{2,}", "-", outline.slug(title))


def settled(text: str) -> str:
    """A page that includes no other, which GitLab looks for in code too, and names no issue or user.

    https://docs.gitlab.com/user/markdown/#includes and #gitlab-specific-references
    """
    return prose.escaped(_INCLUDE.sub(" ", text), _REFERENCE)


WIKI = Wiki(
    home="home",
    taken=frozenset({"templates", "uploads"}),
    link=lambda _here, there: there,  # counted from the top of the wiki
    front=lambda card: {"title": card.title},
    slug=slug,
    settled=settled,
)


def export(given: Given) -> Files:
    """`home.md`, `_sidebar.md`, the pages of all personas, a page for each; all in one folder."""
    names = Names(given, WIKI)
    return {**pages(given, WIKI, names), "_sidebar.md": encoded(sidebar(given, names, WIKI.home))}
