"""Reading: from files to personas. Nothing here raises because of what stands in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from persona_docs.model import Finding
from persona_docs.options import Options, SourceEntry
from persona_docs.reading.dialects.bmad import BESIDE
from persona_docs.reading.discover import SourceFile, discover, left_out
from persona_docs.reading.file import Reading, read_file
from persona_docs.reading.many import Check, read_and_check
from persona_docs.reading.settings import troubles

__all__ = ["Reading", "read", "read_file"]


def read(options: Options, root: Path, *, only: Sequence[str] = (), check: Check | None = None) -> Reading:
    """Read every persona of the sources.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
        only: read what these files, folders and globs hold, in place of the sources.
        check: what each file's personas are checked with. Where it is given no pages are to be made, so that
            many files are read at once, and bodies come without tokens and personas without their language.

    Raises:
        ValueError: the options name a dialect or a field that does not exist.
    """
    for trouble in troubles(options):
        raise ValueError(trouble)
    files, findings = _files(options, root, only)
    readings = (
        read_and_check(files, options, check) if check else [read_file(file, options) for file in files]
    )
    return Reading(
        tuple(persona for reading in readings for persona in reading.personas),
        (*findings, *_without(files, readings), *(each for reading in readings for each in reading.findings)),
    )


def _without(files: Sequence[SourceFile], readings: Sequence[Reading]) -> Iterator[Finding]:
    """What is to be said of files, mostly data, that hold no persona and nothing else worth a word."""
    empty: dict[str, list[str]] = {}
    for file, reading in zip(files, readings, strict=True):
        if not reading.personas and not reading.findings and file.file.name != BESIDE:
            empty.setdefault(file.source, []).append(file.path)
    for source, paths in empty.items():
        yield from left_out(paths, source, "No persona found in")


def _files(
    options: Options, root: Path, only: Sequence[str]
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """The files to read; what the sources say of a file's dialect holds whoever names the file."""
    if not only:
        return discover(options.sources, root, options.limits)
    entries = [entry for entry in options.sources if isinstance(entry, SourceEntry)]
    told = {file.path: file.dialect for file in discover(entries, root, options.limits)[0]}
    files, findings = discover(only, root, options.limits)
    return tuple(replace(file, dialect=told.get(file.path, "")) for file in files), findings
