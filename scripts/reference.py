"""Write the parts of the reference pages that the code itself knows: options, limits and findings.

Each part stands between `<!-- name: … -->` and `<!-- /name -->` in a page of `docs/reference`. A test fails
when a page is not what this script would write; run `make reference` then.
"""

from __future__ import annotations

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.base import Config

from persona_docs.codes import CODES
from persona_docs.engines.mkdocs_plugin.config import LimitsConfig, PersonaDocsConfig

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


def findings() -> str:
    """A section for each code."""
    return "\n\n".join(
        f"## `{code.name}`\n\n"
        f"**{code.severity.capitalize()}.** {code.summary}. {code.why}\n\n"
        f"*To mend it:* {code.fix}"
        for code in CODES.values()
    )


PAGES = {
    "options.md": {"options": options, "limits": limits},
    "findings.md": {"findings": findings},
}


def written(page: str) -> str:
    """The page as it should be."""
    text = (FOLDER / page).read_text(encoding="utf-8")
    for name, make in PAGES[page].items():
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
    """Write every page anew."""
    for page in PAGES:
        (FOLDER / page).write_text(written(page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
