"""Work on many files in parallel, a process for each processor, with the garbage collector paused."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEW = 50
"""Up to so many small items, or the same work in fewer, starting processes costs more than it saves."""

_CHUNK = 8


def spread(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """Call a function with each item, in worker processes, and yield the results in the items' order.

    Where processes cannot be started (no shared memory, or too little), what is left is done in this one.

    Args:
        work: a function of a module, or a `partial` of one, so that it can be pickled; so are its results,
            which should be small for that reason.
        items: what it is called with.
    """
    workers, done = processors(), 0
    if len(items) > FEW and workers > 1:
        try:
            with ProcessPoolExecutor(workers, _context(), initializer=_quiet) as pool:
                for result in pool.map(work, items, chunksize=_CHUNK):
                    yield result
                    done += 1
        except (OSError, ImportError, NotImplementedError, BrokenExecutor):
            pass  # what is left is made here
    yield from map(work, islice(items, done, None))


def share(
    work: Callable[[Sequence[T]], object], items: Sequence[T], weight: Callable[[T], float]
) -> Callable[[float | None], bool]:
    """Start processes that each work on a share of the items, for the files they write; do not wait for them.

    The processes are forked, so the work may be any function, closures included. Nothing is started where
    forking is not possible, or where the work is too little to be worth it, and errors are not reported. So
    the caller has to look for the files, and to do the work itself where they are missing.

    Args:
        work: is called in each process with that one's share.
        items: what is shared out.
        weight: how much work an item is; a small one is 1.

    Returns:
        A function that waits for all processes, or for some seconds each, and tells whether all have ended.
    """
    workers = processors()
    if sum(map(weight, items)) <= FEW or workers == 1 or not _forks():
        return lambda _: True

    def some(own: Sequence[T]) -> None:
        _quiet()
        with suppress(Exception):
            work(own)

    context = multiprocessing.get_context("fork")
    shares = _shares(items, weight, min(workers, len(items)))
    processes: list[BaseProcess] = []
    with suppress(OSError):  # no room for another
        for own in shares:
            process = context.Process(target=some, args=(own,))
            process.start()
            processes.append(process)

    def wait(seconds: float | None) -> bool:
        for process in processes:
            process.join(seconds)
        return not any(process.is_alive() for process in processes)

    return wait


def meanwhile(make: Callable[[], T], much: int) -> Callable[[], T]:
    """Start to make a value in another process while this one goes on.

    Where no process can be forked, or where it fails, or for little work, the value is made in this process
    when it is first asked for.

    Args:
        make: makes the value, which is sent between processes and should be small.
        much: how much work it is, in small items.

    Returns:
        A function that waits for the value and returns it.
    """
    if much <= FEW or processors() == 1 or not _forks():
        return cache(make)
    try:
        process, here = _sent(make)
    except OSError:  # no room for another
        return cache(make)

    @cache
    def given() -> T:
        try:
            made: T = here.recv()
        except (EOFError, OSError):
            made = make()
        process.join()
        return made

    return given


def _sent(make: Callable[[], object]) -> tuple[BaseProcess, Connection]:
    """A process that makes a value, and the end of a pipe at which it arrives."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def send() -> None:
        here.close()  # else nothing tells it that nobody waits any more
        _quiet()
        with suppress(Exception):
            there.send(make())

    process = context.Process(target=send, daemon=True)  # a build that fails asks for nothing
    process.start()
    there.close()
    return process, here


def _shares(items: Sequence[T], weight: Callable[[T], float], number: int) -> list[list[T]]:
    """The items in shares of about the same weight, each share in the items' order.

    The heaviest are dealt out first, each to the share that weighs least:
    https://en.wikipedia.org/wiki/Longest-processing-time-first_scheduling
    """
    shares: list[list[int]] = [[] for _ in range(number)]
    loads, weights = [0.0] * number, list(map(weight, items))
    for n in sorted(range(len(items)), key=weights.__getitem__, reverse=True):
        least = loads.index(min(loads))
        shares[least].append(n)
        loads[least] += weights[n]
    return [[items[n] for n in sorted(share)] for share in shares]


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def unhurried(count: int) -> Iterator[None]:
    """Pause garbage collection while thousands of objects are made that stay, and leave them out of it later.

    A collection among so many takes up to a second, which would count as the time of the file that is being
    read. Objects that an earlier call left out are collected first, as far as they are garbage by now.
    """
    enabled, many = gc.isenabled(), count > FEW
    if many and gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if many:
            gc.freeze()
        if enabled:
            gc.enable()


def _quiet() -> None:
    """Collect garbage rarely in a worker: what it makes of a file is freed without that, file by file."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)


def _context() -> BaseContext:
    """Forking is quickest, but copies the locks that other threads hold, and is safe on Linux only."""
    return multiprocessing.get_context("fork" if _forks() else "spawn")


def _forks() -> bool:
    """Whether this process can be forked safely."""
    return sys.platform == "linux" and threading.active_count() == 1
