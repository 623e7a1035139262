"""A file goes in; its fields, its body and what is wrong with either come out."""

from __future__ import annotations

import textwrap

import pytest

from persona_docs.model import Severity
from persona_docs.options import Limits
from persona_docs.reading.front_matter.split import FrontMatter, read_front_matter
from persona_docs.reading.front_matter.values import Fields, Items, Scalar, Value
from tests.reading.told import told
from tests.reading.written import plain

BODY = "\n# Body\n"


def read(text: str, **limits: int) -> FrontMatter:
    return read_front_matter(text, "a.md", Limits(**limits))


def at(fields: Fields, *path: str) -> Value:
    value: Value = fields
    for name in path:
        assert isinstance(value, Fields)
        value = next(inner for key, inner in value if key.text == name)
    return value


class TestStrings:
    def test_everything_is_kept_as_written(self):
        found = read(
            "---\nversion: 1.10\non: yes\nwhen: 2024-01-31\nat: 12:30:45\ncode: 007\nbig: 1_000\n"
            "quoted: \"no\"\nempty:\ntilde: ~\nnull: 'null'\n---\n"
        )
        assert plain(found.fields) == {
            "version": "1.10",
            "on": "yes",
            "when": "2024-01-31",
            "at": "12:30:45",
            "code": "007",
            "big": "1_000",
            "quoted": "no",
            "empty": None,
            "tilde": None,
            "null": "null",
        }

    def test_every_value_knows_its_place_and_whether_it_was_quoted(self):
        found = read("---\nname: qa\nmeta:\n  - a: 'x'\n    b: [y,\n        z]\n---\n")
        assert at(found.fields, "name") == Scalar("qa", 2, 7)
        items = at(found.fields, "meta")
        assert isinstance(items, Items)
        (inner,) = items.values
        assert isinstance(inner, Fields)
        assert at(inner, "a") == Scalar("x", 4, 8, plain=False)
        assert at(inner, "b") == Items((Scalar("y", 5, 9), Scalar("z", 6, 9)), 5, 8)

    def test_blocks_of_text(self):
        found = read("---\na: |\n  one\n  ---\n  two\nb: >\n  three\n  four\n---\n" + BODY)
        assert plain(found.fields) == {"a": "one\n---\ntwo\n", "b": "three four\n"}
        assert (found.body, found.body_line, found.findings) == (BODY, 10, ())

    def test_anchors_and_merge_keys(self):
        found = read("---\nbase: &b {model: opus, size: 1}\nown:\n  <<: *b\n  size: 2\nlist: [*b]\n---\n")
        assert plain(at(found.fields, "own")) == {"model": "opus", "size": "2"}
        assert plain(at(found.fields, "list")) == [{"model": "opus", "size": "1"}]

    def test_of_a_key_that_stands_twice_the_last_counts(self):
        found = read("---\ntools: Read\nname: qa\ntools: Bash\n---\n")
        assert plain(found.fields) == {"name": "qa", "tools": "Bash"}
        (twice,) = found.findings
        assert (twice.code, twice.place) == ("duplicate-key", "a.md:4:1")
        assert "line 2" in twice.message


