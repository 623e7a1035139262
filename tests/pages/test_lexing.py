"""Lexers with sorted rules: the same tokens as Pygments gives, whatever the text."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments.lexer import RegexLexer
from pygments.lexers import get_lexer_by_name

from persona_docs.pages import lexing
from persona_docs.pages.lexing import beginnings, quickened
from tests.pages.test_highlight import CODE

SIGNS = st.sampled_from(
    [
        *"\n \t\"'`#$%&()*+-./:;<=>?@[\\]^_{|}~aKkSsx019éßſKİ漢\u2028\x1c\x85\xa0",
        *(
            "if ",
            "def f",
            "async ",
            "end\n",
            "\n\n",
            "\n- ",
            "\n  ",
            "/*",
            "*/",
            "--",
            "${",
            "{{",
            "}}",
            '"""',
        ),
        *("```\n", "<b>", "</", "r'", "0x"),
    ]
)
LANGUAGES = ("python", "typescript", "markdown", "bash", "css", "c", "sql", "ruby", "rust", "haskell", "ini")


def both(language: str, code: str) -> tuple[list[object], list[object]]:
    """The tokens that Pygments gives, and ours."""
    options = {"stripnl": False, "ensurenl": False}
    theirs, ours = get_lexer_by_name(language, **options), quickened(get_lexer_by_name(language, **options))
    return list(islice(theirs.get_tokens(code), 5_000)), list(islice(ours.get_tokens(code), 5_000))


@pytest.mark.parametrize("language", CODE)
def test_code_has_the_same_tokens(language: str) -> None:
    theirs, ours = both(language, CODE[language] * 2)
    assert ours == theirs


@given(st.lists(SIGNS, max_size=60).map("".join), st.sampled_from(LANGUAGES))
@settings(deadline=None, max_examples=300)
def test_any_text_has_the_same_tokens(text: str, language: str) -> None:
    theirs, ours = both(language, text)
    assert ours == theirs


@given(st.lists(SIGNS, max_size=60).map("".join), st.sampled_from(LANGUAGES))
@settings(deadline=None, max_examples=100)
def test_a_rule_matches_nowhere_but_at_the_letters_it_can_begin_with(text: str, language: str) -> None:
    for rules in get_lexer_by_name(language)._tokens.values():
        for match, _, _ in rules:
            missing = {letter for letter in set(text) - beginnings(match.__self__) if letter.isascii()}
            assert not any(match(text, at) for at, letter in enumerate(text) if letter in missing)


@pytest.mark.parametrize(
    ("expression", "letters"),
    [
        ("#.*$", "#"),
        (r"(?i)(rb|br?)(''')", "rRbB"),
        (r"^(\w?)*x?[+]+y", "0-9A-Za-z_+"),
        (r"[^\x01-\x7f]", "\0"),
        ("[é-ü]", ""),
        (r"(?<=a)(?!b)(?=[bc])\bd", "d"),
        ("(?:a|(b)|[c-e]{2})f", "abcde"),
        ("(?i)ſ", "sS"),
    ],
)
def test_the_letters_that_an_expression_can_begin_with(expression: str, letters: str) -> None:
    wanted = {letter for letter in map(chr, range(128)) if letters and re.match(f"[{letters}]", letter)}
    assert beginnings(re.compile(expression)) == wanted


@pytest.mark.parametrize(
    "expression", ["", "a*", "(a|)", r"(a)?\1b", "(?i:a)b", "(?>a|b)c", "(?!)", f"a{'b' * 200}"]
)
def test_what_is_not_understood_or_can_be_empty_may_begin_with_any_letter(expression: str) -> None:
    assert len(beginnings(re.compile(expression))) == 128


def test_without_the_parser_every_rule_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(lexing, "import_module", gone)
    beginnings.cache_clear()
    assert len(beginnings(re.compile("#"))) == 128
    theirs, ours = both("python", CODE["python"])
    assert ours == theirs
    beginnings.cache_clear()


def test_lexers_that_do_more_than_their_rules_say_are_left_alone() -> None:
    names = {name: "get_tokens_unprocessed" in vars(quickened(get_lexer_by_name(name))) for name in CODE}
    assert names == {
        name: type(get_lexer_by_name(name)).get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed
        for name in CODE
    }
    assert (names["python"], names["php"], names["yaml"]) == (True, False, False)
