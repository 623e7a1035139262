"""Whether bytes that are not UTF-8 look like Western text in Windows-1252, the last resort.

Every byte sequence is some text in some single-byte encoding, so valid proves nothing: Shift JIS or a picture
read as Windows-1252 is a page of wrong letters. Western text gives itself away by how rarely accents stand
together.
"""

from __future__ import annotations

import re

_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"

_USUAL = frozenset(
    b"\x80\x82\x84\x85\x86\x8a\x8b\x8c\x8e\x91\x92\x93\x94\x95\x96\x97\x99\x9a\x9b\x9c\x9e\x9f"
    b"\xa0\xa1\xa2\xa3\xa5\xa7\xa9\xaa\xab\xae\xb0\xb1\xb2\xb3\xb4\xb5\xb7\xba\xbb\xbc\xbd\xbe\xbf"
) | frozenset(range(0xC0, 0x100))
"""Letters, quotes, dashes and the signs people type; `ƒ`, `ˆ`, `‰` and the like are rare in prose."""

_HIGH_RUN = re.compile(rb"[\x80-\xff]{4,}")


def objection(data: bytes) -> str:
    """Why the bytes are not Western text, or an empty string where they may be."""
    for byte in _UNDEFINED:
        if byte in data:
            return f"the byte {byte:02x} means nothing there"
    if 0 in data:
        return "it holds NUL bytes"
    high = [byte for byte in data if byte >= 0x80]
    letters = sum(1 for byte in data if byte > 0x20)
    if len(high) > 8 and len(high) * 3 > letters:
        return "too many of its letters are accented"
    if any(len(set(run)) > 2 for run in _HIGH_RUN.findall(data)):
        return "accented letters stand in long rows, as in an East Asian or Cyrillic encoding"
    unusual = sum(1 for byte in high if byte not in _USUAL)
    return "most of its signs are unusual" if unusual > 2 and unusual * 5 > len(high) else ""
