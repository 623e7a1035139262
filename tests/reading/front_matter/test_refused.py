"""What PyYAML refuses is told, with its place, and what it takes is no error: PyYAML itself is asked."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from persona_docs.model import Finding, Severity
from persona_docs.options import Limits
from persona_docs.reading.front_matter.split import FrontMatter, read_front_matter
from persona_docs.reading.front_matter.yaml_disputed import disputed
from tests.reading.written import plain


def read(block: str) -> FrontMatter:
    return read_front_matter(f"---\n{block}\n---\nBody\n", "a.md", Limits())


def refused(block: str) -> bool:
    try:
        yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, LookupError, AttributeError):
        return True
    return False


def told(block: str) -> list[Finding]:
    """The findings that say a reader may fail."""
    return [each for each in read(block).findings if each.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("line", "value", "column", "code"),
    [
        ("a: =", "=", 4, "front-matter"),
        ("a: <<", "<<", 4, "front-matter"),
        ("a: [b, =]", ["b", "="], 8, "front-matter"),
        ("a: {b: =}", {"b": "="}, 8, "front-matter"),
        ("a: {<<: b}", {"<<": "b"}, 5, "front-matter"),
        ("a: {<<: [{b: c}, d]}", {"<<": [{"b": "c"}, "d"]}, 5, "front-matter"),
        ("a: {<<: }", {"<<": None}, 5, "front-matter"),
        ("a: [&x {b: c}, &x {d: e}, *x]", [{"b": "c"}, {"d": "e"}, {"d": "e"}], 16, "front-matter"),
        ("a: &x {b: &x [c], d: *x}", {"b": ["c"], "d": ["c"]}, 11, "front-matter"),
        ("a: !!str [b]", "!!str [b]", 4, "front-matter"),
        ("a: !!int five", "!!int five", 4, "front-matter"),
        ("a: !!timestamp soon", "!!timestamp soon", 4, "front-matter"),
        ("a: !seq [b]", "!seq [b]", 4, "front-matter"),
        ("a: 0x_", "0x_", 4, "other-reading"),
        ("a: [0b_]", ["0b_"], 5, "other-reading"),
        ("a: 2024-01-31 25:00:00", "2024-01-31 25:00:00", 4, "other-reading"),
        ("a: [[b, [2024-02-30]]]", [["b", ["2024-02-30"]]], 10, "other-reading"),
        ("a: {2024-02-30: b}", {"2024-02-30": "b"}, 5, "other-reading"),
        ("a:\tb", "b", 3, "other-reading"),
        ("a: b \t# c", "b", 6, "other-reading"),
        ("a: |# now\n  b", "b\n", 5, "other-reading"),
        ("a: [what?now, b]", ["what?now", "b"], 9, "other-reading"),
    ],
)
def test_what_is_refused_is_told_where_it_stands_and_read_all_the_same(line, value, column, code):
    block = f"name: qa\n{line}\nmodel: opus"
    assert refused(block)
    assert plain(read(block).fields) == {"name": "qa", "a": value, "model": "opus"}
    assert {(each.code, each.line, each.column) for each in told(block)} >= {(code, 3, column)}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("a: '='", "="),
        ('a: "<<"', "<<"),
        ("a: {=: b}", {"=": "b"}),
        ("a: {'<<': b}", {"<<": "b"}),
        ("a: {!!str <<: b}", {"<<": "b"}),
        ("a: {<<: []}", {}),
        ("a: {<<: [{b: c}, {d: e}]}", {"d": "e", "b": "c"}),
        ("a: !!int 5", "5"),
        ("a: !!bool yes", "yes"),
        ("a: !!null nothing", None),
        ("a: !!str 1.10", "1.10"),
        ("a: !!timestamp 2024-01-31", "2024-01-31"),
        ("a: !!seq [b]", ["b"]),
        ("a: !!map {b: c}", {"b": "c"}),
        ("a: !!set {b, c}", {"b": None, "c": None}),
        ("a: 2024-01-31 23:00:00", "2024-01-31 23:00:00"),
        ("a: 'b\tc'", "b\tc"),
        ("a: what? [now]", "what? [now]"),
    ],
)
def test_what_is_taken_is_no_fault(line, value):
    block = f"name: qa\n{line}"
    assert not refused(block)
    assert plain(read(block).fields) == {"name": "qa", "a": value}
    assert told(block) == []


def test_a_value_whose_tag_makes_a_text_of_it_is_no_number_to_anybody():
    assert read("name: qa\nversion: !!str 1.10").findings == ()


def test_a_value_that_holds_itself_repeats_without_end():
    (found,) = told("name: qa\na: &x [*x]")
    assert (found.code, found.line, found.column) == ("front-matter-limits", 3, 8)


def test_of_faults_that_are_alike_the_first_twenty_are_told_and_how_many_more_there_are():
    found = told("".join(f"key{n}: =\n" for n in range(25)))
    assert [each.line for each in found] == [*range(2, 22), 26]
    assert (found[-1].message, found[-1].severity) == ("5 more values are like these", Severity.ERROR)


def test_the_worst_of_those_that_are_counted_is_the_one_that_is_told():
    lines = [f"key{n}: 1.{n}0" for n in range(25)]
    lines[22] = "key22: 2026-13-01"  # which YAML takes for a date and fails at
    found = [each for each in read("\n".join(lines)).findings if each.code == "other-reading"]
    assert [each.severity for each in found[:-1]] == [Severity.INFO] * 20
    assert (found[-1].message, found[-1].line) == ("5 more values are like these", 24)
    assert found[-1].severity is Severity.WARNING


def test_a_merge_key_stays_a_key_where_something_else_cannot_be_read():
    found = read("name: qa\n<<: x\nhint: a: b")
    assert plain(found.fields) == {"name": "qa", "<<": "x", "hint": "a: b"}


def test_a_long_text_is_not_read_twice():
    assert disputed("a:\tb")[1] == "\t"
    assert disputed("a:\tb\n" + "# c\n" * 20_000) == (None, "")


SIGNS = st.sampled_from(
    [
        *"[]{}:,?-|'\"! 	",
        *("=", "<<", "x", "b: c", "*x", "&x", "!!str", "!!int", "!!seq", "!!map", ": ", " #"),
        *("0x_", "0b1", "1:60", "yes", "~", "1.10", "2024-01-31", "2024-02-30", "2024-01-31 9:61:00"),
    ]
)


@settings(max_examples=400)
@given(st.lists(SIGNS, min_size=1, max_size=6).map("".join))
def test_whatever_stands_behind_a_key_is_judged_as_pyyaml_does(value):
    block = f"name: qa\na: {value}\nmodel: opus"
    found = told(block)
    if refused(block):
        assert any(each.line and each.column for each in found), found
    else:
        faults = [each.message for each in found if each.code == "front-matter"]
        assert all("tag" in message for message in faults), faults  # those we do not allow, and a lone `!`
