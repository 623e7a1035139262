"""GitHub Copilot and VS Code: custom agents, the older chat modes, prompts and instructions."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.values import Items, Scalar

_DOCS = "https://code.visualstudio.com/docs/copilot/customization"
_OWN = ("handoffs", "mcp-servers")  # Claude Code and Gemini CLI write `mcpServers`
_OTHERS = (".claude", ".gemini", ".opencode")
"""Folders of products whose agents may look like Copilot's."""


def _agent(document: Document) -> bool:
    if document.ends(".agent.md") or document.under(".github/agents", ".copilot/agents"):
        return True
    if document.under(*_OTHERS):
        return False
    tools = document.fields.get("tools")
    everything = isinstance(tools, Items) and any(
        isinstance(t, Scalar) and t.text == "*" for t in tools.values
    )
    keys = {key.text for key, _ in document.front.fields}
    own = not keys.isdisjoint(_OWN) and not document.under("commands")
    return everything or (own and document.has("description"))


AGENT = Dialect(
    "copilot-agent",
    "GitHub Copilot agent",
    "https://docs.github.com/en/copilot/reference/custom-agents-configuration",
    _agent,
)
CHATMODE = Dialect(
    "copilot-chatmode",
    "GitHub Copilot chat mode",
    f"{_DOCS}/custom-chat-modes",
    lambda document: document.ends(".chatmode.md") or document.under(".github/chatmodes"),
)
PROMPT = Dialect(
    "copilot-prompt",
    "GitHub Copilot prompt",
    f"{_DOCS}/prompt-files",
    lambda document: document.ends(".prompt.md") or document.under(".github/prompts"),
    slash=True,
    by_name=True,
)
INSTRUCTIONS = Dialect(
    "copilot-instructions",
    "GitHub Copilot instructions",
    f"{_DOCS}/custom-instructions",
    lambda document: (
        document.ends(".instructions.md")
        or document.under(".github/instructions")
        or document.file == "copilot-instructions.md"
    ),
)
