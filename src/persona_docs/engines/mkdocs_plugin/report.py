"""What the plugin says while a site is built."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence

from mkdocs.plugins import get_plugin_logger

from persona_docs.model import Finding, Severity
from persona_docs.reporting.baseline import new_findings
from persona_docs.reporting.escape import inert

log = get_plugin_logger("persona_docs")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.INFO: logging.INFO}


def report(findings: Sequence[Finding], told: Counter[str]) -> None:
    """Log each finding that is new on one line: where, what, and what mends it.

    `mkdocs build --strict` fails on warnings and errors.

    Args:
        findings: those of the catalog.
        told: fingerprints of those that the build before told of, where `serve` makes one after the other.
    """
    new = new_findings(findings, told)
    for one in new:
        if not log.isEnabledFor(_LEVELS[one.severity]):
            continue
        said = f"{one.place} {one.message} [{one.code}]"
        log.log(_LEVELS[one.severity], "%s", printable(f"{said} {one.fix}" if one.fix else said))
    if told:
        inform(f"new findings: {len(new):,}, as before: {len(findings) - len(new):,}")


def warn(message: str) -> None:
    """Log a warning."""
    log.warning("%s", printable(message))


def inform(message: str) -> None:
    """Log what is no fault."""
    log.info("%s", printable(message))


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
