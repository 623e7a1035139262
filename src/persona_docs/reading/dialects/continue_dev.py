"""Continue's rules, prompts and agents."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document


def _prompt(document: Document) -> bool:
    return document.under(".continue/prompts") or (
        document.under(".continue") and document.has("invokable") and document.value("invokable") != "false"
    )


RULE = Dialect(
    "continue",
    "Continue rule",
    "https://docs.continue.dev/customize/deep-dives/rules",
    lambda document: document.under(".continue") or document.has("name", "globs"),
)
PROMPT = Dialect(
    "continue-prompt",
    "Continue prompt",
    "https://docs.continue.dev/customize/deep-dives/prompts",
    _prompt,
    {"invokable": "settings"},
    asked=True,
    by_name=True,
)
AGENT = Dialect(
    "continue-agent",
    "Continue agent",
    "https://docs.continue.dev",
    lambda document: document.under(".continue/agents"),
)
