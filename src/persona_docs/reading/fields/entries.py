"""A record's entries as facts, taken field by field; what no field takes is kept as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from persona_docs.codes import finding
from persona_docs.model import Fact, Finding, Severity
from persona_docs.reading.fields.facts import holds_mapping, list_facts, scalars, text_fact, unique
from persona_docs.reading.front_matter.keys import Entry, normalise_key, sort_entries
from persona_docs.reading.front_matter.leaks import mask
from persona_docs.reading.front_matter.switches import is_switch
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.text.phrases import one_line
from persona_docs.reading.text.secrets import MASK, is_secret

_SINGLE = frozenset({"name", "title"})
"""Fields that are rather made from something else than from a list or a mapping."""


@dataclass
class Entries:
    """A record's entries by field; what no field takes is left in `rest`, for `extra`."""

    by_field: dict[str, tuple[Entry, ...]]
    rest: list[Entry]
    path: str
    findings: list[Finding] = field(default_factory=list)

    @classmethod
    def of(
        cls, fields: Fields, own: Mapping[str, str], added: Mapping[str, tuple[str, ...]], path: str
    ) -> Entries:
        """The entries of a front matter.

        Args:
            fields: the front matter's.
            own: which keys of the dialect mean which field.
            added: the user's own keys for a field.
            path: of the file, for what is to be said of its values.
        """
        by_field = sort_entries(fields, own=own, added=added)
        return cls(dict(by_field.fields), list(by_field.rest), path)

    def complain(self, message: str, value: Value) -> None:
        """Say what is wrong with the type of a value."""
        self.findings.append(finding("wrong-type", message, self.path, value.line, value.column))

    def take(self, name: str) -> tuple[Entry, ...]:
        """The entries of a field, the most telling first."""
        return self.by_field.pop(name, ())

    def text(self, name: str) -> Fact:
        """The most telling entry of a field that holds one text; the others are left."""
        chosen = Fact("")
        for entry in self.take(name):
            if chosen.value:
                self.rest.append(entry)
            elif name in _SINGLE and not isinstance(entry.value, Scalar):
                kind = "list" if isinstance(entry.value, Items) else "mapping"
                message = f"`{entry.key}` is a {kind}, but should be a text"
                found = finding("wrong-type", message, self.path, entry.value.line, entry.value.column)
                self.findings.append(replace(found, severity=Severity.ERROR))
                self.rest.append(entry)
            else:
                fact = text_fact(entry, self.complain)
                chosen = replace(fact, value=mask(fact.value))
                if holds_mapping(entry.value):
                    self.rest.append(entry)
        return chosen

    def facts(self, name: str, *, sentences: bool = False) -> tuple[Fact, ...]:
        """The values of all entries of a field that holds a list; one that says more is left as well."""
        found: list[Fact] = []
        for entry in self.take(name):
            facts = list_facts(entry, self.complain, sentences=sentences)
            found += (replace(fact, value=mask(fact.value)) for fact in facts)
            if _says_more(entry.value, facts):
                self.rest.append(entry)
        return unique(found)

    def settings(self) -> dict[str, Fact]:
        """The values of known keys that make no other fact, each in one line."""
        found: dict[str, Fact] = {}
        for entry in self.take("settings"):
            value = one_line(", ".join(fact.value for _, fact in _leaves(entry, named=True)))
            if value:
                found[entry.key] = Fact(value, line=entry.line, where=entry.key)
        return found

    def left(self) -> Mapping[str, Fact]:
        """What no field has taken, by the path of its keys."""
        return {key: fact for entry in self.rest for key, fact in _leaves(entry)}


def _says_more(value: Value, facts: Iterable[Fact]) -> bool:
    """Whether a mapping, or one in a list, holds texts that are none of these facts, and no switches."""
    said = {fact.value for fact in facts}
    texts = (scalar for _, scalar in scalars(value) if not is_switch(scalar)) if holds_mapping(value) else ()
    return any(one_line(scalar.text) not in said for scalar in texts)


def _leaves(entry: Entry, *, named: bool = False) -> Iterator[tuple[str, Fact]]:
    """The scalars of a value by their path as written; what may be a secret is masked."""
    lists: dict[str, list[str]] = {}
    for path, scalar in scalars(entry.value):
        key = f"{entry.key}.{path}" if path else entry.key
        text = scalar.text.strip()
        said = MASK if is_secret(".".join(map(normalise_key, key.split("."))), text) else mask(text)
        lists.setdefault(key, []).append(f"{path}: {said}" if named and path else said)
    for key, parts in lists.items():
        yield key, Fact(", ".join(filter(None, parts)), line=entry.line, where=key)
    if not lists:
        yield entry.key, Fact("", line=entry.line, where=entry.key)
