"""A persona's page: what calls it, what it may do, its instructions, and whom it stands beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from persona_docs.model import Catalog, Persona
from persona_docs.pages import company, glance, source
from persona_docs.pages.bodies.html import render_inline
from persona_docs.pages.bodies.references import prefixed, reference
from persona_docs.pages.brief import own_lang, role_tells, title_of
from persona_docs.pages.embed import embed_button
from persona_docs.pages.health import code_spans
from persona_docs.pages.links import Links, persona_address
from persona_docs.pages.page import Heading, Html, Page, Part, Site
from persona_docs.pages.prepared import Shelf, body_parts
from persona_docs.pages.templating import render
from persona_docs.pages.texts import Texts, texts

_LOWEST = 6
_SHOWN = 24
"""How many triggers or tools of a kind stand open; the rest are folded behind their number."""


def persona_page(persona: Persona, catalog: Catalog, site: Site, shelf: Shelf | None = None) -> Page:
    """The page of a persona.

    Args:
        persona: with its slug.
        catalog: the one it belongs to.
        site: the site the page will stand in.
        shelf: what was prepared of it.
    """
    address = persona_address(persona, site)
    parts = persona_parts(persona, catalog, Links.of(site, address), texts(site.lang), shelf=shelf)
    return Page(address, title_of(persona), parts)


def persona_parts(
    persona: Persona,
    catalog: Catalog,
    links: Links,
    texts: Texts,
    *,
    top: int = 1,
    body: bool = True,
    shelf: Shelf | None = None,
) -> tuple[Part, ...]:
    """What a persona's page holds, or what stands for a persona in somebody's page.

    Args:
        persona: with its slug.
        catalog: the one it belongs to.
        links: links out of the page that the parts will stand in.
        texts: the site's.
        top: level of the heading with the persona's name. Below 1 the persona is a guest in another page: its
            ids are made from its slug, so that several fit on one, and what is about its file is left to its
            own page.
        body: whether its instructions are shown.
        shelf: what was prepared of it, for its own page.
    """
    return tuple(_Writer(persona, catalog, links, texts, top, shelf or Shelf()).parts(body=body))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the sections of one persona, each a heading and a template; the empty ones are left out."""

    persona: Persona
    catalog: Catalog
    links: Links
    texts: Texts
    top: int
    shelf: Shelf

    @property
    def guest(self) -> bool:
        """Whether the persona stands in somebody's page."""
        return self.top > 1

    def parts(self, *, body: bool) -> Iterator[Part]:
        persona, catalog, links = self.persona, self.catalog, self.links
        yield Heading(self.top, self.anchor(""), self.html("title"))
        head = glance.header(persona, catalog, self.texts)
        shown = source.is_shown(persona)
        own = {"inline": render_inline, "role_tells": role_tells(persona)}
        yield self.part("header", **head, **own, body=body, guest=self.guest, shown=shown)
        yield from self.section("activate", **glance.activate(persona, catalog))
        yield from self.section("glance", **glance.glance(persona, catalog, links, self.texts))
        if body and persona.body.text.strip():
            yield self.heading("instructions")
            yield from self.body()
        yield from self.section("relations", **company.relations(persona, catalog))
        if self.guest:
            return
        yield from self.section("similar", **company.similar(persona, catalog))
        yield self.heading("source")
        address = persona_address(persona, links.site)
        embed = embed_button(address, title_of(persona), links)
        yield self.part("source", **source.original(persona, links.site), **embed)
        if findings := company.findings(persona, catalog):
            place = source.place(links.site)
            yield self.part("findings", findings=findings, place=place, code_spans=code_spans)

    def section(self, name: str, **values: object) -> Iterator[Part]:
        """A section if any of its values is something."""
        if any(values.values()):
            yield self.heading(name)
            yield self.part(name, **values)

    def heading(self, name: str) -> Heading:
        text = Markup.escape(self.texts(f"persona.{name}"))
        return Heading(min(self.top + 1, _LOWEST), self.anchor(name), text)

    def part(self, name: str, **values: object) -> Html:
        return Html(self.html(name, **values))

    def html(self, name: str, **values: object) -> Markup:
        return render(
            f"persona_{name}.html",
            self.texts,
            persona=self.persona,
            links=self.links,
            lang=own_lang(self.persona, self.links.site),
            id=self.anchor,
            limit=_SHOWN,
            **values,
        )

    def anchor(self, name: str) -> str:
        """An id of ours that no heading of the body has."""
        owner = self.persona.slug if self.guest else "persona"
        wanted = f"{owner}-{name}" if name else owner
        taken = {section.anchor for section in self.persona.body.sections}
        while wanted in taken:
            wanted += "-"
        return wanted

    def spoken(self, html: Markup) -> Markup:
        """Words of the persona's own in a heading, with their language where it is not the site's."""
        lang = own_lang(self.persona, self.links.site)
        return Markup('<span lang="{}" dir="auto">{}</span>').format(lang, html) if lang else html

    def body(self) -> Iterator[Part]:
        """The instructions; every part knows whose they are and in which language, for ticks and readers."""
        persona, site = self.persona, self.links.site
        prefix = f"{persona.slug}-" if self.guest else ""
        opening, closing = str(self.html("body")), "\n</div>"
        resolve = reference(persona, self.catalog, self.links)
        if self.guest:
            parts = body_parts(persona, site, resolve, top=min(self.top + 2, _LOWEST))
        else:
            parts = self.shelf.body(persona, site, resolve)
        for part in parts:
            html = prefixed(part.html, prefix)
            if isinstance(part, Html):
                yield Html(Markup(f"{opening}{html}{closing}"))  # noqa: S704 - a template and our writer
            else:
                yield Heading(part.level, prefix + part.anchor, self.spoken(html))
