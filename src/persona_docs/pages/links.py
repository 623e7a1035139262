"""Addresses of the catalog's pages, as seen from the page that links to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import PurePosixPath
from urllib.parse import quote

from persona_docs.model import Persona
from persona_docs.pages.page import Site, url

_DOWNLOADABLE = {".md", ".mdc", ".mdx", ".prompty", ".toml", ".yaml", ".yml", ".json", ".jsonc", ".csv"}


@dataclass(frozen=True, slots=True)
class Links:
    """Relative links out of one page, so that they hold in a sub-path and from `file://`.

    Attributes:
        site: the site.
        here: where the page that holds the links is published (`personas/backend/`, `index.html`).
    """

    site: Site
    here: str

    @classmethod
    def of(cls, site: Site, address: str) -> Links:
        """The links out of the page with this Markdown address."""
        return cls(site, url(address, directory_urls=site.directory_urls))

    def to(self, address: str, anchor: str = "", query: str = "") -> str:
        """A link to a Markdown address of the site; `query` is written as given, already encoded."""
        return self._relative(url(address, directory_urls=self.site.directory_urls), anchor, query)

    def catalog(self, page: str = "index", anchor: str = "", query: str = "") -> str:
        """A link to a page of the catalog by its name: `index`, `compare`, `triggers` and so on."""
        return self.to(self.site.at(f"{page}.md"), anchor, query)

    def persona(self, persona: Persona, anchor: str = "") -> str:
        """A link to a persona's page."""
        return self.to(persona_address(persona, self.site), anchor)

    def download(self, persona: Persona) -> str:
        """A link to the original bytes of a persona's file."""
        return self._relative(download_address(persona, self.site))

    def file(self, name: str) -> str:
        """A link to a file beside the catalog's page."""
        return self._relative(self.site.at(name))

    def embed(self, address: str) -> str:
        """A link to the page for frames that shows what is on a page of the catalog."""
        return self._relative(embed_address(address, self.site))

    def asset(self, address: str) -> str:
        """A link to something at the root of the site, which may be a folder."""
        return self._relative(address)

    def _relative(self, target: str, anchor: str = "", query: str = "") -> str:
        there = _relative(target, self.here)
        return there + (f"?{query}" if query else "") + (f"#{quote(anchor)}" if anchor else "")


@lru_cache(maxsize=10_000)
def _relative(target: str, here: str) -> str:
    """The way from one address to another, neither of which climbs, quoted.

    >>> _relative("personas/backend/", "personas/"), _relative("", "a/b.html"), _relative("a/", "a/")
    ('backend/', '../', './')
    """
    start, there = here.split("/")[:-1], target.split("/")
    common = 0
    for one, other in zip(start, there[:-1], strict=False):
        if one != other:
            break
        common += 1
    return quote("../" * (len(start) - common) + "/".join(there[common:]) or "./")


def persona_address(persona: Persona, site: Site) -> str:
    """The Markdown address of a persona's page."""
    return site.at(f"{persona.slug}.md")


def embed_address(address: str, site: Site) -> str:
    """Where the page for frames is published that shows what is on a page of the catalog."""
    name = "index" if address == site.at("compare.md") else PurePosixPath(address).stem
    return site.at(f"embed/{name}.html")


def download_address(persona: Persona, site: Site) -> str:
    """Where the original bytes of a persona's file are published; those of a file that holds several, once.

    Made from the slug, or from the path where there are many of those; of neither is a path made as it is.
    """
    suffix = PurePosixPath(persona.source.path).suffix.lower()
    if site.written and suffix == ".md":
        suffix = ".md.txt"
    elif suffix not in _DOWNLOADABLE:
        suffix = ".txt"
    path = persona.source.path
    name = (
        persona.slug if persona.id == path else f"files/{blake2b(path.encode(), digest_size=8).hexdigest()}"
    )
    return site.at(f"sources/{name}{suffix}")
