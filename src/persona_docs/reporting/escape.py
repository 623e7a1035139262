"""Text from files, made safe to show in a terminal or a log."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\u3164\ud800-\udfff\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)


_ORDER = re.compile(r"(?<=#)#(?=(?:vso|teamcity)?\[)", re.IGNORECASE)
_START = re.compile(r"\A(\s*+):(?=:)")
"""What makes an order of a line in the log of a CI server: `##[…]` or `##vso[…]` anywhere, `::` at its start.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
"""


def visible(text: str) -> str:
    r"""A text in which every character that moves the cursor, or that nobody sees, is written as an escape.

    So is what makes it an order to the CI server whose log it stands in.

    >>> print(visible("a\x1b[31mb\u202ec\td"))
    a\x1b[31mb\u202ec d
    >>> print(visible("##vso[task.setvariable variable=a]b"))
    #\x23vso[task.setvariable variable=a]b
    """
    return inert(_UNSEEN.sub(_escape, text))


def inert(text: str) -> str:
    """A line of text that gives no CI server an order."""
    return _START.sub(r"\1\\x3a", _ORDER.sub(r"\\x23", text)) if "##" in text or "::" in text else text


def inert_json(text: str) -> str:
    r"""The same of JSON, which stays what it is: there a sign may be written as its number.

    >>> print(inert_json('"##[error]"'))
    "#\u0023[error]"
    """
    return text.replace("##", "#\\u0023")


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
