"""Wiki.js, by its synchronisation with a Git repository (https://docs.requarks.io/storage/git).

A link without a slash in front is counted from below its page there, so links are counted from the top.
Words in braces at either end of a block, or behind code, emphasis and links, are attributes
(https://www.npmjs.com/package/markdown-it-attrs): they are not shown, or no page is, whatever is escaped.
"""

from __future__ import annotations

import re

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.wiki import Card, Names, Wiki
from persona_docs.exports.wikis.wiki_pages import pages
from persona_docs.exports.writing import prose
from persona_docs.exports.writing.flavour import Flavour


def front(card: Card) -> dict[str, object]:
    """Its own front matter; tags become what pages can be filtered by, and are one text."""
    return {
        "title": card.title,
        "description": card.description,
        "published": True,
        "tags": ", ".join(card.tags),
        "editor": "markdown",
    }


_SPACE = "&#32;"  # as a number, since white space at the ends of a line is cut off
_BRACES = prose.signs(r"(?<=[^\s(*_~])[*_~]+(?=\{)|(?<=\| )\{|\}(?=[ |]*$| \| )")
_START = re.compile(r"\A((?:[> ]|[-*] |\d{1,9}[.)] |#{1,6} )*)(\{|---+ ?\{)")


def settled(page: str) -> str:
    r"""A page in which no words in braces are attributes: a space stands before or behind them.

    >>> settled("{Say} **it**{so} to {whom}")
    '&#32;{Say} **it** {so} to {whom}&#32;'
    """
    return prose.rewritten(page, _parted)


def _parted(line: str) -> str:
    return _START.sub(_begun, _BRACES.sub(_apart, line)) if "}" in line or "\\|" in line else line


def _begun(found: re.Match[str]) -> str:
    return f"{found[1]}{_SPACE if found[2] == '{' else chr(92)}{found[2]}"


def _apart(found: re.Match[str]) -> str:
    said = found[0]
    if said in ("{", "}"):
        return f"{_SPACE}{{" if said == "{" else f"}}{_SPACE}"
    inline = found["sign"] or said[0] != "\\"
    apart = " " if inline and found.string.startswith("{", found.end()) else ""
    return prose.unpiped(found) + apart


WIKI = Wiki(
    home="personas",
    folder="personas/",
    link=lambda _here, there: f"/{there}",
    front=front,
    flavour=Flavour(alerts=False, refused=frozenset({"diagram", "kroki", "plantuml"})),
    settled=settled,
)


def export(given: Given) -> Files:
    """`personas.md` with everything else in `personas/` below it."""
    return pages(given, WIKI, Names(given, WIKI))
