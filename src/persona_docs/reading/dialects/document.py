"""A file as the dialects see it: its path, its text, and what can be asked of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.discovery.filenames import MODES
from persona_docs.reading.front_matter import quoting
from persona_docs.reading.front_matter.json_values import read_json
from persona_docs.reading.front_matter.keys import normalise_key, pairs
from persona_docs.reading.front_matter.lenient import read_whole_leniently
from persona_docs.reading.front_matter.plain_data import read_toml
from persona_docs.reading.front_matter.split import FrontMatter, read_front_matter
from persona_docs.reading.front_matter.values import Fields, Scalar, Value

_COMMENTED = frozenset({"opencode.json", "settings.json"})
"""Files of editors and products that take comments in JSON."""

_FRONT_MATTER = {".md", ".mdc", ".mdx", ".markdown", ".prompty", ".txt", ""}


def may_have_front_matter(path: str) -> bool:
    """Whether a file is of a kind that front matter stands in: text, and no data."""
    file = PurePosixPath(path)
    return file.suffix.lower() in _FRONT_MATTER and file.name.lower() not in MODES


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
        if may_have_front_matter(self.path):
            return read_front_matter(self.text, self.path, self.limits)
        return FrontMatter(body=self.text)

    @property
    def data(self) -> tuple[Fields | None, tuple[Finding, ...]]:
        """What a YAML, JSON or TOML file holds where that is a mapping, and what is wrong with it.

        Of broken YAML it is as much as can be told.
        """
        value, findings = self.value_of_all if self.value_of_all[0] is not None else self.salvaged
        return (value if isinstance(value, Fields) else None), findings

    @cached_property
    def value_of_all(self) -> tuple[Value | None, tuple[Finding, ...]]:
        """What a YAML, JSON or TOML file holds, whatever it is, and what is wrong with it."""
        if self.ends(".toml"):
            return read_toml(self.text, self.path, self.limits)
        if self.ends(".json", ".jsonc"):
            loose = self.ends(".jsonc") or self.file in _COMMENTED
            return read_json(self.text, self.path, self._of_files, loose=loose)
        return quoting.read_data(self.text, self.path, self._of_files) if self.is_yaml else (None, ())

    @cached_property
    def salvaged(self) -> tuple[Value | None, tuple[Finding, ...]]:
        """As much as can be told of a YAML file that cannot be read as a whole, and what is wrong with it."""
        _, refused = self.value_of_all
        if not self.is_yaml or not _has_fault(refused):
            return None, refused
        value, found = read_whole_leniently(self.text, self.path, self._of_files)
        if value is None:
            return None, refused
        return value, found if _has_fault(found) else (*refused, *found)

    @cached_property
    def fields(self) -> Mapping[str, Value]:
        """The values at the top of its front matter, or of the whole of it, by normalised key."""
        return pairs(self.data[0] or self.front.fields)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of its text."""
        return tuple(self.text.split("\n"))

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

    @property
    def is_yaml(self) -> bool:
        """Whether the whole of it is YAML."""
        return self.ends(".yaml", ".yml", *MODES)

    @property
    def _of_files(self) -> Limits:
        """The limits of a file that is all data: it may hold what no front matter may: many prompts."""
        return replace(
            self.limits,
            front_matter_size=self.limits.file_size,
            scalar=self.limits.file_size,
            nodes=max(self.limits.nodes, self.limits.file_size // 20),
            items=max(self.limits.items, self.limits.personas),
        )

    @cached_property
    def _parent(self) -> str:
        """The folder it lies in, in lower case, between slashes."""
        return f"/{PurePosixPath(self.path).parent.as_posix()}/".lower()

    @cached_property
    def _lower(self) -> str:
        return self.text.lower()


def _has_fault(findings: tuple[Finding, ...]) -> bool:
    return any(each.code == "front-matter" for each in findings)
