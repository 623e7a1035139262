"""Whom a persona stands beside, as a drawing: who names it on the left, whom it names on the right.

Downwards everything follows the height of the letters, across it follows the room there is. So the drawing
needs no script, and its letters are as large on a phone as elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from persona_docs.model import Persona

MOST = 8
"""How many neighbours a side shows; the rest is a number."""

_STEP = 2.4  # from one neighbour to the next, in letters' heights
_TALL = 2.0  # a neighbour
_WIDE = 40  # a neighbour, in hundredths of the drawing
_AWAY = 10  # from the middle of the persona to its neighbours
_GAP = 4  # and to the ends of their lines


@dataclass(frozen=True, slots=True)
class Node:
    """A neighbour, or how many are left out; `loose` where the text only mentions it."""

    persona: Persona | None
    more: int
    loose: bool
    y: float
    height: float = _TALL

    @property
    def middle(self) -> float:
        """Where its line ends."""
        return round(self.y + self.height / 2, 2)


@dataclass(frozen=True, slots=True)
class Side:
    """The neighbours on one side: where they begin, and where their lines do at either end."""

    nodes: tuple[Node, ...]
    x: int
    near: int
    hub: int
    inward: bool
    width: int = _WIDE


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing; `hub` and `middle` are the place of the persona itself."""

    sides: tuple[Side, ...]
    hub: int
    height: float

    @property
    def middle(self) -> float:
        """Half of its height."""
        return round(self.height / 2, 2)


def draw(named: Sequence[tuple[Persona, bool]], by: Sequence[tuple[Persona, bool]]) -> Graph | None:
    """The drawing of relations, each with whether it is only a mention; `None` where there are none."""
    if not named and not by:
        return None
    rows = max(_rows(named), _rows(by))
    height = round(rows * _STEP - (_STEP - _TALL), 2)
    hub = _WIDE + _AWAY if by else _AWAY // 2
    sides = (
        Side(_nodes(by, height), 0, _WIDE, hub - _GAP, inward=True),
        Side(_nodes(named, height), hub + _AWAY, hub + _AWAY, hub + _GAP, inward=False),
    )
    return Graph(tuple(side for side in sides if side.nodes), hub, height)


def _rows(neighbours: Sequence[object]) -> int:
    return min(len(neighbours), MOST + 1)


def _nodes(neighbours: Sequence[tuple[Persona, bool]], height: float) -> tuple[Node, ...]:
    """One below the other, around the middle; a lone rest is drawn like the others."""
    shown = neighbours if len(neighbours) <= MOST + 1 else neighbours[:MOST]
    top = (height - _rows(neighbours) * _STEP + (_STEP - _TALL)) / 2
    drawn = [Node(each, 0, loose, round(top + n * _STEP, 2)) for n, (each, loose) in enumerate(shown)]
    if rest := len(neighbours) - len(shown):
        drawn.append(Node(None, rest, loose=True, y=round(top + len(shown) * _STEP, 2)))
    return tuple(drawn)
