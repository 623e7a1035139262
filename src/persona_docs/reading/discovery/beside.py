"""What lies beside a file and is read together with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from persona_docs.options import Options
from persona_docs.reading.discovery.discover import SourceFile, read_bytes

CHANGES = "customize.toml"
"""What a skill of BMAD keeps beside it; no persona of its own."""

MANIFEST = "bmad-skill-manifest.yaml"
"""What it kept there before, and keeps of an agent alone where that has no instructions."""

_TOGETHER = ("SKILL.md", CHANGES, MANIFEST)
"""Files that may be read as one; then a change of either is a change of both."""


def beside(file: SourceFile, options: Options) -> dict[str, bytes]:
    """The bytes of what lies in the file's folder and has a part in how it is read."""
    names = (*_TOGETHER, file.partner) if file.partner else _TOGETHER
    read = {name: bytes_beside(file, name, options) for name in names}
    return {name: data for name, data in read.items() if data is not None}


def bytes_beside(file: SourceFile, name: str, options: Options) -> bytes | None:
    """The bytes of another file in the same folder; `None` where it has no part in how this one is read."""
    here = file.path.rpartition("/")[2].lower()
    together = bool(file.dialect) or here in map(str.lower, _TOGETHER)
    known = name == file.partner or (together and name in _TOGETHER)
    if not known or name.lower() == here:
        return None
    path = (PurePosixPath(file.path).parent / name).as_posix()
    return read_bytes(replace(file, path=path, file=file.file.parent / name), options.limits)[0]
