"""Why a text is no YAML, and where, in words for people who write it."""

from __future__ import annotations

import re

import yaml

from persona_docs.reading.front_matter.yaml_places import Mark, Shift

READ_AS_ALIAS = "a value that starts with `*` is read as an alias"
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a `: ` inside an unquoted value starts another mapping"),
    ("undefined alias", READ_AS_ALIAS),
    ("while scanning an alias", READ_AS_ALIAS),
    ("while scanning an anchor", "a value that starts with `&` is read as an anchor"),
    ("cannot start any token", "an unquoted value must not start with this character"),
    ("found unexpected end of stream", "a quote is never closed"),
    ("expected ',' or ']'", "a `[` is never closed, or text follows its list"),
    ("expected ',' or '}'", "a `{` is never closed, or text follows its mapping"),
    ("expected <block end>", "text follows a value, or the indentation does not fit"),
    ("a block scalar", "a `|` or `>` opens a block, whose text begins on the next line"),
    ("expected node content", "a `[` or `{` is never closed, or a value in it is missing"),
    ("could not find expected ':'", "a line is neither `key: value` nor part of a value"),
    ("did not find expected", "the indentation or the brackets do not fit"),
    ("special characters are not allowed", "it holds a control character"),
    ("control characters are not allowed", "it holds a control character"),
)
"""What parsers say, and what it means; the first that fits counts."""

_MORE = ("did not find expected", "expected <block end>")
"""What parsers say where a key was due."""

_ENDS = tuple("]}\"'")

_ODD_INDENT = re.compile("^[ ]*([\t\u00a0\u3000])", re.MULTILINE)


class YamlError(Exception):
    """YAML that cannot be read; carries where and why, to be turned into a finding."""

    def __init__(self, message: str, line: int, column: int, code: str = "front-matter") -> None:
        super().__init__(message)
        self.message, self.line, self.column, self.code = message, line, column, code


def explained(error: yaml.YAMLError, text: str, shift: Shift) -> YamlError:
    """What a parser says of a text, at the place where somebody can fix it."""
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if opened is not None and (mark is None or _begins_there(error, opened, mark)):
        mark = opened  # where the line, the bracket or the quote begins, not where it is noticed
    line, column = _before_the_end(text, shift, mark)
    odd = _ODD_INDENT.search(text)
    odd_line = shift.line + text.count("\n", 0, odd.start(1)) if odd else 0
    if odd and (mark is None or abs(odd_line - line) <= 1):
        name = {"\t": "a tab (U+0009)", "\u00a0": "a no-break space (U+00A0)"}.get(odd[1], "U+3000")
        column = shift.indent + odd.start(1) - odd.start() + 1
        return YamlError(f"{name} stands where only spaces may indent", odd_line, column)
    said = " ".join(filter(None, (getattr(error, "context", ""), getattr(error, "problem", "")))) or str(
        error
    )
    plain = next((say for part, say in _PLAIN_WORDS if part in said), said.split("\n")[0][:120])
    if mark is not None and (end := _ended(text, mark)) and any(part in said for part in _MORE):
        plain = f"more follows the `{end}` that ends the value"
    return YamlError(plain, line, column)


def _before_the_end(text: str, shift: Shift, mark: Mark) -> tuple[int, int]:
    """A place in the file; that of the last character where something is missing at the end of the text."""
    lines = text.rstrip().split("\n")
    if mark is None or mark.line < len(lines):
        return shift.at(mark)
    return shift.line + len(lines) - 1, shift.indent + len(lines[-1])


def _ended(text: str, mark: Mark) -> str:
    """The bracket or quote that a value ended with, right before a place in its line."""
    lines = text.split("\n", mark.line + 1)
    before = lines[mark.line][: mark.column].rstrip() if mark.line < len(lines) else ""
    return before[-1:] if before.endswith(_ENDS) else ""


def _begins_there(error: yaml.YAMLError, opened: Mark, mark: Mark) -> bool:
    context = str(getattr(error, "context", ""))
    if "simple key" in context or "block scalar" in context:
        return True  # the line that is no key, which YAML only knows at the next one; the sign of the block
    if "quoted scalar" in context:
        return "end of stream" in str(getattr(error, "problem", ""))
    return "flow" in context and bool(mark.line > opened.line)
