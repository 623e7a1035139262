"""The prompt of a persona that is nothing but fields: which of them hold it, and their text as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from persona_docs.reading.front_matter.keys import normalise_key, pairs, text_of
from persona_docs.reading.front_matter.values import Fields, Scalar, Value

PROMPTS = (
    "developerinstructions",
    "systemprompt",
    "systemmessage",
    "systempurpose",
    "system",
    "roleprompt",
    "instructions",
    "custominstructions",
    "prompt",
    "messages",
)
"""The normalised keys of fields that hold what a model is told: the system's part, then the user's."""

SPOKEN = (
    *("identity", "persona", "personality", "goal", "backstory"),
    *("communicationstyle", "principles", "rules"),
)
"""Those of fields that tell it who it is, each under its heading."""

_HUMP = re.compile(r"(?<=[a-z])[A-Z](?=[a-z])")
_ELSEWHERE = re.compile(r"\A\s*(?:file://|\{file:)(?!/)([\w./ -]++)\}?\s*\Z")
"""A prompt that stands in another file: `file://../scout.md` (Kiro), `{file:./scout.md}` (OpenCode)."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one field tells a model.

    Attributes:
        text: its text as Markdown, without its heading.
        value: the field's.
        heading: the lines above the text; none where it needs no heading.
    """

    text: str
    value: Value
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """What some fields of a persona tell a model.

    Attributes:
        body: their text as Markdown, one below the other, an empty line between any two.
        keys: theirs.
        parts: those of the fields that say anything, in the order of the text.
    """

    body: str
    keys: tuple[Scalar, ...]
    parts: tuple[Part, ...]


def prompt_of(fields: Fields, names: Sequence[str]) -> Prompt:
    """The prompt in some fields, and in those that tell who somebody is.

    A list of texts becomes a list, and a mapping sections: nothing of a prompt is lost for its shape.

    Args:
        fields: the persona's.
        names: the normalised keys of the fields, in the order of the text.
    """
    by_key = {normalise_key(key.text): (key, value) for key, value in fields}
    said = [by_key[name] for name in names if name in by_key]
    spoken = [by_key[name] for name in SPOKEN if name in by_key and not isinstance(by_key[name][1], Fields)]
    parts = [Part(as_markdown(value), value) for _, value in said]
    parts += [Part(as_markdown(value), value, _heading(key.text, 2)) for key, value in spoken]
    parts = [part for part in parts if part.text]
    body = "\n\n".join(part.heading + part.text for part in parts)
    keys = tuple(key for key, _ in (*said, *spoken))
    return Prompt(_ELSEWHERE.sub(r"[\1](<\1>)", body), keys, tuple(parts))


def as_markdown(value: Value, level: int = 2) -> str:
    """A prompt as Markdown: what was said to be a list is one, and each part of a mapping has its heading."""
    if isinstance(value, Scalar):
        return "" if value.null or not value.text.strip() else value.text.strip("\n")
    if isinstance(value, Fields):
        said = pairs(value)
        message = said.get("content") or said.get("text")
        if isinstance(message, Scalar):  # of a conversation: `{role: system, content: …}`
            return _headed(text_of(said.get("role")), as_markdown(message), level)
        return "\n\n".join(
            filter(None, (_headed(k.text, as_markdown(v, level + 1), level) for k, v in value))
        )
    if all(isinstance(each, Scalar) for each in value.values):
        lines = (as_markdown(each).strip().replace("\n", "\n  ") for each in value.values)
        return "\n".join(f"- {line}" for line in lines if line)
    return "\n\n".join(filter(None, (as_markdown(each, level) for each in value.values)))


def _headed(title: str, text: str, level: int) -> str:
    return _heading(title, level) + text if text else ""


def _heading(title: str, level: int) -> str:
    title = _HUMP.sub(lambda hump: f" {hump[0].lower()}", " ".join(title.replace("_", " ").split()))
    title = title[:1].upper() + title[1:]
    return f"{'#' * min(level, 6)} {title}\n\n" if title else ""
