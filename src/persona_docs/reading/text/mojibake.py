"""UTF-8 that was once read as another encoding and saved again, undone where that is exact.

A text is repaired only as a whole and only when going the way back works for every character of it: one `é`
that is right already, or one symbol that stands for itself, stops it. That alone would still turn `√π` into
`ù` in a text with no other sign, so the result must also make sense as words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.reading.text.places import quoted

_ROUNDS = 4
"""Some files went through the mill twice; nobody has seen five times."""

_PROOF = 3
"""Points from `_points` that make a repair certain."""

# cp1252 as browsers and Windows read it: bytes that it leaves undefined are the C1 controls, which also
# covers a text misread as ISO 8859-1. https://encoding.spec.whatwg.org/#windows-1252
_FROM_1252 = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in b"\x81\x8d\x8f\x90\x9d"
}


_NOT_1252 = re.compile(f"[^\x00-\xff{''.join(map(chr, _FROM_1252))}]")


def _as_cp1252(text: str) -> bytes:
    if _NOT_1252.search(text):  # found long before the end, in most texts
        raise UnicodeError("holds a character that cp1252 lacks")
    return text.translate(_FROM_1252).encode("latin-1")


_WAYS_BACK: tuple[tuple[str, Callable[[str], bytes]], ...] = (
    ("mac_roman", lambda text: text.encode("mac_roman")),
    ("cp1252", _as_cp1252),
)

_NAMES = {"mac_roman": "MacRoman", "cp1252": "Windows-1252"}

_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_RUN = re.compile(rb"(?:[\xc2-\xf4][\x80-\xbf]+){3,}")


@dataclass(frozen=True, slots=True)
class Repair:
    """A text with its misreading undone.

    Attributes:
        text: the repaired text.
        encoding: what it was once misread as (`mac_roman`, `cp1252`).
        findings: one, naming the first line that changed.
    """

    text: str
    encoding: str
    findings: tuple[Finding, ...]


def repair(text: str, path: str) -> Repair | None:
    """Undo a misreading of the whole text, twice where it happened twice; `None` where there is none."""
    if text.isascii():
        return None
    repaired, first = text, ""
    for _ in range(_ROUNDS):
        candidates = list(_candidates(repaired))
        if not candidates:
            break
        encoding, repaired = min(candidates, key=lambda candidate: _oddness(candidate[1]))
        first = first or encoding
    return Repair(repaired, first, (_finding(text, repaired, first, path),)) if first else None


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    for encoding, way_back in _WAYS_BACK:
        try:
            data = way_back(text)
            repaired = data.decode("utf-8")
        except UnicodeError:
            continue
        if repaired != text and _points(data, encoding) >= _PROOF:
            yield encoding, repaired


def _oddness(text: str) -> int:
    """How many of its characters are no letters or signs of their own: less where the right way was taken."""
    return sum(unicodedata.category(character) in {"Mn", "Cn", "Co", "Cc"} for character in text)


def _points(data: bytes, encoding: str) -> int:
    """How sure it is that these bytes were UTF-8 before somebody misread them.

    Three signs that form one character, or several pairs in a row, are never written by hand, and neither is
    a pair inside a word. A pair at the edge of a word might be: `√πr` is mathematics, so three different ones
    of those are asked for; only `Ã` behind a small letter (`cafÃ©`) is nobody's spelling.
    """
    if _RUN.search(data):
        return _PROOF
    edges: set[bytes] = set()
    for match in _SEQUENCE.finditer(data):
        sequence = match[0]
        if len(sequence) > 2:
            return _PROOF
        if sequence[0] > 0xC5 or not sequence.decode("utf-8").isalpha():
            continue  # `CAFÉ™` is a name, `Â°` may be anything
        before = data[max(0, match.start() - 1) : match.start()]
        after = data[match.end() : match.end() + 1]
        inside = before.isalpha() and after.isalpha()
        if inside or (encoding == "cp1252" and sequence[0] == 0xC3 and before.islower()):
            return _PROOF
        if before.isalpha() or after.isalpha():
            edges.add(before + sequence + after)
    return len(edges)


def _finding(text: str, repaired: str, encoding: str, path: str) -> Finding:
    pairs = enumerate(zip(text.split("\n"), repaired.split("\n"), strict=True), 1)
    line, (old, new) = next((number, pair) for number, pair in pairs if pair[0] != pair[1])
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(new))
    word = old.rfind(" ", 0, start) + 1
    was, now = quoted(old[word : word + 30], 24), quoted(new[word : word + 24], 24)
    message = f"UTF-8 was read as {_NAMES[encoding]} and saved again: “{was}” is shown as “{now}”."
    return finding("mojibake", message, path, line, start + 1)
