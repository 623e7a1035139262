"""What the command line says of every case at once: whole, in every format, and harmless to a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from persona_docs.cli import main
from persona_docs.reporting import FORMATS
from tests.hostile.cases import ALL
from tests.hostile.judge import GOOD
from tests.tree import write_tree

CASES = [case for _, case in ALL if case.site]
SECRETS = {text for name, case in ALL if name.startswith("secrets") for text in case.lacks}
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every case that is not about time, side by side."""
    root = tmp_path_factory.mktemp("reports")
    return write_tree(root, {**GOOD, **{case.file: case.data for case in CASES}})


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_is_whole_and_harmless(form: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")

    ran = CliRunner().invoke(main, ["check", "personas", "--format", form])

    assert ran.exit_code == 1
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    if form in ("json", "sarif"):
        assert json.loads(ran.output)
    assert UNSEEN.findall(ran.output) == []
    said = re.sub("[0-9a-f]{24}", "", ran.output)  # a fingerprint may hold four digits of a secret by chance
    assert [text for text in SECRETS if text in said] == []


def test_fixing_shows_no_secret_and_ends(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NO_COLOR", "1")

    ran = CliRunner().invoke(main, ["check", "personas", "--diff"])

    assert ran.exit_code == 1
    assert UNSEEN.findall(ran.output) == []
    assert [text for text in SECRETS if text in ran.output] == []
