"""From the sources a user names to the files that are read, in a stable order, each once.

Persona files live in dot folders (`.claude/agents`, `.cursor/rules`) that globs usually skip; here they are
entered. Only exact names of project papers are left out: a prefix rule would lose `readme-generator.md`.
"""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.options import Limits, SourceEntry

SUFFIXES = frozenset({".md", ".mdc", ".mdx", ".markdown", ".toml", ".json", ".yaml", ".yml", ".csv"})
"""What a folder may hold; `is_persona_file` narrows those that are also used for other things."""

_PAPERS = frozenset(
    f"{name}.md"
    for name in (
        *("readme", "contributing", "changelog", "license", "claude", "agents", "gemini", "security"),
        *("code_of_conduct", "index"),
    )
)
_SKIPPED_FOLDERS = frozenset(
    {".git", ".hg", ".svn", ".venv", "venv", "node_modules", "site-packages", "__pycache__"}
)
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: relative to the configuration's folder, with forward slashes.
        file: where it is.
        source: the path of the entry of the option `sources` it was found by.
        dialect: the dialect that entry names; empty where it is to be recognised.
    """

    path: str
    file: Path
    source: str
    dialect: str = ""


def is_persona_file(path: str) -> bool:
    """Whether a file of a folder may hold a persona, judged by its name alone."""
    name = PurePosixPath(path).name.lower()
    suffix = PurePosixPath(name).suffix
    if name.startswith(("~", "#")) or name.endswith("~") or (name.startswith(".") and name != ".roomodes"):
        return False
    return name == ".roomodes" or (suffix in SUFFIXES and name not in _PAPERS)


def discover(
    sources: Sequence[str | SourceEntry], root: Path, limits: Limits
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Every persona file of the sources, in path order, and what is wrong with the sources.

    Args:
        sources: files, folders or globs, relative to `root`. Of several that hold a file the first counts,
            and one that names a dialect before those that do not.
        root: the configuration's folder.
        limits: at most `limits.personas` files are taken.
    """
    found: dict[str, SourceFile] = {}
    findings: list[Finding] = []
    for entry in sources:
        files, complaints = _of_source(str(entry), root)
        findings += complaints
        dialect = entry.dialect if isinstance(entry, SourceEntry) else ""
        for file in files:
            if file.path not in found or (dialect and not found[file.path].dialect):
                found[file.path] = replace(file, dialect=dialect)
    ordered = sorted(found.values(), key=lambda file: (file.path.casefold(), file.path))
    if len(ordered) > limits.personas:
        message = f"{len(ordered):,} files, and the limit is {limits.personas:,}; the rest is left out"
        findings.append(finding("too-large", message, ordered[limits.personas].path))
    return tuple(ordered[: limits.personas]), tuple(findings)


def watch_paths(sources: Sequence[str | SourceEntry], root: Path) -> tuple[Path, ...]:
    """What live reload has to watch: the folders and files of the sources that exist."""
    paths = (_base(str(source), root) for source in sources)
    return tuple(dict.fromkeys(path for path in paths if path.exists()))


