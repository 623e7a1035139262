"""Continue's rules."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

RULE = Dialect(
    "continue",
    "Continue rule",
    "https://docs.continue.dev/customize/deep-dives/rules",
    lambda document: document.under(".continue") or document.has("name", "globs"),
)
