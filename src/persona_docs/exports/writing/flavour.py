"""What one wiki's Markdown has of its own, beside what all of them read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flavour:
    """What a wiki's Markdown has of its own.

    Attributes:
        alerts: whether it knows `> [!NOTE]`; else the kind stands in bold.
        mermaid: what opens a diagram: "```mermaid", or another line, which `:::` closes.
        whole_tasks: whether a list is one of tasks only where all its items are, short and with bullets.
        refused: languages of fences that it would run.
        quote: what becomes of the first line of a quote, where that could mean something to it.
    """

    alerts: bool = True
    mermaid: str = "```mermaid"
    whole_tasks: bool = False
    refused: frozenset[str] = frozenset()
    quote: Callable[[str], str] = str
