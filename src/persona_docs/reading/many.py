"""Many files read side by side, in as many processes as the machine has processors."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing.context import BaseContext

from persona_docs.model import Finding, Persona
from persona_docs.options import Options
from persona_docs.reading.discover import SourceFile
from persona_docs.reading.file import Reading, read_file

_FEW = 50
"""Up to here, starting processes takes longer than reading the files."""


Check = Callable[[tuple[Persona, ...]], tuple[Finding, ...]]
"""Looks at the personas of a file. It must be a function of a module, so that other processes find it."""


def read_and_check(files: Sequence[SourceFile], options: Options, check: Check) -> list[Reading]:
    """Read and check files, in their order; the bodies come without tokens, which only rules and pages need.

    Tokens are most of what a persona weighs: sending them between processes takes longer than parsing anew.
    Where processes cannot be had (no shared memory, too little of it), the files are read one by one.
    """
    read_one = partial(_read, options=options, check=check)
    workers = _processors()
    if len(files) <= _FEW or workers < 2:
        return [read_one(file) for file in files]
    try:
        with ProcessPoolExecutor(workers, _context(), initializer=gc.freeze) as pool:
            return list(pool.map(read_one, files, chunksize=8))
    except (OSError, ImportError, NotImplementedError, BrokenExecutor):
        return [read_one(file) for file in files]


def _read(file: SourceFile, options: Options, check: Check) -> Reading:
    reading = read_file(file, options, pages=False)
    findings = (*reading.findings, *check(reading.personas))
    return Reading(tuple(map(_without_tokens, reading.personas)), findings)


def _without_tokens(persona: Persona) -> Persona:
    return replace(persona, body=replace(persona.body, tokens=()))


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> BaseContext:
    """A fork starts at once, but copies the locks that other threads hold; only Linux forks without harm."""
    alone = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone else "spawn")
