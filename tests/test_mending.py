"""What `--fix` makes of a file, to the byte."""

from __future__ import annotations

import stat

import pytest

from persona_docs.mending import MENDABLE, diff, mend, replace_bytes
from persona_docs.model import Source
from persona_docs.options import Limits
from persona_docs.reading.decode import decode


def source(data: bytes) -> Source:
    decoded, _ = decode(data, "a.md")
    assert decoded
    return Source("a.md", data, decoded.encoding, decoded.repaired, decoded.text)


def mended(data: bytes, codes=MENDABLE) -> bytes | None:
    found = mend(source(data), codes, Limits())
    return found.data if found else None


def codes(data: bytes) -> tuple[str, ...]:
    found = mend(source(data), MENDABLE, Limits())
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
    assert mended(data) is None


class TestEncoding:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
    def test_files_become_utf_8(self, encoding):
        mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
        assert mended(mark + PROSE.encode(encoding)) == PROSE.encode()

    @pytest.mark.parametrize("misread_as", ["mac_roman", "cp1252"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_accents_come_back_and_line_ends_stay(self, misread_as, end):
        right = PROSE.replace("“así”", "así").replace("\n", end)
        assert mended(right.encode().decode(misread_as).encode()) == right.encode()

    def test_accents_that_were_broken_twice_come_back_too(self):
        assert mended("à cÃ´tÃ© dÃ©jÃ\xa0 lÃ\xa0, ÃƒÂ©".encode()) is None
        assert mended(
            "cafÃƒÂ© lÃ\xa0-bas Ã\x81vila".replace("Ã\xa0", "ÃƒÂ\xa0").replace("Ã\x81", "ÃƒÂ\x81").encode()
        ) == ("café là-bas Ávila".encode())

    def test_what_was_not_asked_for_is_not_done(self):
        assert mended(PROSE.encode("utf-16"), {"line-ends", "front-matter"}) is None
        assert mended(PROSE.encode().decode("mac_roman").encode(), {"encoding"}) is None


class TestLineEnds:
    def test_the_commoner_kind_wins(self):
        assert mended(b"a\r\nb\r\nc\n") == b"a\r\nb\r\nc\r\n"
        assert mended(b"a\nb\nc\r\n") == b"a\nb\nc\n"
        assert mended(b"a\rb\r") == b"a\nb\n"


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
        ],
    )
    def test_a_value_gets_its_quotes_and_nothing_else_changes(self, before, after):
        file = "---\nname:   qa # who\n{}\ntags: [ a,b ]\n---\n\n# Body: *x*  \n"
        assert mended(file.format(before).encode()) == file.format(after).encode()

    def test_line_ends_and_the_mark_stay(self):
        before = "\ufeff---\r\ndescription: Use when: now\r\n---\r\nBody\r\n"
        after = '\ufeff---\r\ndescription: "Use when: now"\r\n---\r\nBody\r\n'
        assert mended(before.encode()) == after.encode()

    def test_many_things_at_once(self):
        data = "---\rdescription: Señal: sí\r---\rx\r".encode("cp1252")
        assert mended(data) == '---\ndescription: "Señal: sí"\n---\nx\n'.encode()
        assert codes(data) == ("encoding", "line-ends", "front-matter")

    def test_a_row_of_spaces_is_read_once(self):
        value = b"Use when:" + 200_000 * b" " + b"now: x"  # looked at from every space, it takes minutes
        after = mended(b"---\ndescription: " + value + b"\n---\nx\n")
        assert after == b'---\ndescription: "' + value + b'"\n---\nx\n'

    def test_a_value_that_goes_on_below_is_left_to_people(self):
        assert mended(b"---\ndescription: Use: when\n  it rains\nname: x\n---\nx\n") is None


def test_the_difference_is_shown_line_by_line():
    found = mend(source(b"---\ndescription: Use when: now\n---\nx\n"), MENDABLE, Limits())
    assert found
    assert list(diff(found))[3:] == [
        " ---",
        "-description: Use when: now",
        '+description: "Use when: now"',
        " ---",
    ]


class TestReplaceBytes:
    def test_the_file_keeps_its_rights_and_its_folder_gets_nothing(self, tmp_path):
        file = tmp_path / "a.md"
        file.write_bytes(b"old")
        file.chmod(0o640)
        replace_bytes(file, b"new")
        assert file.read_bytes() == b"new"
        assert stat.S_IMODE(file.stat().st_mode) == 0o640
        assert [each.name for each in tmp_path.iterdir()] == ["a.md"]

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
