"""Write the reference pages, or parts of them, that the code itself knows.

A part stands between `<!-- name: … -->` and `<!-- /name -->` in a page of `docs/reference`; the pages of
`docs/reference/findings` are made as a whole. A test fails when a page is not what this script would write;
run `make reference` then. With `--check` nothing is written, and what would be is listed.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click
from mkdocs.config.base import Config

from persona_docs.cli import COMMANDS
from persona_docs.cli import main as command_line
from persona_docs.cli.places import PLACES
from persona_docs.engines.mkdocs_plugin.config import LimitsConfig, PersonaDocsConfig
from persona_docs.exports import data
from persona_docs.exports import formats as exports
from persona_docs.reading.dialects import DIALECTS
from persona_docs.reading.discovery.exported import SCHEMA
from persona_docs.reading.front_matter.keys import ALIASES
from scripts import findings

FOLDER = Path(__file__).parent.parent / "docs" / "reference"


def docstrings(config: type[Config]) -> Iterator[tuple[str, str]]:
    """Every option of a configuration class, as `mkdocs.yml` spells it, with the docstring below it."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(config))).body
    assert isinstance(definition, ast.ClassDef)
    for option, text in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(option, ast.Assign) and isinstance(text, ast.Expr):
            (target,) = option.targets
            yield ast.unparse(target).rstrip("_"), inspect.cleandoc(ast.literal_eval(text.value))


def defaults(config: type[Config]) -> dict[str, object]:
    """Every option's default."""
    return {name.rstrip("_"): option.default for name, option in config._schema}


def options() -> str:
    """A section for each option; `limits` has one of its own, written by hand."""
    known = defaults(PersonaDocsConfig)
    return "\n\n".join(
        f"## `{name}`\n\n{text}\n\nDefault: `{_yaml(known[name])}`"
        for name, text in docstrings(PersonaDocsConfig)
        if name != "limits"
    )


def limits() -> str:
    """A row for each limit."""
    known = defaults(LimitsConfig)
    rows = [f"| `{name}` | {_yaml(known[name])} | {text} |" for name, text in docstrings(LimitsConfig)]
    return "\n".join(["| Limit | Default | Meaning |", "|---|--:|---|", *rows])


def keys() -> str:
    """A row for each field, with the keys that mean it."""
    written = {field: [name.replace(" ", "_") for name in names] for field, names in ALIASES.items()}
    rows = [f"| `{field}` | {', '.join(f'`{name}`' for name in names)} |" for field, names in written.items()]
    return "\n".join(["| Field | Keys |", "|---|---|", *rows])


def dialects() -> str:
    """A row for each dialect, by name."""
    rows = [
        f"| `{each.name}` | {each.label} | [{each.url.split('/')[2]}]({each.url}) |"
        for each in sorted(DIALECTS, key=lambda each: each.name)
    ]
    return "\n".join(["| Name | What people read | Described at |", "|---|---|---|", *rows])


def places() -> str:
    """Where personas are looked for in a project."""
    return ", ".join(f"`{place}`" for place in PLACES) + "."


def command(name: str) -> str:
    """A row for each option of a command."""
    rows = []
    found = command_line.get_command(click.Context(command_line), name)
    for each in found.params if found else ():
        if isinstance(each, click.Option):
            names = ", ".join(f"`{name}`" for name in each.opts)
            choices = each.type.choices if isinstance(each.type, click.Choice) else ()
            told = [each.help, f"One of {', '.join(f'`{one}`' for one in choices)}." if choices else ""]
            default = f"Default: `{each.default}`." if choices or each.show_default else ""
            rows.append(f"| {names} | {' '.join(filter(None, [*told, default]))} |")
    return "\n".join(["| Option | Meaning |", "|---|---|", *rows])


def formats() -> str:
    """A row for each format of the command `export`."""
    rows = [
        f"| `{name}` | {each.place} | {_first_line(each.export)} |" for name, each in exports.FORMATS.items()
    ]
    return "\n".join(["| Format | For | Files |", "|---|---|---|", *rows])


def fields() -> str:
    """A row for each field of a persona in `personas.json`."""
    schema = json.loads(data.schema())
    rows = [
        f"| `{name}` | {_kind(each)} | {each['description']} |"
        for name, each in _fields(schema["$defs"]["persona"])
    ]
    return "\n".join(["| Field | Kind | Meaning |", "|---|---|---|", *rows])


def _fields(schema: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every field, those of what it holds behind it."""
    for name, each in schema.get("properties", {}).items():
        yield f"{prefix}{name}", each
        yield from _fields(each.get("items", each), f"{prefix}{name}.")


def _kind(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    return f"list of {schema['items']['type']}s" if schema["type"] == "array" else str(schema["type"])


def _first_line(function: Callable[..., object]) -> str:
    return (inspect.getdoc(function) or "").split("\n\n")[0].replace("\n", " ")


PARTS: dict[str, dict[str, Callable[[], str]]] = {
    "options.md": {"options": options, "limits": limits, "keys": keys},
    "dialects.md": {"dialects": dialects},
    "exports.md": {"formats": formats, "fields": fields},
    "command-line.md": {"places": places, **{name: partial(command, name) for name in COMMANDS}},
}


def pages() -> dict[str, str]:
    """Every page as it should be, by its path in the reference."""
    made = {f"findings/{name}": text for name, text in findings.pages().items()}
    schema = {SCHEMA: data.schema().decode()}
    return {**{page: _with_parts(page) for page in PARTS}, **made, **schema}


def stale() -> list[str]:
    """The pages that are not what they should be, those that should not be there among them."""
    wanted = pages()
    there = {path.relative_to(FOLDER).as_posix() for path in (FOLDER / "findings").glob("*.md")}
    changed = [page for page, text in wanted.items() if _read(page) != text]
    return [*changed, *sorted(there - set(wanted))]


def _read(page: str) -> str:
    file = FOLDER / page
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _with_parts(page: str) -> str:
    text = _read(page)
    for name, make in PARTS[page].items():
        start = text.index("-->\n", text.index(f"<!-- {name}:")) + len("-->\n")
        end = text.index(f"<!-- /{name} -->")
        text = f"{text[:start]}\n{make()}\n\n{text[end:]}"
    return text


def _yaml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(str, value))}]"
    return f"{value:,}" if isinstance(value, int) else str(value)


def main() -> int:
    """Write every page anew, or list those that are stale."""
    if "--check" in sys.argv[1:]:
        old = stale()
        sys.stdout.writelines(f"{page} is not up to date; run `make reference`\n" for page in old)
        return 1 if old else 0
    wanted = pages()
    (FOLDER / "findings").mkdir(exist_ok=True)
    for page in stale():
        if page in wanted:
            (FOLDER / page).write_text(wanted[page], encoding="utf-8")
        else:
            (FOLDER / page).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
