"""What `--fix` makes of a file, to the byte."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace

import pytest
import yaml

from persona_docs.cli.replacing import replace_bytes
from persona_docs.fixing import FIXABLE, diff, fix
from persona_docs.model import Persona, Source
from persona_docs.options import Limits, Options
from persona_docs.reading import read
from persona_docs.reading.dialects import is_yaml
from persona_docs.reading.discovery.discover import SourceFile
from persona_docs.reading.file import read_file
from persona_docs.reading.text.decode import decode


def source(data: bytes, path: str = "a.md") -> Source:
    decoded, _ = decode(data, path)
    assert decoded
    return Source(path, data, decoded.encoding, decoded.repaired, decoded.text)


def fixed(data: bytes, codes=FIXABLE) -> bytes | None:
    found = fix(source(data), codes, Limits())
    return found.data if found else None


def codes(data: bytes) -> tuple[str, ...]:
    found = fix(source(data), FIXABLE, Limits())
    return found.codes if found else ()


PROSE = "---\nname: qa\n---\nDiseño, revisión y más: “así”\n"


@pytest.mark.parametrize(
    "data",
    [
        PROSE.encode(),
        PROSE.encode("utf-8-sig"),
        PROSE.replace("\n", "\r\n").encode(),
        b"no front matter: at: all\n",
        b"---\nname: [a, b\n---\nx\n",
        b"---\nnever: closed: at all\n",
        b"",
    ],
    ids=["plain", "mark", "crlf", "prose", "bracket", "unclosed", "empty"],
)
def test_what_has_no_fault_or_no_one_answer_stays(data):
    assert fixed(data) is None


class TestEncoding:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
    def test_files_become_utf_8(self, encoding):
        mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
        assert fixed(mark + PROSE.encode(encoding)) == PROSE.encode()

    @pytest.mark.parametrize("misread_as", ["mac_roman", "cp1252"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_accents_come_back_and_line_ends_stay(self, misread_as, end):
        right = PROSE.replace("“así”", "así").replace("\n", end)
        assert fixed(right.encode().decode(misread_as).encode()) == right.encode()

    def test_accents_that_were_broken_twice_come_back_too(self):
        assert fixed("à cÃ´tÃ© dÃ©jÃ\xa0 lÃ\xa0, ÃƒÂ©".encode()) is None
        assert fixed(
            "cafÃƒÂ© lÃ\xa0-bas Ã\x81vila".replace("Ã\xa0", "ÃƒÂ\xa0").replace("Ã\x81", "ÃƒÂ\x81").encode()
        ) == ("café là-bas Ávila".encode())

    def test_what_was_not_asked_for_is_not_done(self):
        assert fixed(PROSE.encode("utf-16"), {"line-ends", "front-matter"}) is None
        assert fixed(PROSE.encode().decode("mac_roman").encode(), {"encoding"}) is None


class TestLineEnds:
    def test_the_commoner_kind_wins(self):
        assert fixed(b"a\r\nb\r\nc\n") == b"a\r\nb\r\nc\r\n"
        assert fixed(b"a\nb\nc\r\n") == b"a\nb\nc\n"
        assert fixed(b"a\rb\r") == b"a\nb\n"


class TestQuoting:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("description: Use when: now", 'description: "Use when: now"'),
            ("globs: **/*.py", 'globs: "**/*.py"'),
            ("tools: *", 'tools: "*"'),
            ('description: Says "hi: there" \\o/  ', r'description: "Says \"hi: there\" \\o/"  '),
            ("argument-hint: [a] | --b", 'argument-hint: "[a] | --b"'),
            ("one: a: b\ntwo: c: d", 'one: "a: b"\ntwo: "c: d"'),
            ("description: 数据: 分析", 'description: "数据: 分析"'),
            ("sign: =", 'sign: "="'),
            ("signs: [<, =, <<]", 'signs: [<, "=", "<<"]'),
        ],
    )
    def test_a_value_gets_its_quotes_and_nothing_else_changes(self, before, after):
        file = "---\nname:   qa # who\n{}\ntags: [ a,b ]\n---\n\n# Body: *x*  \n"
        assert fixed(file.format(before).encode()) == file.format(after).encode()

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("metadata:\n  hint: Use when: now\n  b: 1", 'metadata:\n  hint: "Use when: now"\n  b: 1'),
            ("tools:\n  - *\n  - Read", 'tools:\n  - "*"\n  - Read'),
            ("tools:\n- @helper # who\n- Read", 'tools:\n- "@helper # who"\n- Read'),
            ("team:\n  - name: a\n    does: x: y", 'team:\n  - name: a\n    does: "x: y"'),
            ("globs: [ **/*.py,docs/**, 'a b' ]", "globs: [ \"**/*.py\",docs/**, 'a b' ]"),
            ("tools: [Read, @helper, http://x]", 'tools: [Read, "@helper", http://x]'),
            ("title: {{TITLE}}\nowner: {{OWNER}}", 'title: "{{TITLE}}"\nowner: "{{OWNER}}"'),
            ('description: "This" and that', r'description: "\"This\" and that"'),
            ("description: a\u2028b: c", None),  # a line end to YAML, and to nobody else
            ("tools: [Read, @helper", None),
            ('description: "Use when: now', None),
            ("description: > Use when: now", None),
            ("description:\tUse when: now", None),  # a tab before quotes is an error to some
            ("metadata:\n  hint: Use: when\n    it rains", None),
        ],
    )
    def test_further_in_and_in_lists_as_at_the_top(self, before, after):
        file = "---\nname: qa\n{}\n---\n\n# Body\n"
        assert fixed(file.format(before).encode()) == (file.format(after).encode() if after else None)

    @pytest.mark.parametrize(
        "stays",
        [
            "tools: [Read, @helper",
            "description: > Use when: now",
            "model:opus",
            "<<: base",
            "metadata:\n  hint: Use: when\n    it rains",
            "one: &a {b: c}\ntwo: &a {d: e}",
        ],
    )
    def test_what_has_no_one_answer_keeps_no_other_value_from_its_quotes(self, stays):
        file = "---\n{}\n{}\nname: qa\nwhen: {}\n---\n\n# Body\n"
        before, after = (
            file.format(globs, stays, when)
            for globs, when in (("globs: *.py", "It: rains"), ('globs: "*.py"', '"It: rains"'))
        )
        assert fixed(before.encode()) == after.encode()
        assert fixed(after.encode()) is None

    @pytest.mark.parametrize("path", ["modes.yaml", ".roomodes"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def test_files_that_are_data_as_a_whole(self, path, mark):
        before = "first: a: b\r\nmodes:\r\n  - slug: qa\r\n    role: You: a tester\r\n    tags: [@a, b]\r\n"
        after = before.replace("You: a tester", '"You: a tester"').replace("a: b", '"a: b"')
        after = after.replace("[@a, b]", '["@a", b]')
        found = fix(source((mark + before).encode(), path), {"front-matter"}, Limits())
        assert found
        assert found.data == (mark + after).encode()

    def test_json_and_toml_are_no_yaml(self):
        assert fix(source(b'{"a": *}', "a.json"), FIXABLE, Limits()) is None
        assert fix(source(b"a = *", "a.toml"), FIXABLE, Limits()) is None

    def test_a_list_of_many_items_is_read_once(self):
        items = b", ".join([b"*.py"] * 1000)
        quoted = b", ".join([b'"*.py"'] * 1000)
        file = b"---\nglobs: [%b]\n---\nx\n"
        assert fixed(file % items) == file % quoted

    def test_line_ends_and_the_mark_stay(self):
        before = "\ufeff---\r\ndescription: Use when: now\r\n---\r\nBody\r\n"
        after = '\ufeff---\r\ndescription: "Use when: now"\r\n---\r\nBody\r\n'
        assert fixed(before.encode()) == after.encode()

    def test_many_things_at_once(self):
        data = "---\rdescription: Señal: sí\r---\rx\r".encode("cp1252")
        assert fixed(data) == '---\ndescription: "Señal: sí"\n---\nx\n'.encode()
        assert codes(data) == ("encoding", "line-ends", "front-matter")

    def test_a_row_of_spaces_is_read_once(self):
        value = b"Use when:" + 200_000 * b" " + b"now: x"  # looked at from every space, it takes minutes
        data = b"---\ndescription: " + value + b"\n---\nx\n"
        after = fix(source(data), FIXABLE, Limits(front_matter_size=1_000_000))
        assert after
        assert after.data == b'---\ndescription: "' + value + b'"\n---\nx\n'

    def test_a_value_that_goes_on_below_is_left_to_people(self):
        assert fixed(b"---\ndescription: Use: when\n  it rains\nname: x\n---\nx\n") is None


def test_the_difference_is_shown_line_by_line():
    found = fix(source(b"---\ndescription: Use when: now\n---\nx\n"), FIXABLE, Limits())
    assert found
    assert list(diff(found))[3:] == [
        " ---",
        "-description: Use when: now",
        '+description: "Use when: now"',
        " ---",
    ]


def test_real_files_stay_who_they_are(real_files):
    reading = read(Options(sources=("seeds", "wild")), real_files)
    personas = {each.source.path: each for each in reading.personas}
    told = {(each.path, each.code) for each in reading.findings if each.code in FIXABLE}
    assert len(told) > 10
    for path in {path for path, _ in told} & personas.keys():
        codes = {code for at, code in told if at == path}
        if not is_yaml(personas[path].dialect):
            codes.discard("front-matter")
        found = fix(personas[path].source, codes, Options().limits) if codes else None
        assert found or not codes, path
        if not found:
            continue
        file = SourceFile(path, real_files / path, path)
        before, after = (
            read_file(file, Options(), data=data) for data in (personas[path].source.data, found.data)
        )
        assert FIXABLE.isdisjoint(each.code for each in after.findings), path
        assert {each.code for each in after.findings} < {each.code for each in before.findings}, path
        assert [as_written(each) for each in after.personas] == [as_written(each) for each in before.personas]
        if found.codes == ("front-matter",):
            fixed_lines = zip(personas[path].source.data.split(b"\n"), found.data.split(b"\n"), strict=True)
            assert all(b.translate(None, b'"\\') == a.translate(None, b'"\\') for b, a in fixed_lines), path
            yaml.safe_load(found.after.removeprefix("\ufeff").split("---")[1])


def as_written(persona: Persona) -> str:
    """All that is known of a persona, without its file and where in it things stand."""
    return re.sub(r"column=\d+", "", repr(replace(persona, source=Source(""))))


class TestReplaceBytes:
    def test_the_file_keeps_its_rights_and_its_folder_gets_nothing(self, tmp_path):
        file = tmp_path / "a.md"
        file.write_bytes(b"old")
        file.chmod(0o640)
        replace_bytes(file, b"new")
        assert file.read_bytes() == b"new"
        assert stat.S_IMODE(file.stat().st_mode) == 0o640
        assert [each.name for each in tmp_path.iterdir()] == ["a.md"]

    @pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everything")
    def test_what_may_not_be_written_is_not_replaced(self, tmp_path):
        file = tmp_path / "a.md"
        file.write_bytes(b"old")
        file.chmod(0o440)
        with pytest.raises(PermissionError):
            replace_bytes(file, b"new")
        assert file.read_bytes() == b"old"

    def test_a_link_stays_a_link(self, tmp_path):
        (tmp_path / "real.md").write_bytes(b"old")
        (tmp_path / "link.md").symlink_to("real.md")
        replace_bytes(tmp_path / "link.md", b"new")
        assert (tmp_path / "link.md").is_symlink()
        assert (tmp_path / "real.md").read_bytes() == b"new"

    def test_what_goes_wrong_leaves_all_as_it_was(self, tmp_path, monkeypatch):
        file = tmp_path / "a.md"
        file.write_bytes(b"old")
        monkeypatch.setattr("os.fsync", lambda _handle: (_ for _ in ()).throw(OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            replace_bytes(file, b"new")
        assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.md", b"old")]
