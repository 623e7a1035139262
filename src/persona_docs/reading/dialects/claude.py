"""Claude Code's subagents, slash commands and rules."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.values import Items

_HANDLE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_COMMAND_KEYS = ("allowed-tools", "argument-hint")


def _agent(document: Document) -> bool:
    if document.under(".claude/agents", ".claude-plugin/agents"):
        return True
    if not document.has("name", "description") or isinstance(document.fields.get("tools"), Items):
        return document.under("claude", "claude-code") and document.has("name")
    return bool(_HANDLE.fullmatch(document.value("name"))) or document.under("claude", "claude-code")


def _command(document: Document) -> bool:
    if document.under("commands"):
        return True
    if document.under(".claude/agents"):
        return False
    return not document.has("name") and document.has_any(*_COMMAND_KEYS)


def _rule(document: Document) -> bool:
    if document.under(".claude/rules"):
        return document.file != "skill.md"
    # a collection keeps them where they are not loaded yet, and another product's have a folder of its own
    placed = any(part.startswith(".") for part in PurePosixPath(document.path).parts)
    is_one = document.ends(".md") and document.under("rules") and document.has("paths")
    return is_one and not placed and not document.has("name")


AGENT = Dialect("claude-agent", "Claude Code subagent", "https://code.claude.com/docs/en/sub-agents", _agent)
COMMAND = Dialect(
    "claude-command",
    "Claude Code command",
    "https://code.claude.com/docs/en/slash-commands",
    _command,
    slash=True,
)
RULE = Dialect("claude-rule", "Claude Code rule", "https://code.claude.com/docs/en/memory", _rule)
