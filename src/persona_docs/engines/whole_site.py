"""What a site is made of that has no configuration, and who is told how it gets on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from persona_docs.model import Catalog


class SiteError(Exception):
    """A site that cannot be made; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Personas for which there is no site configuration.

    Attributes:
        title: the site's.
        root: the folder that the sources are relative to.
        sources: files, folders and globs.
    """

    title: str
    root: Path
    sources: Sequence[str]


@dataclass(frozen=True, slots=True)
class Listener:
    """Who wants to know what happens.

    Attributes:
        found: is told the catalog when everything is read.
        page: is told, of every step of a page, how many are done, and of how many.
        warned: is told what the site generator warns of; findings are in the catalog.
    """

    found: Callable[[Catalog], None] = field(default=lambda _catalog: None)
    page: Callable[[int, int], None] = field(default=lambda _done, _all: None)
    warned: Callable[[str], None] = field(default=lambda _message: None)
