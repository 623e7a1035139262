"""Rules over texts that are nearly the same."""

from __future__ import annotations

import random
import string

import pytest

from tests.checks.told import TEXT, said, whole


def test_a_copy_and_a_copy_with_a_changed_line():
    changed = TEXT.replace("word7 of", "another line of")
    other = " ".join(f"thing{n} in quite other words" for n in range(60))
    bodies = {"a.md": TEXT, "b.md": TEXT.upper(), "c.md": changed, "d.md": other}
    assert said("near-duplicate", *(whole(p, path=p, body=body) for p, body in bodies.items())) == [
        ("b.md:1", "This is the same text as a.md"),
        ("c.md:1", "This is 93 % the same text as a.md"),
    ]


def test_a_persona_kept_for_two_products_is_told_of_when_its_texts_drift_apart():
    here, there = ".claude/agents/qa.md", ".github/agents/qa.agent.md"
    drifted = TEXT.replace("word7 of", "another line of")
    assert said("near-duplicate", *(whole("qa", path=path, body=TEXT) for path in (here, there))) == []
    assert said(
        "near-duplicate", whole("qa", path=here, body=TEXT), whole("qa", path=there, body=drifted)
    ) == [(f"{there}:1", f"This is 93 % the same text as {here}")]


def test_what_a_product_writes_into_each_of_its_files_makes_none_alike():
    memory = f"# Persistent Agent Memory\n\n## Types\n\n{TEXT}\n"
    bodies = {path: f"# {path}\n\n{path.join(TEXT.split()[:60])}\n\n{memory}" for path in ("ana", "ben")}
    assert said("near-duplicate", *(whole(path, body=body) for path, body in bodies.items())) == []
    again = dict.fromkeys(("ana", "ben"), f"{memory}\n# More\n\n{TEXT}")
    assert len(said("near-duplicate", *(whole(path, body=body) for path, body in again.items()))) == 1


def test_short_texts_are_never_told():
    assert said("near-duplicate", whole("a", body="Be kind."), whole("b", body="Be kind.")) == []


@pytest.mark.parametrize("share", [0.93, 0.97, 0.99])
def test_hardly_any_is_missed(share):
    draw = random.Random(3)
    words = ["".join(draw.choices(string.ascii_lowercase, k=6)) for _ in range(3_000)]
    missed = 0
    for n in range(50):
        text = draw.choices(words, k=600)
        cut = int(600 * (1 - share))
        copy = text[:300] + draw.choices(words, k=cut) + text[300 + cut :]
        found = said(
            "near-duplicate", whole(f"a{n}", body=" ".join(text)), whole(f"b{n}", body=" ".join(copy))
        )
        missed += not found
    assert missed == 0
