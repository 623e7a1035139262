"""Values that switch on or off what their key names."""

from __future__ import annotations

from persona_docs.reading.front_matter.values import Scalar, Value

SWITCHED_ON = frozenset({"true", "yes", "on", "1", "sí", "si", "sim", "allow", "ask", "auto", "enabled"})
SWITCHED_OFF = frozenset({"false", "no", "off", "deny", "disabled"})
"""In small letters."""


def is_switch(value: Value) -> bool:
    """Whether a value only switches something; one that is left empty does so, too."""
    if not isinstance(value, Scalar):
        return False
    return value.null or value.text.strip().casefold() in SWITCHED_ON | SWITCHED_OFF


def is_on(value: Value) -> bool:
    """Whether a value does not switch off what its key names: it says more, or nothing, or yes."""
    return not isinstance(value, Scalar) or value.null or value.text.strip().casefold() in SWITCHED_ON
