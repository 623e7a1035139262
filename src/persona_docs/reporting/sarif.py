"""Findings as SARIF 2.1.0, which code-scanning services read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from persona_docs.codes import CODES, Code
from persona_docs.model import Finding, Severity
from persona_docs.reporting.escape import inert_json, visible
from persona_docs.reporting.report import Report, fingerprint, sentences

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NUMBERS = {name: number for number, name in enumerate(CODES)}


def sarif(report: Report) -> str:
    """The report as a SARIF log of one run; every code is a rule, told or not."""
    driver = {
        "name": "persona-docs",
        "version": _version(),
        "rules": [_rule(code) for code in CODES.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(each, report.in_checkout(each.path)) for each in report.findings],
    }
    return inert_json(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.name,
        "shortDescription": {"text": f"{code.summary}."},
        "fullDescription": {"text": code.why},
        "help": {"text": code.fix},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(each: Finding, file: str) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if each.line:
        location["region"] = {"startLine": each.line} | ({"startColumn": each.column} if each.column else {})
    return {
        "ruleId": each.code,
        "ruleIndex": _NUMBERS[each.code],
        "level": _LEVELS[each.severity],
        "message": {"text": _without_links(visible(sentences(each)))},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"personaDocs/v1": fingerprint(each)},
    }


def _without_links(text: str) -> str:
    """A message of which no viewer makes a link, as of `[text](address)` in what a file holds (§3.11.6).

    >>> _without_links("`see [me](https://example.org)`")
    '`see [me] (https://example.org)`'
    """
    return text.replace("](", "] (")


def _uri(path: str) -> str:
    return quote(path, safe="/", errors="replace")


def _version() -> str:
    try:
        return version("persona-docs")
    except PackageNotFoundError:
        return "0"
