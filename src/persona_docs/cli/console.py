"""How commands speak to a terminal."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

import click


class Refusal(click.ClickException):
    """What a command cannot work with, though it was called rightly: its usage would be no help."""

    exit_code = 2


def color() -> bool | None:
    """Whether to colour: as the environment says (https://no-color.org), else if it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def missing(path: str) -> str:
    """What to say of a path that leads nowhere, with what stands beside it and was perhaps meant."""
    said, wanted = f"there is no file or folder “{path}”", Path(path)
    try:
        names = sorted(each.name for each in wanted.parent.iterdir())
    except OSError:
        return said
    close = get_close_matches(wanted.name, names, n=1)
    return f"{said}; did you mean “{wanted.parent / close[0]}”?" if close else said
