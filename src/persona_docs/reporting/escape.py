"""Text from files, made safe to show in a terminal or a log."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\u3164\ud800-\udfff\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    r"""A text in which every character that moves the cursor, or that nobody sees, is written as an escape.

    >>> print(visible("a\x1b[31mb\u202ec\td"))
    a\x1b[31mb\u202ec d
    """
    return _UNSEEN.sub(_escape, text)


def width(text: str) -> int:
    """How many columns a terminal takes for a text.

    >>> width("a漢")
    3
    """
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\t":
        return " "
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65_536 else f"\\U{code:08x}"
