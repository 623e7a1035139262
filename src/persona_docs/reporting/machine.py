"""Findings for programs, and what a baseline is made of."""

from __future__ import annotations

import json
from typing import Any

from persona_docs.model import Finding
from persona_docs.reporting.escape import inert_json
from persona_docs.reporting.report import Report, fingerprint


def as_json(report: Report) -> str:
    """The report as JSON, ASCII only: `{"version": 1, "personas": n, "counts": {…}, "findings": [{…}]}`."""
    counts = {str(severity): n for severity, n in report.counts.items()}
    findings = [_finding(each) for each in report.findings]
    told = {"version": 1, "personas": report.personas, "counts": counts, "findings": findings}
    return inert_json(json.dumps(told, indent=2))


def _finding(each: Finding) -> dict[str, Any]:
    return {
        "code": each.code,
        "severity": str(each.severity),
        "message": each.message,
        "path": each.path,
        "line": each.line or None,
        "column": each.column or None,
        "fix": each.fix or None,
        "persona": each.persona or None,
        "fingerprint": fingerprint(each),
    }
