"""What `serve` and `build` print while they make a site: how far it is, what was found where, what to fix."""

from __future__ import annotations

import shlex
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from persona_docs.cli.console import complain, say
from persona_docs.engines.whole_site import Folder, Listener
from persona_docs.folding import natural
from persona_docs.model import Catalog, Persona, Severity
from persona_docs.reading.dialects import NAMES as DIALECTS
from persona_docs.reading.fields.paths import folder_of
from persona_docs.reporting.report import counted

_ROWS = 20
_PAUSE = 0.1


class Progress:
    """Prints how far a site is; give its `listener` to whatever makes the site."""

    def __init__(self, site: Folder | Path, paths: tuple[str, ...]) -> None:
        self.check = shlex.join(("persona-docs", "check", *paths))
        self.sources = site.sources if isinstance(site, Folder) else ()
        self.shows = sys.stderr.isatty()
        self.last = 0.0
        self._draw("Reading…")

    @property
    def listener(self) -> Listener:
        """What makes a site calls this."""
        return Listener(self.found, self.page, complain)

    def found(self, catalog: Catalog) -> None:
        """Say what was found where, and how much there is to fix."""
        self._draw("")
        rows = _rows(catalog.personas, self.sources)
        say(f"Found {counted(len(catalog.personas), 'persona')}:", bold=True)
        width = min(48, max((len(place) for place, _ in rows), default=0))
        for place, dialects in rows[:_ROWS]:
            told = ", ".join(
                _dialect(name, count, of=len(dialects)) for name, count in dialects.most_common()
            )
            say(f"  {place:<{width}}  {dialects.total():>5}  {told}")
        if len(rows) > _ROWS:
            rest = sum(dialects.total() for _, dialects in rows[_ROWS:])
            more = f"and {counted(len(rows) - _ROWS, 'more folder')}"
            say(f"  {more:<{width}}  {rest:>5}")
        if catalog.findings:
            levels = Counter(one.severity for one in catalog.findings)
            told = ", ".join(counted(levels[each], each.value) for each in Severity if levels[each])
            say(f"To fix: {told}. The Health page lists them; `{self.check}` prints them here.")

    def page(self, done: int, steps: int) -> None:
        """Say how far it is, now and then."""
        now = time.monotonic()
        if done >= steps:
            self._draw("")
        elif now - self.last > _PAUSE:
            self.last = now
            self._draw(f"Making pages… {100 * done // max(steps, 1):>3} %")

    def _draw(self, text: str) -> None:
        if self.shows:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()


def _rows(personas: Iterable[Persona], sources: Iterable[str]) -> list[tuple[str, Counter[str]]]:
    """How many personas of which dialect stand in each place: a source, or a folder of the only one."""
    known = [PurePosixPath(source) for source in sources]
    places: dict[str, Counter[str]] = {}
    for persona in personas:
        path = PurePosixPath(persona.source.path)
        folder = folder_of(persona.source.path)
        place = next((each for each in known if path.is_relative_to(each)), folder)
        if len(known) == 1 and folder.is_relative_to(place):
            place = place.joinpath(*folder.relative_to(place).parts[:1])
        places.setdefault(place.as_posix(), Counter())[persona.dialect] += 1
    return sorted(places.items(), key=lambda pair: natural(pair[0]))


def _dialect(name: str, count: int, *, of: int) -> str:
    label = DIALECTS[name].label
    return label if of == 1 else f"{label} ({count:,})"
