"""What is said of a persona in few words."""

from __future__ import annotations

import pytest

from persona_docs.pages.brief import clip, own_lang, role_tells
from persona_docs.pages.page import Site
from tests.builders import persona


@pytest.mark.parametrize(
    ("lang", "site_lang", "own"),
    [("es", "en", "es"), ("en", "en", None), ("en", "en-GB", None), ("pt-BR", "pt", "pt-BR"), ("", "", None)],
)
def test_a_language_is_told_where_it_is_not_the_sites(lang, site_lang, own):
    assert own_lang(persona("qa", lang=lang), Site(lang=site_lang)) == own


@pytest.mark.parametrize(
    ("text", "clipped"),
    [("one two", "one two"), ("one\n two", "one two"), ("one two, three", "one two…"), ("", "")],
)
def test_a_text_is_cut_after_a_word(text, clipped):
    assert clip(text, 10) == clipped


@pytest.mark.parametrize(
    ("role", "tells"), [("", False), ("Gärtnerin", True), ("GARDENER", False), ("Head gardener", True)]
)
def test_a_role_that_only_repeats_the_name_tells_nothing(role, tells):
    assert role_tells(persona("gardener", role=role)) is tells