class TestPlaces:
    @pytest.mark.parametrize(
        ("text", "body_line"),
        [
            ("---\nname: qa\n---\n" + BODY, 4),
            ("--- \nname: qa\n---\t\n" + BODY, 4),
            ("---\nname: qa\n...\n" + BODY, 4),
            ("\n \n---\nname: qa\n---\n" + BODY, 6),
            ("\ufeff\ufeff---\nname: qa\n---\n" + BODY, 4),
            ("---\n\nname: qa\n---\n" + BODY, 5),
            ("---\n# who\n\nname: qa\n---\n" + BODY, 6),
        ],
        ids=["plain", "spaces", "dots", "empty lines", "marks", "empty line inside", "comment"],
    )
    def test_what_is_right_needs_no_finding(self, text, body_line):
        found = read(text)
        assert plain(found.fields) == {"name": "qa"}
        assert (found.body, found.body_line, found.present, found.findings) == (BODY, body_line, True, ())

    @pytest.mark.parametrize(
        ("text", "line", "says"),
        [
            ("---\nname: qa\n" + "-" * 56 + "\n" + BODY, 3, "56 dashes"),
            ("----\nname: qa\n----\n" + BODY, 1, "4 dashes"),
            ("—\nname: qa\n—\n" + BODY, 1, "instead of three hyphens"),
            ("–––\nname: qa\n---\n" + BODY, 1, "instead of three hyphens"),
            ("--- # fields\nname: qa\n---\n" + BODY, 1, "a comment on the delimiter"),
            ("---\nname: qa\n ---\n" + BODY, 3, "closing `---` is indented"),
            ("name: qa\nmodel: opus\n---\n" + BODY, 1, "opening `---` is missing"),
            ("%YAML 1.2\n---\nname: qa\n---\n" + BODY, 1, "directive"),
            ("---\n%YAML 1.2\n---\nname: qa\n---\n" + BODY, 2, "directive"),
            ("````prompt\n---\nname: qa\n---\n" + BODY + "\n```py\nx\n```\n````\n", 1, "code fence"),
            ("```markdown\n---\nname: qa\n---\n" + BODY + "\n```py\nx\n```\n```\n", 1, "code fence"),
            ("# Title\n\n---\nname: qa\n---\n" + BODY, 3, "text before"),
            ("<!-- by -->\n---\nname: qa\n---\n" + BODY, 2, "text before"),
            ("<!--\nname: qa\nplace: |\n  pier\n-->\n" + BODY, 1, "inside a comment"),
            ("<!--\nby: me\nat: sea\n-->\n---\nname: qa\n---\n" + BODY, 5, "text before"),
        ],
    )
    def test_what_stands_oddly_is_read_all_the_same(self, text, line, says):
        found = read(text)
        assert plain(at(found.fields, "name")) == "qa"
        assert found.body.rstrip().endswith(("# Body", "```"))
        (odd,) = found.findings
        assert (odd.code, odd.severity, odd.line) == ("front-matter-place", Severity.WARNING, line)
        assert says in odd.message

    def test_a_line_of_hyphens_inside_a_text_closes_nothing(self):
        found = read("---\nname: qa\nhint: |\n  One\n  ---\n  Two\n")
        assert plain(found.fields) == {"name": "qa", "hint": "One\n---\nTwo\n"}
        assert [each.message for each in found.findings] == ["The front matter is never closed"]

    def test_an_indented_file(self):
        found = read(textwrap.indent("\n---\nname: qa\nmodel: a: b\n---\n# Body\n\n    code\n", "    "))
        assert plain(found.fields) == {"name": "qa", "model": "a: b"}
        assert found.body == "# Body\n\n    code\n"
        assert at(found.fields, "name") == Scalar("qa", 3, 11)
        assert told(found.findings) == [("front-matter-place", 2, 0), ("front-matter", 4, 13)]

    def test_text_above_stays_in_the_body_and_no_line_moves(self):
        found = read("# Title\n\n---\nname: qa\n---\n\nText\n")
        assert found.body_line == 1
        assert found.body.split("\n") == ["# Title", "", "", "", "", "", "Text", ""]

    def test_an_empty_front_matter(self):
        found = read("---\n---\n" + BODY)
        assert (found.fields, found.body, found.present) == (Fields(), BODY, True)
        assert told(found.findings) == [("front-matter-place", 1, 0)]


class TestRules:
    """A horizontal rule is no delimiter."""

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " \n\n",
            "---\n",
            "# Title\n\nText\n",
            "---\n\n# Title\n\nText\n\n---\nMore\n",
            "---\n\n- one\n- two\n\n---\nMore\n",
            "---\n\nRemember: be nice.\n\n---\nMore\n",
            "---\n\n**Note:** x\n\n---\n",
            "# Title\n\n---\n\nRole: of a page\n\n---\nMore\n",
            "Title: a heading\n---\n\nText\n",
            "name: qa\nand words\n\n---\nMore\n",
            "Words\n---\nname: qa\n---\n",
            "```yaml\n---\nname: qa\n---\n```\n\n# How to\n\n```\nx\n```\n",
            "{{ placeholder }}\n",
            "<!--\nname: qa\nWritten by hand.\n-->\n\nText\n",
            "<!--\nname: qa\n-->\n\nText\n",
            "<!--\nname: qa\nat: sea\n\nText\n",
            "<!--\nby: me\nat: sea\n-->\n\nText\n",
            '{"a": 1} is JSON\n',
        ],
    )
    def test_there_is_none(self, text):
        assert read(text) == FrontMatter(body=text)

    @pytest.mark.parametrize("block", ["just words", "- one\n- two", "'a text'"])
    def test_a_paragraph_between_dashes_is_told_and_stays(self, block):
        text = f"---\n{block}\n---\n{BODY}"
        found = read(text)
        assert (found.fields, found.body, found.body_line) == (Fields(), text, 1)
        assert told(found.findings) == [("front-matter", 2, 0)]

    def test_rules_in_the_body_close_nothing(self):
        found = read("---\nname: qa\n---\nText\n\n---\n\nMore\n---\n")
        assert (found.body, found.findings) == ("Text\n\n---\n\nMore\n---\n", ())


