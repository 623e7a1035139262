"""Every text in every language: the same keys but for the forms of numbers, the same placeholders."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import persona_docs
from persona_docs.pages.cldr import form
from persona_docs.pages.texts import Texts, languages, load, texts
from persona_docs.reading.text.lang_tags import LANGUAGES, read_lang

PACKAGE = Path(persona_docs.__file__).parent
USES = re.compile(r"""\bt(?:exts)?\(\s*["']([a-z]+(?:\.[a-z_-]+)+)["']""")
_FOREIGN = {
    "en": r"[\"'„«»]",
    "de": r"[\"'”«»]",
    "es": r"[\"'“”„]",
    "fr": r"[\"'“”„]|(?<!\u202f)[:;!?»]|«(?!\u202f)",
    "ja": r"[\"',;:!?()“”]",
    "pt": r"[\"'„«»]",
    "zh": r"[\"',;:!?()「」]",
}
"""Quotes and punctuation that a language does not have, or not without a narrow space."""


@pytest.fixture
def locales(tmp_path, monkeypatch):
    """Texts that are there besides English, for as long as a test runs."""

    def write(given):
        for lang, entries in {"en": load("en"), **given}.items():
            (tmp_path / f"{lang}.json").write_text(json.dumps(entries), encoding="utf-8")
        monkeypatch.setitem(languages.__globals__, "_folder", lambda: tmp_path)
        texts.cache_clear()

    yield write
    texts.cache_clear()


def test_the_language_of_a_theme_finds_its_texts_and_the_unknown_falls_back_to_english():
    assert [texts(tag).lang for tag in ("es", "es-MX", "es_AR", "ES", "en", "tlh")] == [
        "es",
        "es",
        "es",
        "es",
        "en",
        "en",
    ]


@pytest.mark.parametrize(
    ("tag", "there", "chosen"),
    [
        ("es-419", ["es"], "es"),
        ("pt-BR", ["pt", "pt-PT"], "pt"),
        ("pt_PT", ["pt", "pt-PT"], "pt-PT"),
        ("zh-TW", ["zh"], "zh"),
        ("zh-TW", ["zh", "zh-Hant"], "zh-Hant"),
        ("zh-Hant-HK", ["zh", "zh-Hant"], "zh-Hant"),
        ("zh-CN", ["zh", "zh-Hant"], "zh"),
        ("zh-TW", [], "en"),
    ],
)
def test_a_variety_of_a_language_gets_the_nearest_texts_there_are(tag, there, chosen, locales):
    locales({lang: {"field.name": lang} for lang in there})

    assert (texts(tag).lang, texts(tag)("field.name")) == (chosen, chosen if there else "Name")


def test_a_variety_needs_only_the_texts_that_differ(locales):
    locales({"pt": {"field.file": "arquivo", "field.role": "função"}, "pt-PT": {"field.file": "ficheiro"}})

    t = texts("pt-PT")
    assert [t(f"field.{name}") for name in ("file", "role", "model")] == ["ficheiro", "função", "Model"]


def test_a_text_that_counts_has_the_forms_of_its_language():
    english = texts("en")
    polish = Texts(
        "pl", {"hit.one": "{count} plik", "hit.few": "{count} pliki", "hit.many": "{count} plików"}
    )
    assert [english("index.count", count=count) for count in (1, 12)] == ["1 persona", "12 personas"]
    assert [polish("hit", count=count) for count in (1, 22, 25)] == ["1 plik", "22 pliki", "25 plików"]


def test_a_form_that_is_not_written_yet_is_told_by_another():
    assert Texts("ru", load("en"))("index.count", count=3) == "3 personas"


@pytest.mark.parametrize("lang", languages())
def test_every_language_a_persona_can_have_is_called_by_its_name(lang):
    told = {tag: texts(lang).language(read_lang(tag)) for tag in LANGUAGES}
    assert all(not name[0].islower() and name != tag for tag, name in told.items()), told
    assert len(set(told.values())) == len(told)


@pytest.mark.parametrize(
    ("lang", "tag", "called"),
    [
        ("en", "pt-BR", "Portuguese (Brazil)"),
        ("es", "pt-BR", "Portugués (Brasil)"),
        ("ja", "pt-BR", "ポルトガル語（ブラジル）"),
        ("en", "zh-Hant-HK", "Chinese (Traditional, Hong Kong SAR China)"),
        ("de", "es-419", "Spanisch (Lateinamerika)"),
        ("en", "en-QQ", "English (QQ)"),
        ("en", "qqq", "Qqq"),
        ("en", "de-x", "de-x"),
    ],
)
def test_a_language_is_called_by_its_name_with_its_script_and_its_country(lang, tag, called):
    assert texts(lang).language(tag) == called


def test_a_value_is_never_read_as_a_template():
    assert texts("en")("copy.trigger", trigger="{count} {t.__class__}") == "Copy {count} {t.__class__}"


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        texts("en")("no.such.key")


def test_the_documentation_names_every_language():
    page = (PACKAGE.parents[1] / "docs/how-to/theming.md").read_text(encoding="utf-8")
    paragraph = next(each for each in page.split("\n\n") if each.startswith("The interface follows"))
    assert set(re.findall(r"`(\w\w)`", paragraph)) == {*languages()} - {"en"}


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_every_text_with_the_same_placeholders(lang):
    if told := list(defects(lang, load(lang))):
        pytest.fail("\n".join(told), pytrace=False)  # whoever adds a language wants all of them


def test_what_is_wrong_with_the_texts_of_a_language_is_told_one_by_one():
    texts_of = {key: text for key, text in load("en").items() if not key.startswith("persona.keys.")}
    texts_of |= {"persona.keys.few": "{count} pola", "persona.keys.one": "pole", "field.nmae": "Nazwa"}
    texts_of |= {"list.more": "{number} więcej"}

    found = list(defects("pl", texts_of))

    assert "pl.json lacks persona.keys.many, for numbers such as 0, 5, 6" in found
    assert "pl.json has field.nmae, which is no text" in found
    assert "pl.json has persona.examples_count.other, which is no text" in found
    assert "pl.json has {number} in list.more, where English has {count}" in found
    assert not [each for each in found if "persona.keys.few" in each or "persona.keys.one" in each]
    assert list(defects("pl-PL", {})) == []


def defects(lang: str, given: dict[str, str]) -> Iterator[str]:
    """What keeps texts from being those of a language; a variety of one needs only what differs.

    A form for one number alone need not show it, as in "one file".
    """
    english = load("en")
    counted = {key.removesuffix(".one") for key in english if key.removesuffix("one") + "other" in english}
    numbers: dict[str, list[int]] = {}
    for count in range(200):
        numbers.setdefault(form(lang, count), []).append(count)
    wanted = {key: (key, ()) for key in english if key.rpartition(".")[0] not in counted}
    wanted |= {f"{key}.{name}": (f"{key}.other", all_) for key in counted for name, all_ in numbers.items()}
    for key in sorted(wanted.keys() - given) if "-" not in lang else ():
        such = ", ".join(map(str, wanted[key][1][:3]))
        yield f"{lang}.json lacks {key}" + (f", for numbers such as {such}" if such else "")
    for key in given:
        if key not in wanted:
            yield f"{lang}.json has {key}, which is no text"
            continue
        source, such = wanted[key]
        ours, theirs = (set(re.findall(r"\{\w*\}", text)) for text in (given[key], english[source]))
        if ours != theirs and not (len(such) == 1 and ours == theirs - {"{count}"}):
            yield f"{lang}.json has {_listed(ours)} in {key}, where English has {_listed(theirs)}"


def _listed(names: set[str]) -> str:
    return " and ".join(sorted(names)) or "nothing in braces"


@pytest.mark.parametrize("lang", [lang for lang in languages() if lang in _FOREIGN])
def test_quotes_and_punctuation_are_those_of_the_language(lang):
    assert [text for text in load(lang).values() if re.search(_FOREIGN[lang], text)] == []


def test_every_key_that_is_written_out_in_code_and_templates_exists():
    known = load("en")
    used = {
        (path.name, key)
        for path in [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py")]
        for key in USES.findall(path.read_text(encoding="utf-8"))
    }
    missing = {(name, key) for name, key in used if key not in known and f"{key}.other" not in known}
    assert len(used) > 20
    assert not missing
