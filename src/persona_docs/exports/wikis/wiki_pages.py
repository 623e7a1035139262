"""Every page of a wiki as files."""

from __future__ import annotations

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.wikis.overview import overview
from persona_docs.exports.wikis.persona import persona_page
from persona_docs.exports.wikis.wiki import Names, Wiki
from persona_docs.exports.writing.text import encoded


def pages(given: Given, wiki: Wiki, names: Names) -> Files:
    """The pages made of all personas, then one for each."""
    made = dict(overview(given, names))
    made |= {names.personas[each.id]: persona_page(each, given, names) for each in given.catalog.personas}
    return {f"{path}.md": encoded(wiki.settled(text)) for path, text in made.items()}
