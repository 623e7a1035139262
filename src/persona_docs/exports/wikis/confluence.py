"""What md2conf (https://github.com/hunyadi/md2conf) turns into pages of Confluence.

It reads Markdown as Python-Markdown does, takes comments such as `<!-- confluence-page-id: 1 -->` wherever
they stand, code included, for the page to write to, and puts what stands in a fence named `csf` into the page
as it is. None of that is for a persona's text to say.
"""

from __future__ import annotations

import re

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.wiki import Card, Names, Wiki
from persona_docs.exports.wikis.wiki_pages import pages
from persona_docs.exports.writing import prose
from persona_docs.exports.writing.flavour import Flavour

_INLINE = re.compile(prose.KEPT)
_COMMENT = re.compile(r"<!--\s+(?=(?:confluence|generated)[-_])")
_ALERT = re.compile(r"&#91;!(?!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\\])")


def settled(text: str) -> str:
    """A page without what md2conf would take for orders, or what XML cannot quote."""
    page = _COMMENT.sub("<!--", text).replace("]]>", "]] >")
    return prose.rewritten(page, lambda line: _INLINE.sub(prose.unpiped, line) if "\\|" in line else line)


def quote(text: str) -> str:
    r"""A quote that begins like an alert of a kind that there is not: md2conf would give up.

    >>> quote("&#91;!FOO] a")
    '&#91; !FOO] a'
    """
    return _ALERT.sub("&#91; !", text, count=1) if _ALERT.match(text) else text


def front(card: Card) -> dict[str, object]:
    """The front matter; labels only where there are any."""
    return {"title": card.title, **({"tags": list(card.tags)} if card.tags else {})}


WIKI = Wiki(
    front=front,
    flavour=Flavour(whole_tasks=True, refused=frozenset({"csf", "math", "mermaid", "plantuml"}), quote=quote),
    settled=settled,
)


def export(given: Given) -> Files:
    """`index.md`, which becomes the parent of the pages of all personas and of a page for each."""
    return pages(given, WIKI, Names(given, WIKI))
