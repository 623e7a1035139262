"""One bad value costs only itself, and its finding holds the line as it should be."""

from __future__ import annotations

import pytest
import yaml

from persona_docs.model import Severity
from persona_docs.options import Limits
from persona_docs.reading.front_matter.json_values import read_json
from persona_docs.reading.front_matter.plain_data import read_toml
from persona_docs.reading.front_matter.split import FrontMatter, read_front_matter
from persona_docs.reading.front_matter.values import Scalar
from tests.reading.told import told
from tests.reading.written import plain


def read(block: str) -> FrontMatter:
    found = read_front_matter(f"---\n{block}\n---\nBody\n", "a.md", Limits())
    assert (found.body, found.present) == ("Body\n", True)
    return found


@pytest.mark.parametrize(
    ("line", "value", "column", "fixed"),
    [
        ("argument-hint: [a] | --b", "[a] | --b", 20, 'argument-hint: "[a] | --b"'),
        ("argument-hint: [--a] [--b]", "[--a] [--b]", 22, 'argument-hint: "[--a] [--b]"'),
        ("globs: **/*", "**/*", 9, 'globs: "**/*"'),
        ("tools: *", "*", 9, 'tools: "*"'),
        ("description: Use when: now", "Use when: now", 22, 'description: "Use when: now"'),
        ("description: say \\n: x", "say \\n: x", 20, 'description: "say \\\\n: x"'),
        ("Description: a: b", "a: b", 15, 'Description: "a: b"'),
        ("role: @lead", "@lead", 7, 'role: "@lead"'),
        ("role: `lead` of all", "`lead` of all", 7, 'role: "`lead` of all"'),
        ("role: %lead", "%lead", 7, 'role: "%lead"'),
        ("role: !important words", "!important words", 7, 'role: "!important words"'),
        ("role: ! words", "! words", 7, 'role: "! words"'),
        ('role: "lead" of all', '"lead" of all', 14, 'role: "\\"lead\\" of all"'),
        ("role: 'don't do: it'", "don't do: it", 12, 'role: "don\'t do: it"'),
        ('role: "never closed', "never closed", 7, 'role: "never closed"'),
        ("role: ends with:", "ends with:", 16, 'role: "ends with:"'),
        ("home: !ENV [HOME, x]", "!ENV [HOME, x]", 7, 'home: "!ENV [HOME, x]"'),
        ("run: !!python/name:os.system", "!!python/name:os.system", 6, 'run: "!!python/name:os.system"'),
        ("标题: 用户: 说", "用户: 说", 7, '标题: "用户: 说"'),
    ],
)
def test_a_value_that_wants_quotes(line, value, column, fixed):
    found = read(f"name: qa\n{line}\nmodel: opus")
    key = line.partition(":")[0]
    assert plain(found.fields) == {"name": "qa", key: value, "model": "opus"}
    (error,) = found.findings
    assert (error.code, error.severity, error.line) == ("front-matter", Severity.ERROR, 3)
    assert column - 1 <= error.column <= column
    assert error.fix == f"Put the value in quotes: `{fixed}`"
    assert yaml.safe_load(fixed) == {key: value}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("hint: [a] [b]", "more follows the `]` that ends the value"),
        ("hint: [a] | b", "more follows the `]` that ends the value"),
        ("hint: {a: 1} b", "more follows the `}` that ends the value"),
        ("role: 'lead' of all", "more follows the `'` that ends the value"),
        ("role: | lead of all", "a `|` or `>` opens a block, whose text begins on the next line"),
    ],
)
def test_why_a_value_is_refused_is_told_in_words(line, why):
    (error,) = read(line).findings
    assert error.message == f"`{line.partition(':')[0]}` is not valid YAML: {why}"


