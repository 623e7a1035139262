"""What a dialect is, and the ways to tell one from a file's path and shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading import quoting
from persona_docs.reading.frontmatter import FrontMatter, read_front_matter, read_yaml
from persona_docs.reading.keys import normalise_key, pairs, text_of
from persona_docs.reading.plain_data import from_plain, load_toml
from persona_docs.reading.values import Fields, Scalar, Value

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
        if PurePosixPath(self.path).suffix.lower() in _FRONT_MATTER:
            return read_front_matter(self.text, self.path, self.limits)
        return FrontMatter(body=self.text)

    @property
    def data(self) -> tuple[Fields | None, tuple[Finding, ...]]:
        """What a YAML, JSON or TOML file holds where that is a mapping, and what is wrong with it."""
        value, findings = self.value_of_all
        return (value if isinstance(value, Fields) else None), findings

    @cached_property
    def value_of_all(self) -> tuple[Value | None, tuple[Finding, ...]]:
        """What a YAML, JSON or TOML file holds, whatever it is, and what is wrong with it."""
        suffix = PurePosixPath(self.path).suffix.lower()
        if suffix == ".toml":
            return read_toml(self.text, self.path, self.limits)
        if suffix not in {".yaml", ".yml", ".json"} and self.file != ".roomodes":
            return None, ()
        limits = replace(  # a whole file may hold what a front matter may not: prompts, hundreds of modes
            self.limits,
            front_matter_size=self.limits.file_size,
            scalar=self.limits.file_size,
            nodes=max(self.limits.nodes, self.limits.file_size // 20),
            items=max(self.limits.items, self.limits.personas),
        )
        if suffix == ".json":
            value, findings = read_yaml(self.text, self.path, limits)
            findings = tuple(replace(f, message=f.message.replace("YAML", "JSON", 1)) for f in findings)
        else:
            value, findings = quoting.read_data(self.text, self.path, limits)
        return value, findings

    @cached_property
    def fields(self) -> Mapping[str, Value]:
        """The values at the top of its front matter, or of the whole of it, by normalised key."""
        return pairs(self.data[0] or self.front.fields)

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
        return any(f"/{folder}/" in self._parent for folder in folders)

    def ends(self, *suffixes: str) -> bool:
        """Whether the file's name ends in one of these, in any case."""
        return self.file.endswith(suffixes)

    def heading(self, title: str) -> bool:
        """Whether the body has a heading of exactly this title."""
        if title.lower() not in self._lower:
            return False
        pattern = rf"^#{{1,6}} +{re.escape(title)} *$"
        return re.search(pattern, self.text, re.MULTILINE | re.IGNORECASE) is not None

    @cached_property
    def _parent(self) -> str:
        """The folder it lies in, in lower case, between slashes."""
        return f"/{PurePosixPath(self.path).parent.as_posix()}/".lower()

    @cached_property
    def _lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Record:
    """One persona as its dialect's reader found it, before its values are made facts.

    Attributes:
        fields: keys and values, as in a front matter.
        body: its Markdown.
        line: the source line the body starts on.
        exact: whether line `n` of the body is line `line + n` of the file; a body made from several values,
            or from a quoted one, has but the line it begins on.
        key: tells it from the others of its file; empty where the file holds one.
        findings: what is wrong with how it is written.
    """

    fields: Fields
    body: str
    line: int = 1
    exact: bool = True
    key: str = ""
    findings: tuple[Finding, ...] = ()


def read_toml(text: str, path: str, limits: Limits) -> tuple[Fields | None, tuple[Finding, ...]]:
    """A TOML document, or `None` and why not."""
    try:
        value = from_plain(load_toml(text), text, 1, limits)
    except (ValueError, RecursionError) as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 0)
        said = re.sub(r"\s*\(at .*", "", str(error))[:200]
        return None, (finding("front-matter", f"Not valid TOML: {said}", path, line, column),)
    return (value if isinstance(value, Fields) else None), ()


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

