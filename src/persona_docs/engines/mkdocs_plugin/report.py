"""What the plugin says while a site is built."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence

from mkdocs.plugins import PrefixedLogger, get_plugin_logger

from persona_docs.model import Finding, Severity
from persona_docs.reporting.baseline import new_findings
from persona_docs.reporting.escape import inert
from persona_docs.reporting.report import folded

FINDINGS = "persona_docs.findings"
"""The logger that tells them, below that of all else: commands tell findings in their own way."""

_findings, _all_else = get_plugin_logger(FINDINGS), get_plugin_logger("persona_docs")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}


def report(findings: Sequence[Finding], known: Counter[str]) -> None:
    """Log the findings that are new, each on one line: where, what, and how to fix it. Ten of a kind will do.

    `mkdocs build --strict` fails on warnings and errors.

    Args:
        findings: those of the catalog.
        known: fingerprints of those that the build before told of, where `serve` makes one after the other.
    """
    new = new_findings(findings, known)
    told, left = folded(new)
    for one in told:
        said = f"{one.place}: {one.message} [{one.code}]"
        _log(one.severity, f"{said} Fix: {one.fix}" if one.fix else said, _findings)
    for (severity, code), count in left.items():
        more = f"{count:,} more [{code}] `persona-docs check --select {code}` prints them all"
        _log(severity, more, _findings)
    if known:
        inform(f"new findings: {len(new):,}, as before: {len(findings) - len(new):,}")


def warn(message: str) -> None:
    """Log a warning."""
    _log(Severity.WARNING, message)


def inform(message: str) -> None:
    """Log what is no fault."""
    _log(Severity.INFO, message)


def _log(severity: Severity, message: str, logger: PrefixedLogger = _all_else) -> None:
    if logger.isEnabledFor(_LEVELS[severity]):
        logger.log(_LEVELS[severity], "%s", printable(message))


def printable(text: str) -> str:
    r"""The text with control and invisible characters spelled out, so that none reaches a terminal.

    >>> printable("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    return inert(
        "".join(
            sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text
        )
    )
