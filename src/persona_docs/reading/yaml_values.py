"""YAML as written: every scalar a text, every value with its line, under limits.

The parser's *events* are walked and nothing is constructed: no dates, no floats, no objects; depth, nodes
and aliases are counted before memory is spent. libyaml's event stream keeps its own stack, so that deep
nesting, which crashes its composer, only costs events here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NoReturn

import yaml

from persona_docs.codes import finding
from persona_docs.model import Finding, Severity
from persona_docs.options import Limits
from persona_docs.reading.places import code_point
from persona_docs.reading.values import Fields, Items, Scalar, Value
from persona_docs.reading.yaml_disputed import disputed
from persona_docs.reading.yaml_readings import reading_of_key, reading_of_value
from persona_docs.reading.yaml_tags import is_null, is_sign, trouble_with

# The pure and the C parser have no event and mark types in common.
_Event = Any
_Mark = Any

# The C parser where there is one: the front matters of 344 real files take 0.1 s with it and 0.4 s
# without. Its events are safe under these limits; only what composes or constructs with it recurses.
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_READINGS_SHOWN = 20
_CUT = re.compile(r"[ \t]+(#.*\S)")
_FIX = "Put the value in quotes, or indent it as what it belongs to."
_NO_MERGE = "Write the keys out that it should take in, or delete the line."
_DISPUTED = {
    "\t": ("a tab (U+0009) here", "Write a space in its place."),
    "#": ("a comment right behind another sign", "Put a space before it."),
}
_OTHERWISE = ("this", "Put what stands in brackets in quotes.")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_HIDDEN_BREAKS = re.compile("[\u0085\u2028\u2029]")
_ODD_INDENT = re.compile("^[ ]*([\t\u00a0\u3000])", re.MULTILINE)
_ODD_SPACES = frozenset("\u00a0\u3000")
_READ_AS_ALIAS = "a value that starts with `*` is read as an alias"
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a `: ` inside an unquoted value starts another mapping"),
    ("undefined alias", _READ_AS_ALIAS),
    ("while scanning an alias", _READ_AS_ALIAS),
    ("while scanning an anchor", "a value that starts with `&` is read as an anchor"),
    ("cannot start any token", "an unquoted value must not start with this character"),
    ("found unexpected end of stream", "a quote is never closed"),
    ("expected ',' or ']'", "a `[` is never closed, or text follows its list"),
    ("expected ',' or '}'", "a `{` is never closed, or text follows its mapping"),
    ("expected <block end>", "text follows a value, or the indentation does not fit"),
    ("could not find expected ':'", "a line is neither `key: value` nor part of a value"),
    ("did not find expected", "the indentation or the brackets do not fit"),
    ("special characters are not allowed", "it holds a control character"),
    ("control characters are not allowed", "it holds a control character"),
)


class YamlError(Exception):
    """YAML that cannot be read; carries where and why, to be turned into a finding."""

    def __init__(self, message: str, line: int, column: int, code: str = "front-matter") -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.code = message, line, column, code


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
    return _Composer(text, path, limits, line, indent, findings).document()


def _without_hidden_breaks(text: str, path: str, line: int, indent: int, findings: list[Finding]) -> str:
    if match := _HIDDEN_BREAKS.search(text):
        place = line + text.count("\n", 0, match.start())
        column = indent + match.start() - text.rfind("\n", 0, match.start())
        message = f"{code_point(match[0])} is a line end to YAML, so that one visible line can hold two keys"
        findings.append(finding("control-characters", message, path, place, column))
    return _HIDDEN_BREAKS.sub(" ", text)


def _begins_there(error: yaml.YAMLError, opened: _Mark, mark: _Mark) -> bool:
    context = str(getattr(error, "context", ""))
    if "simple key" in context:
        return True  # the line that is no key, which YAML only knows at the next one
    if "quoted scalar" in context:
        return "end of stream" in str(getattr(error, "problem", ""))
    return "flow" in context and bool(mark.line > opened.line)


def _texts(value: Value) -> Iterator[Scalar]:
    """A text, or those of a list and of the lists in it."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Items):
        for each in value.values:
            yield from _texts(each)


def _sources(value: Value) -> Sequence[Fields] | None:
    """The mappings that a merge key takes in; `None` where something else stands there."""
    found = value.values if isinstance(value, Items) else (value,)
    mappings = [each for each in found if isinstance(each, Fields)]
    return mappings if len(mappings) == len(found) else None


