"""Which lines of a broken front matter belong to which key.

Each key at the start of a line begins a chunk, which goes on up to the next one:

    name: x              # a chunk
    description: Use it  # another, of three lines, since `Note` is a word of the text

    Note: not for y.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from persona_docs.reading.front_matter.keylines import KEY_LINE, is_known_key, key_of
from persona_docs.reading.front_matter.keys import normalise_key

_SPEAKERS = frozenset(
    {"user", "assistant", "context", "commentary", "example", "examples", "human", "system", "note"}
)
"""Words before a colon that, below a description, are part of an example and no keys."""

_PROSE = frozenset({"description", "whentouse", "summary", "activateson", "role"})
_SPACES = " \t\u00a0\u3000"
_ENDED = re.compile(r"""[^\s|>\[{"'&].*|\[.*\]|\{.*\}|"[^"]*"|'[^']*'""")
"""A value that does not go on below its line."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A key with the lines that belong to it.

    Attributes:
        key: as written.
        start: its line, counted from 0.
        value: what stands behind the colon.
        lines: all its lines; the first is the key's.
        prose: whether lines that look like keys were taken for text.
    """

    key: str
    start: int
    value: str
    lines: list[str]
    prose: bool = False

    @property
    def slip(self) -> str:
        """What indents the key's line; nothing, unless somebody has indented it by mistake."""
        line = self.lines[0]
        return line[: len(line) - len(line.lstrip(_SPACES))]

    @property
    def spaced(self) -> bool:
        """Whether a space follows the colon."""
        return KEY_LINE.match(self.lines[0].lstrip(_SPACES)) is not None


def chunks_of(lines: list[str]) -> list[Chunk]:
    """The chunks of a front matter's lines; what stands above the first key belongs to none."""
    chunks: list[Chunk] = []
    closes = [n for n, line in enumerate(lines) if "</example>" in line]
    example = -1  # the line that ends the example we are in
    text = False  # whether the key we are at has lines of text below it
    for number, line in enumerate(lines):
        current = chunks[-1] if chunks else None
        found = key_of(line) or _slipped(line, current)
        if found and current and _strays(*found, current, lines[number + 1 : number + 2]):
            found = None
        if current and (number <= example or not found or not _starts(found[0], current, text=text)):
            current.lines.append(line)
            text = text or not line.strip() or not line.startswith((" ", "\t", "- ", "#"))
            if number > example and "<example>" in line and "</example>" not in line:
                example = _next(closes, number)
            if found and number > example:
                chunks[-1] = replace(current, prose=True)
                text = True
            continue
        if found:
            chunks.append(Chunk(found[0], number, found[1], [line]))
            text = False
            if "<example>" in line and "</example>" not in line:
                example = _next(closes, number)
    return chunks


def _next(numbers: list[int], number: int) -> int:
    """The first of some ascending numbers that is greater than this; -1 where none is."""
    at = bisect_right(numbers, number)
    return numbers[at] if at < len(numbers) else -1


def _slipped(line: str, current: Chunk | None) -> tuple[str, str] | None:
    """The key and the text behind it, of a line that was indented though it starts a field of its own.

    That is a key above all others, and a known one below a value that ends in its line (`  model: opus` below
    `name: x`), or below a key that is indented like it.
    """
    bare = line.lstrip(_SPACES)
    found = key_of(bare) if bare != line else None
    if found is None or current is None or not is_known_key(found[0]):
        return found if current is None else None
    if current.slip:
        return found if line.removesuffix(bare) == current.slip else None
    ends = len(current.lines) == 1 and _ENDED.fullmatch(current.value.strip())
    return found if ends and normalise_key(current.key) not in _PROSE else None


def _strays(key: str, value: str, current: Chunk, next_lines: list[str]) -> bool:
    """Whether what looks like a key is text that strayed among what is indented below another.

    It has a value of its own, and yet more keys are indented below it.
    """
    inside = not current.value.strip() and any(line.startswith(" ") for line in current.lines[1:2])
    nested = any(line.startswith(" ") and KEY_LINE.match(line.lstrip(" -")) for line in next_lines)
    return inside and nested and bool(value.strip()) and not _opens(value) and not is_known_key(key)


def _opens(value: str) -> bool:
    """Whether a value goes on below its key."""
    return value.strip()[0] in "|>[{\"'&"


def _starts(key: str, current: Chunk, *, text: bool) -> bool:
    """Whether a key starts a field of its own, or is a line of the text above it."""
    name = normalise_key(key)
    if name in _SPEAKERS:
        return not text and normalise_key(current.key) not in _PROSE
    return not text or is_known_key(key)
