"""Levels of findings: which are raised, lowered or silenced, and which come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from persona_docs.checks.wording import did_you_mean, listed
from persona_docs.codes import CODES
from persona_docs.folding import natural
from persona_docs.model import Finding, Severity

IGNORE = "ignore"
LEVELS = (IGNORE, *(str(severity) for severity in reversed(Severity)))
"""What a code can be set to."""


def validate_levels(levels: Mapping[str, str]) -> None:
    """Refuse codes and levels that do not exist.

    Raises:
        ValueError: says which one, what is nearest and what is allowed.
    """
    for code, level in levels.items():
        if code not in CODES:
            raise ValueError(f"findings: there is no code “{code}”{did_you_mean(code, CODES, 0.5)}")
        if level not in LEVELS:
            raise ValueError(
                f"findings: {code}: there is no level “{level}”{did_you_mean(str(level), LEVELS, 0.5)}; "
                f"allowed are {listed(LEVELS)}"
            )


def with_levels(findings: Iterable[Finding], levels: Mapping[str, str]) -> list[Finding]:
    """The findings at the levels that were set; those set to `ignore` are dropped.

    Raises:
        ValueError: see `validate_levels`.
    """
    validate_levels(levels)
    kept = (each for each in findings if levels.get(each.code) != IGNORE)
    return [replace(each, severity=Severity(levels.get(each.code, each.severity))) for each in kept]


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, the worst first, then by path and line."""
    return tuple(sorted(dict.fromkeys(findings), key=_order))


def _order(each: Finding) -> tuple[int, tuple[str, str], int, int, str, str]:
    return each.severity.rank, natural(each.path), each.line, each.column, each.code, each.message
