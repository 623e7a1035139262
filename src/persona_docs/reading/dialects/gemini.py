"""Gemini CLI's subagents, and its commands: TOML, the prompt in `prompt`. Qwen Code's are Markdown too."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, read_markdown
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.values import Items, Scalar

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


def _command(document: Document) -> bool:
    return document.ends(".toml") and document.under("commands") and document.has("prompt")


def _read(document: Document) -> tuple[Record, ...]:
    return read_data(document) if document.ends(".toml") else read_markdown(document)


QWEN_COMMAND = Dialect(
    "qwen-command",
    "Qwen Code command",
    "https://qwenlm.github.io/qwen-code-docs",
    lambda document: document.under(".qwen/commands"),
    reader=_read,
    slash=True,
    joint=":",
)
COMMAND = Dialect(
    "gemini-command",
    "Gemini CLI command",
    "https://geminicli.com/docs/cli/custom-commands",
    _command,
    {"command": ""},  # an extension's own, and no word that calls it
    reader=_read,
    slash=True,
    joint=":",
)
AGENT = Dialect(
    "gemini",
    "Gemini CLI agent",
    "https://github.com/google-gemini/gemini-cli/blob/main/docs/core/subagents.md",
    _agent,
)
