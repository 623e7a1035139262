"""What Python-Markdown makes of a persona's page, kept by the page's headings.

Between its headings a page of ours is finished HTML that Markdown never looks at. So what Markdown makes of
the page follows from the headings and from the site's Markdown extensions; it is made once with marks in
place of the finished parts, and the parts are put in afterwards. Only extensions that are known to look at
nothing else are trusted with that; with any other every page is converted as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib.metadata import version
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import AnchorLink, get_toc

from persona_docs.engines.markdown_extension import PersonaDocsExtension
from persona_docs.keeping.codec import decoded, encoded
from persona_docs.keeping.store import Store
from persona_docs.pages.page import Heading, Html, Page, Part

_MARK = "<!--persona-docs {}-->"
_MARKS = re.compile(r"<!--persona-docs (\d+)-->")
_LIBRARIES = ("Markdown", "pymdown-extensions", "mkdocs", "mkdocs-material")
_KNOWN = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes"
    r"|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)"
    r"|pymdownx\.(?:arithmatex|betterem|blocks\.\w+|caret|critic|details|emoji|escapeall|extra|fancylists"
    r"|highlight|inlinehilite|keys|magiclink|mark|progressbar|quotes|smartsymbols|striphtml|superfences|tabbed"
    r"|tasklist|tilde)"
)
"""Extensions of which a page of ours gets nothing but its headings' anchors; `snippets` may append files."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What Markdown made of a page.

    Attributes:
        html: with marks where finished parts belong.
        toc: its table of contents, as JSON.
        anchors: ids on it.
    """

    html: str
    toc: str
    anchors: tuple[str, ...]


class Outlines:
    """The outlines of a site's pages.

    Args:
        config: the site's.
        store: where they are kept.
        memory: the same in memory.
    """

    def __init__(self, config: MkDocsConfig, store: Store | None, memory: dict[str, Outline]) -> None:
        self._stamp = _stamp(config)
        self._store = store
        self._memory = memory
        self._used: dict[str, Outline] = {}

    def convert(self, page: Page, convert: Callable[[Page], Outline]) -> Outline:
        """The outline of a page, taken from where it is kept or made of the page with marks for its parts."""
        headings = [
            (part.level, part.anchor, part.html) if isinstance(part, Heading) else 0 for part in page.parts
        ]
        key = blake2b(json.dumps([self._stamp, headings]).encode(), digest_size=20).hexdigest()
        outline = self._memory.get(key) or self._stored(key)
        if outline is None:
            outline = convert(replace(page, parts=tuple(_marked(page.parts))))
            if self._store and self._stamp:
                self._store.put(key, json.dumps(encoded(outline), ensure_ascii=False).encode())
        self._used[key] = outline
        return outline

    def used(self) -> set[str]:
        """The keys of this build; what it did not need is let go."""
        self._memory.clear()
        if self._stamp:
            self._memory.update(self._used)
        return set(self._used)

    def _stored(self, key: str) -> Outline | None:
        content = self._store.get(key) if self._store and self._stamp else None
        try:
            return decoded(Outline, json.loads(content)) if content else None
        except (ValueError, TypeError, LookupError):
            return None


class PersonaPage(SitePage):
    """A persona's page in MkDocs; the plugin makes it of one that MkDocs has made.

    Attributes:
        source: gives the page of the catalog; with an argument, puts that in its place.
        outlines: of the site.
        stub: its Markdown, as the plugin has written it.
    """

    source: Callable[[Page | None], Page]
    outlines: Outlines
    stub: str

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the page, or take from where it is kept what that would give."""
        if (self.markdown or "").strip() != self.stub:  # another plugin has changed it
            super().render(config, files)
            return
        page = self.source(None)

        def convert(marked: Page) -> Outline:
            self.source(marked)
            super(PersonaPage, self).render(config, files)
            self.source(page)
            toc = json.dumps([_token(item) for item in self.toc])
            return Outline(self.content or "", toc, tuple(sorted(self.present_anchor_ids or ())))

        outline = self.outlines.convert(page, convert)
        parts = {f"{n}": part.html for n, part in enumerate(page.parts) if isinstance(part, Html)}
        self.content = _MARKS.sub(lambda mark: parts[mark[1]], outline.html)
        self.toc = get_toc(json.loads(outline.toc))
        self.present_anchor_ids = set(outline.anchors)
        self.links_to_anchors = {}


def _marked(parts: Sequence[Part]) -> Iterator[Part]:
    for n, part in enumerate(parts):
        yield part if isinstance(part, Heading) else Html(Markup(_MARK.format(n)))  # noqa: S704


def _token(item: AnchorLink) -> dict[str, Any]:
    children = [_token(child) for child in item.children]
    return {"name": item.title, "id": item.id, "level": item.level, "children": children}


def _stamp(config: MkDocsConfig) -> str:
    """Names the site's Markdown extensions and their settings; empty where not all of them are known."""
    names = [each for each in config.markdown_extensions if not isinstance(each, PersonaDocsExtension)]
    if not all(isinstance(each, str) and _KNOWN.fullmatch(each) for each in names):
        return ""
    try:
        settings = json.dumps(config.mdx_configs or {}, sort_keys=True, default=_name)
    except TypeError:
        return ""
    return json.dumps([names, settings, *map(version, _LIBRARIES)])


def _name(value: object) -> str:
    """What names a function among the settings."""
    if not callable(value) or not hasattr(value, "__qualname__"):
        raise TypeError
    return f"{value.__module__}.{value.__qualname__}"


def adopt(page: SitePage, source: Callable[[Page | None], Page], outlines: Outlines, stub: str) -> None:
    """Make a page of MkDocs one of ours; it stays what it is to everybody else."""
    page.__class__ = PersonaPage
    page.__dict__.update(source=source, outlines=outlines, stub=stub)
