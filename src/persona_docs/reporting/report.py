"""What is reported, whatever the format."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from persona_docs.model import Finding, Severity

_MOST = 10  # findings of one kind that are told one by one beside others


@dataclass(frozen=True, slots=True)
class Report:
    """Findings and what they are about.

    Attributes:
        findings: worst first.
        lines: those that findings are about, by source path and number, for excerpts.
        personas: how many personas were read.
        known: how many findings a baseline kept back.
        inside: where the source paths start, inside the checkout, with a slash behind; empty at its top.
    """

    findings: tuple[Finding, ...] = ()
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    personas: int = 0
    known: int = 0
    inside: str = ""

    def in_checkout(self, path: str) -> str:
        """A source path as services name it that look at the whole checkout.

        >>> Report(inside="docs/").in_checkout("../team/qa.md")
        'team/qa.md'
        """
        return posixpath.normpath(self.inside + path)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        counted = Counter(each.severity for each in self.findings)
        return {severity: counted[severity] for severity in Severity}


def counted(count: int, noun: str) -> str:
    """How many there are of something, in words for people.

    >>> counted(1, "persona"), counted(1234, "warning"), counted(2, "info")
    ('1 persona', '1,234 warnings', '2 info')
    """
    return f"{count:,} {noun}{'' if count == 1 or noun == 'info' else 's'}"


def folded(findings: Sequence[Finding]) -> tuple[list[Finding], Counter[tuple[Severity, str]]]:
    """The first findings of each kind, so that hundreds of one hide no other; all, where there is but one.

    Returns:
        Those to be told, in their order, and how many more there are by level and code.
    """
    told: list[Finding] = []
    counts: Counter[tuple[Severity, str]] = Counter()
    alone = len({each.code for each in findings}) < 2
    for each in findings:
        kind = (each.severity, each.code)
        counts[kind] += 1
        if alone or counts[kind] <= _MOST:
            told.append(each)
    return told, counts - Counter((each.severity, each.code) for each in told)


def fingerprint(finding: Finding) -> str:
    """What stays the same of a finding while lines move: its code, its file, its message.

    >>> fingerprint(Finding("fence", Severity.ERROR, "open", "a.md", 3)) == fingerprint(
    ...     Finding("fence", Severity.INFO, "open", "a.md", 9))
    True
    """
    told = "\0".join((finding.code, finding.path, finding.persona, finding.message))
    return sha256(told.encode(errors="surrogatepass")).hexdigest()[:24]


def sentences(finding: Finding) -> str:
    """What is wrong and what to do about it, as prose."""
    return " ".join(f"{text.rstrip('.')}." for text in (finding.message, finding.fix) if text)
