"""A body's tokens written as pieces of HTML: GitHub's structure, the classes that Material's styles go by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from markdown_it.token import Token

from persona_docs.pages.bodies.balance import Cut, Edge, Piece, balanced
from persona_docs.pages.bodies.highlight import code_block, diagram
from persona_docs.pages.bodies.sanitise import RawHtml, align_class
from persona_docs.pages.bodies.targets import Targets, anchor_tag, image_html
from persona_docs.reading.markdown.budget import Budget
from persona_docs.reading.markdown.plain import inline_text

_LOWEST = 6
_LONG_WORD = 24
_ADMONITIONS = {"note": "note", "tip": "tip", "important": "info", "warning": "warning", "caution": "danger"}
_PLAIN = {
    "thead_open": "<thead>\n", "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n", "tbody_close": "</tbody>\n",
    "tr_open": "<tr>\n", "tr_close": "</tr>\n", "table_close": "</table>\n", "hr": "<hr>\n",
    "bullet_list_close": "</ul>\n", "ordered_list_close": "</ol>\n",
    "footnote_block_close": "</ol>\n</section>\n", "heading_close": "",
    "em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>",
    "s_open": "<del>", "s_close": "</del>", "softbreak": "\n", "hardbreak": "<br>\n",
}  # fmt: skip
_ENDS = {
    "blockquote_close": "</blockquote>\n", "alert_close": "</div>\n", "list_item_close": "</li>\n",
    "th_close": "</th>\n", "td_close": "</td>\n", "footnote_close": "</li>\n",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """What a rendered body says in the site's language; `{n}` is the number of a reference."""

    note: str = "Note"
    tip: str = "Tip"
    important: str = "Important"
    warning: str = "Warning"
    caution: str = "Caution"
    footnotes: str = "Footnotes"
    back: str = "Back to reference {n}"
    source: str = "This text is too costly to render; its source is shown instead."


def levels(tokens: Iterable[Token], top: int) -> dict[int, int]:
    """The level each heading is shown at, by the place of its token: no gaps, nothing below the lowest."""
    levels: dict[int, int] = {}
    path: list[int] = []
    for n, token in enumerate(tokens):
        if token.type == "heading_open":
            written = int(token.tag[1])
            while path and path[-1] >= written:
                path.pop()
            path.append(written)
            levels[n] = min(top + len(path) - 1, _LOWEST)
    return levels


