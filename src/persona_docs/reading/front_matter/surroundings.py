"""What may stand around a whole document: a code fence, an indentation, YAML directives."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENER = re.compile(r"(?:-{3,}|[–—]{1,3})[ \t]*(#.*)?$")
"""A line that opens a front matter; editors make a dash of three hyphens."""

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")
"""A line that opens or closes a code fence."""

_DOCUMENT_KINDS = frozenset(
    {"prompt", "markdown", "md", "mdc", "agent", "chatagent", "chatmode", "instructions", "skill"}
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with where a front matter stands: for a finding.

    Attributes:
        message: one sentence.
        fix: what to do.
        line: the source line.
        severe: whether tools will lose the fields or the body.
    """

    message: str
    fix: str
    line: int
    severe: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file freed of what stands around them; `first` is the source line of the first."""

    lines: list[str]
    first: int = 1
    indent: int = 0
    problems: tuple[Problem, ...] = ()


def without_surroundings(text: str) -> Lines:
    """The lines of a document, without what stands around all of it."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip("\ufeff\u200b \t\r")), len(lines))
    whole = Lines(lines[first:], first + 1)
    for without in (_without_fence, _without_indent, _without_directives):
        if whole.lines:
            whole = without(whole)
    return whole


def _without_fence(whole: Lines) -> Lines:
    """The document inside a code fence that starts and ends with the file."""
    lines = whole.lines
    fence = FENCE.match(lines[0])
    inside = next((n for n, line in enumerate(lines[1:], 1) if line.strip()), 0)
    if not fence or not inside or not OPENER.match(lines[inside].strip()):
        return whole
    last = max(n for n, line in enumerate(lines) if line.strip())
    closes = [n for n in range(1, len(lines)) if _closes(lines[n], fence[1])]
    kind = fence[2].strip().lower()
    if closes and closes[0] != last:
        # Fences of the same length inside: only a document that says so, and whose fences pair up, goes on.
        inner = sum(FENCE.match(line) is not None for line in lines[1:last])
        if closes[-1] != last or kind not in _DOCUMENT_KINDS or inner % 2:
            return whole
    end = last if closes else len(lines)
    problem = Problem("The whole document is inside a code fence", "Delete the fence around it.", whole.first)
    return Lines(lines[inside:end], whole.first + inside, whole.indent, (*whole.problems, problem))


def _closes(line: str, fence: str) -> bool:
    match = FENCE.match(line)
    return match is not None and match[1].startswith(fence) and not match[2].strip()


def _without_indent(whole: Lines) -> Lines:
    lines = whole.lines
    indent = len(lines[0]) - len(lines[0].lstrip(" \t"))
    if not indent or not OPENER.match(lines[0].strip()):
        return whole
    shifted = [line[indent:] if not line[:indent].strip() else line for line in lines]
    problem = Problem(f"The file is indented by {indent} spaces", "Remove the indentation.", whole.first)
    return Lines(shifted, whole.first, whole.indent + indent, (*whole.problems, problem))


def _without_directives(whole: Lines) -> Lines:
    """What follows `%YAML 1.2` on the first lines."""
    number = next((n for n, line in enumerate(whole.lines) if not line.startswith("%")), len(whole.lines))
    if not number or number == len(whole.lines) or not OPENER.match(whole.lines[number]):
        return whole
    problem = Problem("There is a YAML directive before the front matter", "Delete it.", whole.first)
    return Lines(whole.lines[number:], whole.first + number, whole.indent, (*whole.problems, problem))