class _Composer:
    """Walks the events of one document."""

    def __init__(
        self, text: str, path: str, limits: Limits, line: int, indent: int, findings: list[Finding]
    ) -> None:
        self.text, self.path, self.limits = text, path, limits
        self.line, self.indent, self.findings = line, indent, findings
        self.nodes = 0
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.named: dict[str, int] = {}  # the line of each anchor, from where it begins
        self.lines: list[str] | None = None
        self.told: Counter[str] = Counter()  # readings and refusals, of which only so many are told
        self.unused: dict[str, _Mark] = {}  # anchors of texts that no alias has asked for

    def document(self) -> Value | None:
        try:
            events = self._events()
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent) and event.tags:
                    self._refuse("a YAML directive stands before it", event.start_mark)
                if isinstance(event, yaml.NodeEvent):
                    value = self._value(event, events, 1)
                    self._rest(events)
                    self._report_lost_anchors()
                    self._report_disputed()
                    return value
        except yaml.YAMLError as error:
            raise self._problem(error) from error
        except RecursionError as error:
            raise YamlError("it is nested too deep", self.line, 0, "front-matter-limits") from error
        except UnicodeEncodeError as error:  # the C parser wants UTF-8
            mark = self.text.count("\n", 0, error.start)
            message = "it holds half of a surrogate pair, which no text can hold"
            raise YamlError(message, self.line + mark, 0) from error
        return None

    def _events(self) -> Iterator[_Event]:
        return iter(yaml.parse(self.text, Loader=_FAST))

    def _rest(self, events: Iterator[_Event]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                place = self._at(event.start_mark)
                message = "A second YAML document follows; it is not read"
                self.findings.append(finding("front-matter-place", message, self.path, *place))
                return

    def _value(self, event: _Event, events: Iterator[_Event], depth: int, *, is_key: bool = False) -> Value:
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

    def _name(self, event: _Event) -> None:
        if event.anchor in self.named:
            first = self.named[event.anchor]
            message = f"The anchor `&{event.anchor[:60]}` stands on line {first} and again here"
            self._report_refused(message, event, "Give one of the two another name.")
        self.named[event.anchor], _ = self._at(event.start_mark)

    def _node(self, event: _Event, events: Iterator[_Event], depth: int, *, is_key: bool) -> Value:
        line, column = self._at(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            if trouble := trouble_with(event, ""):
                self._refuse(trouble, event.start_mark)
            if not is_key and is_sign(event):
                message = f"`{event.value}` alone is a sign of YAML's own and no text"
                self._report_refused(message, event, f'Put it in quotes: `"{event.value}"`')
            return self._scalar(event, line, column)
        is_list = isinstance(event, yaml.SequenceStartEvent)
        if trouble := trouble_with(event, "seq" if is_list else "map"):
            self._refuse(trouble, event.start_mark)
        if is_list:
            items: list[Value] = []
            for inner in events:
                if isinstance(inner, yaml.SequenceEndEvent):
                    break
                if len(items) >= self.limits.items:
                    self._refuse(
                        f"a list has more than {self.limits.items:,} items", inner.start_mark, limits=True
                    )
                items.append(self._value(inner, events, depth + 1))
            return Items(tuple(items), line, column)
        return self._fields(events, depth, line, column)

    def _fields(self, events: Iterator[_Event], depth: int, line: int, column: int) -> Fields:
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
                message = "`<<` takes in the keys of a mapping, and what stands here is none"
                self._report_refused(message, event, _NO_MERGE)
            self._report_readings(key, value, event)
            if key.text in pairs:
                self._report_duplicate(key, pairs.pop(key.text)[0])
            pairs[key.text] = (key, value)
        inherited = {text: pair for text, pair in merged.items() if text not in pairs}
        return Fields((*inherited.values(), *pairs.values()), line, column)

    def _merged(self, sources: Sequence[Fields]) -> dict[str, tuple[Scalar, Value]]:
        merged: dict[str, tuple[Scalar, Value]] = {}
        for source in sources:
            self._count(len(source.pairs), None)
            merged = {key.text: (key, each) for key, each in source} | merged
        return merged

    def _scalar(self, event: _Event, line: int, column: int) -> Scalar:
        text: str = event.value
        plain = not event.style and event.tag is None
        if len(text) > self.limits.scalar:
            message = f"A value has {len(text):,} characters; it is cut at {self.limits.scalar:,}"
            self.findings.append(finding("front-matter-limits", message, self.path, line, column))
            text = text[: self.limits.scalar]
        if plain and " " in text:
            self._report_cut(event)
        if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
            self._refuse("it holds half of a surrogate pair, which no text can hold", event.start_mark)
        return Scalar(text, line, column, plain, null=is_null(event) or (plain and text in _NULLS))

    def _alias(self, event: _Event) -> Value:
        if event.anchor not in self.anchors:
            if event.anchor in self.named:
                self._refuse("a value holds itself", event.start_mark, limits=True)
            self._refuse(_READ_AS_ALIAS, event.start_mark)
        value, size = self.anchors[event.anchor]
        self.unused.pop(event.anchor, None)
        self._count(size, event)
        line, column = self._at(event.start_mark)
        return replace(value, line=line, column=column)

    def _count(self, nodes: int, event: _Event) -> None:
        self.nodes += nodes
        if self.nodes > self.limits.nodes:
            mark = event.start_mark if event is not None else None
            self._refuse(f"it holds more than {self.limits.nodes:,} values", mark, limits=True)

    def _report_duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f"The key `{key.text[:80]}` stands on line {first.line} and again here; the last one counts"
        self.findings.append(finding("duplicate-key", message, self.path, key.line, key.column))

    def _report_readings(self, key: Scalar, value: Value, event: _Event) -> None:
        """Tell of a key, its value or the values of its list that are something else to other tools."""
        if key.plain and isinstance(event, yaml.ScalarEvent):
            kind, fails = reading_of_key(key.text)
            if kind:
                self._report_reading(key, f"The key `{key.text[:60]}` is {kind} to YAML", fails=fails)
        for each in _texts(value):
            if each.plain and not each.null:
                read, fails = reading_of_value(each.text, key.text)
                if read:
                    self._report_reading(each, f"YAML reads `{each.text[:60]}` as {read}", fails=fails)

    def _report_reading(self, value: Scalar, message: str, *, fails: bool) -> None:
        self.told["other-reading"] += 1
        if self.told["other-reading"] <= _READINGS_SHOWN:
            found = finding("other-reading", message, self.path, value.line, value.column)
            self.findings.append(replace(found, severity=Severity.WARNING) if fails else found)

    def _report_cut(self, event: _Event) -> None:
        """Tell of prose that goes on behind a `#`."""
        mark = event.end_mark
        if self.lines is None:
            self.lines = self.text.split("\n")
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        if match := _CUT.match(rest):
            line, column = self._at(mark)
            message = f"`{match[1].strip()[:60]}` is a comment to YAML, and no part of the value"
            self.findings.append(finding("other-reading", message, self.path, line, column + match.start(1)))

    def _report_refused(self, message: str, event: _Event, fix: str) -> None:
        """Tell of what can be read, and what YAML readers refuse once they make something of it."""
        self.told["front-matter"] += 1
        if self.told["front-matter"] <= _READINGS_SHOWN:
            place = self._at(event.start_mark)
            self.findings.append(finding("front-matter", message, self.path, *place, fix=fix))

    def _report_disputed(self) -> None:
        """Tell of what the parser at hand takes, and others do not."""
        mark, sign = disputed(self.text)
        if mark is None:
            return
        line, column = self._at(mark)
        what, fix = _DISPUTED.get(sign, _OTHERWISE)
        message = f"Some YAML readers, `yaml.safe_load` of Python among them, refuse {what}"
        found = finding("other-reading", message, self.path, line, column, fix=fix)
        self.findings.append(replace(found, severity=Severity.WARNING))

    def _report_lost_anchors(self) -> None:
        for anchor, mark in self.unused.items():
            line, column = self._at(mark)
            message = f"`&{anchor[:60]}` is read as an anchor and not as part of the value"
            found = finding("other-reading", message, self.path, line, column)
            self.findings.append(replace(found, severity=Severity.WARNING))

    def _at(self, mark: _Mark) -> tuple[int, int]:
        return (self.line + mark.line, self.indent + mark.column + 1) if mark is not None else (self.line, 0)

    def _refuse(self, message: str, mark: _Mark, *, limits: bool = False) -> NoReturn:
        line, column = self._at(mark)
        raise YamlError(message, line, column, "front-matter-limits" if limits else "front-matter")

    def _problem(self, error: yaml.YAMLError) -> YamlError:
        mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
        if opened is not None and (mark is None or _begins_there(error, opened, mark)):
            mark = opened  # where the line, the bracket or the quote begins, not where it is noticed
        line, column = self._at(mark)
        words = " ".join(filter(None, (getattr(error, "context", ""), getattr(error, "problem", "")))) or str(
            error
        )
        if odd := _ODD_INDENT.search(self.text):
            odd_line = self.line + self.text.count("\n", 0, odd.start(1))
            if mark is None or abs(odd_line - line) <= 1:
                name = {"\t": "a tab (U+0009)", "\u00a0": "a no-break space (U+00A0)"}.get(odd[1], "U+3000")
                column = self.indent + odd.start(1) - odd.start() + 1
                return YamlError(f"{name} stands where only spaces may indent", odd_line, column)
        plain = next((say for part, say in _PLAIN_WORDS if part in words), words.split("\n")[0][:120])
        return YamlError(plain, line, column)
