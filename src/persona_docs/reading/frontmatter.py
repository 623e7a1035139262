"""Finding the front matter of a file, however it is fenced in, and reading it strictly, then leniently."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, replace

from frontmatter.default_handlers import YAMLHandler

from persona_docs.codes import finding
from persona_docs.model import Finding, Severity
from persona_docs.options import Limits
from persona_docs.reading.lenient import KEY_LINE, read_leniently
from persona_docs.reading.plain_data import from_plain
from persona_docs.reading.values import Fields, Value
from persona_docs.reading.yaml_values import YamlError, compose, read_yaml

__all__ = ["FrontMatter", "read_front_matter", "read_yaml"]

_OPENER = re.compile(r"-{3,}[ \t]*(#.*)?$")
_CLOSER = re.compile(r"(?:-{3,}|\.\.\.)[ \t]*(#.*)?$")
_WRAPPER = re.compile(
    r"(`{3,}|~{3,})[ \t]*"
    r"(?:prompt|markdown|md|chatagent|agent|chatmode|instructions|skill|yaml)?[ \t]*$"
)
_KNOWN = frozenset(
    (
        *("name", "description", "title", "role", "tools", "model", "color", "version", "category", "tags"),
        *(
            "triggers",
            "expertise",
            "globs",
            "alwaysapply",
            "mode",
            "applyto",
            "allowed-tools",
            "emoji",
            "icon",
        ),
        *("skills", "metadata", "license", "author", "agent", "argument-hint", "activates_on"),
    )
)


_NO_FIELDS = Fields()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before a body.

    Attributes:
        fields: empty where there are none.
        body: the Markdown below.
        body_line: source line of the body's first line.
        present: whether there was a front matter at all.
        findings: what is wrong with it.
    """

    fields: Fields = _NO_FIELDS
    body: str = ""
    body_line: int = 1
    present: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    """Where a front matter stands: lines `start` to `end`, counted from 0, and the body from `body` on."""

    start: int
    end: int
    body: int
    problem: str = ""
    fix: str = ""


class _Handler(YAMLHandler):
    """python-frontmatter's splitter, told which lines are delimiters."""

    FM_BOUNDARY = re.compile(r"^-{3,}[ \t]*$\n?", re.MULTILINE)


_HANDLER = _Handler()


def read_front_matter(text: str, path: str, limits: Limits) -> FrontMatter:
    """Split a file and read its fields. Never raises; every value knows its line.

    Args:
        text: the decoded file.
        path: for the findings.
        limits: bounds of size, depth and number.
    """
    text = text.lstrip("\ufeff")
    if text.startswith("+++"):
        return _toml(text, path, limits)
    if text.lstrip().startswith("{"):
        return _json(text, limits)
    if simple := _simple(text, path, limits):
        return simple
    return _mended(text, path, limits)


def _simple(text: str, path: str, limits: Limits) -> FrontMatter | None:
    """The normal case: `---`, valid YAML, `---`, from the first line on."""
    if not re.match(r"---[ \t]*\n", text):
        return None
    try:
        block, body = _HANDLER.split(text)
    except ValueError:
        return None
    findings: list[Finding] = []
    try:
        value = compose(block, path, limits, 2, findings)
    except YamlError:
        return None
    if not isinstance(value, Fields) or _swallows_body(block):
        return None
    return FrontMatter(value, body, 3 + block.count("\n"), present=True, findings=tuple(findings))


def _swallows_body(block: str) -> bool:
    """Whether a Markdown heading stands in the block after a blank line: a comment to YAML, a body to people."""
    return re.search(r"\n[ \t]*\n#{1,6} \S", block) is not None


