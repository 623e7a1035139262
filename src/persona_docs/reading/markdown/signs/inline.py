"""Text: which rule a sign in it may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, text_join
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from persona_docs.reading.markdown.signs.rules import by_sign, named

_INLINE: Mapping[str, tuple[str, ...]] = {
    "\n": ("newline",),
    "\\": ("escape",),
    "`": ("backticks",),
    "~": ("strikethrough",),
    "*": ("emphasis",),
    "_": ("emphasis",),
    "[": ("link", "footnote_ref"),
    "!": ("image",),
    "<": ("autolink", "html_inline"),
    "&": ("entity",),
    ":": ("address",),
}
_SPECIAL = re.compile(r"[\n\\`~*_\[\]<]|&(?=[#a-zA-Z])|!(?=\[)|:(?=//)")
"""Where a text may be more than text; a `]` ends what a `[` began."""
_PLAIN = r"(?:[^\n\\`~*_\[\]<&!:]|:(?!//)|!(?!\[)|&(?![#a-zA-Z]))*+"
_BOLD = re.compile(
    rf"{_PLAIN}(?:(?<![^ ])\*\*(?=\w){_PLAIN}(?:(?<=\w)\*\*(?=[ :,.;)]|$)|(?<=[:.)])\*\*(?= |$)){_PLAIN})+"
)
"""A text in which nothing is special but `**words**` between spaces: half of all that are not plain."""


def ask_inline_by_sign(md: MarkdownIt) -> None:
    """Have a parser ask only the rules of texts that may answer; its set of rules must be complete.

    Raises:
        ValueError: it has a rule that is not known here.
    """
    ruler = md.inline.ruler
    rules = named(ruler, {*chain(*_INLINE.values()), "text", "guard"})
    rules_of, guard = by_sign(_INLINE, rules, rules.values()), rules["guard"]

    def special(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        guard(state, silent)
        for rule in rules_of.get(state.src[state.pos], ()):  # noqa: SIM110 - in half the time of `any`
            if rule(state, silent):
                return True
        return False

    ruler.enableOnly("text")
    ruler.push("special", special)
    md.inline.terminator_re = _SPECIAL
    md.core.ruler.at("inline", _inline)
    md.core.ruler.at("text_join", _text_join)


def _inline(state: StateCore) -> None:
    """Read the texts of blocks; one in which nothing is special is a text and no more."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if not _SPECIAL.search(token.content):
            token.children = [Token("text", "", 0, content=token.content)] if token.content else []
        elif _BOLD.fullmatch(token.content):
            token.children = list(_bold(token.content))
        else:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _bold(text: str) -> Iterator[Token]:
    """The tokens of a text in which nothing is special but what is bold."""
    for n, part in enumerate(text.split("**")):
        if n:
            opens = n % 2 > 0
            yield Token(f"strong_{'open' if opens else 'close'}", "strong", 1 if opens else -1, markup="**")
        yield Token("text", "", 0, content=part, level=n % 2)


def _text_join(state: StateCore) -> None:
    """Join texts that follow each other, where there are several."""
    text_join(StateCore("", state.md, state.env, list(_mixed(state.tokens))))


def _mixed(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        children = token.children if token.type == "inline" else None
        if children and (len(children) > 1 or children[0].type != "text"):
            yield token
