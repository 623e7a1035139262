"""Secrets that were left in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from persona_docs.checks.wording import about
from persona_docs.model import Finding, Persona
from persona_docs.reading.front_matter.leaks import leaks


def secret(personas: Sequence[Persona]) -> Iterator[Finding]:
    """A text that looks like a secret and not like the stand-in for one; the finding never shows it."""
    first = personas[0]
    source = first.source
    if source.text and not source.masked:  # there was nothing to mask
        return
    text = source.text or first.body.text
    starts = 1 if source.text else first.body.line
    for each in leaks(text):
        line = starts + text.count("\n", 0, each.start)
        column = each.start - text.rfind("\n", 0, each.start)
        message = f"This looks like a secret: {each.kind}, {each.end - each.start} characters"
        yield about(first, "secret", message, line, column=column)
