"""Reads, checks and prepares all files side by side, and takes what was made before from where it is kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from persona_docs.catalog import build_catalog
from persona_docs.catalog.traits import Traits
from persona_docs.gathering.making import Made, Making, made_from, packed
from persona_docs.keeping.store import Store
from persona_docs.model import Catalog
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.pages.prepared import Shelf
from persona_docs.reading import Reading, files, together
from persona_docs.reading.discover import SourceFile, read_bytes
from persona_docs.reading.many import spread

FOLDER = Path(".cache", "plugin", "persona-docs")
"""Where things are kept beside a site's configuration, as the plugins of Material do."""


class Kept:
    """What was made of files, by what it was made from.

    Args:
        folder: where to keep it; nothing is written without one.
        memory: the same in memory, for whoever stays alive; it holds what the last build needed.
    """

    def __init__(self, folder: Path | None = None, memory: dict[str, Made] | None = None) -> None:
        self.store = Store(folder) if folder else None
        self.memory = {} if memory is None else memory

    def remember(self, entries: Mapping[str, Made]) -> None:
        """Hold these in memory, and nothing else."""
        self.memory.clear()
        self.memory.update((key, made) for key, made in entries.items() if made.keepable)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that is known of the files before they are put side by side.

    Attributes:
        reading: personas, their bodies without tokens, and what reading and the checks of each alone say.
        traits: what each persona is compared with others by, by id.
        shelf: what pages can be made of without doing it again.
        fresh: source paths of the files of which nothing was kept.
        keys: for each persona's id a digest of everything that its file says, and of what says it; nothing
            for one that may come out otherwise the next time.
    """

    reading: Reading
    traits: Mapping[str, Traits]
    shelf: Shelf
    fresh: frozenset[str]
    keys: Mapping[str, str]
    _entries: dict[str, tuple[str, Made]]
    _kept: Kept

    def catalog(self, options: Options, root: Path) -> Catalog:
        """The personas side by side.

        Raises:
            ValueError: `options.findings` names a code or a level that does not exist.
        """
        reading = self.reading
        return build_catalog(
            reading.personas, reading.findings, options, root, alone=False, known=self.traits
        )

    def keep(self) -> None:
        """Keep what was made anew since, and let go of what nobody has asked for any more."""
        for key, made in self._entries.values():
            changed = any(one.id in self.shelf.changed for one in made.personas)
            if changed and made.prepared and made.keepable:
                better = made.with_prepared(self.shelf.prepared)
                self._kept.memory[key] = better
                if self._kept.store:
                    self._kept.store.put(key, packed(better))
        if self._kept.store:
            self._kept.store.shrink({key for key, _ in self._entries.values()})


def gather(
    options: Options,
    root: Path,
    site: Site | None = None,
    kept: Kept | None = None,
    *,
    only: Sequence[str] = (),
) -> Gathered:
    """Read and check every persona of the sources, and prepare what goes into its page.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
        site: that pages are made for; without one nothing is prepared, and no language is looked for.
        kept: what was made before; what is made now is added.
        only: read what these files, folders and globs hold, in place of the sources.

    Raises:
        ValueError: the options name a dialect or a field that does not exist.
    """
    kept = kept or Kept()
    found, findings = files(options, root, only)
    making = Making.of(options, site, kept.store)
    with _unhurried():
        known, entries, missing = {}, {}, []
        for file in found:
            data, trouble = read_bytes(file, options.limits)
            if data is None:
                known[file.path] = Made((), trouble)
                continue
            key = making.key(file, data)
            made = kept.memory.get(key) or made_from(kept.store.get(key) if kept.store else None, file, data)
            if made:
                known[file.path], entries[file.path] = made, (key, made)
            else:
                missing.append((file, data, key))
        fresh = frozenset(file.path for file, _, _ in missing)
        for file, key, made in _make(making, missing):
            known[file.path], entries[file.path] = made, (key, made)
    kept.remember(dict(entries.values()))
    every = [known[file.path] for file in found]
    prepared = {
        one.id: ready for made in every for one, ready in zip(made.personas, made.prepared, strict=False)
    }
    keys = {one.id: key for key, made in entries.values() if made.keepable for one in made.personas}
    traits = {one.id: its for made in every for one, its in zip(made.personas, made.traits, strict=True)}
    reading = together(found, [Reading(made.personas, made.findings) for made in every], findings)
    return Gathered(reading, traits, Shelf(prepared), fresh, keys, entries, kept)


def _make(
    making: Making, missing: Sequence[tuple[SourceFile, bytes, str]]
) -> Iterator[tuple[SourceFile, str, Made]]:
    """What is made of files; between processes it goes in the form in which it is kept."""
    contents = spread(making.packed, [(file, key) for file, _, key in missing])
    for (file, data, key), content in zip(missing, contents, strict=True):
        made = made_from(content, file, data)
        yield file, key, made or making.make(file, data)


@contextmanager
def _unhurried() -> Iterator[None]:
    """Look for no garbage while thousands of things are made that stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
