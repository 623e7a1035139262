"""Golden cases: a tree of files in, its personas and findings out.

`pytest --update-golden` writes what comes out anew; look at the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from persona_docs.reading.dialects import DIALECTS
from tests.dialects.golden import CASES, told

ALL = sorted(path.relative_to(CASES).with_suffix("").as_posix() for path in CASES.rglob("*.txt"))

DEFECTS = {
    "the whole file is indented": ["superclaude/indented"],
    "a long closing delimiter, and a blank line after the opening one": ["claude-agent/long-delimiter"],
    "no opening delimiter": ["superclaude/no-opener"],
    "the document stands in a fence": ["copilot-prompt/wrapped"],
    "a heading stands before the front matter": ["lmagent/heading-first"],
    "a dialogue over many lines inside a plain description": ["claude-agent/dialogue-in-description"],
    "a description in one line, with colons and an example": ["claude-agent/example-in-one-line"],
    "values that start with a star or a bracket": [
        "claude-agent/star-tools",
        "cursor-rule/star-globs",
        "claude-command/brackets",
        "claude-command/two-brackets",
    ],
    "values that YAML takes for something else, keys with capitals, several models": [
        "lmagent/version-as-number",
        "markdown/capital-keys",
        "copilot-chatmode/models-with-pipes",
        "copilot-agent/model-list",
    ],
    "tools as mapping, nested, empty, null": [
        "opencode/tools-as-mapping",
        "roo/nested-groups",
        "claude-agent/no-tools",
        "claude-agent/null-tools",
    ],
    "text that was misread and saved again": [
        "markdown/mac-roman",
        "cursor-rule/windows-1252",
        "agency/cut-emoji",
        "copilot-chatmode/replacement-character",
    ],
    "a zero-width space before a fence": ["copilot-agent/zero-width-before-fence"],
    "fences inside fences, and fences never closed": [
        "markdown/nested-fences",
        "copilot-agent/unclosed-fence",
    ],
    "checklists in fences, without boxes, after a colon, with other boxes, in tables": [
        "markdown/template-checklist",
        "claude-agent/checklists-without-boxes",
        "skill/other-boxes",
    ],
    "names that are taken, wrong, without an address, with signs": [
        "claude-agent/same-name",
        "claude-agent/copy-with-wrong-name",
        "claude-agent/same-address",
        "copilot-agent/names-with-signs",
        "agency/name-without-letters",
        "agency/other-scripts",
        "claude-command/names-with-colons",
        "claude-agent/names-with-dots",
    ],
    "a persona without front matter": ["markdown/no-front-matter"],
    "a front matter inside an example": ["markdown/front-matter-in-an-example"],
    "placeholders and templates": ["copilot-agent/placeholders"],
    "many personas in one file": ["roo/normal", "superclaude-personas/normal", "prompts-csv/normal"],
    "a folder inside itself, and equal file names": [
        "claude-agent/nested-paths",
        "copilot-agent/many-equal-stems",
    ],
    "data that cannot be read": [
        "roo/broken",
        "codex/broken",
        "kiro/broken",
        "prompts-csv/broken",
        "bmad-yaml/broken",
    ],
}
"""What is wrong with real files, and the cases that show what becomes of it."""


@pytest.mark.parametrize("case", ALL)
def test_what_comes_out(case: str, tmp_path: Path, update_golden: bool) -> None:
    file = CASES / f"{case}.yaml"
    found = told((CASES / f"{case}.txt").read_text(encoding="utf-8"), tmp_path)
    if update_golden:
        file.write_text(found, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == found


@pytest.mark.parametrize("dialect", [dialect.name for dialect in DIALECTS])
def test_every_dialect_has_a_normal_case(dialect: str) -> None:
    golden = (CASES / dialect / "normal.yaml").read_text(encoding="utf-8")
    assert f"\n  dialect: {dialect}\n" in golden
    assert " error[" not in golden


def test_every_case_is_of_a_dialect_that_exists() -> None:
    known = {dialect.name for dialect in DIALECTS}
    assert {case.partition("/")[0] for case in ALL} <= known
    for case in ALL:
        golden = (CASES / f"{case}.yaml").read_text(encoding="utf-8")
        assert f"\n  dialect: {case.partition('/')[0]}\n" in golden, case


def test_no_golden_file_is_left_over() -> None:
    goldens = {path.relative_to(CASES).with_suffix("").as_posix() for path in CASES.rglob("*.yaml")}
    assert goldens == set(ALL)


@pytest.mark.parametrize("defect", DEFECTS)
def test_every_defect_has_its_cases(defect: str) -> None:
    assert set(DEFECTS[defect]) <= set(ALL)