class TestNeverClosed:
    @pytest.mark.parametrize(
        "body",
        [
            "You are: helpful.\n\n## More\n",
            "# Title\n\nSome: text\n\n---\n\nMore\n",
            "# Title\n\n```yaml\ndescription: x\n```\n",
            "```yaml\ntools: x\n```\n",
            "<role>\nYou test.\n</role>\n",
        ],
    )
    def test_the_body_is_not_eaten(self, body):
        found = read(f"---\nname: qa\ndescription: Tests\n\n{body}")
        assert plain(found.fields) == {"name": "qa", "description": "Tests"}
        assert (found.body, found.body_line) == (body, 5)
        (error,) = found.findings
        assert (error.code, error.severity, error.line) == ("front-matter-place", Severity.ERROR, 1)

    def test_a_heading_right_below_the_fields(self):
        found = read("---\nname: qa\n# Title\n\nText\n\n---\n")
        assert (plain(found.fields), found.body) == ({"name": "qa"}, "# Title\n\nText\n\n---\n")

    def test_headings_may_be_comments(self):
        found = read("---\nname: qa\n\n# Tools\n\ntools: x\n---\n" + BODY)
        assert (plain(found.fields), found.body, found.findings) == ({"name": "qa", "tools": "x"}, BODY, ())

    @pytest.mark.parametrize("comment", ["# Files", "## Files", "# Files\n# of this step"])
    def test_a_comment_may_announce_fields_that_nobody_knows(self, comment):
        found = read(f"---\nname: qa\n\n{comment}\nnext_step: 'x.md'\nuses:\n  - y\n---\n" + BODY)
        assert plain(found.fields) == {"name": "qa", "next_step": "x.md", "uses": ["y"]}
        assert (found.body, found.findings) == (BODY, ())

    @pytest.mark.parametrize("body", ["# Title\n\nfiles: all\n\nText\n", "# Title\n\nFiles: all\n"])
    def test_a_heading_above_prose_is_no_comment(self, body):
        found = read(f"---\nname: qa\n\n{body}\n---\nMore\n")
        assert (plain(found.fields), found.body) == ({"name": "qa"}, f"{body}\n---\nMore\n")

    def test_fields_alone(self):
        assert plain(read("---\nname: qa").fields) == {"name": "qa"}


class TestLimits:
    def test_what_is_nested_too_deep_costs_only_itself(self):
        found = read(f"---\nname: qa\nx: {'[' * 9}{']' * 9}\nmodel: opus\n---\n" + BODY, depth=5)
        assert plain(found.fields) == {"name": "qa", "x": None, "model": "opus"}
        assert told(found.findings) == [("front-matter-limits", 3, 8)]

    def test_aliases_count_as_what_they_stand_for(self):
        found = read("---\na: &a [x, x, x, x]\nb: [*a, *a, *a]\nname: qa\n---\n", nodes=20)
        assert plain(found.fields) == {"a": ["x", "x", "x", "x"], "b": None, "name": "qa"}
        assert [f.code for f in found.findings] == ["front-matter-limits"]

    def test_a_list_that_is_too_long_costs_only_itself(self):
        found = read("---\nname: qa\nx: [a, b, c, d]\n---\n", items=3)
        assert plain(found.fields) == {"name": "qa", "x": None}

    def test_a_text_that_is_too_long_is_cut(self):
        found = read(f"---\nname: {'x' * 50}\n---\n", scalar=20)
        assert plain(found.fields) == {"name": "x" * 20}
        assert told(found.findings) == [("front-matter-limits", 2, 7)]

    def test_of_what_is_too_large_the_first_part_is_read(self):
        found = read(f"---\nname: qa\nx: {'y ' * 5000}\n---\n" + BODY, front_matter_size=1000)
        assert (plain(found.fields), found.body) == ({"name": "qa"}, BODY)
        (error,) = found.findings
        assert (error.code, error.severity) == ("front-matter-limits", Severity.ERROR)
        assert "the limit is 1,000" in error.message


