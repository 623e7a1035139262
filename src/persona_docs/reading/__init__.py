"""Reading: from files to personas. Nothing here raises because of what stands in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from persona_docs.model import Finding
from persona_docs.options import Options, SourceEntry
from persona_docs.reading.discovery.beside import CHANGES
from persona_docs.reading.discovery.discover import SourceFile, discover, left_out
from persona_docs.reading.result import Reading

__all__ = ["Reading", "files", "read", "together"]


def read(options: Options, root: Path, *, only: Sequence[str] = ()) -> Reading:
    """Read every persona of the sources.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
        only: read what these files, folders and globs hold, in place of the sources.

    Raises:
        ValueError: the options name what does not exist, or no source.
    """
    from persona_docs.parallel import unhurried
    from persona_docs.reading.file import read_file  # these take their time to load

    found, findings = files(options, root, only)
    with unhurried(len(found)):
        readings = [read_file(file, options) for file in found]
    return together(found, readings, findings)


def together(
    read: Sequence[SourceFile], readings: Sequence[Reading], findings: Sequence[Finding] = ()
) -> Reading:
    """What was read of each file as one, with what is to be said of the files that hold nothing."""
    return Reading(
        tuple(persona for reading in readings for persona in reading.personas),
        (*findings, *_without(read, readings), *(each for reading in readings for each in reading.findings)),
    )


def _without(files: Sequence[SourceFile], readings: Sequence[Reading]) -> Iterator[Finding]:
    """What is to be said of files, mostly data, that hold no persona and nothing else worth a word."""
    empty: dict[tuple[str, str], list[str]] = {}
    for file, reading in zip(files, readings, strict=True):
        told = file.part or not reading.findings
        if not reading.personas and told and file.file.name != CHANGES:
            empty.setdefault((file.source, _why(file)), []).append(file.path)
    for (source, why), paths in empty.items():
        yield from left_out(paths, source, why)


def _why(file: SourceFile) -> str:
    if file.part:
        return "Parts of skills or workflows"
    note = file.amid and file.path.lower().endswith((".md", ".markdown", ".mdx"))
    return "Left out as notes" if note else "No persona found in"


def files(
    options: Options, root: Path, only: Sequence[str] = ()
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """The files to read; a dialect that the sources name for a file holds where it is named alone, too.

    Raises:
        ValueError: the options name what does not exist, or no source.
    """
    _refuse(options)
    if not only:
        return discover(options.sources, root, options.limits)
    entries = [entry for entry in options.sources if isinstance(entry, SourceEntry)]
    told = {file.path: file.dialect for file in discover(entries, root, options.limits)[0]}
    found, findings = discover(only, root, options.limits)
    return tuple(replace(file, dialect=told.get(file.path, "")) for file in found), findings


def _refuse(options: Options) -> None:
    """Refuse options that nothing can be read with."""
    plain = options.sources and not any(isinstance(entry, SourceEntry) for entry in options.sources)
    if not plain or options.aliases or options.image_hosts:
        from persona_docs.reading.settings import troubles  # knows all dialects and takes its time to load

        for trouble in troubles(options):
            raise ValueError(trouble)
