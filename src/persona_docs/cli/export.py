"""`persona-docs export`: the catalog as files for a wiki, a spreadsheet, a program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import click

from persona_docs.catalog import build_catalog
from persona_docs.cli.console import color
from persona_docs.cli.inputs import relative, site_options
from persona_docs.configuration import NAMES, SiteSettings, find_configuration, read_site
from persona_docs.exports import tree
from persona_docs.exports.formats import FORMATS
from persona_docs.exports.given import Given
from persona_docs.exports.tree import Change, Fate
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.reading import read
from persona_docs.reading.discover import watch_paths
from persona_docs.reporting.escape import visible
from persona_docs.repository import Repository, changes, moments

_STALE = frozenset({Fate.NEW, Fate.CHANGED, Fate.GONE, Fate.EDITED})
_SAID = {
    Fate.NEW: ("wrote", "is missing"),
    Fate.CHANGED: ("wrote", "is out of date"),
    Fate.GONE: ("removed", "should not be there any more"),
}
_DIFF = {"+": "green", "-": "red", "@": "cyan"}
_LONGEST = 40  # lines of a difference


@click.command()
@click.argument("form", type=click.Choice(tuple(FORMATS)), metavar="FORMAT")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into; what else is in it stays.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if something would be written.")
@click.option(
    "--config-file",
    "-f",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"The site's configuration; without it, {NAMES[0]} in this folder if there is one.",
)
def export(*, form: str, paths: tuple[str, ...], output: Path, check: bool, config_file: Path | None) -> None:
    """Write the catalog as files of a FORMAT.

    PATHs are files, folders or globs; without any, the sources of the site's configuration are exported.

    Only what changed is written, and only what an export wrote is removed. Files that you changed stay.

    Exit status: 0 the folder is up to date, 1 it is not, or you changed a file of it, 2 wrong usage.
    """
    try:
        files = FORMATS[form].export(given(config_file, paths))
        told = tree.compare(output, form, files) if check else tree.write(output, form, files)
        ended = check and tree.pending(output)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or output}: {error.strerror}") from error
    for change in told:
        _tell(change, check=check)
    if ended:
        click.echo(f"{output}: an export was ended half-way; run it again without --check", err=True)
    stale = [each for each in told if each.fate in (_STALE if check else {Fate.EDITED})]
    if not told and not ended:
        click.echo(f"{len(files)} files in {output} are up to date", err=True)
    sys.exit(1 if stale or ended else 0)


def given(config_file: Path | None, paths: tuple[str, ...]) -> Given:
    """The catalog, and what is known of its site.

    Raises:
        ValueError: a path or an option does not exist.
    """
    options, root = site_options(config_file)
    file = config_file or find_configuration(Path.cwd())
    settings = read_site(file) if file else SiteSettings()
    only = relative(paths, root)
    reading = read(options, root, only=only)
    sources = tuple(watch_paths(only or options.sources, root))
    return Given(
        build_catalog(reading.personas, reading.findings, options, root),
        _site(options, settings, root, sources),
        settings.name,
        settings.url,
        moments(root, sources),
    )


def _site(options: Options, settings: SiteSettings, root: Path, sources: tuple[Path, ...]) -> Site:
    repository = Repository(
        url=settings.repo_url,
        edit_uri=settings.edit_uri,
        template=settings.edit_uri_template,
        docs=settings.docs_dir,
        root=root,
    )
    return Site(
        path=options.path,
        directory_urls=settings.directory_urls,
        lang=settings.lang,
        view_url=repository.view_url,
        edit_url=repository.edit_url,
        image_hosts=options.image_hosts,
        changed=changes(root, sources).get,
    )


def _tell(change: Change, *, check: bool) -> None:
    """Say what became of a file, with the difference where somebody else's hand is in it."""
    name = visible(change.path)
    if change.fate is Fate.FOREIGN:
        click.echo(f"kept {name}: it was there before; rename it if the export's is wanted", err=True)
    elif change.fate is Fate.EDITED:
        wanted = (
            "delete it to have it written anew" if change.after is not None else "it is no longer exported"
        )
        click.secho(
            f"kept {name}: it was changed since it was written; {wanted}", err=True, bold=True, color=color()
        )
        for line in _difference(change):
            click.secho(visible(line), err=True, fg=_DIFF.get(line[:1]), color=color())
    else:
        done, wanted = _SAID[change.fate]
        click.echo(f"{name} {wanted}" if check else f"{done} {name}", err=True)


def _difference(change: Change) -> Iterator[str]:
    """From what the export has to what is there."""
    ours, theirs = ((data or b"").decode("utf-8", "replace") for data in (change.after, change.before))
    found = list(
        unified_diff(ours.splitlines(), theirs.splitlines(), "export", change.path, lineterm="", n=1)
    )
    yield from found[:_LONGEST]
    if len(found) > _LONGEST:
        yield f"… {len(found) - _LONGEST} more lines"
