"""Levels of findings: which are raised, lowered or silenced, and which come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from persona_docs.folding import natural
from persona_docs.model import Finding, Severity
from persona_docs.option_values import IGNORE


def with_levels(findings: Iterable[Finding], levels: Mapping[str, str]) -> list[Finding]:
    """The findings at the levels that were set; those set to `ignore` are dropped."""
    kept = (each for each in findings if levels.get(each.code) != IGNORE)
    return [replace(each, severity=Severity(levels.get(each.code, each.severity))) for each in kept]


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, the worst first, then by path and line."""
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def _order(each: Finding) -> tuple[int, tuple[str, str], int, int, str, str]:
    return each.severity.rank, natural(each.path), each.line, each.column, each.code, each.message
