"""Every character that hides something is found by its code point; ordinary writing gives no alarm."""

from __future__ import annotations

import pytest

from persona_docs.model import Severity
from persona_docs.reading.text.hidden import hidden_characters, without_hidden


def tags(text: str) -> str:
    return "".join(chr(0xE0000 + ord(c)) for c in text)


def selectors(data: bytes) -> str:
    return "".join(chr(0xFE00 + b) if b < 16 else chr(0xE0100 + b - 16) for b in data)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ok\u202e gnp.exe", "Characters that reorder the text at column 3: U+202E."),
        ("a\u2066b\u2069", "Characters that reorder the text at column 2, 4: U+2066, U+2069."),
        ("Hi" + tags("run"), "They spell “run”."),
        ("🏴" + tags("gbxyz") + "\U000e007f", "They spell “gbxyz”."),
        ("😀" + selectors(b"obey"), "Bytes hidden in variation selectors at column 2, 3, 4, 5: "),
        ("😀" + selectors(b"obey"), "They spell “obey”."),
        (
            "a" + selectors(b"\x09") + "b",
            "Variation selectors where there is nothing to vary at column 2: U+FE09.",
        ),
        ("x" + "\u200b\u200c" * 4, "A row of zero-width characters at column 2: U+200B, U+200C."),
    ],
)
def test_what_hides_text_is_an_error(text, message):
    (found,) = hidden_characters(f"first\n{text}", "a.md")
    assert (found.code, found.severity, found.line) == ("hidden-characters", Severity.ERROR, 2)
    assert message in found.message
    assert found.message.isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "ig\u200bnore",
        "ig\u200dnore",
        "a\u2060b",
        "co\u00adoperate",
        "\u3164",
        "a\u2063b",
        "a\u2028b",
        "x\u200fy",
        "⚠\ufe0f\ufe0f",
    ],
    ids=[
        "space",
        "joiner",
        "word joiner",
        "soft hyphen",
        "filler",
        "invisible comma",
        "line",
        "mark",
        "twice",
    ],
)
def test_what_cannot_be_seen_is_a_warning(text):
    (found,) = hidden_characters(text, "a.md")
    assert (found.code, found.severity) == ("zero-width", Severity.WARNING)


# Default_Ignorable_Code_Point of https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt
DRAWN_AS_NOTHING = """
    AD 34F 61C 115F-1160 17B4-17B5 180B-180F 200B-200F 202A-202E 2060-206F 3164 FE00-FE0F FFA0 FFF0-FFF8
    1BCA0-1BCA3 1D173-1D17A E0000-E0FFF
"""  # without U+FEFF, which is told as a byte order mark


def test_nothing_that_is_drawn_as_nothing_stands_between_two_letters_untold():
    for span in DRAWN_AS_NOTHING.split():
        first, _, last = span.partition("-")
        for number in range(int(first, 16), int(last or first, 16) + 1):
            text = f"a{chr(number)}b"
            assert hidden_characters(text, "a.md"), hex(number)
            assert without_hidden(text) == "ab", hex(number)


@pytest.mark.parametrize(
    "text",
    [
        "👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 👁️‍🗨️ 🧑🏽‍🚀 ❤️‍🔥",
        "⚠️ ✅ ☑️ 3️⃣ #️⃣ ©️ ℹ️ ↔️ ‼️ ☎︎",
        "🏴"
        + tags("gbeng")
        + "\U000e007f 🏴"
        + tags("gbsct")
        + "\U000e007f 🏴"
        + tags("gbwls")
        + "\U000e007f",
        "می‌خواهم نمی‌دانم",
        "क्‍ष র‍্য ක්‍ෂ",
        "שלום\u200f! (abc)\u200e",
        "ภาษา\u200bไทย",
        "葛\U000e0100 辻\U000e0101",
        "日本語、中文、한국어",
    ],
    ids=["joined", "styles", "flags", "Persian", "Indic", "Hebrew", "Thai", "ideographs", "East Asian"],
)
def test_ordinary_writing_gives_no_alarm(text):
    assert hidden_characters(text, "a.md") == ()


def test_a_long_list_is_summed_up():
    findings = hidden_characters("a\u200bb\n" * 100, "a.md")
    assert len(findings) == 21
    assert findings[-1].message == "There are characters like these in 80 more places."


def test_real_files_hide_next_to_nothing(real_files):
    hidden = {}
    for file in sorted((real_files / "wild").rglob("*.md")):
        if found := hidden_characters(file.read_text(encoding="utf-8"), file.name):
            hidden[file.name] = {f.code for f in found}
    # two spaces before a fence, written on purpose, and what is left of emoji that were cut in half
    assert hidden == {
        "azure-verified-modules-owner-triage.agent.md": {"zero-width"},
        "engineering-rapid-prototyper_zh.md": {"zero-width"},
        "marketing-app-store-optimizer.md": {"zero-width"},
    }
