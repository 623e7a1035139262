"""Bytes: decoded for sure or refused, repaired exactly or not at all."""

from __future__ import annotations

import codecs

from tests.hostile.case import AFTER, BEFORE, ERROR, INFO, WARNING, Case, Severity, front, whole

_SAID = "Mäht Wiesen – täglich, für 5 €"
_TEXT = f"---\nname: mower\ndescription: “{_SAID}”\n---\n{BEFORE}\n\nCafé.\n\n{AFTER}\n"
_SHOWN = ("Café.", BEFORE, AFTER)
_READ = {"name": "mower", "description": f"“{_SAID}”"}


def _good(name: str, data: bytes, least: Severity | None = None, code: str = "", **wanted: object) -> Case:
    return whole(name, data, least, code, **({"shows": _SHOWN, "fields": _READ} | wanted))  # type: ignore[arg-type]


def _refused(name: str, data: bytes, code: str = "undecodable") -> Case:
    return whole(name, data, ERROR, code, personas=0)


_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
_WESTERN = "---\nname: mower\ndescription: Mäht\n---\nCafé – “Grün”.\n"
_NOISE = bytes((n * 73 + n * n * 31) % 256 for n in range(4_000))

CASES: tuple[Case, ...] = (
    _good("byte order mark", codecs.BOM_UTF8 + _TEXT.encode(), most=INFO),
    _good("two byte order marks", codecs.BOM_UTF8 * 2 + _TEXT.encode(), WARNING, "control-characters"),
    _good(
        "byte order mark in the middle",
        _TEXT.replace("Café", "\ufeffCafé").encode(),
        WARNING,
        "control-characters",
        shows=(BEFORE, AFTER),
    ),
    _good("carriage returns and line feeds", _TEXT.replace("\n", "\r\n").encode(), most=INFO),
    _good("carriage returns alone", _TEXT.replace("\n", "\r").encode(), most=INFO),
    _good("mixed line ends", _TEXT.replace("\n\n", "\r\n\r").encode(), INFO, "line-ends", most=INFO),
    _good(
        "mixed line ends at the dashes",
        _TEXT.replace("---\n", "---\r\n", 1).encode(),
        INFO,
        "line-ends",
        most=INFO,
    ),
    _good("UTF-16 with a mark", codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le"), WARNING, "encoding"),
    _good(
        "big-endian UTF-16 with a mark", codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"), WARNING, "encoding"
    ),
    _refused("big-endian UTF-16 without a mark", _TEXT.encode("utf-16-be")),
    _refused("UTF-32", codecs.BOM_UTF32_LE + _TEXT.encode("utf-32-le")),
    _refused("UTF-32 without a mark", _TEXT.encode("utf-32-be")),
    _refused("overlong UTF-8", _TEXT.encode() + b"\xc0\xbcscript\xc0\xbe\xe0\x80\xaf"),
    _refused(
        "Shift-JIS",
        "---\nname: 庭師\ndescription: 芝生を刈る。\n---\nこんにちは、世界。水やりをする。\n".encode(
            "shift_jis"
        ),
    ),
    _refused("surrogates as bytes", _TEXT.encode() + b"\xed\xa0\xbd\xed\xb8\x80"),
    whole(
        "Latin-1",
        _WESTERN.replace("–", "-").replace("“", '"').replace("”", '"').encode("latin-1"),
        WARNING,
        "encoding",
        shows="Café",
        fields={"description": "Mäht"},
    ),
    whole(
        "Windows-1252",
        _WESTERN.encode("cp1252"),
        WARNING,
        "encoding",
        shows="Café – “Grün”.",
        fields={"description": "Mäht"},
    ),
    _good("misread as MacRoman", _TEXT.encode().decode("mac_roman").encode(), WARNING, "mojibake"),
    _good(
        "misread as Windows-1252",
        "---\nname: mower\ndescription: Mäht Wiesen – für alle…\n---\nCafé für müde Gärtner.\n".encode()
        .decode("cp1252")
        .encode(),
        WARNING,
        "mojibake",
        shows="Café für müde Gärtner.",
        fields={"description": "Mäht Wiesen – für alle…"},
    ),
    _good(
        "misread twice",
        "---\nname: mower\ndescription: Mäht Wiesen\n---\nCafé für müde Gärtner.\n".encode()
        .decode("latin-1")
        .encode()
        .decode("latin-1")
        .encode(),
        WARNING,
        "mojibake control-characters",
        fields={"name": "mower"},
        shows=(),
    ),
    _good(
        "signs that look misread",
        _TEXT.replace("Café", "Café: Â is a letter, √ a root, ‚Äô a mark").encode(),
        most=INFO,
        shows=("Â is a letter, √ a root, ‚Äô a mark", BEFORE, AFTER),
    ),
    _good(
        "NUL in the body",
        _TEXT.replace("Café.", "Café.\x00").encode(),
        WARNING,
        "control-characters",
        lacks="\x00",
        shows=(BEFORE, AFTER),
    ),
    front("NUL in a field", "title: a\x00b", ERROR, "control-characters", line=2, lacks="\x00"),
    whole("cut inside a letter", _TEXT.encode() + "€".encode()[:2], WARNING, shows=(BEFORE, AFTER)),
    whole("empty file", b"", WARNING, personas=None),
    whole("white space alone", b" \n\t\n\n", WARNING, personas=None),
    whole(
        "fields and no body",
        "---\nname: bare\ndescription: Says nothing.\n---\n",
        WARNING,
        "empty-body",
        fields={"name": "bare"},
    ),
    _refused("picture in disguise", _PNG + bytes(range(256))),
    _refused("noise", _NOISE),
    _good(
        "escapes of a terminal",
        _TEXT.replace("Café.", "Café. \x1b[31mred\x1b]0;title\x07").encode(),
        WARNING,
        "control-characters",
        lacks="\x1b",
        shows=(BEFORE, AFTER),
    ),
    front("escape in a value that a message quotes", "color: \x1b]0;pwned\x07", ERROR, lacks="\x1b"),
    _good(
        "code points that are no characters",
        _TEXT.replace("Café.", "Café. \ufffe\U0001ffff\ufdd0").encode(),
        WARNING,
        shows=(BEFORE, AFTER),
    ),
    _good(
        "letters that were lost", _TEXT.replace("Café", "Caf\ufffd").encode(), WARNING, shows=(BEFORE, AFTER)
    ),
    _good("decomposed letters", _TEXT.replace("é", "e\u0301").encode(), most=INFO, shows=(BEFORE, AFTER)),
    _good(
        "UTF-7",
        (_TEXT + "+ADw-script+AD4-window.pwned=1+ADw-/script+AD4-\n").encode(),
        shows="+ADw-script+AD4-",
    ),
)
