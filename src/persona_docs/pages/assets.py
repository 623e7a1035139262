"""The styles and scripts of the catalog's pages: their parts, and where a site publishes them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import rcssmin
import rjsmin

FOLDER = Path(__file__).parents[1] / "assets"
ADDRESS = "assets/persona-docs/"
FRAMES = "embed/"
"""The folder, here and there, of what only pages for frames ask for."""

_STYLES = {
    "persona-docs.css": """
        shared/theme shared/accents shared/values shared/folds
        catalog/bar catalog/found catalog/cards catalog/tables catalog/side_by_side
        catalog/basket catalog/terms shared/focus catalog/phone_and_print
    """,
    "persona.css": """
        persona/common persona/folded persona/header persona/facts persona/body persona/checklists
        persona/health persona/room persona/phone_and_print
    """,
}
_SCRIPTS = {
    "catalog.js": """
        shared/texts shared/elements
        catalog/words catalog/personas catalog/ranking catalog/finder catalog/address catalog/listing
        catalog/menus catalog/basket catalog/side_by_side catalog/downloads catalog/catalog
    """,
    "checklists.js": "shared/texts persona/checklists",
    "copy.js": "shared/copy",
}
"""What is published under a name, and the parts it is made of; a later part builds on those before it."""

STYLES, SCRIPTS = tuple(_STYLES), tuple(_SCRIPTS)


def published(names: Iterable[str]) -> list[str]:
    """The addresses of styles or scripts in a site."""
    return [ADDRESS + name for name in names]


def parts(name: str) -> list[Path]:
    """The files that a published style or script is made of, in their order."""
    listed = _STYLES.get(name) or _SCRIPTS[name]
    return [FOLDER / f"{part}{Path(name).suffix}" for part in listed.split()]


@cache
def content(name: str) -> bytes:
    """A style or script as it is published: its parts joined, without comments and needless space.

    The parts of a script share one scope, which is theirs alone. They are no modules, because browsers load
    modules only from a server, and a catalog can be opened as files.
    """
    joined = "\n".join(part.read_text(encoding="utf-8") for part in parts(name))
    if name in _STYLES:
        return str(rcssmin.cssmin(joined)).encode()
    return str(rjsmin.jsmin(f'(() => {{\n"use strict";\n{joined}\n}})();')).encode()
