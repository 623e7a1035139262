"""What can be got out of a single value that YAML refuses, and how it should have been written."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

BLOCK = re.compile(r"^[|>][+-]?\d?[+-]?$")
"""What announces a block of text: https://yaml.org/spec/1.1/#id926836."""

_QUOTED_ITEMS = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*')(?:[ \t]*,[ \t]*(?:"[^"\n]*"|'[^'\n]*'))+""")
_SHOWN = 400


def block_text(announced: str, lines: Sequence[str]) -> str:
    """The text of a block whose lines are not indented as they should be."""
    width = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    text = "\n".join(line[width:] for line in lines).strip("\n")
    if announced.startswith("|"):
        return text
    return "\n".join(" ".join(paragraph.split("\n")) for paragraph in re.split(r"\n{2,}", text))


def flow_items(raw: str) -> list[str] | None:
    """The items of a list in brackets, closed or not, or of one in quotes that has forgotten its brackets.

    `None` where text follows it, or there is none.

    >>> flow_items("[a, 'b'"), flow_items("'a', 'b'"), flow_items("'a' and 'b'")
    (['a', 'b'], ['a', 'b'], None)
    """
    if _QUOTED_ITEMS.fullmatch(raw):
        raw = f"[{raw}]"
    if not raw.startswith("["):
        return None
    items, depth, quote, item = [], 1, "", ""
    for position, character in enumerate(raw[1:], 2):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and not item.strip():
            quote = character
        elif character in "[({":
            depth += 1
        elif character in "])}":
            depth -= 1
            if not depth and raw[position:].strip():
                return None
        elif character == "," and depth == 1:
            items.append(item)
            item = ""
            continue
        if not depth:
            break
        item += character
    items.append(item)
    return [text for item in items if (text := unquoted(" ".join(item.split())))]


def unquoted(raw: str) -> str:
    """A value without quotes around it, or without one that is never closed; as it is with text behind."""
    for quote in ('"', "'"):
        if raw.startswith(quote):
            inner = raw[1:]
            if inner.endswith(quote):
                return inner[:-1].replace('\\"', '"') if quote == '"' else inner[:-1].replace("''", "'")
            return raw if quote in inner else inner
    return raw


def quoted_line(key: str, text: str) -> str:
    """The fix: the line with its value in double quotes, or as a block where it has several lines."""
    if "\n" in text or len(text) > _SHOWN:
        return f"Write it as a block: `{key}: |`, and indent the lines below by two spaces."
    return f"Put the value in quotes: `{key}: {in_quotes(text)}`"


def spaced_line(key: str, text: str) -> str:
    """The fix for a key whose colon no space follows."""
    plain = re.fullmatch(r"[\w.][\w./ -]*", text) is not None
    return f"Put a space after the colon: `{key}: {text if plain else in_quotes(text)}`"


def quoted_item(text: str) -> str:
    """The fix for an item of a list."""
    if "\n" in text or len(text) > _SHOWN:
        return "Put the item in quotes."
    return f"Put the item in quotes: `- {in_quotes(text)}`"


def quoted_list(key: str, items: Sequence[str]) -> str:
    """The fix for a list in brackets."""
    line = f"{key}: [{', '.join(map(in_quotes, items))}]"
    return f"Put the items in quotes: `{line}`" if len(line) <= _SHOWN else "Put the items in quotes."


def in_quotes(text: str) -> str:
    """A text as a double-quoted YAML scalar; what cannot be seen is written as an escape."""
    return "".join(
        c if c.isprintable() else f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}"
        for c in json.dumps(text, ensure_ascii=False)
    )