SPOKEN = ("identity", "persona", "personality", "goal", "backstory")
"""Those of fields that tell it who it is, each under its heading."""


def read_data(document: Document) -> tuple[Record, ...]:
    """The reader of files that are nothing but fields, one of which holds the prompt."""
    fields, findings = document.data
    if fields is None:
        front = document.front  # there is one where somebody says that a Markdown file is of this dialect
        return (Record(front.fields, front.body, front.body_line, findings=(*findings, *front.findings)),)
    return (record_of(fields, document, PROMPTS, findings=findings),)


def record_of(
    fields: Fields,
    document: Document,
    prompts: Sequence[str],
    *,
    key: str = "",
    findings: tuple[Finding, ...] = (),
) -> Record:
    """A record whose body is the text of some of its fields, one below the other.

    A list of texts becomes a list, and a mapping sections: nothing of a prompt is lost for its shape.

    Args:
        fields: the persona's.
        document: the file, whose lines tell whether the text stands there as it is.
        prompts: the normalised keys of the fields that make the body, in that order.
        key: see `Record.key`.
        findings: see `Record.findings`.
    """
    by_key = {normalise_key(k.text): (k, v) for k, v in fields}
    parts = [by_key[name] for name in prompts if name in by_key]
    spoken = [by_key[name] for name in SPOKEN if name in by_key and not isinstance(by_key[name][1], Fields)]
    texts = [_markdown(value) for _, value in parts]
    texts += [_headed(key.text, _markdown(value), 2) for key, value in spoken]
    body = "\n\n".join(filter(None, texts))
    used = [key for key, _ in (*parts, *spoken)]
    others = Fields(tuple(entry for entry in fields if entry[0] not in used), fields.line)
    if not body:
        return Record(others, "", fields.line or 1, key=key, findings=findings)
    first = (*parts, *spoken)[0][1]
    if len(parts) == 1 and not spoken and isinstance(first, Scalar):
        line, exact = _place(first, body, document)
    else:
        line, exact = first.line, False
    return Record(others, _ELSEWHERE.sub(r"[\1](<\1>)", body), line, exact, key, findings)


_ELSEWHERE = re.compile(r"\A\s*(?:file://|\{file:)(?!/)([\w./ -]++)\}?\s*\Z")
"""A prompt that stands in another file: `file://../scout.md` (Kiro), `{file:./scout.md}` (OpenCode)."""


def _markdown(value: Value, level: int = 2) -> str:
    """A prompt as Markdown: what was said to be a list is one, and each part of a mapping has its heading."""
    if isinstance(value, Scalar):
        return "" if value.null or not value.text.strip() else value.text.strip("\n")
    if isinstance(value, Fields):
        said = pairs(value)
        message = said.get("content") or said.get("text")
        if isinstance(message, Scalar):  # of a conversation: `{role: system, content: …}`
            return _headed(text_of(said.get("role")), _markdown(message), level)
        return "\n\n".join(filter(None, (_headed(k.text, _markdown(v, level + 1), level) for k, v in value)))
    if all(isinstance(each, Scalar) for each in value.values):
        lines = (_markdown(each).strip().replace("\n", "\n  ") for each in value.values)
        return "\n".join(f"- {line}" for line in lines if line)
    return "\n\n".join(filter(None, (_markdown(each, level) for each in value.values)))


def _headed(title: str, text: str, level: int) -> str:
    title = " ".join(title.split())
    return f"{'#' * min(level, 6)} {title}\n\n{text}" if title and text else text


def _place(value: Scalar, body: str, document: Document) -> tuple[int, bool]:
    """The line a value's text starts on, and whether its lines are lines of the file."""
    written = document.text.split("\n")
    said = [line.strip() for line in body.split("\n")]
    for start in (value.line, value.line + 1):
        found = [line.strip() for line in written[start - 1 : start - 1 + len(said)]]
        if found[1:-1] == said[1:-1] and len(found) == len(said) and said[0] in found[0]:
            return start, True
    return value.line, False
