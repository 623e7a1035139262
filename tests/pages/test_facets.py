"""What a catalog can be narrowed by."""

from __future__ import annotations

from persona_docs.model import Catalog
from persona_docs.pages.facets import Facet, facets
from persona_docs.pages.texts import texts
from tests.builders import persona


def of(*personas):
    return facets(Catalog(tuple(personas)), texts("en"))


def test_a_facet_without_values_is_not_offered():
    assert of(persona("A", model="opus")) == (Facet("model", "Model"),)
    assert of() == ()


def test_one_language_or_one_dialect_is_no_choice():
    assert of(persona("A", lang="es", dialect="codex"), persona("B", lang="es", dialect="codex")) == ()
    assert [
        facet.name for facet in of(persona("A", lang="es"), persona("B", lang="en", dialect="codex"))
    ] == [
        "lang",
        "dialect",
    ]


def test_languages_are_shown_by_their_names():
    (languages,) = of(persona("A", lang="pt-BR"), persona("B", lang="he"))
    assert languages.shown == {"pt-br": "Portuguese (Brazil)", "he": "Hebrew"}


def test_dialects_are_shown_with_the_words_of_their_products():
    (dialect,) = of(
        persona("A", dialect="codex"), persona("B", dialect="claude-agent"), persona("C", dialect="x")
    )
    assert dialect.shown == {"claude-agent": "Claude Code subagent", "codex": "Codex agent"}
