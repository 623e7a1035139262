"""What a dialect is, and the ways to tell one from a file's path and shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.keys import normalise_key, pairs
from persona_docs.reading.values import Fields, Items, Scalar, Value

if TYPE_CHECKING:
    from persona_docs.reading.frontmatter import FrontMatter

_FRONT_MATTER = {".md", ".mdc", ".mdx", ".markdown", ".txt", ""}


@dataclass(frozen=True)
class Document:
    r"""A file as a dialect sees it.

    Attributes:
        path: of the file, with forward slashes.
        text: decoded, `\n` line ends.
        limits: see `Limits`.
        beside: gives the text of another file in its folder, or `None`.
    """

    path: str
    text: str
    limits: Limits
    beside: Callable[[str], str | None] = field(default=lambda _name: None)

    @cached_property
    def front(self) -> FrontMatter:
        """Its front matter and body; nothing but a body where the kind of file has no front matter."""
        from persona_docs.reading.frontmatter import FrontMatter, read_front_matter

        if PurePosixPath(self.path).suffix.lower() in _FRONT_MATTER:
            return read_front_matter(self.text, self.path, self.limits)
        return FrontMatter(Fields(), self.text, 1, False, ())  # noqa: FBT003

    @cached_property
    def fields(self) -> Mapping[str, Value]:
        """The values at the top of its front matter, by normalised key."""
        return pairs(self.front.fields)

    @cached_property
    def file(self) -> str:
        """The file's name in lower case."""
        return PurePosixPath(self.path).name.lower()

    def has(self, *keys: str) -> bool:
        """Whether the front matter has all these keys."""
        return all(normalise_key(key) in self.fields for key in keys)

    def has_any(self, *keys: str) -> bool:
        """Whether the front matter has one of these keys."""
        return any(normalise_key(key) in self.fields for key in keys)

    def value(self, key: str) -> str:
        """The text of a top-level scalar, else nothing."""
        value = self.fields.get(normalise_key(key))
        return value.text.strip() if isinstance(value, Scalar) else ""

    def under(self, *folders: str) -> bool:
        """Whether the file stands below one of these folders (`.claude/agents`)."""
        parent = f"/{PurePosixPath(self.path).parent.as_posix()}/".lower()
        return any(f"/{folder}/" in parent for folder in folders)

    def ends(self, *suffixes: str) -> bool:
        """Whether the file's name ends in one of these, in any case."""
        return self.file.endswith(suffixes)

    def heading(self, title: str) -> bool:
        """Whether the body has a heading of exactly this title."""
        return (
            re.search(rf"^#{{1,6}} +{re.escape(title)} *$", self.text, re.MULTILINE | re.IGNORECASE)
            is not None
        )


@dataclass(frozen=True, slots=True)
class Record:
    """One persona as its dialect's reader found it, before its values are made facts.

    Attributes:
        fields: keys and values, as in a front matter.
        body: its Markdown.
        line: the source line the body starts on.
        key: tells it from the others of its file; empty where the file holds one.
        findings: what is wrong with how it is written.
    """

    fields: Fields
    body: str
    line: int = 1
    key: str = ""
    findings: tuple[Finding, ...] = ()


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
    """

    name: str
    label: str
    url: str
    recognises: Callable[[Document], bool]
    keys: Mapping[str, str] = field(default_factory=dict)
    reader: Callable[[Document], tuple[Record, ...]] = read_markdown


def scalar(text: str, line: int = 0) -> Scalar:
    """A value that a reader makes."""
    return Scalar(text, line)


def fields(**values: Value | None) -> Fields:
    """A front matter that a reader makes; what is `None` is left out, `_` in a key is a space."""
    given = ((key.replace("_", " "), value) for key, value in values.items() if value is not None)
    return Fields(tuple((Scalar(key, value.line), value) for key, value in given))


def items(values: list[Value]) -> Items | None:
    """A list that a reader makes, or `None` for an empty one."""
    return Items(tuple(values), values[0].line) if values else None
