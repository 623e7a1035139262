"""The versions that cached results depend on."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from platform import python_version


def versions(libraries: Iterable[str]) -> list[str]:
    """Python's, and those of these libraries, in their order; empty for one that is not installed."""
    return [python_version(), *map(_version, libraries)]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
