"""Code blocks with the classes that Material's highlighting, copy button and colours go by.

The elements are those of pymdownx.highlight, so a fence of a body looks like a fence of any other page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from io import StringIO

from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from persona_docs.reading.budget import Budget, Overrun

_LANGUAGE = re.compile(r"[{.\s]*([\w+#-]+)")
_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "none", "output"})
_LONGEST = 100_000
_LONGEST_LINE = 5_000
_PHONE = 36  # letters that fit next to each other on a phone
_SETTINGS = re.compile(r"^\s*%%\{.*?\}%%[ \t]*\n?", re.DOTALL | re.MULTILINE)
_DIAGRAM_FRONT_MATTER = re.compile(r"\s*---\n.*?\n---\n", re.DOTALL)


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
    bare = _SETTINGS.sub(
        "", _DIAGRAM_FRONT_MATTER.sub("", code, count=1) if code.lstrip().startswith("---") else code
    )
    return f'<pre class="mermaid"><code>{escape(bare)}</code></pre>\n'


def _highlighted(code: str, language: str, budget: Budget) -> str | None:
    if language in _PLAIN or len(code) > _LONGEST or budget.spent:
        return None
    if max(map(len, code.split("\n"))) > _LONGEST_LINE:
        return None
    lexer = _lexer(language)
    if lexer is None:
        return None
    tokens = []
    try:
        for token in lexer.get_tokens(code):
            budget.check()
            tokens.append(token)
    except (Overrun, RecursionError):
        return None
    out = StringIO()
    _formatter().format(tokens, out)
    return out.getvalue()


@lru_cache(maxsize=128)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(maxsize=1)
def _formatter() -> HtmlFormatter[str]:
    return HtmlFormatter(nowrap=True, wrapcode=False)
