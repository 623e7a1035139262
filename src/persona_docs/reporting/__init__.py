"""Findings as people and programs want them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from persona_docs.reporting.github import github
from persona_docs.reporting.machine import as_json
from persona_docs.reporting.report import Report
from persona_docs.reporting.sarif import sarif
from persona_docs.reporting.text import text

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "json": as_json,
    "sarif": sarif,
    "github": github,
}
"""Every format by its name; each makes the whole report, without a line end behind it."""

__all__ = ["FORMATS", "Report"]
