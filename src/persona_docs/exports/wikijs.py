"""Wiki.js, by its synchronisation with a Git repository (https://docs.requarks.io/storage/git).

A link without a slash in front is counted from below its page there, so links are counted from the top.
"""

from __future__ import annotations

from persona_docs.exports.flavour import Flavour
from persona_docs.exports.given import Given
from persona_docs.exports.paths import Files
from persona_docs.exports.wiki import Card, Names, Wiki
from persona_docs.exports.wiki_pages import pages


def front(card: Card) -> dict[str, object]:
    """Its own front matter; tags become what pages can be filtered by, and are one text."""
    return {
        "title": card.title,
        "description": card.description,
        "published": True,
        "tags": ", ".join(card.tags),
        "editor": "markdown",
    }


WIKI = Wiki(
    home="personas",
    folder="personas/",
    link=lambda _here, there: f"/{there}",
    front=front,
    flavour=Flavour(alerts=False),
)


def export(given: Given) -> Files:
    """`personas.md` with everything else in `personas/` below it."""
    return pages(given, WIKI, Names(given, WIKI))
