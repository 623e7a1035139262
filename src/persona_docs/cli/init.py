"""`persona-docs init`: the catalog in a site that is there already."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from persona_docs.cli.adding import added
from persona_docs.cli.console import Refusal, say, show_diff
from persona_docs.cli.elsewhere import elsewhere
from persona_docs.cli.places import places
from persona_docs.cli.replacing import replace_bytes
from persona_docs.configuration import (
    NAMES,
    find_configuration,
    listed_plugins,
    read_configuration,
    read_site,
)


@click.command()
@click.option(
    "--config-file",
    "-f",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"The site's configuration; without it, {NAMES[0]} in this folder.",
)
@click.option("--yes", "-y", is_flag=True, help="Write without asking.")
def init(*, config_file: Path | None, yes: bool) -> None:
    """Add the catalog to an MkDocs site.

    The plugin goes into mkdocs.yml, and its page into the navigation if there is one. The change is shown
    first. Comments and everything else stay as they are.
    """
    file = config_file or find_configuration(Path())
    if file is None:
        raise Refusal(
            f"there is no {NAMES[0]} here. `persona-docs serve` needs none; `mkdocs new .` makes one"
        )
    serve = f"mkdocs serve -f {file}" if file.parent != Path() else "mkdocs serve"
    path, listed = _known(file)
    try:
        before = file.read_bytes().decode()
        root = file.resolve().parent
        found = places(root) or elsewhere(root)
        after = added(before, found or ("personas",), path=path, listed=listed)
        if after == before:
            say(f"{file} has the catalog already. See it with `{serve}`.")
            return
        show_diff(unified_diff(before.splitlines(), after.splitlines(), str(file), str(file), lineterm=""))
        if not yes:
            click.confirm(f"Write this to {file}?", abort=True)
        replace_bytes(file, after.encode())
    except ValueError as error:
        raise Refusal(f"{file}: {error}") from error
    except OSError as error:
        raise Refusal(f"{file} cannot be written: {error.strerror}") from error
    say(f"{file} is written.", bold=True)
    if not found:
        folder = file.parent / "personas"
        say(f"There is no persona yet: `persona-docs new --directory {folder}` writes one.")
    say(f"Next: `{serve}`, and open {f'the page {path}/' if path else 'its home page'}.")


def _known(file: Path) -> tuple[str, frozenset[str]]:
    """Where in the site the catalog lives or will, and the plugins it has, those it inherits included.

    Raises:
        Refusal: the configuration is not valid, or belongs to a generator that runs no plugins.
    """
    try:
        if file.stem == "zensical":
            folder = file.parent / read_site(file).docs_dir
            raise Refusal(
                f"Zensical runs no plugins. `persona-docs pages {folder}` writes the pages as files, "
                f"and says what {file} lacks for them"
            )
        return read_configuration(file).path, listed_plugins(file)
    except ValueError as error:
        raise Refusal(str(error)) from error
