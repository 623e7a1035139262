"""OpenCode's agents."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, Document
from persona_docs.reading.values import Fields


def _agent(document: Document) -> bool:
    if document.under(".opencode", "opencode/agent", "opencode/agents", "opencode"):
        return True
    mode = document.value("mode") in {"primary", "subagent", "all"}
    switches = isinstance(document.fields.get("tools"), Fields)
    return switches or (
        mode and document.has_any("permission", "temperature", "model") and not document.has("name")
    )


AGENT = Dialect("opencode", "OpenCode agent", "https://opencode.ai/docs/agents", _agent)
