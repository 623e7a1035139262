"""What stands in a body and is not published as written: unsafe HTML, hidden text, links and images that are not followed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from persona_docs.codes import finding
from persona_docs.model import BodyLink, Finding, Severity
from persona_docs.reading import rawhtml
from persona_docs.reading.plain import inline_text, placed
from persona_docs.reading.targets import TargetKind, host_allowed, host_of, target_kind

_MOST = 25
_SHOWN = 60
_TAKEOVER = re.compile(r"__|md-|persona-")
_OPTIONAL_END = frozenset("p li dt dd tr td th thead tbody tfoot colgroup rt rp".split())
_LAYOUT = frozenset("article aside body footer form head header html main nav script section style".split())
_WORDS = re.compile(r"\w{2,}")
_MARKER = re.compile(
    r"\W*(?:powered by|(?:auto-?)?generated|prettier-ignore|markdownlint|eslint|vale |cspell|spell-checker|toc\b|tocstop"
    r"|(?:start|begin|end) of\b|start:|end:|region|endregion|copyright|license|spdx|todo\b|fixme\b|more\b)",
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(r"^\s*%%\{", re.MULTILINE)


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


def link_findings(found: Iterable[BodyLink], path: str, hosts: tuple[str, ...]) -> Iterator[Finding]:
    """A finding for each link with a scheme that is not followed and each image on a host that is not allowed."""
    for link in found:
        kind = target_kind(link.target)
        target = _short(link.target)
        if kind is TargetKind.UNSAFE:
            shown = "its alternative text" if link.image else "text"
            yield finding("unsafe-link", f"`{target}` is shown as {shown}", path, link.line)
        elif link.image and kind is TargetKind.WEB and not host_allowed(link.target, hosts):
            host = host_of(link.target)
            yield finding(
                "remote-image", f"An image would be loaded from `{_short(host or target)}`", path, link.line
            )


def html_findings(tokens: Sequence[Token], path: str) -> Iterator[Finding]:
    """Findings for raw HTML that is not published as written, a bounded number."""
    count = 0
    last: tuple[int, str] = (0, "")
    for line, message, severity in _raw_hazards(tokens):
        if (line, message) == last:
            continue
        last = (line, message)
        count += 1
        if count > _MOST:
            yield finding(
                "unsafe-html",
                f"More than {_MOST} places with HTML that is not published as written",
                path,
                line,
            )
            return
        found = finding("unsafe-html", message, path, line)
        yield replace(found, severity=severity) if severity else found


_Hazard = tuple[int, str, Severity | None]


def _raw_hazards(tokens: Sequence[Token]) -> Iterator[_Hazard]:
    open_tags: list[tuple[str, int]] = []
    for block in tokens:
        line = block.map[0] if block.map else 0
        if block.type == "html_block":
            yield from _source_hazards(block.content, line, open_tags)
        elif block.type == "inline":
            within: list[tuple[str, int]] = []
            for token, at in placed(block):
                if token.type == "html_inline":
                    yield from _source_hazards(token.content, at, within, outer=open_tags)
                elif token.type == "text" and "<!--" in token.content:
                    yield at, "A comment is never closed; the text after it is shown", None
            yield from _unclosed(within)
        elif (
            block.type == "fence"
            and block.info.split()[:1] == ["mermaid"]
            and _DIRECTIVE.search(block.content)
        ):
            yield line, "A diagram's own settings (`%%{…}%%`) are left out", None
    yield from _unclosed(open_tags)


def _unclosed(open_tags: list[tuple[str, int]]) -> Iterator[_Hazard]:
    for name, line in open_tags:
        if name not in _OPTIONAL_END and name in rawhtml.PUBLISHED:
            yield line, f"`<{name}>` is never closed", None


def _source_hazards(
    source: str, line: int, open_tags: list[tuple[str, int]], outer: list[tuple[str, int]] | None = None
) -> Iterator[_Hazard]:
    for piece in rawhtml.pieces(source):
        if isinstance(piece, rawhtml.Comment):
            yield from _comment_hazard(piece, line)
        elif isinstance(piece, rawhtml.Tag):
            yield from _tag_hazards(piece, line)
            yield from _balance(piece, line, open_tags, outer)
        line += piece.source.count("\n")


def _comment_hazard(comment: rawhtml.Comment, line: int) -> Iterator[_Hazard]:
    if not comment.closed:
        yield line, "A comment is never closed; the text after it is shown", None
        return
    words = len(comment.text.split())
    if words:
        # A word is a marker for a tool; a sentence is text that a model reads and a reader does not.
        marker = words < 2 or (words < 8 and _MARKER.match(comment.text))
        severity = Severity.INFO if marker else None
        yield (
            line,
            f"A comment is read by models and not by people: {_short(' '.join(comment.text.split()))!r}",
            severity,
        )


def _tag_hazards(tag: rawhtml.Tag, line: int) -> Iterator[_Hazard]:
    if tag.name in rawhtml.UNSAFE and not tag.closing:
        yield line, f"`<{tag.name}>` is shown as text", None
    for name, value in tag.attributes:
        if name.startswith("on") and len(name) > 4:
            yield line, f"The event handler `{_short(name)}` of `<{tag.name}>` is left out", None
        elif name in (
            "srcdoc",
            "formaction",
            "ping",
            "popover",
            "popovertarget",
            "autofocus",
            "usemap",
            "is",
            "slot",
        ):
            yield line, f"`{name}` of `<{tag.name}>` is left out", None
        elif name == "style" and tag.published:
            yield line, f"`style` of `<{tag.name}>` is left out: {_short(value)!r}", None
        elif name.startswith("data-md-") or (name in ("id", "class", "name") and _takes_over(value)):
            yield line, f"`{_short(name)}={_short(value)}` belongs to the theme and is left out", None
        elif name == "rel" and "opener" in value.lower().split():
            yield line, "`rel=opener` is left out", None


def _takes_over(value: str) -> bool:
    return any(_TAKEOVER.match(word) for word in value.split())


def _balance(
    tag: rawhtml.Tag, line: int, open_tags: list[tuple[str, int]], outer: list[tuple[str, int]] | None
) -> Iterator[_Hazard]:
    """Keep the stack of open elements, and tell of an end tag that ends nothing."""
    tracked = tag.published or tag.name in _LAYOUT
    if not tracked or tag.name in rawhtml.VOID or tag.source.endswith("/>"):
        return
    if not tag.closing:
        open_tags.append((tag.name, line))
        if len(open_tags) > 1000:
            del open_tags[0]
        return
    for stack in (open_tags, outer or []):
        for n in range(len(stack) - 1, max(-1, len(stack) - 101), -1):
            if stack[n][0] == tag.name:
                yield from _unclosed(stack[n + 1 :])
                del stack[n:]
                return
    if tag.name not in _OPTIONAL_END:
        yield line, f"`</{tag.name}>` closes nothing and is {'left out' if tag.published else 'shown as text'}", None


def hidden_references(references: Mapping[str, Mapping[str, Any]], path: str) -> Iterator[Finding]:
    """A finding for each reference definition that is a comment in disguise: `[//]: # (text)`."""
    for reference in references.values():
        title, href = str(reference.get("title", "")), str(reference.get("href", ""))
        if href in ("", "#", "<>") and len(_WORDS.findall(title)) > 1:
            yield finding(
                "unsafe-html",
                f"A comment is read by models and not by people: {_short(' '.join(title.split()))!r}",
                path,
                int(reference.get("line", 0)),
            )


def _short(text: str) -> str:
    text = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
