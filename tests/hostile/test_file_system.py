"""What a folder may hold beside good files: links, pipes, devices, loops, and strange names."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from persona_docs.model import Finding, Severity
from persona_docs.options import Options
from tests.hostile.judge import GOOD, NEIGHBOUR, Verdict, build, html_of, neighbour_page
from tests.tree import build_site, write_tree

_PERSONA = "---\nname: {0}\ndescription: Mows the lawn of {0}.\n---\nMow the lawn of {0}.\n"


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    """Nothing may block: a pipe that nobody writes into would for ever."""

    def late(_number: int, _frame: object) -> None:
        raise TimeoutError("it blocks")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one good persona."""
    return write_tree(tmp_path / "project", GOOD)


def made(root: Path, change: Callable[[Path], object]) -> Verdict:
    """What becomes of the folder after a change to `personas/`; the neighbour's page stays as it is."""
    alone = neighbour_page(build(root))
    change(root / "personas")
    verdict = build(root)
    assert neighbour_page(verdict) == alone
    return verdict


def told(verdict: Verdict, path: str) -> Finding:
    """The only finding about a path."""
    (finding,) = verdict.findings(path)
    return finding


def paths(verdict: Verdict) -> list[str]:
    """Source paths of the personas that were read."""
    return [persona.source.path for persona in verdict.catalog.personas]


@pytest.mark.parametrize("target", ["/etc/os-release", "/proc/self/environ", "../secret.txt"])
def test_a_link_to_a_file_outside_is_not_followed(root: Path, target: str) -> None:
    (root / "secret.txt").write_text("a secret of the project")

    verdict = made(root, lambda folder: (folder / "x.md").symlink_to(target))

    assert told(verdict, "personas/x.md").code == "outside-link"
    assert told(verdict, "personas/x.md").severity is Severity.ERROR
    assert paths(verdict) == [NEIGHBOUR]


def test_a_link_inside_the_source_is_followed(root: Path) -> None:
    verdict = made(root, lambda folder: write_tree(folder, {"other/y.md": _PERSONA.format("y")}))
    assert len(paths(verdict)) == 2

    (root / "personas" / "x.md").symlink_to("other/y.md")

    assert len(paths(build(root))) == 3


def test_a_link_to_a_folder_is_not_followed(root: Path, tmp_path: Path) -> None:
    write_tree(tmp_path / "outside", {"z.md": _PERSONA.format("z")})

    verdict = made(root, lambda folder: (folder / "more").symlink_to(tmp_path / "outside"))

    assert told(verdict, "personas/more").code == "outside-link"
    assert paths(verdict) == [NEIGHBOUR]


def test_a_link_to_its_own_folder_is_told_once(root: Path) -> None:
    verdict = made(root, lambda folder: (folder / "again").symlink_to(folder))

    assert [each.path for each in verdict.catalog.findings] == ["personas/again"]
    assert paths(verdict) == [NEIGHBOUR]


def test_links_that_lead_nowhere_are_told(root: Path) -> None:
    def change(folder: Path) -> None:
        (folder / "gone.md").symlink_to("nowhere.md")
        (folder / "one.md").symlink_to("two.md")
        (folder / "two.md").symlink_to("one.md")

    verdict = made(root, change)

    assert {each.path: (each.code, each.fix) for each in verdict.catalog.findings} == dict.fromkeys(
        ("personas/gone.md", "personas/one.md", "personas/two.md"),
        ("unreadable-file", "Correct the link, or delete it."),
    )


def test_a_folder_that_is_called_like_a_file_is_a_folder(root: Path) -> None:
    verdict = made(root, lambda folder: write_tree(folder, {"x.md/y.md": _PERSONA.format("y")}))

    assert paths(verdict) == [NEIGHBOUR, "personas/x.md/y.md"]


