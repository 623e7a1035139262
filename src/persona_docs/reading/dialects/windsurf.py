"""Windsurf's rules and workflows."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

RULE = Dialect(
    "windsurf-rule",
    "Windsurf rule",
    "https://docs.windsurf.com/windsurf/cascade/memories",
    lambda document: document.under(".windsurf/rules"),
    {"trigger": "settings"},  # when it applies (`always_on`, `glob`), and no word that calls it
    yaml=False,
)
WORKFLOW = Dialect(
    "windsurf-workflow",
    "Windsurf workflow",
    "https://docs.windsurf.com/windsurf/cascade/workflows",
    lambda document: document.under(".windsurf/workflows"),
    slash=True,
)
