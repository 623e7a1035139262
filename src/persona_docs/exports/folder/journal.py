r"""How a folder goes from one state to the next, although a process can be killed at any moment.

A folder that others write to as well (a wiki's clone, with its `.git`) cannot be swapped as a whole. So:

1. Every new content is written into `.persona-docs-export.work/`, inside the folder, under a number.
   Whoever is killed until here leaves the old state; the next run sweeps the numbers away.
2. `journal.json` is renamed into its place there. It names each file with the hash it had and the hash it
   gets, and the manifest. From here on it is decided that the new state will be.
3. Each file is moved to where it belongs by a rename, each file that is to go is removed, the manifest is
   replaced, and last the journal goes. Whoever is killed here leaves whole files, some old and some new, and
   a journal: the next run, whatever it is to write, first does what is left of this step, which can be
   repeated any number of times.

A file that has neither the hash it had nor the one it gets was changed by somebody in between, and stays.
This holds for processes that are killed; a power cut may cost what the disk had not written yet.
"""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from persona_docs.exports.folder import manifest
from persona_docs.exports.folder.paths import plain_file
from persona_docs.reading.discovery.exported import MANIFEST, OWN

WORK = f"{OWN}.work"
"""The name of the folder that holds what is not in its place yet."""

_JOURNAL, _DRAFT, _MANIFEST = "journal.json", "journal.new", "manifest.new"


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one file.

    Attributes:
        path: relative to the folder.
        old: the hash it must have for that, empty where it must not be there.
        data: its new content, `None` where it is to go.
    """

    path: str
    old: str
    data: bytes | None


def begin(folder: Path, steps: Sequence[Step], formats: Mapping[str, manifest.Written]) -> None:
    """Write down what is to happen; from when this returns, `finish` will make it happen."""
    work = _work(folder)
    _sweep(work)
    work.mkdir(exist_ok=True)
    entries = []
    for number, step in enumerate(steps):
        entry: dict[str, Any] = {"path": step.path, "old": step.old}
        if step.data is not None:
            (work / f"{number}").write_bytes(step.data)
            entry |= {"new": manifest.digest(step.data), "stage": number}
        entries.append(entry)
    told = {"steps": entries, "manifest": json.loads(manifest.dumped(formats))}
    (work / _DRAFT).write_text(json.dumps(told), encoding="utf-8")
    (work / _DRAFT).replace(work / _JOURNAL)


def pending(folder: Path) -> bool:
    """Whether an earlier export was ended half-way."""
    return (_work(folder) / _JOURNAL).exists()


def finish(folder: Path) -> None:
    """Do what is left of what was begun, by whomever; nothing where nothing is.

    Raises:
        ValueError: the journal is not one that an export writes, or a link is in the way.
        OSError: the disk refuses; the next call goes on from there.
    """
    work = _work(folder)
    if (work / _JOURNAL).exists():
        steps, formats = _read(work / _JOURNAL)
        for step in steps:
            _do(folder, work, step)
        (work / _MANIFEST).unlink(missing_ok=True)  # who else can write here may have made it a link
        (work / _MANIFEST).write_bytes(manifest.dumped(formats))
        (work / _MANIFEST).replace(folder / MANIFEST)
        (work / _JOURNAL).unlink()
    _sweep(work)


def _do(folder: Path, work: Path, step: Mapping[str, Any]) -> None:
    file = plain_file(folder, step["path"])
    there = manifest.digest(file.read_bytes()) if file.exists() else ""
    if there != step["old"]:
        return
    if "new" not in step:
        file.unlink(missing_ok=True)
        _prune(file.parent, folder)
        return
    staged = work / str(step["stage"])
    if _is_file(staged) and manifest.digest(staged.read_bytes()) == step["new"]:
        file.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(file)


def _prune(place: Path, folder: Path) -> None:
    """Remove folders that have become empty."""
    with suppress(OSError):
        while place != folder:
            place.rmdir()
            place = place.parent


def _read(file: Path) -> tuple[list[Mapping[str, Any]], dict[str, dict[str, str]]]:
    try:
        told = json.loads(file.read_bytes()) if _is_file(file) else None
        formats = manifest.parse(told["manifest"], file) if isinstance(told, dict) else {}
        steps = list(_steps(told))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"{file} is not what an export writes; delete {file.parent}") from error
    return steps, formats


def _steps(told: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401  (that is what is found out here)
    for step in told["steps"]:
        stage, texts = step.get("stage", 0), [step["path"], step["old"], step.get("new", "")]
        if not isinstance(stage, int) or not all(isinstance(text, str) for text in texts):
            raise ValueError(step)
        yield step


def _work(folder: Path) -> Path:
    work = folder / WORK
    if work.is_symlink() or (work.exists() and not work.is_dir()):
        raise ValueError(f"{work} is not a folder of ours; delete it")
    return work


def _sweep(work: Path) -> None:
    """Remove what was left behind, and nothing that is not ours."""
    if not work.is_dir():
        return
    for file in sorted(work.iterdir()):
        if file.name.isdecimal() or file.name in {_DRAFT, _MANIFEST}:
            file.unlink()
    with suppress(OSError):
        work.rmdir()


def _is_file(file: Path) -> bool:
    with suppress(OSError):
        return stat.S_ISREG(file.lstat().st_mode)
    return False
