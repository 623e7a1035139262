"""Users may say which keys of theirs mean which field."""

from __future__ import annotations

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.configuration import read_configuration
from persona_docs.options import Options
from persona_docs.reading import read
from tests.tree import write_tree

SITE = """
    == mkdocs.yml
    plugins:
      - persona-docs:
          aliases:
            expertise: [Wissens-Gebiete]
            role: [beruf]
    == personas/ada.md
    ---
    name: ada
    description: Baut Dienste.
    wissensgebiete: [Python, Datenbanken]
    Beruf: Entwicklerin
    ---
    Text.
    """


def test_a_key_of_ones_own_is_the_field_it_stands_for(tmp_path):
    root = write_tree(tmp_path, SITE)
    options = read_configuration(root / "mkdocs.yml")
    reading = read(options, root)
    catalog = build_catalog(reading.personas, reading.findings, options, root)
    (ada,) = catalog.personas
    assert [(fact.value, fact.where, fact.line) for fact in ada.expertise] == [
        ("Python", "wissensgebiete", 4),
        ("Datenbanken", "wissensgebiete", 4),
    ]
    assert (ada.role.value, ada.extra) == ("Entwicklerin", {})
    assert [term.value for term in catalog.expertise] == ["Datenbanken", "Python"]


def test_without_the_option_it_is_shown_as_written(tmp_path):
    (ada,) = read(Options(), write_tree(tmp_path, SITE)).personas
    assert {key: fact.value for key, fact in ada.extra.items()} == {
        "wissensgebiete": "Python, Datenbanken",
        "Beruf": "Entwicklerin",
    }


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("expertize", "aliases: there is no field “expertize”; did you mean “expertise”?"),
        ("zzz", "there are activates_on, "),
    ],
)
def test_a_field_that_does_not_exist_is_said(tmp_path, field, said):
    with pytest.raises(ValueError, match="there is no field") as caught:
        read(Options(aliases={field: ("x",)}), tmp_path)
    assert said in str(caught.value)
