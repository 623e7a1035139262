"""Rules over the catalog, each one function that yields findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from persona_docs.model import Catalog, Finding


def check(catalog: Catalog, root: Path | None = None) -> Iterator[Finding]:
    """What every rule has to say about the catalog, at the codes' own levels, in no particular order."""
    yield from ()
