"""From the sources a user names to the files that are read, in a stable order, each once.

Persona files live in dot folders (`.claude/agents`, `.cursor/rules`) that globs usually skip; here they are
entered. Papers of a project, such as its `README.md`, are left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from persona_docs.codes import finding
from persona_docs.folding import natural
from persona_docs.model import Finding
from persona_docs.options import Limits, SourceEntry
from persona_docs.reading.discovery.kinds import in_own_folders
from persona_docs.reading.discovery.opening import bytes_of
from persona_docs.reading.discovery.projects import is_home, is_project
from persona_docs.reading.discovery.sources import (
    base_of,
    by_link,
    is_folder,
    missing,
    pattern_of,
    read_whole,
    shown,
    within,
)
from persona_docs.reading.discovery.walking import Search, leads, walk
from persona_docs.reading.text.places import quoted

_TOLD = 5


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: relative to the configuration's folder, with forward slashes.
        file: where it is; of a link, where it leads.
        source: the path of the entry of the option `sources` it was found by.
        dialect: the dialect that entry names; empty where it is to be recognised.
        part: whether it lies with a `SKILL.md` of that entry, or below it, or with what skills share, or
            among the steps of a workflow, and so may be a part of one.
        partner: the name of the only other file of its folder, where one is Markdown and the other data.
        amid: whether it lies amid the notes of a project that is read whole.
        owned: whether its folder has the persona's name, and it that of its kind.
    """

    path: str
    file: Path
    source: str
    dialect: str = ""
    part: bool = False
    partner: str = ""
    amid: bool = False
    owned: bool = False


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
    ordered = sorted(found.values(), key=lambda file: natural(file.path))
    if len(ordered) > limits.personas:
        message = f"{len(ordered):,} files, and the limit is {limits.personas:,}; the rest is left out"
        findings[finding("too-large", message, ordered[limits.personas].path)] = None
    return tuple(_paired(ordered[: limits.personas])), tuple(findings)


def _is_nearer(file: SourceFile, before: SourceFile) -> bool:
    """Whether a file is named by itself or by its folder, and was found before in what is read whole."""
    return (before.part and not file.part) or (before.amid and not file.amid)


def _paired(files: Sequence[SourceFile]) -> Iterator[SourceFile]:
    """The files, each told what those around it say of it.

    Of those that alone share a folder one may hold the other's fields.
    """
    owned = in_own_folders(file.path for file in files)
    folders: dict[str, list[SourceFile]] = {}
    for file in files:
        folders.setdefault(file.path.rpartition("/")[0], []).append(file)
    for file in files:
        two = folders[file.path.rpartition("/")[0]]
        alone = len(two) == 2 and not any(each.dialect for each in two)
        other = two[two[0] is file] if alone else file
        apart = file.path.endswith(".md") != other.path.endswith(".md")
        partner = other.path.rpartition("/")[2] if apart else ""
        yield replace(file, partner=partner, owned=file.path in owned)


def read_bytes(file: SourceFile, limits: Limits) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a file, or `None` and why not. Never waits on a pipe and never follows a link."""
    return bytes_of(file.file, file.path, limits)


def _of_source(
    source: str, root: Path, homes: tuple[Path, ...], limits: Limits
) -> tuple[list[SourceFile], list[Finding]]:
    base = base_of(source, root)
    if not os.path.lexists(base):
        return [], [finding("no-personas", missing(source, root), source)]
    search = Search(source, base, root, homes, limits)
    if is_folder(base):
        if by_link(base, root) and within(base.resolve(), homes):
            return [], []
        pattern = pattern_of(source, root)
        notes = not pattern and is_project(base)
        files = [
            SourceFile(
                shown(path, root),
                file,
                source,
                part=part,
                amid=notes and not part and not is_home(*path.relative_to(base).parts[:-1]),
            )
            for path, part in walk(search, pattern)
            if (file := leads(path, search))
        ]
    else:
        file = leads(base, replace(search, base=base.parent))
        files = [SourceFile(shown(base, root), file, source)] if file else []
    if not files and not search.findings and not search.elsewhere:
        search.findings.append(finding("no-personas", f"`{quoted(source)}` holds no persona file", source))
    passed_by = (*left_out(search.left, source), *left_out(search.written, source, "Exported"))
    return files, [*search.findings, *passed_by]


def left_out(paths: Sequence[str], source: str, why: str = "Not read as personas") -> Iterator[Finding]:
    """One finding for all files of a source that somebody may take for personas, and that are none."""
    if paths:
        names = ", ".join(f"`{quoted(path)}`" for path in paths[:_TOLD])
        more = f" and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
        yield finding("left-out", f"{why}: {names}{more}", source)
