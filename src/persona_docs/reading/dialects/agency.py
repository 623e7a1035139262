"""Long personas with a character of their own (`emoji`, `vibe`, `color`), as agencies write them."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.fields.names import is_display_name


def _persona(document: Document) -> bool:
    if document.has("vibe") or document.has("emoji", "color"):
        return True
    return (
        document.has("name", "color")
        and not document.has("tools")
        and is_display_name(document.value("name"))
    )


PERSONA = Dialect("agency", "Agency persona", "https://github.com/msitarzewski/agency-agents", _persona)
