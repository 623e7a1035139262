"""Raw HTML of a body made safe, and the HTML around it kept whole.

Three walls: only published elements with listed attributes are written out again, everything else is shown as text;
what was opened is closed where it has to be, so that no part of a page can swallow the next; and nh3 looks at the result.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import nh3

from persona_docs.pages.targets import RAW_ID, Targets, anchor_tag, image_html
from persona_docs.reading import rawhtml

_DEEPEST = 100
_TRANSPARENT = frozenset({"picture", "source"})
_BLOCKS = frozenset(
    "blockquote col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td"
    " tfoot th thead tr ul".split()
)
_NUMBER = re.compile(r"\d{1,9}")
_LENGTH = re.compile(r"\d{1,4}(?:\.\d{1,2})?(?:%|px)?")
_ALIGN = re.compile(r"left|center|right|justify")
_ID = re.compile(r"[^\s\"'<>&#]{1,100}")
_VALUES: dict[str, dict[str, re.Pattern[str]]] = {
    "*": {
        "lang": re.compile(r"[A-Za-z0-9-]{1,35}"),
        "dir": re.compile(r"ltr|rtl|auto"),
        "title": re.compile(r"(?s).{1,1000}"),
    },
    "ol": {"start": _NUMBER, "type": re.compile(r"[1aAiI]"), "reversed": re.compile(r".{0,20}")},
    "li": {"value": _NUMBER},
    "td": {"colspan": re.compile(r"[1-4]?\d"), "rowspan": re.compile(r"[1-4]?\d")},
    "th": {
        "colspan": re.compile(r"[1-4]?\d"),
        "rowspan": re.compile(r"[1-4]?\d"),
        "scope": re.compile(r"(?:row|col)(?:group)?"),
    },
    "details": {"open": re.compile(r".{0,20}")},
    "time": {"datetime": re.compile(r"[\w:.+ -]{1,40}")},
    "img": {"width": _LENGTH, "height": _LENGTH},
}
_ALIGNED = frozenset("div p h1 h2 h3 h4 h5 h6 td th tr table".split())

_TAGS = (rawhtml.PUBLISHED - _TRANSPARENT) | {"input", "label", "section"}
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title"},
    "a": {"href", "rel", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"checked", "disabled", "data-key"},
    "ol": {"start", "type", "reversed", "data-checklist"},
    "ul": {"data-checklist"},
    "li": {"value", "data-key"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "details": {"open"},
    "time": {"datetime"},
    "section": {"aria-label"},
    "table": {"tabindex"},
    **{name: {"style"} for name in ("div", "p", "h1", "h2", "h3", "h4", "h5", "h6")},
}
_INLINE = _TAGS - _BLOCKS - {"input", "label", "section"}


class Edge(Enum):
    """Where an element of Markdown's own begins and ends: no raw tag reaches across."""

    ENTER = "enter"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Open:
    """A raw start tag, safe; `source` is what is shown where it may not stand."""

    name: str
    html: str
    source: str


@dataclass(frozen=True, slots=True)
class Close:
    """A raw end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A heading at the top of the body, at which its page may be cut into parts."""

    level: int
    anchor: str
    html: str


Piece = str | Open | Close | Edge | Cut


def clean(source: str, *, inline: bool = False) -> str:
    """HTML that is balanced and holds listed elements, attributes and schemes only."""
    return nh3.clean(
        source,
        tags=_INLINE if inline else _TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        tag_attribute_values={"input": {"type": {"checkbox"}}},
        filter_style_properties={"text-align"},
    )


def raw_ids(sources: Iterable[str]) -> tuple[str, ...]:
    """The ids, each once, that raw HTML asks for and may have."""
    wanted = (
        identifier
        for source in sources
        for piece in rawhtml.pieces(source)
        if isinstance(piece, rawhtml.Tag) and piece.published and (identifier := _identifier(piece))
    )
    return tuple(dict.fromkeys(wanted))


def _identifier(tag: rawhtml.Tag) -> str:
    attributes = dict(tag.attributes)
    value = (attributes.get("id") or (attributes.get("name", "") if tag.name == "a" else "")).removeprefix(
        RAW_ID
    )
    return value if _ID.fullmatch(value) else ""


