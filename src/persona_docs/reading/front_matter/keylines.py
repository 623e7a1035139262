"""Lines that start a field, and the keys that personas have."""

from __future__ import annotations

import re

from persona_docs.reading.front_matter.keys import ALIASES, normalise_key

KEY_LINE = re.compile(
    r"""^(["']?)(\w[^\s:"'#\[\]{}<>,|`]{0,60}(?: [\w-]{1,30}){0,2}|<<)\1[ \t]*:(?=[ \t\u00a0]|$)(.*)$"""
)
"""A line that looks like `key: value` at column 0; `<<` takes other keys in."""

_NO_SPACE = re.compile(r"^([A-Za-z][\w-]{1,40}):(?=[^\s:/\\])(.*)$")

_KNOWN = frozenset(normalise_key(alias) for aliases in ALIASES.values() for alias in aliases) | frozenset(
    map(
        normalise_key,
        (
            *("author", "license", "source", "date", "metadata", "prompt", "instructions", "system", "hooks"),
            *("complexity", "subcategory", "homepage", "compatibility", "vibe", "services", "tool", "skill"),
        ),
    )
)
"""Keys that personas have; any other word before a colon may as well be prose."""


def key_of(line: str) -> tuple[str, str] | None:
    """The key and the text behind it, of a line that starts a field; known keys also without a space."""
    if match := KEY_LINE.match(line):
        return match[2], match[3]
    if (match := _NO_SPACE.match(line)) and is_known_key(match[1]):
        return match[1], match[2]
    return None


def is_known(line: str) -> bool:
    """Whether a line starts with a key that personas have."""
    found = key_of(line)
    return found is not None and is_known_key(found[0])


def is_known_key(key: str) -> bool:
    """Whether a key is one that personas have."""
    return normalise_key(key) in _KNOWN
