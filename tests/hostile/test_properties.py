"""Whatever stands in a file, there are personas or findings, and never an exception."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from persona_docs.catalog import build_catalog
from persona_docs.gathering.told import Told
from persona_docs.model import Catalog
from persona_docs.options import Limits, Options
from persona_docs.pages import Planned, plan, render, search
from persona_docs.pages.page import Site
from persona_docs.pages.prepared import Shelf
from persona_docs.reading.body.parsing import parse
from persona_docs.reading.discovery.discover import SourceFile
from persona_docs.reading.file import read_file
from persona_docs.reading.front_matter.keys import ALIASES
from persona_docs.reading.front_matter.split import read_front_matter
from persona_docs.reading.front_matter.yaml_values import read_yaml
from persona_docs.reporting import FORMATS, Report

settings.register_profile(
    "hostile",
    max_examples=60,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    database=None,
)
hostile = settings.get_profile("hostile")

ENDINGS = (
    "x.md",
    "SKILL.md",
    "x.agent.md",
    "x.mdc",
    "x.toml",
    "x.json",
    "x.yaml",
    ".roomodes",
    "prompts.csv",
)
DATA = ("x.yaml", "x.json", ".roomodes")
KEYS = sorted(
    {alias.replace(" ", "_") for names in ALIASES.values() for alias in names} | {"env", "hooks", "<b>"}
)
SIGNS = st.sampled_from(
    [
        "---",
        "\n",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
        "!!x",
        "#",
        "'",
        '"',
        "|",
        ">",
        "```",
        "<b ",
        "<!--",
        "[x](",
        "| a |",
        "- [ ] ",
        "\t",
        "\x00",
        "\u202e",
        "\ufeff",
        "name",
        "tools",
        "é",
        "漢",
        "🌷",
    ]
)
TEXT = st.lists(SIGNS | st.text(max_size=8), max_size=40).map("".join)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=40) | TEXT
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=8) | st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), VALUES, max_size=8)


def everything(folder: Path, path: str, data: bytes) -> Catalog:
    """Read a file, unhelped by the net under the reader, and make every page and report of what was read."""
    file = folder / path
    file.write_bytes(data)
    reading = read_file(SourceFile(f"personas/{path}", file, "personas"), Options())
    assert not [found for found in reading.findings if "cannot be read as a persona" in found.message]
    catalog = build_catalog(reading.personas, reading.findings, Options(), folder)
    _publish(catalog)
    return catalog


def _publish(catalog: Catalog) -> None:
    site = Site()
    for planned in plan(catalog, site):
        for text in _texts(planned, catalog, site):
            text.encode()
    for form in FORMATS.values():
        form(Report(catalog.findings, dict(Told.of(catalog, {}).lines))).encode()


def _texts(planned: Planned, catalog: Catalog, site: Site) -> Iterable[str]:
    yield from (str(part.html) for part in render(planned, catalog, site).parts)
    yield planned.title
    yield planned.description
    yield from (entry.title + entry.text for entry in search(planned, catalog, Shelf()))


@hostile
@given(data=st.binary(max_size=400), path=st.sampled_from(ENDINGS))
@example(data=b"\xff\xfe", path="x.md")
@example(data=b"{" * 5000, path="x.json")
@example(data=b"[" * 5000, path="x.toml")
@example(data=b'{"name": "\\ud800"}', path="x.json")
@example(data=b'name = "\\u0000\\u202e"', path="x.toml")
def test_any_bytes(tmp_path: Path, data: bytes, path: str) -> None:
    everything(tmp_path, path, data)


@hostile
@given(text=TEXT, path=st.sampled_from(ENDINGS))
@example(text="---\n%YAML 1.2\n---\nname: new\n---\n", path="x.md")
def test_any_text(tmp_path: Path, text: str, path: str) -> None:
    everything(tmp_path, path, text.encode("utf-8", "surrogatepass"))


@hostile
@given(yaml_text=TEXT, body=TEXT)
def test_any_front_matter(tmp_path: Path, yaml_text: str, body: str) -> None:
    data = f"---\n{yaml_text}\n---\n{body}\nEnd.\n".encode("utf-8", "surrogatepass")

    catalog = everything(tmp_path, "x.md", data)

    assert catalog.personas or catalog.findings


@hostile
@given(fields=MAPPINGS, path=st.sampled_from(["x.md", "x.agent.md", "SKILL.md", *DATA]))
def test_any_mapping_of_known_keys_to_any_values(
    tmp_path: Path, fields: dict[str, object], path: str
) -> None:
    if path.endswith(".json"):
        text = json.dumps(fields, default=str)
    else:
        written = yaml.safe_dump(fields, allow_unicode=True)
        text = written if path in ("x.yaml", ".roomodes") else f"---\n{written}---\nWords.\n"
    catalog = everything(tmp_path, path, text.encode("utf-8", "surrogatepass"))
    # a file that is nothing but data may be anybody's
    assert catalog.personas or catalog.findings or path in DATA


@hostile
@given(text=TEXT)
def test_reading_front_matter_loses_no_line_of_the_body(text: str) -> None:
    front = read_front_matter(f"---\nname: a\n---\n{text}", "x.md", Limits())

    assert front.present
    assert text.replace("\r", "\n").split("\n")[-1] in front.body


@hostile
@given(text=TEXT)
def test_yaml_gives_texts_alone(text: str) -> None:
    read_yaml(text, "x.yaml", Limits(depth=4, nodes=50, items=10, scalar=20))


@hostile
@given(text=TEXT, line=st.integers(1, 10_000))
@example(text="\r\r<!--", line=1)
def test_lines_of_a_body_are_lines_of_its_file(text: str, line: int) -> None:
    body, findings = parse(text, "x.md", line)

    last = line + len(re.split("\r\n|\r|\n", text))
    lines = [*(each.line for each in findings), *(section.line for section in body.sections)]
    lines += [item.line for checklist in body.checklists for item in checklist.items]
    assert all(line <= each <= last for each in lines)


@pytest.mark.parametrize(
    "unit", ["- [ ] a *b* `c`\n", "| a | b |\n", "word [a](b) <b>c</b>\n\n", "## a\n\nb\n"]
)
def test_time_stays_in_proportion_to_the_size(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        parse(unit * (size // len(unit)), "x.md", limits=Limits(seconds=60))
        return time.process_time() - start

    seconds(20_000)
    small, large = seconds(60_000), seconds(240_000)
    assert large < 4 * small * 2.5 + 0.2
