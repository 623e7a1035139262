"""What every command takes: paths as typed, and the options of a site."""

from __future__ import annotations

import glob
import os
from pathlib import Path

from persona_docs.cli.console import missing
from persona_docs.cli.places import chosen
from persona_docs.configuration import find_configuration, read_configuration
from persona_docs.options import Options


def site_options(config_file: Path | None) -> tuple[Options, Path]:
    """The options, and the folder that sources are relative to; what is found here if there is no file."""
    here = Path.cwd()
    file = config_file or find_configuration(here)
    if file:
        return read_configuration(file), file.parent.resolve()
    found = chosen((), here)
    return Options(sources=tuple(found.sources)), found.root


def relative(paths: tuple[str, ...], root: Path) -> tuple[str, ...]:
    """Paths as typed, relative to the folder that sources are relative to."""
    for path in paths:
        if not glob.has_magic(path) and not Path(path).exists():
            raise ValueError(missing(path))
    return tuple(Path(os.path.relpath(path, root)).as_posix() for path in paths)
