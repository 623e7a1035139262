"""The models a persona asks for, and how its `model` field sets them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from persona_docs.model import Fact
from persona_docs.reading.fields.facts import scalars, unique
from persona_docs.reading.front_matter.keys import Entry, normalise_key, pairs
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.phrases import one_line, split_top, unquote

_SET = frozenset({"temperature", "maxtokens", "maxoutputtokens", "topp", "reasoningeffort", "effort"})
_OPTIONS = frozenset({"options", "settings", "parameters", "params", "config"})


def model_facts(entry: Entry) -> tuple[Fact, ...]:
    """The models a persona asks for: one, a list, or `GPT-4.1 | 'gpt-5'`; a mapping has to name its own."""
    values = (scalar for each in _models(entry.value) for _, scalar in scalars(each))
    return unique(
        [
            Fact(one_line(unquote(part)), line=scalar.line, where=entry.key)
            for scalar in values
            for part in split_top(scalar.text, "|,;\n")
        ]
    )


def model_settings(entry: Entry) -> tuple[tuple[Entry, ...], Entry]:
    """How a model that is a mapping is set (`temperature`, `options.temperature`), and the field without."""
    settings = tuple(_settings(entry))
    taken = {id(each.value) for each in settings}
    return settings, Entry(entry.key, _without(entry.value, taken)) if settings else entry


def _settings(entry: Entry, *, nested: bool = False) -> Iterator[Entry]:
    for key, inner in entry.value if isinstance(entry.value, Fields) else ():
        below = Entry(f"{entry.key}.{key.text}", inner)
        if isinstance(inner, Scalar) and not inner.null and normalise_key(key.text) in _SET:
            yield below
        elif normalise_key(key.text) in _OPTIONS and not nested:
            yield from _settings(below, nested=True)


def _without(value: Value, taken: set[int]) -> Value:
    if not isinstance(value, Fields):
        return value
    kept = ((key, _without(inner, taken)) for key, inner in value if id(inner) not in taken)
    left = tuple((key, inner) for key, inner in kept if not (isinstance(inner, Fields) and not inner.pairs))
    return Fields(left, value.line, value.column)


def _models(value: Value) -> Iterator[Value]:
    if isinstance(value, Fields):
        known = pairs(value)
        named = (known.get(key) for key in ("id", "name", "model"))
        yield from islice((inner for inner in named if isinstance(inner, Scalar)), 1)
    elif isinstance(value, Items):
        for inner in value.values:
            yield from _models(inner)
    else:
        yield value
