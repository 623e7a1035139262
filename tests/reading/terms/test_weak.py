"""Orders and sentences, which are no terms."""

from __future__ import annotations

import pytest

from persona_docs.reading.terms.weak import is_weak


@pytest.mark.parametrize(
    "term",
    [
        *("Build asset graphs", "Enforce speed limits", "Construir prompts", "Cut short…", "With great care"),
        *("Learn from each storm", "Improves the harbour", "Classifies ships", "Classify ships"),
        *("Create and update charts", "Builds and tests boats", "Write or update charts"),
    ],
)
def test_an_order_is_no_noun_phrase(term):
    assert is_weak(term)


@pytest.mark.parametrize(
    "term",
    [
        "Design systems",
        "Test strategy",
        "Test design",
        "Build automation",
        "Asset graphs",
        "User research",
        "Customer communication",
        "Docker images",
        "Reporting",
        "Learning design",
        "Design and review of boats",
        "Test and build automation",
    ],
)
def test_a_noun_phrase_is(term):
    assert not is_weak(term)
