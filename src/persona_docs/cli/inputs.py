"""What every command takes: paths as typed, and the options of a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from persona_docs.cli.console import Refusal
from persona_docs.cli.places import chosen
from persona_docs.configuration import (
    NAMES,
    SiteSettings,
    find_configuration,
    names_catalog,
    read_configuration,
    read_site,
)
from persona_docs.options import Options

config_option = click.option(
    "--config-file",
    "-f",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"The site's configuration; without it, {NAMES[0]} in this folder if there is one.",
)
"""Where the options of a command come from."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a command works with.

    Attributes:
        options: the user's.
        root: the folder that sources are relative to.
        file: the site's configuration, if there is one.
        configured: whether the options come from there; else the sources are what was found here.
    """

    options: Options
    root: Path
    file: Path | None
    configured: bool

    def site(self) -> SiteSettings:
        """What the configuration says of the site, whether or not that has a catalog yet."""
        return read_site(self.file) if self.file else SiteSettings()


def site_options(config_file: Path | None) -> Inputs:
    """The options of a site that has a catalog, or of the file that is named; else what is found here.

    Raises:
        Refusal: a configuration is not valid.
    """
    here = Path.cwd()
    file = config_file or find_configuration(here)
    try:
        if file and (config_file or names_catalog(file)):
            return Inputs(read_configuration(file), file.parent.resolve(), file, configured=True)
        found = chosen((), here)
    except ValueError as error:
        raise Refusal(str(error)) from error
    return Inputs(Options(sources=tuple(found.sources)), found.root, file, configured=False)
