"""Bytes go in; a text, its encoding and the findings come out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_docs.codes import CODES
from persona_docs.model import Severity
from persona_docs.reading.text.decode import decode

SPANISH = "---\nname: diseñadora\n---\n\n“Diseño” — acción, ¿qué más?\n"


def read(data: bytes) -> tuple[str | None, str, list[str]]:
    decoded, findings = decode(data, "a.md")
    return decoded and decoded.text, decoded.encoding if decoded else "", [f.code for f in findings]


@pytest.mark.parametrize(
    ("data", "encoding", "codes"),
    [
        (SPANISH.encode(), "utf-8", []),
        (SPANISH.encode("utf-8-sig"), "utf-8-sig", []),
        (SPANISH.replace("\n", "\r\n").encode(), "utf-8", []),
        (SPANISH.replace("\n", "\r").encode(), "utf-8", ["line-ends"]),
        (SPANISH.replace("\n", "\r\n", 2).encode(), "utf-8", ["line-ends"]),
        (b"\xff\xfe" + SPANISH.encode("utf-16-le"), "utf-16", ["encoding"]),
        (b"\xfe\xff" + SPANISH.encode("utf-16-be"), "utf-16", ["encoding"]),
        (SPANISH.encode("cp1252"), "cp1252", ["encoding"]),
        (b"\xef\xbb\xbf" * 2 + SPANISH.encode(), "utf-8-sig", ["control-characters"]),
    ],
    ids=["utf-8", "mark", "crlf", "cr", "mixed", "utf-16-le", "utf-16-be", "cp1252", "two marks"],
)
def test_the_same_text_from_every_encoding(data, encoding, codes):
    assert read(data) == (SPANISH, encoding, codes)


def test_nothing_is_a_text():
    assert read(b"") == ("", "utf-8", [])
    assert read(b" \n\t\n") == (" \n\t\n", "utf-8", [])


def test_a_file_that_is_not_utf_8_is_told_where():
    _, (found,) = decode("línea\ncafé solo".encode("cp1252"), "a.md")
    assert (found.place, found.severity) == ("a.md:1:2", Severity.WARNING)


@pytest.mark.parametrize(
    ("data", "text", "column"),
    [
        ("diseño, acción".encode()[:-2], "diseño, acci", 13),
        ("dashes —".encode()[:-1], "dashes ", 8),
        (b"caf\xc3", "caf", 4),
    ],
)
def test_a_file_cut_inside_a_character_keeps_the_rest(data, text, column):
    decoded, (found,) = decode(data, "a.md")
    assert decoded
    assert (decoded.text, found.code, found.column) == (text, "encoding", column)


def test_a_last_letter_may_be_an_accent():
    assert read(b"one caf\xe9")[0] == "one café"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"a\x00b\x00c\x00", "UTF-16 without a byte order mark"),
        ("name: x\n".encode("utf-16-be"), "UTF-16 without a byte order mark"),
        ("name: x\n".encode("utf-32"), "UTF-32"),
        ("name: x\n".encode("utf-32-be"), "binary or UTF-32"),
        (b"\xff\xfea\x00\x00\xd8b\x00", "UTF-16 and is not valid at byte 4"),
        (b"path \xc0\xafetc", "offset 5 (line 1)"),
        (b"one\nsmile \xed\xa0\xbd\xed\xb8\x80", "offset 10 (line 2)"),
        ("日本語のペルソナ".encode("shift_jis"), "Windows-1252"),
        ("name: テスト担当者".encode("shift_jis"), "Windows-1252"),
        ("数据分析师负责报告".encode("gb18030"), "Windows-1252"),
        ("Помощник для ревью кода".encode("cp1251"), "Windows-1252"),
        (bytes(range(1, 32)) * 20, "control characters"),
    ],
)
def test_what_is_not_text_is_refused_with_the_reason(data, says):
    decoded, (found,) = decode(data, "a.md")
    assert decoded is None
    assert found.code == "undecodable"
    assert found.severity is Severity.ERROR
    assert says in found.message


def test_control_characters_become_visible_without_moving_anything():
    decoded, (found, later) = decode(b"one \x1b[31mred\x00\ntwo\x7f", "a.md")
    assert decoded
    assert decoded.text == "one ␛[31mred␀\ntwo␡"
    assert (found.code, found.place, found.message) == (
        "control-characters",
        "a.md:1:5",
        "Control characters: U+001B, U+0000.",
    )
    assert later.place == "a.md:2:4"


def test_c1_controls_and_non_characters_are_no_text():
    assert read("a\x85b\ufdd0c\U0001fffe".encode()) == (
        "a\ufffdb\ufffdc\ufffd",
        "utf-8",
        ["control-characters"],
    )


def test_lost_characters_and_marks_inside_are_reported_and_stay():
    assert read("lost \ufffd here".encode()) == ("lost \ufffd here", "utf-8", ["control-characters"])
    assert read("one\n\ufefftwo".encode()) == ("one\n\ufefftwo", "utf-8", ["control-characters"])


@pytest.mark.parametrize("more", [1, 40])
def test_a_line_of_damage_per_line_is_summed_up(more):
    _, findings = decode(b"x\x07\n" * (10 + more) + b"text " * 200, "a.md")
    assert len(findings) == 11
    assert findings[-1].message == f"There are such characters on {more} more lines."


@settings(max_examples=150)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_text_or_a_finding(data):
    decoded, findings = decode(data, "a.md")
    assert decoded is not None or findings
    assert all(f.code in CODES and f.message.isprintable() for f in findings)
    if decoded:
        decoded.text.encode()
        assert not set(decoded.text) & set(map(chr, [*range(9), 11, 12, 13, 27, 127, 133]))
