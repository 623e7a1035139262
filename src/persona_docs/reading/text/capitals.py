"""Phrases that begin with a capital, unless their first word is written as it has to be."""

from __future__ import annotations

import re
from collections.abc import Iterable

_AS_IT_IS = re.compile(r"\S*?(?:(?<=[a-z])[A-Z]|[\d._=$\\(])|(?!\S*ing(?!\w))\S*/")
"""A first word with a capital (`iOS`), a digit, a sign of its own, or one that may be a path (`a/b`)."""

_NAME = re.compile("[^,，、]{0,40}?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Latin words before a script without capitals: a name or a command."""


def capital(text: str, code: Iterable[str] = ()) -> str:
    """A phrase with a capital at its beginning, where one may stand there.

    Args:
        text: the phrase.
        code: code spans of where it stands; one that it begins with is typed as it is.

    >>> capital("tidal charts"), capital("iOS apps"), capital("npm run build fails", ["npm run build"])
    ('Tidal charts', 'iOS apps', 'npm run build fails')
    """
    first = text.split(" ", 1)[0].rstrip(".,;:!?")
    if _AS_IT_IS.match(first) or (not text.isascii() and _NAME.match(text)):
        return text
    return text if any(text.startswith(each) for each in code if each) else text[:1].upper() + text[1:]
