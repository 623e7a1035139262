"""A front matter as written: every scalar a text, every value knowing its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, never turned into a number, truth value or date.

    Attributes:
        text: the value without quotes; empty for null.
        line: in the source file, from 1.
        column: from 1.
        plain: whether it stood without quotes and not as a block.
        null: whether it was empty, `~` or `null`, unquoted.
    """

    text: str
    line: int = 0
    column: int = 0
    plain: bool = True
    null: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: tuple[Value, ...]
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping, in the order of the file; of a duplicate key only the last stands here."""

    pairs: tuple[tuple[Scalar, Value], ...] = ()
    line: int = 0
    column: int = 0

    def __iter__(self) -> Iterator[tuple[Scalar, Value]]:
        return iter(self.pairs)


Value = Scalar | Items | Fields
