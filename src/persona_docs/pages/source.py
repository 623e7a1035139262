"""A persona's file, as it is on disk: to copy, to download, to read where it is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from persona_docs.model import Finding, Persona
from persona_docs.pages.page import Site
from persona_docs.reading.text.controls import without_forbidden

_SHOWN = 200_000  # bytes
_SHOWN_TO_MANY = 20_000  # of a file that holds several, since it stands on the page of each


def original(persona: Persona, site: Site) -> Mapping[str, object]:
    """What the template of the source wants to know."""
    path = persona.source.path
    return {
        "text": original_text(persona),
        "view": site.view_url(path),
        "edit": site.edit_url(path),
        "changed": site.changed(path),
    }


def original_text(persona: Persona) -> str:
    """The file's text before any repair, secrets masked, as copying gives it; empty where it is too long."""
    source = persona.source
    if not is_shown(persona):
        return ""
    if source.masked:
        return without_forbidden(source.masked)
    try:
        text = source.data.decode(source.encoding, "replace") if source.data else source.text
    except LookupError:
        text = source.text
    return without_forbidden(text.replace("\r\n", "\n").replace("\r", "\n"))


def is_shown(persona: Persona) -> bool:
    """Whether the file's text stands on the persona's page."""
    source = persona.source
    return len(source.data) <= (_SHOWN if persona.id == source.path else _SHOWN_TO_MANY)


def place(site: Site) -> Callable[[Finding], str | None]:
    """What gives the address of a finding's line in the repository, where that is known."""

    def address(finding: Finding) -> str | None:
        view = site.view_url(finding.path)
        return f"{view}#L{finding.line}" if view and finding.line else view

    return address
