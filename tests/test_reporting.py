"""Findings for people, for programs, and for services."""

from __future__ import annotations

import json
import re

import click
import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from persona_docs.codes import CODES, finding
from persona_docs.engines.mkdocs_plugin.report import printable
from persona_docs.gathering.told import lines_of
from persona_docs.reporting import FORMATS, Report
from persona_docs.reporting.baseline import new_findings, read_baseline
from persona_docs.reporting.escape import visible

SOURCE = "---\nname: qa\ndescription: Use when: now\n---\n漢字 \x1b[31m@x\n"
FRONT_MATTER = finding(
    "front-matter",
    "Only one `: ` may stand in a line",
    "team/qa.md",
    3,
    22,
    fix='Write `description: "Use when: now"`.',
)
CONTROL = finding("control-characters", "ESC (U+001B)", "team/qa.md", 5, 4)
WHOLE = finding("unreadable-file", "Permission\x1b denied", "odd,name: 100%\n.md")


def report(findings, texts, **more):
    return Report(findings, lines_of(findings, texts), **more)


REPORT = report((FRONT_MATTER, CONTROL, WHOLE), {"team/qa.md": SOURCE}, personas=2)


class TestText:
    def test_people_see_the_line_the_place_and_the_fix(self):
        text = click.unstyle(FORMATS["text"](REPORT))
        assert text == "\n".join(
            [
                "team/qa.md:3:22 error[front-matter] Only one `: ` may stand in a line",
                "    3 │ description: Use when: now",
                "      │                      ^",
                '  fix: Write `description: "Use when: now"`.',
                "",
                "team/qa.md:5:4 warning[control-characters] ESC (U+001B)",
                r"    5 │ 漢字 \x1b[31m@x",
                "      │      ^",
                "  fix: Delete them.",
                "",
                r"odd,name: 100%\x0a.md error[unreadable-file] Permission\x1b denied",
                "  fix: Give the reader permission, or take it out of the sources.",
                "",
                "2 errors, 1 warning in 2 personas.",
            ]
        )

    def test_many_of_one_kind_hide_no_other(self):
        many = tuple(finding("missing-name", "There is no name", f"{n}.md") for n in range(30))
        text = click.unstyle(FORMATS["text"](Report((FRONT_MATTER, *many, CONTROL), personas=31)))
        assert (text.count("warning[missing-name] There"), text.count("control-characters")) == (10, 1)
        assert text.endswith(
            "\n\nwarning[missing-name] 20 more: --select missing-name\n\n1 error, 31 warnings in 31 personas."
        )

    def test_all_of_one_kind_are_told_where_there_is_no_other(self):
        many = tuple(finding("missing-name", "There is no name", f"{n}.md") for n in range(30))
        assert click.unstyle(FORMATS["text"](Report(many))).count("warning[missing-name] There") == 30

    def test_nothing_to_say_is_said(self):
        assert click.unstyle(FORMATS["text"](Report(personas=1))) == "Nothing to fix in 1 persona."

    def test_a_long_line_is_shown_around_the_place(self):
        line = "x" * 500 + "HERE" + "y" * 500
        text = click.unstyle(
            FORMATS["text"](report((finding("fence", "m", "a.md", 1, 501),), {"a.md": line}))
        )
        shown, caret = text.split("\n")[1:3]
        assert len(shown) < 120
        assert shown[caret.index("^") :].startswith("HERE")

    def test_a_line_with_a_secret_is_never_shown(self):
        told = (finding("secret", "m", "a.md", 1, 6), finding("fence", "m", "a.md", 1))
        assert "hunter2" not in FORMATS["text"](report(told, {"a.md": "key = hunter2"}))

    @pytest.mark.parametrize("line", [0, 2, 99])
    def test_places_that_are_not_there_are_survived(self, line):
        assert "m" in FORMATS["text"](report((finding("fence", "m", "a.md", line, 99),), {"a.md": "x\n\n"}))


def test_what_nobody_sees_is_written_as_an_escape():
    assert (
        visible("a\u202eb\u200bc\ud800d\U000e0041\x9b\u2028") == r"a\u202eb\u200bc\ud800d\U000e0041\x9b\u2028"
    )
    assert visible("Diseño 漢 👩\ufe0f") == "Diseño 漢 👩\ufe0f"


ORDER = "##vso[task.setvariable variable=a]b ##[set-output name=a]b"


@pytest.mark.parametrize("form", FORMATS)
def test_no_log_of_a_ci_server_takes_a_text_for_an_order(form):
    path = "::set-output name=a::b.md"
    text = click.unstyle(FORMATS[form](report((finding("fence", ORDER, path, 1),), {path: ORDER})))

    assert not [line for line in text.split("\n") if re.search(r"##(?:vso)?\[|^\s*::(?!\w+ file=)", line)]
    if form == "json":
        (told,) = json.loads(text)["findings"]
        assert (told["message"], told["path"]) == (ORDER, path)


