"""The prose of a page, beside its code, its addresses and its front matter.

Some wikis read more into a text than Markdown does: `#12` is a work item, `{name}` an attribute. What they
would take for such a thing is rewritten here, where it is prose; in code they leave it alone themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from persona_docs.exports.writing import text

_FENCE = re.compile(r"(?:[> ]|[-*] |\d{1,9}[.)] )*(`{3,}|:::(?= mermaid$))[^`]*")
KEPT = r"\\.|(?P<marks>`+)(?!`).*?(?<!`)(?P=marks)(?!`)|\]\([^)]*\)"
"""What is no prose within a line, as `writing.text` writes it: escaped signs, code, addresses of links."""


def signs(pattern: str) -> re.Pattern[str]:
    """What to look for in prose; a match of anything else than the pattern has no group `sign`."""
    return re.compile(rf"{KEPT}|(?P<sign>{pattern})")


def escaped(page: str, sought: re.Pattern[str]) -> str:
    r"""A page with a backslash before every sign that is sought in its prose.

    >>> escaped("#1, \\#1, `#1`, [#1](a#1)", signs(r"#(?=\d)"))
    '\\#1, \\#1, `#1`, [\\#1](a#1)'
    """
    return rewritten(page, lambda line: sought.sub(_escaped, line))


def unpiped(found: re.Match[str]) -> str:
    r"""What was found, or where it is code of a cell: the same with its pipes outside.

    Some parsers show the backslashes that others need before them.

    >>> unpiped(re.search(KEPT, r"`a\|b` |")), unpiped(re.search(KEPT, r"`a\|b`"))
    ('`a`\\|`b`', '`a\\|b`')
    """
    marks = found["marks"]
    if not marks or not found.string.endswith(" |"):
        return found[0]
    parts = found[0][len(marks) : -len(marks)].split("\\|")
    return "\\|".join(text.code(each) if each.strip() else each for each in parts)


def rewritten(page: str, rewrite: Callable[[str], str]) -> str:
    """A page with every line rewritten that is neither front matter nor in a block of code."""
    lines = page.split("\n")
    closing = ""
    for at in range(lines.index("---", 1) if lines[0] == "---" else 0, len(lines)):
        line = lines[at]
        if closing:
            closing = "" if line.strip("> ") == closing else closing
        elif opening := _FENCE.fullmatch(line):
            closing = opening[1]
        else:
            lines[at] = rewrite(line)
    return "\n".join(lines)


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found["sign"] else found[0]