def test_values_keep_their_places():
    found = read("name: qa\nx: a: b")
    assert found.fields.pairs[1][1] == Scalar("a: b", 3, 4)


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        ("tools: [Read, *, @x]", {"tools": ["Read", "*", "@x"]}),
        ("tools: [Read, Bash(a, b: c)", {"tools": ["Read", "Bash(a, b: c)"]}),
        ("tags: [one, #two, three]", {"tags": ["one", "#two", "three"]}),
        ("tools:\n  - Read\n  - *\n  - a: b: c", {"tools": ["Read", "*", "a: b: c"]}),
        ("tools:\n- Read\n- @x", {"tools": ["Read", "@x"]}),
        (
            "hand:\n  - to: qa\n    say: a: b\n  - to: dev",
            {"hand": [{"to": "qa", "say": "a: b"}, {"to": "dev"}]},
        ),
        ("meta:\n  version: 1.0\n  globs: *.py", {"meta": {"version": "1.0", "globs": "*.py"}}),
        ("meta:\n\ta: b\n\tc: d", {"meta": {"a": "b", "c": "d"}}),
        ("meta:\n\u00a0\u00a0a: b", {"meta": {"a": "b"}}),
        ("description: |\n   deep\n shallow: x", {"description": "  deep\nshallow: x"}),
        ("description: >\nnot\nindented", {"description": "not indented"}),
        ("description:Tests", {"description": "Tests"}),
        ("description: a: b\nname: dev", {"description": "a: b", "name": "dev"}),
    ],
)
def test_parts_of_a_value_are_read_alone(block, fields):
    found = read(f"name: qa\n{block}\nmodel: opus")
    assert plain(found.fields) == {"name": "qa", **fields, "model": "opus"}
    assert "front-matter" in {f.code for f in found.findings}


def test_a_list_that_has_forgotten_its_brackets():
    found = read("tools: 'read', 'search'")
    assert plain(found.fields) == {"tools": ["read", "search"]}
    assert [each.fix for each in found.findings] == ['Put the items in quotes: `tools: ["read", "search"]`']


@pytest.mark.parametrize(
    ("block", "line", "column", "key"),
    [
        ("  name: qa\ndescription: Tests.\nmodel: opus", 2, 3, "name"),
        ("\tname: qa\ndescription: Tests.\nmodel: opus", 2, 1, "name"),
        ("name: qa\n  description: Tests.\nmodel: opus", 3, 3, "description"),
        ('name: "qa"\n description: Tests.\n model: opus', 3, 2, "description"),
        ("name: qa\n\tdescription: Tests.\n\tmodel: opus", 3, 1, "description"),
    ],
)
def test_a_key_that_is_indented_by_mistake_is_a_field_all_the_same(block, line, column, key):
    found = read(block)
    assert plain(found.fields) == {"name": "qa", "description": "Tests.", "model": "opus"}
    error = found.findings[0]
    assert (error.line, error.column) == (line, column)
    assert error.message.startswith(f"`{key}` is not valid YAML")
    assert [value.column for name, value in found.fields if name.text == key] == [
        block.split("\n")[line - 2].rindex(" ") + 2
    ]


@pytest.mark.parametrize(
    "description", ["Use it: now\n  tools: none", "|\n  Use it\n tools: none", '"Use it\n  tools: none" now']
)
def test_what_is_indented_below_prose_is_prose(description):
    found = read(f"name: qa\ndescription: {description}\nmodel: opus")
    assert list(plain(found.fields)) == ["name", "description", "model"]


def test_a_tab_is_mended_with_spaces():
    (fault,) = read("name: a\ndescription: b\n\ttools: Read").findings
    assert (fault.line, fault.column) == (4, 1)
    assert fault.fix == "Indent with spaces alone; a key of the file itself not at all."


def test_where_a_tab_or_an_odd_space_stands():
    for odd, name in (("\t", "U+0009"), ("\u00a0", "U+00A0")):
        (error,) = read(f"name: qa\nmeta:\n{odd}a: b").findings
        assert (error.line, error.column) == (4, 1)
        assert name in error.message


