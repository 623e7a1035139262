"""Gemini CLI's subagents."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.values import Items, Scalar

_TOOLS = {
    "run_shell_command",
    "read_many_files",
    "search_file_content",
    "grep_search",
    "google_web_search",
    "list_directory",
    "write_file",
    "read_file",
}


def _agent(document: Document) -> bool:
    if document.under(".gemini", "gemini"):
        return True
    tools = document.fields.get("tools")
    named = {t.text for t in tools.values if isinstance(t, Scalar)} if isinstance(tools, Items) else set()
    return bool(named & _TOOLS) or (document.value("kind") in {"local", "remote"} and document.has("name"))


AGENT = Dialect(
    "gemini",
    "Gemini CLI agent",
    "https://github.com/google-gemini/gemini-cli/blob/main/docs/core/subagents.md",
    _agent,
)
