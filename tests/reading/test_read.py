"""A folder is read: every file becomes personas or a word about why not."""

from __future__ import annotations

from persona_docs.options import Options
from persona_docs.reading import read
from tests.tree import write_tree

PERSONA = "---\nname: reviewer\ndescription: Reviews.\n---\nReview.\n"


def test_data_without_a_persona_is_told_once_a_source(tmp_path):
    root = write_tree(
        tmp_path, {"p/a.md": PERSONA, "p/package.json": '{"private": true}', "p/x.yaml": "a: 1\n"}
    )
    (told,) = read(Options(sources=("p",)), root).findings
    assert (told.code, told.path) == ("left-out", "p")
    assert told.message == "No persona found in: `p/package.json`, `p/x.yaml`"


def test_what_a_skill_keeps_beside_it_is_no_persona_and_not_left_out(tmp_path):
    root = write_tree(
        tmp_path,
        {"p/ada/SKILL.md": PERSONA, "p/ada/customize.toml": '[agent]\nname = "Ada"\ntitle = "Reviewer"\n'},
    )
    reading = read(Options(sources=("p",)), root)
    assert (len(reading.personas), reading.findings) == (1, ())


def test_when_not_to_call_is_no_trigger_and_not_lost(tmp_path):
    triggers = "activation_triggers:\n  keywords: [patch, fix]\n  do_not_use_when: [it is not confirmed]\n"
    text = PERSONA.replace("description", f"{triggers}description")
    (persona,) = read(Options(sources=("p",)), write_tree(tmp_path, {"p/a.md": text})).personas
    assert [trigger.value for trigger in persona.triggers] == ["patch", "fix"]
    assert persona.extra["activation_triggers.do_not_use_when"].value == "it is not confirmed"


def test_markup_of_a_role_is_not_shown_where_a_line_is_plain(tmp_path):
    text = PERSONA.replace("Reviews.", "Reviews.\nrole: '**Senior** reviewer of `code`'")
    (persona,) = read(Options(sources=("p",)), write_tree(tmp_path, {"p/a.md": text})).personas
    assert persona.role.value == "Senior reviewer of code"
