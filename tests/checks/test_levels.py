"""Which level a finding has, and in which order they come."""

from __future__ import annotations

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.checks.levels import LEVELS, validate_levels, with_levels
from persona_docs.codes import CODES, finding
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


@pytest.mark.parametrize(
    ("levels", "message"),
    [
        ({"same-nam": "info"}, "there is no code “same-nam”; did you mean “same-name”?"),
        ({"fence": "warn"}, "fence: there is no level “warn”; did you mean “warning”?"),
        ({"fence": "off"}, "allowed are ignore, info, warning and error"),
    ],
)
def test_a_slip_of_the_pen_is_answered(levels, message):
    with pytest.raises(ValueError, match="findings: ") as caught:
        build_catalog((), (), Options(findings=levels))
    assert message in str(caught.value)


def test_every_code_takes_every_level():
    for level in LEVELS:
        validate_levels(dict.fromkeys(CODES, level))


def test_the_worst_come_first_then_path_and_line():
    given = [
        finding("fence", "", "b.md", 2), finding("fence", "", "a.md", 9), finding("fence", "", "a.md", 2),
        finding("address", "", "a.md"), finding("secret", "", "z.md"), finding("secret", "", "z.md"),
    ]  # fmt: skip
    made = build_catalog((), given, Options()).findings
    assert [each.place for each in made] == ["z.md", "a.md:2", "a.md:9", "b.md:2", "a.md"]
