"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from persona_docs import repository
from tests.tree import write_tree

# A busy machine is no defect.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

GIT = """
#!/bin/sh
case "$*" in
    *rev-parse*) echo false; echo c0ffee;;
    *) echo waiting >> "{waits}"; exec sleep 60;;
esac
"""

CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def real_files() -> Path:
    """The folder of real persona files (`seeds/` and `wild/`), which is not part of the project.

    It is looked for in `PERSONA_DOCS_REAL_FILES`, then beside the checkout. A test that needs it is skipped
    where it is missing, unless this is CI and the variable names a folder: then it is a failure.
    """
    told = os.environ.get("PERSONA_DOCS_REAL_FILES")
    folder = Path(told) if told else CHECKOUT.parent / "shared" / "inputs"
    if (folder / "seeds").is_dir():
        return folder
    if told and os.environ.get("CI"):
        pytest.fail(f"PERSONA_DOCS_REAL_FILES names {told}, which has no folder 'seeds'")
    pytest.skip(f"the real persona files are not at {folder}; set PERSONA_DOCS_REAL_FILES to their folder")


@pytest.fixture
def slow_git(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git that tells its commit and takes too long for all else; gives a file with a line for each wait."""
    if os.name != "posix":
        pytest.skip("the program is a script")
    folder = tmp_path_factory.mktemp("bin")
    waits = folder / "waits"
    program = write_tree(folder, {"git": GIT.format(waits=waits)}) / "git"
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(repository, "SECONDS", 0.5)
    return waits


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what golden cases expect anew, as it comes out now",
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden cases are written anew."""
    return bool(request.config.getoption("--update-golden"))