class TestOtherFormats:
    def test_toml(self):
        found = read(
            '+++\nname = "qa"\nversion = 1.10\nsince = 2024-01-31\ntools = ["a"]\n[meta]\non = true\n+++\n'
            + BODY
        )
        assert plain(found.fields) == {
            "name": "qa",
            "version": "1.10",
            "since": "2024-01-31",
            "tools": ["a"],
            "meta": {"on": "true"},
        }
        assert at(found.fields, "meta", "on") == Scalar("true", 7, 1)
        assert (found.body, found.body_line, found.findings) == (BODY, 9, ())

    def test_json(self):
        found = read('{\n\t"name": "qa",\n  "rocket": "\\ud83d\\ude80",\n  "n": 1.10\n}\n' + BODY)
        assert plain(found.fields) == {"name": "qa", "rocket": "🚀", "n": "1.10"}
        assert at(found.fields, "n") == Scalar("1.10", 4, 8)
        assert (found.body, found.body_line, found.findings) == (BODY, 6, ())

    @pytest.mark.parametrize(
        ("text", "place"),
        [("+++\nname =\n+++\n", (2, 7)), ('{\n  "name": qa\n}\n', (2, 11))],
    )
    def test_what_cannot_be_read_is_told_and_not_shown_as_body(self, text, place):
        found = read(text + BODY)
        assert (found.fields, found.body, found.body_line) == (Fields(), BODY, 4)
        assert told(found.findings) == [("front-matter", *place)]

    @pytest.mark.parametrize(
        ("text", "code", "says"),
        [
            (
                "+++\na = '" + "x" * 99 + "'\n+++\n",
                "front-matter-limits",
                "has 106 characters; the limit is 99",
            ),
            ('{\n"a": "' + "x" * 99 + '"\n}\n', "front-matter-limits", "has 110 characters; the limit is 99"),
            ("{\n" + '"a":{' * 12 + '"b":1' + "}" * 12 + "\n}\n", "front-matter-limits", "nested"),
        ],
    )
    def test_what_costs_too_much_is_told_and_not_read(self, text, code, says):
        found = read_front_matter(text + BODY, "a.md", Limits(front_matter_size=99, depth=8))
        assert (found.fields, found.body) == (Fields(), BODY)
        (limit,) = found.findings
        assert (limit.code, says in limit.message) == (code, True), limit.message

    @pytest.mark.parametrize(
        ("block", "fields"),
        [
            ('name = "qa"\ntools = ["a", "b"]\n', {"name": "qa", "tools": ["a", "b"]}),
            ('[metadata]\nicon = "x"\n\n[x]\ny = 1\n', {"metadata": {"icon": "x"}, "x": {"y": "1"}}),
            ('[x]\nname = "qa"\n', None),
            ('description = """\na: b\nc\n"""\n', {"description": "a: b\nc\n"}),
            ('[x]\ny = 1\n[model]\nz = "w"\n', {"x": {"y": "1"}, "model": {"z": "w"}}),
            ("a = 1\n", None),
            ("name = qa\n", None),
            ("name = 'qa'\nname: qa\n", None),
        ],
    )
    def test_toml_between_dashes_is_read_where_it_names_a_known_field_and_told(self, block, fields):
        found = read(f"---\n{block}---\n{BODY}")
        if fields is None:
            assert "TOML" not in str(found.findings)
            return
        assert (plain(found.fields), found.body) == (fields, BODY)
        assert told(found.findings) == [("front-matter", 2, 0)]
        assert found.body_line == 3 + block.count("\n")
        assert "+++" in found.findings[0].fix

    def test_toml_that_is_never_closed(self):
        found = read("+++\nname = 1\n")
        assert (found.body, told(found.findings)) == ("+++\nname = 1\n", [("front-matter-place", 1, 0)])


def test_a_second_front_matter_is_told():
    found = read("---\nname: one\n---\nText\n\n---\nname: two\n---\nMore\n")
    assert plain(found.fields) == {"name": "one"}
    assert told(found.findings) == [("front-matter-place", 7, 0)]
    fenced = "---\nname: one\n---\n```\n---\nname: two\n---\n```\n"
    assert read(fenced).findings == ()
