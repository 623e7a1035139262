"""Addresses of personas: readable in every script, unique on every disk, the same in every build.

A slug becomes a file and a folder name, so it must hold on case-insensitive disks, on macOS (which takes two
normalisation forms of a text for one) and on Windows (which reserves some names).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from itertools import count

from persona_docs.folding import caseless
from persona_docs.model import Persona
from persona_docs.reading.fields.paths import category_from_path, folder_of, lang_from_path, stem

_SITE = """
index compare triggers tools expertise checklists health graph sources embed search assets tags feed 404
readme sitemap robots
"""  # pages of the catalog and of the site, and names a server or a generator gives a meaning of its own
_WINDOWS = """
con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9
lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9
"""  # https://learn.microsoft.com/windows/win32/fileio/naming-a-file
RESERVED = frozenset((_SITE + _WINDOWS).split())
"""Slugs that no persona gets."""

_ASCII = re.compile("[a-z0-9]+")
_SHARP = re.compile(r"(?<=\w)#")
_PLUS = re.compile(r"(?<=[\w+])\+")
_SILENT = re.compile("['’ʼ]|(?<=\\w)\u00ad")


@lru_cache(maxsize=16_384)
def slugify(text: str, limit: int = 80) -> str:
    """A text as an address: letters and digits of all scripts, everything else a dash; may be empty.

    `#` and `+` after a letter become words, so that languages named with them stay apart. More than `limit`
    bytes are cut and a hash of the whole put behind, so that long names that begin alike stay apart too.

    >>> slugify("C++ & C# Expert"), slugify("🎨 Diseño de APIs"), slugify("数据 分析师")
    ('c-plus-plus-c-sharp-expert', 'diseño-de-apis', '数据-分析师')
    """
    text = _SILENT.sub("", unicodedata.normalize("NFKC", text).lower())
    text = _PLUS.sub("-plus", _SHARP.sub("-sharp", text))
    if text.isascii():
        slug = "-".join(_ASCII.findall(text))
    else:
        kept = (_letter(character) for character in unicodedata.normalize("NFKC", text))
        slug = "-".join("".join(kept).split())
    if len(slug.encode()) <= limit:
        return slug
    short = slug.encode()[:limit].decode(errors="ignore")
    return f"{short.rstrip('-')}-{sha256(slug.encode()).hexdigest()[:8]}"


def wanted_slug(persona: Persona, limit: int) -> str:
    """The address a persona would have if it were alone."""
    return next(_candidates(persona, limit))


def assign_slugs(personas: Iterable[Persona], limit: int) -> dict[str, str]:
    """An address for each persona's id; who comes first in path order gets the address it wants.

    The next candidates are the file's stem, that with its language, with its telling folder, with its folder,
    a number.
    """
    taken: set[str] = set()
    slugs: dict[str, str] = {}
    for persona in personas:
        slug = next(slug for slug in _candidates(persona, limit) if caseless(slug) not in taken)
        taken.add(caseless(slug))
        slugs[persona.id] = slug
    return slugs


def _candidates(persona: Persona, limit: int) -> Iterator[str]:
    first = ""
    for slug in (_free(slug) for text in _names(persona) if (slug := slugify(text, limit))):
        first = first or slug
        yield slug
    if not first:
        first = f"persona-{sha256(persona.id.encode()).hexdigest()[:8]}"
        yield first
    yield from (f"{first}-{number}" for number in count(2))


def _names(persona: Persona) -> Iterator[str]:
    """What an address may be made of, the best first; most personas get by with the first."""
    declared = persona.extra.get("slug")
    yield declared.value if declared else ""
    yield persona.name.value
    path, _, member = persona.id.partition("#")
    yield f"{stem(path)} {member}" if member else stem(path)
    if lang := lang_from_path(path):
        yield f"{lang} {stem(path)} {member}"
    yield f"{category_from_path(path)} {stem(path)} {member}"
    yield f"{folder_of(path).name} {stem(path)} {member}"


def _letter(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LN" or (category in {"Mn", "Mc"} and not "\ufe00" <= character <= "\ufe0f"):
        return character
    return "" if category == "Cf" else " "


def _free(slug: str) -> str:
    return f"{slug}-persona" if caseless(slug) in RESERVED else slug
