"""Texts of personas by hand, for what is derived from them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from persona_docs.model import Fact
from persona_docs.reading.body.parsing import parse
from persona_docs.reading.derived.derive import Text


def text(body: str, description: str = "", names: tuple[str, ...] = ()) -> Text:
    """A body, and a description that is declared in line 3."""
    parsed, _ = parse(textwrap.dedent(body).lstrip("\n"), "a.md", 1)
    return Text.of(parsed, Fact(description, line=3, where="description"), names)


def values(facts: Iterable[Fact]) -> list[str]:
    return [fact.value for fact in facts]