def test_neither_a_difference_nor_a_warning_is_an_order():
    assert visible(" ::add-mask::a") == printable(" ::add-mask::a") == r" \x3a:add-mask::a"
    assert visible(ORDER) == printable(ORDER) == ORDER.replace("##", r"#\x23")
    assert visible("### a :: b #[c] ##") == "### a :: b #[c] ##"


class TestJson:
    def test_every_field_of_a_finding(self):
        told = json.loads(FORMATS["json"](REPORT))
        assert told["version"] == 1
        assert told["personas"] == 2
        assert told["counts"] == {"error": 2, "warning": 1, "info": 0}
        assert [each["line"] for each in told["findings"]] == [3, 5, None]
        assert set(told["findings"][0]) == {
            "code", "severity", "message", "path", "line", "column", "fix", "persona", "fingerprint",
        }  # fmt: skip

    def test_it_is_ascii(self):
        assert FORMATS["json"](Report((finding("fence", "漢\udce9", "é.md"),))).isascii()


class TestBaseline:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_what_is_known_is_not_new_wherever_it_has_moved(self, encoding):
        known = read_baseline(FORMATS["json"](REPORT).encode(encoding))
        moved = finding("control-characters", "ESC (U+001B)", "team/qa.md", 50, 1)
        other = finding("control-characters", "BEL (U+0007)", "team/qa.md", 5, 4)
        assert new_findings([FRONT_MATTER, moved, other], known) == [other]

    def test_the_second_of_two_is_new_where_one_is_known(self):
        known = read_baseline(FORMATS["json"](REPORT).encode())
        assert new_findings([CONTROL, CONTROL], known) == [CONTROL]

    @pytest.mark.parametrize(
        "data",
        [b"", b"{}", b"[]", b'{"findings": [1]}', b'{"findings": {"a": 1}}', b"[" * 100_000, b"\xff\xfex"],
    )
    def test_another_file_is_refused(self, data):
        with pytest.raises(ValueError, match="--format json"):
            read_baseline(data)


def test_github_gets_one_command_a_line_and_none_of_somebody_elses():
    hostile = finding("fence", "x\n::error::owned", "a.md", 1)
    assert FORMATS["github"](Report((*REPORT.findings, hostile))).split("\n") == [
        "::error file=team/qa.md,line=3,col=22,title=front-matter::Only one `: ` may stand in a line."
        ' Write `description: "Use when: now"`.',
        "::warning file=team/qa.md,line=5,col=4,title=control-characters::ESC (U+001B). Delete them.",
        r"::error file=odd%2Cname%3A 100%25\x0a.md,title=unreadable-file::Permission\x1b denied."
        " Give the reader permission, or take it out of the sources.",
        r"::warning file=a.md,line=1,title=fence::x\x0a::error::owned."
        " Close it, or give the outer fence one more backtick.",
    ]


class TestSarif:
    def test_it_is_valid(self):
        Sarif.model_validate_json(FORMATS["sarif"](REPORT))

    def test_every_code_is_a_rule_and_every_result_has_one(self):
        (run,) = json.loads(FORMATS["sarif"](REPORT))["runs"]
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == list(CODES)
        assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
            each.code for each in REPORT.findings
        ]

    def test_what_stands_in_a_file_becomes_no_link(self):
        told = finding("front-matter", "m", "a.md", 1, fix='Write `a: "[b](https://c.example) [d](0)"`')
        (run,) = json.loads(FORMATS["sarif"](Report((told,))))["runs"]
        (result,) = run["results"]
        assert not re.search(r"\]\(", result["message"]["text"])

    def test_lines_end_as_they_are_counted(self):
        (run,) = json.loads(FORMATS["sarif"](REPORT))["runs"]
        assert re.split("|".join(run["newlineSequences"]), "a\r\nb\rc\nd") == ["a", "b", "c", "d"]

    def test_places(self):
        (run,) = json.loads(FORMATS["sarif"](REPORT))["runs"]
        assert [each["locations"][0]["physicalLocation"] for each in run["results"]] == [
            {"artifactLocation": {"uri": "team/qa.md"}, "region": {"startLine": 3, "startColumn": 22}},
            {"artifactLocation": {"uri": "team/qa.md"}, "region": {"startLine": 5, "startColumn": 4}},
            {"artifactLocation": {"uri": "odd%2Cname%3A%20100%25%0A.md"}},
        ]


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_fails_on_any_character(form):
    odd = "".join(map(chr, [*range(0x300), 0x2028, 0xD800, 0xFFFE, 0x10FFFF]))
    odd_one = report((finding("fence", odd, odd, 1, 3, fix=odd),), {odd: odd})
    FORMATS[form](odd_one).encode()
