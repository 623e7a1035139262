"""Findings for people: what, where, the line itself, and the fix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from persona_docs.model import Finding, Severity
from persona_docs.reporting.escape import visible, width
from persona_docs.reporting.report import Report, counted, folded

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_LONGEST = 100


def text(report: Report) -> str:
    """The report for a terminal, with colour codes; `click.echo` takes them out where they are not wanted."""
    secret = {(each.path, each.line) for each in report.findings if each.code == "secret"}
    told, left = folded(report.findings)
    blocks = ["\n".join(_block(each, report, secret)) for each in told]
    return "\n\n".join([*blocks, *_rest(left), _summary(report)])


def _rest(left: Mapping[tuple[Severity, str], int]) -> Iterator[str]:
    """How many of each kind were not told, and how to see them."""
    if left:
        yield "\n".join(
            f"{click.style(f'{severity}[{code}]', fg=_COLORS[severity], bold=True)} {n} more: --select {code}"
            for (severity, code), n in left.items()
        )


def _block(each: Finding, report: Report, secret: set[tuple[str, int]]) -> Iterator[str]:
    color = _COLORS[each.severity]
    kind = click.style(f"{each.severity}[{each.code}]", fg=color, bold=True)
    yield f"{click.style(visible(each.place), bold=True)} {kind} {visible(each.message)}"
    if (each.path, each.line) not in secret:
        yield from _excerpt(each, report.lines.get((each.path, each.line), ""), color)
    if each.fix:
        yield f"  {click.style('fix:', fg='green')} {visible(each.fix)}"


def _excerpt(each: Finding, line: str, color: str) -> Iterator[str]:
    """The line a finding is about, with a caret below the column."""
    if not line.strip():
        return
    column = max(each.column, 1) - 1
    start = max(0, column - _LONGEST // 2) if len(line) > _LONGEST else 0
    shown = visible(line[start : start + _LONGEST])
    before = ("…" if start else "") + visible(line[start:column])
    gutter = click.style(f"{each.line:>5} │ ", dim=True)
    yield f"{gutter}{'…' if start else ''}{shown}{'…' if start + _LONGEST < len(line) else ''}"
    if each.column:
        caret = click.style("^", fg=color, bold=True)
        yield f"{click.style('      │ ', dim=True)}{' ' * width(before)}{caret}"


def _summary(report: Report) -> str:
    told = [counted(n, str(severity)) for severity, n in report.counts.items() if n]
    known = f"; {report.known} known from the baseline" if report.known else ""
    where = f"in {counted(report.personas, 'persona')}"
    if not told:
        return click.style(f"Nothing to fix {where}{known}.", fg="green", bold=True)
    worst = next(severity for severity, n in report.counts.items() if n)
    return click.style(f"{', '.join(told)} {where}{known}.", fg=_COLORS[worst], bold=True)
