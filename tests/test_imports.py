"""The rooms of the house: data goes one way, so a module imports only from rooms above its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "persona_docs"

ROOMS = (
    {"model"},
    {"codes", "folding", "colors", "parallel", "keeping"},
    {"options"},
    {"option_values"},
    {"reading"},
    {"checks"},
    {"catalog"},
    {"pages"},
    {"configuration", "repository"},
    {"exports", "gathering", "fixing", "reporting"},
    {"engines"},
    {"cli"},
)
"""From the top of the house to its doors. A room may import from those above it and from itself."""

READING = (
    {"text"},
    {"discovery"},
    {"front_matter"},
    {"markdown"},
    {"body"},
    {"fields"},
    {"situations"},
    {"terms"},
    {"roles"},
    {"derived"},
    {"dialects"},
)
"""The rooms of the largest room, in the order of a file's way; what lies beside them comes last."""

ONLY_IN = {
    "mkdocs": "engines/mkdocs_",
    "markdown": "engines/markdown_extension",
    "pymdownx": "engines/markdown_extension",
}
"""Who alone may know a site generator."""

PURE = {"model", "codes", "options", "option_values", "folding", "colors"}
"""Rooms without input and output."""

LOGGERS = ("engines/", "cli")
"""Who alone may log."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(module: Path) -> Iterator[tuple[int, str]]:
    """Every import of a module, wherever it stands, with its line."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}:{node.lineno}: write the import out from persona_docs"
            base = node.module or ""
            if base in {"persona_docs", "persona_docs.reading"}:
                yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, base


def place(module: Path) -> str:
    """The module's path in the package, without its ending."""
    return module.relative_to(PACKAGE).with_suffix("").as_posix()


def floor(room: str, house: tuple[set[str], ...] = ROOMS) -> int:
    """How far down a room stands; what is none of the rooms stands below them all."""
    return next((index for index, rooms in enumerate(house) if room in rooms), len(house))


@pytest.mark.parametrize("module", sorted((PACKAGE / "reading").rglob("*.py")), ids=place)
def test_a_module_of_reading_imports_only_from_rooms_of_it_above(module: Path) -> None:
    here = place(module)
    room = here.split("/")[1]
    wrong = []
    for line, name in imports(module):
        _, found, rest = name.partition("persona_docs.reading.")
        other = rest.split(".")[0]
        if found and other != room and floor(other, READING) >= floor(room, READING) < len(READING):
            wrong.append(f"{here}.py:{line} imports {name}, which stands below it or beside it")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("module", MODULES, ids=place)
def test_a_module_imports_only_from_rooms_above(module: Path) -> None:
    here = place(module)
    room = here.split("/")[0]
    if room in {"__init__", "__main__"}:
        return
    wrong = []
    for line, name in imports(module):
        top, _, rest = name.partition(".")
        if top == "persona_docs":
            other = rest.split(".")[0]
            if other != room and other and floor(other) >= floor(room):
                wrong.append(f"{here}.py:{line} imports {name}, which stands below it or beside it")
        elif top in ONLY_IN and not here.startswith(ONLY_IN[top]):
            wrong.append(f"{here}.py:{line} imports {name}; only {ONLY_IN[top]} may")
        elif top == "logging" and not here.startswith(LOGGERS):
            wrong.append(f"{here}.py:{line} logs; only engines and the command line do")
        elif top in {"io", "os", "pathlib", "shutil", "subprocess"} and room in PURE:
            wrong.append(f"{here}.py:{line} imports {name}; {room} has no input or output")
    assert not wrong, "\n".join(wrong)


def test_every_room_has_its_place() -> None:
    rooms = {place(module).split("/")[0] for module in MODULES} - {"__init__", "__main__"}
    of_reading = {path.parent.name for path in (PACKAGE / "reading").glob("*/__init__.py")}

    assert rooms <= set().union(*ROOMS)
    assert of_reading == set().union(*READING)


def test_reading_a_module_finds_imports_inside_functions(tmp_path: Path) -> None:
    module = tmp_path / "m.py"
    module.write_text(
        "def f():\n    from persona_docs import pages\n    import mkdocs.plugins\n", encoding="utf-8"
    )

    assert list(imports(module)) == [(2, "persona_docs.pages"), (3, "mkdocs.plugins")]


def test_the_architecture_names_every_room_and_every_module_of_the_large_ones():
    page = (PACKAGE.parents[1] / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)(?:\.py|/)?`", page))
    rooms = set().union(*ROOMS, *READING)
    assert rooms - named == set()
    large = [PACKAGE / room for room in ("reading", "catalog", "pages", "exports", "cli")]
    modules = {file.stem for room in large for file in room.rglob("*.py") if file.parent.name != "dialects"}
    assert modules - {"__init__"} - named == set()
