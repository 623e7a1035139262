"""What Python-Markdown makes of a page of ours, put together without asking it for every page.

A page of ours is headings and finished HTML between them. Markdown looks at neither: it gets a token for
each piece, makes an element of it, and a permalink and an entry of the table of contents where the site wants
them. So it is asked once for a heading of each level, and the pages are made after that pattern. Only
extensions that are known to do no more are trusted with that, and the first page with each kind of heading is
compared with what Markdown makes of it; where either fails, Markdown converts every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from persona_docs.engines.markdown_extension import PersonaDocsExtension
from persona_docs.engines.markdown_extension_contents import without_tags
from persona_docs.pages.page import Heading, Html, Page

_ANCHOR, _HEADING, _PART = "persona-docs-anchor", "persona-docs-heading", "persona-docs-part"
_PATTERN = re.compile(f"({_ANCHOR}|{_HEADING})")
_OPENING = re.compile(r'\n(<div class="persona-docs"[^>]*+>)')
_PLAIN = re.compile(r"[^&<>\"\n\x02\x03]+")
_KNOWN = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes"
    r"|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)"
    r"|pymdownx\.(?:arithmatex|betterem|blocks\.\w+|caret|critic|details|emoji|escapeall|extra|fancylists"
    r"|highlight|inlinehilite|keys|magiclink|mark|progressbar|quotes|smartsymbols|striphtml|superfences|tabbed"
    r"|tasklist|tilde)"
)
"""Extensions that add nothing to a page of ours but to its headings; `snippets` may append whole files."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What Markdown makes of a page.

    Attributes:
        html: its content.
        entries: of its table of contents, each with its level, anchor and name, in their order.
    """

    html: str
    entries: tuple[tuple[int, str, str], ...]


Convert = Callable[[Page], Converted]
"""Has Markdown convert a page."""


@dataclass(slots=True)
class Patterns:
    """What Markdown makes of headings, by their level; made anew for each build.

    Attributes:
        trusted: whether pages may be made after them.
    """

    trusted: bool
    _pieces: dict[int, list[str]] = field(default_factory=dict)
    _listed: dict[int, int | None] = field(default_factory=dict)
    _opening: str = ""
    _part: str = ""
    _compared: set[tuple[int, bool]] = field(default_factory=set)

    @classmethod
    def of(cls, config: MkDocsConfig) -> Patterns:
        """Those of a site; they are trusted where all of its Markdown extensions are known."""
        names = [each for each in config.markdown_extensions if not isinstance(each, PersonaDocsExtension)]
        return cls(all(isinstance(each, str) and _KNOWN.fullmatch(each) for each in names))

    def page(self, page: Page, convert: Convert) -> Converted:
        """What Markdown makes of a page."""
        if not self.trusted or not all(_simple(part) for part in page.parts):
            return convert(page)
        kinds = {(part.level, "<" in part.html) for part in page.parts if isinstance(part, Heading)}
        if not all(level in self._pieces or self._learn(level, page, convert) for level, _ in kinds):
            self.trusted = False
            return convert(page)
        made = Converted("\n".join(self._written(page)), tuple(self._entries(page)))
        if kinds <= self._compared:
            return made
        self._compared |= kinds
        told = convert(page)
        self.trusted = told == made
        return told

    def _learn(self, level: int, page: Page, convert: Convert) -> bool:
        """Find out what becomes of a heading of this level and of what stands below it."""
        parts = (Heading(level, _ANCHOR, Markup(_HEADING)), Html(Markup(_PART)))  # noqa: S704 - our own words
        told = convert(Page(page.address, page.title, parts))
        heading, *found = _OPENING.split(told.html, maxsplit=1)
        opening, part = found or ("", "")
        listed = [entry[0] for entry in told.entries]
        if not found or self._part not in ("", part) or part.count(_PART) != 1 or len(listed) > 1:
            return False
        self._opening, self._part = opening, part
        self._pieces[level] = _PATTERN.split(heading)
        self._listed[level] = listed[0] if listed else None
        return True

    def _written(self, page: Page) -> Iterator[str]:
        before, after = self._part.split(_PART)
        for part in page.parts:
            if isinstance(part, Heading):
                values = {_ANCHOR: part.anchor, _HEADING: str(part.html)}
                yield "".join(values.get(piece, piece) for piece in self._pieces[part.level])
            else:
                yield f"{self._opening}{before}{part.html}{after}"

    def _entries(self, page: Page) -> Iterator[tuple[int, str, str]]:
        for part in page.parts:
            if isinstance(part, Heading) and (level := self._listed[part.level]) is not None:
                yield level, part.anchor, without_tags(str(part.html))


def _simple(part: Heading | Html) -> bool:
    """Whether a heading is one that Markdown would write as it is; finished HTML always is."""
    if isinstance(part, Html):
        return "\x02" not in part.html and "\x03" not in part.html
    return bool(_PLAIN.fullmatch(part.anchor)) and "\x02" not in part.html and "\x03" not in part.html
