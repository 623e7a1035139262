"""Time and memory of a command, its children included."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took.

    Attributes:
        wall: seconds.
        cpu: seconds of processor time, all processes together.
        memory: megabytes at the highest point, all processes together; 0 where the system does not tell.
    """

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], folder: Path, env: Mapping[str, str] = {}) -> Run:
    """Run a command in a folder, silently.

    Raises:
        subprocess.CalledProcessError: it failed; the end of what it said is in `stderr`.
    """
    log = folder / "bench.log"
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603
            command, cwd=folder, env={**os.environ, **env}, stdout=output, stderr=subprocess.STDOUT
        )
        peak = _Peak(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        memory = peak.stop()
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-2_000:]
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said)
    return Run(wall, usage.ru_utime + usage.ru_stime, memory)


class _Peak:
    """Looks at a process and its children until it is stopped.

    `ru_maxrss` will not do: Linux gives a child that of the process it was forked from.
    """

    def __init__(self, process: int) -> None:
        self._process = process
        self._highest = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._stopped.set()
        self._thread.join()
        return self._highest / 1024

    def _look(self) -> None:
        # Adding up the pages of a large process takes milliseconds of a processor that the others may want.
        while not self._stopped.wait(0.25):
            self._highest = max(self._highest, sum(map(_resident, (self._process, *_below(self._process)))))


def _below(process: int) -> list[int]:
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    children = [int(child) for child in listed.split()]
    return [*children, *(one for child in children for one in _below(child))]


def _resident(process: int) -> int:
    """Kilobytes that a process has to itself, and its share of what it has together with others."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")), 0)
