"""What wikis differ in: how files are named, how pages are linked, where the title stands.

Each wiki is a `Wiki` in a module of its own; pages themselves are the same everywhere.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from persona_docs.catalog.slugs import slugify
from persona_docs.exports.given import Given
from persona_docs.exports.writing.flavour import Flavour
from persona_docs.folding import caseless
from persona_docs.model import Persona
from persona_docs.pages import title_of_all
from persona_docs.pages.brief import title_of

PAGES = ("compare", "triggers", "tools", "expertise", "checklists")
"""The pages made of all personas, beside the first one."""


def by_file(here: str, there: str) -> str:
    """A link as a relative path to a file."""
    return posixpath.relpath(f"{there}.md", posixpath.dirname(here) or ".")


@dataclass(frozen=True, slots=True)
class Card:
    """What a page says of itself outside its text."""

    title: str
    description: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wiki:
    """The rules of a wiki.

    Attributes:
        home: path of the first page, without `.md`.
        folder: of all other pages, with a slash at its end; empty for the same one.
        taken: names that pages may not have, because they mean something there.
        link: the address of a page as seen from another, both as paths without `.md`.
        front: the front matter of a page; `None` where the title is a heading instead.
        slug: the anchor it makes of a heading; `None` where that is not known, and links lead to pages only.
        flavour: of its Markdown.
        settled: what becomes of a whole page, where something in it could mean something to what reads it.
    """

    home: str = "index"
    folder: str = ""
    taken: frozenset[str] = frozenset()
    link: Callable[[str, str], str] = by_file
    front: Callable[[Card], Mapping[str, object]] | None = None
    slug: Callable[[str], str] | None = None
    flavour: Flavour = field(default_factory=Flavour)
    settled: Callable[[str], str] = str

    def head(self, card: Card) -> str:
        """The front matter, empty where there is none; JSON texts are YAML, whatever they hold.

        A comment in it would be one to md2conf, so signs that begin one are written as numbers.
        """
        if self.front is None:
            return ""
        dumped = {key: json.dumps(value, ensure_ascii=False) for key, value in self.front(card).items()}
        lines = [f"{key}: {value}".replace("<", "\\u003c") for key, value in dumped.items()]
        return "\n".join(["---", *lines, "---"])


class Names:
    """The path of every page, without `.md`, made of slugs alone; and the personas' titles in the wiki."""

    def __init__(self, given: Given, wiki: Wiki) -> None:
        self.wiki = wiki
        self.pages = {"index": wiki.home, **{name: wiki.folder + name for name in PAGES}}
        taken = {caseless(path.rpartition("/")[2]) for path in self.pages.values()}
        taken |= {caseless(name) for name in wiki.taken}
        self.personas = dict(_free(given.catalog.personas, wiki.folder, taken))
        self.titles = dict(_titles(given, self.personas))

    def address(self, here: str, there: str, anchor: str = "") -> str:
        """A link from one path to another."""
        return self.wiki.link(here, there) + (f"#{anchor}" if anchor and self.wiki.slug else "")


def _free(personas: tuple[Persona, ...], folder: str, taken: set[str]) -> Iterator[tuple[str, str]]:
    for persona in personas:
        name, number = persona.slug, 1
        while caseless(name) in taken:
            name = f"{persona.slug}-persona" if number == 1 else f"{persona.slug}-persona-{number}"
            number += 1
        taken.add(caseless(name))
        yield persona.id, folder + name


def _titles(given: Given, paths: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Titles, no two alike: some wikis know pages by them."""
    t = given.texts
    seen = {caseless(title_of_all(name, t)) for name in ("index", *PAGES)}
    for persona in given.catalog.personas:
        title = " ".join(title_of(persona).split())[:120] or persona.slug
        if caseless(title) in seen:
            title = f"{title} ({paths[persona.id].rpartition('/')[2]})"
        seen.add(caseless(title))
        yield persona.id, title


def tags_of(persona: Persona) -> tuple[str, ...]:
    """Labels that every wiki takes: category and tags, as slugs."""
    wanted = (persona.category.value, *(fact.value for fact in persona.tags))
    return tuple(dict.fromkeys(slug for slug in map(slugify, wanted) if slug))
