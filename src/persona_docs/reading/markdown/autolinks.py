"""Addresses written bare become links, as GitHub's renderer finds them.

`https://…` is found while a paragraph is read, so that `_` and `*` inside belong to the address; `www.…` and
mail addresses are found in the text that is left. The rules are those of
https://github.github.com/gfm/#autolinks-extension- and, where that says less than GitHub does (an address
after a quotation mark is one), cmark-gfm's `autolink.c`.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SCHEME = re.compile(r"(?:^|[^a-z])(https?)$", re.IGNORECASE)
_REST = re.compile(r"://[^\s<]+")
_TEXT = re.compile(
    r"(?<![^\s*_~(])(?P<www>www\.[^\s<]+)"
    r"|(?<![\w.+-])(?P<mail>(?:mailto:)?[\w.+-]{1,64}@[a-z0-9_-]+(?:\.[a-z0-9_-]+)+(?<![_-]))(?![_@-])",
    re.IGNORECASE | re.ASCII,
)
_ENTITY = re.compile(r"&[a-zA-Z0-9]{1,32}$")


def autolinks(md: MarkdownIt) -> None:
    """Teach a parser GitHub's extended autolinks."""
    md.inline.ruler.push("address", _address)
    md.core.ruler.push("bare_links", _bare_links)


def _address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's own signature
    if state.src[state.pos] != ":" or silent or state.linkLevel > 0:
        return False
    scheme = _SCHEME.search(state.pending[-6:])
    rest = scheme and _REST.match(state.src, state.pos, state.posMax)
    if not scheme or not rest:
        return False
    length = _length(rest[0], 3)
    if not length:
        return False
    state.pending = state.pending.removesuffix(scheme[1])
    target = scheme[1] + rest[0][:length]
    opening = state.push("link_open", "a", 1)
    opening.attrs, opening.info = {"href": target}, "auto"
    state.push("text", "", 0).content = target
    state.push("link_close", "a", -1).info = "auto"
    state.pos += length
    return True


def _length(text: str, host: int) -> int:
    """How much of a text is the address, whose host starts at `host`; 0 where it is none."""
    end = next((n for n in range(host, len(text)) if not _in_host(text[n])), len(text))
    if end == host or any("_" in label for label in text[host:end].split(".")[-2:]):
        return 0
    return _without_punctuation(text)


def _in_host(sign: str) -> bool:
    return sign in ".-_" or not unicodedata.category(sign).startswith(("P", "Z", "C"))


def _without_punctuation(text: str) -> int:
    """Where an address ends when the sentence's punctuation, brackets and entities behind it are left off."""
    end = len(text)
    surplus = text.count(")") - text.count("(")
    while end:
        sign = text[end - 1]
        if sign == ";":
            entity = _ENTITY.search(text, max(0, end - 34), end - 1)
            end = entity.start() if entity else end - 1
        elif sign == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif sign in "?!.,:*_~'\"[]":
            end -= 1
        else:
            break
    return end


def _bare_links(state: StateCore) -> None:
    if not _may_link(state.src):
        return
    for token in state.tokens:
        if token.type == "inline" and token.children and _may_link(token.content):
            token.children = _linked(token.children)


def _may_link(text: str) -> bool:
    return "@" in text or "www." in text.lower()


def _linked(tokens: list[Token]) -> list[Token]:
    done: list[Token] = []
    inside = 0
    for token in tokens:
        if token.type in ("link_open", "link_close"):
            inside += token.nesting
        elif token.type == "html_inline":
            inside += _raw_link(token.content)
        if token.type == "text" and inside <= 0:
            done.extend(_split(token))
        else:
            done.append(token)
    return done


def _raw_link(tag: str) -> int:
    lower = tag.lower()
    if lower.startswith("</a"):
        return -1
    return 1 if re.match(r"<a[\s>]", lower) else 0


def _split(token: Token) -> list[Token]:
    """A text with the addresses in it made links."""
    text, start, parts = token.content, 0, list[Token]()
    for match in _TEXT.finditer(text):
        shown = match[0]
        if match["www"]:
            length = _length(shown, 4)
            shown = shown[:length] if "." in shown[4:length] else ""
            target = f"http://{shown}"
        else:
            target = shown if shown.lower().startswith("mailto:") else f"mailto:{shown}"
        if not shown:
            continue
        if match.start() > start:
            parts.append(Token("text", "", 0, content=text[start : match.start()]))
        parts += [
            Token("link_open", "a", 1, attrs={"href": target}, info="auto"),
            Token("text", "", 0, content=shown),
            Token("link_close", "a", -1, info="auto"),
        ]
        start = match.start() + len(shown)
    if not parts:
        return [token]
    if start < len(text):
        parts.append(Token("text", "", 0, content=text[start:]))
    return parts
