"""What tests of reading share."""

from __future__ import annotations

from pathlib import Path

import pytest

from persona_docs.options import Options
from persona_docs.reading import Reading, read
from tests.tree import write_tree


@pytest.fixture
def reading(tmp_path: Path):
    """Reads the files of a picture, below `personas/`."""

    def read_picture(picture: str) -> Reading:
        return read(Options(), write_tree(tmp_path, picture))

    return read_picture
