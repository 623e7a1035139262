"""What YAML makes of a value that was meant as a text: the same file says other things to other tools.

The rules are those of YAML 1.1, which most tools follow: https://yaml.org/type/. Here every
value stays a text.
"""

from __future__ import annotations

import yaml

from persona_docs.reading.front_matter.yaml_tags import is_refused

_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_TEXTS = frozenset(
    {
        *("name", "title", "description", "role", "summary", "category", "version", "author"),
        *("tags", "triggers", "expertise"),
    }
)
_KINDS = {
    "bool": "a truth value",
    "int": "a number",
    "float": "a number",
    "null": "nothing",
    "timestamp": "a date",
}


def reading_of_value(text: str, key: str) -> tuple[str, bool]:
    """What a plain value becomes elsewhere, and whether readers fail on it; empty where it stays what it is.

    Args:
        text: the value, written without quotes.
        key: the key it stands under; in lists of any key, and under keys that want a text, `yes` is a word.

    >>> reading_of_value("1.10", "version"), reading_of_value("1.1", "version")
    (('1.1', False), ('', False))
    >>> reading_of_value("2024-02-30", "created")
    ('a date that does not exist', True)
    """
    kind = _kind(text)
    if kind == "timestamp":
        return ("a date that does not exist", True) if is_refused(text, kind) else ("", False)
    if kind == "bool":
        wanted = key.casefold() in _TEXTS and text.casefold() not in ("true", "false")
        return (str(text.casefold() in ("yes", "on")).lower(), False) if wanted else ("", False)
    if kind in ("int", "float"):
        if is_refused(text, kind):
            return "a number that no program reads", True
        read = _number(text) if kind == "int" else _fraction(text)
        if read != text:
            return read, False
        return ("a number" if key.casefold() in _TEXTS - {"version"} else ""), False
    return "", False


def reading_of_key(text: str) -> tuple[str, bool]:
    """What a plain key becomes elsewhere, and whether readers fail on it; empty where it stays a text.

    >>> reading_of_key("on"), reading_of_key("name")
    (('a truth value', False), ('', False))
    """
    kind = _kind(text)
    fails = kind in ("int", "float", "timestamp") and is_refused(text, kind)
    return _KINDS.get(kind, ""), fails


def _kind(text: str) -> str:
    """The last part of the tag that YAML 1.1 gives a plain text (`bool`, `float`); `str` for most."""
    for tag, pattern in _RESOLVERS.get(text[:1], []):
        if (len(text) < 100 or tag.endswith(":int")) and pattern.match(text):
            return str(tag).rpartition(":")[2]
    return "str"


def _number(text: str) -> str:
    plain = text.replace("_", "").lstrip("+")
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    if ":" in digits:
        total = 0
        for part in digits.split(":"):
            total = total * 60 + int(part)
        return f"{sign}{total}"
    for prefix, base in (("0x", 16), ("0b", 2), ("0", 8)):
        if digits.lower().startswith(prefix) and len(digits) > 1:
            return f"{sign}{int(digits, base)}"
    return f"{sign}{int(digits)}"


def _fraction(text: str) -> str:
    plain = text.replace("_", "").casefold()
    if plain.endswith((".inf", ".nan")):
        return "a number that JSON does not have"
    if ":" in plain:
        return "a number"
    return repr(float(plain))
