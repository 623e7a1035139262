"""Every text in every language: the same keys, the same placeholders."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import persona_docs
from persona_docs.pages.texts import languages, load, texts
from persona_docs.reading.names import _LANGUAGES, read_lang

PACKAGE = Path(persona_docs.__file__).parent
USES = re.compile(r"""\bt(?:exts)?\(\s*["']([a-z]+(?:\.[a-z_-]+)+)["']""")


def test_the_language_of_a_theme_finds_its_texts_and_the_unknown_falls_back_to_english():
    assert [texts(tag).lang for tag in ("es", "es-MX", "es_AR", "ES", "en", "tlh")] == [
        "es",
        "es",
        "es",
        "es",
        "en",
        "en",
    ]


def test_a_text_that_counts_has_two_forms():
    t = texts("en")
    assert (t("index.count", count=1), t("index.count", count=12)) == ("1 persona", "12 personas")


@pytest.mark.parametrize("lang", languages())
def test_every_language_a_persona_can_have_is_called_by_its_name(lang):
    told = {tag: texts(lang).language(read_lang(tag)) for tag in _LANGUAGES}
    assert all(name[0].isupper() and name != tag for tag, name in told.items()), told
    assert len(set(told.values())) == len(told)


def test_a_language_of_a_region_without_a_name_says_which():
    t = texts("en")
    assert [t.language(tag) for tag in ("pt-BR", "es-MX", "zh-Hant-HK", "tlh")] == [
        "Portuguese (Brazil)",
        "Spanish (MX)",
        "Chinese (traditional) (HK)",
        "tlh",
    ]


def test_a_value_is_never_read_as_a_template():
    assert texts("en")("copy.trigger", trigger="{count} {t.__class__}") == "Copy {count} {t.__class__}"


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        texts("en")("no.such.key")


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_every_text_with_the_same_placeholders(lang):
    english, other = load("en"), load(lang)
    assert other.keys() == english.keys()
    holes = re.compile(r"\{(\w+)\}")
    assert {k: set(holes.findall(v)) for k, v in other.items()} == {
        k: set(holes.findall(v)) for k, v in english.items()
    }


def test_every_key_that_is_written_out_in_code_and_templates_exists():
    known = load("en")
    used = {
        (path.name, key)
        for path in [*PACKAGE.glob("pages/**/*.html"), *PACKAGE.glob("pages/*.py")]
        for key in USES.findall(path.read_text(encoding="utf-8"))
    }
    missing = {(name, key) for name, key in used if key not in known and f"{key}.other" not in known}
    assert len(used) > 20
    assert not missing
