"""Grok's agents."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

AGENT = Dialect("grok", "Grok agent", "https://docs.x.ai", lambda document: document.under(".grok"))
