"""Raw HTML of a body made safe.

Only published elements with listed attributes are written out again, everything else is shown as text; and
nh3 looks at the result, markup of our own included.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

import nh3

from persona_docs.pages.bodies.balance import Close, Edge, Open, Piece
from persona_docs.pages.bodies.targets import RAW_ID, Targets, anchor_tag, image_html
from persona_docs.reading.markdown import rawhtml

_TRANSPARENT = frozenset({"picture", "source"})
_BLOCK_NAMES = """
blockquote col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary
    table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
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
_ALIGNED = frozenset({"div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"})

_TAGS = (rawhtml.PUBLISHED - _TRANSPARENT) | {"input", "label", "section"}
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title"},
    "a": {"href", "rel", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"checked", "disabled", "data-key"},
    "ol": {"start", "type", "reversed", "data-checklist"},
    "ul": {"data-checklist"},
    "li": {"value", "data-key"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "details": {"open"},
    "time": {"datetime"},
    "section": {"aria-label"},
    "table": {"tabindex"},
    "code": {"tabindex"},
}
_INLINE = _TAGS - _BLOCKS - {"input", "label", "section"}


def align_class(align: str) -> str:
    """The class that aligns text, as a strict Content-Security-Policy allows no `style` attribute."""
    return f"persona-align-{align.strip()}"


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        attributes={name: set(names) for name, names in _ATTRIBUTES.items() if name == "*" or name in tags},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        tag_attribute_values={"input": {"type": {"checkbox"}}},
    )


_CLEANER, _INLINE_CLEANER = _cleaner(_TAGS), _cleaner(_INLINE)


def clean(source: str, *, inline: bool = False) -> str:
    """HTML that is balanced and holds listed elements, attributes and schemes only."""
    cleaner = _INLINE_CLEANER if inline else _CLEANER
    try:
        return cleaner.clean(source)
    except UnicodeEncodeError:  # half a surrogate pair, which is no character and cannot be written to a file
        return cleaner.clean(source.encode("utf-8", "replace").decode())


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
        opening = self._link(tag) if name == "a" else f"<{name}{self._attributes(tag)}>"
        if name in rawhtml.VOID:
            yield opening
        else:
            # Like every other table, it may scroll, and is then to be scrolled by keyboard.
            focusable = f'{opening.removesuffix(">")} tabindex="0">' if name == "table" else opening
            yield Open(name, focusable, tag.source)
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
            written.append(f' class="{align_class(align)}"')
        identifier = _identifier(tag)
        if identifier and identifier not in self._used:
            self._used.add(identifier)
            written.append(f' id="{html.escape(RAW_ID + identifier)}"')
        return "".join(written)
