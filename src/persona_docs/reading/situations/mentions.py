"""What `@name` means: somebody who is called, or a word of CSS, Python, Angular, Doxygen or a chat."""

from __future__ import annotations

import re

_NO_NAMES_WORDS = """
    latest next media import param params returns return type types override property deprecated see
    todo dataclass staticmethod classmethod decorator decorators component injectable input output
    test tests file files workspace terminal codebase click app layer apply tailwind font-face
    keyframes supports property users channel here everyone gmail
    abstractmethod autowired cached_property charset fixture lru_cache nestjs ngmodule observable patch
    preauthorize pytest restcontroller starting-style tailwindcss transactional view-transition
    viewchild wraps action
"""
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())

_HUMPED = re.compile(r"(?:[A-Z][a-z0-9]+){2,}")
"""An annotation of Java or a decorator (`@RolesAllowed`): whoever is called is written in small letters."""


def calls_somebody(name: str) -> bool:
    """Whether what stands behind an `@` may be a persona's name.

    >>> calls_somebody("code-reviewer"), calls_somebody("dataclass"), calls_somebody("pytest.fixture")
    (True, False, False)
    """
    return "." not in name and name.casefold() not in _NO_NAMES and not _HUMPED.fullmatch(name)
