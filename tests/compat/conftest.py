"""The engines are built once, and only when they are asked for."""

from __future__ import annotations

import os

import pytest

from tests.compat.engines import ENGINES, Built, build_all

ASKED = bool(os.environ.get("COMPAT"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """What every engine made of the catalog."""
    if not ASKED:
        pytest.skip("builds with every generator in an environment of its own: run `make compat`")
    return build_all(tmp_path_factory.mktemp("compat"))


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, built: dict[str, Built]) -> Built:
    """One of them."""
    found = built[request.param]
    if found.missing:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{request.param}: {found.missing}")
    return found


@pytest.fixture
def reference(built: dict[str, Built]) -> Built:
    """The one that the others are held against."""
    return built["material-newest"]
