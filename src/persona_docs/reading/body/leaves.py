"""The leaves of a body: its headings, paragraphs, items, rows and blocks of code, as plain text with lines.

What stands between XML-like tags is taken apart as if they were headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from markdown_it.token import Token

from persona_docs.model import Body
from persona_docs.reading.markdown.plain import BREAKS, inline_text, only_text
from persona_docs.reading.markdown.tags import Line, Part, is_tagged, tagged, without_tags


class Kind(StrEnum):
    """What a block is: a tag opens a section that its end closes."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CODE = "code"
    TAG = "tag"
    END = "end"


BOLD, COLON = 7, 8
"""The levels of what only reads as a heading: bold lines and tags, and lines that end in a colon."""


@dataclass(frozen=True, slots=True)
class Block:
    """A leaf of the body.

    Attributes:
        kind: see `Kind`.
        text: its plain text on one line; of code, the code as it is.
        line: where it stands.
        level: of a heading 1 to 6, or 7 and 8 for what only reads as one; of an item its depth from 0; of
            a paragraph in how many lists and footnotes it stands.
        lead: the bold text it starts with, or empty.
        label: the bold text that the last of several lines is, but for a colon; or empty.
        labels: of a paragraph of several lines, each `**label:** value`, all of these; else none.
        cells: of a row, the plain text of its cells.
        header: of a row, whether it is its table's header.
        info: of code, its language.
        ordered: of an item, whether its list is numbered.
        code: the texts of its code spans.
    """

    kind: Kind
    text: str
    line: int
    level: int = 0
    lead: str = ""
    label: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    cells: tuple[str, ...] = ()
    header: bool = False
    info: str = ""
    ordered: bool = False
    code: tuple[str, ...] = ()


_SILENT = frozenset({"paragraph_open", "paragraph_close", "hr"})


def blocks(body: Body) -> Iterator[Block]:
    """The leaves of a body, in order. Lists inside quotes count as lists."""
    lists: list[bool] = []
    notes = 0
    begun: list[bool] = []
    line, heading, in_cell, header = body.line, 0, False, False
    row: list[str] = []
    spans: list[str] = []
    for token in body.tokens:
        kind = token.type
        if kind in _SILENT:
            continue
        line = token.map[0] if token.map else line
        match kind:
            case "inline":
                text, code = " ".join(inline_text(token.children or ()).split()), _code(token)
                if in_cell:
                    row.append(text)
                    spans += code
                elif heading:
                    yield Block(Kind.HEADING, text, line, level=heading, code=code)
                elif begun and not begun[-1]:
                    begun[-1] = True
                    yield from _item(
                        token, text, line, len(lists) - 1, code, ordered=bool(lists) and lists[-1]
                    )
                elif is_tagged(token):
                    yield from _tagged(tagged(token), len(lists) + notes)
                else:
                    yield _paragraph(token, text, line, len(lists) + notes, code)
            case "bullet_list_open" | "ordered_list_open":
                lists.append(kind == "ordered_list_open")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                begun.append(False)
            case "list_item_close":
                begun.pop()
            case "heading_open" | "heading_close":
                heading = int(token.tag[1:]) if token.nesting == 1 else 0
            case "thead_open" | "thead_close":
                header = token.nesting == 1
            case "tr_open":
                row, spans = [], []
            case "tr_close":
                said = " | ".join(row)
                yield Block(Kind.ROW, said, line, cells=tuple(row), header=header, code=tuple(spans))
            case "th_open" | "td_open" | "th_close" | "td_close":
                in_cell = token.nesting == 1
            case "fence" | "code_block":
                yield Block(Kind.CODE, token.content, line + (kind == "fence"), info=token.info.strip())
            case "footnote_open" | "footnote_close":
                notes += token.nesting
            case "html_block" if is_tagged(token):
                yield from _tagged(tagged(token), 0)
            case _:
                pass


def _code(inline: Token) -> tuple[str, ...]:
    """The texts of the code spans of an inline token."""
    if only_text(inline):
        return ()
    return tuple(child.content for child in inline.children or () if child.type == "code_inline")


def _item(
    inline: Token, text: str, line: int, level: int, code: tuple[str, ...], *, ordered: bool
) -> Iterator[Block]:
    """The first text of an item, with the section that ends or begins in it, if one does."""
    lead = "" if only_text(inline) else _lead(inline.children or ())
    text, after = without_tags(inline) if "<" in inline.content else (text, ())
    yield Block(Kind.ITEM, text, line, level, lead, ordered=ordered, code=code)
    yield from _tagged(after, 0)


def _paragraph(inline: Token, text: str, line: int, depth: int, code: tuple[str, ...]) -> Block:
    children = inline.children or ()
    lead = "" if only_text(inline) else _lead(children)
    label = _label(children) if lead and text.endswith((":", "：")) else ""
    return Block(Kind.PARAGRAPH, text, line, depth, lead, label, _labels(children) if lead else (), code=code)


def _lead(children: Sequence[Token]) -> str:
    """The bold text that inline tokens start with; an emoji or sign may stand before it."""
    opened = next((n for n, child in enumerate(children) if child.type == "strong_open"), None)
    if opened is None:
        return ""
    before = inline_text(children[:opened])
    if len(before) > 5 or any(sign.isalnum() for sign in before):
        return ""
    closed = next((n for n, child in enumerate(children) if child.type == "strong_close"), len(children))
    return " ".join(inline_text(children[opened:closed]).split())


def _label(children: Sequence[Token]) -> str:
    """The last of several lines where it is one bold text and a colon (`**Steps**:`), without the colon."""
    opened = next((n for n in range(len(children) - 1, 0, -1) if children[n].type == "strong_open"), 0)
    before = next((c.type for c in reversed(children[:opened]) if c.type != "text" or c.content), "")
    if before not in BREAKS:
        return ""
    closed = next((n for n in range(opened, len(children)) if children[n].type == "strong_close"), opened)
    if inline_text(children[closed:]).strip(" :："):
        return ""
    return " ".join(inline_text(children[opened:closed]).split()).rstrip(" :：")


def _labels(children: Sequence[Token]) -> tuple[tuple[str, str], ...]:
    """The labels and values of a paragraph whose lines are nothing else: `**Age:** 40`, `**Port:** Ems`."""
    breaks = [n for n, child in enumerate(children) if child.type in BREAKS]
    found = []
    for start, end in pairwise((-1, *breaks, len(children))):
        line = children[start + 1 : end]
        label = _lead(line)
        said = " ".join(inline_text(line).split())
        value = said[said.find(label) + len(label) :].lstrip(" *_")
        if not label or not (label.endswith((":", "：")) or value.startswith((":", "："))):
            return ()
        found.append((label.rstrip(" :："), value.lstrip(" :：")))
    return tuple(found) if len(found) > 1 else ()


def _tagged(lines: Iterable[Line], depth: int) -> Iterator[Block]:
    """An XML-like section (`<rules>` on a line of its own) as a tag and what stands in it."""
    for each in lines:
        code = tuple(c.content for c in each.tokens if c.type == "code_inline")
        match each.part:
            case Part.OPENING:
                yield Block(Kind.TAG, each.text, each.line, level=BOLD)
            case Part.CLOSING:
                yield Block(Kind.END, each.text, each.line)
            case Part.ITEM:
                lead = _lead(each.tokens)
                yield Block(Kind.ITEM, each.text, each.line, lead=lead, ordered=each.ordered, code=code)
            case Part.TEXT:
                yield Block(Kind.PARAGRAPH, each.text, each.line, depth, _lead(each.tokens), code=code)
