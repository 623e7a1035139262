"""End tags that a list has swallowed: the line right below an item goes on with its text, whatever it is."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from persona_docs.reading.markdown.rawhtml import PUBLISHED

_END = re.compile(r"</([a-zA-Z][\w-]*+)>", re.ASCII)
_LIST_ENDS = frozenset({"bullet_list_close", "ordered_list_close"})
_CLOSING = frozenset({"paragraph_close", "list_item_close", *_LIST_ENDS})


def end_tags(state: StateCore) -> None:
    """Take the end tags of sections off the last item of a list, and have them follow that list."""
    if "</" not in state.src:
        return
    behind: dict[int, list[Token]] = {}
    for n, token in enumerate(state.tokens):
        if token.type == "inline" and token.level > 2 and token.content.endswith(">") and token.map:
            lines = token.content.split("\n")
            first = len(lines)
            while first > 1 and _is_end(lines[first - 1]):
                first -= 1
            after = _after_list(state.tokens, n) if first < len(lines) else 0
            if after:
                start, end = token.map
                between = end - (len(lines) - first)
                token.content, token.map = "\n".join(lines[:first]), [start, between]
                behind[after] = _paragraph(lines[first:], [between, end], state.tokens[after - 1].level)
    if behind:
        state.tokens = [
            each for n, token in enumerate(state.tokens) for each in (*behind.get(n, ()), token)
        ] + behind.get(len(state.tokens), [])


def _is_end(line: str) -> bool:
    match = _END.fullmatch(line.strip())
    return match is not None and match[1].lower() not in PUBLISHED


def _after_list(tokens: list[Token], inline: int) -> int:
    """The place behind the lists that end with an inline token; 0 where none does."""
    end = inline + 1
    while end < len(tokens) and tokens[end].type in _CLOSING:
        end += 1
    return end if tokens[end - 1].type in _LIST_ENDS else 0


def _paragraph(lines: list[str], place: list[int], level: int) -> list[Token]:
    opening = Token("paragraph_open", "p", 1, map=[*place], level=level, block=True)
    text = Token("inline", "", 0, map=[*place], level=level + 1, block=True, children=[])
    text.content = "\n".join(line.strip() for line in lines)
    return [opening, text, Token("paragraph_close", "p", -1, level=level, block=True)]
