"""Characters that a reader of the file cannot see: found by their exact code points, never by likeness.

What is let through is what real writing needs: joiners in emoji and in Arabic, Indic and South-East Asian
scripts, direction marks beside right-to-left letters, variation selectors behind the characters that have
variants, and the three regional flags made of tag characters. https://www.unicode.org/reports/tr39/ (security
mechanisms), https://www.unicode.org/reports/tr51/ (emoji) and https://trojansource.codes/ name the dangers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.reading.text.controls import unusual
from persona_docs.reading.text.places import code_point, quoted

_BIDI = "\u202a-\u202e\u2066-\u2069"
_TAGS = "\U000e0000-\U000e007f"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_MARKS = "\u200e\u200f\u061c"
_JOINERS = "\u200c\u200d"
# Zero-width spaces, fillers, invisible operators, format controls, line separators, and what Unicode keeps
# free for more of them, which is drawn as nothing already.
_OTHERS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f"
    "\u3164\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)

_SUSPECT = re.compile(f"[{_BIDI}{_TAGS}{_SELECTORS}{_MARKS}{_JOINERS}{_OTHERS}]+")
_FLAG = re.compile(
    "\U0001f3f4(?:\U000e0067\U000e0062(?:{}|{}|{})\U000e007f)".format(
        "\U000e0065\U000e006e\U000e0067", "\U000e0073\U000e0063\U000e0074", "\U000e0077\U000e006c\U000e0073"
    )
)  # England, Scotland, Wales: https://www.unicode.org/reports/tr51/#flag-emoji-tag-sequences

_BIDI_SET = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TAG_SET = frozenset(map(chr, range(0xE0000, 0xE0080)))
_SELECTOR_SET = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
_MARK = re.compile(f"[{_MARKS}]")
_NOT_ZERO_WIDTH = re.compile(f"[{_BIDI}{_TAGS}{_SELECTORS}{_MARKS}]")

# Scripts whose letters join, or whose words are divided, by zero-width characters.
_JOINING = (
    (0x0600, 0x08FF),  # Arabic, Syriac, Thaana, NKo and others
    (0x0900, 0x109F),  # the Indic scripts, Thai, Lao, Tibetan, Myanmar
    (0x1780, 0x18AF),  # Khmer, Mongolian
    (0x1A20, 0x1AAF),
    (0x1B00, 0x1C4F),
    (0xA800, 0xABFF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
    (0x10A00, 0x11FFF),
)

_SHOWN = 20
"""Findings of one kind per file; what is beyond is counted."""

_MEANT_AS_BITS = 4
"""So many zero-width characters in a row spell something: nobody types them."""


_ERROR, _WARNING = "hidden-characters", "zero-width"


@dataclass(frozen=True, slots=True)
class _Hit:
    code: str
    what: str
    offset: int
    text: str


def hidden_characters(text: str, path: str) -> tuple[Finding, ...]:
    """Findings for every line that hides something, with the exact code points and what they spell."""
    if not _SUSPECT.search(unusual(text)):
        return ()
    findings: list[Finding] = []
    counts: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.isascii():
            continue
        for (code, what), group in groupby(_hits(line), key=lambda hit: (hit.code, hit.what)):
            counts[code] = counts.get(code, 0) + 1
            if counts[code] <= _SHOWN:
                hits = list(group)
                findings.append(finding(code, _message(what, hits), path, number, hits[0].offset + 1))
    findings += [
        finding(code, f"There are characters like these in {number - _SHOWN:,} more places.", path)
        for code, number in counts.items()
        if number > _SHOWN
    ]
    return tuple(findings)


def without_hidden(text: str) -> str:
    """A text without the characters that would be told, nor the byte order marks that are told as control.

    >>> without_hidden("gar\u202ede\ufeffner"), without_hidden("می\u200cخواهم") == "می\u200cخواهم"
    ('gardener', True)
    """
    text = text.replace("\ufeff", "")
    if not _SUSPECT.search(unusual(text)):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.isascii() and _SUSPECT.search(line):
            lines[number] = _line_without_hidden(line)
    return "\n".join(lines)


def _line_without_hidden(line: str) -> str:
    parts, at = [], 0
    for hit in _hits(line):
        parts.append(line[at : hit.offset])
        at = hit.offset + len(hit.text)
    return "".join([*parts, line[at:]])


def _message(what: str, hits: list[_Hit]) -> str:
    text = "".join(hit.text for hit in hits)
    points = ", ".join(code_point(c) for c in dict.fromkeys(text[:400]))
    columns = ", ".join(str(hit.offset + 1) for hit in hits[:8]) + (", …" if len(hits) > 8 else "")
    said = _spelled(text)
    spells = f" They spell “{quoted(said, 300)}”." if said else ""
    return f"{what} at column {columns}: {quoted(points, 200)}.{spells}"


def _spelled(text: str) -> str:
    """The text that tag characters or variation selectors stand for, if it can be read."""
    tags = "".join(chr(ord(c) - 0xE0000) for c in text if 0xE0020 <= ord(c) <= 0xE007E)
    if tags:
        return tags
    data = bytes(_selector_byte(c) for c in text if c in _SELECTOR_SET)
    said = data.decode("utf-8", "replace") if len(data) > 1 else ""
    return said if said and all(c.isprintable() or c.isspace() for c in said) and "\ufffd" not in said else ""


def _selector_byte(selector: str) -> int:
    """The byte a selector is used for: VS1 to VS256 for 0 to 255."""
    number = ord(selector)
    return number - 0xFE00 if number <= 0xFE0F else number - 0xE0100 + 16


def _hits(line: str) -> Iterator[_Hit]:
    right_to_left = _right_to_left(line) if _MARK.search(line) else False
    for match in _SUSPECT.finditer(line):
        start, run = match.start(), match[0]
        if _spells_bits(run):
            yield _Hit(_ERROR, "A row of zero-width characters", start, run)
            continue
        flag = _FLAG.match(line, start - 1) if start else None
        for offset in range(flag.end() if flag else start, match.end()):
            if hit := _hit(line, offset, right_to_left=right_to_left):
                yield hit


def _spells_bits(run: str) -> bool:
    """Whether a run is long, and of zero-width characters alone."""
    return len(run) >= _MEANT_AS_BITS and not _NOT_ZERO_WIDTH.search(run)


def _hit(text: str, offset: int, *, right_to_left: bool) -> _Hit | None:
    character = text[offset]
    before, after = text[max(0, offset - 1) : offset], text[offset + 1 : offset + 2]
    if character in _BIDI_SET:
        return _Hit(_ERROR, "Characters that reorder the text", offset, character)
    if character in _TAG_SET:
        return _Hit(_ERROR, "Text hidden in tag characters", offset, character)
    if character in _SELECTOR_SET:
        return _selector(character, before, after, offset)
    if character in _MARKS:
        return None if right_to_left else _Hit(_WARNING, "Direction marks", offset, character)
    if _let_through(character, text, offset, before, after):
        return None
    return _Hit(_WARNING, "Invisible characters", offset, character)


def _selector(character: str, before: str, after: str, offset: int) -> _Hit | None:
    if character in "\ufe0e\ufe0f" and character in (before, after):
        # an emoji's selector typed twice shows nothing and says nothing
        return (
            _Hit(_WARNING, "Doubled variation selectors", offset, character) if character == before else None
        )
    if before in _SELECTOR_SET or after in _SELECTOR_SET:
        return _Hit(_ERROR, "Bytes hidden in variation selectors", offset, character)
    if _has_variants(character, before):
        return None
    return _Hit(_ERROR, "Variation selectors where there is nothing to vary", offset, character)


def _has_variants(selector: str, base: str) -> bool:
    if not base:
        return False
    category = unicodedata.category(base)
    if selector in "\ufe0e\ufe0f":  # text or emoji style, as behind ⚠, 3, #, ℹ
        return category in {"So", "Sm", "Sk", "Nd", "Po", "Pd", "Mn", "Cf"} or base in "ℹⓂ〽‼"
    if ord(selector) >= 0xE0100 or selector <= "\ufe02":  # ideographs; the first three also behind signs
        return category in {"Lo", "Sm", "So", "Po", "Nl"}
    return category == "Lo"


def _let_through(character: str, text: str, offset: int, before: str, after: str) -> bool:
    if character == "\u200d" and _emoji(_base(text, offset)) and _emoji(after):
        return True
    if character in "\u200b\u200c\u200d\u2060\u034f":
        return _joins(before) or _joins(after)
    return 0x180B <= ord(character) <= 0x180F and _joins(before)


def _base(text: str, offset: int) -> str:
    """The character before a joiner, behind its selector and skin tone."""
    offset -= 1
    while offset > 0 and (text[offset] == "\ufe0f" or 0x1F3FB <= ord(text[offset]) <= 0x1F3FF):
        offset -= 1
    return text[offset] if offset >= 0 else ""


def _emoji(character: str) -> bool:
    return bool(character) and (unicodedata.category(character) in {"So", "Sk"} or character in "↔↕⬛")


def _joins(character: str) -> bool:
    return bool(character) and any(first <= ord(character) <= last for first, last in _JOINING)


def _right_to_left(line: str) -> bool:
    """Whether a line holds letters that are written from right to left."""
    return any(unicodedata.bidirectional(c) in {"R", "AL"} for c in line if c not in _MARKS)
