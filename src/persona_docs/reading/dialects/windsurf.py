"""Windsurf's rules and workflows, and Antigravity's rules, which are written alike."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

_KEYS = {"trigger": "settings"}  # when it applies (`always_on`, `glob`), and no word that calls it

RULE = Dialect(
    "windsurf-rule",
    "Windsurf rule",
    "https://docs.windsurf.com/windsurf/cascade/memories",
    lambda document: document.under(".windsurf/rules"),
    _KEYS,
    yaml=False,
)
ANTIGRAVITY = Dialect(
    "antigravity-rule",
    "Antigravity rule",
    "https://antigravity.google/docs/rules-workflows",
    lambda document: document.under(".agent/rules"),
    _KEYS,
    yaml=False,
)
WORKFLOW = Dialect(
    "windsurf-workflow",
    "Windsurf workflow",
    "https://docs.windsurf.com/windsurf/cascade/workflows",
    lambda document: document.under(".windsurf/workflows"),
    slash=True,
)
