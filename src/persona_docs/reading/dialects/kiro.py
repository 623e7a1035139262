"""Kiro's agents, as Markdown or JSON, and its steering files."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, read_markdown
from persona_docs.reading.dialects.document import Document


def _agent(document: Document) -> bool:
    return document.under(".kiro/agents") or document.has_any(
        "includeMcpJson", "includePowers", "welcomeMessage", "toolsSettings"
    )


def _steering(document: Document) -> bool:
    return document.under(".kiro/steering") or document.has("inclusion", "fileMatchPattern")


def _read(document: Document) -> tuple[Record, ...]:
    return read_data(document) if document.ends(".json") else read_markdown(document)


AGENT = Dialect(
    "kiro",
    "Kiro agent",
    "https://kiro.dev/docs/cli/custom-agents/configuration-reference",
    _agent,
    reader=_read,
)
STEERING = Dialect("kiro-steering", "Kiro steering", "https://kiro.dev/docs/steering", _steering)
