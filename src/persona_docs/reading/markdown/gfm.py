"""Markdown as GitHub reads it, under limits.

markdown-it-py's CommonMark with the extensions of https://github.github.com/gfm/, footnotes and alerts.
Every rule that a text can make run often asks a `Budget` first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from persona_docs.options import Limits
from persona_docs.reading.markdown.autolinks import autolinks
from persona_docs.reading.markdown.budget import Budget, Overrun
from persona_docs.reading.markdown.end_tags import end_tags
from persona_docs.reading.markdown.plain import inline_text
from persona_docs.reading.markdown.signs.blocks import ask_blocks_by_sign
from persona_docs.reading.markdown.signs.inline import ask_inline_by_sign

ALERTS = ("note", "tip", "important", "warning", "caution")

_DEEPEST = 100
_LINE_SECONDS = 0.3
_NESTING = "Blocks are nested too deeply"
_ALERT = re.compile(rf"\[!({'|'.join(ALERTS)})\][ \t]*\n", re.IGNORECASE)
# cmark-gfm looks at the whole line, so that a box in a quote or behind two bullets is none.
_TASK_LINE = re.compile(r"[ \t\v\f]*(?:[-+*]|\d{1,9}[.)])[ \t\v\f]+\[([ xX])\][ \t\v\f]+")
_BOX = re.compile(r"\[[ xX]\]\s*")
_BOXES = ("[ ]", "[x]", "[X]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a Markdown text was parsed into.

    Attributes:
        tokens: their `map` holds source lines, the first inclusive, the second exclusive. Beside
            markdown-it-py's own types there are `alert_open` (its kind in `info`), `alert_close` and
            `long_line`; the list item of a task has `meta["checked"]`.
        references: `[label]: target "title"` by label, each with `href`, `title` and `line`.
    """

    tokens: tuple[Token, ...]
    references: Mapping[str, Mapping[str, Any]]


def parse(text: str, limits: Limits, budget: Budget, line: int = 1) -> Parsed:
    r"""Parse a Markdown text.

    Args:
        text: with `\n` line ends.
        limits: the length of a line beyond which it is text and nothing else.
        budget: the time it may take.
        line: the source line of the first line.

    Raises:
        Overrun: it takes too long, or is nested too deeply.
    """
    env: dict[str, Any] = {"budget": budget, "longest": limits.line, "lines": text.split("\n")}
    parsed = _parser().parse(text, env)
    for token in parsed:
        if token.map:
            token.map = [token.map[0] + line, token.map[1] + line]
    references = {
        label: {**reference, "line": (reference.get("map") or [0])[0] + line}
        for label, reference in env.get("references", {}).items()
    }
    return Parsed(tuple(parsed), references)


def line_tokens(text: str) -> list[Token] | None:
    """The inline tokens of one line, such as a description; `None` where that takes too long, or fails.

    HTML is text, as are links and images: what a reader sees of them.
    """
    try:
        parsed = _inline_parser().parseInline(text, {"budget": Budget(_LINE_SECONDS)})
    except (Overrun, RecursionError, ValueError, IndexError, KeyError, RuntimeError):
        return None
    tokens = parsed[0].children or ()
    return [_as_text(token) for token in tokens if token.type not in ("link_open", "link_close")]


def _as_text(token: Token) -> Token:
    return Token("text", "", 0, content=inline_text([token])) if token.type == "image" else token


_MARKED = re.compile(r"[*_`~\[\\&]")


def plain_line(text: str) -> str:
    """What a reader sees of one line of Markdown in which HTML is text; itself where that takes too long.

    >>> plain_line("**Senior** reviewer of `code`")
    'Senior reviewer of code'
    """
    if not _MARKED.search(text):
        return text
    tokens = line_tokens(text)
    return text if tokens is None else inline_text(tokens)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    md = _rules()
    ask_blocks_by_sign(md)
    ask_inline_by_sign(md)
    return md


def _rules() -> MarkdownIt:
    md = _common()
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False)
    md.use(autolinks)
    md.core.ruler.at("normalize", _normalize)
    ahead = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("table", "guard", _guard_blocks, ahead)  # type: ignore[arg-type]
    md.core.ruler.after("block", "tasks", _tasks)
    md.core.ruler.after("block", "alerts", _alerts)
    md.core.ruler.after("alerts", "end_tags", end_tags)
    return md


