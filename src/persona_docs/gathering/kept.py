"""The cache of what was made of files, on the disk and in memory, by digests of what it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from persona_docs.gathering.contents import Content
from persona_docs.gathering.entries import unpacked_made
from persona_docs.gathering.making import Bodies, Made, Shown
from persona_docs.keeping.codec import unpacked
from persona_docs.keeping.packs import Packs
from persona_docs.pages.prepared import Rendered


@dataclass(frozen=True, slots=True)
class Held:
    """The result of a file, and its rendered text in packed form, if that was asked for."""

    made: Made
    bodies: bytes | None = None


class Kept:
    """The cache of results.

    Args:
        folder: of the cache on the disk; without one nothing is written.
        memory: the cache in memory, for processes that build again; it holds what the last build needed.
    """

    def __init__(self, folder: Path | None = None, memory: dict[str, Held] | None = None) -> None:
        self.store = Packs(folder) if folder else None
        self.memory = {} if memory is None else memory

    def remember(self, entries: Mapping[str, Held]) -> None:
        """Replace what is in memory by these."""
        self.memory.clear()
        self.memory.update((key, held) for key, held in entries.items() if held.made.keepable)

    def find(self, one: Content, shown: Shown | None) -> tuple[str, Held] | None:
        """The key and the result of a file, if everything that its pages need is in the cache."""
        if one.data is None:
            return None
        for key in (one.key,) if shown else (one.key, made_key(one.key, shown)):
            held = self.memory.get(key)
            if held is None and self.store:
                made = unpacked_made(self.store.get(key), one.file, one.data)
                held = Held(made) if made else None
            if held is None:
                continue
            text = bodies_key(key, shown)
            if not shown or held.bodies is not None or (self.store and self.store.has(text)):
                return key, held
        return None


class Texts:
    """The rendered text of personas, unpacked when it is asked for."""

    def __init__(self, entries: Mapping[str, Held], shown: Shown | None, store: Packs | None) -> None:
        self._places = {
            one.id: (key, at) for key, held in entries.items() for at, one in enumerate(held.made.personas)
        }
        self._entries, self._shown, self._store = entries, shown, store
        self._bodies = lru_cache(maxsize=8)(self._unpacked)  # a file may hold many personas

    def of(self, persona: str) -> Rendered | None:
        """The rendered body of the persona with this id; `None` where there is none."""
        key, at = self._places.get(persona, ("", 0))
        return dict(enumerate(self._bodies(key).rendered)).get(at) if key else None

    def _unpacked(self, key: str) -> Bodies:
        content = self._entries[key].bodies
        if content is None and self._store:
            content = self._store.get(bodies_key(key, self._shown))
        return unpacked(Bodies, content) or Bodies()


def made_key(key: str, shown: Shown | None) -> str:
    """The key of a file's result; another one where no pages are made, since no language is detected then."""
    return key if shown else f"{key}-alone"


def bodies_key(key: str, shown: Shown | None) -> str:
    """The key of the rendered text of a file's personas, which depends on the site."""
    return f"{key}-{blake2b(repr(shown).encode(), digest_size=8).hexdigest()}"
