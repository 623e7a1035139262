"""How commands speak to a terminal."""

from __future__ import annotations

import os


def color() -> bool | None:
    """Whether to colour: as the environment says (https://no-color.org), else if it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None
