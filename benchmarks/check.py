"""How long `persona-docs check` takes, as typed: a new process each time, and nothing kept from the last one.

    python -m benchmarks.check [PATH…]

Without a path, the folder in `PERSONA_DOCS_REAL_FILES` is checked, else the sample personas, each copied
often enough to make as many files as that folder had when its figures were written down.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "personas"
_FILES = 344
_ROUNDS = 5
_COMMAND = [sys.executable, "-c", "from persona_docs.cli import main; main()", "check", "--fail-on", "never"]


def main(arguments: Sequence[str]) -> int:
    """Print wall and processor time of some runs."""
    with folders(arguments) as paths, tempfile.TemporaryDirectory() as here:
        files = sum(1 for path in paths for file in Path(path).rglob("*") if file.is_file())
        runs = [run(paths, here) for _ in range(_ROUNDS)]
    wall, cpu = (sorted(each) for each in zip(*runs, strict=True))
    print(f"{files} files, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {_ROUNDS} runs")
    print(f"wall  {wall[0]:.2f} s best, {statistics.median(wall):.2f} s median")
    print(
        f"cpu   {cpu[0]:.2f} s best, {statistics.median(cpu):.2f} s median (user and system, all processes)"
    )
    return 0


def run(paths: Sequence[str], here: str) -> tuple[float, float]:
    """Wall and processor time of one run, in a folder without a configuration, where nothing is kept."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*_COMMAND, *paths], cwd=here, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@contextmanager
def folders(arguments: Sequence[str]) -> Iterator[Sequence[str]]:
    """What is checked."""
    real = os.environ.get("PERSONA_DOCS_REAL_FILES")
    if arguments or real:
        named = [Path(path) for path in arguments]
        below = [] if named else [each for each in Path(str(real)).iterdir() if each.is_dir()]
        yield [str(path.resolve()) for path in (*named, *below)]
        return
    with tempfile.TemporaryDirectory() as folder:
        files = [file for file in SAMPLE.rglob("*") if file.is_file()]
        for n in range(_FILES):
            file = files[n % len(files)]
            copy = Path(folder, str(n // len(files)), file.relative_to(SAMPLE))
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
        yield [folder]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
