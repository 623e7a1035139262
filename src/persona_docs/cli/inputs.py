"""What commands work with: the options of a site, or the folder that is shown without one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from persona_docs.cli.console import Refusal, say
from persona_docs.cli.places import chosen
from persona_docs.configuration import (
    NAMES,
    SiteSettings,
    find_configuration,
    names_catalog,
    read_configuration,
    read_site,
)
from persona_docs.engines.whole_site import Folder
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


def site_of(paths: tuple[str, ...]) -> Folder | Path:
    """What a command makes a site of: the configuration in this folder, else the paths or what is found.

    Raises:
        ValueError: there is nothing under one of the paths.
        SiteError: the configuration is wrong.
    """
    from persona_docs.engines.mkdocs_site import has_catalog  # a generator takes its time to load

    here = Path.cwd()
    file = next((here / name for name in NAMES[:2] if (here / name).is_file()), None)
    if not paths and file:
        if has_catalog(file):
            say(f"Using {file.name}.")
            return file
        say(f"{file.name} does not use persona-docs yet; `persona-docs init` adds it.")
        say("Showing this folder without it:")
    return chosen(paths, here)
