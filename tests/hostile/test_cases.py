"""Every hostile or broken file: nobody is hurt, nobody else's page changes, and the maintainer is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.cases import ALL
from tests.hostile.judge import GOOD, build, complaints, neighbour_page
from tests.tree import write_tree


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The neighbour's page without any case."""
    return neighbour_page(build(write_tree(tmp_path_factory.mktemp("alone"), GOOD)))


@pytest.mark.parametrize("case", [case for _, case in ALL], ids=[name for name, _ in ALL])
def test_case(case: Case, tmp_path: Path, alone: str) -> None:
    root = write_tree(tmp_path, {**GOOD, case.file: case.data})

    assert list(complaints(case, build(root), alone)) == []