class Writer:
    """Writes tokens as pieces of HTML."""

    def __init__(self, targets: Targets, top: int, budget: Budget, words: Words, *, mermaid: bool) -> None:
        self._targets = targets
        self._top = top
        self._budget = budget
        self._words = words
        self._mermaid = mermaid
        self._raw = RawHtml(targets, top)

    def blocks(self, tokens: Sequence[Token]) -> list[Piece]:
        """The tokens of a whole body as pieces."""
        shown = levels(tokens, self._top)
        task: Token | None = None
        heading: tuple[Token, int] | None = None
        pieces: list[Piece] = []
        for n, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                content = _closed_off(self.inline(token.children or ()))
                if heading:
                    content = self._heading(*heading, content, task)
                elif task:
                    content = ["<label>", _box(task), *content, "</label>"]
                pieces += content
                task = heading = None
            elif kind == "paragraph_open":
                if not token.hidden:
                    pieces.append("<p>")
            elif kind == "paragraph_close":
                # A tight item's text and what follows it in the item stand on lines of their own.
                if not token.hidden:
                    pieces.append("</p>\n")
                elif tokens[n + 1].type != "list_item_close":
                    pieces.append("\n")
            elif kind == "list_item_open":
                pieces += _item_tag(token), Edge.ENTER
                task = token if "checked" in token.meta else None
            elif kind in _ENDS:
                pieces += Edge.LEAVE, _ENDS[kind]
            elif kind == "heading_open":
                heading = token, shown[n]
            elif kind in _PLAIN:
                pieces.append(_PLAIN[kind])
            elif kind == "html_block":
                pieces += self._raw.block(token.content)
            else:
                pieces += self._block(token, tokens, n)
        return pieces

    def _block(self, token: Token, tokens: Sequence[Token], n: int) -> Iterator[Piece]:
        kind = token.type
        if kind in ("fence", "code_block"):
            yield self._code(token)
        elif kind == "long_line":
            yield escape(token.content, quote=False)
        elif kind == "blockquote_open":
            yield "<blockquote>\n"
            yield Edge.ENTER
        elif kind == "alert_open":
            title = escape(getattr(self._words, token.info))
            yield f'<div class="admonition {_ADMONITIONS[token.info]}">\n'
            yield f'<p class="admonition-title" dir="auto">{title}</p>\n'
            yield Edge.ENTER
        elif kind in ("bullet_list_open", "ordered_list_open"):
            yield _list_tag(token)
        elif kind == "table_open":
            yield _table_tag(tokens, n)
        elif kind in ("th_open", "td_open"):
            align = str(token.attrs.get("style", "")).removeprefix("text-align:")
            yield f'<{token.tag} class="{align_class(align)}">' if align else f"<{token.tag}>"
            yield Edge.ENTER
        elif kind.startswith("footnote"):
            yield from self._footnote(token)

    def _heading(
        self, opening: Token, level: int, content: Iterable[Piece], task: Token | None
    ) -> list[Piece]:
        anchor = str(opening.meta.get("anchor", ""))
        html = "".join(piece for piece in balanced(content) if isinstance(piece, str))
        if opening.level == 0:
            return [Cut(level, anchor, html)]
        box = _box(task) if task else ""
        return [f'{box}<h{level} id="{escape(anchor)}">{html}</h{level}>\n']

    def _code(self, token: Token) -> str:
        info = token.info.strip()
        if self._mermaid and info.split()[:1] == ["mermaid"]:
            return diagram(token.content)
        return code_block(token.content, info, self._budget)

    def _footnote(self, token: Token) -> Iterator[Piece]:
        if token.type == "footnote_block_open":
            yield f'<section class="footnote" aria-label="{escape(self._words.footnotes)}">\n<ol>\n'
        elif token.type == "footnote_open":
            yield f'<li id="persona-fn-{token.meta["id"] + 1}">'
            yield Edge.ENTER
        elif token.type == "footnote_anchor":
            label = escape(self._words.back.replace("{n}", _number(token, "–")))
            address = f"#persona-fnref-{_number(token)}"
            yield f' <a class="footnote-backref" href="{address}" aria-label="{label}">↩</a>'
        elif token.type == "footnote_ref":
            number = token.meta["id"] + 1
            yield f'<sup id="persona-fnref-{_number(token)}">'
            yield f'<a class="footnote-ref" href="#persona-fn-{number}">{number}</a></sup>'

    def inline(self, tokens: Iterable[Token]) -> list[Piece]:
        """Inline tokens as pieces."""
        links: list[bool] = []
        pieces: list[Piece] = []
        for token in tokens:
            kind = token.type
            if kind in ("text", "text_special"):
                pieces.append(escape(token.content, quote=False))
            elif kind in _PLAIN:
                pieces.append(_PLAIN[kind])
            elif kind == "code_inline":
                pieces.append(f"<code>{escape(token.content, quote=False)}</code>")
            elif kind == "link_open":
                address = self._targets.link(str(token.attrs.get("href", "")))
                links.append(bool(address))
                pieces.append(anchor_tag(address, str(token.attrs.get("title", ""))) if address else "")
            elif kind == "link_close":
                pieces.append("</a>" if links and links.pop() else "")
            elif kind == "image":
                alt = inline_text(token.children or ())
                title = str(token.attrs.get("title", ""))
                attributes = f' title="{escape(title)}"' if title else ""
                source = str(token.attrs.get("src", ""))
                pieces.append(image_html(self._targets, source, alt, attributes, linked=any(links)))
            elif kind == "html_inline":
                pieces += self._raw.inline(token.content, linked=any(links))
            else:
                pieces += self._footnote(token)
        return pieces


def _closed_off(content: list[Piece]) -> Iterable[Piece]:
    """The same in one piece where it is nothing but text of our own; else no raw tag reaches out of it."""
    text = [piece for piece in content if isinstance(piece, str)]
    return ("".join(text),) if len(text) == len(content) else (Edge.ENTER, *content, Edge.LEAVE)


def _number(token: Token, between: str = "-") -> str:
    """The number of a reference to a footnote: `2`, and `2-2` where it is referred to again."""
    number, again = token.meta["id"] + 1, token.meta.get("subId", 0)
    return f"{number}{between}{again + 1}" if again else f"{number}"


def _item_tag(token: Token) -> str:
    if "checked" in token.meta:
        return '<li class="task-list-item">'
    return f'<li data-key="{escape(token.meta["key"])}">' if "key" in token.meta else "<li>"


def _list_tag(token: Token) -> str:
    attributes = ""
    title = token.meta.get("checklist")
    if title is not None:
        attributes += f' data-checklist="{escape(title)}"'
    start = token.attrs.get("start")
    if start is not None:
        attributes += f' start="{int(start)}"'
    return f"<{token.tag}{attributes}>\n"


def _table_tag(tokens: Sequence[Token], start: int) -> str:
    """The start tag of a table; one that may be wider than a phone can be scrolled by keyboard.

    Material's script wraps every table in an element that scrolls and that axe wants something focusable in.
    """
    columns = longest = 0
    for token in tokens[start:]:
        if token.type == "table_close":
            break
        columns += token.type == "th_open"
        if token.type == "inline":
            longest = max(longest, *map(len, token.content.split() or [""]))
    return '<table tabindex="0">\n' if columns > 2 or longest > _LONG_WORD else "<table>\n"


def _box(task: Token) -> str:
    checked = " checked" if task.meta["checked"] else ""
    key = escape(str(task.meta.get("key", "")))
    return f'<input type="checkbox" class="persona-check" data-key="{key}"{checked} disabled> '
