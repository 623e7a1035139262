"""What OpenCode's `permission` field denies, and what it allows again: the last rule that matches wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from persona_docs.reading.front_matter.keys import Entry
from persona_docs.reading.front_matter.values import Fields, Scalar, Value

_DENY = "deny"
_EFFECTS = frozenset({"allow", "ask", _DENY})
_EVERYTHING = "*"
_LONGEST = 200  # characters of a pattern that later ones are compared with

Named = tuple[str, int, str]
"""A tool as it will be shown, its line and the key of the field."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """What the fields say.

    Attributes:
        denied: tools, and parts of tools: `bash`, `bash(git push*)`.
        allowed: what is left of tools denied otherwise, `bash(git diff*)`; where everything is denied,
            also whole tools.
        closed: whether whatever is not allowed is denied.
    """

    denied: tuple[Named, ...] = ()
    allowed: tuple[Named, ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: str
    denies: bool
    line: int


def read_permissions(entries: Sequence[Entry]) -> Permissions:
    """Read the `permission` entries: `{edit: deny, bash: {"*": deny, "git diff*": allow}}`."""
    denied: list[Named] = []
    allowed: list[Named] = []
    closed = False
    for entry in entries:
        if not isinstance(entry.value, Fields):
            continue
        tools = _by_tool(entry.value)
        everything = tools.get(_EVERYTHING, ())
        shut = bool(everything) and everything[0].pattern == _EVERYTHING and everything[0].denies
        closed = closed or shut
        for name, rules in tools.items():
            for text, line, denies in _told(name, rules, shut=shut and name != _EVERYTHING):
                (denied if denies else allowed).append((text, line, entry.key))
    return Permissions(tuple(denied), tuple(allowed), closed)


def _by_tool(value: Fields) -> dict[str, tuple[_Rule, ...]]:
    """The rules of each tool that are in force; one for all tools sets aside what stands before it."""
    tools: dict[str, tuple[_Rule, ...]] = {}
    for key, inner in value:
        if key.text == _EVERYTHING:
            tools.clear()
        tools[key.text] = _in_force(tuple(_rules(inner)))
    return tools


def _rules(value: Value) -> Iterator[_Rule]:
    if isinstance(value, Scalar):
        value = Fields(((Scalar(_EVERYTHING, value.line), value),))
    for pattern, effect in value if isinstance(value, Fields) else ():
        said = effect.text.strip().casefold() if isinstance(effect, Scalar) else ""
        if said in _EFFECTS:
            yield _Rule(pattern.text, said == _DENY, pattern.line)


def _in_force(rules: Sequence[_Rule]) -> tuple[_Rule, ...]:
    """The rules that no later one covers: `git *` covers `git push *`, and `*` all."""
    kept: list[_Rule] = []
    exact: set[str] = set()
    beginnings: set[str] = set()
    for rule in reversed(rules):
        text = rule.pattern
        if text in exact or any(text[:n] in beginnings for n in range(min(len(text), _LONGEST) + 1)):
            continue
        kept.append(rule)
        exact.add(text)
        if text.endswith("*") and not set(text[:-1]) & {"*", "?"}:
            beginnings.add(text[:-1])
    return tuple(reversed(kept))


def _told(name: str, rules: Sequence[_Rule], *, shut: bool) -> Iterator[tuple[str, int, bool]]:
    """What the rules of a tool come to: each tool or part of one, its line, and whether it is denied.

    Args:
        name: the tool.
        rules: those in force; one for the whole tool can only be the first.
        shut: whether every tool is denied that has no rule of its own.
    """
    whole = rules[0] if rules and rules[0].pattern == _EVERYTHING else None
    parts = rules[1:] if whole else rules
    barred = whole.denies if whole else shut
    if barred and all(rule.denies for rule in parts):
        if whole and not shut:
            yield name, whole.line, True
        return
    if whole and shut and not barred:
        yield name, whole.line, False
    for rule in parts:
        if rule.denies or barred:
            yield f"{name}({rule.pattern})", rule.line, rule.denies
