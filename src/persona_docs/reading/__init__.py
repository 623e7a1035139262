"""Reading: from files to personas. Nothing here raises because of what stands in a file."""

from __future__ import annotations

from pathlib import Path

from persona_docs.options import Options
from persona_docs.reading.discover import discover
from persona_docs.reading.file import Reading, read_file

__all__ = ["Reading", "read", "read_file"]


def read(options: Options, root: Path) -> Reading:
    """Read every persona of the sources.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
    """
    files, findings = discover(options.sources, root, options.limits)
    readings = [read_file(file, options) for file in files]
    return Reading(
        tuple(persona for reading in readings for persona in reading.personas),
        (*findings, *(each for reading in readings for each in reading.findings)),
    )
