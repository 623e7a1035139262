"""`persona-docs export`: the catalog as files for a wiki, a spreadsheet, a program."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from persona_docs.catalog import build_catalog
from persona_docs.cli.console import complain
from persona_docs.cli.inputs import Inputs, config_option, site_options
from persona_docs.cli.places import sources_of
from persona_docs.cli.writing import bring
from persona_docs.exports.folder.paths import Files
from persona_docs.exports.formats import FORMATS
from persona_docs.exports.given import Given
from persona_docs.gathering.described import described
from persona_docs.reading import read
from persona_docs.reading.discovery.sources import watch_paths
from persona_docs.repository import history


@click.command(epilog=f"FORMAT is one of {', '.join(FORMATS)}.")
@click.argument("form", type=click.Choice(tuple(FORMATS)), metavar="FORMAT")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into; anything else in it stays.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would be written.")
@config_option
def export(*, form: str, paths: tuple[str, ...], output: Path, check: bool, config_file: Path | None) -> None:
    """Write the catalog as files of a FORMAT.

    PATHs are files, folders or globs; without any, the sources of the site's configuration
    are exported, and without one the places in this folder where products keep personas.

    Only what changed is written, and only what an export wrote is removed. Files that you changed stay.

    Exit status: 0 the folder is up to date, 1 it is not, or you changed a file of it, 2 nothing was written.
    """
    inputs = site_options(config_file)
    stale = bring(output, form, lambda: _files(form, output, inputs, paths), check=check)
    sys.exit(1 if stale else 0)


def _files(form: str, output: Path, inputs: Inputs, paths: tuple[str, ...]) -> Files:
    """The export, once it is sure that its pages are not going to be read as personas.

    Raises:
        ValueError: they would be, or a path or an option does not exist.
    """
    root = inputs.root
    catalog = given(inputs, paths)
    files = FORMATS[form].export(catalog)
    if catalog.history.problem:
        complain(f"No dates of changes: {catalog.history.problem}")
    for source in map(str, sources_of(paths, Path.cwd(), root) or inputs.options.sources):
        inside = (root / source).is_dir() and output.resolve().is_relative_to((root / source).resolve())
        if inside and any(path.endswith(".md") for path in files):
            raise ValueError(
                f"{output} lies in {source}, where every page would be a persona; choose another folder"
            )
    return files


def given(inputs: Inputs, paths: tuple[str, ...]) -> Given:
    """The catalog, and what is known of its site.

    Raises:
        ValueError: a path or an option does not exist, or there is no persona.
    """
    options, root, settings = inputs.options, inputs.root, inputs.site()
    only = sources_of(paths, Path.cwd(), root)
    reading = read(options, root, only=only)
    known = history(root, tuple(watch_paths(only or options.sources, root)))
    catalog = build_catalog(reading.personas, reading.findings, options, root)
    lacking = [each.message for each in catalog.findings if each.code == "no-personas"]
    if not catalog.personas:  # a slip of the pen in a path must not empty a wiki
        raise ValueError(f"nothing to export. {lacking[0] if lacking else 'No persona was found'}")
    for message in lacking:
        complain(message)
    return Given(
        catalog,
        described(options, settings, root, known),
        settings.name,
        settings.url,
        known,
    )
