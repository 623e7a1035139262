"""The codes of findings: a closed set, each with an example that raises it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from persona_docs.cli import main
from persona_docs.codes import CODES
from persona_docs.fixing import FIXABLE
from persona_docs.model import Severity
from persona_docs.reporting import FORMATS, Report
from scripts import findings, pictures

PACKAGE = Path(__file__).parent.parent / "src" / "persona_docs"
_CODE_AT = {"finding": 0, "about": 1}  # which argument of a function is the code


def raised() -> Iterator[tuple[str, str]]:
    """Every code that is written out where a finding is made, and where that is."""
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CODE_AT:
                at = _CODE_AT[node.func.id]
                code = node.args[at] if len(node.args) > at else None
                if isinstance(code, ast.Constant):
                    yield f"{module.relative_to(PACKAGE)}:{node.lineno}", code.value


def test_no_finding_has_a_code_that_is_not_in_the_table():
    found = list(raised())
    assert [(place, code) for place, code in found if code not in CODES] == []
    assert len(found) > len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_an_example_raises_the_code_and_nothing_else_that_matters(code, tmp_path):
    if code == "same-path" and folds_case(tmp_path):
        pytest.skip("this disk takes the two files of the example for one")
    told = findings.said(findings.example(code)).findings
    assert code in {each.code for each in told}
    assert {each.code for each in told if each.severity is not Severity.INFO} <= {code}


def test_no_example_is_of_a_code_that_does_not_exist():
    assert {file.stem for file in findings.EXAMPLES.iterdir()} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_finding_says_where_and_what_to_do(code, tmp_path):
    if code == "same-path" and folds_case(tmp_path):
        pytest.skip("this disk takes the two files of the example for one")
    for each in findings.said(findings.example(code)).findings:
        if each.code == code:
            assert each.path
            assert each.message[0].isupper() or not each.message[0].isalpha()
            assert len(each.message) > 12
            assert each.fix.endswith((".", "`"))


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_told_twice_of_a_place(code):
    told = [(one.place, one.code, one.fix) for one in findings.said(findings.example(code)).findings]
    assert sorted(told) == sorted(set(told))


def test_all_of_them_together_are_valid_sarif():
    everything = [findings.said(findings.example(code)) for code in CODES]
    report = Report(tuple(each for one in everything for each in one.findings))
    (run,) = Sarif.model_validate_json(FORMATS["sarif"](report)).runs
    assert {each.ruleId for each in run.results} == set(CODES)


@pytest.mark.parametrize("code", sorted(FIXABLE))
def test_what_can_be_mended_is_gone_once_it_is(code, tmp_path, monkeypatch):
    pictures.write(findings.example(code), tmp_path)
    monkeypatch.chdir(tmp_path)
    before = CliRunner().invoke(main, ["check", "--select", code, "--fail-on", "info"])
    after = CliRunner().invoke(main, ["check", "--select", code, "--fail-on", "info", "--fix"])
    assert (before.exit_code, after.exit_code) == (1, 0), after.output


def folds_case(folder: Path) -> bool:
    (folder / "a").touch()
    return (folder / "A").exists()
