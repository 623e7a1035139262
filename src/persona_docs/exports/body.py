"""A body's tokens written as Markdown that every wiki reads the same way.

Lists are nested by four spaces and stand between empty lines, as Python-Markdown needs it (Confluence, by
md2conf); checklists are task lists; nothing is HTML. What the text is to GitHub, it stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from persona_docs.exports import markup, text
from persona_docs.model import Body
from persona_docs.options import Limits
from persona_docs.pages.targets import Targets
from persona_docs.pages.writer import levels
from persona_docs.reading.budget import Budget, Overrun
from persona_docs.reading.checklist_titles import BOXES
from persona_docs.reading.gfm import inline_tokens
from persona_docs.reading.plain import inline_text

_LANGUAGE = re.compile(r"[\w+#.-]{1,40}")
_BOX = re.compile(rf"\s*([{BOXES}])\ufe0f?\s*")
_EMPTY = BOXES[:4]
_INDENT = 4
_LARGEST = Limits().html_size
_SECONDS = 0.3  # for one line
_MARKERS = {"bullet_list_open": "-*", "ordered_list_open": ".)"}
_TASKS, _BOXED = "tasks", ("- [ ] ", "- [x] ")
_SIDES = {"left": ":--", "right": "--:", "center": ":-:"}


@dataclass(frozen=True, slots=True)
class Flavour:
    """What a wiki's Markdown has of its own.

    Attributes:
        alerts: whether it knows `> [!NOTE]`; else the kind stands in bold.
        mermaid: what opens a diagram: "```mermaid", or another line, which `:::` closes.
        whole_tasks: whether a list is one of tasks only where all its items are, short and with bullets.
        refused: languages of fences that it would run.
        quote: what becomes of the first line of a quote, where that could mean something to it.
    """

    alerts: bool = True
    mermaid: str = "```mermaid"
    whole_tasks: bool = False
    refused: frozenset[str] = frozenset()
    quote: Callable[[str], str] = str


def written(
    body: Body, targets: Targets, flavour: Flavour, *, top: int, words: Mapping[str, str]
) -> list[str]:
    """A body as blocks of Markdown.

    Args:
        body: as `persona_docs.reading.body.parse` gives it.
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
        said = " ".join(self.inline(self._tokens[self._at].children or ()).split())
        self._at += 2
        if not said:
            return []
        said = re.sub(r"(#+)$", r"\\\1", said)
        return [f"{'#' * self._levels[at]} {said}"]

    def _paragraph(self) -> list[str]:
        parts = []
        while self._tokens[self._at].type != "paragraph_close":
            token = self._tokens[self._at]
            if token.type == "inline":
                parts.append(self.inline(token.children or ()))
            elif token.type == "long_line":
                parts.append(text.escape(token.content))
            self._at += 1
        self._at += 1
        return [text.line_starts("".join(parts).strip())]

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
        items: list[tuple[str, list[str]]] = []
        tight = True
        while self._tokens[self._at].type == "list_item_open":
            item = self._tokens[self._at]
            first = self._tokens[self._at + 1]
            tight = tight and (first.type != "paragraph_open" or first.hidden)
            self._at += 1
            made = self._enclosed()
            items.append((_box(item), made))
        self._at += 1
        boxed = any(box for box, _ in items)
        if boxed and self._flavour.whole_tasks:
            ordered, marker = False, "-"
            items = [(box or "[ ] ", _short(made)) for box, made in items]
        tight = tight or boxed
        lines = []
        for n, (box, made) in enumerate(items):
            sign = f"{number + n}{marker}" if ordered else marker
            lines.append(_item(sign, box, made, tight=tight, whole=boxed and self._flavour.whole_tasks))
        return ("\n" if tight else "\n\n").join(lines)

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
                rows[-1].append(" ".join(self.inline(token.children or (), cell=True).split()))
            self._at += 1
        self._at += 1
        lines = [rows[0], sides, *rows[1:]]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _footnotes(self) -> list[str]:
        """The notes as a list: not every wiki has notes of its own."""
        items = []
        while self._tokens[self._at].type == "footnote_open":
            self._at += 1
            items.append(self._enclosed())
        self._at += 1
        lines = [_item(f"{n}.", "", made, tight=True) for n, made in enumerate(items, 1)]
        return [f"**{text.one_line(self._words['footnotes'])}**", "\n".join(lines)]

    def inline(self, tokens: Sequence[Token], *, cell: bool = False) -> str:
        """Inline tokens; what they end in may stand at the start of a line."""
        parts: list[str] = []
        links: list[tuple[int, str | None]] = []
        for token in markup.without_tags(tokens):
            kind = token.type
            if kind == "link_open":
                address = None if links else self._targets.link(str(token.attrs.get("href", "")))
                links.append((len(parts), address))
            elif kind == "link_close":
                if links:
                    self._link(parts, *links.pop())
            elif kind == "image":
                alt = inline_text(token.children or ())
                shown = markup.image(self._targets, str(token.attrs.get("src", "")), alt, linked=bool(links))
                parts.append(shown)
            elif kind in ("text", "text_special"):
                parts.append(text.escape(token.content))
            elif kind == "code_inline":
                parts.append(text.code(token.content, cell=cell))
            else:
                parts.append(_sign(token))
        return "".join(parts)

    def _link(self, parts: list[str], start: int, address: str | None) -> None:
        label = "".join(parts[start:])
        if not address or not label.strip():
            return
        before = "".join(parts[:start])
        if before.endswith("!") and not before.endswith("\\!"):
            parts[start - 1] = f"{parts[start - 1][:-1]}\\!"
        parts[start:] = [text.link(label, address)]


