"""Kiro's agents, as Markdown."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

AGENT = Dialect(
    "kiro",
    "Kiro agent",
    "https://kiro.dev/docs/cli/custom-agents/configuration-reference",
    lambda document: (
        document.under(".kiro/agents", ".kiro/steering")
        or document.has_any("includeMcpJson", "includePowers", "welcomeMessage")
    ),
)
