"""One file made personas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from persona_docs.codes import finding
from persona_docs.model import Finding, Persona, Severity, Source
from persona_docs.options import Options
from persona_docs.reading.dialects import Document, Record, recognise
from persona_docs.reading.discovery.beside import bytes_beside
from persona_docs.reading.discovery.discover import SourceFile, read_bytes
from persona_docs.reading.discovery.exported import is_catalog
from persona_docs.reading.front_matter.leaks import mask, mask_settings
from persona_docs.reading.front_matter.values import Fields
from persona_docs.reading.persona import read_persona
from persona_docs.reading.result import Reading
from persona_docs.reading.screening import screen
from persona_docs.reading.sidecars import with_sidecar
from persona_docs.reading.somebody import is_anybody, is_form, is_note
from persona_docs.reading.text.decode import decode

_OF_FIELDS = frozenset(
    {
        *("front-matter", "front-matter-place", "front-matter-limits", "duplicate-key"),
        *("wrong-type", "other-reading", "too-large"),
    }
)
"""What is told of a persona's fields, and means nothing where there is none."""


def read_file(
    file: SourceFile, options: Options, *, pages: bool = True, data: bytes | None = None
) -> Reading:
    """Read one file. Never raises: a file that cannot be read becomes a finding.

    Args:
        file: the file.
        options: what the user set.
        pages: whether pages are to be made of it; if not, its language is not looked for.
        data: its bytes, where they are known.
    """
    try:
        return _read(file, options, data, pages=pages)
    except Exception as error:  # noqa: BLE001  # one bad file must not cost a site, whatever nobody thought of
        message = f"The file cannot be read as a persona: {type(error).__name__}"
        fix = "Report it to the makers of persona-docs, with the file; remove it from the sources until then."
        return Reading((), (finding("unreadable-file", message, file.path, fix=fix),))


def _read(file: SourceFile, options: Options, data: bytes | None, *, pages: bool) -> Reading:
    found: tuple[Finding, ...] = ()
    if data is None:
        data, found = read_bytes(file, options.limits)
    if data is None:
        return Reading((), found)
    decoded, more = decode(data, file.path)
    findings = [*found, *more]
    if decoded is None:
        return Reading((), tuple(findings))
    clear = mask(decoded.text)
    document = Document(file.path, clear, options.limits, lambda name: _beside(file, name, options))
    dialect = recognise(document, file.dialect)
    records = dialect.reader(document) or recognise(document).reader(document)
    records = () if is_catalog(file.path, clear) else records
    own = records
    records, too_many = _few(with_sidecar(own, document, file), document)
    lender = _lender(file) if records and own and records[0].fields != own[0].fields else file.path
    whole = document.data[0] or Fields()  # a configuration holds more than its personas, and is shown too
    shown = mask_settings(clear, (whole, *(record.fields for record in records)))
    masked = shown if shown != decoded.text else ""
    source = Source(file.path, data, decoded.encoding, decoded.repaired, decoded.text, masked)
    records, screened = screen(records, clear, file.path)
    findings = [*_graver(findings, document), *too_many, *_lent(screened, lender)]
    personas: list[Persona] = []
    for record in records:
        persona, complaints = read_persona(
            record, dialect, source, options, file.source, pages=pages, owned=file.owned
        )
        personas.append(persona)
        findings += _lent(complaints if dialect.yaml else map(_lighter, complaints), lender)
    if (file.amid and is_note(personas, records)) or is_form(personas, file):
        return Reading((), ())
    if not is_anybody(personas, file):
        return Reading((), tuple(replace(f, persona="") for f in findings if f.code not in _OF_FIELDS))
    only = personas[0].id if len(personas) == 1 else ""
    return Reading(tuple(personas), tuple(f if f.persona else replace(f, persona=only) for f in findings))


def _lender(file: SourceFile) -> str:
    """The file that a file has its fields from."""
    return (PurePosixPath(file.path).parent / file.partner).as_posix()


def _lent(findings: Iterable[Finding], lender: str) -> Iterator[Finding]:
    """Findings, each at the file that it is about: without a line, at the one that lent its fields."""
    return (each if each.line else replace(each, path=lender) for each in findings)


def _graver(findings: Iterable[Finding], document: Document) -> Iterator[Finding]:
    """The findings about a text; what YAML refuses is an error inside a front matter."""
    last = document.front.body_line if document.front.present else 0
    for each in findings:
        grave = each.code == "control-characters" and 1 < each.line < last
        yield replace(each, severity=Severity.ERROR) if grave else each


def _few(records: tuple[Record, ...], document: Document) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a file, each with its key, as many as may be, and what is to be said of the rest."""
    limit = document.limits.personas
    if len(records) <= limit:
        return _keyed(records), ()
    message = f"The file holds more than {limit:,} personas; the rest is left out"
    return _keyed(records[:limit]), (finding("too-large", message, document.path, records[limit].line),)


def _lighter(found: Finding) -> Finding:
    """What YAML refuses is no fault where the product reads each line as it stands."""
    if found.code != "front-matter":
        return found
    fix = "No action needed for its product, which takes each line as it is; other tools want quotes."
    return replace(found, severity=Severity.INFO, fix=fix)


def _keyed(records: tuple[Record, ...]) -> tuple[Record, ...]:
    """The records of a file, no two with the same key: of several alike, all but the first get a number."""
    if len(records) > 1:
        records = tuple(replace(record, key=record.key or str(n)) for n, record in enumerate(records))
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    keyed = []
    for record in records:
        key, number = record.key, numbers.get(record.key, 1)
        while key in taken:
            number += 1
            key = f"{record.key}-{number}"
        taken.add(key)
        numbers[record.key] = number
        keyed.append(replace(record, key=key))
    return tuple(keyed)


def _beside(file: SourceFile, name: str, options: Options) -> str | None:
    """The text of another file in the same folder, under the same guards as every file."""
    data = bytes_beside(file, name, options)
    decoded = decode(data, name)[0] if data is not None else None
    return mask(decoded.text) if decoded else None
