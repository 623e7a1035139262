"""Bytes to text: what encoding they are in, and what stands in them that no text should hold.

The order of the guesses is that of their certainty: a byte order mark, valid UTF-8, then Windows-1252 for
what looks like Western text. Anything else is refused: a page of wrong letters is worse than a finding.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.reading.text import western
from persona_docs.reading.text.controls import replace_controls, unusual
from persona_docs.reading.text.hidden import hidden_characters
from persona_docs.reading.text.mojibake import repair
from persona_docs.reading.text.places import Places


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""A file's text.

    Attributes:
        text: with `\n` line ends, mojibake repaired, control characters made visible.
        encoding: what the bytes are in (`utf-8`, `utf-8-sig`, `utf-16`, `cp1252`).
        repaired: the encoding whose misreading was undone (`mac_roman`, `cp1252`), or empty.
    """

    text: str
    encoding: str = "utf-8"
    repaired: str = ""


_UTF8_MARK = codecs.BOM_UTF8
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
)
"""How common binary files start: https://en.wikipedia.org/wiki/List_of_file_signatures."""

_OVERLONG_OR_SURROGATE = re.compile(
    rb"\xed[\xa0-\xbf][\x80-\xbf]|[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]|\xf0[\x80-\x8f][\x80-\xbf]{2}"
)
"""What RFC 3629 forbids in UTF-8; old or hostile encoders write it."""

_NOISE = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")

_START = 32
"""Bytes that tell a file of two or four bytes a character; a NUL later on is a text's own trouble."""

_LEADS = b"\xc2\xc3\xe2\xf0"
"""First bytes of accented letters, punctuation and emoji: as the last byte, likelier a cut than a letter."""


def decode(data: bytes, path: str) -> tuple[Decoded | None, tuple[Finding, ...]]:
    """The text of a file, and what is wrong with its bytes; `None` where they are not text.

    Args:
        data: the file.
        path: its source path, for the findings.
    """
    try:
        raw, encoding, findings = _raw_text(data, path)
    except _NotTextError as problem:
        return None, (finding("undecodable", str(problem), path),)
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    findings += _line_ends(raw, path)
    repaired = repair(text, path) if encoding != "cp1252" else None
    if repaired:
        text = repaired.text.removeprefix("\ufeff")  # a byte order mark may have been misread too
        findings += repaired.findings
    text, controls = replace_controls(text, path)
    return Decoded(text, encoding, repaired.encoding if repaired else ""), (
        *findings,
        *controls,
        *hidden_characters(text, path),
    )


class _NotTextError(Exception):
    """The bytes are not text; the message says why."""


def _raw_text(data: bytes, path: str) -> tuple[str, str, tuple[Finding, ...]]:
    if data.startswith(_UTF32_MARKS):
        raise _NotTextError("The file is in UTF-32, which no persona tool reads.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _utf16(data[len(mark) :], encoding, path)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise _NotTextError(f"The file is {what}, not text.")
    marks = 0
    while data.startswith(_UTF8_MARK, marks * len(_UTF8_MARK)):
        marks += 1
    body = data[marks * len(_UTF8_MARK) :]
    doubled = (finding("control-characters", f"The file starts with {marks} byte order marks.", path, 1, 1),)
    if body[:_START].count(0) * 4 > len(body[:_START]):
        raise _NotTextError(_many_zeros(body))
    text, encoding, findings = _utf8_or_western(body, path)
    _refuse_noise(text)
    return text, "utf-8-sig" if marks and encoding == "utf-8" else encoding, findings + doubled[: marks > 1]


def _utf16(body: bytes, encoding: str, path: str) -> tuple[str, str, tuple[Finding, ...]]:
    name = encoding.upper().replace("-LE", "").replace("-BE", "")
    findings = [finding("encoding", f"The file is in {name}.", path)]
    if len(body) % 2:
        findings.append(_cut(body[:-1].decode(encoding, "replace"), path))
        body = body[:-1]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"The file claims to be {name} and is not valid at byte {error.start + 2}."
        raise _NotTextError(message) from None
    _refuse_noise(text)
    return text.removeprefix("\ufeff"), "utf-16", tuple(findings)


def _utf8_or_western(body: bytes, path: str) -> tuple[str, str, tuple[Finding, ...]]:
    try:
        return body.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        problem = error
    start = body[: problem.start].decode("utf-8")
    if problem.reason == "unexpected end of data" and (
        not start.isascii() or len(body) - problem.start > 1 or body[-1] in _LEADS
    ):
        return start, "utf-8", (_cut(start, path),)
    line, column = Places(start)(len(start))
    if _OVERLONG_OR_SURROGATE.match(body, problem.start) and _valid_but_for_forbidden(body):
        raise _NotTextError(
            f"The bytes {body[problem.start : problem.start + 3].hex(' ')} at offset {problem.start} "
            f"(line {line}) are forbidden in UTF-8: "
            "an overlong form or half of a surrogate pair."
        )
    if why := western.objection(body):
        raise _NotTextError(
            f"The file is not UTF-8 (offset {problem.start}, line {line}) and not Windows-1252 either: {why}."
        )
    message = "The file is not UTF-8; it was read as Windows-1252."
    return body.decode("cp1252"), "cp1252", (finding("encoding", message, path, line, column),)


def _line_ends(raw: str, path: str) -> tuple[Finding, ...]:
    """A finding for what only some tools read as line ends: carriage returns alone, or several kinds."""
    windows = raw.count("\r\n")
    old, unix = raw.count("\r") - windows, raw.count("\n") - windows
    kinds = [name for name, number in (("CR LF", windows), ("CR", old), ("LF", unix)) if number]
    if not old and len(kinds) < 2:
        return ()
    return (finding("line-ends", f"The lines end in {' and in '.join(kinds)}.", path),)


def _valid_but_for_forbidden(body: bytes) -> bool:
    try:
        _OVERLONG_OR_SURROGATE.sub(b"", body).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cut(text: str, path: str) -> Finding:
    line, column = Places(text)(len(text))
    return finding("encoding", "The file ends in the middle of a character.", path, line, column)


def _many_zeros(body: bytes) -> str:
    even, odd = body[::2].count(0), body[1::2].count(0)
    if max(even, odd) > 4 * min(even, odd) and max(even, odd) * 4 > len(body) // 2:
        return "The file looks like UTF-16 without a byte order mark."
    return "The file holds many NUL bytes, so it is binary or UTF-32."


def _refuse_noise(text: str) -> None:
    """Text may hold a stray control character; noise is full of them."""
    controls = len(_NOISE.findall(unusual(text)))
    if controls > 8 and controls * 2 > len(text):
        raise _NotTextError("The file holds so many control characters that it is binary.")
