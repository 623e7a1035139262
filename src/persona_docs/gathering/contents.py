"""The files as they are now, each with the name of all that it says."""

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
"""Where things are kept beside a site's configuration, as the plugins of Material do."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file.

    Attributes:
        file: where it is.
        data: its bytes; `None` where it cannot be read.
        findings: why not.
        key: names all that it says; empty where it cannot be read.
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
        keys: what names the files.
    """

    every: tuple[Content, ...]
    findings: tuple[Finding, ...]
    keys: Keys


def contents(options: Options, root: Path, only: Sequence[str] = ()) -> Contents:
    """Find the files, and take in what stands in them.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
        only: take what these files, folders and globs hold, in place of the sources.

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
