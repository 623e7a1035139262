"""The rules of a parser, by name and by sign."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from markdown_it.ruler import Ruler

Rule = TypeVar("Rule")


def named(ruler: Ruler[Rule], known: Collection[str]) -> dict[str, Rule]:
    """The rules that a parser asks, by name.

    Raises:
        ValueError: there is one of which is not known which signs it begins with.
    """
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    if unknown := rules.keys() - known:
        raise ValueError(f"nobody knows which signs these rules begin with: {', '.join(sorted(unknown))}")
    return rules


def by_sign(
    signs: Mapping[str, tuple[str, ...]], rules: Mapping[str, Rule], among: Collection[Rule]
) -> dict[str, tuple[Rule, ...]]:
    """For each sign those of some rules that may begin with it."""
    found = {sign: [rules[name] for name in names if name in rules] for sign, names in signs.items()}
    return {sign: tuple(rule for rule in some if rule in among) for sign, some in found.items()}
