"""What every command takes: paths as typed, and the options of a site."""

from __future__ import annotations

import glob
import os
from difflib import get_close_matches
from pathlib import Path

from persona_docs.configuration import find_configuration, read_configuration
from persona_docs.options import Options


def site_options(config_file: Path | None) -> tuple[Options, Path]:
    """The options and the folder that sources are relative to."""
    here = Path.cwd()
    file = config_file or find_configuration(here)
    return read_configuration(file) if file else Options(), file.parent.resolve() if file else here


def relative(paths: tuple[str, ...], root: Path) -> tuple[str, ...]:
    """Paths as typed, relative to the folder that sources are relative to."""
    for path in paths:
        if not glob.has_magic(path) and not Path(path).exists():
            raise ValueError(missing(path))
    return tuple(Path(os.path.relpath(path, root)).as_posix() for path in paths)


def missing(path: str) -> str:
    """What to say of a path that leads nowhere, with what stands beside it and was perhaps meant."""
    said, wanted = f"there is no file or folder “{path}”", Path(path)
    try:
        names = sorted(each.name for each in wanted.parent.iterdir())
    except OSError:
        return said
    close = get_close_matches(wanted.name, names, n=1)
    return f"{said}; did you mean “{wanted.parent / close[0]}”?" if close else said
