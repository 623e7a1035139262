r"""The pages of the documentation about findings: one for each code, and their index.

Every code has an example in `tests/findings`: a tree of files, as a picture, with the fewest lines that raise
it. What `persona-docs check` says of it is no prose of ours but found out here, so a page never tells of a
message that does not exist. In a picture `\xNN` stands for a byte and `\uNNNN` for a character.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import click

from persona_docs.catalog import build_catalog
from persona_docs.codes import CODES, Code
from persona_docs.configuration import find_configuration, read_configuration
from persona_docs.fixing import FIXABLE
from persona_docs.gathering.told import Told
from persona_docs.option_values import IGNORE, LEVELS
from persona_docs.options import Options
from persona_docs.reading import read
from persona_docs.reporting import FORMATS, Report
from scripts import pictures

EXAMPLES = Path(__file__).parent.parent / "tests" / "findings"
_LANGUAGES = {".md": "markdown", ".yml": "yaml"}
_FIXABLE = "`persona-docs check --fix` does it where there is one safe answer."


def pages() -> Mapping[str, str]:
    """Every page by its file's name."""
    return {"index.md": _index(), **{f"{code.name}.md": _page(code) for code in CODES.values()}}


def example(code: str) -> str:
    """The picture of a code's example."""
    return (EXAMPLES / f"{code}.txt").read_text(encoding="utf-8")


@cache
def said(picture: str) -> Report:
    """What checking a tree of files finds."""
    with tempfile.TemporaryDirectory() as folder:
        root = pictures.write(picture, Path(folder))
        file = find_configuration(root)
        options = read_configuration(file) if file else Options()
        reading = read(options, root)
        catalog = build_catalog(reading.personas, reading.findings, options, root)
    told = Told.of(catalog, {})
    return Report(told.findings, dict(told.lines), told.personas)


def _index() -> str:
    rows = [
        f"| [`{code.name}`]({code.name}.md) | {code.severity} | {code.summary} |" for code in CODES.values()
    ]
    return f"""# Findings

A finding tells the maintainer of persona files what to fix. It has a code, a level, a place, and a fix.
`persona-docs check` prints findings, `mkdocs build` logs them, and the catalog shows them on its health page
and, folded, on the page of the persona.

A place is a file, a line and a column: `personas/reviewer.md:3:22`. Both count from 1, columns in characters,
of which a tab is one and a byte order mark none. Where there is no column, the whole line is meant, or what
begins on it; where there is no line, the whole file.

The codes are a closed set and keep their names. The level below is the usual one: where a case is graver or
milder, what is said of it has the level that fits. A level that you
[set](../options.md#changing-a-level) holds for all cases, and `ignore` silences the code. To be told only of
what is new, keep a [baseline](../../how-to/check-persona-files.md#start-with-files-that-have-many-findings).

| Code | Level | What is wrong |
|---|---|---|
{chr(10).join(rows)}
"""


def _page(code: Code) -> str:
    fixable = f"\n{_FIXABLE}\n" if code.name in FIXABLE else ""
    level = next(each for each in LEVELS if each not in (code.severity, IGNORE))
    return f"""# {code.name}

**{code.severity.capitalize()}.** {code.summary}. {code.why}

{_example(code.name)}## Fix it

{code.fix}
{fixable}
## Change its level

```yaml title="mkdocs.yml"
plugins:
  - persona-docs:
      findings:
        {code.name}: {level} # or {", ".join(each for each in LEVELS if each not in (level, code.severity))}
```

Where there is no `mkdocs.yml`, `persona-docs check --ignore {code.name}` leaves it out.

[All findings](index.md)
"""


def _example(code: str) -> str:
    """The files and what is said of them; nothing while a new code has no example, which a test tells of."""
    if not (EXAMPLES / f"{code}.txt").is_file():
        return ""
    report = said(example(code))
    mine = tuple(each for each in report.findings if each.code == code)
    told = click.unstyle(FORMATS["text"](replace(report, findings=mine))).rpartition("\n\n")[0]
    answer = f"`persona-docs check` says:\n\n{_fenced('text', '', told)}\n" if mine else ""
    return f"## Example\n\n{''.join(_shown(example(code)))}{answer}"


def _shown(picture: str) -> Iterator[str]:
    for path, target, text in pictures.files(picture):
        if target:
            yield f"`{path}` is a symbolic link to `{target}`.\n\n"
        else:
            yield (_fenced(_LANGUAGES[Path(path).suffix], path, pictures.visible(text.rstrip("\n"))) + "\n")


def _fenced(language: str, title: str, text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}{f' title={chr(34)}{title}{chr(34)}' if title else ''}\n{text}\n{fence}\n"
