"""Phrases begin with a capital, unless their first word is written as it has to be."""

import pytest

from persona_docs.options import Options
from persona_docs.reading import read
from persona_docs.reading.text.capitals import capital
from tests.tree import write_tree


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("harbour maps", "Harbour maps"),
        ("high-DPI charts", "High-DPI charts"),
        ("macOS widgets", "macOS widgets"),
        ("e2e rehearsals", "e2e rehearsals"),
        ("harbour.yml needs a look", "harbour.yml needs a look"),
        ("deno/fmt settings", "deno/fmt settings"),
        ("painting/varnishing hulls", "Painting/varnishing hulls"),
        ("zig build 出错时", "zig build 出错时"),
        ("talks of keels, ropes or 船", "Talks of keels, ropes or 船"),
        ("été en mer", "Été en mer"),
        ("", ""),
    ],
)
def test_a_phrase_begins_with_a_capital_unless_its_first_word_has_a_spelling_of_its_own(said, shown):
    assert capital(said) == shown


def test_a_situation_that_begins_with_code_or_a_spelling_of_its_own_stays_as_it_is(tmp_path):
    root = write_tree(
        tmp_path,
        """
        == personas/mender.md
        ---
        name: mender
        description: Mends what does not compile.
        ---
        You are an iOS mechanic.

        ## When to use

        - `zig build` fails
        - after an upgrade
        """,
    )
    (persona,) = read(Options(), root).personas
    assert [fact.value for fact in persona.activates_on] == ["zig build fails", "After an upgrade"]
    assert persona.role.value == "iOS mechanic"
