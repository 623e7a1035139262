"""A description taken apart: what it says to people, its examples, and whether it asks to be used."""

from __future__ import annotations

import time

import pytest

from persona_docs.reading.fields.descriptions import read_description


@pytest.mark.parametrize(
    ("written", "text", "turns"),
    [
        ("Reviews\n  code.", "Reviews code.", []),
        (">", "", []),  # what is left of a block of YAML
        ("|-", "", []),
        ("> Reviews code.", "> Reviews code.", []),
        (
            "Reviews code. Examples:\n<example>\nContext: a change\nuser: 'Look'\nassistant: 'I look'\n"
            "<commentary>It fits.</commentary>\n</example>",
            "Reviews code.",
            [[("user", "Look"), ("assistant", "I look")]],
        ),
        (
            r"Use it when x. Specifically:\n\n<example>\nuser: \"A\"\n</example>\n<example>user: B</example>",
            "Use it when x.",
            [[("user", "A")], [("user", "B")]],
        ),
        ("Liest Code. Beispiele:\n<example>user: Los</example>", "Liest Code.", [[("user", "Los")]]),
        ("Lê código. Exemplos:\n<example>user: Vai</example>", "Lê código.", [[("user", "Vai")]]),
        ("Читает код. Примеры.\n\n<example>user: Иди</example>", "Читает код.", [[("user", "Иди")]]),
        ("阅读代码。示例：\n<example>user: 看</example>", "阅读代码。", [[("user", "看")]]),
        ("コードを読む。例：<example>user: 見て</example>", "コードを読む。", [[("user", "見て")]]),
        ("Reads code, e.g.,: <example>user: A</example>", "Reads code.", [[("user", "A")]]),
        # what stands around them stays
        (
            'Use it. Examples: <example>user: "a"\nassistant: "b"</example> Not for docs.',
            "Use it. Not for docs.",
            [[("user", "a"), ("assistant", "b")]],
        ),
        (
            "Reads, or <example>user: A</example> writes (.NET).",
            "Reads, or writes (.NET).",
            [[("user", "A")]],
        ),
        (
            "Reads.\n1. <example>user: A</example>\n2. <example>user: B</example>",
            "Reads.",
            [[("user", "A")], [("user", "B")]],
        ),
        ("Writes <example> tags. Not for docs.", "Writes <example> tags. Not for docs.", []),
        (
            "Reads when it breaks, such as:\n\n<example>user: A</example>",
            "Reads when it breaks.",
            [[("user", "A")]],
        ),
        ("Lee, como por ejemplo:\n<example>user: A</example>\nNo más.", "Lee. No más.", [[("user", "A")]]),
        ("Liest, zum Beispiel <example>user: A</example>", "Liest.", [[("user", "A")]]),
        ("读取。例如\n<example>user: A</example>", "读取。", [[("user", "A")]]),
        ("Reads what you like <example>user: A</example>", "Reads what you like.", [[("user", "A")]]),
        (
            "Reads. <example>user: A</example> Not for docs. Hands over: <handover>To: @qa</handover> Done.",
            "Reads. Not for docs.",
            [[("user", "A")]],
        ),
        # turns behind a label
        (
            'Reads. Examples:\n- User: "A"\n  Assistant: "B"\n- User: "C"\nNever writes.',
            "Reads. Never writes.",
            [[("user", "A"), ("assistant", "B")], [("user", "C")]],
        ),
        (
            "Reads.\n\n**Examples:**\n\nuser: A\nassistant: B\n  and more\nuser: C\n\nNever writes.",
            "Reads. Never writes.",
            [[("user", "A"), ("assistant", "B and more"), ("user", "C")]],
        ),
        (
            'Reads. Example 1: Context: x user: "A" assistant: "B" Example 2: - User: "C" Never writes.',
            "Reads. Never writes.",
            [[("user", "A"), ("assistant", "B")], [("user", "C")]],
        ),
        # a word of the sentence stays
        ("Reviews good examples. <example>user: A</example>", "Reviews good examples.", [[("user", "A")]]),
        ("收集示例。<example>user: A</example>", "收集示例。", [[("user", "A")]]),
        ("Shows examples: one, two.", "Shows examples: one, two.", []),
        ("Lee código. Ejemplos: uno, dos.", "Lee código. Ejemplos: uno, dos.", []),
        (r"Handles C:\new and \t.", r"Handles C:\new and \t.", []),
        ("<example>user: A</example>", "", [[("user", "A")]]),
        ("<example>", "<example>", []),
    ],
)
def test_examples_are_taken_out_of_a_description(written, text, turns):
    found = read_description(written)
    assert found.text == text
    assert [list(example.turns) for example in found.examples] == turns


def test_a_block_that_was_folded_to_one_line_has_its_turns():
    (example,) = read_description('X. <example>Context: late user: "go" assistant: "I go"</example>').examples
    assert (example.context, example.turns) == ("late", (("user", "go"), ("assistant", "I go")))


def test_a_reason_behind_its_example_belongs_to_it():
    found = read_description("X. <example>user: go</example> <commentary>Because.</commentary> Y.")
    assert (found.text, [example.commentary for example in found.examples]) == ("X. Y.", ["Because."])


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 20_000,
        "Examples: user: " + '" ' * 9_000,
        "</example><commentary>" * 2_000,
        "Examples:\nuser: '" * 999,
    ],
)
def test_a_description_that_is_all_signs_is_taken_apart_in_time(text):
    started = time.process_time()
    read_description(text)
    assert time.process_time() - started < 2


def test_an_example_keeps_its_context_and_its_reason():
    (example,) = read_description(
        "X. <example>Context: late\nuser: go\n<commentary>Because.</commentary></example>"
    ).examples
    assert (example.context, example.commentary) == ("late", "Because.")


@pytest.mark.parametrize(
    ("text", "proactive"),
    [
        ("Use PROACTIVELY for tests.", True),
        ("Use this agent proactively.", True),
        ("MUST BE USED after a change.", True),
        ("DOIT ÊTRE UTILISÉ pour amarrer.", True),
        ("Ne doit pas être utilisé la nuit.", False),
        ("DEBE USARSE al atracar.", True),
        ("No debe usarse de noche.", False),
        ("Never use proactively.", False),
        ("Works proactively.", False),
    ],
)
def test_some_ask_to_be_used_unasked(text, proactive):
    assert read_description(text).proactive is proactive
