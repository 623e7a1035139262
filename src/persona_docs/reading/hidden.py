"""Characters a reader cannot see, found by exact code-point rules.

Let through, because they are ordinary writing: emoji joined by ZWJ, variation selectors after emoji, the
three regional flags made of tag characters, ZWNJ and ZWJ in Arabic and Indic scripts, a byte order mark at
the start.
https://www.unicode.org/reports/tr36/ and https://trojansource.codes name the dangers.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from persona_docs.codes import finding
from persona_docs.model import Finding

_SUSPECTS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufffd\U000e0000-\U000e007f\U000e0100-\U000e01ef"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_FLAGS = re.compile("\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|"
                    "\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f")  # fmt: skip
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS_OF_DIRECTION = frozenset("\u200e\u200f\u061c")
_MOST = 20  # findings of one kind in one file; more say nothing new


def hidden_characters(text: str, path: str) -> list[Finding]:
    """Findings for what the text hides, at most one per kind and line."""
    if text.isascii() and not _SUSPECTS.search(text):
        return []
    findings: list[Finding] = []
    seen: set[tuple[str, int]] = set()
    starts = _line_starts(text)
    flags = {index for match in _FLAGS.finditer(text) for index in range(*match.span())}
    for match in _SUSPECTS.finditer(text):
        index = match.start()
        kind = "" if index in flags else _kind(text, index)
        if not kind:
            continue
        line, column = _place(starts, index)
        if (kind, line) in seen or sum(k == kind for k, _ in seen) >= _MOST:
            continue
        seen.add((kind, line))
        findings.append(_finding(kind, text, index, path, line, column))
    return findings


def _kind(text: str, index: int) -> str:
    """What a suspect is: `tag`, `selector`, `bidi`, `zero-width`, `control`, `replacement` or nothing."""
    character = text[index]
    before = text[index - 1] if index else ""
    after = text[index + 1 : index + 2]
    code = ord(character)
    if 0xE0000 <= code <= 0xE007F:
        return "tag"
    if 0xFE00 <= code <= 0xFE0F or code >= 0xE0100:
        usual = code in (0xFE0E, 0xFE0F) and before != "" and not _selector(before)
        return "" if usual or _han(before) else "selector"
    if character in _BIDI:
        return "bidi"
    if character in "\u200c\u200d":
        return "" if _joins(before, after) else "zero-width"
    if character in _MARKS_OF_DIRECTION:
        return "" if _near_rtl(text, index) else "zero-width"
    if character == "\ufeff" and index == 0:
        return ""
    if character == "\ufffd":
        return "replacement"
    return "control" if unicodedata.category(character) == "Cc" or character == "\ufeff" else "zero-width"


def _selector(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F or ord(character) >= 0xE0100


def _han(character: str) -> bool:
    return character != "" and unicodedata.name(character, "").startswith("CJK UNIFIED")


def _joins(before: str, after: str) -> bool:
    """Whether a joiner stands where scripts and emoji want one."""
    around = [c for c in (before, after) if c]
    if any(unicodedata.bidirectional(c) == "AL" for c in around):
        return True
    if before and unicodedata.category(before) in ("Mn", "Mc", "Lo") and not before.isascii():
        return True
    return bool(after) and all(unicodedata.category(c) in ("So", "Sk", "Mn", "Cs") for c in around)


def _near_rtl(text: str, index: int) -> bool:
    near = text[max(0, index - 40) : index + 40]
    return any(unicodedata.bidirectional(c) in ("R", "AL") and c not in _MARKS_OF_DIRECTION for c in near)


def _finding(kind: str, text: str, index: int, path: str, line: int, column: int) -> Finding:
    code = f"U+{ord(text[index]):04X}"
    name = unicodedata.name(text[index], "(a control character)")
    if kind == "tag":
        hidden = "".join(chr(ord(c) - 0xE0000) for c in re.match("[\U000e0000-\U000e007f]+", text[index:])[0])  # type: ignore[index]
        shown = "".join(c if c.isprintable() else "·" for c in hidden)[:80]
        return finding(
            "hidden-characters", f"Tag characters from {code} on spell “{shown}”", path, line, column
        )
    if kind in ("bidi", "selector"):
        return finding("hidden-characters", f"{code} {name} changes or hides text", path, line, column)
    if kind == "zero-width":
        return finding("zero-width", f"{code} {name} cannot be seen", path, line, column)
    if kind == "replacement":
        message = "U+FFFD stands where characters were lost by an earlier wrong decoding"
        return finding("control-characters", message, path, line, column)
    return finding("control-characters", f"{code} {name} does not belong in text", path, line, column)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _place(starts: list[int], index: int) -> tuple[int, int]:
    line = bisect_right(starts, index)
    return line, index - starts[line - 1] + 1
