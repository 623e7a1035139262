"""HTML in pieces, raw elements closed where they have to be: no part of a page can swallow the next."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

_DEEPEST = 100


class Edge(Enum):
    """Where an element of Markdown's own begins and ends: no raw tag reaches across."""

    ENTER = "enter"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Open:
    """A raw start tag, safe; `source` is what is shown where it may not stand."""

    name: str
    html: str
    source: str


@dataclass(frozen=True, slots=True)
class Close:
    """A raw end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A heading at the top of the body, at which its page may be cut into parts."""

    level: int
    anchor: str
    html: str


Piece = str | Open | Close | Edge | Cut


def balanced(source: Iterable[Piece]) -> Iterator[str | Cut]:
    """The same with every raw element closed; headings inside of one are no place to cut."""
    pieces = list(source)
    if Open not in map(type, pieces):  # as in most bodies: there is nothing to close
        yield from (piece for piece in pieces if isinstance(piece, (str, Cut)))
        return
    closed = _closed(pieces)
    stack: list[tuple[str, bool] | None] = []

    def down_to(size: int) -> str:
        ends = "".join(f"</{entry[0]}>" for entry in reversed(stack[size:]) if entry)
        del stack[size:]
        return ends

    for n, piece in enumerate(pieces):
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, Open):
            if len(stack) >= _DEEPEST + sum(entry is None for entry in stack[:_DEEPEST]):
                yield html.escape(piece.source)
            else:
                stack.append((piece.name, n in closed))
                yield piece.html
        elif isinstance(piece, Close):
            size = _opened(stack, piece.name)
            yield down_to(size) if size is not None else ""
        elif piece is Edge.ENTER:
            stack.append(None)
        elif piece is Edge.LEAVE:
            size = len(stack) - 1
            while stack[size] is not None:
                size -= 1
            if size < len(stack) - 1:
                yield down_to(size + 1)
            stack.pop()
        elif isinstance(piece, Cut):
            size = len(stack)
            while size and (entry := stack[size - 1]) and (not entry[1] or entry[0] == "p"):
                size -= 1
            yield down_to(size)
            if stack:
                yield f'<h{piece.level} id="{html.escape(piece.anchor)}">{piece.html}</h{piece.level}>\n'
            else:
                yield piece
    yield down_to(0)


def _opened(stack: Sequence[tuple[str, bool] | None], name: str) -> int | None:
    """Where in the stack an element of this name is open, looking no further than the nearest edge."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        entry = stack[at]
        if entry is None:
            return None
        if entry[0] == name:
            return at
    return None


def _closed(pieces: Sequence[Piece]) -> set[int]:
    """Which start tags have an end tag, or stand inside an element that has one."""
    closed: set[int] = set()
    stack: list[tuple[str, int] | None] = []
    for n, piece in enumerate(pieces):
        if isinstance(piece, Open):
            stack.append((piece.name, n))
        elif piece is Edge.ENTER:
            stack.append(None)
        elif piece is Edge.LEAVE:
            while stack.pop() is not None:
                pass
        elif isinstance(piece, Close):
            at = _opened([entry and (entry[0], True) for entry in stack[-_DEEPEST:]], piece.name)
            if at is not None:
                at += max(0, len(stack) - _DEEPEST)
                closed.update(entry[1] for entry in stack[at:] if entry)
                del stack[at:]
    return closed
