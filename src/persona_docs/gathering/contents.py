"""The files of the sources as they are now, each with its cache key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from persona_docs.gathering.keys import Keys
from persona_docs.model import Finding
from persona_docs.options import Options
from persona_docs.reading import files
from persona_docs.reading.discovery.discover import SourceFile, read_bytes

FOLDER = Path(".cache", "plugin", "persona-docs")
"""The folder of the cache, beside the site's configuration; the plugins of Material have theirs there too."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file.

    Attributes:
        file: where it is.
        data: its bytes; `None` where it cannot be read.
        findings: why not.
        key: its cache key; empty where it cannot be read.
    """

    file: SourceFile
    data: bytes | None
    findings: tuple[Finding, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """All files of the sources.

    Attributes:
        every: in path order.
        findings: what is wrong with the sources.
        keys: makes their cache keys.
    """

    every: tuple[Content, ...]
    findings: tuple[Finding, ...]
    keys: Keys


def contents(options: Options, root: Path, only: Sequence[str] = ()) -> Contents:
    """Find the files and read their bytes.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
        only: files, folders and globs to read in place of the sources.

    Raises:
        ValueError: the options name what does not exist, or no source.
    """
    found, findings = files(options, root, only)
    keys = Keys.of(options)
    every = []
    for file in found:
        data, trouble = read_bytes(file, options.limits)
        every.append(Content(file, data, trouble, "" if data is None else keys.key(file, data)))
    return Contents(tuple(every), findings, keys)