def _sign(token: Token) -> str:
    kind = token.type
    if kind in ("em_open", "em_close", "strong_open", "strong_close"):
        return token.markup
    if kind in ("s_open", "s_close"):
        return "~~"
    if kind == "footnote_ref":
        return f"\\[{token.meta['id'] + 1}\\]"
    return {"softbreak": "\n", "hardbreak": "  \n"}.get(kind, "")


def _box(item: Token) -> str:
    """The box of an item: of a task, and of what stands in a checklist without being one."""
    return ("[x] " if item.meta.get("checked") else "[ ] ") if {"checked", "key"} & item.meta.keys() else ""


def _item(marker: str, box: str, made: Sequence[str], *, tight: bool, whole: bool = False) -> str:
    """An item: its blocks indented by four, or by eight behind a number that needs more room."""
    if box and made and (sign := _BOX.match(made[0])):
        box = "[ ] " if sign[1] in _EMPTY else "[x] "
        made = [made[0][sign.end() :], *made[1:]]
    if not made:
        return f"{marker} {box}".rstrip()
    width = _INDENT if len(marker) < _INDENT else 2 * _INDENT
    plain = re.match(r"[^\s`>#|-]|`[^`]|-\S", made[0]) is not None
    first = f"{marker} " if plain and len(marker) < _INDENT else marker.ljust(width)
    between = "\n" if whole or (tight and all(_is_list(block) for block in made[1:])) else "\n\n"
    said = between.join([f"{box}{made[0]}", *made[1:]])
    indented = said.replace("\n", f"\n{' ' * width}")
    return first + re.sub(r"(?m)^ +$", "", indented)


def _is_list(block: str) -> bool:
    return re.match(r"[-*] |\d+\. ", block) is not None


def _short(made: Sequence[str]) -> list[str]:
    """Blocks of a task as md2conf wants them: its paragraphs as one, with breaks; lists stay."""
    first = next(
        (n for n, block in enumerate(made) if _is_list(block) or block.startswith(("```", "|"))), len(made)
    )
    return ["  \n".join(made[:first]), *made[first:]] if first else list(made)


def tasks(items: Sequence[tuple[str, bool, int]]) -> Iterator[str]:
    """Lines of a task list: text, whether it is done, and its level."""
    for said, checked, level in items:
        yield f"{' ' * _INDENT * min(level, 8)}- [{'x' if checked else ' '}] {text.one_line(said) or '–'}"


def inline(said: str, flavour: Flavour) -> str:
    """One line of Markdown, such as a description: code and emphasis; links and images are text."""
    line = " ".join(said.split())
    try:
        tokens = inline_tokens(line, Budget(_SECONDS))
    except (Overrun, RecursionError, ValueError, IndexError, KeyError, RuntimeError):
        return text.line_starts(text.escape(line))
    plain = [_text_of(token) for token in tokens if token.type not in ("link_open", "link_close")]
    writer = _Writer((), Targets(lambda _target: None, (), {}), flavour, 1, {})
    return text.line_starts(" ".join(writer.inline(plain).split()))


def _text_of(token: Token) -> Token:
    return Token("text", "", 0, content=inline_text([token])) if token.type == "image" else token
