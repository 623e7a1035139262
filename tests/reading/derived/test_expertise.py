"""What a persona knows, told by what announces a list or heads a table."""

from __future__ import annotations

import pytest

from persona_docs.reading.derived.expertise import expertise
from tests.reading.texts import text, values


@pytest.mark.parametrize(
    "announcement",
    [
        "Your expertise spans:",
        "You have deep expertise in:",
        "You are a pilot who specializes in:",
        "You specialize in:",
        "You excel at:",
        "Tu experiencia abarca:",
        "Eres experta en:",
        "Você conhece profundamente:",
        "Sua expertise inclui:",
        "Deine Fachgebiete umfassen:",
        "Vos domaines d'expertise comprennent :",
        "Sei esperta di:",
        "你的专业领域包括：",
        "你擅长：",
        "専門分野は以下の通りです：",
    ],
)
def test_a_sentence_announces_what_somebody_knows(announcement):
    assert values(expertise(text(f"Hello.\n\n{announcement}\n\n- Tides\n- Ropes\n"))) == ["Tides", "Ropes"]


@pytest.mark.parametrize(
    "announcement",
    [
        "You are no expert in knots, and not skilled in:",
        "You should ask people with expertise in:",
        "Você atualiza o seu conhecimento sobre:",
        "The boats excel at:",
    ],
)
def test_another_sentence_announces_something_else(announcement):
    assert expertise(text(f"Hello.\n\n{announcement}\n\n- Tides\n- Ropes\n")) == ()


def test_the_header_of_a_table_says_whether_its_rows_are_known():
    def known(heading: str, header: str) -> list[str]:
        table = f"| {header} |\n|---|---|\n| Tides | high |\n| Ropes | thick |\n"
        return values(expertise(text(f"## Expertise\n\n{heading}\n\n{table}")))

    assert known("", "Area | Level") == ["Tides", "Ropes"]
    assert known("", "Thing | Level") == ["Tides", "Ropes"]
    assert known("### Seasons", "Technology | Level") == ["Tides", "Ropes"]
    assert known("### Seasons", "Season | Level") == []
    assert known("", "Category | What to find") == []
