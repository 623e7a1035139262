"""Shows what can be fixed in persona files, and fixes it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from persona_docs.cli.console import color, show_diff
from persona_docs.cli.replacing import replace_bytes
from persona_docs.fixing import FIXABLE, diff, fix
from persona_docs.gathering.contents import contents
from persona_docs.gathering.gather import gather
from persona_docs.gathering.kept import Kept
from persona_docs.options import Options
from persona_docs.reading.dialects import is_yaml
from persona_docs.reporting.escape import visible


def fix_all(
    options: Options,
    root: Path,
    only: tuple[str, ...],
    folder: Path | None,
    *,
    wanted: tuple[Collection[str], Collection[str]],
    write: bool,
) -> None:
    """Show on standard error what can be fixed, and fix it if asked to.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
        only: the files in place of the sources.
        folder: where to keep what was made.
        wanted: only these codes, or any; and none of those.
        write: whether to fix it.

    Raises:
        ValueError: the options name something that does not exist.
    """
    gathered = gather(options, root, kept=Kept(folder), given=contents(options, root, only))
    gathered.keep()
    catalog = gathered.catalog(options, root)
    selected, ignored = wanted
    codes = {code for code in selected or FIXABLE if code not in ignored}
    told = {(each.path, each.code) for each in catalog.findings}
    for path, persona in {persona.source.path: persona for persona in catalog.personas}.items():
        here = {code for code in codes if (path, code) in told}
        if not is_yaml(persona.dialect):
            here.discard("front-matter")
        fixed = fix(persona.source, here, options.limits) if here else None
        if fixed is None:
            continue
        show_diff(diff(fixed), err=True)
        done = _written(root / path, fixed.data) if write else "would fix"
        what = f"{done} {visible(path)}: {', '.join(fixed.codes)}"
        click.secho(what, err=True, bold=True, color=color())


def _written(file: Path, data: bytes) -> str:
    """What became of writing a file; one that cannot be written stays, and keeps none of the others."""
    try:
        replace_bytes(file, data)
    except OSError as error:
        return f"cannot write ({error.strerror or error})"
    return "fixed"
