"""Every text of ours that a reader sees, in the theme's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language; call it with a key.

    A text that counts has two forms, `<key>.one` and `<key>.other`, chosen by `count`. The result is plain
    text: templates escape it like any other value.

    Attributes:
        lang: the language the texts are really in, for `lang` attributes.
        entries: every text under its key, holes filled from English.
    """

    lang: str
    entries: Mapping[str, str] = field(repr=False)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text under a key with its `{placeholders}` filled.

        Raises:
            KeyError: no locale has this key, or the text wants a value that was not given.
        """
        if "count" in values and key not in self.entries:
            key += ".one" if values["count"] == 1 else ".other"
        text = self.entries[key]
        return text.format_map(values) if values else text

    def language(self, tag: str) -> str:
        """What people call a language. A tag that has no name is told by what is left of it.

        >>> texts("en").language("pt-BR"), texts("es").language("en-GB"), texts("en").language("tlh")
        ('Portuguese (Brazil)', 'Inglés (GB)', 'tlh')
        """
        if name := self.entries.get(f"language.{tag}"):
            return name
        general, _, special = tag.rpartition("-")
        return f"{self.language(general)} ({special})" if general else tag


def languages() -> tuple[str, ...]:
    """The languages there are texts for, English first."""
    found = {file.name.removesuffix(".json") for file in _folder().iterdir() if file.name.endswith(".json")}
    return (FALLBACK, *sorted(found - {FALLBACK}))


@lru_cache(maxsize=16)
def texts(lang: str) -> Texts:
    """The texts for a language tag as themes write it.

    `es`, `es-MX` and `es_MX` are Spanish; a language without texts gets English.
    """
    wanted = lang.replace("_", "-").lower()
    known = {name.lower(): name for name in languages()}
    name = known.get(wanted) or known.get(wanted.split("-")[0]) or FALLBACK
    return Texts(name, {**load(FALLBACK), **load(name)})


def load(lang: str) -> dict[str, str]:
    """One locale file, without any fallback."""
    text = _folder().joinpath(f"{lang}.json").read_text(encoding="utf-8")
    entries: dict[str, str] = json.loads(text)
    return entries


def _folder() -> Traversable:
    return files("persona_docs").joinpath("locales")
