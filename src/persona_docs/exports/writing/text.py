r"""Plain text as Markdown: whatever it holds, it is text in CommonMark, and in Python-Markdown too.

Python-Markdown knows no escape for `<`, so that becomes `&lt;`. No two brackets that open stand side by side,
so no wiki sees a link of its own (`[[page]]`, `[[_TOC_]]`, `[[include:…]]`) in a text.
"""

from __future__ import annotations

import re

from markdown_it.common.normalize_url import normalizeLink

from persona_docs.reading.text.controls import without_forbidden
from persona_docs.reading.text.hidden import without_hidden

_SIGNS = re.compile(r"[\\`*\[\]|~$^]|(?<![^\W_])_|_(?![^\W_])|=(?==)|(?<==)=")
_OPENING = re.compile(r"\A\\\[")
_PLACE = re.compile(r"((?:\\\[|&#91;)\\\[)([_*])(\w+)\2(?=\\\]\\\])")  # `[[_TOC_]]` is emphasis to Markdown
_TAG = re.compile(r"<(?=[a-zA-Z/!?$]|\Z)")
_ENTITY = re.compile(r"&(?=#|\w{1,40};|\Z)")  # what comes behind its end is not known
_BARE = re.compile(r"(?<=:)/(?=/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)", re.IGNORECASE)
_SPECIAL = re.compile(
    r"[\\`*\[\]|~$^_=<&@]|:/"
)  # where there is none, and no `www`, all above have nothing to do
_NUMBER = re.compile(r"(\d{1,9})[.)](?=\s|$)")
_BLOCK = re.compile(r"#|>|[+-](?:\s|$)|-[- ]*$|=+\s*$|:(?=:|\s)|!!!")
_ORDINARY = re.compile(r"https?://[a-z0-9.-]{1,60}(?:/[\w.~-]*)*", re.ASCII)  # an address that stays as it is
_ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "()[]|\\<>*`"})


def escape(text: str) -> str:
    r"""A text that stands inside a line.

    A bracket at its start is written as a number: to md2conf, `\[` may open a formula there.
    """
    text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", _ENTITY.sub("&amp;", text))
    text = _TAG.sub("&lt;", text)
    return _OPENING.sub("&#91;", text, count=1)


def unlinked(written: str) -> str:
    """Written text in which no address is made a link: what stands around one can make md2conf give up."""
    return _BARE.sub(lambda sign: f"&#{ord(sign[0])};", written)


def line_starts(text: str) -> str:
    r"""Written text whose lines begin no heading, list, quote, rule or other block.

    >>> line_starts("1. Go\n# up - now\n- a\n2026 was"), line_starts("---")
    ('1\\. Go\n\\# up - now\n\\- a\n2026 was', '\\---')
    """
    lines = []
    for line in text.split("\n"):
        hard = line.endswith("  ")
        if line := _start(line.strip(" \t")):
            lines.append(f"{line}  " if hard else line)
    return "\n".join(lines).rstrip(" ")


def _start(line: str) -> str:
    line = _OPENING.sub("&#91;", line, count=1)
    number = _NUMBER.match(line)
    if number:
        return f"{number[1]}\\{line[number.end(1) :]}"
    return f"\\{line}" if _BLOCK.match(line) else line


def heading(said: str, level: int) -> str:
    r"""A heading; signs at its end are no part of its mark.

    >>> heading("C#", 2)
    '## C\\#'
    """
    bare = said.rstrip("#")
    closing = f"\\{said[len(bare) :]}" if bare != said else ""
    return f"{'#' * level} {bare}{closing}"


def one_line(text: str) -> str:
    """A text on one line, escaped; addresses in it are no links, as on the catalog's pages."""
    text = " ".join(text.split())
    special = _SPECIAL.search(text) or "www" in text.lower()
    return unlinked(escape(text)) if special else text


def paragraph(text: str) -> str:
    """A text as a paragraph of its own, on one line."""
    return line_starts(one_line(text))


def code(text: str, *, cell: bool = False) -> str:
    r"""A text as a code span; in a table's cell its pipes are escaped.

    >>> code("a`b"), code("`"), code("a|b", cell=True)
    ('``a`b``', '`` ` ``', '`a\\|b`')
    """
    text = " ".join(text.split("\n"))
    if not text.strip():
        return ""
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    if text[0] == "`" or text[-1] == "`" or (text[0] == text[-1] == " "):
        text = f" {text} "
    return f"{fence}{text.replace('|', chr(92) + '|') if cell else text}{fence}"


def fence(content: str, language: str = "") -> str:
    """A text as a fenced block of code."""
    content = content.rstrip("\n")
    longest = max((len(run) for run in re.findall("```+", content)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{language}\n{content}\n{marks}" if content else f"{marks}{language}\n{marks}"


def link(label: str, address: str) -> str:
    """A link; the label is Markdown already, the address anything."""
    where = target(address)
    return f"[{label}]({where})" if where else label


def target(address: str) -> str:
    """An address as it stands in a link: no character of it ends the link or a table's cell.

    Addresses of pages in a wiki keep their letters: md2conf looks for files under the names as written.
    """
    address = "".join(address.split())
    if _ORDINARY.fullmatch(address):
        return address
    try:
        address = normalizeLink(address) if ":" in address else address
    except ValueError:
        return ""
    return address.translate(_ADDRESS)


def document(*blocks: str) -> str:
    """Blocks as a document: without hidden characters and those that no wiki can keep."""
    text = "\n\n".join(block for block in blocks if block)
    return printable(_PLACE.sub(r"\1\3", text) + "\n")


def printable(text: str) -> str:
    """A text without hidden characters, and with a mark in place of those that XML forbids."""
    return without_hidden(without_forbidden(text))


def printable_line(text: str) -> str:
    """The same on one line, as data hold it."""
    return printable(" ".join(text.split()))


def encoded(text: str) -> bytes:
    """A text as the bytes of a file; half a surrogate pair, which no file can hold, is a question mark."""
    return text.encode("utf-8", "replace")
