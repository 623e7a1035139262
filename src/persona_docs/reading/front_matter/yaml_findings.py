"""What is told of YAML that can be read: what counts twice, and what others read otherwise or refuse."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

import yaml

from persona_docs.codes import CODES, finding
from persona_docs.model import Finding, Severity
from persona_docs.reading.front_matter.values import Items, Scalar, Value
from persona_docs.reading.front_matter.yaml_disputed import disputed
from persona_docs.reading.front_matter.yaml_places import Event, Mark, Shift
from persona_docs.reading.front_matter.yaml_readings import reading_of_key, reading_of_value

_SHOWN = 20
"""So many readings are told of one document, and so many refusals."""

_CUT = re.compile(r"[ \t]+(#.*\S)")
_NO_MERGE = "Write out the keys it should merge, or delete the line."
_DISPUTED = {
    "\t": ("a tab (U+0009) here", "Write a space in its place."),
    "#": ("a comment right after another character", "Put a space before it."),
}
_OTHERWISE = ("this", "Put what stands in brackets in quotes.")


class YamlFindings:
    """Tells of one document.

    Args:
        text: the document.
        path: of its file.
        shift: where it stands there.
        told: what is told is added here.
    """

    def __init__(self, text: str, path: str, shift: Shift, told: list[Finding]) -> None:
        self._text, self._path, self._shift, self._told = text, path, shift, told
        self._lines: list[str] | None = None
        self._counts: Counter[str] = Counter()
        self._last: dict[str, Finding] = {}  # of those that are not told one by one, the worst or the last

    def second_document(self, event: Event) -> None:
        """Another document follows."""
        self._add("front-matter-place", "A second YAML document follows; it is not read", event.start_mark)

    def cut_off(self, length: int, limit: int, event: Event) -> None:
        """A value is longer than the limit."""
        message = f"A value has {length:,} characters; it is cut at {limit:,}"
        self._add("front-matter-limits", message, event.start_mark)

    def duplicate(self, key: Scalar, first: Scalar) -> None:
        """A key appears twice in a mapping."""
        message = (
            f"The key `{key.text[:80]}` appears on line {first.line} and again here; the last one counts"
        )
        self._told.append(finding("duplicate-key", message, self._path, key.line, key.column))

    def anchor_again(self, name: str, first: int, event: Event) -> None:
        """An anchor stands on a line and again."""
        message = f"The anchor `&{name[:60]}` appears on line {first} and again here"
        self._refused(message, event, "Give one of the two another name.")

    def sign(self, event: Event) -> None:
        """One of YAML's own signs stands as a value."""
        message = f"`{event.value}` alone is YAML syntax, not text"
        self._refused(message, event, f'Put it in quotes: `"{event.value}"`')

    def no_merge(self, event: Event) -> None:
        """A merge key stands over something else than mappings."""
        self._refused("`<<` takes in the keys of a mapping, and what stands here is none", event, _NO_MERGE)

    def readings(self, key: Scalar, value: Value, event: Event) -> None:
        """A key, its value or the values of its list may be something else to other tools."""
        if key.plain and isinstance(event, yaml.ScalarEvent):
            kind, fails = reading_of_key(key.text)
            if kind:
                self._reading(key, f"The key `{key.text[:60]}` is {kind} to YAML", fails=fails)
        for each in _texts(value):
            if each.plain and not each.null:
                read, fails = reading_of_value(each.text, key.text)
                if read:
                    self._reading(each, f"YAML reads `{each.text[:60]}` as {read}", fails=fails)

    def comment(self, mark: Mark) -> None:
        """Prose that ends here may go on behind a `#`."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        rest = self._lines[mark.line][mark.column :] if mark.line < len(self._lines) else ""
        if match := _CUT.match(rest):
            line, column = self._shift.at(mark)
            message = f"`{match[1].strip()[:60]}` is a comment in YAML, not part of the value"
            self._told.append(finding("other-reading", message, self._path, line, column + match.start(1)))

    def unused_anchors(self, anchors: Iterable[tuple[str, Mark]]) -> None:
        """Anchors of texts that no alias asks for: their `&` was meant for the text."""
        for name, mark in anchors:
            message = f"`&{name[:60]}` is read as an anchor, not as part of the value"
            self._add("other-reading", message, mark, grave=True)

    def disputed(self) -> None:
        """The parser at hand may take what others do not."""
        mark, sign = disputed(self._text)
        if mark is None:
            return
        what, fix = _DISPUTED.get(sign, _OTHERWISE)
        message = f"Some YAML readers, `yaml.safe_load` of Python among them, refuse {what}"
        self._add("other-reading", message, mark, fix=fix, grave=True)

    def more(self) -> None:
        """How many readings and refusals were not told one by one."""
        for code, last in self._last.items():
            message = f"{self._counts[code] - _SHOWN:,} more values are like these"
            self._told.append(replace(last, message=message, fix=CODES[code].fix))

    def _reading(self, value: Scalar, message: str, *, fails: bool) -> None:
        found = finding("other-reading", message, self._path, value.line, value.column)
        self._count(replace(found, severity=Severity.WARNING) if fails else found)

    def _refused(self, message: str, event: Event, fix: str) -> None:
        """What can be read, and what YAML readers refuse once they make something of it."""
        line, column = self._shift.at(event.start_mark)
        self._count(finding("front-matter", message, self._path, line, column, fix=fix))

    def _count(self, found: Finding) -> None:
        """Tell it, or how many like it there are."""
        code = found.code
        self._counts[code] += 1
        if self._counts[code] <= _SHOWN:
            self._told.append(found)
        elif code not in self._last or found.severity.rank <= self._last[code].severity.rank:
            self._last[code] = found

    def _add(self, code: str, message: str, mark: Mark, *, fix: str = "", grave: bool = False) -> None:
        found = finding(code, message, self._path, *self._shift.at(mark), fix=fix)
        self._told.append(replace(found, severity=Severity.WARNING) if grave else found)


def _texts(value: Value) -> Iterator[Scalar]:
    """A text, or those of a list and of the lists in it."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Items):
        for each in value.values:
            yield from _texts(each)
