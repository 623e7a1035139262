"""SuperClaude's agents and commands, told by headings that are the same in all of them."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, Document


def _agent(document: Document) -> bool:
    fixed = ("Behavioral Mindset", "Key Actions", "Focus Areas", "Boundaries")
    return document.under("superclaude") or sum(map(document.heading, fixed)) > 2


AGENT = Dialect(
    "superclaude",
    "SuperClaude agent",
    "https://github.com/SuperClaude-Org/SuperClaude_Framework/blob/master/docs/user-guide/agents.md",
    _agent,
)
