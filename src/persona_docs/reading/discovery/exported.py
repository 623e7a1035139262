"""What the catalog itself wrote into a project: read again, every persona would be there twice."""

from __future__ import annotations

import json
from pathlib import Path

from persona_docs.options import Limits
from persona_docs.reading.discovery.opening import bytes_of

OWN = ".persona-docs-export"
"""What the names of an export's own bookkeeping begin with."""

MANIFEST = f"{OWN}.json"
"""The file in which an export keeps what it wrote below its folder."""

SCHEMA = "personas.schema.json"
"""The file that describes the catalog as data: https://json-schema.org/draft/2020-12."""

_HEAD = 100  # characters


def is_catalog(path: str, text: str) -> bool:
    """Whether a file is a catalog as data, from an export or from a site.

    >>> is_catalog("site/personas.json", '{"$schema": "personas.schema.json"}')
    True
    """
    return path.endswith(".json") and f'"$schema": "{SCHEMA}"' in text[:_HEAD]


def exported(folder: Path, limits: Limits) -> frozenset[Path]:
    """The files that an export wrote into a folder, as its manifest says; none where it cannot be read."""
    data, _ = bytes_of(folder / MANIFEST, MANIFEST, limits)
    try:
        formats = json.loads(data or b"{}")["exports"]
        names = (name for files in formats.values() for name in files if not Path(name).is_absolute())
        return frozenset(folder / name for name in names)  # one that leads out by `..` is nobody's path
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return frozenset()
