"""Secrets that were left in a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log2

from persona_docs.checks.wording import about
from persona_docs.model import Catalog, Finding, Persona
from persona_docs.reading.secrets import find_secrets

_ASSIGNED = re.compile(
    r"""(?ix) (?:api[_-]?key | access[_-]?key | secret[_-]?key | secret | token | passwd | password)
        ["']? \s{0,3} [:=] \s{0,3} ["'`]? ([A-Za-z0-9/+_=.-]{20,200}) (?![A-Za-z0-9/+_=.(\[-])"""
)
_SAMPLE = re.compile(
    r"""(?ix) example | x{4} | \*{3} | \.{3} | your | placeholder | change.?me | replace | redacted | dummy
        | insert | <[^>]*> | \$\{ | \{\{ | (.)\1{5} | SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"""
)
_PASSWORD = re.compile(r"(?i)pass|secret|pwd|user|admin|root|postgres|example|x{3}|\*{3}|change")
_EXPRESSION = re.compile(
    r"^[a-z]+(?:[._-][a-z]+){2,}|^(?:process|os|config|settings|self|this|env)\.|/[a-z]+/|^https?"
)
_KEY_BODY = re.compile(r"(?:\s|\\n|[\w-]+: [^\n]*\n)*[A-Za-z0-9+/]{40}")
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "0123456789012345", "9876543210")


def secret(catalog: Catalog) -> Iterator[Finding]:
    """A text that looks like a secret and not like the stand-in for one; the finding never shows it."""
    seen: set[str] = set()
    for persona in catalog.personas:
        if persona.source.path not in seen:
            seen.add(persona.source.path)
            yield from _in_file(persona)


def is_sample(text: str) -> bool:
    """Whether a text that has the form of a secret is only an example of one.

    >>> [is_sample(text) for text in ("AKIAIOSFODNN7EXAMPLE", "sk-" + "x" * 24, "9aF3kQ7zLm2Xw" * 3)]
    [True, True, False]
    """
    lower = text.lower()
    if _SAMPLE.search(text) or any(run[at : at + 8] in lower for run in _RUNS for at in range(len(run) - 7)):
        return True
    return _entropy(text) < 3.0


def _in_file(persona: Persona) -> Iterator[Finding]:
    text = persona.source.text or persona.body.text
    first = 1 if persona.source.text else persona.body.line
    for kind, start, end in _found(text):
        line = first + text.count("\n", 0, start)
        column = start - text.rfind("\n", 0, start)
        message = f"This looks like a secret: {kind}, {end - start} characters"
        yield about(persona, "secret", message, line, column=column)


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    taken: set[int] = set()
    for each in find_secrets(text):
        taken.update(range(each.start, each.end))
        if _is_real(each.kind, text[each.start : each.end], text[each.end : each.end + 200]):
            yield each.kind, each.start, each.end
    for match in _ASSIGNED.finditer(text):
        start, end = match.span(1)
        if start not in taken and _is_random(match[1]):
            yield "a value for a key or password", start, end


def _is_real(kind: str, written: str, after: str) -> bool:
    if kind == "private key":
        return _KEY_BODY.match(after) is not None
    if kind == "password in an address":
        password = written.rpartition("@")[0].rpartition(":")[2]
        return len(password) >= 8 and _has_both(password) and not _PASSWORD.search(password)
    return not is_sample(written)


def _is_random(value: str) -> bool:
    """Whether an assigned value is no name, path or expression but signs that nobody would make up."""
    return (
        _has_both(value) and _entropy(value) >= 3.7 and not is_sample(value) and not _EXPRESSION.search(value)
    )


def _has_both(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text))


def _entropy(text: str) -> float:
    """Bits per character: under 3 is repetition, above 3.5 hardly anything people write."""
    return -sum(n / len(text) * log2(n / len(text)) for n in Counter(text).values())
