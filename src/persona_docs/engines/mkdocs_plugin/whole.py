"""A cache of finished pages, the theme included, each under a digest of everything it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from jinja2 import ChoiceLoader, DictLoader, Environment

from persona_docs.engines.mkdocs_plugin.catalog_page import CatalogPage
from persona_docs.keeping.packs import Packs
from persona_docs.model import Catalog
from persona_docs.pages.around import around
from persona_docs.pages.page import Site

THEME = "main.html"
"""The template of the theme that MkDocs renders a page with."""

TEMPLATE = "persona-docs-page.html"
"""The template that it renders our pages with: it prints the cached page, if there is one."""

_TEMPLATE = f"{{% if page.whole %}}{{{{ page.whole }}}}{{% else %}}{{% include '{THEME}' %}}{{% endif %}}"

_MUCH = 16_000_000
"""Write new pages to the disk when they take so many bytes."""

_MOMENT = 0.05
"""Seconds between two looks for a page that another process is making."""

_PROBES = ("a.md", "../a.md")
"""Paths whose addresses in the repository show how that of any path is made."""


@dataclass(frozen=True)
class WholePages:
    """The cached pages of one build.

    Attributes:
        packs: where they are stored.
        catalog: the personas that they are made from.
        keys: by persona id, a digest of everything in the persona's file. A persona that may come out
            differently the next time has none, and no page that mentions it is cached.
        facts: by persona id, a digest of what the pages about all personas show of it.
        site: the site that they belong to.
        seen: a digest of everything that the theme can put into them, and of the code that makes them.
    """

    packs: Packs
    catalog: Catalog
    keys: Mapping[str, str]
    facts: Mapping[str, str]
    site: Site
    seen: bytes
    _names: dict[str, str | None] = field(default_factory=dict)
    _new: dict[str, bytes] = field(default_factory=dict)
    _coming: set[str] = field(default_factory=set)
    _waits: list[Callable[[float | None], bool]] = field(default_factory=list)

    def add_template(self, env: Environment, pages: Iterable[CatalogPage]) -> None:
        """Have these pages rendered with a template that prints what is cached."""
        own = DictLoader({TEMPLATE: _TEMPLATE})
        env.loader = ChoiceLoader([own, env.loader]) if env.loader else own
        for page in pages:
            if page.late:
                page.meta["template"] = TEMPLATE

    def key(self, page: CatalogPage) -> str | None:
        """A digest of everything a page is made from; `None` for a page that cannot be cached."""
        address = page.planned.address
        if address not in self._names:
            self._names[address] = self._name(page)
        return self._names[address]

    def missing(self, pages: Iterable[CatalogPage]) -> list[CatalogPage]:
        """The pages that can be cached and are not yet; whether an entry is intact shows when it is read."""
        keys = ((page, self.key(page)) for page in pages if page.late)
        return [page for page, key in keys if key and not self.packs.has(key)]

    def expect(self, pages: Iterable[CatalogPage], wait: Callable[[float | None], bool]) -> None:
        """Expect these pages from other processes; `take` waits for each when it is asked for."""
        self._coming.update(filter(None, map(self.key, pages)))
        self._waits.append(wait)

    def take(self, page: CatalogPage) -> bool:
        """Fill a page from the cache; tells whether it was there."""
        key = self.key(page)
        while key and key in self._coming and self._waits and not self.packs.has(key):
            self._arrive(_MOMENT)
        length, found, rest = ((self.packs.get(key) if key else None) or b"").partition(b"\n")
        if found:
            frame = int(length)
            page.frame, page.whole = rest[:frame].decode(), rest[frame:].decode()
        return bool(found)

    def keep(self, page: CatalogPage, whole: str) -> None:
        """Put a page into the cache, for the next build."""
        if key := self.key(page):
            frame = page.frame.encode(errors="xmlcharrefreplace")
            self._new[key] = b"%d\n" % len(frame) + frame + whole.encode(errors="xmlcharrefreplace")
            if sum(map(len, self._new.values())) > _MUCH:
                self.write()

    def write(self) -> None:
        """Write new entries to the disk."""
        self.packs.put(self._new)
        self._new.clear()

    def shrink(self) -> None:
        """Delete entries that this build did not use, when they take too much room."""
        while self._waits:
            self._arrive(None)
        self.packs.shrink({key for key in self._names.values() if key})

    def _arrive(self, seconds: float | None) -> None:
        """Wait until another batch of pages is there, or for some seconds."""
        if self._waits[-1](seconds):
            self._waits.pop()
        self.packs.look_again()

    def _name(self, page: CatalogPage) -> str | None:
        part = self._part(page)
        if any(persona.id not in self.keys for persona in part.personas):
            return None
        digest = blake2b(self._everywhere, digest_size=20)
        for text in (*_place(page), repr(page.planned), *self._said(page, part)):
            said = text.encode(errors="surrogatepass")
            digest.update(b"%d " % len(said) + said)
        return digest.hexdigest()

    def _part(self, page: CatalogPage) -> Catalog:
        """The part of the catalog that a page is made from."""
        persona = page.planned.persona
        return around(self.catalog.by_id[persona], self.catalog) if persona else self.catalog

    def _said(self, page: CatalogPage, part: Catalog) -> Iterator[str]:
        if part is self.catalog:
            yield self._everybody
            yield self._findings if page.planned.findings or self.site.templates else ""
            return
        yield from _persons(part, self.keys)
        yield repr((part.findings, part.expertise, part.tools, part.conflicts))
        yield repr((part.links, part.unknown, part.neighbours))
        yield from map(str, self._addresses(page.planned.source))

    def _addresses(self, path: str) -> tuple[str | None, ...]:
        return (self.site.view_url(path), self.site.edit_url(path), self.site.changed(path))

    @cached_property
    def _everybody(self) -> str:
        """A digest of everything on the pages about all personas; the rest of the catalog follows from it.

        Our templates show no body there, and no date of a change; a user's templates may show both.
        """
        digest = blake2b(digest_size=20)
        for said in _persons(self.catalog, self.keys if self.site.templates else self.facts):
            digest.update(said.encode(errors="surrogatepass") + b"\0")
        for persona in self.catalog.personas if self.site.templates else ():
            digest.update(repr(self._addresses(persona.source.path)).encode(errors="surrogatepass"))
        return digest.hexdigest()

    @cached_property
    def _findings(self) -> str:
        return blake2b(repr(self.catalog.findings).encode(errors="surrogatepass"), digest_size=20).hexdigest()

    @cached_property
    def _everywhere(self) -> bytes:
        site = self.site
        told = (site.path, site.directory_urls, site.lang, site.mermaid, site.image_hosts, site.files)
        return repr((self.seen, told, [self._addresses(path) for path in _PROBES])).encode()


def _persons(catalog: Catalog, keys: Mapping[str, str]) -> Iterator[str]:
    for persona in catalog.personas:
        yield f"{keys[persona.id]} {persona.id} {persona.slug}"


def _place(page: CatalogPage) -> Iterator[str]:
    """What the theme shows of a page's place: title, address, neighbours, parents."""
    yield repr((page.title, page.url, page.canonical_url, page.edit_url, page.meta.get("description")))
    beside = (page.previous_page, page.next_page, *page.ancestors)
    yield repr([(each and (each.title, getattr(each, "url", None))) for each in beside])
