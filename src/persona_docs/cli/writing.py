"""How commands bring files into a folder, and say what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path

import click

from persona_docs.cli.console import Refusal, color, show_diff
from persona_docs.exports.folder import tree
from persona_docs.exports.folder.paths import Files
from persona_docs.exports.folder.tree import Change, Fate
from persona_docs.reporting.escape import visible

_STALE = frozenset({Fate.NEW, Fate.CHANGED, Fate.GONE, Fate.EDITED})
_SAID = {
    Fate.NEW: ("wrote", "is missing"),
    Fate.CHANGED: ("wrote", "is out of date"),
    Fate.GONE: ("removed", "should not be there any more"),
}
_LONGEST = 40  # lines of a difference


def bring(folder: Path, name: str, make: Callable[[], Files], *, check: bool) -> bool:
    """Write the files of an export into a folder, or with `check` only say what would be written.

    Returns:
        Whether the folder is not what it should be.
    """
    try:
        files = make()
        told = tree.compare(folder, name, files) if check else tree.write(folder, name, files)
        ended = check and tree.pending(folder)
    except ValueError as error:
        raise Refusal(str(error)) from error
    except OSError as error:
        raise Refusal(f"{error.filename or folder}: {error.strerror}") from error
    for change in told:
        _tell(change, check=check)
    if ended:
        click.echo(f"{folder}: an export was ended half-way; run it again without --check", err=True)
    stale = any(each.fate in (_STALE if check else {Fate.EDITED}) for each in told)
    if not told and not ended:
        click.echo(f"{len(files)} files in {folder} are up to date", err=True)
    return stale or ended


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
        show_diff(_difference(change), err=True)
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
