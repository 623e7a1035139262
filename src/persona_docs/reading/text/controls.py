"""Control characters, made visible: they drive terminals and break parsers, and no reader sees them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.reading.text.places import Places, code_point

_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
_CONTROL = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_NO_CHARACTERS}]")
"""Control characters other than tab and line feed, and code points that are no characters at all."""

_SHOWN = 10
_PLAIN = bytes([9, 10, *range(32, 127)])

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def unusual(text: str) -> str:
    r"""The characters of a text that no English keyboard has: in most texts few, and soon looked through.

    >>> unusual("Diseño\u200b of\x00 APIs")
    'ñ\u200b\x00'
    """
    left = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return left.decode("utf-8", "surrogatepass")


def without_forbidden(text: str) -> str:
    """The text with U+FFFD in place of what neither HTML nor XML may hold: https://www.w3.org/TR/xml/#charsets."""
    return _FORBIDDEN.sub("\ufffd", text) if _FORBIDDEN.search(unusual(text)) else text


def picture(character: str) -> str:
    """What is shown instead of a control character: its picture (`␛`), or U+FFFD where there is none.

    One character for one, so that columns stay right. https://www.unicode.org/charts/PDF/U2400.pdf
    """
    number = ord(character)
    if number < 0x20:
        return chr(0x2400 + number)
    return "\u2421" if number == 0x7F else "\ufffd"


def without_controls(text: str) -> str:
    """The text with each control character replaced by its picture."""
    return _CONTROL.sub(lambda match: picture(match[0]), text)


def replace_controls(text: str, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text with its control characters made visible, and a finding per line that holds any.

    U+FFFD and byte order marks inside the text stay as they are, and are reported as well.
    """
    places = Places(text)
    held = _CONTROL.search(unusual(text)) is not None
    controls = [match.start() for match in _CONTROL.finditer(text)] if held else []
    findings = _per_line(text, places, controls, "control-characters", "Control characters", path)
    marks = _all(text, "\ufeff")
    findings += _per_line(
        text, places, marks, "control-characters", "A byte order mark inside the text", path
    )
    lost = _all(text, "\ufffd")
    told = _per_line(text, places, lost, "control-characters", "Characters that were lost before", path)
    findings += tuple(replace(each, fix="Retype what was there, or delete them.") for each in told)
    return (without_controls(text) if controls else text), findings


def _all(text: str, character: str) -> list[int]:
    return [match.start() for match in re.finditer(character, text)] if character in text else []


def _per_line(
    text: str, places: Places, offsets: list[int], code: str, what: str, path: str
) -> tuple[Finding, ...]:
    located = [(*places(offset), text[offset]) for offset in offsets]
    lines = [(line, list(group)) for line, group in groupby(located, key=lambda at: at[0])]
    findings = [
        finding(code, f"{what}: {_points(group)}.", path, line, group[0][1]) for line, group in lines[:_SHOWN]
    ]
    if more := len(lines[_SHOWN:]):
        findings.append(finding(code, f"There are such characters on {more:,} more lines.", path))
    return tuple(findings)


def _points(group: list[tuple[int, int, str]]) -> str:
    return ", ".join(dict.fromkeys(code_point(character) for _, _, character in group))
