"""What was made of a file once is kept, and is never told from what would be made now."""

from __future__ import annotations

import gc
import sys
import weakref
from dataclasses import replace

import pytest

from persona_docs import parallel
from persona_docs.catalog import build_catalog
from persona_docs.gathering import gather as gathering
from persona_docs.gathering import keys, making
from persona_docs.gathering.gather import gather
from persona_docs.gathering.kept import Kept
from persona_docs.options import Limits, Options
from persona_docs.pages import plan, render
from persona_docs.pages.page import Site
from persona_docs.reading import read
from tests.tree import write_tree

PICTURE = """
    == personas/backend.md
    ---
    name: backend
    description: Builds services. It speaks SQL & knows `code`.
    tools: [Read, Bash]
    color: "#ff0000"
    made-up: [1, {2: 3}]
    ---
    # Backend

    See [quality](quality.md#before) and [a file](notes.txt), <b>always</b>.

    ## Before you merge

    - [ ] Tests are green

    ```python
    print("hello")
    ```

    == personas/quality.md
    ---
    name: quality
    description: Reads what others wrote.
    ---
    ## Before

    Ask @backend.

    == personas/skill/SKILL.md
    ---
    name: skill
    description: Knows what stands beside it.
    ---
    Text.
"""


@pytest.fixture
def root(tmp_path):
    return write_tree(tmp_path / "site", PICTURE)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept"


def build(root, kept=None, options=Options(), site=Site()):  # noqa: B008 - frozen
    """What becomes of the files, and of which of them nothing was kept."""
    gathered = gather(options, root, site, kept)
    catalog = gathered.catalog(options, root)
    pages = [render(each, catalog, site, gathered.shelf) for each in plan(catalog, site)]
    gathered.keep()
    return catalog, pages, {path.removeprefix("personas/") for path in gathered.fresh}


ALL = {"backend.md", "quality.md", "skill/SKILL.md"}


