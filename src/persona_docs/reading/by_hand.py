"""Whether people call what a file holds by its name: a command always, a skill where it says so."""

from __future__ import annotations

from persona_docs.reading.fields import SWITCHED_OFF, SWITCHED_ON
from persona_docs.reading.keys import normalise_key, pairs, text_of
from persona_docs.reading.values import Fields

_BY_PEOPLE = tuple(map(normalise_key, ("user-invocable", "user-invokable", "invokable")))
"""Switches of who may call it, as the products and their older versions write them."""

_BY_MODELS = normalise_key("disable-model-invocation")
_ARGUMENTS = tuple(map(normalise_key, ("argument-hint", "arguments")))
"""What is typed behind a name that is called."""


def is_called(fields: Fields, *, usually: bool) -> bool:
    """Whether people call a file's content with a slash and its name.

    Args:
        fields: its front matter.
        usually: whether they do where nothing is said of it.
    """
    known = {key: text_of(value).casefold() for key, value in pairs(fields).items()}
    if any(known.get(key) in SWITCHED_OFF for key in _BY_PEOPLE):
        return False
    said = any(known.get(key) in SWITCHED_ON for key in (*_BY_PEOPLE, _BY_MODELS))
    return usually or said or any(key in known for key in _ARGUMENTS)
