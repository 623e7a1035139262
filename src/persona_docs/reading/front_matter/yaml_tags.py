"""What readers make of a value because of its tag (`!!int`) or its look (`=`), and whether they refuse it."""

from __future__ import annotations

import yaml

from persona_docs.reading.front_matter.yaml_places import Event

_STANDARD = "tag:yaml.org,2002:"
_OF_TEXTS = frozenset({"str", "int", "float", "bool", "null", "timestamp"})
_LONGEST = 4300  # digits; https://docs.python.org/3/library/stdtypes.html#int-max-str-digits
_FAILURES = (yaml.YAMLError, ValueError, LookupError, AttributeError, OverflowError)
"""What PyYAML raises over a value: `ValueError` over 30 February, `AttributeError` over no date at all."""


def trouble_with(event: Event, kind: str) -> str:
    """Why readers refuse a value because of its tag; empty where they do not.

    Args:
        event: of the parser, with `tag`; that of a text also with `value` and `style`.
        kind: `seq` or `map`; empty for a text.
    """
    tag: str | None = event.tag
    if kind:
        allowed = tag in (None, "!", _STANDARD + kind) or (kind == "map" and tag == f"{_STANDARD}set")
    elif tag in (None, "!"):
        return "" if event.style or tag is None else "a value that starts with `!` is read as a tag"
    else:
        name = str(tag).removeprefix(_STANDARD)
        allowed = name in _OF_TEXTS and (name == "str" or not is_refused(event.value, name))
    return "" if allowed else f"the tag `{str(tag)[:60]}` is not allowed"


def is_null(event: Event) -> bool:
    """Whether the tag of a text says that it is none."""
    return bool(event.tag == f"{_STANDARD}null")


def is_sign(event: Event) -> bool:
    """Whether a text is one of YAML's own signs, of which readers make no value: `=` or `<<`."""
    return event.tag is None and not event.style and event.value in ("=", "<<")


def is_refused(text: str, kind: str) -> bool:
    """Whether YAML readers fail on a text that is of a kind: a day that does not exist, `0x` and no digits.

    >>> is_refused("2024-02-30", "timestamp"), is_refused("2024-02-28", "timestamp")
    (True, False)
    """
    if len(text) > _LONGEST:
        return True
    try:
        yaml.constructor.SafeConstructor().construct_object(yaml.ScalarNode(_STANDARD + kind, text))
    except _FAILURES:
        return True
    return False
