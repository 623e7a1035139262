"""Addresses of the catalog's pages, as seen from the page that links to them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from persona_docs.model import Persona
from persona_docs.pages.page import Site, url

_DOWNLOADABLE = {".md", ".mdc", ".mdx", ".toml", ".yaml", ".yml", ".json", ".csv"}


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
        return self.to(f"{self.site.path}/{page}.md", anchor, query)

    def persona(self, persona: Persona, anchor: str = "") -> str:
        """A link to a persona's page."""
        return self.to(persona_address(persona, self.site), anchor)

    def download(self, persona: Persona) -> str:
        """A link to the original bytes of a persona's file."""
        return self._relative(download_address(persona, self.site), "", "")

    def _relative(self, target: str, anchor: str, query: str) -> str:
        start = self.here if self.here.endswith("/") or not self.here else posixpath.dirname(self.here)
        relative = posixpath.relpath(target or ".", start.rstrip("/") or ".")
        if target.endswith("/") or not target:
            relative += "/"
        return quote(relative) + (f"?{query}" if query else "") + (f"#{quote(anchor)}" if anchor else "")


def persona_address(persona: Persona, site: Site) -> str:
    """The Markdown address of a persona's page."""
    return f"{site.path}/{persona.slug}.md"


def download_address(persona: Persona, site: Site) -> str:
    """Where the original bytes of a persona's file are published; made from the slug alone."""
    suffix = PurePosixPath(persona.source.path).suffix.lower()
    return f"{site.path}/sources/{persona.slug}{suffix if suffix in _DOWNLOADABLE else '.txt'}"
