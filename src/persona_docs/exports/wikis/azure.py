"""Azure DevOps: a folder of a repository published as a wiki, its pages in the order that `.order` files say.

https://learn.microsoft.com/azure/devops/project/wiki/wiki-file-structure
"""

from __future__ import annotations

from persona_docs.exports.folder.paths import Files
from persona_docs.exports.given import Given
from persona_docs.exports.order import by_title
from persona_docs.exports.wikis.wiki import PAGES, Names, Wiki, by_file
from persona_docs.exports.wikis.wiki_pages import pages
from persona_docs.exports.writing import prose
from persona_docs.exports.writing.flavour import Flavour
from persona_docs.exports.writing.text import encoded
from persona_docs.reading.body.outline import slug

_BELOW = "[[_TOSP_]]"  # the wiki's own list of the pages below: a page that is added by hand stands in it too

_ITEM = prose.signs(r"(?<!&)[#!](?=\d)")


def settled(text: str) -> str:
    """A page in which no number is that of a work item or a pull request."""
    return prose.escaped(text, _ITEM)


def _link(here: str, there: str) -> str:
    path = by_file(here, there)
    return path if path.startswith("../") else f"./{path}"


WIKI = Wiki(
    home="Personas",
    folder="Personas/",
    link=_link,
    slug=slug,
    flavour=Flavour(alerts=False, mermaid="::: mermaid"),
    settled=settled,
)


def export(given: Given) -> Files:
    """`Personas.md` with everything else in `Personas/` below it, and the `.order` files."""
    names = Names(given, WIKI)
    files = dict(pages(given, WIKI, names))
    files["Personas.md"] += f"\n{_BELOW}\n".encode()
    paths = (names.personas[each.id] for each in by_title(given.catalog.personas))
    below = [*PAGES, *(path.rpartition("/")[2] for path in paths)]
    return {
        **files,
        ".order": b"Personas\n",
        "Personas/.order": encoded("".join(f"{name}\n" for name in below)),
    }
