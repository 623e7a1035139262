"""A long list cut into letters, so that nobody has to read all of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from persona_docs.folding import fold
from persona_docs.pages.texts import Texts

LONG = 30
"""How many entries a list has before it is cut."""

T = TypeVar("T")

_ANCHORS = {"#": "signs", "文": "ideographs"}


@dataclass(frozen=True, slots=True)
class Letter(Generic[T]):
    """The entries that stand under a letter.

    Attributes:
        anchor: `letter-A`; it is for whoever makes an id of it to say of what.
        label: what a reader sees.
        entries: in the order of the list.
    """

    anchor: str
    label: str
    entries: tuple[T, ...]


def letters(entries: Sequence[T], name: Callable[[T], str], texts: Texts) -> tuple[Letter[T], ...]:
    """A list by letters; none where it is short, or all of it would stand under one.

    Args:
        entries: the list.
        name: what an entry is sorted by.
        texts: of the page.
    """
    if len(entries) <= LONG:
        return ()
    found: dict[str, list[T]] = {}
    for entry in entries:
        found.setdefault(_letter(name(entry)), []).append(entry)
    labels = {"#": texts("terms.signs"), "文": texts("terms.ideographs")}
    made = (
        Letter(f"letter-{_ANCHORS.get(letter, letter)}", labels.get(letter, letter), tuple(some))
        for letter, some in sorted(found.items(), key=lambda pair: (pair[0] != "#", pair[0]))
    )
    return tuple(made) if len(found) > 1 else ()


def _letter(value: str) -> str:
    """The letter an entry stands under, without its accent; one for all signs and one for all ideographs."""
    first = next((sign for sign in fold(value) if sign.isalnum()), "#")
    if not first.isalpha():
        return "#"
    if unicodedata.name(first, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL")):
        return "文"
    return first.upper()
