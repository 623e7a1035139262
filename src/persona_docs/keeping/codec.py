"""Dataclasses as JSON values and back.

Not `pickle`, which runs what a file says, and not `marshal`, which trusts it. JSON gives strings, numbers and
lists, whoever wrote it, and the code that reads it decides which types they become. A dataclass is stored as
the list of its fields' values, so that names are not repeated thousands of times.
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
"""Converts a value; `None` in place of a converter means that the value stays as it is."""

_PLAIN = (str, int, float, bool)
_UNIONS = (Union, types.UnionType)


T = TypeVar("T")


def encoded(value: object) -> Any:  # noqa: ANN401
    """A dataclass as JSON values."""
    kind: Any = type(value)
    to = encoder(kind)
    return to(value) if to else value


def decoded(kind: type[T], value: Any) -> T:  # noqa: ANN401
    """The dataclass of this type from JSON values; raises what the converters raise if they do not fit."""
    any_kind: Any = kind
    to = decoder(any_kind)
    result: T = to(value) if to else value
    return result


def packed(value: object) -> bytes:
    """A dataclass as JSON, for storing."""
    told = json.dumps(encoded(value), ensure_ascii=False, separators=(",", ":"))
    return told.encode(errors="surrogatepass")


def unpacked(kind: type[T], content: bytes | None) -> T | None:
    """The dataclass that was packed; `None` where the content is missing or cannot be read."""
    if content is None:
        return None
    try:
        return decoded(kind, json.loads(content.decode(errors="surrogatepass")))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


@cache
def encoder(kind: Any) -> Convert | None:  # noqa: ANN401 - a type or an annotation
    """The converter from this type to JSON values.

    Raises:
        TypeError: the type cannot be stored.
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
    raise TypeError(f"{kind} cannot be stored")


@cache
def decoder(kind: Any) -> Convert | None:  # noqa: ANN401 - a type or an annotation
    """The converter from JSON values to this type; it raises where a value does not fit.

    Raises:
        TypeError: the type cannot be stored.
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
    raise TypeError(f"{kind} cannot be stored")


def _tagged(value: Any, numbered: Mapping[type, tuple[int, Convert | None]]) -> list[Any]:  # noqa: ANN401
    at, to = numbered[type(value)]
    return [at, to(value) if to else value]


def _untagged(value: Any, every: list[Convert | None]) -> Any:  # noqa: ANN401
    at, content = value
    to = every[at]
    return to(content) if to else content


def _converters(kind: Any, make: Callable[[Any], Convert | None]) -> list[tuple[str, Convert | None]]:  # noqa: ANN401
    """The fields with their converters; fields whose values may be of any type are not stored."""
    hints = get_type_hints(kind)
    known = [field.name for field in fields(kind) if hints[field.name] != tuple[Any, ...]]
    return [(name, make(hints[name])) for name in known]


def _encode_fields(kind: Any) -> Convert:  # noqa: ANN401
    names = _converters(kind, encoder)
    return lambda value: [to(getattr(value, name)) if to else getattr(value, name) for name, to in names]


def _decode_fields(kind: Any) -> Convert:  # noqa: ANN401
    """Converts only fields that change type; values are passed in the order of the fields."""
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
