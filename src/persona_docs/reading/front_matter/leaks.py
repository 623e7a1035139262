"""Secrets that were left in a text, told from the stand-ins of documentation, and masked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log2

from persona_docs.reading.front_matter.keys import normalise_key
from persona_docs.reading.front_matter.values import Fields, Scalar, Value
from persona_docs.reading.text.secrets import MASK, Secret, find_secrets, is_secret

_VALUE = re.compile(r"""[:=]\s{0,3}["'`]?([A-Za-z0-9/+_=.-]{20,200})(?![A-Za-z0-9/+_=.(\[-])""")
_NAMED = re.compile(
    r"""(?i)(?:api[_-]?key|access[_-]?key|secret[_-]?key|secret|token|passwd|password)["']?\s{0,3}$"""
)
_SAMPLE = re.compile(
    r"""(?ix) example | x{4} | \*{3} | \.{3} | your | placeholder | change.?me | replace | redacted | dummy
        | insert | [-_]here\b | <[^>]*> | \$\{ | \{\{ | (.)\1{5}
        | SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"""
)
_PASSWORD = re.compile(r"(?i)pass|secret|pwd|user|admin|root|postgres|example|x{3}|\*{3}|change")
_EXPRESSION = re.compile(
    r"^[a-z]+(?:[._-][a-z]+){2,}|^(?:process|os|config|settings|self|this|env)\.|/[a-z]+/|^https?"
)
_KEY_BODY = re.compile(r"(?:\s|\\n|[\w-]+: [^\n]*\n)*[A-Za-z0-9+/]{40}")
_KEY_REST = re.compile(r"(?:[A-Za-z0-9+/=\s>\\]|[\w-]+: [^\n]*\n)*+(?:-----END [A-Z ]{0,40}-----)?")
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "0123456789012345", "9876543210")
_SIGNATURE = 20  # characters; the shortest that is in use has 22
_STAND_IN = re.compile(r"\$\{?\w+[^}]*\}?|\{\{.*\}\}|<[^<>]*>|%\w+%|[*•x.…]+")


def leaks(text: str) -> tuple[Secret, ...]:
    """Every text in `text` that looks like a secret and not like the stand-in for one, in order."""
    found = []
    for each in find_secrets(text):
        if _is_real(each.kind, text[each.start : each.end], text[each.end : each.end + 200]):
            end = each.end
            if each.kind == "private key" and (rest := _KEY_REST.match(text, end)):
                end = rest.end()
            found.append(Secret(each.kind, each.start, end))
    taken = {n for each in found for n in (each.start, each.end)}
    for match in _VALUE.finditer(text):
        start, end = match.span(1)
        inside = start in taken or any(each.start <= start < each.end for each in found)
        named = _NAMED.search(text, max(0, match.start() - 20), match.start())
        if named and not inside and _is_random(match[1]):
            found.append(Secret("a value for a key or password", start, end))
    return tuple(sorted(found, key=lambda each: each.start))


def mask(text: str) -> str:
    """`text` with every secret masked; its lines stay where they are.

    >>> mask("key AKIA" + "QZ7WJ3PX5RT2LM8N"), mask("key AKIAIOSFODNN7EXAMPLE")
    ('key ••••••', 'key AKIAIOSFODNN7EXAMPLE')
    """
    return _without(text, ((each.start, each.end) for each in leaks(text)))


def mask_settings(text: str, records: Iterable[Fields]) -> str:
    """`text` with the values masked that stand under keys which hold secrets (`env`, `headers`, `apiKey`).

    Args:
        text: a file's text.
        records: the fields that were read from it, which know their lines.
    """
    values = [value for fields in records for value in settings(fields)]
    if not values:
        return text
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    spans: list[tuple[int, int]] = []
    for value in values:
        at = starts[min(max(value.line, 1), len(starts) - 1) - 1] + max(value.column - 1, 0)
        spans += _spans(text, value, at)
    return _without(text, spans)


def settings(value: Value, path: str = "") -> Iterable[Scalar]:
    """The values under keys that hold secrets; stand-ins (`${TOKEN}`) are none."""
    if isinstance(value, Scalar):
        text = value.text.strip()
        if is_secret(path, text) and not _STAND_IN.fullmatch(text):
            yield value
    elif isinstance(value, Fields):
        for key, inner in value:
            yield from settings(inner, f"{path}.{normalise_key(key.text)}".removeprefix("."))
    else:
        for inner in value.values:
            yield from settings(inner, path)


def is_sample(text: str) -> bool:
    """Whether a text that has the form of a secret is only an example of one.

    >>> [is_sample(text) for text in ("AKIAIOSFODNN7EXAMPLE", "sk-" + "x" * 24, "9aF3kQ7zLm2Xw" * 3)]
    [True, True, False]
    """
    lower = text.lower()
    if _SAMPLE.search(text) or any(run[at : at + 8] in lower for run in _RUNS for at in range(len(run) - 7)):
        return True
    return _entropy(text) < 3.0


def _spans(text: str, value: Scalar, at: int) -> Iterable[tuple[int, int]]:
    """Where the words of a value stand; the rest of its line where they are written otherwise."""
    if value.column <= 1:  # only the key's line is known
        at = max(at, text.find(":", at) + 1, text.find("=", at) + 1 if "=" in text[at : at + 200] else 0)
    for word in value.text.split():
        found = text.find(word, at)
        if found < 0:
            end = text.find("\n", at)
            yield at, end if end >= 0 else len(text)
            return
        yield found, found + len(word)
        at = found + len(word)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        parts += [text[at:start], MASK, "\n" * text.count("\n", start, end)]
        at = end
    return "".join([*parts, text[at:]])


def _is_real(kind: str, written: str, after: str) -> bool:
    if kind == "private key":
        return _KEY_BODY.match(after) is not None
    if kind == "password in an address":
        password = written.rpartition("@")[0].rpartition(":")[2]
        return len(password) >= 8 and _has_both(password) and not _PASSWORD.search(password)
    if "eyJ" in written and len(written.rpartition(".")[2]) < _SIGNATURE:
        return False  # of a web token nobody accepts
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
