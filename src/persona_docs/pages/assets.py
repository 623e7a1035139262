"""The styles and scripts of the catalog's pages: where they lie, and where a site publishes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "assets"
ADDRESS = "assets/persona-docs/"
STYLES = ("persona-docs.css", "persona.css")
SCRIPTS = ("catalog.js", "checklists.js", "copy.js")
FRAMES = "embed/"
"""The folder, here and there, of what only pages for frames ask for."""


def published(names: Iterable[str]) -> list[str]:
    """The addresses of styles or scripts in a site."""
    return [ADDRESS + name for name in names]