class TestWhatIsKept:
    def test_changes_nothing(self, root, folder):
        first, again = build(root, Kept(folder)), build(root, Kept(folder))
        plain = build(root)
        assert first[:2] == again[:2] == plain[:2]
        assert (first[2], again[2]) == (ALL, set())

    def test_side_by_side_it_is_what_reading_alone_would_make(self, root, folder):
        build(root, Kept(folder))
        reading = read(Options(), root)
        alone = build_catalog(reading.personas, reading.findings, Options(), root)
        assert gather(Options(), root, Site(), Kept(folder)).catalog(Options(), root) == alone

    def test_who_is_like_whom_is_left_out_where_no_pages_are_made(self, root, folder):
        checked = gather(Options(), root, None, Kept(folder)).catalog(Options(), root)
        built = gather(Options(), root, Site(), Kept(folder)).catalog(Options(), root)
        assert checked.findings == built.findings
        assert set(built.neighbours) == {one.id for one in built.personas}
        assert not checked.neighbours

    def test_is_in_memory_too(self, root):
        kept = Kept()
        build(root, kept)
        assert build(root, kept)[2] == set()

    def test_is_not_asked_when_a_file_changes(self, root, folder):
        build(root, Kept(folder))
        write_tree(root, {"personas/quality.md": "---\nname: quality\n---\nOther words."})
        _, pages, fresh = build(root, Kept(folder))
        assert fresh == {"quality.md"}
        assert "Other words." in str(pages)

    def test_nor_when_what_stands_beside_it_does(self, root, folder):
        build(root, Kept(folder))
        write_tree(root, {"personas/skill/customize.toml": '[agent]\nrole = "Asks"\n'})
        catalog, _, fresh = build(root, Kept(folder))
        assert "skill/SKILL.md" in fresh
        assert "Asks" in {one.role.value for one in catalog.personas}

    def test_nor_when_a_file_that_holds_its_fields_does(self, root, folder):
        write_tree(root, {"personas/gate/watch.md": "Close it at night."})
        build(root, Kept(folder))
        write_tree(root, {"personas/gate/metadata.yaml": "name: gate\ndescription: Keeps it.\n"})
        catalog, _, fresh = build(root, Kept(folder))
        assert fresh == {"gate/watch.md", "gate/metadata.yaml"}
        assert ("gate", "Keeps it.") in {(one.name.value, one.description.value) for one in catalog.personas}
        write_tree(root, {"personas/gate/lock.md": "It is new."})
        catalog, _, _ = build(root, Kept(folder))
        assert {"watch", "lock", "gate"} <= {one.name.value for one in catalog.personas}

    def test_nor_when_a_skill_comes_that_the_file_is_a_part_of(self, root, folder):
        write_tree(root, {"personas/tide/notes.md": "# Notes\nHigh at noon."})
        first, _, _ = build(root, Kept(folder))
        write_tree(root, {"personas/tide/SKILL.md": "---\nname: tide\ndescription: Tells.\n---\nTell."})
        catalog, _, _ = build(root, Kept(folder))
        assert {one.id for one in first.personas} - {one.id for one in catalog.personas} == {
            "personas/tide/notes.md"
        }

    @pytest.mark.parametrize(
        ("options", "site"),
        [
            (Options(aliases={"expertise": ("made-up",)}), Site()),
            (Options(limits=Limits(line=30)), Site()),
            (Options(), Site(lang="es")),
            (Options(), Site(image_hosts=("example.org",))),
            (Options(), Site(mermaid=True)),
        ],
        ids=["aliases", "limits", "language", "image hosts", "mermaid"],
    )
    def test_nor_when_an_option_does(self, root, folder, options, site):
        build(root, Kept(folder))
        catalog, pages, fresh = build(root, Kept(folder), options, site)
        assert fresh == ALL
        assert (catalog, pages) == build(root, None, options, site)[:2]

    def test_nor_by_another_version(self, root, folder, monkeypatch):
        build(root, Kept(folder))
        monkeypatch.setattr(keys, "code", lambda: "another")
        assert build(root, Kept(folder))[2] == ALL

    def test_links_lead_where_they_lead_now(self, root, folder):
        build(root, Kept(folder))
        write_tree(root, {"personas/quality.md": "---\nname: praise\n---\n## Before\n"})
        _, pages, fresh = build(root, Kept(folder))
        assert fresh == {"quality.md"}
        assert 'href="../praise/#before"' in str(pages)
        assert pages == build(root)[1]

    def test_addresses_are_those_of_now(self, root, folder):
        build(root, Kept(folder))
        write_tree(root, {"personas/aa.md": "---\nname: quality\n---\nThe first of that name."})
        _, pages, fresh = build(root, Kept(folder))
        assert fresh == {"aa.md"}
        assert pages == build(root)[1]

    def test_what_took_long_is_made_again(self, root, folder):
        options = Options(limits=replace(Limits(), seconds=1e-9))
        build(root, Kept(folder), options)
        assert build(root, Kept(folder), options)[2] == ALL


def test_a_key_names_all_that_a_file_says(root, folder):
    first = gather(Options(), root, Site(), Kept(folder)).keys
    assert len(set(first.values())) == len(first) == len(ALL)
    assert gather(Options(), root, Site(), Kept(folder)).keys == gather(Options(), root, Site()).keys == first
    write_tree(root, {"personas/quality.md": "---\nname: quality\n---\nOther words."})
    changed = {
        one for one, key in gather(Options(), root, Site(), Kept(folder)).keys.items() if key != first[one]
    }
    assert changed == {"personas/quality.md"}
    slow = Options(limits=replace(Limits(), seconds=1e-9))
    assert not gather(slow, root, Site()).keys, "what may come out otherwise has none"


