"""Codex's agents: TOML, the prompt in `developer_instructions`."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, read_data
from persona_docs.reading.dialects.document import Document


def _agent(document: Document) -> bool:
    if not document.ends(".toml"):
        return False  # `.codex/config.toml` is the product's own
    return document.under(".codex/agents") or document.has("developer_instructions")


AGENT = Dialect(
    "codex", "Codex agent", "https://developers.openai.com/codex/subagents", _agent, reader=read_data
)
