"""Many files: side by side, in a process for each processor, and with the garbage collector at rest."""

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
"""So many small items, or the same work in fewer, are done before processes have started."""

_CHUNK = 8


def spread(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """What a function makes of each, in their order.

    Where processes cannot be had (no shared memory, too little of it), it is made here, one by one.

    Args:
        work: a function of a module, or a `partial` of one, so that other processes find it. What it gives
            back is sent between processes, so it had better be small.
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
    """Have this done by other processes, each with its share of the items, for what it leaves on the disk.

    They are copies of this one, so the work may be any function. Where such processes cannot be had, or for
    little work, nothing is done; nor is anything said of what fails. So whoever calls this looks for the
    result, and does without.

    Args:
        work: what is done.
        items: what it is done with.
        weight: how much work one is; a small one is 1.

    Returns:
        What waits until all of it is done, or for some seconds, and tells whether it is.
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
    """Have another process make something while this one goes on.

    Where such a process cannot be had, or fails, or for little work, it is made here once it is asked for.

    Args:
        make: what makes it; it had better be small, since it is sent between processes.
        much: how much work it is, in small items.

    Returns:
        What gives it, and waits for it until it is there.
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
    """A process that makes something, and where it comes out."""
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
    """The items dealt out, the heaviest first, each to whoever has least to do; then in their order again."""
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
    """Look for no garbage while thousands of things are made that stay, nor among them later on.

    Among so many that takes a second, which would count as the time of whatever file is read just then.
    What was frozen before is let go first, so that what has become garbage since is found.
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
    """Look for garbage rarely: what a worker makes goes away by itself, file by file."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)


def _context() -> BaseContext:
    """A fork starts at once, but copies the locks that other threads hold; only Linux forks without harm."""
    return multiprocessing.get_context("fork" if _forks() else "spawn")


def _forks() -> bool:
    """Whether this process may be copied as it is."""
    return sys.platform == "linux" and threading.active_count() == 1
