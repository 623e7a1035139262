"""Links between the pages of a wiki, their anchors included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from persona_docs.exports.given import Given
from persona_docs.exports.wikis.wiki import Names
from persona_docs.exports.writing import text
from persona_docs.model import Persona
from persona_docs.pages.bodies.references import reference
from persona_docs.pages.bodies.targets import Targets, anchors_of
from persona_docs.pages.links import Links


@dataclass(frozen=True, slots=True)
class WikiLinks(Links):
    """Links out of one page of a wiki; `here` is its path."""

    given: Given
    names: Names

    def persona(self, persona: Persona, anchor: str = "") -> str:
        """A link to a persona's page."""
        found = anchors(persona, self.given, self.names).get(anchor, "") if anchor else ""
        return self.names.address(self.here, self.names.personas[persona.id], found)

    def catalog(self, page: str = "index", anchor: str = "", query: str = "") -> str:
        """A link to a page made of all personas."""
        del query  # a wiki has no scripts that would read one
        return self.names.address(self.here, self.names.pages[page], anchor)

    def named(self, persona: Persona) -> str:
        """A persona's title as a link to its page."""
        return text.link(text.one_line(self.names.titles[persona.id]), self.persona(persona))

    def targets(self, persona: Persona) -> Targets:
        """Where the links of a persona's own text lead."""
        known = anchors(persona, self.given, self.names)
        said = anchors_of(persona.body.sections, ()).items()  # those of headings without a text among them
        own = {key: known[anchor] for key, anchor in said if anchor in known}
        resolve = reference(persona, self.given.catalog, self)
        return Targets(resolve, self.site.image_hosts, own)


def links(given: Given, names: Names, path: str) -> WikiLinks:
    """The links out of the page with this path."""
    return WikiLinks(given.site, path, given, names)


def heading(persona: Persona, names: Names) -> str:
    """The heading of a persona's page, empty where front matter has the title."""
    return "" if names.wiki.front else f"{persona.icon} {names.titles[persona.id]}".strip()


def opening(persona: Persona, given: Given) -> Mapping[str, str]:
    """The headings of our own that stand above a persona's text, by the names of their texts."""
    t = given.texts
    called = persona.triggers or persona.activates_on or persona.examples or persona.proactive
    return {
        name: t(f"persona.{name}") for name in (*(["activate"] if called else []), "glance", "instructions")
    }


def anchors(persona: Persona, given: Given, names: Names) -> Mapping[str, str]:
    """The anchors that a wiki gives the headings of a persona's text, by their anchors in the catalog."""
    slug = names.wiki.slug
    if slug is None:
        return {}
    unique = _unique(slug)
    for title in (heading(persona, names), *opening(persona, given).values()):
        unique(title)
    return {each.anchor: unique(each.title) for each in persona.body.sections if each.level and each.title}


def _unique(slug: Callable[[str], str]) -> Callable[[str], str]:
    """Anchors that are numbered where headings repeat, as GitHub and those after it do."""
    seen: dict[str, int] = {}

    def anchor(title: str) -> str:
        base = slug(title)
        count = seen[base] = seen.get(base, -1) + 1
        return f"{base}-{count}" if count else base

    return anchor
