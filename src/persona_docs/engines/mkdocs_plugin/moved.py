"""Links to persona files lead to the pages of the personas.

In pages written by hand and in `nav`, authors name persona files by their paths, which editors and code
hosts understand: in the docs folder, or outside of it (`../personas/a.md`). The pages have other addresses.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePath

from mkdocs.structure.files import File, Files

from persona_docs.model import Catalog
from persona_docs.pages.links import persona_address
from persona_docs.pages.page import Site


class Moved(Files):
    """Files, some of which are also found under another path, unless a file of that path exists.

    MkDocs looks up here what a link or an entry of the navigation names.

    Args:
        files: all.
        moved: from paths that may be asked for to the addresses of the pages that are meant.
    """

    def __init__(self, files: Files, moved: Mapping[str, str]) -> None:
        super().__init__(files)
        self._moved = moved

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this address, or the one that is meant by it."""
        there = super().get_file_from_path(path)
        meant = self._moved.get(PurePath(path).as_posix()) if there is None else None
        return super().get_file_from_path(meant) if meant else there


def pages_of(catalog: Catalog, site: Site) -> dict[str, str]:
    """The address of the page that each source path leads to, the first's where a file holds several."""
    in_order = sorted(catalog.personas, key=lambda one: one.name.line)
    return {one.source.path: persona_address(one, site) for one in reversed(in_order)}


def seen_from(folder: str, pages: Mapping[str, str], root: Path) -> dict[str, str]:
    """The same pages by their sources' paths as seen from a folder; the paths given are seen from `root`."""
    found: dict[str, str] = {}
    for path, page in pages.items():
        with suppress(ValueError):  # on another drive of Windows, where no way leads from here
            found[PurePath(os.path.relpath(root / path, folder)).as_posix()] = page
    return found