def _mended(text: str, path: str, limits: Limits) -> FrontMatter:
    lines, offset, indent, problem, fix = _unwrapped(text)
    block = _locate(lines)
    if block is None:
        return FrontMatter(body=text)
    findings: list[Finding] = []
    problem, fix = problem or block.problem, fix or block.fix
    if problem:
        severe = "closed" in problem
        found = finding("front-matter-place", problem, path, offset + block.start, 0, fix=fix)
        findings.append(replace(found, severity=Severity.ERROR) if severe else found)
    fields = _fields(
        "\n".join(lines[block.start : block.end]), path, limits, offset + block.start + 1, indent, findings
    )
    kept = [line for line in lines[: max(0, block.start - 1)] if line.strip()]
    body, body_line = "\n".join(lines[block.body :]), offset + block.body + 1
    if kept:  # a heading stood before the front matter: keep it, and every line number
        blank = [""] * (block.body - (block.start - 1))
        body, body_line = "\n".join([*lines[: block.start - 1], *blank, *lines[block.body :]]), offset + 1
    return FrontMatter(fields, body, body_line, present=True, findings=tuple(findings))


def _unwrapped(text: str) -> tuple[list[str], int, int, str, str]:
    """Lines without what stands around them, the lines and columns that took, the fault, the fix."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip("\ufeff \t")), len(lines))
    if first == len(lines):
        return lines, 0, 0, "", ""
    if (
        (wrapper := _WRAPPER.match(lines[first]))
        and first + 1 < len(lines)
        and _OPENER.match(lines[first + 1])
    ):
        last = max((n for n, line in enumerate(lines) if line.strip() == wrapper[1]), default=len(lines))
        inner = lines[first + 1 : last if last > first else len(lines)]
        return inner, first + 1, 0, "The whole document stands in a code fence", "Delete the fence around it."
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    if indent and _OPENER.match(lines[first].strip()):
        shifted = [line[indent:] if not line[:indent].strip() else line for line in lines[first:]]
        message = f"The file is indented by {indent} spaces"
        return shifted, first, indent, message, "Take the indentation away."
    return lines[first:], first, 0, "", ""


def _locate(lines: list[str]) -> _Block | None:
    if not lines:
        return None
    if _OPENER.match(lines[0]):
        return _after_opener(lines, 0)
    if lines[0].startswith(("# ", "<!--")):
        start = next((n for n, line in enumerate(lines[1:6], 1) if line.strip()), 0)
        if start and _OPENER.match(lines[start]) and (block := _after_opener(lines, start)):
            message = "Text stands before the front matter"
            return replace(block, problem=message, fix="Move the front matter to the first line.")
        return None
    return _without_opener(lines)


def _after_opener(lines: list[str], opener: int) -> _Block | None:
    start = opener + 1
    while start < len(lines) and not lines[start].strip():
        start += 1
    if start >= len(lines):
        return None
    if _CLOSER.match(lines[start]):
        return _Block(start, start, start + 1, "The front matter is empty", "Add `name:` and `description:`.")
    if not (
        KEY_LINE.match(lines[start])
        or lines[start].lstrip().startswith(("#", "[", "{", "-", "?", "&", "!", "%", '"', "'"))
    ):
        return None if not _keys(lines[start : start + 12]) else _closed_or_not(lines, opener, start)
    if lines[start].startswith(("# ", "- ")) and not _keys(lines[start : start + 12]):
        closer = _closer(lines, start)
        return (
            _Block(start, closer, closer + 1)
            if closer is not None and lines[start].startswith("- ")
            else None
        )
    return _closed_or_not(lines, opener, start)


def _closed_or_not(lines: list[str], opener: int, start: int) -> _Block:
    closer = _closer(lines, start)
    prose = _first_prose(lines, start, closer if closer is not None else len(lines))
    if closer is not None and prose is None:
        odd = _odd_delimiter(lines[opener], lines[closer])
        return _Block(start, closer, closer + 1, odd, "Write `---` alone on its line." if odd else "")
    end = prose if prose is not None else len(lines)
    message = "The front matter is never closed"
    return _Block(start, end, end, message, "Put `---` on a line of its own after the last field.")


def _odd_delimiter(opener: str, closer: str) -> str:
    for line in (opener, closer):
        if "#" in line:
            return "A comment stands on the delimiter's line"
        if len(line.strip()) > 3:
            return f"The delimiter has {len(line.strip())} dashes"
    return ""


def _closer(lines: list[str], start: int) -> int | None:
    return next((n for n in range(start, len(lines)) if _CLOSER.match(lines[n])), None)


def _first_prose(lines: list[str], start: int, end: int) -> int | None:
    """Where Markdown begins inside what should be fields: after a blank line, with no known key after it."""
    last_known = max((n for n in range(start, end) if _known(lines[n])), default=start)
    for number in range(last_known + 1, end):
        line = lines[number]
        if lines[number - 1].strip() or not line.strip():
            continue
        if re.match(r"#{1,6} \S", line) or (
            not line.startswith((" ", "\t", "- ", "#")) and not KEY_LINE.match(line)
        ):
            return number
    return None


def _without_opener(lines: list[str]) -> _Block | None:
    """Fields that start without `---`: known keys only, up to a closing delimiter."""
    if not _known(lines[0]):
        return None
    closer = _closer(lines, 1)
    if closer is None or closer > 40 or any(line.startswith("#") for line in lines[:closer]):
        return None
    if not all(
        KEY_LINE.match(line) or line.startswith((" ", "\t", "- ")) or not line.strip()
        for line in lines[:closer]
    ):
        return None
    return _Block(0, closer, closer + 1, "The opening `---` is missing", "Put `---` on the first line.")


def _keys(lines: list[str]) -> int:
    return sum(KEY_LINE.match(line) is not None for line in lines)


def _known(line: str) -> bool:
    match = KEY_LINE.match(line)
    return match is not None and match[2].lower() in _KNOWN


def _fields(text: str, path: str, limits: Limits, line: int, indent: int, findings: list[Finding]) -> Fields:
    more: list[Finding] = []
    try:
        value: Value | None = compose(text, path, limits, line, more, indent)
    except YamlError as problem:
        return _lenient(text, path, limits, line, indent, problem, findings)
    findings += more
    if isinstance(value, Fields):
        return value
    if value is not None:
        message = "The front matter must be a mapping of keys to values"
        findings.append(finding("front-matter", message, path, line, fix="Write `key: value` lines."))
    return Fields()


def _lenient(
    text: str,
    path: str,
    limits: Limits,
    line: int,
    indent: int,
    problem: YamlError,
    findings: list[Finding],
) -> Fields:
    if problem.code == "front-matter-limits" and len(text) > limits.front_matter_size:
        findings.append(finding(problem.code, f"The front matter has {problem.message}", path, problem.line))
        text = text[: limits.front_matter_size]
    fields, more = read_leniently(text, path, limits, line, indent)
    errors = [each for each in more if each.code in ("front-matter", "front-matter-limits")]
    if not errors:
        message = f"The front matter is not valid YAML: {problem.message}"
        findings.append(finding(problem.code, message, path, problem.line, problem.column))
    findings += more
    return fields


def _toml(text: str, path: str, limits: Limits) -> FrontMatter:
    match = re.match(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if not match or len(match[1]) > limits.front_matter_size:
        found = finding("front-matter-place", "TOML front matter is never closed", path, 1)
        return FrontMatter(body=text, findings=(found,))
    try:
        data = tomllib.loads(match[1], parse_float=str)
    except (ValueError, RecursionError) as error:
        found = finding("front-matter", f"The front matter is not valid TOML: {str(error)[:200]}", path, 2)
        return FrontMatter(Fields(), text[match.end() :], match[0].count("\n") + 1, True, (found,))  # noqa: FBT003
    fields = from_plain(data, match[1], 2, limits)
    body_line = match[0].count("\n") + 1
    return FrontMatter(
        fields if isinstance(fields, Fields) else Fields(), text[match.end() :], body_line, present=True
    )


def _json(text: str, limits: Limits) -> FrontMatter:
    lead = len(text) - len(text.lstrip())
    try:
        data, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text, lead)
    except (ValueError, RecursionError):
        return FrontMatter(body=text)
    if not isinstance(data, dict) or not text[end:].startswith("\n"):
        return FrontMatter(body=text)
    fields = from_plain(data, text[:end], 1, limits)
    body_line = text.count("\n", 0, end) + 2
    return FrontMatter(
        fields if isinstance(fields, Fields) else Fields(), text[end + 1 :], body_line, present=True
    )
