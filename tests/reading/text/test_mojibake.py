"""What was misread is put right; what merely looks odd stays."""

from __future__ import annotations

import pytest

from persona_docs.model import Severity
from persona_docs.reading.text.decode import decode

RIGHT = "# Diseñadora\n\nRevisa el diseño — “todo”, ¿qué más? 🚀\n"


def misread(text: str, encoding: str) -> str:
    """What somebody's editor made of a text; undefined bytes become controls, as they do in editors."""
    if encoding == "cp1252":
        return "".join(
            bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in text.encode()
        )
    return text.encode().decode(encoding)


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"])
def test_a_misread_file_is_right_again(encoding):
    decoded, findings = decode(misread(RIGHT, encoding).encode(), "a.md")
    assert decoded
    assert (decoded.text, decoded.repaired) == (RIGHT, encoding)
    assert [f.code for f in findings] == ["mojibake"]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"])
def test_a_misread_byte_order_mark_is_no_text(encoding):
    decoded, _ = decode(misread(f"\ufeff{RIGHT}", encoding).encode(), "a.md")
    assert decoded
    assert decoded.text == RIGHT


@pytest.mark.parametrize(("first", "then"), [("cp1252", "cp1252"), ("mac_roman", "mac_roman")])
def test_twice_misread_is_twice_repaired(first, then):
    decoded, _ = decode(misread(misread(RIGHT, first), then).encode(), "a.md")
    assert decoded
    assert decoded.text == RIGHT


def test_the_finding_names_the_first_line_that_changed():
    text = "---\nname: qa\ndescription: Pruebas y " + misread("revisión", "mac_roman") + "\n---\n"
    _, (found,) = decode(text.encode(), "a.md")
    assert found.place == "a.md:3:30"
    assert found.severity is Severity.WARNING
    assert found.message == "UTF-8 was read as MacRoman and saved again: “revisi√≥n” is shown as “revisión”."


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "cafÃ© and café: one is right already",
        "Â© 2024 Acme",
        "Ask for √π or 2√πr",
        "The brand CAFÉ™ and CLICHÉ™",
        "≤ ≥ ≠ ± √ ∞ Ω ∑",
        "MAÇÃ… e NÃO",
        "Ärger, Öl, Übung, ß",
        "naïve",
        "价格 ± 5 µm",
    ],
)
def test_what_is_meant_stays(text):
    decoded, findings = decode(text.encode(), "a.md")
    assert decoded
    assert (decoded.text, decoded.repaired, findings) == (text, "", ())


@pytest.mark.parametrize("text", ["cafÃ©", "donâ€™t", "ðŸš€ go", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "Åšwiat, Å¼Ã³Å‚w"])
def test_one_word_can_be_proof(text):
    decoded, _ = decode(text.encode(), "a.md")
    assert decoded
    assert decoded.repaired == "cp1252"


def test_the_real_seeds_have_their_accents(real_files):
    repaired = {}
    for file in sorted((real_files / "seeds").glob("*.md")):
        decoded, findings = decode(file.read_bytes(), file.name)
        assert decoded
        repaired[file.name[:3]] = decoded.repaired
        assert ("mojibake" in [f.code for f in findings]) == bool(decoded.repaired)
        assert not decoded.repaired or "ó" in decoded.text
    assert repaired == {"000": "", "001": "mac_roman", "002": "mac_roman", "003": "", "004": ""}
