"""What a page is before any engine has seen it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, which an engine makes a real element so that its table of contents and permalinks work.

    Attributes:
        level: 1 to 6, as the page shows it.
        anchor: its id, unique on the page.
        html: safe HTML of its content.
    """

    level: int
    anchor: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Html:
    """Finished, safe HTML between headings; no engine parses it again."""

    html: Markup


Part = Heading | Html


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the site's search should find.

    Attributes:
        anchor: id on the page, empty for the page itself.
        title: the heading.
        text: plain text, which results may show.
        words: further words that it is found by, which mean nothing to a reader.
        tags: exact terms (triggers, names, expertise); they weigh most.
    """

    anchor: str
    title: str
    text: str
    words: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the catalog.

    Attributes:
        address: Markdown address in the site (`personas/index.md`, `personas/backend-engineer.md`).
        title: plain text.
        parts: its content; the first is the only heading of level 1.
    """

    address: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """What pages must know of the site they stand in.

    Attributes:
        path: where the catalog lives (`personas`), no slashes around it; empty where it is the whole site.
        directory_urls: whether `a/b.md` is published as `a/b/` (true) or `a/b.html`.
        lang: the theme's language.
        view_url: given a source path, the address where people can read it in the repository, else `None`.
        edit_url: the same for editing.
        mermaid: whether Mermaid fences become diagrams.
        image_hosts: hosts whose images may be shown.
        changed: given a source path, the ISO date of its last change, else `None`.
        files: names of files beside the catalog's page that hold it for programs.
        templates: folders of the user's whose templates replace ours of the same name.
        written: whether its pages are files in the docs folder, where any `.md` would be a page.
    """

    path: str = "personas"
    directory_urls: bool = True
    lang: str = "en"
    view_url: Callable[[str], str | None] = field(default=lambda _path: None)
    edit_url: Callable[[str], str | None] = field(default=lambda _path: None)
    mermaid: bool = False
    image_hosts: tuple[str, ...] = ()
    changed: Callable[[str], str | None] = field(default=lambda _path: None)
    files: tuple[str, ...] = ()
    templates: tuple[Path, ...] = ()
    written: bool = False

    def at(self, name: str) -> str:
        """The address of something in the catalog, by its name there.

        >>> Site().at("compare.md"), Site(path="").at("compare.md")
        ('personas/compare.md', 'compare.md')
        """
        return f"{self.path}/{name}" if self.path else name


def url(address: str, *, directory_urls: bool) -> str:
    """Where an address is published, relative to the root of the site; `""` for the site's home.

    >>> url("personas/backend.md", directory_urls=True)
    'personas/backend/'
    >>> url("personas/index.md", directory_urls=False)
    'personas/index.html'
    """
    stem = address.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    if stem == "index" or stem.endswith("/index"):
        return stem.removesuffix("index")
    return f"{stem}/"
