"""What is said while a site is made: how far it is, what was found where, what to fix."""

from __future__ import annotations

import shlex
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import click

from persona_docs.cli.console import color, perhaps_unheard
from persona_docs.cli.places import chosen
from persona_docs.configuration import NAMES
from persona_docs.engines.whole_site import Folder, Listener
from persona_docs.folding import natural
from persona_docs.model import Catalog, Persona, Severity
from persona_docs.reading.dialects import NAMES as DIALECTS
from persona_docs.reading.fields.paths import folder_of
from persona_docs.reporting.escape import visible
from persona_docs.reporting.report import counted

_ROWS = 20
_PAUSE = 0.1


def site_of(paths: tuple[str, ...]) -> Folder | Path:
    """What a command makes a site of: the configuration in this folder, else the paths or what is found.

    Raises:
        ValueError: there is nothing under one of the paths.
        SiteError: the configuration is wrong.
    """
    from persona_docs.engines.mkdocs_site import has_catalog  # a generator takes its time to load

    here = Path.cwd()
    file = next((here / name for name in NAMES[:2] if (here / name).is_file()), None)
    if not paths and file:
        if has_catalog(file):
            say(f"Using {file.name}.")
            return file
        say(f"{file.name} does not use persona-docs yet; `persona-docs init` adds it.")
        say("Showing this folder without it:")
    return chosen(paths, here)


def say(text: str = "", *, bold: bool = False) -> None:
    """Write a line, at once even where nobody watches, without what could move the cursor."""
    with perhaps_unheard():
        click.secho(visible(text), bold=bold or None, color=color())
        sys.stdout.flush()


def complain(text: str) -> None:
    """Write on standard error, line by line."""
    for line in text.splitlines():
        click.secho(visible(line), err=True, fg="yellow", color=color())


class Teller:
    """Tells people on a terminal how the site gets on."""

    def __init__(self, site: Folder | Path, paths: tuple[str, ...]) -> None:
        self.check = shlex.join(("persona-docs", "check", *paths))
        self.sources = site.sources if isinstance(site, Folder) else ()
        self.shows = sys.stderr.isatty()
        self.last = 0.0
        self._draw("Reading…")

    @property
    def listener(self) -> Listener:
        """What to give to whoever makes the site."""
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
