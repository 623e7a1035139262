"""From the sources a user names to the files that are read, in a stable order, each once.

Persona files live in dot folders (`.claude/agents`, `.cursor/rules`) that globs usually skip; here they are
entered. Papers of a project, such as its `README.md`, are left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from persona_docs.codes import finding
from persona_docs.model import Finding, Severity
from persona_docs.options import Limits, SourceEntry
from persona_docs.reading.exported import MANIFEST, exported
from persona_docs.reading.filenames import (
    SKILL,
    SKIPPED_FOLDERS,
    is_kept_with_skills,
    is_persona_file,
)
from persona_docs.reading.globs import depth_of, matches
from persona_docs.reading.namesakes import is_namesake
from persona_docs.reading.opening import bytes_of, unreadable
from persona_docs.reading.papers import is_form, is_paper
from persona_docs.reading.places import quoted
from persona_docs.reading.projects import is_home, is_project
from persona_docs.reading.sources import (
    base_of,
    by_link,
    is_folder,
    missing,
    pattern_of,
    read_whole,
    shown,
    within,
)

_OTHER_TEXTS = frozenset({".txt", ".rst", ".adoc", ".org"})
_TOLD = 5


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: relative to the configuration's folder, with forward slashes.
        file: where it is; of a link, where it leads.
        source: the path of the entry of the option `sources` it was found by.
        dialect: the dialect that entry names; empty where it is to be recognised.
        part: whether it lies with a `SKILL.md` of that entry, or below it, or with what skills share, and so
            may be a part of a skill.
        partner: the name of the only other file of its folder, where one is Markdown and the other data.
        amid: whether it lies amid the notes of a project that is read whole.
    """

    path: str
    file: Path
    source: str
    dialect: str = ""
    part: bool = False
    partner: str = ""
    amid: bool = False