@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_what_is_no_regular_file_is_not_opened(
    root: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(folder: Path) -> None:
        if kind == "pipe":
            os.mkfifo(folder / "x.md")
        elif kind == "device":
            (folder / "x.md").symlink_to("/dev/zero")
        else:
            monkeypatch.chdir(folder)  # the path of a socket must be short
            with socket.socket(socket.AF_UNIX) as listener:
                listener.bind("x.md")

    verdict = made(root, change)

    assert told(verdict, "personas/x.md").severity is Severity.ERROR
    assert told(verdict, "personas/x.md").code == ("outside-link" if kind == "device" else "unreadable-file")


def test_a_device_that_a_source_names_is_not_read(root: Path) -> None:
    verdict = build(root, Options(sources=("/dev/zero", "personas")))

    (finding,) = verdict.catalog.findings
    assert (finding.code, finding.severity) == ("unreadable-file", Severity.ERROR)
    assert paths(verdict) == [NEIGHBOUR]


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_read_is_told(root: Path, what: str) -> None:
    def change(folder: Path) -> None:
        write_tree(folder, {"shut/x.md": _PERSONA.format("x")})
        (folder / ("shut/x.md" if what == "file" else "shut")).chmod(0)

    verdict = made(root, change)
    (root / "personas" / "shut").chmod(0o755)

    (finding,) = verdict.catalog.findings
    assert finding.code == "unreadable-file"
    assert "permission denied" in finding.message.lower()


def test_a_name_that_is_no_text_is_told(root: Path) -> None:
    def change(folder: Path) -> None:
        try:
            Path(os.fsdecode(bytes(folder) + b"/caf\xe9\xff.md")).write_text(_PERSONA.format("x"))
        except OSError:
            pytest.skip("this disk has no such names")

    verdict = made(root, change)

    (finding,) = verdict.catalog.findings
    assert (finding.code, finding.severity) == ("unreadable-file", Severity.ERROR)
    assert finding.path == "personas/caf\\xe9\\xff.md"


def test_a_name_of_255_bytes_and_one_with_a_line_end_are_published(root: Path) -> None:
    long, odd = f"{'n' * 252}.md", "a\n\"'b.md"

    verdict = made(
        root, lambda folder: write_tree(folder, {long: _PERSONA.format("l"), odd: _PERSONA.format("o")})
    )

    assert paths(verdict) == [f"personas/{odd}", NEIGHBOUR, f"personas/{long}"]


def test_a_file_of_six_gigabytes_is_not_read(root: Path) -> None:
    def change(folder: Path) -> None:
        with (folder / "x.md").open("wb") as file:
            try:
                file.truncate(6 * 1024**3)
            except OSError:
                pytest.skip("this disk has no sparse files")

    verdict = made(root, change)

    assert told(verdict, "personas/x.md").code == "too-large"
    assert verdict.seconds < 1


def test_folders_may_be_nested_deep(root: Path) -> None:
    def change(folder: Path) -> None:
        here = Path.cwd()
        try:
            os.chdir(folder)
            for _ in range(300):
                Path("d").mkdir()
                os.chdir("d")
            Path("x.md").write_text(_PERSONA.format("deep"))
        finally:
            os.chdir(here)

    verdict = made(root, change)

    assert paths(verdict) == [NEIGHBOUR, f"personas/{'d/' * 300}x.md"]


def test_papers_hidden_files_and_backups_are_no_personas(root: Path) -> None:
    names = [
        *("README.md", "index.md", ".x.md", "x.md~", "x.md.bak", "#x.md#", "~x.md", "evil.html", "evil.svg"),
        *("evil.js", ".env.txt", "x.exe", "node_modules/x.md", ".git/x.md"),
    ]

    verdict = made(root, lambda folder: write_tree(folder, {name: _PERSONA.format("x") for name in names}))

    assert paths(verdict) == [NEIGHBOUR]
    (finding,) = verdict.catalog.findings
    assert finding.code == "left-out"
    assert all(name in finding.message for name in ("README.md", "index.md", ".env.txt"))


def test_endings_count_in_any_case(root: Path) -> None:
    names = ["a.MD", "b.markdown", "c.mdc", "d.mdx", "e.agent.md"]

    verdict = made(
        root, lambda folder: write_tree(folder, {name: _PERSONA.format(name[0] * 3) for name in names})
    )

    assert sorted(paths(verdict)) == sorted([NEIGHBOUR, *(f"personas/{name}" for name in names)])


def test_a_hard_link_to_another_persona_is_told(root: Path) -> None:
    verdict = made(root, lambda folder: None)
    (root / "personas" / "x.md").hardlink_to(root / NEIGHBOUR)

    verdict = build(root)

    assert {each.code for each in verdict.findings("personas/x.md")} >= {"same-name"}


def test_an_empty_folder_makes_a_friendly_page(tmp_path: Path) -> None:
    (tmp_path / "personas").mkdir()

    verdict = build(tmp_path)

    assert [(each.code, each.severity) for each in verdict.catalog.findings] == [
        ("no-personas", Severity.WARNING)
    ]
    index = next(page for _, page in verdict.pages if page.address == "personas/index.md")
    assert "personas" in html_of(index.parts)


@pytest.mark.site
def test_nothing_beside_the_personas_is_published(tmp_path: Path) -> None:
    """The sources may lie inside the docs folder; only the pages made of them are published."""
    foreign = ["evil.html", "evil.svg", "evil.js", ".env.txt", ".env", "x.md.bak", "x.md~", "#x.md#"]
    files = {
        "agents/good.md": _PERSONA.format("good"),
        **{f"agents/{name}": "<script>window.pwned=1</script>" for name in foreign},
    }
    write_tree(tmp_path, files)
    (tmp_path / "agents" / "passwd.md").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "agents" / "pipe.md")

    site = build_site(tmp_path, {}, {"plugins": ["search", {"persona-docs": {"sources": ["agents"]}}]})

    published = [file for file in site.dir.rglob("*") if file.is_file()]
    assert site.has("personas/good/index.html")
    assert not [file for file in published if file.name in foreign or "passwd" in file.name]
    assert not [file for file in published if b"window.pwned" in file.read_bytes()]
    assert not [file for file in published if b"root:x:0:0" in file.read_bytes()]
