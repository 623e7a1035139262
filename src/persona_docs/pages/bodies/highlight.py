"""Code blocks with the classes that Material's highlighting, copy button and colours go by.

The elements are those of pymdownx.highlight, so a fence of a body looks like a fence of any other page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import STANDARD_TYPES, Whitespace, _TokenType
from pygments.util import ClassNotFound

from persona_docs.reading.markdown.budget import Budget, Overrun

_LANGUAGE = re.compile(r"[{.\s]*([\w+#-]+)")
_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "none", "output"})
_LONGEST = 100_000
_LONGEST_LINE = 5_000
_EMPTY = re.compile(r'<span class="\w+"></span>')
_PHONE = 36  # letters that fit next to each other on a phone
_SETTINGS = re.compile(r"%%\{.*?(?:\}%%[ \t]*\n?|\Z)", re.DOTALL)
_DIAGRAM_FRONT_MATTER = re.compile(r"\A\s*---[^\S\n]*\n.*?\n---[^\S\n]*\n", re.DOTALL)
"""As Mermaid finds them: settings wherever they stand, closed or not."""


def code_block(code: str, info: str, budget: Budget) -> str:
    """The HTML of a code block, highlighted where its language is known and it costs little enough.

    Args:
        code: its text.
        info: what stands behind the opening fence (`python title="a.py"`).
        budget: when it is used up, the text is shown without colours.
    """
    match = _LANGUAGE.match(info)
    language = match[1].lower() if match else ""
    name = re.sub(r"[^\w-]", lambda sign: {"+": "p", "#": "sharp"}[sign[0]], language) or "text"
    inner = _highlighted(code, language, budget) or escape(code)
    # What may be wider than its place is scrolled by keyboard too: https://www.w3.org/WAI/WCAG22/Understanding/keyboard
    reach = ' tabindex="0"' if max(map(len, code.split("\n"))) > _PHONE else ""
    start = f'<div class="language-{escape(name)} highlight"><pre><span></span>'
    return f"{start}<code{reach}>{inner}</code></pre></div>\n"


def diagram(code: str) -> str:
    """What a site's own copy of Mermaid draws, without the diagram's settings: those could loosen rules."""
    bare = _SETTINGS.sub("", _DIAGRAM_FRONT_MATTER.sub("", code, count=1))
    return f'<pre class="mermaid"><code>{escape(bare)}</code></pre>\n'


def _highlighted(code: str, language: str, budget: Budget) -> str | None:
    if language in _PLAIN or len(code) > _LONGEST or budget.spent:
        return None
    if max(map(len, code.split("\n"))) > _LONGEST_LINE:
        return None
    lexer = _lexer(language)
    if lexer is None:
        return None
    try:
        return _spans(lexer.get_tokens(code), budget)
    except (Overrun, RecursionError):
        return None


def _spans(tokens: Iterable[tuple[_TokenType, str]], budget: Budget) -> str:
    """Tokens in spans with their classes: one for neighbours of the same class, and none beyond its line."""
    written: list[str] = []
    opened = ""
    for kind, text in tokens:
        budget.check()
        if not text:
            continue
        start = _STARTS[kind]
        if start != opened:
            written.append(f"</span>{start}" if opened else start)
            opened = start
        if not text.isalnum():  # most are words, with nothing to escape
            text = escape(text, quote=False)
            if start and "\n" in text:
                text = text.replace("\n", f"</span>\n{start}")
        written.append(text)
    if opened:
        written.append("</span>")
    return _EMPTY.sub("", "".join(written))


class _Starts(dict[_TokenType, str]):
    """The start tag for each kind of token: that of the nearest kind which styles know."""

    def __missing__(self, kind: _TokenType) -> str:
        nearest = self[kind.parent] if kind.parent else ""
        self[kind] = nearest
        return nearest


_STARTS = _Starts({kind: f'<span class="{name}">' if name else "" for kind, name in STANDARD_TYPES.items()})
_STARTS[Whitespace] = ""  # it has no colour


@lru_cache(maxsize=128)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
