"""A file's front matter and body: strictly as YAML first, then as leniently as it takes to lose nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NoReturn

from frontmatter.default_handlers import YAMLHandler

from persona_docs.codes import finding
from persona_docs.model import Finding, Severity
from persona_docs.options import Limits
from persona_docs.reading.front_matter.blocks import CLOSER, Block, locate
from persona_docs.reading.front_matter.data_blocks import read_data_block
from persona_docs.reading.front_matter.keylines import is_known
from persona_docs.reading.front_matter.lenient import read_leniently
from persona_docs.reading.front_matter.surroundings import Problem
from persona_docs.reading.front_matter.values import Fields, Scalar
from persona_docs.reading.front_matter.yaml_errors import YamlError
from persona_docs.reading.front_matter.yaml_values import compose

_FURTHER = re.compile(
    r"^(---[ \t]*\n)?((?:[A-Za-z][\w-]{0,40}:(?: [^\n]*)?\n){1,12})---[ \t]*$", re.MULTILINE
)
_LIKE_A_BODY = re.compile(r"(?:\A|\n)[ \t]*\n#{1,6} \S")
"""A heading after an empty line: a comment to YAML, a body to people."""

_FAULTS = ("front-matter", "front-matter-limits")
_PARAGRAPH = 10
_FURTHER_SHOWN = 20  # further front matters that are told of
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


class _Handler(YAMLHandler):
    """python-frontmatter's splitter, told which lines are delimiters.

    Its own `load` is not used: it builds objects with the C loader, which deep nesting crashes, and hands
    keys on as keyword arguments, which `on:` and `1:` are not.
    """

    FM_BOUNDARY = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)


_HANDLER = _Handler()


def read_front_matter(text: str, path: str, limits: Limits) -> FrontMatter:
    """Split a file and read its fields. Never raises; every value knows its line.

    Args:
        text: the decoded file.
        path: for the findings.
        limits: bounds of size, depth and number.
    """
    text = text.lstrip("\ufeff")
    if data := read_data_block(text, path, limits):
        present = data.body is not text
        return FrontMatter(data.fields, data.body, data.body_line, present, data.findings)
    read = _simple(text, path, limits) or _mended(text, path, limits)
    further = tuple(_second(read.body, path, read.body_line)) if read.present else ()
    return replace(read, findings=(*read.findings, *further)) if further else read


def _simple(text: str, path: str, limits: Limits) -> FrontMatter | None:
    """The normal case: `---`, valid YAML, `---`, from the first line on."""
    if not _HANDLER.detect(text):
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
    starts_at_once = bool(block.partition("\n")[0].strip())
    if not isinstance(value, Fields) or not starts_at_once or _LIKE_A_BODY.search(block):
        return None
    return FrontMatter(value, body, 3 + block.count("\n"), present=True, findings=tuple(findings))


def _mended(text: str, path: str, limits: Limits) -> FrontMatter:
    """A front matter that is not as it should be: found all the same, and read as far as can be."""
    block = locate(text)
    if block is None:
        return FrontMatter(body=text, findings=_no_mapping(text, path))
    placed = [_placed(problem, path) for problem in block.problems]
    findings: list[Finding] = []
    try:
        value = compose(block.text, path, limits, block.line, findings, block.indent)
        if isinstance(value, Scalar) and any(map(is_known, block.text.split("\n"))):
            _refuse_text(block)
    except YamlError as problem:
        value, findings = _lenient(block, path, limits, problem)
    if value is None or isinstance(value, Fields):
        return FrontMatter(value or Fields(), block.body, block.body_line, True, (*placed, *findings))  # noqa: FBT003
    return FrontMatter(body=text, findings=(_not_a_mapping(path, block.line),))


def _refuse_text(block: Block) -> NoReturn:
    """YAML takes `name:x` for a text; people mean a field."""
    raise YamlError("a space must follow the colon", block.line, 0)


def _placed(problem: Problem, path: str) -> Finding:
    found = finding("front-matter-place", problem.message, path, problem.line, fix=problem.fix)
    return replace(found, severity=Severity.ERROR) if problem.severe else found


def _lenient(block: Block, path: str, limits: Limits, problem: YamlError) -> tuple[Fields, list[Finding]]:
    """The fields that can be read, and what is to blame: the values, or what is wrong with the whole."""
    text = block.text
    if len(text) > limits.front_matter_size:
        text = text[: limits.front_matter_size].rpartition("\n")[0] or text[: limits.front_matter_size]
    limited = problem.code == "front-matter-limits"
    fields, found = read_leniently(text, path, limits, block.line, block.indent, limited=limited)
    faults = [each for each in found if each.code in _FAULTS]
    if faults and not limited:
        return fields, list(found)
    # Aliases that lead nowhere follow from reading key by key: the limit is what is wrong.
    message = f"The front matter is not valid YAML: {problem.message}"
    if limited:
        message = f"The front matter cannot be read as a whole: {problem.message}"
    whole = finding(problem.code, message, path, problem.line, problem.column)
    return fields, [whole, *(each for each in found if each not in faults)]


def _no_mapping(text: str, path: str) -> tuple[Finding, ...]:
    """A finding for a first paragraph between dashes that is no fields at all."""
    lines = text.split("\n", _PARAGRAPH + 1)[: _PARAGRAPH + 1]
    closer = next((n for n, line in enumerate(lines[1:], 1) if CLOSER.match(line)), 0)
    if (
        not re.match(r"---[ \t]*$", lines[0])
        or closer < 2
        or not all(line.strip() for line in lines[1:closer])
    ):
        return ()
    return (_not_a_mapping(path, 2),)


def _not_a_mapping(path: str, line: int) -> Finding:
    message = "The front matter must be a mapping of keys to values"
    return finding("front-matter", message, path, line, fix="Write `key: value` lines.")


def _second(body: str, path: str, line: int) -> Iterator[Finding]:
    """A finding for each further block of fields; nobody reads those."""
    at = fences = told = 0
    for match in _FURTHER.finditer(body) if "\n---" in body else ():
        first = not at and not body[: match.start()].strip()
        between = body[at : match.start()]
        line += between.count("\n")
        fences += sum(each.lstrip().startswith(("```", "~~~")) for each in between.split("\n"))
        at = match.start()
        if not (first or match[1]) or fences % 2 or not any(map(is_known, match[2].split("\n"))):
            continue
        if (told := told + 1) > _FURTHER_SHOWN:
            return
        place = line + bool(match[1])
        found = finding(
            "front-matter-place",
            "There is a second front matter here; it is shown as text",
            path,
            place,
            fix="Give each persona a file of its own, and each file one front matter.",
        )
        yield found if first else replace(found, severity=Severity.INFO)