def read_bytes(file: SourceFile, limits: Limits) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of a file, or `None` and why not. Never waits on a pipe and never follows a link outside."""
    try:
        descriptor = os.open(
            file.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
        )
    except OSError as error:
        return None, (_unreadable(file, error.strerror or "it cannot be opened"),)
    with os.fdopen(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None, (_unreadable(file, "not a regular file"),)
        if status.st_size > limits.file_size:
            return None, (_too_large(file, status.st_size, limits),)
        try:
            data = stream.read(limits.file_size + 1)
        except OSError as error:
            return None, (_unreadable(file, error.strerror or "it cannot be read"),)
    if len(data) > limits.file_size:
        return None, (_too_large(file, len(data), limits),)
    return data, ()


def _unreadable(file: SourceFile, why: str) -> Finding:
    return finding("unreadable-file", f"The file cannot be read: {why[:1].lower()}{why[1:]}", file.path)


def _too_large(file: SourceFile, size: int, limits: Limits) -> Finding:
    return finding("too-large", f"The file has {size:,} bytes; the limit is {limits.file_size:,}", file.path)


def _of_source(source: str, root: Path) -> tuple[list[SourceFile], list[Finding]]:
    base = _base(source, root)
    findings: list[Finding] = []
    if not base.exists() and not base.is_symlink():
        return [], [finding("no-personas", f"There is no `{source}` here{_nearest(source, root)}", source)]
    if not base.is_dir():
        paths: list[Path] = [base]
    else:
        paths = [path for path in _walk(base, source, root, findings) if _wanted(path, base, source, root)]
    files = [
        SourceFile(_relative(path, root), path, source)
        for path in paths
        if _inside(path, base, root, findings)
    ]
    if not files and not findings:
        findings.append(finding("no-personas", f"`{source}` holds no persona file", source))
    return files, findings


def _base(source: str, root: Path) -> Path:
    """The folder or file a source starts from: everything before its first wildcard."""
    steady: list[str] = []
    for part in PurePosixPath(source).parts:
        if _MAGIC & set(part):
            break
        steady.append(part)
    return Path(os.path.normpath(root.joinpath(*steady)))


def _wanted(path: Path, base: Path, source: str, root: Path) -> bool:
    if base == Path(os.path.normpath(root / source)):
        return True
    pattern = PurePosixPath(os.path.normpath(source).replace(os.sep, "/")).parts
    return _matches(PurePosixPath(_relative(path, root)).parts, pattern)


def _matches(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Glob matching by path segments; `**` stands for any number of folders, dot folders included."""
    reached = {0}
    for part in parts:
        reached = {
            step
            for position in _past_stars(reached, pattern)
            if position < len(pattern)
            for step in ([position] if pattern[position] == "**" else [])
            + (
                [position + 1]
                if pattern[position] != "**" and PurePosixPath(part).match(pattern[position])
                else []
            )
        }
    return len(pattern) in _past_stars(reached, pattern)


def _past_stars(positions: set[int], pattern: tuple[str, ...]) -> set[int]:
    reached = set(positions)
    for position in sorted(positions):
        while position < len(pattern) and pattern[position] == "**":
            position += 1
            reached.add(position)
    return reached


def _walk(base: Path, source: str, root: Path, findings: list[Finding]) -> Iterator[Path]:
    """Every possible persona file below a folder; links to folders are not followed."""
    waiting = [base]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            why = error.strerror or "it cannot be opened"
            findings.append(
                finding("unreadable-file", f"The folder cannot be read: {why}", _relative(folder, root))
            )
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _SKIPPED_FOLDERS:
                    waiting.append(path)
            elif entry.is_symlink() and path.is_dir():
                message = f"The folder link `{entry.name}` of `{source}` is not followed"
                findings.append(finding("outside-link", message, _relative(path, root)))
            elif is_persona_file(entry.name):
                yield path


def _inside(path: Path, base: Path, root: Path, findings: list[Finding]) -> bool:
    """Whether a file may be read: its name can be written, and it is no link that leaves the source."""
    shown = _relative(path, root)
    try:
        str(path).encode()
    except UnicodeEncodeError:
        name = os.fsencode(path.name).decode("utf-8", "backslashreplace")
        shown = _relative(path.parent / name, root)
        findings.append(finding("unreadable-file", "The name of the file is not valid UTF-8", shown))
        return False
    if not path.is_symlink():
        return True
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        findings.append(finding("unreadable-file", "The link leads nowhere", shown))
        return False
    home = (base if base.is_dir() else base.parent).resolve()
    if target.is_relative_to(home):
        return True
    findings.append(finding("outside-link", "The link leads out of the source; it is not followed", shown))
    return False


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _nearest(source: str, root: Path) -> str:
    names = [entry.name for entry in root.iterdir()] if root.is_dir() else []
    near = difflib.get_close_matches(PurePosixPath(source).parts[0] if source else "", names, 1)
    return f"; did you mean `{near[0]}`?" if near else ""
