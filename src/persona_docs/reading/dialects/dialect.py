"""What a dialect is, and the readers that dialects share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from persona_docs.model import Finding
from persona_docs.reading.dialects.document import Document, may_have_front_matter
from persona_docs.reading.dialects.prompts import PROMPTS, Part, prompt_of
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value


@dataclass(frozen=True, slots=True)
class Record:
    """One persona as its dialect's reader found it, before its values are made facts.

    Attributes:
        fields: keys and values, as in a front matter.
        body: its Markdown.
        line: the source line the body starts on.
        exact: whether line `n` of the body is line `line + n` of the file; a body made from several values,
            or from a quoted one, is not.
        lines: where it is not exact, the file's line for each of the body's, as near as it is known; if
            nothing is, all of them stand where the body begins.
        key: tells it from the others of its file; empty where the file holds one.
        findings: what is wrong with how it is written.
    """

    fields: Fields
    body: str
    line: int = 1
    exact: bool = True
    key: str = ""
    findings: tuple[Finding, ...] = ()
    lines: tuple[int, ...] = ()

    def place(self, number: int) -> int:
        """The file's line for a line of the body, which is counted on from where the body begins."""
        if self.exact or number < self.line:
            return number
        at = min(number - self.line, len(self.lines) - 1)
        return self.lines[at] if self.lines else self.line


def read_markdown(document: Document) -> tuple[Record, ...]:
    """The reader of everything that is a front matter and Markdown: one persona, whatever is missing."""
    front = document.front
    return (Record(front.fields, front.body, front.body_line, findings=front.findings),)


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way in which a product, or a collection, writes its personas.

    Attributes:
        name: stands in addresses and data; never renamed once released.
        label: what people read.
        url: its documentation.
        recognises: whether a file is written in it, told by path and shape; the dialects are asked in order.
        keys: which of its keys mean which field, beside `keys.ALIASES`; `""` for a key that only looks known.
        reader: makes the file's records; none where the file belongs to another's persona.
        yaml: whether its front matter is YAML; where it is read line by line, quotes are part of a value.
        slash: whether people call what a file holds with a slash, or another sign, and the file's name.
        asked: whether they call so what says that it is called by hand.
        sign: what they call it with.
        by_name: whether they call it by its own name where it has one, and not by the file's.
        joint: what joins the folders below that of all commands to the name; empty if they are no part of it.
    """

    name: str
    label: str
    url: str
    recognises: Callable[[Document], bool]
    keys: Mapping[str, str] = field(default_factory=dict)
    reader: Callable[[Document], tuple[Record, ...]] = read_markdown
    yaml: bool = True
    slash: bool = False
    asked: bool = False
    sign: str = "/"
    by_name: bool = False
    joint: str = ""


def read_data(document: Document) -> tuple[Record, ...]:
    """The reader of files that are nothing but fields, one of which holds the prompt."""
    fields, findings = document.data
    if fields is not None:
        return (record_of(fields, document, PROMPTS, findings=findings),)
    if may_have_front_matter(document.path):
        return read_markdown(document)  # somebody says that a Markdown file is of this dialect
    return unreadable(document)


def unreadable(document: Document) -> tuple[Record, ...]:
    """The record of data that cannot be read: as it is written, since it is no Markdown."""
    longest = max(map(len, re.findall("`{3,}", document.text)), default=2)
    fence, kind = "`" * (longest + 1), PurePosixPath(document.file).suffix.removeprefix(".") or "yaml"
    body = f"{fence}{kind}\n{document.text.rstrip()}\n{fence}\n"
    return (Record(Fields(), body, exact=False, findings=document.value_of_all[1]),)


def record_of(
    fields: Fields,
    document: Document,
    prompts: Sequence[str],
    *,
    key: str = "",
    findings: tuple[Finding, ...] = (),
) -> Record:
    """A record whose body is the prompt in some of its fields.

    Args:
        fields: the persona's.
        document: the file, whose lines tell whether the text stands there as it is.
        prompts: the normalised keys of the fields that make the body, in that order.
        key: see `Record.key`.
        findings: see `Record.findings`.
    """
    prompt = prompt_of(fields, prompts)
    others = Fields(tuple(entry for entry in fields if entry[0] not in prompt.keys), fields.line)
    if not prompt.body:
        return Record(others, "", fields.line or 1, key=key, findings=findings)
    first = prompt.parts[0]
    if len(prompt.parts) == 1 and not first.heading:
        line, exact = _place(first.value, prompt.body, document)
        return Record(others, prompt.body, line, exact, key, findings)
    lines = tuple(_lines(prompt.parts, document))
    return Record(others, prompt.body, lines[0], exact=False, key=key, findings=findings, lines=lines)


def _lines(parts: Sequence[Part], document: Document) -> Iterator[int]:
    """The file's line for each line of a body made of these, with an empty one between any two."""
    for n, part in enumerate(parts):
        start, exact = _place(part.value, part.text, document)
        above = part.heading.count("\n") + bool(n)
        yield from [part.value.line] * above
        yield from (start + exact * at for at in range(part.text.count("\n") + 1))


def _place(value: Value, body: str, document: Document) -> tuple[int, bool]:
    """The line a value's text starts on, and whether its lines are lines of the file."""
    if not isinstance(value, Scalar):
        return value.line, False
    said = [line.strip() for line in body.split("\n")]
    for start in (value.line, value.line + 1):
        found = [line.strip() for line in document.lines[start - 1 : start - 1 + len(said)]]
        if found[1:-1] == said[1:-1] and len(found) == len(said) and said[0] in found[0]:
            return start, True
    return value.line, False


def without_lines(fields: Fields) -> Fields:
    """The fields of a file that is read together with another, whose lines are not theirs."""
    return Fields(tuple((Scalar(key.text), _unplaced(value)) for key, value in fields))


def _unplaced(value: Value) -> Value:
    if isinstance(value, Fields):
        return without_lines(value)
    if isinstance(value, Items):
        return Items(tuple(map(_unplaced, value.values)))
    return Scalar(value.text, null=value.null)
