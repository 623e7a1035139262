"""`persona-docs build`: a catalog as a folder of pages, without a configuration."""

from __future__ import annotations

import os
from pathlib import Path

import click

from persona_docs.cli.console import Refusal, say
from persona_docs.cli.inputs import site_of
from persona_docs.cli.progress import Progress
from persona_docs.cli.site_folder import making, put, refuse_others
from persona_docs.engines.whole_site import Folder, SiteError
from persona_docs.options import Limits
from persona_docs.reading.discovery.discover import discover


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--directory",
    "-d",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder to make; one that holds anything else is left alone.",
)
def build(*, paths: tuple[str, ...], directory: Path) -> None:
    """Make a catalog of personas as a folder of pages.

    PATHs are files, folders or globs. In a project the places where products keep personas are found
    (.claude/agents, .github/agents, .cursor/rules and so on). Without a PATH, mkdocs.yml is used if it names
    persona-docs, and this folder otherwise.

    Without a mkdocs.yml the pages can be opened from the disk as well as put on any web server.
    """
    from persona_docs.engines.mkdocs_site import build_site  # a generator takes its time to load

    target = directory.resolve()
    try:
        refuse_others(target, directory)
        site = site_of(paths)
        if isinstance(site, Folder):
            _refuse_inside(site, target, directory)
        with making(target) as made:
            build_site(site, made, Progress(site, paths).listener)
            refuse_others(target, directory)  # once more: somebody may have put something there meanwhile
            put(made, target)
    except (ValueError, SiteError) as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(f"{directory} cannot be written: {error.strerror}") from error
    say(f"The site is in {directory}; open {directory / 'index.html'}", bold=True)


def _refuse_inside(site: Folder, target: Path, directory: Path) -> None:
    """Refuse a folder whose pages would be read as personas the next time."""
    page = target / "index.md"
    for source in site.sources:
        folder = Path(os.path.normpath(site.root / source)).resolve()
        if folder.is_dir() and discover([source], site.root, Limits())[0] and page.is_relative_to(folder):
            raise ValueError(
                f"{directory} lies in the folder of the personas; name one outside of it, such as -d ../site"
            )
