"""Prompty's files: a front matter, and a text in which a line (`system:`) says who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from persona_docs.reading.dialects.dialect import Dialect, Record, read_markdown
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.keys import normalise_key, pairs, text_of
from persona_docs.reading.front_matter.values import Fields, Scalar

_SPEAKER = re.compile(
    r" {0,3}(?:# ?)?(system|developer|user|assistant|function|tool)(?:\[[^\[\]]*\])? ?:[ \t]*",
    re.IGNORECASE,
)
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_CONNECTED = ("configuration", "connection")
_MODELS = ("model", "azuredeployment")
"""Where versions before the second have the name of a model."""

_STAND_INS = ("$", "<", "{")
_MODEL = "model.deployment"


def _read(document: Document) -> tuple[Record, ...]:
    return tuple(
        replace(record, fields=_with_model(record.fields), body="\n".join(_with_speakers(record.body)))
        for record in read_markdown(document)
    )


def _with_speakers(body: str) -> Iterator[str]:
    """The lines of a body, with a heading for each that says who speaks."""
    fenced = False
    for line in body.split("\n"):
        fenced ^= _FENCE.match(line) is not None
        speaker = None if fenced else _SPEAKER.fullmatch(line)
        yield f"## {speaker[1].capitalize()}" if speaker else line


def _with_model(fields: Fields) -> Fields:
    """The fields, with the name that a model has where it is said how to reach it."""
    model = pairs(fields).get("model")
    known = pairs(model) if isinstance(model, Fields) else {}
    inner = next((known[part] for part in _CONNECTED if part in known and "id" not in known), None)
    for key, name in inner if isinstance(inner, Fields) else ():
        told = normalise_key(key.text) in _MODELS and not text_of(name).startswith(_STAND_INS)
        if told and isinstance(name, Scalar):
            return replace(fields, pairs=(*fields.pairs, (Scalar(_MODEL, name.line), name)))
    return fields


PROMPT = Dialect(
    "prompty",
    "Prompty",
    "https://prompty.ai",
    lambda document: document.ends(".prompty"),
    {_MODEL: "model"},
    reader=_read,
)