def test_what_is_not_closed_is_told_where_it_opens():
    assert told(read("name: qa\ntags: [a, b\nmodel: opus").findings) == [("front-matter", 3, 7)]
    assert told(read('name: qa\nrole: "a\nmodel: opus').findings) == [("front-matter", 3, 7)]


def test_what_is_missing_at_the_end_is_told_at_the_last_character():
    assert told(read("name: qa\ntags: [a,\n").findings) == [("front-matter", 3, 9)]
    _, findings = read_toml('name = "qa"\ntags = ["a",\n', "a.toml", Limits())
    assert told(findings) == [("front-matter", 2, 12)]
    _, findings = read_json('{\n  "tags": [\n    "a",\n', "a.json", Limits())
    assert told(findings) == [("front-matter", 3, 8)]


EXAMPLES = """\
Use this agent when something breaks. Examples:

<example>
Context: The build fails
user: "Why: does it fail?"
assistant: "I'll look: now"
<commentary>
Reason: it broke.
</commentary>
</example>

<example>
user: 'Again'
name: not a field
</example>"""


@pytest.mark.parametrize("rest", ["", "\ncolor: red", "\n\ncolor: red\ntools: Read, Write"])
def test_a_description_keeps_its_examples(rest):
    found = read(f"name: qa\ndescription: {EXAMPLES}{rest}")
    fields = plain(found.fields)
    assert fields["name"] == "qa"
    assert fields["description"] == EXAMPLES
    assert fields.get("color") == ("red" if rest else None)
    assert told(found.findings) == [("front-matter", 3, 60)]


def test_speakers_without_tags():
    found = read("description: Use it. Examples:\nuser: one: two\nassistant: three\nuser: four\ntools: Read")
    assert plain(found.fields) == {
        "description": "Use it. Examples:\nuser: one: two\nassistant: three\nuser: four",
        "tools": "Read",
    }


def test_paragraphs_of_a_description():
    found = read("description: First: one.\n\nSecond paragraph.\nNote well: a line\ntools: Read")
    assert plain(found.fields) == {
        "description": "First: one.\n\nSecond paragraph.\nNote well: a line",
        "tools": "Read",
    }


def test_a_fix_for_many_lines_is_told_in_words():
    (error,) = read("description: a: b\n  c: d").findings
    assert error.fix == "Write it as a block: `description: |`, and indent the lines below by two spaces."


def test_what_cannot_be_seen_is_an_escape_in_the_fix():
    (error,) = read("role: a: \u202eb\u200b").findings
    assert error.fix == 'Put the value in quotes: `role: "a: \\u202eb\\u200b"`'


def test_many_bad_values_are_summed_up():
    found = read("\n".join(f"k{n}: a: b" for n in range(100)))
    assert len(found.fields.pairs) == 100
    assert len(found.findings) == 21
    assert found.findings[-1].message == "80 more values are like these"


def test_real_files_lose_neither_name_nor_description(real_files):
    """Every file whose raw text starts a field has that field, however broken the YAML is."""
    read_fields = lenient = 0
    for file in sorted((real_files / "wild").rglob("*.md*")) + sorted((real_files / "seeds").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        found = read_front_matter(text, file.name, Limits())
        fields = {key.text.lower(): plain(value) for key, value in found.fields}
        top = text[: text.find("\n---", 4) + 1] if text.startswith("---\n") else ""
        for name in ("name", "description"):
            if f"\n{name}: " in top.lower():
                assert fields.get(name), file
                read_fields += 1
        lenient += any(f.code == "front-matter" for f in found.findings)
        assert found.body.strip(), file
        line = next(line for line in found.body.split("\n") if line.strip())
        assert text.split("\n")[found.body_line - 1 + found.body.split("\n").index(line)].endswith(line)
    assert read_fields >= 500
    assert lenient == 26