@pytest.mark.parametrize("damage", ["", "cut", "other", "json"])
def test_an_entry_that_is_not_whole_is_none(root, folder, damage):
    build(root, Kept(folder))
    store = Kept(folder).store
    names = list(store.known())
    for pack in folder.glob("*.pack"):
        pack.chmod(0o600)
        if damage == "cut":
            pack.write_bytes(pack.read_bytes()[:-1])
        elif damage in {"", "other"}:
            pack.write_bytes(damage.encode())
        pack.chmod(0o400)
    if damage == "json":
        store.put(dict.fromkeys(names, b'[["a"]]'))
    assert build(root, Kept(folder))[2] == ALL
    assert build(root, Kept(folder))[:2] == build(root)[:2]


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(root, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert build(root, Kept(tmp_path / "file" / "kept"))[:2] == build(root)[:2]


def test_the_folder_asks_not_to_be_committed(root, folder):
    build(root, Kept(folder))
    assert (folder / ".gitignore").read_text().endswith("*\n")


def test_in_several_processes_the_same_is_made(tmp_path, monkeypatch):
    text = "---\nname: p{0}\ndescription: Does {0}: well.\n---\n# P{0}\n\n- [ ] See [next](1{0}.md)\n"
    files = {f"personas/{n}.md": text.format(n) for n in range(parallel.FEW + 10)}
    root = write_tree(tmp_path, files)
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    at_once = build(root)
    monkeypatch.setattr(parallel, "processors", lambda: 1)
    assert at_once == build(root)
    assert len(at_once[0].findings) >= len(at_once[0].personas) == len(files)


class Circle:
    """Holds itself, so that nothing but the search for garbage can find that nobody needs it."""


def test_garbage_is_found_though_nobody_looks_for_it_among_what_stays(tmp_path):
    root = write_tree(tmp_path, {f"personas/{n}.md": "Text.\n" for n in range(parallel.FEW + 10)})
    circle = Circle()
    circle.itself, gone = circle, weakref.ref(circle)
    gc.unfreeze()
    gc.disable()
    try:
        del circle
        gather(Options(), root)
        assert gone(), "what is there when all is read is set aside with it"
        gc.enable()
        gather(Options(), root)
        assert gone() is None
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_a_file_that_changes_while_it_is_read_is_read_as_it_was(root, folder, monkeypatch):
    packed = gathering._Worker.packed

    def slowly(self, item):
        item[0].file.write_text("Too late.")
        return packed(self, item)

    monkeypatch.setattr(gathering._Worker, "packed", slowly)
    catalog, _, _ = build(root, Kept(folder))
    assert not any("late" in one.body.text for one in catalog.personas)
    monkeypatch.undo()
    assert build(root, Kept(folder))[2] == ALL


def test_real_files_come_back_as_they_were(real_files, folder):
    options = Options(sources=("seeds", "wild"))
    first, again = build(real_files, Kept(folder), options), build(real_files, Kept(folder), options)
    assert first[:2] == again[:2]
    assert len(again[2]) < len(first[2]) / 20  # but for what took so long that it may have been cut off


def test_what_is_loaded_for_the_first_file_is_not_counted_as_its_time(root, monkeypatch):
    clock, seconds = [0.0], iter((10.0,))  # the first call of all loads what the others find loaded
    read_file = making.read_file

    def loading(*given, **named):
        clock[0] += next(seconds, 0.0)
        return read_file(*given, **named)

    monkeypatch.setattr(making, "read_file", loading)
    monkeypatch.setattr(making.time, "thread_time", lambda: clock[0])
    making._load.cache_clear()
    assert gather(Options(), root, Site()).keepable


@pytest.mark.parametrize(("loads", "keepable"), [(True, True), (False, False)])
def test_what_a_later_file_is_the_first_to_load_is_not_counted_either(loads, keepable, root, monkeypatch):
    clock, times = [0.0], []
    read_file = making.read_file

    def slow_once(file, *given, **named):
        if file.path == "personas/quality.md":
            times.append(file)
            clock[0] += 10.0 if not loads or len(times) == 1 else 0.0
            if loads:
                monkeypatch.setitem(sys.modules, "made_up_model", making)
        return read_file(file, *given, **named)

    monkeypatch.setattr(making, "read_file", slow_once)
    monkeypatch.setattr(making.time, "thread_time", lambda: clock[0])
    assert gather(Options(), root, Site()).keepable is keepable
