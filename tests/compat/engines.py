"""Site generators, each in an environment of its own, and the same small catalog built by them."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.compat.catalog import CATALOG
from tests.tree import write_tree

CHECKOUT = Path(__file__).parents[2]
CACHE = CHECKOUT / ".cache" / "compat"
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]


@dataclass(frozen=True)
class Engine:
    """A generator.

    Attributes:
        name: with its version, where that is pinned.
        requirements: what is installed beside us.
        command: builds the site, after `python -m`.
        config: laid over the configuration that all share.
        pages: the docs folders that `persona-docs pages` writes into, in place of the plugin.
    """

    name: str
    requirements: Sequence[str]
    command: Sequence[str] = ("mkdocs", "build", "--strict")
    config: Mapping[str, Any] = field(default_factory=dict)
    pages: Sequence[str] = ()


# What the catalog holds on purpose is no reason to fail; everything else that we say is.
EXPECTED = ("broken-link", "inclusion", "unsafe-html")
OPTIONS = {"findings": dict.fromkeys(EXPECTED, "ignore")}
PLUGIN = {"persona-docs": OPTIONS}
THEME = {"name": "material", "font": False}
MATERIAL = {"theme": THEME, "plugins": ["search", PLUGIN]}
EXTENSION: Mapping[str, Any] = {"markdown_extensions": ["tables", {"persona_docs": OPTIONS}]}
LANGUAGES = [
    {"locale": "en", "name": "English", "default": True, "build": True},
    {"locale": "es", "name": "Español", "build": True},
]

# Of every library the oldest that we say is enough.
OLDEST = [one.partition(",")[0].replace(">=", "==") for one in PROJECT["dependencies"]]

ENGINES = {
    engine.name: engine
    for engine in (
        Engine("oldest", OLDEST, config=MATERIAL),
        Engine("material-9.7.7", ["mkdocs>=1.6,<1.7", "mkdocs-material==9.7.7"], config=MATERIAL),
        Engine("material-newest", ["mkdocs>=1.6,<1.7", "mkdocs-material>=9.8,<10"], config=MATERIAL),
        Engine("properdocs", ["properdocs>=1.6"], ("properdocs", "build", "--strict"), config=MATERIAL),
        Engine(
            "techdocs-core",
            ["mkdocs-techdocs-core>=1.7"],
            config={"plugins": ["techdocs-core", PLUGIN]},
        ),
        Engine("zensical", ["zensical"], ("zensical", "build", "--strict"), config=EXTENSION, pages=["docs"]),
        Engine(
            "static-i18n",
            ["mkdocs-static-i18n>=1.3"],
            config={
                **EXTENSION,
                "theme": THEME,
                "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": LANGUAGES}}],
            },
            pages=["docs/en", "docs/es"],
        ),
    )
}


@dataclass(frozen=True)
class Built:
    """What became of an engine.

    Attributes:
        root: the folder of the configuration; the site is below it.
        missing: why the engine could not be installed; empty if it could.
        status: of the build.
        said: everything that was printed while building.
    """

    root: Path
    missing: str = ""
    status: int = 0
    said: str = ""

    def read(self, path: str) -> str:
        """A file of the site."""
        return (self.root / "site" / path).read_text("utf-8")

    def pages(self) -> list[str]:
        """The HTML files of the site, sorted."""
        site = self.root / "site"
        return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def build_all(folder: Path) -> dict[str, Built]:
    """Build the catalog with every engine, two at a time: most of it is waiting for pip."""
    wheel = _wheel(folder)
    with ThreadPoolExecutor(2) as pool:
        built = pool.map(lambda engine: _build(engine, wheel, folder / engine.name), ENGINES.values())
        return dict(zip(ENGINES, built, strict=True))


def _wheel(folder: Path) -> Path:
    """Our own package, built once for all."""
    done = _run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(CHECKOUT)])
    assert done.returncode == 0, done.stdout
    (wheel,) = folder.glob("persona_docs-*.whl")
    return wheel


def _build(engine: Engine, wheel: Path, root: Path) -> Built:
    python = CACHE / engine.name / ("Scripts" if os.name == "nt" else "bin") / "python"
    if trouble := _install(engine, wheel, python):
        return Built(root, missing=trouble)
    docs = {path: text for path, text in CATALOG.items() if path.startswith("docs/")}
    for folder in engine.pages or ["docs"]:
        write_tree(root, {path.replace("docs", folder, 1): text for path, text in docs.items()})
    write_tree(root, {path: text for path, text in CATALOG.items() if path not in docs})
    file = root / "mkdocs.yml"
    shared = {"site_name": "Team", "site_url": "https://example.org/team/"}
    file.write_text(yaml.safe_dump({**shared, **engine.config}), "utf-8")
    said = ""
    for folder in engine.pages:
        done = _run([str(python.with_name("persona-docs")), "pages", folder], root, told=subprocess.DEVNULL)
        file.write_text(file.read_text("utf-8") + done.stdout, "utf-8")  # the lines to paste
        said += f"persona-docs pages: {done.returncode}" if done.returncode else ""
    done = _run([str(python), "-m", *engine.command], root)
    return Built(root, status=done.returncode, said=said + done.stdout)


def _install(engine: Engine, wheel: Path, python: Path) -> str:
    """Make an engine's environment, or bring what is there up to date; why that failed, if it did."""
    place = CACHE / engine.name
    if not python.exists():
        made = _run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(place)])
        if made.returncode:
            return made.stdout
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-input"]
    done = _run([*pip, *engine.requirements, f"{wheel}"])
    if not done.returncode:
        done = _run([*pip, "--force-reinstall", "--no-deps", f"{wheel}"])
    return done.stdout if done.returncode else ""


def _run(
    command: Sequence[str], folder: Path | None = None, *, told: int = subprocess.STDOUT
) -> subprocess.CompletedProcess[str]:
    """Run a program with nothing of this one's environment in the way of its packages."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        command,
        cwd=folder,
        env={**clean, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdout=subprocess.PIPE,
        stderr=told,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
