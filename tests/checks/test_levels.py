"""Which level a finding has, and in which order they come."""

from __future__ import annotations

from persona_docs.catalog import build_catalog
from persona_docs.checks.levels import with_levels
from persona_docs.codes import CODES, finding
from persona_docs.option_values import IGNORE, LEVELS
from persona_docs.options import Options


def test_they_are_raised_lowered_and_silenced_by_code():
    given = [
        finding("encoding", "", "a.md"),
        finding("mojibake", "", "a.md"),
        finding("fence", "", "a.md"),
    ]
    levels = {"encoding": "error", "mojibake": "ignore"}
    assert [(f.code, f.severity) for f in with_levels(given, levels)] == [
        ("encoding", "error"),
        ("fence", "warning"),
    ]


def test_every_code_takes_every_level():
    given = [finding(code, "", "a.md") for code in CODES]
    for level in LEVELS:
        told = with_levels(given, dict.fromkeys(CODES, level))
        assert [each.severity for each in told] == ([] if level == IGNORE else [level] * len(CODES))


def test_the_worst_come_first_then_path_and_line():
    given = [
        finding("fence", "", "b.md", 2), finding("fence", "", "a.md", 9), finding("fence", "", "a.md", 2),
        finding("address", "", "a.md"), finding("secret", "", "z.md"), finding("secret", "", "z.md"),
    ]  # fmt: skip
    made = build_catalog((), given, Options()).findings
    assert [each.place for each in made] == ["z.md", "a.md:2", "a.md:9", "b.md:2", "a.md"]
