"""What a site publishes beside the catalog's pages: its data for programs, models and feed readers."""

from __future__ import annotations

from persona_docs.exports import data, feed, llms, table
from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.reading.discovery.exported import SCHEMA


def names(given: Given) -> tuple[str, ...]:
    """The files that the catalog's page links to; a feed wants the site's address and git's dates."""
    has_feed = given.url and any(one.source.path in given.history.moments for one in given.catalog.personas)
    return ("personas.json", "personas.csv", "llms.txt", *((feed.NAME,) if has_feed else ()))


def addresses(given: Given) -> tuple[str, ...]:
    """The addresses of all files in the site; a persona's `<slug>.md` among them."""
    texts = (llms.FULL, *(llms.name_of(one) for one in given.catalog.personas))
    return tuple(map(given.site.at, (*names(given), SCHEMA, *texts)))


def export(given: Given) -> Files:
    """Every file, by its address in the site."""
    found = {**data.export(given), **table.export(given), **llms.export(given)}
    if feed.NAME in names(given):
        found |= feed.export(given)
    return {given.site.at(name): content for name, content in found.items()}
