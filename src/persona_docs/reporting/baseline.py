"""Findings that are known already, so that only new ones count."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

from persona_docs.model import Finding
from persona_docs.reporting.report import fingerprint


def read_baseline(data: bytes) -> Counter[str]:
    """The fingerprints of an earlier report in JSON, each as often as it stood there.

    Some shells write what they redirect in UTF-16, or with a byte order mark; that is read too.

    Raises:
        ValueError: it is no such report.
    """
    try:
        return Counter(str(each["fingerprint"]) for each in json.loads(data)["findings"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError("a baseline is what `persona-docs check --format json` prints") from error


def new_findings(findings: Iterable[Finding], known: Counter[str]) -> list[Finding]:
    """Those findings that the baseline does not hold; the second of two equal ones is new if it holds one."""
    left = Counter(known)
    new = []
    for each in findings:
        key = fingerprint(each)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(each)
    return new
