"""Values that must not go on as they are, or that their maintainer should know of.

A text of a file was freed of control characters before anybody looked at it; but YAML, JSON and TOML have
escapes that bring them back. Whatever a field's value is used for later (a page, a table, a log), it is
screened here once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from persona_docs.codes import finding
from persona_docs.model import Finding, Severity
from persona_docs.reading.dialects import Record
from persona_docs.reading.front_matter.keys import normalise_key
from persona_docs.reading.front_matter.leaks import settings
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.controls import without_controls
from persona_docs.reading.text.hidden import hidden_characters, without_hidden
from persona_docs.reading.text.places import code_point, quoted

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(
    r"""(?ix) <(?: (?:script|iframe|object|embed|applet|style|svg|math|meta|base|frame|frameset|xmp|noscript
        |plaintext|textarea|marquee)(?![\w-]) [^<>]* >?
        | [a-z][\w:-]* [\s/"'] [^<>]*? \bon[a-z]{3,} \s* =
        | /(?:script|style|title|textarea|iframe|svg)\s*> )"""
)
_UNSAFE = re.compile(r"(?i)\s*(?:(?:java|vb)script:\S|data:\w+/\w|blob:\w)")
_ONE_LINE = frozenset({"name", "title", "displayname"})
_SHOWN = 10


def screen(records: Iterable[Record], text: str, path: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records with values that are fit to be shown, and what was wrong with those that were not.

    Args:
        records: what was read from a file.
        text: the file's text; what stands in it as it is has been told already.
        path: the file's, which is screened as well.
    """
    screened = []
    findings = list(_of_path(path))
    for record in records:
        told = list(_findings(record.fields, text, path))
        findings += told[:_SHOWN]
        findings += _unpublished(record.fields, path)
        body = record.body if record.body in text else _fit_prose(record.body)
        screened.append(replace(record, fields=_fit(record.fields), body=body))
    return tuple(screened), tuple(findings)


def _of_path(path: str) -> Iterator[Finding]:
    if _MARKUP.search(path):
        message = f"The path holds HTML, which is shown as text: {quoted(path)}"
        yield finding("unsafe-html", message, path, fix="Rename the file.")
    if _CONTROLS.search(path) or "\n" in path:
        message = f"The path holds control characters: {quoted(ascii(path))}"
        yield finding("control-characters", message, path, fix="Rename the file.")


def _findings(fields: Fields, text: str, path: str) -> Iterator[Finding]:
    for under, scalar in _scalars(fields):
        yield from _of_value(scalar.text, under, scalar, text, path)
    for key, value in fields:
        if isinstance(value, Scalar) and "\n" in value.text.strip() and normalise_key(key.text) in _ONE_LINE:
            message = f"`{quoted(key.text)}` should be one line, and has several"
            yield finding("wrong-type", message, path, value.line, value.column)


def _of_value(said: str, key: str, value: Scalar, text: str, path: str) -> Iterator[Finding]:
    if found := _CONTROLS.findall(said):
        points = ", ".join(map(code_point, dict.fromkeys(found)))
        message = f"`{quoted(key)}` holds control characters, written as escapes: {points}"
        yield finding("control-characters", message, path, value.line, value.column)
    if _SURROGATES.search(said):
        message = f"`{quoted(key)}` holds half of a surrogate pair, which no text can hold"
        yield replace(
            finding("front-matter", message, path, value.line, value.column), severity=Severity.ERROR
        )
    elif not said.isascii() and said not in text:
        for hidden in hidden_characters(said, path):
            yield replace(hidden, line=value.line, column=value.column)
    if _UNSAFE.match(said):
        message = f"`{quoted(key)}` is an address that is not followed: {quoted(said)}"
        yield finding("unsafe-link", message, path, value.line, value.column)
    if "<" in said and (markup := _MARKUP.search(said)):
        message = f"`{quoted(key)}` holds HTML, which is shown as text: {quoted(markup[0])}"
        yield finding("unsafe-html", message, path, value.line, value.column)


def _unpublished(fields: Fields, path: str) -> Iterator[Finding]:
    """One finding for the values that are masked because of their keys."""
    lines = list(dict.fromkeys(value.line for value in settings(fields)))
    if lines:
        places = ", ".join(map(str, lines[:_SHOWN])) + (", …" if len(lines) > _SHOWN else "")
        where = f" on line {places}" if lines[0] else ""
        message = f"Keys{where} may hold secrets, so their values are masked"
        found = finding("secret", message, path, lines[0], fix="Read them from the environment: `${NAME}`.")
        yield replace(found, severity=Severity.INFO)


def _scalars(value: Value, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every key and every value of a tree, each with the key it stands under."""
    if isinstance(value, Scalar):
        yield key, value
    elif isinstance(value, Items):
        for inner in value.values:
            yield from _scalars(inner, key)
    else:
        for name, inner in value:
            yield name.text, name
            yield from _scalars(inner, name.text)


def _fit(fields: Fields) -> Fields:
    if all(_fit_text(each.text) == each.text for _, each in _scalars(fields)):
        return fields
    pairs = ((replace(key, text=_fit_text(key.text)), _fit_value(value)) for key, value in fields)
    return replace(fields, pairs=tuple(pairs))


def _fit_value(value: Value) -> Value:
    if isinstance(value, Scalar):
        return replace(value, text=_fit_text(value.text))
    if isinstance(value, Items):
        return replace(value, values=tuple(map(_fit_value, value.values)))
    return _fit(value)


def _fit_text(text: str) -> str:
    """A value without what nobody sees, so that two names that look the same are the same."""
    if text.isascii() and not _CONTROLS.search(text):
        return text
    return without_hidden(_fit_prose(text))


def _fit_prose(text: str) -> str:
    return _SURROGATES.sub("\ufffd", without_controls(text))
