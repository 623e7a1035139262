"""The project as it is handed over: its words, its reference, its package."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint, packages_distributions
from pathlib import Path

import pytest

from persona_docs.engines.directives import DIRECTIVES
from persona_docs.engines.mkdocs_plugin import PersonaDocsPlugin
from persona_docs.engines.mkdocs_plugin.config import LimitsConfig, PersonaDocsConfig
from persona_docs.exports.formats import FORMATS
from persona_docs.model import Finding, Severity
from persona_docs.pages.select import FIELDS
from persona_docs.pages.table import COLUMNS
from persona_docs.reading.dialects import DIALECTS
from persona_docs.reporting import Report
from persona_docs.reporting.machine import as_json
from scripts import reference
from tests.test_imports import imports

CHECKOUT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]
FLOORS = dict(re.findall(r"([\w-]+)>=([\d.]+)", " ".join(PROJECT["dependencies"])))
BINARY = {".png", ".ico", ".woff2"}


def project_files() -> Iterator[tuple[str, str]]:
    """Every text file under version control, with its path."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a git checkout")
    for path in filter(None, listed.stdout.decode().split("\0")):
        file = CHECKOUT / path
        if file.suffix not in BINARY and file.is_file() and file != Path(__file__).resolve():
            yield path, file.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a path of one machine", r"(?<![\w.~*])/(?:home/(?!ada\b)|Users/|root/|work/)\w"),
        ("the host of a package index", r"files\.pythonhosted\.org|--(?:extra-)?index-url"),
        ("a number of somebody's task list", r"\bissue #?\d|\bticket #\d"),
        ("a conflict that was not resolved", r"^(?:<{7}|>{7}) "),
        ("something left to do", r"\b(?:TODO|FIXME|XXX)\b:"),
    ],
)
def test_no_file_holds(what: str, pattern: str) -> None:
    found = [
        f"{path}:{number}: {line.strip()}"
        for path, text in project_files()
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]

    assert not found, f"{what}:\n" + "\n".join(found)


def test_the_generated_reference_is_up_to_date() -> None:
    assert reference.stale() == [], "run `make reference`"


@pytest.mark.parametrize("config", [PersonaDocsConfig, LimitsConfig])
def test_every_option_says_what_it_is_for(config: type[PersonaDocsConfig] | type[LimitsConfig]) -> None:
    assert {name for name, _ in reference.docstrings(config)} == set(reference.defaults(config))


def test_every_option_stands_in_the_reference() -> None:
    options = reference.pages()["options.md"]

    assert [name for name in reference.defaults(PersonaDocsConfig) if f"## `{name}`" not in options] == []
    assert [name for name in reference.defaults(LimitsConfig) if f"| `{name}` |" not in options] == []


def test_every_field_of_a_report_stands_in_the_reference() -> None:
    text = (reference.FOLDER / "command-line.md").read_text(encoding="utf-8")
    report = json.loads(as_json(Report((Finding("secret", Severity.ERROR, "Here.", "a.md"),), {}, 1)))

    assert [name for name in (*report, *report["findings"][0]) if f"`{name}`" not in text] == []


def test_every_directive_filter_and_column_stands_in_the_reference() -> None:
    text = (reference.FOLDER / "directives.md").read_text(encoding="utf-8")

    assert [name for name in DIRECTIVES if name != "persona-page" and f"## `{name}`" not in text] == []
    assert [name for name in FIELDS if f"| `{name}` |" not in text] == []
    (columns,) = re.findall(r"^The columns are (.*?)\.", text, re.MULTILINE)
    assert re.findall(r"`(\w+)`", columns) == list(COLUMNS)


def test_every_command_of_the_makefile_is_explained() -> None:
    text = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    explained = re.findall(r"^([a-z-]+):.*## \S", text, re.MULTILINE)

    assert sorted(phony.split()) == sorted(explained)


def test_the_entry_points_lead_somewhere() -> None:
    plugin = PROJECT["entry-points"]["mkdocs.plugins"]["persona-docs"]
    scripts = PROJECT.get("scripts", {})
    extension = PROJECT["entry-points"]["markdown.extensions"]["persona_docs"]

    assert EntryPoint("persona-docs", plugin, "mkdocs.plugins").load() is PersonaDocsPlugin
    assert callable(EntryPoint("persona_docs", extension, "markdown.extensions").load())
    assert all(callable(EntryPoint(name, target, "scripts").load()) for name, target in scripts.items())


@pytest.mark.parametrize(
    ("folders", "more"),
    [(["src"], []), (["scripts", "benchmarks", "tests"], PYPROJECT["dependency-groups"]["test"])],
    ids=["package", "tests"],
)
def test_what_is_imported_is_asked_for_by_name(folders: list[str], more: list[str]) -> None:
    """What only comes along with something else may stay away one day."""
    asked = {canonical(re.split(r"[!<>=~;\[ ]", each)[0]) for each in [*PROJECT["dependencies"], *more]}
    files = [file for folder in folders for file in (CHECKOUT / folder).rglob("*.py")]
    modules = {name.partition(".")[0] for file in files for _, name in imports(file)}
    others = modules - sys.stdlib_module_names - {"persona_docs", "scripts", "benchmarks", "tests"}
    packages = packages_distributions()

    assert len(others) > 2
    assert {name for name in others if asked.isdisjoint(map(canonical, packages.get(name, ())))} == set()


def canonical(package: str) -> str:
    """A package's name as it is compared."""
    return re.sub(r"[-_.]+", "-", package).lower()


def test_the_changelog_knows_this_version() -> None:
    changelog = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"\n## {PROJECT['version']}" in changelog


def test_the_licence_is_what_the_package_says() -> None:
    assert PROJECT["license"] == "MIT"
    assert (CHECKOUT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("README.md", f"{len(DIALECTS)} in all"),
        ("CHANGELOG.md", f"Reads personas in {len(DIALECTS)} dialects"),
        ("README.md", f"one of {('ten', 'eleven', 'twelve')[len(FORMATS) - 11]} other formats"),
        ("README.md", f"Python {PROJECT['requires-python'].removeprefix('>=')} and newer"),
        (
            "README.md",
            f"MkDocs {FLOORS['mkdocs']} and Material for MkDocs {FLOORS['mkdocs-material']} or newer",
        ),
    ],
)
def test_what_the_texts_count_is_so(file: str, said: str) -> None:
    assert said in " ".join((CHECKOUT / file).read_text(encoding="utf-8").split())


def test_every_picture_of_the_readme_is_there() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    local = [
        target for target in re.findall(r'(?:\]\(|src(?:set)?=")([^)"#\s]+)', readme) if "://" not in target
    ]

    assert [target for target in local if not (CHECKOUT / target).exists()] == []
