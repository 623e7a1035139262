"""A body's tokens written as Markdown that every wiki reads the same way.

Lists are nested by four spaces and stand between empty lines, as Python-Markdown needs it (Confluence, by
md2conf); checklists are task lists; nothing is HTML. What the text is to GitHub, it stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from persona_docs.exports.writing import items, markup, text
from persona_docs.exports.writing.flavour import Flavour
from persona_docs.exports.writing.inline import inline
from persona_docs.model import Body
from persona_docs.options import Limits
from persona_docs.pages.bodies.targets import Targets
from persona_docs.pages.bodies.writer import levels

_LANGUAGE = re.compile(r"[\w+#.-]{1,40}")
_LARGEST = Limits().html_size
_MARKERS = {"bullet_list_open": "-*", "ordered_list_open": ".)"}
_TASKS, _BOXED = "tasks", ("- [ ] ", "- [x] ")
_SOFT = re.compile(r"(?<!  )\n")  # the end of a line in a paragraph, which some wikis show as one
_SIDES = {"left": ":--", "right": "--:", "center": ":-:"}


def written(
    body: Body, targets: Targets, flavour: Flavour, *, top: int, words: Mapping[str, str]
) -> list[str]:
    """A body as blocks of Markdown.

    Args:
        body: as `persona_docs.reading.body.parsing.parse` gives it.
        targets: where its links and images lead.
        flavour: of the wiki.
        top: the level its highest heading gets.
        words: `note`, `tip` and so on, and `footnotes`, in the reader's language.
    """
    made = _Writer(body.tokens, targets, flavour, top, words).blocks()
    if not body.tokens or sum(map(len, made)) > _LARGEST:
        return [text.fence(body.text.strip())] if body.text.strip() else []
    return made


class _Writer:
    """Writes tokens; a cursor goes through them, each method from an opening token to its closing one."""

    def __init__(
        self, tokens: Sequence[Token], targets: Targets, flavour: Flavour, top: int, words: Mapping[str, str]
    ) -> None:
        self._tokens = tokens
        self._targets = targets
        self._flavour = flavour
        self._words = words
        self._levels = levels(tokens, top)
        self._at = 0

    def blocks(self) -> list[str]:
        """Every block up to the end of what encloses them."""
        done: list[str] = []
        last = ""
        while self._at < len(self._tokens) and (token := self._tokens[self._at]).nesting >= 0:
            self._at += 1
            if token.type in _MARKERS:
                # two lists in a row would be read as one, had they the same sign
                marker = _MARKERS[token.type][last == _MARKERS[token.type][0]]
                made = [self._list(token, marker)]
                if last == _TASKS and made[0].startswith(_BOXED):  # both have become one
                    made = [f"{done.pop()}\n{made[0]}"]
                last = _TASKS if self._flavour.whole_tasks and made[0].startswith(_BOXED) else marker
            elif made := [each for each in self._block(token) if each]:
                last = ""
            done += made
        return done

    def _block(self, token: Token) -> list[str]:
        kind = token.type
        if kind in ("blockquote_open", "alert_open"):
            return [self._quote(token)]
        if kind == "table_open":
            return [self._table()]
        if kind == "heading_open":
            return self._heading(self._at - 1)
        if kind == "paragraph_open":
            return self._paragraph()
        if kind in ("fence", "code_block"):
            return [self._code(token)]
        if kind == "html_block":
            return markup.blocks(token.content, self._targets)
        if kind == "footnote_block_open":
            return self._footnotes()
        return ["---"] if kind == "hr" else []

    def _enclosed(self) -> list[str]:
        """The blocks up to a closing token, and past that."""
        made = self.blocks()
        self._at += 1
        return made

    def _heading(self, at: int) -> list[str]:
        said = " ".join(inline(self._tokens[self._at].children or (), self._targets).split())
        self._at += 2
        if not said:
            return []
        return [text.heading(said, self._levels[at])]

    def _paragraph(self) -> list[str]:
        parts = []
        while self._tokens[self._at].type != "paragraph_close":
            token = self._tokens[self._at]
            if token.type == "inline":
                parts.append(inline(token.children or (), self._targets))
            elif token.type == "long_line":
                parts.append(text.unlinked(text.escape(token.content)))
            self._at += 1
        self._at += 1
        return [text.line_starts(_SOFT.sub(" ", "".join(parts)).strip())]

    def _code(self, token: Token) -> str:
        language = _LANGUAGE.match(token.info.strip())
        name = language[0] if language else ""
        content = token.content
        if name == "mermaid" and self._flavour.mermaid != "```mermaid" and ":::" not in content:
            return f"{self._flavour.mermaid}\n{content.strip(chr(10))}\n:::"
        return text.fence(content, "" if name.lower() in self._flavour.refused else name)

    def _quote(self, opening: Token) -> str:
        made = self._enclosed()
        if opening.type == "alert_open":
            kind = opening.info
            first = (
                f"[!{kind.upper()}]" if self._flavour.alerts else f"**{text.one_line(self._words[kind])}**"
            )
            between = "\n" if self._flavour.alerts else "\n\n"
            made = [f"{first}{between}{made[0]}" if made else first, *made[1:]]
        elif made:
            made[0] = self._flavour.quote(made[0])
        return "\n".join(f"> {line}" if line else ">" for line in "\n\n".join(made).split("\n"))

    def _list(self, opening: Token, marker: str) -> str:
        ordered = opening.type == "ordered_list_open"
        number = int(opening.attrs.get("start", 1))
        entries: list[tuple[str, list[str]]] = []
        tight = True
        while self._tokens[self._at].type == "list_item_open":
            item = self._tokens[self._at]
            first = self._tokens[self._at + 1]
            tight = tight and (first.type != "paragraph_open" or first.hidden)
            self._at += 1
            made = self._enclosed()
            entries.append((items.box(item), made))
        self._at += 1
        boxed = any(box for box, _ in entries)
        if boxed and self._flavour.whole_tasks:
            ordered, marker = False, "-"
            entries = [(box or "[ ] ", items.short(made)) for box, made in entries]
        tight = tight or boxed
        lines = []
        for n, (box, made) in enumerate(entries):
            sign = f"{number + n}{marker}" if ordered else marker
            lines.append(items.item(sign, box, made, tight=tight, whole=boxed and self._flavour.whole_tasks))
        # what follows an item with an empty line in it is no item to Python-Markdown, if none stands between
        together = boxed or (tight and not any("\n\n" in each for each in lines))
        return ("\n" if together else "\n\n").join(lines)

    def _table(self) -> str:
        rows: list[list[str]] = []
        sides: list[str] = []
        while (token := self._tokens[self._at]).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                side = str(token.attrs.get("style", "")).removeprefix("text-align:")
                sides.append(_SIDES.get(side, "---"))
            elif token.type == "inline":
                rows[-1].append(" ".join(inline(token.children or (), self._targets, cell=True).split()))
            self._at += 1
        self._at += 1
        lines = [rows[0], sides, *rows[1:]]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _footnotes(self) -> list[str]:
        """The notes as a list: not every wiki has notes of its own."""
        notes = []
        while self._tokens[self._at].type == "footnote_open":
            self._at += 1
            notes.append(self._enclosed())
        self._at += 1
        lines = [items.item(f"{n}.", "", made, tight=True) for n, made in enumerate(notes, 1)]
        return [f"**{text.one_line(self._words['footnotes'])}**", "\n".join(lines)]
