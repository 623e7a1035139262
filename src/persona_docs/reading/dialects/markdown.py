"""Markdown with or without a front matter: what every other file is read as."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect

MARKDOWN = Dialect("markdown", "Markdown", "https://github.github.com/gfm/", lambda _document: True)
