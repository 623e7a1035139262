"""The package as people get it: built from a checkout, installed alone into an empty environment, used."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from persona_docs.options import Options
from persona_docs.reading import read
from tests.tree import write_tree

pytestmark = pytest.mark.site

CHECKOUT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds, for whatever waits
PERSONA = "---\nname: qa\ndescription: Tests.\n---\n\nTest it.\n"


def run(*command: str | Path, here: Path) -> str:
    """What a program prints; a failure shows all of it."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=here, env=own, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def package(tmp_path_factory) -> Path:
    """A folder with `dist/` and the environment `bare/`, made once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    shared = (shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared) / "package"
    try:
        shared.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not (shared / "made").exists():
            assert time.monotonic() < end, "another worker has not finished the package"
            time.sleep(0.2)
        return shared
    run(sys.executable, "-m", "build", "--outdir", shared / "dist", CHECKOUT, here=shared)
    venv.create(shared / "bare", with_pip=True)
    (wheel,) = (shared / "dist").glob("*.whl")
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(program(shared, "python"), *pip, wheel, here=shared)
    (shared / "made").touch()
    return shared


def program(package: Path, name: str) -> Path:
    """A program of the bare environment."""
    return package / "bare" / ("Scripts" if os.name == "nt" else "bin") / name


def tracked(*under: str) -> set[str]:
    listed = subprocess.run(["git", "ls-files", "-z", *under], cwd=CHECKOUT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a git checkout")
    return {path for path in listed.stdout.decode().split("\0") if path and (CHECKOUT / path).exists()}


def test_the_wheel_holds_the_package_and_nothing_else(package):
    (wheel,) = (package / "dist").glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    code = {path.removeprefix("src/") for path in tracked("src")}
    assert code <= names
    assert "persona_docs/py.typed" in names
    others = {name for name in names - code if not name.startswith("persona_docs/")}
    (info,) = {name.partition("/")[0] for name in others}
    assert f"{info}/licenses/LICENSE" in others
    entries = zipfile.ZipFile(wheel).read(f"{info}/entry_points.txt").decode()
    assert (
        "persona-docs = persona_docs.cli:main" in entries
    )  # what `uvx persona-docs` and `pipx run` look for


def test_the_sdist_holds_what_tests_and_documentation_need(package):
    (sdist,) = (package / "dist").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    folders = ("src", "tests", "docs", "personas", "scripts", "benchmarks")
    files = ("README.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "package*.json", ".npmrc")
    wanted = tracked(*folders, *files)
    assert {name for name in wanted if not name.endswith(".gitignore")} <= names
    assert not {name for name in names if name.startswith((".git/", ".venv", "site/", "node_modules"))}


def test_in_a_bare_environment_it_says_its_version_completes_and_builds(package, tmp_path):
    command = program(package, "persona-docs")
    assert re.fullmatch(r"persona-docs, version \d+\.\d+\.\d+\n", run(command, "--version", here=tmp_path))
    assert run(program(package, "python"), "-m", "persona_docs", "--version", here=tmp_path).startswith(
        "persona-docs, version"
    )
    for shell in ("bash", "zsh", "fish"):
        os.environ["_PERSONA_DOCS_COMPLETE"] = f"{shell}_source"
        try:
            script = run(command, here=tmp_path)
        finally:
            del os.environ["_PERSONA_DOCS_COMPLETE"]
        assert "_PERSONA_DOCS_COMPLETE" in script
    write_tree(tmp_path, {"shop/.claude/agents/qa.md": PERSONA})
    run(command, "build", "shop", "-d", "out", here=tmp_path)
    assert "Test it." in (tmp_path / "out/qa.html").read_text("utf-8")


def test_real_files_become_a_site_with_every_persona(package, real_files, tmp_path):
    wild = real_files / "wild"
    (tmp_path / "temporary").mkdir()
    for folder in (real_files / "seeds", wild, *sorted(wild.iterdir())):
        personas = read(Options(sources=(folder.name,)), folder.parent).personas
        assert personas, folder
        assert_shown(package, folder, len(personas), tmp_path)
    assert list((tmp_path / "temporary").iterdir()) == []


def assert_shown(package: Path, folder: Path, wanted: int, tmp_path: Path) -> None:
    """See that serving a folder from elsewhere gives a page for every persona."""
    server = subprocess.Popen(
        [program(package, "persona-docs"), "serve", folder],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary"), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        address = ""
        for line in server.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                address = found[0]
                break
        assert address, folder

        def get(path: str) -> str:
            with urllib.request.urlopen(address + path, timeout=PATIENCE) as answer:
                assert answer.status == 200
                return answer.read().decode()

        pages = re.findall(r'class="persona-card__name">.*?<a href="([^"]+)"', get(""))
        assert len(set(pages)) == wanted, folder
        for page in pages[:: max(1, wanted // 20)]:
            assert "<h1" in get(page)
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)
    assert server.returncode == 0
