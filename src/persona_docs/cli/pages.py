"""`persona-docs pages`: the catalog's pages as files, for generators that run no plugin of MkDocs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from persona_docs.cli.console import complain
from persona_docs.cli.inputs import Inputs, config_option, site_options
from persona_docs.cli.writing import bring
from persona_docs.configuration import EXTENSIONS, NAMES, SiteSettings
from persona_docs.exports import stubs
from persona_docs.exports.folder.paths import Files
from persona_docs.gathering.contents import FOLDER
from persona_docs.gathering.described import described
from persona_docs.gathering.gather import gather
from persona_docs.gathering.kept import Kept
from persona_docs.options import Options
from persona_docs.reading.discovery.sources import watch_paths
from persona_docs.repository import history


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would be written.")
@config_option
def pages(*, folder: Path, check: bool, config_file: Path | None) -> None:
    """Write the catalog's pages into the docs folder DIR, for Zensical and others that run no plugins.

    A page is three lines that our Markdown extension fills. What the site's configuration lacks for that is
    printed, ready to be pasted.

    Only what changed is written, and only what this command wrote is removed. Files that you changed stay.

    Exit status: 0 the folder is up to date, 1 it is not, or you changed a file of it, 2 nothing was written.
    """
    given = site_options(config_file)
    stale = bring(folder, stubs.NAME, lambda: _files(given), check=check)
    found = () if given.configured else given.options.sources
    name = given.file.name if given.file else NAMES[0]
    if lines := missing(given.site(), list(map(str, found)), toml=name.endswith(".toml")):
        click.echo(f"Add to {name}:\n", err=True)
        click.echo(lines)
    sys.exit(1 if stale else 0)


def _files(given: Inputs) -> Files:
    options, root = given.options, given.root
    known = history(root, tuple(watch_paths(options.sources, root)))
    if known.problem:
        complain(f"No dates of changes: {known.problem}")
    site = described(options, given.site(), root, known, written=True)
    gathered = gather(options, root, site, Kept(root / FOLDER))
    catalog = gathered.catalog(options, root)
    files = stubs.stubs(catalog, site, gathered.shelf)
    gathered.keep()
    return files


def missing(settings: SiteSettings, sources: Sequence[str] = (), *, toml: bool = False) -> str:
    """What a configuration lacks for the pages, as it is written there; empty where it lacks nothing.

    Args:
        settings: what it says.
        sources: what the pages were made of, where it does not say so.
        toml: whether it is written in TOML.
    """
    lines: list[str] = []
    listed = (
        json.dumps(sources, ensure_ascii=False) if sources and tuple(sources) != Options().sources else ""
    )
    for key, names in stubs.lists().items():
        there = {*settings.lists.get(key, ())}
        if key == "markdown_extensions" and there & {*EXTENSIONS}:
            continue
        wanted = [name for name in names if name not in there]
        if wanted and toml:
            extension = key == "markdown_extensions"
            table = f"[project.{key}.{wanted[0]}]" + (f"\nsources = {listed}" if listed else "")
            lines.append(table if extension else f"{key} = {json.dumps(wanted)}")
        elif wanted and listed and key == "markdown_extensions":
            lines += [f"{key}:", f"  - {wanted[0]}:", f"      sources: {listed}"]
        elif wanted:
            lines += [f"{key}:", *(f"  - {name}" for name in wanted)]
    # In TOML what stands below a table's name belongs to it, so that comes last.
    return "\n".join(sorted(lines, key=lambda line: line.startswith("[")) if toml else lines)
