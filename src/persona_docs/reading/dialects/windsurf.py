"""Windsurf's rules and workflows, and Antigravity's rules, which are written alike."""

from __future__ import annotations

from dataclasses import replace

from persona_docs.reading.dialects.dialect import Dialect

RULE = Dialect(
    "windsurf-rule",
    "Windsurf rule",
    "https://docs.windsurf.com/windsurf/cascade/memories",
    lambda document: document.under(".windsurf/rules"),
    {"trigger": "settings"},  # when it applies (`always_on`, `glob`), and no word that calls it
    yaml=False,
)
ANTIGRAVITY = replace(
    RULE,
    name="antigravity-rule",
    label="Antigravity rule",
    url="https://antigravity.google/docs/rules-workflows",
    recognises=lambda document: document.under(".agent/rules"),
)
WORKFLOW = Dialect(
    "windsurf-workflow",
    "Windsurf workflow",
    "https://docs.windsurf.com/windsurf/cascade/workflows",
    lambda document: document.under(".windsurf/workflows"),
    slash=True,
)
