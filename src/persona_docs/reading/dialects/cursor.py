"""Cursor's rules and subagents."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

AGENT = Dialect(
    "cursor-agent",
    "Cursor subagent",
    "https://cursor.com/docs/context/subagents",
    lambda document: document.under(".cursor/agents") or document.has("is_background"),
)
RULE = Dialect(
    "cursor-rule",
    "Cursor rule",
    "https://cursor.com/docs/context/rules",
    lambda document: (
        document.ends(".mdc")
        or document.under(".cursor/rules")
        or (document.has("globs", "alwaysApply") and not document.under(".continue"))
    ),
    yaml=False,  # its own editor writes `globs: *.ts`
)
