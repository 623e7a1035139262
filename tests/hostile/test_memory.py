"""What the worst cases cost a process of its own: the whole of Python, and little more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.cases import ALL
from tests.hostile.judge import GOOD
from tests.tree import write_tree

CHECKOUT = Path(__file__).parents[2]
MEGABYTES = 250
WORST = (
    "front matter: laughs by the billion in a field that tables show",
    "front matter: merge keys that multiply",
    "front matter: flow nested thirty thousand deep",
    "front matter: list of a hundred thousand",
    "time: line of ten million letters",
    "time: a million line ends",
    "time: code block of a megabyte",
    "time: range of lines to mark",
    "time: ten thousand tasks",
    "time: table of ten thousand rows",
    "time: table of two thousand columns",
    "time: table that fills missing cells",
    "time: lists nested four hundred deep",
    "time: one long reference used often",
    "time: inline elements nested",
    "encodings: noise",
)

_PROGRAM = """
import json, resource, sys
from pathlib import Path
from tests.hostile.judge import build

# Linux counts in ru_maxrss what the parent held when it forked (getrusage(2)); its own peak stands in /proc.
STATUS = Path("/proc/self/status")

def peak():
    if STATUS.exists():
        line = next(line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024**2

limit = 2 * 1024**3
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
for root in sys.argv[1:]:
    verdict = build(Path(root))
    print(json.dumps([Path(root).name, peak(), verdict.seconds]), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_the_worst_cases_take_no_more_than_they_may(tmp_path: Path) -> None:
    """In one process, one after the other, so that whatever one of them leaves behind counts as well."""
    cases = dict(ALL)
    roots = []
    for n, name in enumerate(WORST):
        case = cases[name]
        roots.append(write_tree(tmp_path / str(n), {**GOOD, case.file: case.data}))

    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *map(str, roots)],
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "src"), str(CHECKOUT)])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr[-2000:]
    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(told) == len(WORST)
    too_much = [(WORST[int(n)], most) for n, most, _ in told if most > MEGABYTES]
    assert too_much == []
