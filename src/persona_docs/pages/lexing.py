"""Pygments' lexers, asked for fewer rules at each place of a text.

A lexer of Pygments tries the rules of a state in turn at every place, twenty or thirty until one fits, though
the letter that stands there rules out nearly all of them: `"#.*$"` needs no try where there is no `#`. So the
rules are sorted by the letters that they can begin with. Tokens are the same; they come in half the time.

What a rule can begin with is read off its expression as Python's own `re` has parsed it. That parser is not
documented, so nothing depends on it: what is not understood, or is gone, is a rule that is always tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from pygments.lexer import Lexer, RegexLexer
from pygments.token import Error, Whitespace, _TokenType

_ASCII = frozenset(map(chr, range(128)))
_LONGEST = 150  # a longer expression is a list of words, and takes longer to parse than it saves
_ONE_LETTER = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY"})
_NO_LETTER = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATED = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})

Rule = tuple[Any, Any, Any]
"""As Pygments keeps them: what matches, what is made of it, and the state that comes next."""


def quickened(lexer: Lexer) -> Lexer:
    """The same lexer with its rules sorted, if it goes by rules and by nothing else."""
    if type(lexer).get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed:
        vars(lexer)["get_tokens_unprocessed"] = _Sorted(lexer).tokens
    return lexer


@lru_cache(maxsize=1024)  # the states of a lexer share most of their rules
def beginnings(expression: object) -> frozenset[str]:
    r"""The ASCII letters that a match can begin with, or more; all where it can be empty or nobody knows.

    >>> sorted(beginnings(re.compile(r"^(ab?|[0-2])*\s*?-")))
    ['\t', '\n', '\x0b', '\x0c', '\r', '\x1c', '\x1d', '\x1e', '\x1f', ' ', '-', '0', '1', '2', 'a']
    """
    if not isinstance(expression, re.Pattern) or len(expression.pattern) > _LONGEST:
        return _ASCII
    try:
        parsed = import_module("re._parser").parse(expression.pattern, expression.flags)
        letters, empty = _first(parsed, expression.flags)
    except (ImportError, AttributeError, TypeError, ValueError, LookupError):
        return _ASCII
    return _ASCII if empty else letters


def _first(parsed: Any, flags: int) -> tuple[frozenset[str], bool]:  # noqa: ANN401
    """What a match of the parts of an expression can begin with, and whether they can match nothing."""
    letters: frozenset[str] = frozenset()
    for part in parsed:
        kind, value = str(part[0]), part[1]
        if kind in _NO_LETTER:
            continue
        if kind in _ONE_LETTER:
            letter = import_module("re._compiler").compile(type(parsed)(parsed.state, [part]), flags)
            found, empty = frozenset(filter(letter.match, _ASCII)), False
        elif kind in _REPEATED:
            found, empty = _first(value[2], flags)
            empty = empty or value[0] == 0
        elif kind == "BRANCH":
            branches = [_first(branch, flags) for branch in value[1]]
            found, empty = (
                frozenset().union(*(each for each, _ in branches)),
                any(none for _, none in branches),
            )
        elif kind == "SUBPATTERN" and not value[1] and not value[2]:  # no flags of its own
            found, empty = _first(value[3], flags)
        else:
            return _ASCII, True
        letters |= found
        if not empty:
            return letters, False
    return letters, True


class _Rules(dict[str, Sequence[Rule]]):
    """The rules of a state that can match where a letter stands; at the end of the text it is no letter."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__()
        self._all = rules
        self._begin = [beginnings(getattr(match, "__self__", None)) for match, _, _ in rules]

    def __missing__(self, letter: str) -> Sequence[Rule]:
        if letter not in _ASCII:
            return self._all
        self[letter] = [
            rule for rule, letters in zip(self._all, self._begin, strict=True) if letter in letters
        ]
        return self[letter]


class _Sorted:
    """A lexer's rules, sorted when a state is first entered."""

    def __init__(self, lexer: Any) -> None:  # noqa: ANN401
        self._lexer = lexer
        self._states: dict[str, _Rules] = {}

    def tokens(self, text: str, stack: Iterable[str] = ("root",)) -> Iterator[tuple[int, _TokenType, str]]:
        """What `RegexLexer.get_tokens_unprocessed` gives."""
        states = list(stack)
        rules = self._rules(states)
        at = 0
        while True:
            for match, action, then in rules[text[at : at + 1]]:
                found = match(text, at)
                if found:
                    if type(action) is _TokenType:
                        yield at, action, found[0]
                    elif action is not None:
                        yield from action(self._lexer, found)
                    at = found.end()
                    if then is not None:
                        _move(states, then)
                        rules = self._rules(states)
                    break
            else:
                if at >= len(text):
                    return
                if text[at] == "\n":
                    states = ["root"]
                    rules = self._rules(states)
                yield at, Whitespace if text[at] == "\n" else Error, text[at]
                at += 1

    def _rules(self, states: list[str]) -> _Rules:
        name = states[-1]
        if name not in self._states:
            self._states[name] = _Rules(self._lexer._tokens[name])
        return self._states[name]


def _move(states: list[str], then: str | int | tuple[str, ...]) -> None:
    """Leave and enter states: `#push`, `#pop`, names, and how many to leave, below zero."""
    for step in then if isinstance(then, tuple) else (then,):
        if step == "#push":
            states.append(states[-1])
        elif step == "#pop" or isinstance(step, int):
            del states[max(1, len(states) + (step if isinstance(step, int) else -1)) :]
        else:
            states.append(step)
