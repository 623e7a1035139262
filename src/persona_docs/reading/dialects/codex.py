"""Codex's agents: TOML, the prompt in `developer_instructions`."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, Document, read_data


def _agent(document: Document) -> bool:
    return document.ends(".toml") and (document.under(".codex") or document.has("developer_instructions"))


AGENT = Dialect(
    "codex", "Codex agent", "https://developers.openai.com/codex/subagents", _agent, reader=read_data
)
