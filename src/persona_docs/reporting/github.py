"""Findings as GitHub's workflow commands, which it shows beside the changed lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from persona_docs.model import Finding, Severity
from persona_docs.reporting.escape import visible
from persona_docs.reporting.report import Report, sentences

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report) -> str:
    """A command a finding, each in one line; nothing in a message can start another command."""
    return "\n".join(_command(each, report.in_checkout(each.path)) for each in report.findings)


def _command(each: Finding, file: str) -> str:
    places = {"file": file, "line": each.line, "col": each.column, "title": each.code}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in places.items() if value)
    return f"::{_COMMANDS[each.severity]} {properties}::{_escaped(sentences(each))}"


def _escaped(text: str, also: str = "") -> str:
    text = visible(text).replace("%", "%25")
    for character in also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
