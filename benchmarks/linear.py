"""How the time for one file grows with its size: 1 is linear, 2 is quadratic.

    python -m benchmarks.linear [NAME…]

Each text is repeated to 64 kB, 128 kB … 1 MB, read as a persona, checked and rendered as pages, under the
limits that everybody has. Lines are kept shorter than the limit, so that they are parsed and not just shown.
A `!` stands where a text was shown as its source because parsing or rendering it took too long, or where a
front matter is larger than the limit; the others have an exponent, that of the last doublings, which start-up
does not blur.
"""

from __future__ import annotations

import gc
import math
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from persona_docs.catalog import build_catalog
from persona_docs.options import Options
from persona_docs.pages import plan, render
from persona_docs.pages.page import Site
from persona_docs.reading import read

SAMPLE = Path(__file__).parent.parent / "personas" / "claude" / "code-reviewer.md"
SIZES = tuple(65_536 << doubling for doubling in range(5))
_LINE = 8_000  # characters
_HEAD = "---\nname: long\ndescription: Is long.\n---\n"

TEXTS = {
    "a persona": SAMPLE.read_text(encoding="utf-8").split("---\n", 2)[2],
    "one line": "word ",
    "lines": "A line of text.\n",
    "paragraphs": "Some words.\n\n",
    "headings": "## Heading\n\nText.\n\n",
    "list items": "- item\n",
    "tasks": "- [ ] task\n",
    "table rows": "| a | b |\n",
    "fences": "```text\nx\n```\n\n",
    "fence openers": "```a\n",
    "turned fences": "```md\n```yaml\n```\n",
    "brackets": "[",
    "link openers": "[a](",
    "images": "![a](b) ",
    "stars": "*a ",
    "underscores": "_a_ __",
    "backticks": "`a ``b ",
    "quotes": "> a\n",
    "html": "<b>a</b> ",
    "tags": "<a ",
    "sections": "<part_a>\n",
    "closed sections": "<part_a>\n\n- a\n\n</part_a>\n\n",
    "comments": "<!-- ",
    "entities": "&amp; &a",
    "mentions": "@somebody /command ",
    "addresses": "https://example.org/a?b=c ",
    "dots": "a.b.c@",
    "colons": "Note: so: it is.\n",
    "bold leads": "**Lead**: text\n",
    "separators": "---\n",
    "fields": "---\nname: a\n---\n",
    "accents": "acci\u00f3n ",
    "mojibake": "acci\u00c3\u00b3n ",
    "zero-width": "a\u200bb ",
    "controls": "\x1b[31m",
    "slashes": "a/b/c ",
    "ideographs": "数据工程师。",
    "secrets": "key: sk-ant-",
    "quotation": "\u201cword\u201d ",
}
"""What is repeated."""

FIELDS = {
    "keys": "key{n}: value\n",
    "description": "",
    "broken keys": "key{n}: a: b\n",
    "tools": "",
}
"""Front matters: a line for each number, or one long value."""


def main(names: Sequence[str]) -> int:
    """Print seconds by size and the exponent, the worst last."""
    rows: list[tuple[float, str]] = []
    longest = 0.0
    for name in [*TEXTS, *(f"front matter: {field}" for field in FIELDS)]:
        if names and not any(each in name for each in names):
            continue
        runs = [cost(persona(name, size)) for size in SIZES]
        longest = max(longest, *(seconds for seconds, _ in runs))
        told = "".join(f"{seconds:8.2f}{'!' if cut else ' '}" for seconds, cut in runs)
        if not any(cut for _, cut in runs):
            rows.append((exponent([seconds for seconds, _ in runs]), name))
            told += f"  ^{rows[-1][0]:.2f}"
        print(f"{name:28}{told}", flush=True)
    if rows:
        worst, name = max(rows)
        print(f"\nThe steepest is “{name}”: its time grows with its size to the power of {worst:.2f}.")
    print(f"The longest took {longest:.1f} s.")
    return 0


def persona(name: str, size: int) -> str:
    """A persona of about this size."""
    field = name.removeprefix("front matter: ")
    if field == name:
        unit = TEXTS[name]
        if "\n" not in unit:
            unit = unit * (_LINE // len(unit)) + "\n"
        body = (unit * (size // len(unit) + 1))[: size // len(unit.encode()) * len(unit) - 99]
        return f"{_HEAD}\n{body}\n"
    if field == "description":
        fields = f"description: {'Some words, and more. ' * ((size - 200) // 22)}\n"
    elif field == "tools":
        fields = f"tools: {', '.join(f'Tool{n}' for n in range(size // 12))}\n"
    else:
        fields = "".join(FIELDS[field].format(n=n) for n in range(size // 18))
    return f"---\nname: long\n{fields}---\n\nText.\n"


def cost(text: str) -> tuple[float, bool]:
    """Seconds of processor time from bytes to pages, and whether something took too long."""
    options = Options()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "personas").mkdir()
        (root / "personas" / "long.md").write_text(text, encoding="utf-8")
        gc.collect()
        start = time.process_time()
        reading = read(options, root)
        catalog = build_catalog(reading.personas, reading.findings, options, root)
        site = Site()
        for planned in plan(catalog, site):
            render(planned, catalog, site)
        seconds = time.process_time() - start
    told = {each.code for each in catalog.findings}
    if "too-large" in told and not text.startswith(_HEAD):
        return seconds, True  # a front matter beyond its limit
    if "too-large" in told:
        raise ValueError("the text is larger than the limit, so nothing was measured")
    return seconds, "too-slow" in told


def exponent(seconds: Sequence[float]) -> float:
    """By which power of the size the time grows, from the third size to the last."""
    return math.log2(max(seconds[-1], 1e-3) / max(seconds[2], 1e-3)) / (len(seconds) - 3)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
