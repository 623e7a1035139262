"""Pages for frames, put into the site as each page they are taken from is finished."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from persona_docs.pages import Planned
from persona_docs.pages.embed import ASSETS, embed_texts, embedded
from persona_docs.pages.links import embed_address
from persona_docs.pages.page import Page, Site

_FOLDER = Path(__file__).parents[2] / "assets" / "embed"


def write(planned: Planned, page: Page, site: Site, folder: Path) -> None:
    """Write what a page gives to frames, if it does, into the folder of the site.

    MkDocs copies files of the docs folder later, so a file of the user's at the same address wins.
    """
    if planned.persona or planned.name == "compare":
        file = folder / embed_address(planned.address, site)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(embedded(page, site), "utf-8", "xmlcharrefreplace")


def assets(config: MkDocsConfig) -> Iterator[File]:
    """Styles, a script and texts that only these pages ask for."""
    for file in sorted(_FOLDER.iterdir()):
        yield File.generated(config, f"{ASSETS}embed/{file.name}", abs_src_path=str(file))
    yield File.generated(config, f"{ASSETS}embed/texts.json", content=embed_texts())
