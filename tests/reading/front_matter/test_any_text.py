"""Any text at all: fields and a body, or findings; never an exception, never a lost line."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_docs.codes import CODES
from persona_docs.options import Limits
from persona_docs.reading.front_matter.split import FrontMatter, read_front_matter
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from persona_docs.reading.front_matter.yaml_values import read_yaml

LIMITS = Limits()

PIECES = st.sampled_from(
    [
        *("---", "---", "---", "----", "...", "+++", "```", "````prompt", "{", "}", "%YAML 1.2", "# Title"),
        *("name: qa", "description: does: things", "tools: [a, b", "tools: *", "globs: **/*", "model:opus"),
        *("<example>", "</example>", "user: hello", "Some words, and more.", "  indented: x", "\ttabbed: x"),
        *("x: &a [*a]", "y: !!python/name:os.system", "z: '", 'w: "', "? [a]: b", "\u00a0odd: 1", "on: yes"),
        *(
            '{"a": 1}',
            "a.b = 1",
            "[table]",
            "a: b\u2028c: d",
            "name: again",
            "---  # c",
            "  ---",
            "x: \ud800",
        ),
        *("", "", "- a", "k: |", "<<: *b"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=14).map("\n".join),
    st.lists(PIECES, max_size=10).map(lambda lines: "---\n" + "\n".join(lines) + "\n---\nBody\n"),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.dates())
KEYS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def scalars(value: Value | None) -> list[Scalar]:
    if isinstance(value, Scalar):
        return [value]
    if isinstance(value, Items):
        return [each for inner in value.values for each in scalars(inner)]
    if isinstance(value, Fields):
        return [each for key, inner in value for each in (key, *scalars(inner))]
    return []


def check(text: str, read: FrontMatter) -> None:
    lines = text.count("\n") + 1
    assert 1 <= read.body_line <= lines + 1
    assert all(0 <= each.line <= lines for each in scalars(read.fields))
    assert all(f.code in CODES and f.message and f.line <= lines + 1 for f in read.findings)
    assert all(f.message.replace("\u00a0", " ").isprintable() for f in read.findings)


@settings(max_examples=300)
@given(TEXTS)
def test_no_text_raises_and_no_line_of_the_body_moves(text):
    read = read_front_matter(text, "a.md", LIMITS)
    check(text, read)
    source = text.lstrip("\ufeff").split("\n")
    for number, line in enumerate(read.body.split("\n"), read.body_line):
        assert not line or source[number - 1].endswith(line)


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_no_yaml_raises(text):
    value, findings = read_yaml(text, "a.yaml", LIMITS, 5)
    assert all(each.line >= 5 for each in scalars(value))
    assert all(f.code in CODES for f in findings)


@settings(max_examples=100)
@given(st.dictionaries(KEYS, TREES, max_size=5))
def test_every_mapping_comes_out_with_its_keys(mapping):
    text = f"---\n{yaml.safe_dump(mapping, allow_unicode=True, sort_keys=False)}---\nBody\n"
    read = read_front_matter(text, "a.md", LIMITS)
    check(text, read)
    if mapping and not any(f.code.startswith("front-matter") for f in read.findings):
        assert {key.text for key, _ in read.fields} == set(mapping)
        assert read.body == "Body\n"


@settings(max_examples=100)
@given(
    st.text(
        st.characters(exclude_categories=["C", "Z"], exclude_characters="#\ufeff"), min_size=1, max_size=30
    )
)
def test_whatever_stands_behind_a_key_its_neighbours_stay(value):
    read = read_front_matter(f"---\nname: qa\nx: {value}\nmodel: opus\n---\nBody\n", "a.md", LIMITS)
    fields = {key.text: inner for key, inner in read.fields}
    assert (fields["name"].text, fields["model"].text, read.body) == ("qa", "opus", "Body\n")
    assert "x" in fields


@pytest.mark.parametrize(
    "block",
    [
        "a: " + "[" * 60_000,
        "".join(f"k{n}: {'[' * 1000}\n" for n in range(60)),
        "".join(f"k{n}: {'{a: ' * 200}\n" for n in range(60)),
        "".join(f"k{n}: a: b\n" for n in range(5_000)),
        "".join(f"k{n}: [a\n" for n in range(5_000)),
        "description: a: b\n" + "user: x\n" * 8_000,
        "description: a: b\n" + "<example>\n" * 6_000,
        "a: &a [x, x]\n" + "".join(f"a{n}: &b{n} [*a, *a]\n" for n in range(2_000)),
        "a: " + "'" * 60_000,
        "a: [" + "'x" * 30_000,
        "- " * 30_000,
        "? " * 30_000,
        "a:\n" + "".join(f"{' ' * n}a:\n" for n in range(300)),
        "m:\n" + "".join(f"  k{n}: a: b\n" for n in range(4_000)),
        "m:\n" + "".join(f"  - a: b: c{n}\n" for n in range(4_000)),
        "\n" * 60_000,
        "# c\n" * 15_000,
        "name: x\nd: " + "a " * 500_000,
    ],
    ids=range(18),
)
def test_time_does_not_explode(block):
    started = time.process_time()
    read = read_front_matter(f"---\n{block}\n---\nBody\n", "a.md", LIMITS)
    assert time.process_time() - started < 4
    assert read.body.endswith("Body\n")
    assert len(read.findings) < 60


@pytest.mark.parametrize(
    "text", ["+++\n" + ".".join("a" * 30_000) + " = 1\n+++\n", '{"a":' + "[" * 60_000 + "\n}\n"]
)
def test_nor_does_it_in_toml_and_json(text):
    started = time.process_time()
    read = read_front_matter(text + "Body\n", "a.md", LIMITS)
    assert time.process_time() - started < 2
    assert [f.code for f in read.findings] in (["front-matter"], ["front-matter-limits"])
    assert read.body == "Body\n"
