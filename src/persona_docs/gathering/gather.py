"""Reads, checks and prepares all files in parallel, or takes the results of earlier runs from the cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from persona_docs.catalog import build_catalog
from persona_docs.catalog.traits import Traits
from persona_docs.gathering.contents import Content, Contents, contents
from persona_docs.gathering.entries import packed_made, unpacked_made
from persona_docs.gathering.kept import Held, Kept, Texts, bodies_key, made_key
from persona_docs.gathering.keys import Keys
from persona_docs.gathering.making import Bodies, Made, Shown, make
from persona_docs.keeping.codec import packed
from persona_docs.model import Catalog
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.pages.prepared import Shelf
from persona_docs.pages.search import budget_for
from persona_docs.parallel import spread, unhurried
from persona_docs.reading import Reading, together
from persona_docs.reading.discovery.discover import SourceFile, read_bytes


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that is known of each file by itself, before the personas are compared with each other.

    Attributes:
        reading: the personas, their bodies without tokens, and the findings about each file alone.
        traits: by persona id, what it is compared with others by.
        shelf: the prepared parts of pages.
        fresh: source paths of the files that were not in the cache.
        keys: by persona id, a digest of everything in its file and of the code that read it; none for a
            persona that may come out differently the next time.
        facts: by persona id, a digest of what the pages about all personas show of it.
    """

    reading: Reading
    traits: Mapping[str, Traits]
    shelf: Shelf
    fresh: frozenset[str]
    keys: Mapping[str, str]
    facts: Mapping[str, str]
    _entries: Mapping[str, Held]
    _shown: Shown | None
    _kept: Kept

    @property
    def keepable(self) -> bool:
        """Whether reading the same files again would give the same, however busy the machine is."""
        return all(held.made.keepable for held in self._entries.values())

    def catalog(self, options: Options, root: Path, asked: dict[str, bool] | None = None) -> Catalog:
        """Compare the personas with each other; which are alike is known only where pages are made.

        Args:
            options: what the user set.
            root: the folder that the sources are relative to.
            asked: is filled with the paths that links lead to, and whether each exists.

        Raises:
            ValueError: `options.findings` names a code or a level that does not exist.
        """
        reading = self.reading
        return build_catalog(
            reading.personas,
            reading.findings,
            options,
            root,
            alone=False,
            likened=self._shown is not None,
            known=self.traits,
            asked=asked,
        )

    def keep(self) -> None:
        """Write what is new to the cache, and delete what is not used any more."""
        new: dict[str, bytes] = {}
        for key, held in self._entries.items():
            if held.made.keepable:
                new.update(self._changed(key, held))
        if self._kept.store:
            self._kept.store.put(new)
            bodies = (bodies_key(key, self._shown) for key in self._entries)
            self._kept.store.shrink({*self._entries, *bodies})

    def _changed(self, key: str, held: Held) -> Iterator[tuple[str, bytes]]:
        """The new cache entries of a file; the cache in memory is updated here."""
        ids = [one.id for one in held.made.personas]
        made, bodies = held.made, held.bodies
        if not self.shelf.changed.isdisjoint(ids):
            made = replace(made, prepared=tuple(self.shelf.prepared[one] for one in ids))
            yield key, packed_made(made)
        if not self.shelf.rendered.keys().isdisjoint(ids):
            bodies = packed(Bodies(tuple(self.shelf.known(one) for one in ids)))
            yield bodies_key(key, self._shown), bodies
        self._kept.memory[key] = Held(made, bodies)


def gather(
    options: Options,
    root: Path,
    site: Site | None = None,
    kept: Kept | None = None,
    *,
    given: Contents | None = None,
) -> Gathered:
    """Read and check every persona of the sources, and prepare what goes into its page.

    Args:
        options: what the user set.
        root: the folder that the sources are relative to.
        site: the site that pages are made for. Without one, nothing is prepared and no language is detected.
        kept: the cache; what is made now is added to it.
        given: the files, if they are known already.

    Raises:
        ValueError: the options name what does not exist, or no source.
    """
    kept, given = kept or Kept(), given or contents(options, root)
    shown = (site.lang, site.mermaid, site.image_hosts) if site else None
    worker = _Worker(given.keys, shown, budget_for(len(given.every)))
    with unhurried(len(given.every)):
        there, missing = _all(given, worker, kept)
    entries = dict(there.values())
    kept.remember(entries)
    every = [
        there[one.file.path][1].made if one.file.path in there else Made((), one.findings)
        for one in given.every
    ]
    return Gathered(
        together(
            [one.file for one in given.every],
            [Reading(made.personas, made.findings) for made in every],
            given.findings,
        ),
        {one.id: its for made in every for one, its in zip(made.personas, made.traits, strict=True)},
        Shelf(
            {one.id: its for made in every for one, its in zip(made.personas, made.prepared, strict=False)},
            Texts(entries, worker.shown, kept.store).of,
            worker.budget,
        ),
        frozenset(one.file.path for one in missing),
        {one.id: key for key, held in entries.items() if held.made.keepable for one in held.made.personas},
        {one.id: its for made in every for one, its in zip(made.personas, made.facts, strict=False)},
        entries,
        worker.shown,
        kept,
    )


def _all(given: Contents, worker: _Worker, kept: Kept) -> tuple[dict[str, tuple[str, Held]], list[Content]]:
    """By path, the cache key and the result of each file; and the files that were not in the cache."""
    there: dict[str, tuple[str, Held]] = {}
    missing: list[Content] = []
    for one in given.every:
        if found := kept.find(one, worker.shown):
            there[one.file.path] = found
        elif one.data is not None:
            missing.append(one)
    results = spread(worker.packed, [(one.file, one.key) for one in missing])
    new: dict[str, bytes] = {}
    for one, result in zip(missing, results, strict=True):
        key, held = made_key(one.key, worker.shown), worker.held(one, result)
        there[one.file.path] = key, held
        if result and held.made.keepable:
            new[key] = result[0]
            new |= {bodies_key(key, worker.shown): result[1]} if worker.shown else {}
    if kept.store:
        kept.store.put(new)
    return there, missing


@dataclass(frozen=True, slots=True)
class _Worker:
    """Makes the result of a file, which is sent between processes in the form in which it is cached."""

    keys: Keys
    shown: Shown | None
    budget: int

    def packed(self, item: tuple[SourceFile, str]) -> tuple[bytes, bytes] | None:
        """The result of a file, packed for the cache; `None` if the file has changed since it was found."""
        file, key = item
        data, _ = read_bytes(file, self.keys.options.limits)
        if data is None or self.keys.key(file, data) != key:
            return None
        made, bodies = make(file, data, self.keys.options, self.shown, self.budget)
        return packed_made(made), packed(bodies)

    def held(self, one: Content, result: tuple[bytes, bytes] | None) -> Held:
        """The result unpacked; if there is none, it is made here from the bytes that were read first."""
        data = one.data or b""
        made = unpacked_made(result[0], one.file, data) if result else None
        if made and result:
            return Held(made, result[1])
        made, bodies = make(one.file, data, self.keys.options, self.shown, self.budget)
        return Held(made, packed(bodies))
