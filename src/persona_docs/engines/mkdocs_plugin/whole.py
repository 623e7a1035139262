"""Pages kept whole, from one build to the next, each under a name of all that it is made from."""

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
"""What MkDocs writes a page with."""

TEMPLATE = "persona-docs-page.html"
"""What it writes a page of ours with, which may be kept."""

_TEMPLATE = f"{{% if page.whole %}}{{{{ page.whole }}}}{{% else %}}{{% include '{THEME}' %}}{{% endif %}}"

_MUCH = 16_000_000
"""Bytes that wait to be written at once."""

_MOMENT = 0.05
"""Seconds from one look for a page that is being made to the next."""

_PROBES = ("a.md", "../a.md")
"""Where these are read and edited tells how any path becomes an address in the repository."""


@dataclass(frozen=True)
class WholePages:
    """The pages of one build that are kept, or will be.

    Attributes:
        packs: where they are.
        catalog: what they are made from.
        keys: names all that the file of a persona says, under the persona's id; one that may come out
            otherwise the next time has none, and no page that speaks of it is kept.
        facts: names what pages of all personas show of a persona, under its id.
        site: what they stand in.
        seen: names all that the theme writes into them, and the code they are made with.
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
        """Have pages written with a template that writes what is kept."""
        own = DictLoader({TEMPLATE: _TEMPLATE})
        env.loader = ChoiceLoader([own, env.loader]) if env.loader else own
        for page in pages:
            if page.late:
                page.meta["template"] = TEMPLATE

    def key(self, page: CatalogPage) -> str | None:
        """Names all that a page is made from; `None` for a page that cannot be kept."""
        address = page.planned.address
        if address not in self._names:
            self._names[address] = self._name(page)
        return self._names[address]

    def missing(self, pages: Iterable[CatalogPage]) -> list[CatalogPage]:
        """The pages that can be kept and are not; of the others there is something, whole or not."""
        keys = ((page, self.key(page)) for page in pages if page.late)
        return [page for page, key in keys if key and not self.packs.has(key)]

    def expect(self, pages: Iterable[CatalogPage], wait: Callable[[float | None], bool]) -> None:
        """Wait for pages that other processes keep, for each once it is asked for."""
        self._coming.update(filter(None, map(self.key, pages)))
        self._waits.append(wait)

    def take(self, page: CatalogPage) -> bool:
        """Give a page what was kept of it; tells whether there was anything."""
        key = self.key(page)
        while key and key in self._coming and self._waits and not self.packs.has(key):
            self._arrive(_MOMENT)
        length, found, rest = ((self.packs.get(key) if key else None) or b"").partition(b"\n")
        if found:
            frame = int(length)
            page.frame, page.whole = rest[:frame].decode(), rest[frame:].decode()
        return bool(found)

    def keep(self, page: CatalogPage, whole: str) -> None:
        """Keep a page for the next build."""
        if key := self.key(page):
            frame = page.frame.encode(errors="xmlcharrefreplace")
            self._new[key] = b"%d\n" % len(frame) + frame + whole.encode(errors="xmlcharrefreplace")
            if sum(map(len, self._new.values())) > _MUCH:
                self.write()

    def write(self) -> None:
        """Write down what is to be kept."""
        self.packs.put(self._new)
        self._new.clear()

    def shrink(self) -> None:
        """Let go of what this build had no use for."""
        while self._waits:
            self._arrive(None)
        self.packs.shrink({key for key in self._names.values() if key})

    def _arrive(self, seconds: float | None) -> None:
        """Wait until the pages that other processes make are all there, or for some seconds."""
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
        """All that makes up pages of all personas; what else the catalog holds follows from it.

        No text is shown there, nor when its file was changed; a user's templates may show both.
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
    """Where a page stands, as the theme tells its readers."""
    yield repr((page.title, page.url, page.canonical_url, page.edit_url, page.meta.get("description")))
    beside = (page.previous_page, page.next_page, *page.ancestors)
    yield repr([(each and (each.title, getattr(each, "url", None))) for each in beside])
