"""YAML as written: every scalar a text, every value with its line, under limits.

The parser's *events* are walked and nothing is constructed: no dates, no floats, no objects; depth, nodes
and aliases are counted before memory is spent. libyaml's event stream keeps its own stack, so that deep
nesting, which crashes its composer, only costs events here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NoReturn

import yaml

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.front_matter.yaml_errors import READ_AS_ALIAS, YamlError, explained
from persona_docs.reading.front_matter.yaml_findings import YamlFindings
from persona_docs.reading.front_matter.yaml_places import Event, Mark, Shift
from persona_docs.reading.front_matter.yaml_tags import is_null, is_sign, trouble_with
from persona_docs.reading.text.places import code_point

# The C parser where there is one: the front matters of 344 real files take 0.1 s with it and 0.4 s
# without. Its events are safe under these limits; only what composes or constructs with it recurses.
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIX = "Put the value in quotes, or indent it as what it belongs to."
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_HALF = "it holds half of a surrogate pair, which no text can hold"
_ODD_SPACES = frozenset("\u00a0\u3000")
_HIDDEN_BREAKS = re.compile("[\u0085\u2028\u2029]")


def read_yaml(
    text: str, path: str, limits: Limits, line: int = 1
) -> tuple[Value | None, tuple[Finding, ...]]:
    """A YAML document, or `None` and why not.

    Args:
        text: the document.
        path: for the findings.
        limits: bounds of size, depth and number.
        line: source line of the text's first line.
    """
    findings: list[Finding] = []
    try:
        return compose(text, path, limits, line, findings), tuple(findings)
    except YamlError as problem:
        message, fix = f"Not valid YAML: {problem.message}", _FIX if problem.code == "front-matter" else ""
        found = finding(problem.code, message, path, problem.line, problem.column, fix=fix)
        return None, (*findings, found)


def compose(
    text: str, path: str, limits: Limits, line: int, findings: list[Finding], indent: int = 0
) -> Value | None:
    """The value of a document; `None` for an empty one.

    Args:
        text: the document.
        path: for the findings.
        limits: bounds of size, depth and number.
        line: source line of the text's first line.
        findings: duplicate keys and hidden line ends are added here.
        indent: how many columns the text was shifted left.

    Raises:
        YamlError: it is not YAML, or exceeds the limits.
    """
    if len(text) > limits.front_matter_size:
        message = f"{len(text):,} characters; the limit is {limits.front_matter_size:,}"
        raise YamlError(message, line, 0, "front-matter-limits")
    text = _without_hidden_breaks(text, path, line, indent, findings)
    return _Composer(text, path, limits, Shift(line, indent), findings).document()


def _without_hidden_breaks(text: str, path: str, line: int, indent: int, findings: list[Finding]) -> str:
    if match := _HIDDEN_BREAKS.search(text):
        place = line + text.count("\n", 0, match.start())
        column = indent + match.start() - text.rfind("\n", 0, match.start())
        message = f"{code_point(match[0])} is a line end in YAML, so one visible line can hold two keys"
        findings.append(finding("control-characters", message, path, place, column))
    return _HIDDEN_BREAKS.sub(" ", text)


def _sources(value: Value) -> Sequence[Fields] | None:
    """The mappings that a merge key takes in; `None` where something else stands there."""
    found = value.values if isinstance(value, Items) else (value,)
    mappings = [each for each in found if isinstance(each, Fields)]
    return mappings if len(mappings) == len(found) else None


class _Composer:
    """Walks the events of one document."""

    def __init__(self, text: str, path: str, limits: Limits, shift: Shift, findings: list[Finding]) -> None:
        self.text, self.limits, self.shift = text, limits, shift
        self.tell = YamlFindings(text, path, shift, findings)
        self.nodes = 0
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.named: dict[str, int] = {}  # the line of each anchor, from where it begins
        self.unused: dict[str, Mark] = {}  # anchors of texts that no alias has asked for

    def document(self) -> Value | None:
        try:
            events = self._events()
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent) and event.tags:
                    self._refuse("a YAML directive stands before it", event.start_mark)
                if isinstance(event, yaml.NodeEvent):
                    value = self._value(event, events, 1)
                    self._rest(events)
                    self.tell.unused_anchors(self.unused.items())
                    self.tell.disputed()
                    self.tell.more()
                    return value
        except yaml.YAMLError as error:
            raise explained(error, self.text, self.shift) from error
        except RecursionError as error:
            raise YamlError("it is nested too deep", self.shift.line, 0, "front-matter-limits") from error
        except UnicodeEncodeError as error:  # the C parser wants UTF-8
            line = self.shift.line + self.text.count("\n", 0, error.start)
            raise YamlError(_HALF, line, 0) from error
        return None

    def _events(self) -> Iterator[Event]:
        return iter(yaml.parse(self.text, Loader=_FAST))

    def _rest(self, events: Iterator[Event]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.tell.second_document(event)
                return

    def _value(self, event: Event, events: Iterator[Event], depth: int, *, is_key: bool = False) -> Value:
        self._count(1, event)
        if depth > self.limits.depth:
            self._refuse(f"it is nested deeper than {self.limits.depth}", event.start_mark, limits=True)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self.nodes
        if event.anchor:
            self._name(event)
        value = self._node(event, events, depth, is_key=is_key)
        if event.anchor:
            self.anchors[event.anchor] = (value, self.nodes - before + 1)
            if isinstance(value, Scalar):
                self.unused[event.anchor] = event.start_mark
        return value

    def _name(self, event: Event) -> None:
        if event.anchor in self.named:
            self.tell.anchor_again(event.anchor, self.named[event.anchor], event)
        self.named[event.anchor], _ = self.shift.at(event.start_mark)

    def _node(self, event: Event, events: Iterator[Event], depth: int, *, is_key: bool) -> Value:
        line, column = self.shift.at(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            if trouble := trouble_with(event, ""):
                self._refuse(trouble, event.start_mark)
            if not is_key and is_sign(event):
                self.tell.sign(event)
            return self._scalar(event, line, column)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        if trouble := trouble_with(event, "seq" if is_list else "map"):
            self._refuse(trouble, event.start_mark)
        read = self._items if is_list else self._fields
        return read(events, depth, line, column)

    def _items(self, events: Iterator[Event], depth: int, line: int, column: int) -> Items:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            if len(items) >= self.limits.items:
                message = f"a list has more than {self.limits.items:,} items"
                self._refuse(message, event.start_mark, limits=True)
            items.append(self._value(event, events, depth + 1))
        return Items(tuple(items), line, column)

    def _fields(self, events: Iterator[Event], depth: int, line: int, column: int) -> Fields:
        pairs: dict[str, tuple[Scalar, Value]] = {}
        merged: dict[str, tuple[Scalar, Value]] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._value(event, events, depth + 1, is_key=True)
            if not isinstance(key, Scalar):
                self._refuse("a list or mapping stands as a key", event.start_mark)
            if key.text[:1] in _ODD_SPACES:
                name = f"a space that is none ({code_point(key.text[0])})"
                self._refuse(f"{name} stands where only spaces may indent", event.start_mark)
            merges = key.text == "<<" and key.plain
            value = self._value(next(events), events, depth + 1, is_key=merges)
            if merges and (sources := _sources(value)) is not None:
                merged |= self._merged(sources)
                continue
            if merges:
                self.tell.no_merge(event)
            self.tell.readings(key, value, event)
            if key.text in pairs:
                self.tell.duplicate(key, pairs.pop(key.text)[0])
            pairs[key.text] = (key, value)
        inherited = {text: pair for text, pair in merged.items() if text not in pairs}
        return Fields((*inherited.values(), *pairs.values()), line, column)

    def _merged(self, sources: Sequence[Fields]) -> dict[str, tuple[Scalar, Value]]:
        merged: dict[str, tuple[Scalar, Value]] = {}
        for source in sources:
            self._count(len(source.pairs), None)
            merged = {key.text: (key, each) for key, each in source} | merged
        return merged

    def _scalar(self, event: Event, line: int, column: int) -> Scalar:
        text: str = event.value
        plain = not event.style and event.tag is None
        if len(text) > self.limits.scalar:
            self.tell.cut_off(len(text), self.limits.scalar, event)
            text = text[: self.limits.scalar]
        if plain and " " in text:
            self.tell.comment(event.end_mark)
        if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
            self._refuse(_HALF, event.start_mark)
        return Scalar(text, line, column, plain, null=is_null(event) or (plain and text in _NULLS))

    def _alias(self, event: Event) -> Value:
        if event.anchor not in self.anchors:
            if event.anchor in self.named:
                self._refuse("a value holds itself", event.start_mark, limits=True)
            self._refuse(READ_AS_ALIAS, event.start_mark)
        value, size = self.anchors[event.anchor]
        self.unused.pop(event.anchor, None)
        self._count(size, event)
        line, column = self.shift.at(event.start_mark)
        return replace(value, line=line, column=column)

    def _count(self, nodes: int, event: Event) -> None:
        self.nodes += nodes
        if self.nodes > self.limits.nodes:
            mark = event.start_mark if event is not None else None
            self._refuse(f"it holds more than {self.limits.nodes:,} values", mark, limits=True)

    def _refuse(self, message: str, mark: Mark, *, limits: bool = False) -> NoReturn:
        raise YamlError(message, *self.shift.at(mark), "front-matter-limits" if limits else "front-matter")
