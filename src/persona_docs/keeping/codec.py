"""Dataclasses as JSON values and back.

Not `pickle`, which runs what a file says, and not `marshal`, which trusts it: what comes back from JSON is
texts, numbers and lists, whoever wrote it, and becomes just the types that are asked for. A dataclass is the
list of its fields' values, so that names are not repeated thousands of times.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Convert = Callable[[Any], Any]
"""Takes a value and gives another; `None` in place of one means that the value stays as it is."""

_PLAIN = (str, int, float, bool)
_UNIONS = (Union, types.UnionType)


T = TypeVar("T")


def encoded(value: object) -> Any:  # noqa: ANN401
    """A dataclass as a value that JSON knows."""
    kind: Any = type(value)
    to = encoder(kind)
    return to(value) if to else value


def decoded(kind: type[T], value: Any) -> T:  # noqa: ANN401
    """The dataclass of this type that was encoded; where this is none, conversions raise what they raise."""
    any_kind: Any = kind
    to = decoder(any_kind)
    result: T = to(value) if to else value
    return result


def packed(value: object) -> bytes:
    """A dataclass as it is kept."""
    told = json.dumps(encoded(value), ensure_ascii=False, separators=(",", ":"))
    return told.encode(errors="surrogatepass")


def unpacked(kind: type[T], content: bytes | None) -> T | None:
    """The dataclass that was packed; `None` where there is nothing, or nothing that can be read."""
    if content is None:
        return None
    try:
        return decoded(kind, json.loads(content.decode(errors="surrogatepass")))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


@cache
def encoder(kind: Any) -> Convert | None:  # noqa: ANN401 - a type or an annotation
    """What makes a value of this type one that JSON knows.

    Raises:
        TypeError: the type is none that is kept.
    """
    if kind in _PLAIN:
        return None
    if kind is bytes:
        return lambda value: value.decode("latin-1")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return attrgetter("value")
    if isinstance(kind, type) and issubclass(kind, str):
        return None
    if is_dataclass(kind):
        return _encode_fields(kind)
    base, inner = get_origin(kind), get_args(kind)
    if base is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            each = encoder(inner[0])
            return list if each is None else lambda values: [each(value) for value in values]
        every = [encoder(one) for one in inner]
        return lambda values: [to(value) if to else value for to, value in zip(every, values, strict=True)]
    if base in (dict, Mapping) and inner[0] is str:
        to = encoder(inner[1])
        return dict if to is None else lambda mapping: {key: to(value) for key, value in mapping.items()}
    if base in _UNIONS and type(None) in inner:
        (other,) = (one for one in inner if one is not type(None))
        some = encoder(other)
        return some and (lambda value: None if value is None else some(value))
    if base in _UNIONS:
        numbered = {one: (at, encoder(one)) for at, one in enumerate(inner)}
        return lambda value: _tagged(value, numbered)
    raise TypeError(f"{kind} cannot be kept")


@cache
def decoder(kind: Any) -> Convert | None:  # noqa: ANN401 - a type or an annotation
    """What makes a value that JSON knows one of this type again; it raises where the value is no such thing.

    Raises:
        TypeError: the type is none that is kept.
    """
    if kind in _PLAIN:
        return None
    if kind is bytes:
        return lambda value: value.encode("latin-1")
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {one.value: one for one in kind}.__getitem__
    if isinstance(kind, type) and issubclass(kind, str):
        return kind
    if is_dataclass(kind):
        return _decode_fields(kind)
    base, inner = get_origin(kind), get_args(kind)
    if base is tuple:
        if len(inner) == 2 and inner[1] is Ellipsis:
            each = decoder(inner[0])
            return tuple if each is None else lambda values: tuple([each(value) for value in values])
        every = [decoder(one) for one in inner]
        return lambda values: tuple(
            to(value) if to else value for to, value in zip(every, values, strict=True)
        )
    if base in (dict, Mapping) and inner[0] is str:
        to = decoder(inner[1])
        return dict if to is None else lambda mapping: {key: to(value) for key, value in mapping.items()}
    if base in _UNIONS and type(None) in inner:
        (other,) = (one for one in inner if one is not type(None))
        some = decoder(other)
        return some and (lambda value: None if value is None else some(value))
    if base in _UNIONS:
        every = [decoder(one) for one in inner]
        return lambda value: _untagged(value, every)
    raise TypeError(f"{kind} cannot be kept")


def _tagged(value: Any, numbered: Mapping[type, tuple[int, Convert | None]]) -> list[Any]:  # noqa: ANN401
    at, to = numbered[type(value)]
    return [at, to(value) if to else value]


def _untagged(value: Any, every: list[Convert | None]) -> Any:  # noqa: ANN401
    at, content = value
    to = every[at]
    return to(content) if to else content


def _converters(kind: Any, make: Callable[[Any], Convert | None]) -> list[tuple[str, Convert | None]]:  # noqa: ANN401
    """The fields with what converts each; the last ones are not kept where their values may be anything."""
    hints = get_type_hints(kind)
    known = [field.name for field in fields(kind) if hints[field.name] != tuple[Any, ...]]
    return [(name, make(hints[name])) for name in known]


def _encode_fields(kind: Any) -> Convert:  # noqa: ANN401
    names = _converters(kind, encoder)
    return lambda value: [to(getattr(value, name)) if to else getattr(value, name) for name, to in names]


def _decode_fields(kind: Any) -> Convert:  # noqa: ANN401
    """Only what changes type is converted; the values are passed in the order of the fields."""
    every = [to for _, to in _converters(kind, decoder)]
    changed = [(at, to) for at, to in enumerate(every) if to]
    count = len(every)

    def decode(values: list[Any]) -> Any:  # noqa: ANN401
        if len(values) != count:
            raise ValueError(f"{kind.__name__} has {count} fields")
        for at, to in changed:
            values[at] = to(values[at])
        return kind(*values)

    return decode
