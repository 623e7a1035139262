"""Bytes become text; what a wrong encoding broke is put right where that is certain."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.reading.hidden import hidden_characters

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MISREAD_AS = ("mac_roman", "cp1252")
_PASSES = 3  # text that was misread twice needs two; nobody has seen four


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text.

    Attributes:
        text: with line feeds as line ends and broken encodings repaired.
        encoding: how the bytes were decoded.
        repaired: the encoding whose misreading was undone, or empty.
    """

    text: str
    encoding: str = "utf-8"
    repaired: str = ""


def decode(data: bytes, path: str) -> tuple[Decoded | None, tuple[Finding, ...]]:
    """The text of a file, or `None` where the bytes are no text.

    UTF-8 first, then UTF-16 and UTF-32 by their byte order mark, Windows-1252 as the last resort.
    """
    findings: list[Finding] = []
    text, encoding = _text(data, path, findings)
    if text is None:
        return None, tuple(findings)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, repaired = _repair(text, path, findings)
    findings += hidden_characters(text, path)
    return Decoded(text, encoding, repaired), tuple(findings)


def _text(data: bytes, path: str, findings: list[Finding]) -> tuple[str | None, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding, path, findings)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _last_resort(data, error, path, findings)
    if b"\x00" in data and _is_binary(text):
        findings.append(
            finding("undecodable", "The file is binary, or UTF-16 without a byte order mark", path)
        )
        return None, ""
    return text, "utf-8"


def _marked(
    data: bytes, mark: bytes, encoding: str, path: str, findings: list[Finding]
) -> tuple[str | None, str]:
    if encoding == "utf-8-sig" and data.count(mark) > 1 and data.startswith(mark * 2):
        findings.append(
            finding("control-characters", "The file starts with two byte order marks", path, 1, 1)
        )
        data = data[len(mark) :]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8-sig":
            message = f"The file has the mark of {encoding.upper()}, but byte {error.start} does not fit"
            findings.append(finding("undecodable", message, path))
            return None, ""
        return _last_resort(data.removeprefix(mark), error, path, findings)
    if encoding != "utf-8-sig":
        findings.append(finding("encoding", f"The file is {encoding.upper()}", path))
    return text, encoding


def _last_resort(
    data: bytes, error: UnicodeDecodeError, path: str, findings: list[Finding]
) -> tuple[str | None, str]:
    line = data.count(b"\n", 0, error.start) + 1
    column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
    if error.reason == "unexpected end of data" and error.end >= len(data):
        findings.append(finding("encoding", "The file ends inside a character", path, line, column))
        return data[: error.start].decode(), "utf-8"
    if _looks_like_windows(data):
        text = data.decode("cp1252")
        message = f"The file is not UTF-8 (byte 0x{data[error.start]:02X}); it was read as Windows-1252"
        findings.append(finding("encoding", message, path, line, column))
        return text, "cp1252"
    message = f"Byte {error.start} (0x{data[error.start]:02X}) is not text in any encoding that can be told"
    findings.append(finding("undecodable", message, path, line, column))
    return None, ""


def _looks_like_windows(data: bytes) -> bool:
    """Whether bytes above ASCII are those of Western prose: mostly letters, alone among ASCII letters.

    Shift-JIS, overlong UTF-8 and surrogates come in runs of high bytes or hold bytes Windows-1252 lacks.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if _is_binary(text):
        return False
    high = sum(byte > 0x7F for byte in data)
    in_runs = sum(len(run) for run in re.findall(rb"[\x80-\xff]{2,}", data))
    return in_runs * 2 <= high


def _is_binary(text: str) -> bool:
    controls = len(_CONTROLS.findall(text)) - text.count("\x1b")
    return controls > 2 + len(text) // 500


def _repair(text: str, path: str, findings: list[Finding]) -> tuple[str, str]:
    """Undo a misreading when the whole file makes the round trip and comes out shorter.

    An exact round trip changes nothing that was right: correct text with accents fails it. Guessing repairs
    alter legitimate text, so there are none.
    """
    if text.isascii():
        return text, ""
    original, repaired = text, ""
    for _ in range(_PASSES):
        better, encoding = _round_trip(text)
        if not encoding:
            break
        text, repaired = better, repaired or encoding
    if repaired:
        findings.append(_mojibake(original, text, repaired, path))
    return text, repaired


def _round_trip(text: str) -> tuple[str, str]:
    for encoding in _MISREAD_AS:
        try:
            better = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if len(better) < len(text):
            return better, encoding
    return text, ""


def _mojibake(original: str, text: str, encoding: str, path: str) -> Finding:
    pairs = zip(original.split("\n"), text.split("\n"), strict=False)
    line, before, after = next((number, old, new) for number, (old, new) in enumerate(pairs, 1) if old != new)
    column = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    start = max(0, column - 12)
    sample = f"“{before[start : column + 12].strip()}” is “{after[start : column + 10].strip()}”"
    name = {"mac_roman": "MacRoman", "cp1252": "Windows-1252"}[encoding]
    return finding("mojibake", f"UTF-8 was read as {name} and saved again: {sample}", path, line, column + 1)
