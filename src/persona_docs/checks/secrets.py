"""Secrets that were left in a file."""

from __future__ import annotations

from collections.abc import Iterator

from persona_docs.checks.wording import about
from persona_docs.model import Catalog, Finding, Persona
from persona_docs.reading.leaks import leaks


def secret(catalog: Catalog) -> Iterator[Finding]:
    """A text that looks like a secret and not like the stand-in for one; the finding never shows it."""
    seen: set[str] = set()
    for persona in catalog.personas:
        source = persona.source
        if source.path not in seen and (source.masked or not source.text):  # else there was nothing to mask
            seen.add(source.path)
            yield from _in_file(persona)


def _in_file(persona: Persona) -> Iterator[Finding]:
    text = persona.source.text or persona.body.text
    first = 1 if persona.source.text else persona.body.line
    for each in leaks(text):
        line = first + text.count("\n", 0, each.start)
        column = each.start - text.rfind("\n", 0, each.start)
        message = f"This looks like a secret: {each.kind}, {each.end - each.start} characters"
        yield about(persona, "secret", message, line, column=column)
