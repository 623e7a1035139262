"""A source may say which dialect its files are written in."""

from __future__ import annotations

import pytest

from persona_docs.options import Options, SourceEntry, source_entry
from persona_docs.reading import read
from persona_docs.reading.dialects import DIALECTS
from tests.tree import write_tree

CODEX = SourceEntry("team", "codex")
TREE = """
    == team/tuner.md
    ---
    name: tuner
    description: Tunes queries.
    ---
    Be quick.
    == team/deep/helper.toml
    name = "helper"
    description = "Helps."
    prompt = "Be kind."
    == other/reviewer.md
    ---
    name: reviewer
    description: Reviews.
    ---
    Be fair.
    """


def dialects(tmp_path, *sources, only=()):
    reading = read(Options(sources=sources), write_tree(tmp_path, TREE), only=only)
    return {persona.name.value: persona.dialect for persona in reading.personas}


def test_without_a_word_every_file_is_recognised(tmp_path):
    assert dialects(tmp_path, "team") == {"tuner": "claude-agent", "helper": "data"}


def test_a_named_dialect_holds_for_every_file_of_its_source_and_no_other(tmp_path):
    assert dialects(tmp_path, CODEX, "other") == {
        "tuner": "codex",
        "helper": "codex",
        "reviewer": "claude-agent",
    }


@pytest.mark.parametrize("sources", [("team", CODEX), (CODEX, "team"), ("**/*.*", CODEX)])
def test_it_holds_where_another_source_has_the_file_too(tmp_path, sources):
    assert dialects(tmp_path, *sources)["tuner"] == "codex"


def test_the_first_that_is_named_wins(tmp_path):
    assert dialects(tmp_path, SourceEntry("team/deep", "roo"), CODEX) == {"tuner": "codex", "helper": "roo"}


@pytest.mark.parametrize("only", ["team/tuner.md", "team/*.md", "."])
def test_it_holds_where_the_file_is_asked_for_by_another_path(tmp_path, only):
    assert dialects(tmp_path, CODEX, "other", only=(only,))["tuner"] == "codex"


@pytest.mark.parametrize("dialect", [dialect.name for dialect in DIALECTS])
@pytest.mark.parametrize("path", ["team/tuner.md", "team/deep/helper.toml"])
def test_no_dialect_loses_a_file_that_is_not_of_its_kind(tmp_path, path, dialect):
    reading = read(Options(sources=(SourceEntry(path, dialect),)), write_tree(tmp_path, TREE))
    assert {persona.dialect for persona in reading.personas} == {dialect}
    said = " ".join(f"{p.body.text} {p.extra}" for p in reading.personas)
    assert "Be quick." in said or "Be kind." in said


def test_fields_stay_fields_where_markdown_is_said_to_be_data(tmp_path):
    (tuner,) = read(
        Options(sources=(SourceEntry("team/*.md", "codex"),)), write_tree(tmp_path, TREE)
    ).personas
    assert (tuner.name.value, tuner.description.value, tuner.body.text) == (
        "tuner",
        "Tunes queries.",
        "Be quick.\n",
    )


@pytest.mark.parametrize(
    ("dialect", "said"),
    [
        ("codx", "there is no dialect “codx”; did you mean “codex”?"),
        ("Claude-Agent", "did you mean “claude-agent”?"),
        ("zzz", "there is no dialect “zzz”; there are agency, amazonq-agent, amp, "),
        ("", "there is no dialect “”; there are"),
    ],
)
def test_a_dialect_that_does_not_exist_is_said(tmp_path, dialect, said):
    with pytest.raises(ValueError, match="sources: ") as caught:
        read(Options(sources=(SourceEntry("team", dialect),)), tmp_path)
    assert said in str(caught.value)


def test_an_entry_as_yaml_gives_it():
    assert source_entry("team") == "team"
    assert source_entry({"path": "team", "dialect": "codex"}) == CODEX


@pytest.mark.parametrize(
    "given", [5, None, ["team"], {}, {"path": "team"}, {"path": "team", "dialect": "", "x": 1}]
)
def test_anything_else_is_refused_with_the_way_to_write_it(given):
    with pytest.raises(ValueError, match=r"a path or \{path: …, dialect: …\} is wanted, not “"):
        source_entry(given)


@pytest.mark.parametrize("given", [{"path": 5, "dialect": "codex"}, {"path": "team", "dialect": ["codex"]}])
def test_both_are_texts(given):
    with pytest.raises(ValueError, match="a text is wanted"):
        source_entry(given)
