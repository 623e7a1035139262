"""Tables of contents as Python-Markdown makes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, strip_tags


def without_tags(html: str) -> str:
    """The text of a heading, as its entry in a table of contents has it."""
    return strip_tags(html.strip())


def nested(entries: Iterable[tuple[int, str, str]]) -> list[Any]:
    """A table of contents of levels, anchors and names, each entry below the one it belongs to."""
    found: list[Any] = nest_toc_tokens([{"level": a, "id": b, "name": c} for a, b, c in entries])
    return found
