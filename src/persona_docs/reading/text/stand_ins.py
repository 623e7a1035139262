"""What a template leaves to be filled in: `{{topic}}`, `[PROJECT_NAME]`, `<short name>`."""

from __future__ import annotations

import re

_OF_WHAT = (
    r"(?:name|title|role|topic|project|product|component|feature|domain|company|agent|id|nombre|titulo|nome)"
)
_TO_FILL_IN = re.compile(
    r"\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|(?-i:\{[A-Z][A-Z_]+\})|\$ARGUMENTS\b"
    rf"|\[(?:\w{{1,20}}[ _-]){{0,3}}{_OF_WHAT}\]|<(?:\w{{1,20}}[ _-]){{0,3}}{_OF_WHAT}>",
    re.IGNORECASE,
)


def holds_stand_in(text: str) -> bool:
    """Whether a name or a title is, or holds, something that is yet to be filled in.

    >>> holds_stand_in("Report: {{topic}}"), holds_stand_in("[PROJECT_NAME] Guide")
    (True, True)
    >>> holds_stand_in("[MUST] Safety Rules"), holds_stand_in("List<T> Expert")
    (False, False)
    """
    return _TO_FILL_IN.search(text) is not None
