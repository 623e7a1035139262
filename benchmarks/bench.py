"""How long sites of the same real files take, how much memory and room, side by side in one run.

    python -m benchmarks.bench [--sizes 100,400,1000,2000] [--rounds 3] [--install] [--browser] [--svg FILE]

The files are those of the folder in `PERSONA_DOCS_REAL_FILES`, else the sample personas, repeated under new
names, no two alike. In every round each generator has its turn, so that a machine's moods meet all of them
alike; medians are told. A generator that is not installed is left out by name.
"""

from __future__ import annotations

import argparse
import compileall
import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import persona_docs
from benchmarks.corpus import corpus
from benchmarks.measure import Run, run
from benchmarks.plot import plot
from benchmarks.searching import seconds_to_first_result
from benchmarks.sites import Generator, clean, describe, edit, generators

_BASE = "MkDocs + Material"
_OURS = "persona-docs"
_CHECK = [sys.executable, "-c", "from persona_docs.cli import main; main()", "check", "--fail-on", "never"]
_INDEX = "search/search_index.json"

Runs = dict[str, list[Run]]


@dataclass(frozen=True, slots=True)
class Rooms:
    """What a site takes on disk, in megabytes."""

    site: float
    index: float


def main(arguments: Sequence[str]) -> int:
    """Measure, and print what came out."""
    parser = argparse.ArgumentParser(description="How long sites of the same files take, side by side.")
    parser.add_argument("--sizes", default="100,400,1000,2000", help="numbers of files, separated by commas")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is run")
    parser.add_argument("--only", default="", help="names of generators, separated by commas")
    parser.add_argument("--install", action="store_true", help="install Zensical for this")
    parser.add_argument("--browser", action="store_true", help="measure searching in Chromium too")
    parser.add_argument("--svg", type=Path, help="where to put a plot of the processor time")
    given = parser.parse_args(arguments)
    sizes = sorted(int(size) for size in given.sizes.split(","))
    every, left_out = generators(install=given.install)
    chosen = [one for one in every if not given.only or one.name in given.only.split(",")]
    for name in left_out:
        print(f"left out, because it is not installed: {name}")
    compileall.compile_dir(Path(persona_docs.__file__).parent, quiet=1)  # as every installation does
    times: dict[str, dict[int, float]] = {}
    memories: dict[str, dict[int, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            runs, rooms = measure(Path(folder), chosen, size, given.rounds)
            print(f"\n{size:,} files, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
            print(table(runs, rooms))
            if given.browser:
                print(f"\n{searching(Path(folder), chosen)}", flush=True)
        for name, some in runs.items():
            times.setdefault(name, {})[size] = statistics.median(one.cpu for one in some)
            memories.setdefault(name, {})[size] = statistics.median(one.memory for one in some)
    if len(sizes) > 1:
        print("\nBy which power of the number of files processor time and memory grow:\n")
        for name, points in times.items():
            print(f"{name:34} time {exponent(points):.2f}, memory {exponent(memories[name]):.2f}")
    if given.svg:
        given.svg.write_text(plot(times), encoding="utf-8")
    return 0


def measure(
    folder: Path, chosen: Iterable[Generator], size: int, rounds: int
) -> tuple[Runs, Mapping[str, Rooms]]:
    """Runs by what was run, and what each generator's site takes."""
    texts = tuple(corpus(size))
    runs: Runs = {}
    rooms: dict[str, Rooms] = {}
    places = {one.name: folder / str(n) for n, one in enumerate(chosen)}
    for one in chosen:
        one.write(places[one.name], texts)
    for number in range(rounds):
        for one in chosen:
            place = places[one.name]
            clean(place)
            if one.name == _OURS:
                for name in ("check, empty cache", "check, full cache"):
                    runs.setdefault(f"{_OURS} {name}", []).append(run(_CHECK, place))
                clean(place)
            _run(runs, f"{one.name}, cold" if one.again else one.name, one, place)
            rooms[one.name] = _rooms(place / "site")
            if one.again:
                _run(runs, f"{one.name}, nothing changed", one, place)
                edit(place, number)
                _run(runs, f"{one.name}, one edit", one, place)
            if one.name == _OURS:
                describe(place, number)
                _run(runs, f"{one.name}, one description", one, place)
    return runs, rooms


def table(runs: Runs, rooms: Mapping[str, Rooms]) -> str:
    """The medians, as Markdown."""
    plain = runs.get(_BASE) or [Run(math.nan, math.nan, math.nan)]
    base = [statistics.median(getattr(one, each) for one in plain) for each in ("wall", "cpu")]
    lines = [
        "| | seconds | of MkDocs | processor | of MkDocs | memory | site | search index |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, some in runs.items():
        wall, cpu, memory = (
            statistics.median(getattr(one, each) for one in some) for each in ("wall", "cpu", "memory")
        )
        room = rooms.get(name.split(", ")[0]) or rooms.get(name)
        shown = name.endswith(", cold") or name in rooms
        told = f"{room.site:.0f} MB | {room.index:.1f} MB" if room and shown else " | "
        spent = f"{wall:.2f} | {wall / base[0]:.2f} | {cpu:.2f} | {cpu / base[1]:.2f}"
        lines.append(f"| {name} | {spent} | {memory:.0f} MB | {told} |")
    return "\n".join(lines)


def searching(folder: Path, chosen: Sequence[Generator]) -> str:
    """How long the header's search takes to show its first result, for the sites that have Material's."""
    told = []
    for n, one in enumerate(chosen):
        if (folder / str(n) / "site" / _INDEX).is_file() and one.name in (_BASE, _OURS):
            seconds = seconds_to_first_result(folder / str(n) / "site", "security")
            told.append(f"{one.name}: {seconds:.2f} s to the first result of a search")
    return "\n".join(told)


def exponent(points: Mapping[int, float]) -> float:
    """By which power of the size a figure grows: the slope of a line through the logarithms."""
    pairs = [(math.log(size), math.log(figure)) for size, figure in points.items() if figure > 0]
    if len(pairs) < 2:
        return math.nan
    slope, _ = statistics.linear_regression(*zip(*pairs, strict=True))
    return slope


def _run(runs: Runs, name: str, one: Generator, place: Path) -> None:
    try:
        took = run(one.command, place, one.env)
    except subprocess.CalledProcessError as error:
        print(f"{name} failed: {error.stderr}", file=sys.stderr)
        return
    runs.setdefault(name, []).append(took)
    print(f"  {name}: {took.wall:.2f} s", file=sys.stderr, flush=True)


def _rooms(site: Path) -> Rooms:
    sizes = {
        file.relative_to(site).as_posix(): file.stat().st_size for file in site.rglob("*") if file.is_file()
    }
    index = sizes.get(_INDEX) or sizes.get("search.json", 0)
    return Rooms(sum(sizes.values()) / 1e6, index / 1e6)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