def discover(
    sources: Sequence[str | SourceEntry], root: Path, limits: Limits
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Every persona file of the sources, in path order, and what is wrong with the sources.

    Args:
        sources: files, folders or globs, relative to `root`. Of several that hold a file the first counts,
            and one that names a dialect, or the file without its skill, before those that do not.
        root: the configuration's folder.
        limits: at most `limits.personas` files are taken.
    """
    found: dict[str, SourceFile] = {}
    findings: dict[Finding, None] = {}
    homes = read_whole(sources, root)
    for entry in sources:
        files, complaints = _of_source(str(entry), root, homes, limits)
        findings |= dict.fromkeys(complaints)
        dialect = entry.dialect if isinstance(entry, SourceEntry) else ""
        for file in files:
            before = found.get(file.path)
            if not before or (dialect and not before.dialect) or _is_nearer(file, before):
                part, amid = file.part and not dialect, file.amid and not dialect
                found[file.path] = replace(file, dialect=dialect, part=part, amid=amid)
    ordered = sorted(found.values(), key=lambda file: (file.path.casefold(), file.path))
    if len(ordered) > limits.personas:
        message = f"{len(ordered):,} files, and the limit is {limits.personas:,}; the rest is left out"
        findings[finding("too-large", message, ordered[limits.personas].path)] = None
    return tuple(_paired(ordered[: limits.personas])), tuple(findings)


def _is_nearer(file: SourceFile, before: SourceFile) -> bool:
    """Whether a file is named by itself or by its folder, and was found before in what is read whole."""
    return (before.part and not file.part) or (before.amid and not file.amid)


def _paired(files: Sequence[SourceFile]) -> Iterator[SourceFile]:
    """The files, those that alone share a folder told of each other: one may hold the other's fields."""
    folders: dict[str, list[SourceFile]] = {}
    for file in files:
        folders.setdefault(file.path.rpartition("/")[0], []).append(file)
    for file in files:
        two = folders[file.path.rpartition("/")[0]]
        alone = len(two) == 2 and not any(each.dialect for each in two)
        other = two[two[0] is file] if alone else file
        apart = file.path.endswith(".md") != other.path.endswith(".md")
        yield replace(file, partner=other.path.rpartition("/")[2]) if apart else file


def read_bytes(file: SourceFile, limits: Limits) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a file, or `None` and why not. Never waits on a pipe and never follows a link."""
    return bytes_of(file.file, file.path, limits)


@dataclass(frozen=True, slots=True)
class _Search:
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


def _of_source(
    source: str, root: Path, homes: tuple[Path, ...], limits: Limits
) -> tuple[list[SourceFile], list[Finding]]:
    base = base_of(source, root)
    if not os.path.lexists(base):
        return [], [finding("no-personas", missing(source, root), source)]
    search = _Search(source, base, root, homes, limits)
    if is_folder(base):
        if by_link(base, root) and within(base.resolve(), homes):
            return [], []
        pattern = pattern_of(source, root)
        project = not pattern and is_project(base)
        files = [
            replace(file, part=part, amid=project and not part and not is_home(*_above(path, base)))
            for path, part in _walk(search, pattern)
            if (file := _file(path, search))
        ]
    else:
        file = _file(base, replace(search, base=base.parent))
        files = [file] if file else []
    if not files and not search.findings and not search.elsewhere:
        search.findings.append(finding("no-personas", f"`{quoted(source)}` holds no persona file", source))
    passed_by = (*left_out(search.left, source), *left_out(search.written, source, "Exported"))
    return files, [*search.findings, *passed_by]


def _above(path: Path, base: Path) -> tuple[str, ...]:
    return path.relative_to(base).parts[:-1]


def left_out(paths: Sequence[str], source: str, why: str = "Not read as personas") -> Iterator[Finding]:
    """One finding for all files of a source that somebody may take for personas, and that are none."""
    if paths:
        names = ", ".join(f"`{quoted(path)}`" for path in paths[:_TOLD])
        more = f" and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
        yield finding("left-out", f"{why}: {names}{more}", source)


def _walk(search: _Search, pattern: Sequence[str]) -> Iterator[tuple[Path, bool]]:
    """Every possible persona file below a folder that matches, and whether it may be a part of a skill.

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
        for entry in listed:
            below, path = (*above, entry.name), Path(entry.path)
            if is_folder(path):
                if path.is_symlink():
                    search.findings.extend(_folder_link(path, search))
                elif entry.name not in SKIPPED_FOLDERS and (deepest is None or len(below) <= deepest):
                    waiting.append((path, below, part))
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


def _may_be_export(above: Sequence[str], folder: str) -> bool:
    """Whether a folder may hold what the catalog wrote: no source that is named, and nothing of a product."""
    return bool(above) and not any(part.startswith(".") for part in folder.split("/"))


def _is_read(path: Path, search: _Search) -> bool:
    place = shown(path, search.root)
    if is_form(place):
        return False
    return is_persona_file(path.name) or (is_paper(path.name) and is_namesake(path, place, search.limits))


def _is_skill(below: tuple[str, ...], pattern: Sequence[str]) -> bool:
    return below[-1].lower() == SKILL and (not pattern or matches(below, pattern))


def _folder_link(link: Path, search: _Search) -> list[Finding]:
    """What is to be said of a link to a folder: nothing where its files are read in their own place."""
    target, here, home = link.resolve(), link.parent.resolve(), search.base.resolve()
    if within(target, (home, *search.homes)) and not here.is_relative_to(target):
        search.elsewhere.append(link)
        return []
    name, place = quoted(link.name), shown(link, search.root)
    if here.is_relative_to(target) and target.is_relative_to(home):
        found = finding("outside-link", f"The folder link `{name}` leads to a folder it stands in", place)
        return [replace(found, severity=Severity.WARNING, fix="Delete the link.")]
    message = f"The folder link `{name}` leads out of `{quoted(search.source)}`; it is not followed"
    return [finding("outside-link", message, place)]


def _file(path: Path, search: _Search) -> SourceFile | None:
    """The file, if it may be read: its name can be written, and it is no link that leaves the source."""
    place = shown(path, search.root)
    try:
        str(path).encode()
    except UnicodeEncodeError:
        message = "The name of the file is not valid UTF-8"
        search.findings.append(finding("unreadable-file", message, place, fix="Rename it."))
        return None
    if not path.is_symlink():
        return SourceFile(place, path, search.source)
    try:
        home, target = search.base.resolve(), path.resolve(strict=True)
    except (OSError, RuntimeError):
        search.findings.append(
            finding("unreadable-file", "The link leads nowhere", place, fix="Correct the link, or delete it.")
        )
        return None
    if _is_readable(target, home):
        return SourceFile(place, target, search.source)
    if any(_is_readable(target, each) for each in search.homes):
        search.elsewhere.append(path)
    else:
        message = "The link leads out of the source, or to what is no persona file; it is not followed"
        search.findings.append(finding("outside-link", message, place))
    return None


def _is_readable(target: Path, home: Path) -> bool:
    """Whether a link may lead there: where a source is a whole project, `.env` and `.git` lie inside it."""
    if not target.is_relative_to(home):
        return False
    names = {name.lower() for name in target.relative_to(home).parts[:-1]}
    return SKIPPED_FOLDERS.isdisjoint(names) and (is_persona_file(target.name) or is_paper(target.name))
