"""What holds for all rules."""

from __future__ import annotations

from persona_docs.checks import OF_A_FILE, OF_ONE, TOGETHER
from tests.checks.told import findings, whole


def test_every_rule_is_told_by_its_docstring():
    assert all(rule.__doc__ for rule in (*OF_ONE, *OF_A_FILE, *TOGETHER))


def test_a_sound_catalog_has_no_findings():
    assert findings(whole("ana"), whole("benedikt")) == []
