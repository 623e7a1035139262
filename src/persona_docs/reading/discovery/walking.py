"""What one source holds: the files below its folder, and where links lead.

Whatever is passed by is written down, so that it can be told.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from persona_docs.codes import finding
from persona_docs.model import Finding, Severity
from persona_docs.options import Limits
from persona_docs.reading.discovery.exported import MANIFEST, exported
from persona_docs.reading.discovery.filenames import (
    SKILL,
    SKIPPED_FOLDERS,
    is_kept_with_skills,
    is_of_workflow,
    is_persona_file,
)
from persona_docs.reading.discovery.globs import depth_of, matches
from persona_docs.reading.discovery.namesakes import is_namesake
from persona_docs.reading.discovery.opening import unreadable
from persona_docs.reading.discovery.papers import is_form, is_paper
from persona_docs.reading.discovery.sources import is_folder, shown, within
from persona_docs.reading.text.places import quoted

_OTHER_TEXTS = frozenset({".txt", ".rst", ".adoc", ".org"})


@dataclass(frozen=True, slots=True)
class Search:
    """What one source is searched with.

    Attributes:
        source: as the user wrote it.
        base: the folder or file it starts from.
        root: the folder that it is relative to.
        homes: folders that are read whole; what a link leads to in one of them is read there.
        limits: how much of a file may be read.
        findings: what is wrong, as far as it was seen.
        left: paths of what looks like a persona file and is none.
        written: paths of what the catalog itself wrote there.
        elsewhere: links to what is read in its own place.
    """

    source: str
    base: Path
    root: Path
    homes: tuple[Path, ...]
    limits: Limits
    findings: list[Finding] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    elsewhere: list[Path] = field(default_factory=list)


def walk(search: Search, pattern: Sequence[str]) -> Iterator[tuple[Path, bool]]:
    """Every possible persona file below a folder that matches, and whether it may be a part of another.

    Parts are what a skill works with, and the steps of a workflow.

    Links to folders are not followed.
    """
    deepest = depth_of(pattern) if pattern else None
    waiting: list[tuple[Path, tuple[str, ...], bool]] = [(search.base, (), False)]
    written: frozenset[Path] = frozenset()
    while waiting:
        folder, above, part = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            search.findings.append(unreadable(shown(folder, search.root), error, "folder"))
            continue
        here = shown(folder, search.root)
        part = part or any(_is_skill((*above, entry.name), pattern) for entry in listed)
        part = part or bool(above and above[-1] not in pattern and is_kept_with_skills(here))
        if _may_be_export(above, here) and any(entry.name == MANIFEST for entry in listed):
            written |= exported(folder, search.limits)
        names = {entry.name.lower() for entry in listed}
        for entry in listed:
            below, path = (*above, entry.name), Path(entry.path)
            if is_folder(path):
                if path.is_symlink():
                    search.findings.extend(_folder_link(path, search))
                elif entry.name not in SKIPPED_FOLDERS and (deepest is None or len(below) <= deepest):
                    waiting.append((path, below, part or is_of_workflow(entry.name, names)))
            elif not pattern or matches(below, pattern):
                if path in written:
                    search.written.append(shown(path, search.root))
                elif _is_read(path, search):
                    yield path, part and entry.name.lower() != SKILL
                elif (
                    is_paper(entry.name)
                    or is_form(shown(path, search.root))
                    or path.suffix.lower() in _OTHER_TEXTS
                ):
                    search.left.append(shown(path, search.root))


def leads(path: Path, search: Search) -> Path | None:
    """Where a file is, if it may be read: its name can be written, and no link leads out of the source."""
    place = shown(path, search.root)
    try:
        str(path).encode()
    except UnicodeEncodeError:
        message = "The file's name is not valid UTF-8"
        search.findings.append(finding("unreadable-file", message, place, fix="Rename it."))
        return None
    if not path.is_symlink():
        return path
    try:
        home, target = search.base.resolve(), path.resolve(strict=True)
    except (OSError, RuntimeError):
        search.findings.append(
            finding("unreadable-file", "The link leads nowhere", place, fix="Correct the link, or delete it.")
        )
        return None
    if _is_readable(target, home):
        return target
    if any(_is_readable(target, each) for each in search.homes):
        search.elsewhere.append(path)
    else:
        message = (
            "The link leads out of the source, or to something that is not a persona file; it is not followed"
        )
        search.findings.append(finding("outside-link", message, place))
    return None


def _may_be_export(above: Sequence[str], folder: str) -> bool:
    """Whether a folder may hold what the catalog wrote: no source that is named, and nothing of a product."""
    return bool(above) and not any(part.startswith(".") for part in folder.split("/"))


def _is_read(path: Path, search: Search) -> bool:
    place = shown(path, search.root)
    if is_form(place):
        return False
    return is_persona_file(path.name) or (is_paper(path.name) and is_namesake(path, place, search.limits))


def _is_skill(below: tuple[str, ...], pattern: Sequence[str]) -> bool:
    return below[-1].lower() == SKILL and (not pattern or matches(below, pattern))


def _folder_link(link: Path, search: Search) -> list[Finding]:
    """What is to be said of a link to a folder: nothing where its files are read in their own place."""
    target, here, home = link.resolve(), link.parent.resolve(), search.base.resolve()
    if within(target, (home, *search.homes)) and not here.is_relative_to(target):
        search.elsewhere.append(link)
        return []
    name, place = quoted(link.name), shown(link, search.root)
    if here.is_relative_to(target) and target.is_relative_to(home):
        found = finding("outside-link", f"The folder link `{name}` leads to a folder that contains it", place)
        return [replace(found, severity=Severity.WARNING, fix="Delete the link.")]
    message = f"The folder link `{name}` leads out of `{quoted(search.source)}`; it is not followed"
    return [finding("outside-link", message, place)]


def _is_readable(target: Path, home: Path) -> bool:
    """Whether a link may lead there: where a source is a whole project, `.env` and `.git` lie inside it."""
    if not target.is_relative_to(home):
        return False
    names = {name.lower() for name in target.relative_to(home).parts[:-1]}
    return SKIPPED_FOLDERS.isdisjoint(names) and (is_persona_file(target.name) or is_paper(target.name))
