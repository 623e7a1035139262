"""What every export is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from persona_docs.exports.writing import text
from persona_docs.model import Catalog
from persona_docs.pages.page import Site, url
from persona_docs.pages.texts import Texts, texts
from persona_docs.repository import History


@dataclass(frozen=True, slots=True)
class Given:
    """A catalog, and what is known of the site it belongs to.

    Attributes:
        catalog: the personas.
        site: as pages know it; its `view_url` makes links to files that are no personas.
        name: of the site, empty where it has none.
        url: of the site, with a slash at its end; empty where it is not told.
        history: what git knows of the personas' files.
    """

    catalog: Catalog
    site: Site = field(default_factory=Site)
    name: str = ""
    url: str = ""
    history: History = field(default_factory=History)

    @property
    def texts(self) -> Texts:
        """What is said in the site's language."""
        return texts(self.site.lang)

    def page(self, address: str) -> str:
        """The whole address of the page with this Markdown address; empty where the site's is not told."""
        return self.file(url(address, directory_urls=self.site.directory_urls))

    def file(self, address: str) -> str:
        """The same of something that is published where its address says."""
        return text.target(self.url + quote(address)) if self.url else ""
