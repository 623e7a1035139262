"""LMAgent's personas: flat fields up to version 3, skills with everything under `metadata` from version 4."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.front_matter.keys import pairs, text_of
from persona_docs.reading.front_matter.values import Fields


def _persona(document: Document) -> bool:
    if document.has("role", "expertise") or document.has("expertise", "activates_on"):
        return True
    metadata = document.fields.get("metadata")
    inner = pairs(metadata) if isinstance(metadata, Fields) else {}
    return "agent_persona" in {document.value("type"), text_of(inner.get("type"))} or "triggers" in inner


PERSONA = Dialect("lmagent", "LMAgent persona", "https://github.com/QuBiit0/lmagent", _persona)
