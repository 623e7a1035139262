"""What stands in a body and is not published as written: unsafe HTML, and text that only models read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from markdown_it.token import Token

from persona_docs.codes import finding
from persona_docs.model import Finding, Severity
from persona_docs.reading.markdown import rawhtml
from persona_docs.reading.markdown.plain import placed
from persona_docs.reading.text.places import Columns, quoted

_MOST = 25
_OPTIONAL_END = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp"}
)
_LAYOUT = frozenset(
    {"article", "aside", "body", "footer", "form", "head", "header", "html", "main", "nav", "section"}
)
_HTML = rawhtml.PUBLISHED | rawhtml.UNSAFE | _LAYOUT
_ACTIVE_NAMES = """
autofocus background contenteditable formaction hidden inert ping popover popovertarget slot srcdoc usemap
"""
_ACTIVE = frozenset(_ACTIVE_NAMES.split())
_HANDLER = re.compile(
    r"on(?:abort|after|animation|aux|before|begin|blur|bounce|cancel|can|change|click|close|command"
    r"|contentvisibility|context|copy|cue|cut|dbl|drag|drop|duration|emptied|encrypted|end|error|finish"
    r"|focus|form|full|got|hash|input|invalid|key|lang|load|lost|message|mouse|off|online|page|paste|pause"
    r"|play|pointer|popstate|progress|rate|readystate|rejection|repeat|reset|resize|scroll|search|security"
    r"|seek|select|show|slot|stalled|start|storage|submit|suspend|time|toggle|touch|transition|unhandled"
    r"|unload|visibility|volume|wait|webkit|wheel)"
    r"[a-z]*"
)
_TAKEOVER = re.compile(r"(?:.*\s)?(?:__|md-|persona-)")
_HIDDEN = "A comment is read by models and not by people: “{}”"
_WORDS = re.compile(r"\w{2,}")
_UNFINISHED = re.compile(r"<([a-zA-Z][\w-]*+)\s(?=[^<>=]*+=)[^<>]*+$")
_PAGE_NAMES = frozenset(
    {
        "body",
        "cookie",
        "document",
        "forms",
        "head",
        "history",
        "location",
        "name",
        "parent",
        "self",
        "top",
        "window",
    }
)
_CUT_TAG = re.compile(r"<(?:[!?]|/?(?P<name>[a-zA-Z][\w-]*+))")
_BY_ATTRIBUTES = frozenset({"area", "base", "input", "link", "meta", "param", "track"})
"""Unsafe elements that nobody writes without attributes; a bare `<input>` is a part of a prompt, and
`<base name>` stands for a name."""

_TOKEN = re.compile(r"\W{0,8}[^\W_]{1,30}(?:[\W_]{1,8}[^\W_]{1,30}){0,2}\W{0,8}", re.ASCII)
"""One word that says nothing to anybody but a tool (`INDEX:START`); of more parts, it may be a sentence."""

_MARKER = re.compile(
    r"\W*(?:powered by|(?:auto-?)?generated|prettier-ignore|markdownlint|eslint|vale |cspell|spell-checker"
    r"|toc\b|tocstop|(?:start|begin|end)(?: of| generated)\b|start:|end:|region|endregion|copyright|license"
    r"|spdx|todo\b|[\w-]+: ?[\w./-]+\s*$)",  # `include: parts/head` is for the tool that puts it there
    re.IGNORECASE,
)

_Stack = list[tuple[str, int, str]]
"""The elements that are open, each with its line and its tag as written."""


class _Hazard(NamedTuple):
    """A line, what is wrong there, how bad that is if not as its code says, and the text that it is about."""

    line: int
    message: str
    severity: Severity | None = None
    said: str = ""


def html_findings(tokens: Iterable[Token], path: str, columns: Columns) -> Iterator[Finding]:
    """Findings for raw HTML that is not published as written, a bounded number."""
    seen: set[tuple[int, str, Severity | None]] = set()
    for line, message, severity, said in _hazards(tokens):
        if (line, message, severity) in seen:
            continue
        seen.add((line, message, severity))
        if len(seen) > _MOST:
            yield finding("unsafe-html", f"And so is more HTML; {_MOST} places were named", path, line)
            return
        found = finding("unsafe-html", message, path, line, columns(line, said))
        yield replace(found, severity=severity) if severity else found


def hidden_references(
    references: Mapping[str, Mapping[str, Any]], path: str, columns: Columns
) -> Iterator[Finding]:
    """A finding for each reference definition that is a comment in disguise: `[//]: # (text)`."""
    for reference in references.values():
        title, href = str(reference.get("title", "")), str(reference.get("href", ""))
        if href in ("", "#", "<>") and len(_WORDS.findall(title)) > 1:
            line = int(reference.get("line", 0))
            yield finding("unsafe-html", _HIDDEN.format(quoted(title)), path, line, columns(line, title))


def _hazards(tokens: Iterable[Token]) -> Iterator[_Hazard]:
    open_tags: _Stack = []
    ids: set[str] = set()
    for block in tokens:
        line = block.map[0] if block.map else 0
        if block.type == "html_block":
            yield from _source_hazards(block.content, line, open_tags)
            yield from _repeated_ids(block.content, line, ids)
        elif block.type == "inline":
            within: _Stack = []
            written = block.content.split("\n")
            for token, at in placed(block):
                if token.type == "html_inline":
                    yield from _source_hazards(token.content, at, within, outer=open_tags)
                    yield from _repeated_ids(token.content, at, ids)
                elif token.type == "text" and "<" in token.content:
                    yield from _text_hazards(token.content, at, written[min(at - line, len(written) - 1)])
            yield from _unclosed(within)
        elif block.type == "fence" and block.info.split()[:1] == ["mermaid"] and "%%{" in block.content:
            yield _Hazard(line, "A diagram's own settings (`%%{…}%%`) are left out")
    yield from _unclosed(open_tags)


def _said(said: str, hazards: Iterable[_Hazard]) -> Iterator[_Hazard]:
    """Hazards with what stands in their line, unless they know themselves."""
    return (each if each.said else each._replace(said=said) for each in hazards)


def _unclosed(open_tags: _Stack) -> Iterator[_Hazard]:
    for name, line, source in open_tags:
        if name not in _OPTIONAL_END and name in rawhtml.PUBLISHED:
            yield _Hazard(line, f"`<{name}>` is never closed", said=source)


def _source_hazards(
    source: str, line: int, open_tags: _Stack, outer: _Stack | None = None
) -> Iterator[_Hazard]:
    literal = False
    for piece in rawhtml.pieces(source):
        if isinstance(piece, rawhtml.Comment):
            yield from _said(piece.source, _comment_hazard(piece, line))
        elif isinstance(piece, rawhtml.Tag):
            yield from _said(piece.source, _tag_hazards(piece, line))
            yield from _said(piece.source, _balance(piece, line, open_tags, outer))
        elif not literal and (cut := _cut_tag(piece.source)):
            at = line + piece.source.count("\n", 0, cut.start())
            said = piece.source[cut.start() :]
            yield _Hazard(at, f"`{quoted(said)}` is not a whole tag and is shown as text", said=said)
        literal = isinstance(piece, rawhtml.Tag) and piece.name in ("script", "style")
        line += piece.source.count("\n")


def _cut_tag(text: str) -> re.Match[str] | None:
    """The first beginning of HTML in a text; `<topic:$1>` and `<T[]>` are none."""
    cuts = _CUT_TAG.finditer(text)
    return next((cut for cut in cuts if not cut["name"] or cut["name"].lower() in _HTML), None)


def _text_hazards(text: str, line: int, source: str) -> Iterator[_Hazard]:
    """Hazards in what is text to Markdown, but meant as HTML; what its line escapes is meant as text."""
    if "<!--" in text:
        yield _Hazard(line, "A comment is never closed; the text after it is shown", said="<!--")
    cut = _UNFINISHED.search(text)
    if cut and cut[1].lower() in _HTML and f"\\{cut[0]}" not in source:
        yield _Hazard(line, f"`{quoted(cut[0])}` is not a whole tag and is shown as text", said=cut[0])
    for piece in rawhtml.pieces(text):
        if not isinstance(piece, rawhtml.Tag) or piece.source not in source or f"\\{piece.source}" in source:
            continue
        if piece.name in _HTML and piece.attributes:
            message = f"`{quoted(piece.source)}` is not a whole tag and is shown as text"
            yield _Hazard(line, message, said=piece.source)
        else:
            yield from _said(piece.source, _tag_hazards(piece, line))


def _comment_hazard(comment: rawhtml.Comment, line: int) -> Iterator[_Hazard]:
    if not comment.closed:
        yield _Hazard(line, "A comment is never closed; the text after it is shown")
        return
    words = len(comment.text.split())
    if words > 1 or (words and not _TOKEN.fullmatch(comment.text.strip())):
        # A marker for a tool is short; any other text is one that a model reads and a reader does not.
        marker = (words < 2 and comment.text.isascii()) or (words < 8 and _MARKER.match(comment.text))
        yield _Hazard(line, _HIDDEN.format(quoted(comment.text)), Severity.INFO if marker else None)


def _tag_hazards(tag: rawhtml.Tag, line: int) -> Iterator[_Hazard]:
    bare = tag.name in _BY_ATTRIBUTES and not any(value for _, value in tag.attributes)
    if tag.name in rawhtml.UNSAFE and not tag.closing and not bare:
        yield _Hazard(line, f"`<{tag.name}>` is shown as text")
    for name, value in tag.attributes:
        if _HANDLER.fullmatch(name):
            yield _Hazard(line, f"The event handler `{quoted(name)}` of `<{tag.name}>` is left out")
        elif tag.name not in _HTML:
            continue
        elif name in _ACTIVE:
            yield _Hazard(line, f"`{name}` of `<{tag.name}>` is left out")
        elif name == "style":
            yield _Hazard(line, f"`style` of `<{tag.name}>` is left out: `{quoted(value)}`")
        elif name.startswith("data-md-") or (name in ("id", "class", "name") and _TAKEOVER.match(value)):
            yield _Hazard(line, f"`{quoted(name)}={quoted(value)}` belongs to the theme and is left out")
        elif (name == "name" and tag.name != "a" and value) or (
            name in ("id", "name") and value in _PAGE_NAMES
        ):
            yield _Hazard(
                line, f"`{name}={quoted(value)}` of `<{tag.name}>` would stand for a part of the page"
            )
        elif name == "rel" and "opener" in value.lower().split():
            yield _Hazard(line, "`rel=opener` is left out")


def _repeated_ids(source: str, line: int, ids: set[str]) -> Iterator[_Hazard]:
    for piece in rawhtml.pieces(source):
        identifier = dict(piece.attributes).get("id", "") if isinstance(piece, rawhtml.Tag) else ""
        if identifier in ids:
            message = f"`id={quoted(identifier)}` appears twice; the second is left out"
            yield _Hazard(line, message, Severity.INFO, piece.source)
        elif identifier:
            ids.add(identifier)
        line += piece.source.count("\n")


def _balance(tag: rawhtml.Tag, line: int, open_tags: _Stack, outer: _Stack | None) -> Iterator[_Hazard]:
    """Keep the stack of open elements, and tell of an end tag that ends nothing."""
    tracked = tag.published or tag.name in _LAYOUT
    if not tracked or tag.name in rawhtml.VOID or tag.source.endswith("/>"):
        return
    if not tag.closing:
        if len(open_tags) < 1000:
            open_tags.append((tag.name, line, tag.source))
        return
    for stack in (open_tags, outer or []):
        for n in range(len(stack) - 1, max(-1, len(stack) - 101), -1):
            if stack[n][0] == tag.name:
                yield from _unclosed(stack[n + 1 :])
                del stack[n:]
                return
    if tag.name not in _OPTIONAL_END:
        fate = "left out" if tag.published else "shown as text"
        yield _Hazard(line, f"`</{tag.name}>` closes nothing and is {fate}")
