"""Reads a page as a person would: its headings, its words, its links."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser

from persona_docs.pages.page import Heading, Part

_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
_APART = {
    "br",
    "button",
    "dd",
    "details",
    "div",
    "dt",
    "li",
    "p",
    "pre",
    "section",
    "span",
    "summary",
    "td",
    "th",
}


class Reader(HTMLParser):
    """What a piece of HTML holds.

    Attributes:
        words: its text as it is read aloud, white space collapsed: no templates, nothing hidden from it.
        links: text of every link and where it leads.
        tags: every element with its attributes.
        ids: every id, in order.
        open: elements that were never closed, or closed wrongly.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.silent = 0  # how deep the element is that nothing is read from
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        return " ".join("".join(self.pieces).split())

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every element with this name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "a":
            self.links.append(("", str(dict(attrs).get("href"))))
        if tag == "template" or dict(attrs).get("aria-hidden") == "true":
            self.silent = self.silent or len(self.open)
        if tag in _APART:
            self.pieces.append(" ")

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        if self.silent == len(self.open):
            self.silent = 0
        self.open.pop()

    def handle_data(self, data):
        if self.silent:
            return
        self.pieces.append(data)
        if "a" in self.open:
            text, href = self.links[-1]
            self.links[-1] = (text + data, href)


def read(parts: Iterable[Part]) -> Reader:
    """A whole page or section, its headings included; every piece must be well-formed by itself."""
    html = []
    for part in parts:
        reader = Reader(str(part.html))
        assert not reader.open, f"left open: {reader.open}"
        if isinstance(part, Heading):
            html.append(f'<h{part.level} id="{part.anchor}">{part.html}</h{part.level}>')
        else:
            html.append(str(part.html))
    return Reader("\n".join(html))


def outline(parts: Iterable[Part]) -> list[tuple[int, str, str]]:
    """Level, id and words of every heading."""
    return [
        (part.level, part.anchor, Reader(str(part.html)).words) for part in parts if isinstance(part, Heading)
    ]


def section(parts: Iterable[Part], anchor: str) -> Reader:
    """What stands between the heading with this id and the next one."""
    found, inside = [], False
    for part in parts:
        if isinstance(part, Heading):
            inside = part.anchor == anchor
        elif inside:
            found.append(part)
    assert found, f"no section {anchor}"
    return read(found)
