"""The links and images of a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from persona_docs.codes import finding
from persona_docs.model import BodyLink, Finding
from persona_docs.reading.markdown import rawhtml
from persona_docs.reading.markdown.plain import inline_text, placed
from persona_docs.reading.markdown.targets import TargetKind, host_allowed, host_of, target_kind
from persona_docs.reading.text.places import BEFORE_TARGETS, Columns, quoted


def links(tokens: Iterable[Token]) -> Iterator[BodyLink]:
    """Every link and image, raw HTML's too, in the order of the file."""
    for block in tokens:
        if block.type == "html_block":
            yield from _raw_links(block.content, block.map[0] if block.map else 0)
        elif block.type == "inline":
            yield from _inline_links(block)


def _inline_links(block: Token) -> Iterator[BodyLink]:
    children = list(placed(block))
    for n, (token, line) in enumerate(children):
        if token.type == "link_open":
            end = next(
                (m for m in range(n, len(children)) if children[m][0].type == "link_close"), len(children)
            )
            text = inline_text(child for child, _ in children[n + 1 : end])
            yield BodyLink(str(token.attrs.get("href", "")), " ".join(text.split()), line)
        elif token.type == "image":
            yield BodyLink(
                str(token.attrs.get("src", "")), inline_text(token.children or ()), line, image=True
            )
        elif token.type == "html_inline":
            yield from _raw_links(token.content, line)


def _raw_links(source: str, line: int) -> Iterator[BodyLink]:
    for piece in rawhtml.pieces(source):
        if isinstance(piece, rawhtml.Tag) and not piece.closing:
            attributes = dict(piece.attributes)
            if piece.name == "a" and "href" in attributes:
                yield BodyLink(attributes["href"], "", line)
            elif piece.name == "img":
                yield BodyLink(attributes.get("src", ""), attributes.get("alt", ""), line, image=True)
                for target in _sources(attributes.get("srcset", "")):
                    yield BodyLink(target, attributes.get("alt", ""), line, image=True)
            elif piece.name == "source":
                for target in _sources(attributes.get("srcset", "")):
                    yield BodyLink(target, "", line, image=True)
        line += piece.source.count("\n")


def _sources(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def link_findings(
    found: Iterable[BodyLink], path: str, hosts: tuple[str, ...], columns: Columns
) -> Iterator[Finding]:
    """A finding for each link with a scheme that is not followed and each image on a host not allowed.

    What a line says twice, as a row of badges does, is told once.
    """
    told: set[tuple[int, str]] = set()
    for link in found:
        kind = target_kind(link.target)
        target = quoted(link.target)
        if kind is TargetKind.UNSAFE:
            shown = "its alternative text" if link.image else "text"
            code, message = "unsafe-link", f"`{target}` is shown as {shown}"
        elif link.image and kind is TargetKind.WEB and not host_allowed(link.target, hosts):
            host = quoted(host_of(link.target) or target)
            code, message = "remote-image", f"An image would be loaded from `{host}`"
        else:
            continue
        if (link.line, message) not in told:
            told.add((link.line, message))
            column = columns(link.line, link.target, BEFORE_TARGETS)
            yield finding(code, message, path, link.line, column)
