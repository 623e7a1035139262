"""Roo Code's modes, and Kilo Code's: one or many in a YAML or JSON file, the prompt in two fields."""

from __future__ import annotations

from persona_docs.reading.dialects.dialect import Dialect, Record, read_data, record_of, unreadable
from persona_docs.reading.dialects.document import Document
from persona_docs.reading.discovery.filenames import MODES
from persona_docs.reading.front_matter.keys import pairs, text_of
from persona_docs.reading.front_matter.values import Fields, Items

_FILES = frozenset({*MODES, "custom_modes.yaml", "custom_modes.json"})
_PROMPTS = ("roledefinition", "custominstructions")


def _modes(document: Document) -> bool:
    broken = document.data[0] is None and bool(document.data[1])
    named = broken and document.file in _FILES
    return named or document.has("customModes") or document.has("roleDefinition")


def _read(document: Document) -> tuple[Record, ...]:
    fields, findings = document.data
    if fields is None:
        return read_data(document)
    modes = pairs(fields).get("custommodes")
    if document.value_of_all[0] is None and not _whole(fields):
        return unreadable(document)
    if not isinstance(modes, Items):
        return (record_of(fields, document, _PROMPTS, findings=findings),)
    return tuple(
        record_of(mode, document, _PROMPTS, key=_key(mode, n), findings=() if n > 1 else findings)
        for n, mode in enumerate((mode for mode in modes.values if isinstance(mode, Fields)), 1)
    )


def _whole(fields: Fields) -> bool:
    """Whether broken YAML was read as nothing but modes, or one mode, so that no line of it is lost."""
    known = pairs(fields)
    modes = known.get("custommodes")
    if modes is None:
        return "roledefinition" in known
    return len(known) == 1 and isinstance(modes, Items) and all(isinstance(m, Fields) for m in modes.values)


def _key(mode: Fields, n: int) -> str:
    known = pairs(mode)
    return text_of(known.get("slug")) or text_of(known.get("name")) or str(n)


MODE = Dialect(
    "roo",
    "Roo Code mode",
    "https://docs.roocode.com/features/custom-modes",
    _modes,
    {"slug": "name", "name": "title"},
    _read,
)