class RawHtml:
    """Writes the raw HTML of one body."""

    def __init__(self, targets: Targets, top: int) -> None:
        self._targets = targets
        self._top = top
        self._used: set[str] = set()

    def block(self, source: str) -> Iterator[Piece]:
        """An HTML block. One of pseudo tags (`<example>`) becomes a paragraph with its line ends kept."""
        found = list(rawhtml.pieces(source.strip("\n")))
        tags = [piece for piece in found if isinstance(piece, rawhtml.Tag)]
        text = any(not piece.published for piece in tags) or any(
            isinstance(piece, rawhtml.Comment) and not piece.closed for piece in found
        )
        if text and not any(piece.name in _BLOCKS for piece in tags):
            yield '<p class="persona-markup">'
            yield Edge.ENTER
            yield from self._pieces(found, breaks=True)
            yield Edge.LEAVE
            yield "</p>\n"
        else:
            yield from self._pieces(found, breaks=False)
            yield "\n"

    def inline(self, source: str, *, linked: bool = False) -> Iterator[Piece]:
        """Raw HTML inside a paragraph; `linked` where it stands inside a link."""
        return self._pieces(rawhtml.pieces(source), breaks=False, linked=linked)

    def _pieces(
        self, found: Iterable[rawhtml.Piece], *, breaks: bool, linked: bool = False
    ) -> Iterator[Piece]:
        for piece in found:
            if isinstance(piece, rawhtml.Comment):
                if not piece.closed:
                    yield html.escape(piece.source)
            elif isinstance(piece, rawhtml.Text):
                text = html.escape(html.unescape(piece.source))
                yield text.replace("\n", "<br>\n") if breaks else text
            elif not piece.published:
                yield html.escape(piece.source)
            elif piece.name not in _TRANSPARENT:
                yield from self._tag(piece, linked=linked)

    def _tag(self, tag: rawhtml.Tag, *, linked: bool) -> Iterator[Piece]:
        name = self._levelled(tag.name)
        if tag.closing:
            if name not in rawhtml.VOID:
                yield Close(name)
            return
        if name == "img":
            attributes = dict(tag.attributes)
            yield image_html(
                self._targets,
                attributes.get("src", ""),
                attributes.get("alt", ""),
                self._attributes(tag),
                linked=linked,
            )
            return
        if name == "a":
            opening = self._link(tag)
        else:
            opening = f"<{name}{self._attributes(tag)}>"
        if name in rawhtml.VOID:
            yield opening
        else:
            yield Open(name, opening, tag.source)
            if tag.source.endswith("/>"):
                yield Close(name)

    def _link(self, tag: rawhtml.Tag) -> str:
        attributes = dict(tag.attributes)
        address = self._targets.link(attributes.get("href", ""))
        start = anchor_tag(address).removesuffix(">") if address else "<a"
        return f"{start}{self._attributes(tag)}>"

    def _levelled(self, name: str) -> str:
        """A raw heading's element, moved below the page's own headings."""
        return f"h{min(6, self._top - 1 + int(name[1]))}" if re.fullmatch(r"h[1-6]", name) else name

    def _attributes(self, tag: rawhtml.Tag) -> str:
        allowed = _VALUES["*"] | _VALUES.get(tag.name, {})
        written = [
            f' {name}="{html.escape(value)}"'
            for name, value in tag.attributes
            if name in allowed and allowed[name].fullmatch(value)
        ]
        align = dict(tag.attributes).get("align", "").lower()
        if tag.name in _ALIGNED and _ALIGN.fullmatch(align):
            written.append(f' style="text-align: {align}"')
        identifier = _identifier(tag)
        if identifier and identifier not in self._used:
            self._used.add(identifier)
            written.append(f' id="{html.escape(RAW_ID + identifier)}"')
        return "".join(written)


def balanced(source: Iterable[Piece]) -> Iterator[str | Cut]:
    """The same with every raw element closed; headings inside of one are no place to cut."""
    pieces = list(source)
    closed = _closed(pieces)
    stack: list[tuple[str, bool] | None] = []

    def down_to(size: int) -> str:
        ends = "".join(f"</{entry[0]}>" for entry in reversed(stack[size:]) if entry)
        del stack[size:]
        return ends

    for n, piece in enumerate(pieces):
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, Open):
            if len(stack) >= _DEEPEST + sum(entry is None for entry in stack[:_DEEPEST]):
                yield html.escape(piece.source)
            else:
                stack.append((piece.name, n in closed))
                yield piece.html
        elif isinstance(piece, Close):
            size = _opened(stack, piece.name)
            yield down_to(size) if size is not None else ""
        elif piece is Edge.ENTER:
            stack.append(None)
        elif piece is Edge.LEAVE:
            size = len(stack) - 1
            while stack[size] is not None:
                size -= 1
            yield down_to(size)
        elif isinstance(piece, Cut):
            size = len(stack)
            while size and (entry := stack[size - 1]) and (not entry[1] or entry[0] == "p"):
                size -= 1
            yield down_to(size)
            if stack:
                yield f'<h{piece.level} id="{html.escape(piece.anchor)}">{piece.html}</h{piece.level}>\n'
            else:
                yield piece
    yield down_to(0)


def _opened(stack: Sequence[tuple[str, bool] | None], name: str) -> int | None:
    """Where in the stack an element of this name is open, looking no further than the nearest edge."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        entry = stack[at]
        if entry is None:
            return None
        if entry[0] == name:
            return at
    return None


def _closed(pieces: Sequence[Piece]) -> set[int]:
    """Which start tags have an end tag, or stand inside an element that has one."""
    closed: set[int] = set()
    stack: list[tuple[str, int] | None] = []
    for n, piece in enumerate(pieces):
        if isinstance(piece, Open):
            stack.append((piece.name, n))
        elif piece is Edge.ENTER:
            stack.append(None)
        elif piece is Edge.LEAVE:
            while stack.pop() is not None:
                pass
        elif isinstance(piece, Close):
            at = _opened([entry and (entry[0], True) for entry in stack[-_DEEPEST:]], piece.name)
            if at is not None:
                at += max(0, len(stack) - _DEEPEST)
                closed.update(entry[1] for entry in stack[at:] if entry)
                del stack[at:]
    return closed
