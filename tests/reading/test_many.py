"""Many files are read by several processes, and that changes nothing but the time."""

from __future__ import annotations

import os
import threading
from dataclasses import replace

import pytest

from persona_docs.codes import finding
from persona_docs.options import Options
from persona_docs.reading import many, read
from tests.tree import write_tree


@pytest.fixture
def root(tmp_path):
    text = "---\nname: p{0}\ndescription: Does {0}: well.\n---\n# P{0}\n\n- [ ] One\n"
    return write_tree(tmp_path, {f"personas/{n}.md": text.format(n) for n in range(many._FEW + 10)})


@pytest.fixture
def pools(monkeypatch):
    """The pools that were asked for, on a machine of two processors."""
    asked = []
    pool = many.ProcessPoolExecutor
    monkeypatch.setattr(many, "_processors", lambda: 2)
    monkeypatch.setattr(
        many, "ProcessPoolExecutor", lambda *args, **more: asked.append(args[1]) or pool(*args, **more)
    )
    return asked


def silent(_personas):
    """A check that finds nothing."""
    return ()


def test_the_result_is_the_same_but_for_what_only_pages_need(root, pools):
    at_once, one_by_one = read(Options(), root, check=silent), read(Options(), root)
    assert len(pools) == 1
    assert at_once.findings == one_by_one.findings
    assert at_once.personas == tuple(replace(persona, lang="") for persona in one_by_one.personas)
    assert len(at_once.findings) == len(at_once.personas) == many._FEW + 10
    assert {persona.body.tokens for persona in at_once.personas} == {()}
    assert all(persona.body.tokens for persona in one_by_one.personas)


def test_every_persona_is_checked_before_its_tokens_go(root, pools):
    found = read(Options(), root, check=tell_tokens).findings
    assert sum(each.code == "address" for each in found) == many._FEW + 10


def tell_tokens(personas):
    return tuple(finding("address", "Has tokens", each.source.path) for each in personas if each.body.tokens)


def test_few_files_start_no_processes(root, pools):
    assert read(Options(), root, only=["personas/1*.md"], check=silent).personas
    assert pools == []


def test_one_processor_starts_none_either(root, pools, monkeypatch):
    monkeypatch.setattr(many, "_processors", lambda: 1)
    assert len(read(Options(), root, check=silent).personas) == many._FEW + 10
    assert pools == []


@pytest.mark.parametrize("error", [OSError("no semaphores"), ImportError(), NotImplementedError()])
def test_where_there_are_no_processes_files_are_read_one_by_one(root, monkeypatch, error):
    def refuse(*_args, **_more):
        raise error

    monkeypatch.setattr(many, "ProcessPoolExecutor", refuse)
    assert len(read(Options(), root, check=silent).personas) == many._FEW + 10


def test_or_where_one_of_them_dies(root, pools, monkeypatch):
    here = os.getpid()
    read_file = many.read_file

    def dying(file, options, *, pages):
        if os.getpid() != here and file.path.endswith("/30.md"):
            os._exit(1)
        return read_file(file, options, pages=pages)

    monkeypatch.setattr(many, "read_file", dying)
    monkeypatch.setattr(many.threading, "active_count", lambda: 1)
    if many._context().get_start_method() != "fork":
        pytest.skip("a new process knows nothing of what this test changed")
    assert len(read(Options(), root, check=silent).personas) == many._FEW + 10


def test_beside_other_threads_nothing_is_forked():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert many._context().get_start_method() == "spawn"
    finally:
        stop.set()
        thread.join()
