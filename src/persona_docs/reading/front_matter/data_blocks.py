"""Front matter in TOML (`+++`, or by mistake `---`) and JSON (`{…}`), as static site generators write it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.front_matter.keylines import is_known_key
from persona_docs.reading.front_matter.plain_data import from_plain, load_toml, toml_fault
from persona_docs.reading.front_matter.values import Fields
from persona_docs.reading.front_matter.yaml_errors import YamlError
from persona_docs.reading.front_matter.yaml_values import compose

_DASHED_TOML = re.compile(
    r"---[ \t]*\n((?:[\w-]+[ \t]*=|\[[\w-]+\][ \t]*\n).*?^)---[ \t]*$\n?", re.DOTALL | re.MULTILINE
)
_JSON_OPENER = re.compile(r'\{[ \t]*(?:\n\s*)?"[^"\n]*"[ \t]*:')
_SURROGATES = re.compile(r"\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


@dataclass(frozen=True, slots=True)
class DataBlock:
    """A front matter that is no YAML, and the body below it.

    Attributes:
        fields: what it holds; nothing where it cannot be read.
        body: the Markdown below.
        body_line: source line of the body's first line.
        findings: what is wrong with it.
    """

    fields: Fields
    body: str
    body_line: int
    findings: tuple[Finding, ...] = ()


def read_data_block(text: str, path: str, limits: Limits) -> DataBlock | None:
    """The TOML or JSON that a text starts with, or `None` where it starts with neither."""
    lead = len(text) - len(text.lstrip("\ufeff \t\n"))
    if re.compile(r"\+{3}[ \t]*\n").match(text, lead):
        return _toml(text, lead, path, limits)
    if _JSON_OPENER.match(text, lead):
        return _json(text, lead, path, limits)
    return _dashed_toml(text, lead, path, limits)


def _toml(text: str, lead: int, path: str, limits: Limits) -> DataBlock:
    start = text.index("\n", lead) + 1
    line = text.count("\n", 0, start) + 1
    closing = re.compile(r"^\+{3}[ \t]*$\n?", re.MULTILINE).search(text, start)
    if not closing:
        message = "The TOML front matter is never closed"
        fix = "Put `+++` on a line of its own after the last field."
        return DataBlock(
            Fields(), text, 1, (finding("front-matter-place", message, path, line - 1, fix=fix),)
        )
    block, body = text[start : closing.start()], text[closing.end() :]
    body_line = text.count("\n", 0, closing.end()) + 1
    if len(block) > limits.front_matter_size:
        return DataBlock(Fields(), body, body_line, (_too_large(block, path, line, limits),))
    try:
        fields = from_plain(load_toml(block), block, line, limits)
    except RecursionError:
        message = "The front matter is nested too deeply"
        return DataBlock(Fields(), body, body_line, (finding("front-matter-limits", message, path, line),))
    except ValueError as error:
        said, row, column = toml_fault(error, block, line)
        message = f"The front matter is not valid TOML: {said}"
        found = finding("front-matter", message, path, row, column, fix="Write valid TOML, or YAML.")
        return DataBlock(Fields(), body, body_line, (found,))
    return DataBlock(fields if isinstance(fields, Fields) else Fields(), body, body_line)


def _dashed_toml(text: str, lead: int, path: str, limits: Limits) -> DataBlock | None:
    """TOML with a known field between lines that are for YAML, where nobody else looks for it."""
    match = _DASHED_TOML.match(text, lead)
    if not match or len(match[1]) > limits.front_matter_size:
        return None
    line = text.count("\n", 0, match.start(1)) + 1
    try:
        fields = from_plain(load_toml(match[1]), match[1], line, limits)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, Fields) or not any(is_known_key(key.text) for key, _ in fields):
        return None
    message = "The front matter is TOML between `---`, where tools look for YAML"
    fix = "Write `key: value` lines; or put `+++` in place of `---`, for tools that read TOML."
    body_line = text.count("\n", 0, match.end()) + 1
    found = finding("front-matter", message, path, line, fix=fix)
    return DataBlock(fields, text[match.end() :], body_line, (found,))


def _json(text: str, lead: int, path: str, limits: Limits) -> DataBlock | None:
    line = text.count("\n", 0, lead) + 1
    try:
        data, end = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str).raw_decode(
            text, lead
        )
    except (ValueError, RecursionError) as error:
        return _broken_json(text, lead, path, line, error)
    rest = text[end:].partition("\n")
    if not isinstance(data, dict) or rest[0].strip():
        return None
    block, body_line = text[lead:end], line + text.count("\n", lead, end) + 1
    if len(block) > limits.front_matter_size:
        return DataBlock(Fields(), rest[2], body_line, (_too_large(block, path, line, limits),))
    findings: list[Finding] = []
    try:
        value = compose(_as_yaml(block), path, limits, line, findings)
    except YamlError as problem:
        if problem.code == "front-matter-limits":
            found = finding(
                problem.code, f"The front matter cannot be read: {problem.message}", path, problem.line
            )
            return DataBlock(Fields(), rest[2], body_line, (found,))
        findings, value = [], from_plain(data, block, line, limits)
    told = tuple(each for each in findings if each.code != "other-reading")  # JSON has no two readings
    return DataBlock(value if isinstance(value, Fields) else Fields(), rest[2], body_line, told)


def _as_yaml(text: str) -> str:
    """JSON as YAML reads it: without tabs, and with characters beyond U+FFFF written out."""
    return _SURROGATES.sub(lambda pair: str(json.loads(f'"{pair[0]}"')), text.replace("\t", " "))


def _broken_json(text: str, lead: int, path: str, line: int, error: Exception) -> DataBlock | None:
    """Broken JSON down to its closing brace at the start of a line, where it has one."""
    closing = re.compile(r"^\}[ \t]*$\n?", re.MULTILINE).search(text, lead)
    if not closing:
        deep = finding(
            "front-matter-limits", "The JSON that the file starts with is nested too deeply", path, line
        )
        return DataBlock(Fields(), text, 1, (deep,)) if isinstance(error, RecursionError) else None
    row, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (line, 0)
    said = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
    message = f"The front matter is not valid JSON: {said}"
    found = finding("front-matter", message, path, row, column, fix="Write valid JSON, or YAML.")
    return DataBlock(Fields(), text[closing.end() :], text.count("\n", 0, closing.end()) + 1, (found,))


def _too_large(block: str, path: str, line: int, limits: Limits) -> Finding:
    message = f"The front matter has {len(block):,} characters; the limit is {limits.front_matter_size:,}"
    return finding("front-matter-limits", message, path, line)
