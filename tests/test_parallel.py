"""Many files are worked on by several processes, and that changes nothing but the time."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time

import pytest

from persona_docs import parallel

ITEMS = list(range(parallel.FEW + 10))


@pytest.fixture
def pools(monkeypatch):
    """The pools that were asked for, on a machine of two processors."""
    asked = []
    pool = parallel.ProcessPoolExecutor
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    monkeypatch.setattr(
        parallel,
        "ProcessPoolExecutor",
        lambda *args, **more: asked.append(args[1].get_start_method()) or pool(*args, **more),
    )
    return asked


def where(item):
    """The item and the process that works on it."""
    return item, os.getpid()


def test_results_come_in_order_and_from_other_processes(pools):
    items, places = zip(*parallel.spread(where, ITEMS), strict=True)
    assert list(items) == ITEMS
    assert os.getpid() not in places
    assert len(pools) == 1


def test_few_items_start_no_processes(pools):
    assert {place for _, place in parallel.spread(where, ITEMS[: parallel.FEW])} == {os.getpid()}
    assert pools == []


def test_one_processor_starts_none_either(pools, monkeypatch):
    monkeypatch.setattr(parallel, "processors", lambda: 1)
    assert list(parallel.spread(abs, ITEMS)) == ITEMS
    assert pools == []


@pytest.mark.parametrize("error", [OSError("no semaphores"), ImportError(), NotImplementedError()])
def test_where_there_are_no_processes_it_is_done_here(monkeypatch, error):
    def refuse(*_args, **_more):
        raise error

    monkeypatch.setattr(parallel, "ProcessPoolExecutor", refuse)
    assert list(parallel.spread(abs, ITEMS)) == ITEMS


HERE = os.getpid()


def dying(item):
    """Takes its process along, unless that is the one that started it all."""
    if os.getpid() != HERE and item == ITEMS[-5]:
        os._exit(1)
    return item


def test_or_where_one_of_them_dies(pools, monkeypatch):
    monkeypatch.setattr(parallel.threading, "active_count", lambda: 1)
    if parallel._context().get_start_method() != "fork":
        pytest.skip("a new process knows nothing of this one's number")
    assert list(parallel.spread(dying, ITEMS)) == ITEMS


def test_beside_other_threads_nothing_is_forked():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert parallel._context().get_start_method() == "spawn"
    finally:
        stop.set()
        thread.join()


@pytest.fixture
def shares(monkeypatch, tmp_path):
    """Has items shared out between two processes; gives what each has left of its own."""

    def leave(items):
        (tmp_path / str(os.getpid())).write_text(" ".join(map(str, items)))

    def run(items, weight):
        parallel.share(leave, items, weight)(None)
        return sorted([int(item) for item in file.read_text().split()] for file in tmp_path.iterdir())

    if sys.platform != "linux":
        pytest.skip("a process is copied on Linux alone")
    monkeypatch.setattr(parallel, "processors", lambda: 2)
    monkeypatch.setattr(parallel.threading, "active_count", lambda: 1)
    return run


def test_what_is_shared_out_is_done_once(shares):
    one, other = shares(ITEMS, lambda _: 1)
    assert sorted(one + other) == ITEMS
    assert len(one) == len(other)


def test_few_items_are_shared_out_where_they_are_much_work(shares):
    assert shares([10, 20, 30], lambda item: item) == [[10, 20], [30]]


def test_little_work_is_not_shared_out(shares):
    assert shares([10, 20, 20], lambda item: item) == []


def test_whoever_shares_work_out_goes_on_meanwhile(shares, tmp_path):
    gone_on, given_up = tmp_path.with_name("gone-on"), time.monotonic() + 10

    def work(items):
        while not gone_on.exists() and time.monotonic() < given_up:
            time.sleep(0.01)
        (tmp_path / str(os.getpid())).write_text("".join(items) if gone_on.exists() else "alone")

    wait = parallel.share(work, ["a", "b"], lambda _: parallel.FEW)
    assert not wait(0.01)
    gone_on.touch()
    assert wait(None)
    assert sorted(file.read_text() for file in tmp_path.iterdir()) == ["a", "b"]


@pytest.fixture
def forking(shares, monkeypatch):
    """Little work is enough for another process."""
    monkeypatch.setattr(parallel, "FEW", 0)


def test_something_is_made_by_another_process_meanwhile(forking):
    assert parallel.meanwhile(os.getpid, 1)() != os.getpid()


def test_little_is_made_here_once_it_is_asked_for(shares):
    made = []
    given = parallel.meanwhile(lambda: made.append(1) or os.getpid(), parallel.FEW)
    assert made == []
    assert [given(), given()] == [os.getpid(), os.getpid()]
    assert made == [1]


def test_what_another_process_does_not_give_is_made_here(forking):
    def make():
        return os.getpid() if os.getpid() == HERE else os._exit(1)

    assert parallel.meanwhile(make, 1)() == HERE


def test_a_process_that_nobody_waits_for_any_more_ends(forking):
    given = parallel.meanwhile(lambda: bytes(10_000_000), 1)
    (process,) = multiprocessing.active_children()
    process.join(0.2)
    assert process.is_alive(), "it waits to be read"

    del given
    process.join(10)
    assert process.exitcode == 0


def test_where_there_is_no_room_for_a_process_nothing_is_lost(forking, shares, monkeypatch):
    def refuse(_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.get_context("fork").Process, "start", refuse)

    assert parallel.meanwhile(os.getpid, 1)() == HERE
    assert shares(ITEMS, lambda _: 1) == []
