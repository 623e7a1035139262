"""Pages for frames, each written beside the page that it is taken from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from persona_docs.engines.mkdocs_plugin.last_site import write_over
from persona_docs.pages import Planned
from persona_docs.pages.assets import ADDRESS, FOLDER, FRAMES
from persona_docs.pages.embed import embed_texts, embedded
from persona_docs.pages.links import embed_address
from persona_docs.pages.page import Page, Site


def made(planned: Planned, page: Page, site: Site) -> str:
    """The HTML of a page's page for frames; empty for pages that have none."""
    return embedded(page, site) if planned.persona or planned.name == "compare" else ""


def write(html: str, address: str, site: Site, files: Files, folder: Path) -> None:
    """Write it into the folder of the site; a file of the user's at the same address stays."""
    there = embed_address(address, site)
    if files.get_file_from_path(there) is None:
        write_over(str(folder / there), html.encode(errors="xmlcharrefreplace"))


def assets(config: MkDocsConfig) -> Iterator[File]:
    """Styles, a script and texts that only these pages ask for."""
    for file in sorted((FOLDER / FRAMES).iterdir()):
        yield File.generated(config, f"{ADDRESS}{FRAMES}{file.name}", abs_src_path=str(file))
    yield File.generated(config, f"{ADDRESS}{FRAMES}texts.json", content=embed_texts())