@lru_cache(maxsize=1)
def _inline_parser() -> MarkdownIt:
    md = _inline_rules()
    ask_inline_by_sign(md)
    return md


def _inline_rules() -> MarkdownIt:
    md = _common()
    md.enable("strikethrough")
    md.disable(["html_inline", "escape"])
    return md


def _common() -> MarkdownIt:
    options = {"strikethrough_single_tilde": True, "tasklists": False, "alerts": False}
    md = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, **options})  # it looks for those often
    # Targets stay as written, whatever their scheme: what may become a link is decided where links are made.
    md.normalizeLink = str.strip  # type: ignore[method-assign, assignment]
    md.validateLink = _any_link  # type: ignore[method-assign, assignment]
    md.inline.ruler.before("text", "guard", _guard_inline)
    for name in ("balance_pairs", "emphasis", "fragments_join"):
        md.inline.ruler2.before(name, f"guard_{name}", _guard_pairs)
    return md


def _any_link(_url: str) -> bool:
    return True


def _guard_blocks(state: StateBlock, start: int, _end: int, silent: bool) -> bool:  # noqa: FBT001
    """Stop when time is up or blocks are nested too deeply; read a line that is too long as plain text."""
    state.env["budget"].check()
    if state.level >= _DEEPEST - 2:  # a list and its item are two levels; beyond the limit text would vanish
        raise Overrun(_NESTING)
    if state.eMarks[start] - state.bMarks[start] <= state.env["longest"]:
        return False
    if not silent:
        content = state.src[state.bMarks[start] : state.eMarks[start]].strip()
        for kind, nesting in (("paragraph_open", 1), ("long_line", 0), ("paragraph_close", -1)):
            token = state.push(kind, "" if kind == "long_line" else "p", nesting)  # type: ignore[arg-type]
            token.map, token.content = [start, start + 1], "" if nesting else content
        state.line = start + 1
    return True


def _guard_inline(state: StateInline, _silent: bool) -> bool:  # noqa: FBT001
    state.env["budget"].check()
    return False


def _guard_pairs(state: StateInline) -> None:
    state.env["budget"].check()


def _normalize(state: StateCore) -> None:
    """Make line ends and NUL what the parser wants them to be, in a text that was not decoded here."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _tasks(state: StateCore) -> None:
    """Mark task items and take their boxes off the text, before `[x]` can be read as a link."""
    if not any(box in state.src for box in _BOXES):
        return
    lines = state.env["lines"]
    for item, block, inline in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if item.type != "list_item_open" or inline.type != "inline" or not item.map or not inline.map:
            continue
        if block.type not in ("paragraph_open", "heading_open") or block.markup.startswith("#"):
            continue
        task = _TASK_LINE.match(lines[item.map[0]])
        box = _BOX.match(inline.content)
        if task and box and item.map[0] == inline.map[0]:
            item.meta["checked"] = task[1] != " "
            inline.content = inline.content[box.end() :]


def _alerts(state: StateCore) -> None:
    """Make an alert of a quote at the top whose first line says so and which says something more."""
    if "[!" not in state.src:
        return
    opened: list[Token] = []
    for n, token in enumerate(state.tokens):
        if token.type == "blockquote_open":
            opened.append(token)
            paragraph, inline = state.tokens[n + 1 : n + 3] if len(state.tokens) > n + 2 else (token, token)
            if token.level or inline.type != "inline" or paragraph.type != "paragraph_open" or not inline.map:
                continue
            text = inline.content + ("\n" if state.tokens[n + 4].type != "blockquote_close" else "")
            kind = _ALERT.match(text)
            if kind:
                token.type, token.tag, token.info = "alert_open", "div", kind[1].lower()
                inline.content = text[kind.end() :].rstrip("\n")
                inline.map = [inline.map[0] + 1, max(inline.map[1], inline.map[0] + 2)]
                paragraph.hidden = state.tokens[n + 3].hidden = not inline.content
        elif token.type == "blockquote_close" and opened.pop().type == "alert_open":
            token.type, token.tag = "alert_close", "div"
