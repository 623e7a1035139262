"""What an export remembers of what it wrote: a hash for each file, under the name of its format.

The file lies in the exported folder, where others may write too, so nothing in it is trusted: paths are
checked like any other, and a file is only removed if it still has the content that was written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from persona_docs.exports.folder.paths import checked
from persona_docs.reading.discovery.exported import MANIFEST

_VERSION = 1

Written = Mapping[str, str]
"""Hashes by path."""


def digest(data: bytes) -> str:
    """The hash that stands for a content; whether git made its line ends those of Windows does not count."""
    return sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read(folder: Path) -> dict[str, dict[str, str]]:
    """What each format wrote into a folder.

    Raises:
        ValueError: the manifest is a link, or not what an export writes.
    """
    file = folder / MANIFEST
    if file.is_symlink():
        raise ValueError(f"{file} is a link; an export reads and writes through none")
    try:
        told = json.loads(file.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(f"{file} cannot be read: {error}; delete it to begin anew") from error
    return parse(told, file)


def parse(told: object, file: Path) -> dict[str, dict[str, str]]:
    """A manifest's content, every path in it one that an export may write.

    Raises:
        ValueError: it is not what an export writes.
    """
    formats = told.get("exports") if isinstance(told, dict) and told.get("version") == _VERSION else None
    if not isinstance(formats, dict):
        raise ValueError(f"{file} is not what this version writes; delete it to begin anew")  # noqa: TRY004
    known: dict[str, dict[str, str]] = {}
    for name, files in formats.items():
        if not isinstance(files, dict) or not all(isinstance(each, str) for each in files.values()):
            raise ValueError(f"{file} is not what this version writes; delete it to begin anew")
        known[name] = {checked(path): value for path, value in files.items()}
    return known


def dumped(formats: Mapping[str, Written]) -> bytes:
    """A manifest as bytes, the same for the same content."""
    told = {"version": _VERSION, "exports": {name: dict(files) for name, files in formats.items() if files}}
    return (json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
