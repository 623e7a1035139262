"""Globs over paths, matched segment by segment, so that `**` enters dot folders too."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

_MAGIC = frozenset("*?[")


def is_glob(text: str) -> bool:
    """Whether a path, or a part of one, holds wildcards.

    >>> is_glob(".claude/agents/**/*.md"), is_glob("personas")
    (True, False)
    """
    return not _MAGIC.isdisjoint(text)


def steady_parts(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts before the first wildcard.

    >>> steady_parts((".claude", "*", "x.md"))
    ('.claude',)
    """
    end = next((n for n, part in enumerate(parts) if is_glob(part)), len(parts))
    return tuple(parts[:end])


def depth_of(pattern: Sequence[str]) -> int | None:
    """How many folders deep a pattern can match; `None` where it has no end.

    >>> depth_of(("*", "x.md")), depth_of(("**", "x.md"))
    (1, None)
    """
    return None if "**" in pattern else len(pattern) - 1


def matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path matches a glob; `**` stands for any number of folders, none included.

    >>> matches((".claude", "agents", "x.md"), ("**", "*.md")), matches(("a", "x.md"), ("*.md",))
    (True, False)
    """
    reached = _past_stars({0}, pattern)
    for part in parts:
        stepped = {
            position if pattern[position] == "**" else position + 1
            for position in reached
            if position < len(pattern) and (pattern[position] == "**" or fnmatchcase(part, pattern[position]))
        }
        reached = _past_stars(stepped, pattern)
    return len(pattern) in reached


def _past_stars(positions: set[int], pattern: Sequence[str]) -> set[int]:
    """The positions, and those behind a `**` that stands for nothing."""
    reached = set(positions)
    for start in positions:
        position = start
        while position < len(pattern) and pattern[position] == "**":
            position += 1
            reached.add(position)
    return reached
