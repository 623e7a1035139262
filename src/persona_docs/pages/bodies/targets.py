"""Where the links and images of one body lead on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from html import escape
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink

from persona_docs.folding import fold
from persona_docs.model import Section
from persona_docs.reading.markdown.targets import TargetKind, host_allowed, host_of, target_kind

Resolve = Callable[[str], str | None]
"""Takes a relative target as written; gives its final address, or `None` where only its text is shown."""

RAW_ID = "user-content-"
"""What ids of raw HTML begin with, as on GitHub, so that they are nobody else's."""


class Show(Enum):
    """What becomes of an image."""

    IMAGE = "image"
    LINK = "link"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Targets:
    """The targets of one body.

    Attributes:
        resolve: for relative ones.
        image_hosts: hosts whose images are shown.
        anchors: the ids on the page, by their folded names.
    """

    resolve: Resolve
    image_hosts: tuple[str, ...]
    anchors: dict[str, str]

    def link(self, target: str) -> str | None:
        """The address of a link, or `None` where its text stands alone."""
        kind = target_kind(target)
        if kind is TargetKind.ANCHOR:
            anchor = self.anchors.get(anchor_key(target.strip()[1:]))
            return f"#{anchor}" if anchor else None
        if kind is TargetKind.RELATIVE:
            return self.resolve(target.strip())
        return encoded(target) if kind in (TargetKind.WEB, TargetKind.MAIL) else None

    def image(self, target: str) -> tuple[Show, str]:
        """What becomes of an image, and its address."""
        kind = target_kind(target)
        if kind is TargetKind.RELATIVE:
            address = self.resolve(target.strip())
            if address is None:
                return Show.TEXT, ""
            if target_kind(address) is not TargetKind.WEB or host_allowed(address, self.image_hosts):
                return Show.IMAGE, address
            return Show.LINK, address
        if kind is TargetKind.WEB:
            shown = Show.IMAGE if host_allowed(target, self.image_hosts) else Show.LINK
            return shown, encoded(target)
        return Show.TEXT, ""


def anchors_of(sections: Iterable[Section], raw_ids: Iterable[str]) -> dict[str, str]:
    """The ids on the page by their folded names: headings first, as links mean them."""
    anchors = {anchor_key(raw): RAW_ID + raw for raw in raw_ids}
    for section in reversed(tuple(sections)):
        if section.anchor:
            anchors[anchor_key(section.anchor)] = section.anchor
            anchors.setdefault(anchor_key(section.anchor.removeprefix("section-")), section.anchor)
    return anchors


def anchor_key(anchor: str) -> str:
    """An anchor as it is compared: links written by hand differ in case, accents and hidden characters."""
    return fold(unquote(anchor).removeprefix(RAW_ID)).replace(" ", "-")


def encoded(target: str) -> str:
    """An address with its unusual characters encoded."""
    address = "".join(c for c in target.strip() if c not in "\t\r\n")
    try:
        return normalizeLink(address)
    except ValueError:
        return ""


def anchor_tag(address: str, title: str = "") -> str:
    """The start tag of a link; one that leaves the site tells nothing of where it came from."""
    external = target_kind(address) is TargetKind.WEB
    attributes = f' title="{escape(title)}"' if title else ""
    attributes += ' rel="noopener noreferrer"' if external else ""
    return f'<a href="{escape(address)}"{attributes}>'


def image_html(targets: Targets, target: str, alt: str, attributes: str = "", *, linked: bool = False) -> str:
    """An image, or what stands for it: a link with its alternative text, or, in a link, that text alone."""
    shown, address = targets.image(target)
    if shown is Show.IMAGE:
        return f'<img src="{escape(address)}" alt="{escape(alt)}"{attributes} loading="lazy">'
    text = escape(alt or unquote(address).rstrip("/").rpartition("/")[2] or host_of(address) or target[:80])
    return text if shown is Show.TEXT or linked else f"{anchor_tag(address)}{text}</a>"
