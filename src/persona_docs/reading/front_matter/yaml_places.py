"""Where what a YAML parser tells of stands in its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Event = Any
"""Of a parser; the pure and the C one have no event and mark types in common."""

Mark = Any
"""A place that a parser gives, its line and column from 0."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How places in a document become places in its file.

    Attributes:
        line: that of the document's first line.
        indent: how many columns the document was shifted left.
    """

    line: int
    indent: int

    def at(self, mark: Mark) -> tuple[int, int]:
        """The line and column of a mark; the first line where there is none."""
        return (self.line + mark.line, self.indent + mark.column + 1) if mark is not None else (self.line, 0)
