"""`persona-docs build`: a catalog as a folder of pages, without a configuration."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from persona_docs.cli.console import Refusal
from persona_docs.cli.telling import Teller, say, site_of
from persona_docs.engines.whole_site import Folder, SiteError
from persona_docs.options import Limits
from persona_docs.reading.discovery.discover import discover
from persona_docs.reporting.escape import visible

MARK = ".persona-docs-site"
"""The file that names what this command made of a folder, and may make anew."""

_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a system leaves in a folder that somebody looked at."""


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
        _refuse(target, directory)
        site = site_of(paths)
        if isinstance(site, Folder):
            _refuse_inside(site, target, directory)
        target.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
            made = Path(beside, "site")
            build_site(site, made, Teller(site, paths).listener)
            (made / MARK).write_text(json.dumps({"made by persona-docs build": _files(made)}), "utf-8")
            if target.exists():
                target.rename(Path(beside, "before"))
            made.rename(target)
    except ValueError as error:
        raise Refusal(str(error)) from error
    except SiteError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{directory} cannot be written: {error.strerror}") from error
    say(f"The site is in {directory}; open {directory / 'index.html'}", bold=True)


def _refuse(target: Path, directory: Path) -> None:
    """Leave alone what this command did not make."""
    try:
        made = {MARK, *json.loads((target / MARK).read_text("utf-8"))["made by persona-docs build"]}
    except (OSError, ValueError, LookupError, TypeError):
        made = {MARK}
    others = [path for path in _files(target) if path not in made and Path(path).name not in _LITTER]
    if others:
        raise ValueError(
            f"{directory} holds files that `persona-docs build` did not make ({visible(others[0])}); "
            "move them away, or name another folder with -d"
        )


def _files(folder: Path) -> list[str]:
    """Everything in a folder but the folders in it."""
    found = (each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir())
    return sorted(each.relative_to(folder).as_posix() for each in found)


def _refuse_inside(site: Folder, target: Path, directory: Path) -> None:
    """Refuse a folder whose pages would be read as personas the next time."""
    page = target / "index.md"
    for source in site.sources:
        folder = Path(os.path.normpath(site.root / source)).resolve()
        if folder.is_dir() and discover([source], site.root, Limits())[0] and page.is_relative_to(folder):
            raise ValueError(
                f"{directory} lies in the folder of the personas; name one outside of it, such as -d ../site"
            )
