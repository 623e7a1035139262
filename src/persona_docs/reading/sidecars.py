"""Fields of a Markdown file that has none, kept in a data file beside it: `metadata.yaml` and `rule.md`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from persona_docs.reading.dialects import Document, Record, recognise
from persona_docs.reading.dialects.data import DATA
from persona_docs.reading.dialects.dialect import read_markdown, without_lines
from persona_docs.reading.discovery.discover import SourceFile
from persona_docs.reading.front_matter.values import Fields


def with_sidecar(records: tuple[Record, ...], document: Document, file: SourceFile) -> tuple[Record, ...]:
    """The records of a file; one that belongs together with another has what both of them say, or nothing.

    Args:
        records: what was read of it.
        document: the file.
        file: names the one it may belong to.
    """
    text = document.beside(file.partner) if file.partner else None
    if text is None:
        return records
    path = PurePosixPath(file.path).parent / file.partner
    other = Document(path.as_posix(), text, document.limits)
    if _is_bare(document) and len(records) == 1 and (fields := _only_fields(other)):
        return (replace(records[0], fields=without_lines(fields)),)
    return () if _is_bare(other) and _only_fields(document) else records


def _is_bare(document: Document) -> bool:
    """Whether a file is Markdown without fields."""
    return document.ends(".md") and not document.front.present and recognise(document).reader is read_markdown


def _only_fields(document: Document) -> Fields | None:
    """The fields of a data file of no product, where it holds one persona and nothing that it is told."""
    if document.ends(".md") or recognise(document) is not DATA:
        return None
    records = DATA.reader(document)
    alone = len(records) == 1 and not records[0].key and not records[0].body
    return records[0].fields if alone else None
