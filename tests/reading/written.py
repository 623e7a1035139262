"""Front matter values by hand, as the YAML reader hands them over, and as plain data again."""

from __future__ import annotations

from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value

NULL = Scalar("", 1, null=True)


def s(text: str, line: int = 1) -> Scalar:
    """A text on a line."""
    return Scalar(text, line)


def seq(*values: Value | str) -> Items:
    """A list."""
    return Items(tuple(s(v) if isinstance(v, str) else v for v in values), 1)


def mapping(**values: Value | str) -> Fields:
    """A mapping."""
    return Fields(tuple((s(k), s(v) if isinstance(v, str) else v) for k, v in values.items()), 1)


def plain(value: Value) -> object:
    """A value as lists, mappings and texts."""
    if isinstance(value, Scalar):
        return None if value.null else value.text
    if isinstance(value, Items):
        return [plain(each) for each in value.values]
    return {key.text: plain(inner) for key, inner in value}
