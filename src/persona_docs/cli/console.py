"""What commands print: lines, warnings, differences, and why they cannot do their work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from persona_docs.folding import nearest
from persona_docs.reporting.escape import visible

_DIFF = {"+": "green", "-": "red", "@": "cyan"}


class Refusal(click.ClickException):
    """Ends a command that cannot do its work, with a message and without its usage.

    The exit status is 2, as for wrong usage: 1 is kept for work that was done and whose answer is no.
    """

    exit_code = 2


def color() -> bool | None:
    """Whether to colour: as the environment says (https://no-color.org), else if it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


@contextmanager
def perhaps_unheard() -> Iterator[None]:
    """Go on without a word once nobody reads any more, as behind `| head`: the work is still wanted."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str = "", *, bold: bool = False) -> None:
    """Write a line, at once even where nobody watches, without what could move the cursor."""
    with perhaps_unheard():
        click.secho(visible(text), bold=bold or None, color=color())
        sys.stdout.flush()


def complain(text: str) -> None:
    """Write on standard error, line by line."""
    for line in text.splitlines():
        click.secho(visible(line), err=True, fg="yellow", color=color())


def show_diff(lines: Iterable[str], *, err: bool = False) -> None:
    """Write a difference line by line, without what could move the cursor."""
    with perhaps_unheard():
        for line in lines:
            click.secho(visible(line), err=err, fg=_DIFF.get(line[:1]), color=color())


def missing(path: str) -> str:
    """What to say of a path that leads nowhere, with what stands beside it and was perhaps meant."""
    said, wanted = f"there is no file or folder “{path}”", Path(path)
    try:
        names = sorted(each.name for each in wanted.parent.iterdir())
    except OSError:
        return said
    meant = nearest(wanted.name, names)
    return f"{said}; did you mean “{wanted.parent / meant}”?" if meant else said
