"""What tests of reading share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from persona_docs.model import Persona
from persona_docs.options import Options
from persona_docs.reading import Reading, read
from tests.tree import write_tree


@pytest.fixture
def reading(tmp_path: Path):
    """Reads the files of a picture, below `personas/`."""

    def read_files(files: str | Mapping[str, str], **options) -> Reading:
        return read(Options(**options), write_tree(tmp_path, files))

    return read_files


@pytest.fixture
def persona(reading):
    """Reads one file."""

    def read_one(text: str, path: str = "a.md", **options) -> Persona:
        (found,) = reading({f"personas/{path}": text}, **options).personas
        return found

    return read_one
