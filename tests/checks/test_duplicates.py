"""Rules over texts that are nearly the same."""

from __future__ import annotations

import random
import string

import pytest

from tests.builders import catalog
from tests.checks.told import TEXT, findings, said, whole


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


class TestCopiesAreToldOnce:
    """A copy is told of beside its original, and not in each rule about what both of them want to have."""

    def test_a_persona_that_stands_in_three_places(self):
        places = "agents/qa.md", "plugins/one/qa.md", "plugins/two/qa.md"
        assert told(*(copy("qa", path) for path in places)) == [
            f"plugins/one/qa.md {COPIED} agents/qa.md, {SAME} “one-qa”, the other “qa”",
            f"plugins/two/qa.md {COPIED} agents/qa.md, {SAME} “two-qa”, the other “qa”",
        ]

    def test_one_whose_names_differ_in_what_joins_their_words(self):
        assert told(copy("QA Lead", "a/lead.md"), copy("qa-lead", "b/lead.md")) == [
            f"b/lead.md {COPIED} a/lead.md; this persona got the address “lead”, the other “qa-lead”"
        ]

    def test_one_that_has_drifted_apart(self):
        drifted = TEXT.replace("word7 of", "another line of")
        assert told(copy("qa", "a/qa.md"), copy("qa", "b/qa.md", drifted)) == [
            f"b/qa.md near-duplicate: This is 93 % the same text as a/qa.md, {SAME} “b-qa”, the other “qa”"
        ]

    def test_in_one_folder_one_of_the_two_cannot_be_loaded(self):
        twins = copy("qa", "qa copy.md"), copy("qa", "qa.md")
        assert [(each.code, each.severity) for each in findings(*twins)] == [("near-duplicate", "error")]

    def test_what_the_original_does_not_want_is_told(self):
        other = whole("qa", path="c.md", body="Quite another text.")
        assert told(copy("dev", "a.md"), copy("qa", "b/b.md"), other) == [
            f"b/b.md {COPIED} a.md",
            "b/b.md same-name: “qa” is also the name of c.md",
            "c.md same-name: “qa” is also the name of b/b.md",
        ]

    def test_another_text_of_that_name_is_told_beside_the_original(self):
        other = whole("qa", path="c/qa.md", body="Quite another text.")
        assert told(copy("qa", "a/qa.md"), copy("qa", "b/qa.md"), other) == [
            "a/qa.md same-name: “qa” is also the name of c/qa.md",
            f"b/qa.md {COPIED} a/qa.md, {SAME} “b-qa”, the other “qa”",
            "c/qa.md same-name: “qa” is also the name of a/qa.md",
        ]

    def test_a_mirror_of_copies_under_two_names(self):
        crew = [copy(name, f"{place}/{name}.md") for place in ("a", "b") for name in ("dev", "qa")]
        assert told(*crew) == [
            f"a/qa.md {COPIED} a/dev.md",
            f"b/dev.md {COPIED} a/dev.md, {SAME} “b-dev”, the other “dev”",
            f"b/qa.md {COPIED} a/qa.md, {SAME} “b-qa”, the other “qa”",
        ]

    def test_who_was_made_from_another_and_kept_its_trigger(self):
        drifted = TEXT.replace("word7 of", "another line of")
        crew = whole("qa", body=TEXT, triggers=["/try"]), whole("sec", body=drifted, triggers=["/try"])
        assert told(*crew) == [
            "qa.md same-trigger: “/try” is also a trigger of sec.md",
            "sec.md near-duplicate: This is 93 % the same text as qa.md",
            "sec.md same-trigger: “/try” is also a trigger of qa.md",
        ]

    @pytest.mark.parametrize(
        "levels",
        [
            {"near-duplicate": "ignore"},
            {"near-duplicate": "info"},
            {"same-name": "error"},
        ],
    )
    def test_nothing_milder_speaks_for_a_name_that_is_taken(self, levels):
        made = catalog(copy("qa", "a/qa.md"), copy("qa", "b/qa.md"), findings=levels).findings
        assert [each.path for each in made if each.code == "same-name"] == ["a/qa.md", "b/qa.md"]

    def test_pages_still_show_who_has_the_same_name(self):
        made = catalog(copy("qa", "a/qa.md"), copy("qa", "b/qa.md"))
        assert [each.personas for each in made.conflicts if each.kind == "name"] == [("a/qa.md", "b/qa.md")]


COPIED = "near-duplicate: This is the same text as"
SAME = "under the same name; this persona got the address"


def copy(name, path, body=TEXT):
    return whole(name, path=path, body=body, triggers=[f"/{name}"])


def told(*personas):
    """`a.md code: message` of each finding, by path."""
    return sorted(f"{each.path} {each.code}: {each.message}" for each in findings(*personas))
