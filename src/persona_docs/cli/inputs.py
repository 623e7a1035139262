"""What every command takes: paths as typed, and the options of a site."""

from __future__ import annotations

from pathlib import Path

import click

from persona_docs.cli.places import chosen
from persona_docs.configuration import NAMES, find_configuration, names_catalog, read_configuration
from persona_docs.options import Options

config_option = click.option(
    "--config-file",
    "-f",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"The site's configuration; without it, {NAMES[0]} in this folder if there is one.",
)
"""Where the options of a command come from."""


def site_options(config_file: Path | None) -> tuple[Options, Path]:
    """The options, and the folder that sources are relative to; what is found here if no file names any."""
    here = Path.cwd()
    file = config_file or find_configuration(here)
    if file and (config_file or names_catalog(file)):
        return read_configuration(file), file.parent.resolve()
    found = chosen((), here)
    return Options(sources=tuple(found.sources)), found.root
