"""Rules over the bytes of a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from persona_docs.checks.wording import about, listed
from persona_docs.model import Catalog, Finding

_ENDS = re.compile(rb"\r\n|\r|\n")
_NAMES = {b"\r\n": "CRLF", b"\r": "CR", b"\n": "LF"}


def line_ends(catalog: Catalog) -> Iterator[Finding]:
    """A file of more than one kind of line end, or with carriage returns alone; UTF-16 is told elsewhere."""
    seen: set[str] = set()
    for persona in catalog.personas:
        source = persona.source
        if source.path in seen or b"\r" not in source.data or source.encoding.startswith("utf-16"):
            continue
        seen.add(source.path)
        ends = Counter(_ENDS.findall(source.data))
        if len(ends) > 1 or b"\r" in ends:
            told = listed([f"{n} {_NAMES[end]}" for end, n in sorted(ends.items())])
            yield about(persona, "line-ends", f"The lines end with {told}")
