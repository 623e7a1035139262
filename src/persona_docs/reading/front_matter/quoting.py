"""Files that are no YAML because a value wants quotes: it gets them, so that it costs only itself."""

from __future__ import annotations

import json
import re

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits
from persona_docs.reading.front_matter import salvage
from persona_docs.reading.front_matter.values import Value
from persona_docs.reading.front_matter.yaml_errors import YamlError
from persona_docs.reading.front_matter.yaml_values import compose, read_yaml

_PAIR = re.compile(
    r"^(?P<key>[ \t]*(?:- +)*(?P<name>[^\s#:'\"\[\]{},&*!|>%@`-][^:]*):[ \t]+)(?P<value>\S.*)$"
)
_ROUNDS = 20  # values that may be quoted in one file
_WORK = 1_000_000  # characters that may be read again and again
_ABOVE = 3  # lines above the one YAML trips over, where the value may have begun


def read_data(text: str, path: str, limits: Limits) -> tuple[Value | None, tuple[Finding, ...]]:
    """A YAML document; where it is none, what it is once the values that are to blame have quotes.

    Args:
        text: the document.
        path: for the findings.
        limits: bounds of size, depth and number.

    Returns:
        The value, or `None`, and what is wrong: each value that wants quotes, or why nothing helps.
    """
    lines = text.split("\n")
    blamed: list[Finding] = []
    for _ in range(min(_ROUNDS, _WORK // (len(text) + 1)) + 1):
        findings: list[Finding] = []
        try:
            value = compose("\n".join(lines), path, limits, 1, findings)
        except YamlError as problem:
            found = _quote(lines, problem, path) if problem.code == "front-matter" else None
            if found is None:
                break
            blamed.append(found)
        else:
            return value, (*blamed, *findings)
    return read_yaml(text, path, limits)


def _quote(lines: list[str], problem: YamlError, path: str) -> Finding | None:
    """Put quotes around the value that YAML trips over, and say so; `None` where there is no such value."""
    for at in range(problem.line - 1, max(-1, problem.line - 2 - _ABOVE), -1):
        match = _PAIR.match(lines[at]) if at < len(lines) else None
        if match:
            value = match["value"].rstrip()
            if value[0] in "\"'|>":
                return None
            items = salvage.flow_items(value)
            within = at == problem.line - 1 and problem.column < len(lines[at])
            quoted = json.dumps(value if items is None else items, ensure_ascii=False)
            lines[at] = f"{match['key']}{quoted}"
            message = f"`{match['name']}` is not valid YAML: {problem.message}"
            what = "value" if items is None else "items"
            fix = f"Put the {what} in quotes: `{lines[at].strip()}`"
            column = problem.column if within else match.start("value") + 1
            return finding("front-matter", message, path, at + 1, column, fix=fix)
    return None
