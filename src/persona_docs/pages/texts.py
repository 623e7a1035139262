"""Every text of ours that a reader sees, in the theme's language."""

from __future__ import annotations

import json
import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import cast

from persona_docs.pages.cldr import form, name_of

FALLBACK = "en"

_WIDER = {
    **dict.fromkeys(("zh-cn", "zh-sg"), "zh-hans"),
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo"), "zh-hant"),
}
"""What a tag is a variety of, where that is not the tag without its end."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language; call it with a key.

    A text that counts has a form for each that its language has for numbers, `<key>.one` and `<key>.other` in
    English, chosen by `count`. The result is plain text: templates escape it like any other value.

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
            counted = f"{key}.{form(self.lang, cast('int', values['count']))}"
            key = counted if counted in self.entries else f"{key}.other"
        text = self.entries[key]
        return text.format_map(values) if values else text

    def language(self, tag: str) -> str:
        """What people call a language, with the script and the country where its tag names them.

        >>> texts("en").language("pt-BR"), texts("es").language("en-GB"), texts("en").language("x-y")
        ('Portuguese (Brazil)', 'Inglés (Reino Unido)', 'x-y')
        """
        name, details = name_of(tag, self.lang)
        told = self("list.comma").join(details)
        return self("persona.regional", language=name, region=told) if told else name


def languages() -> tuple[str, ...]:
    """The languages there are texts for, English first."""
    found = {file.name.removesuffix(".json") for file in _folder().iterdir() if file.name.endswith(".json")}
    return (FALLBACK, *sorted(found - {FALLBACK}))


@lru_cache(maxsize=16)
def texts(lang: str) -> Texts:
    """The texts for a language tag as themes write it.

    `es`, `es-MX` and `es_MX` are Spanish, `zh-TW` is traditional Chinese where there is that, else Chinese. A
    language without texts gets English, and so does a text that a language lacks.
    """
    known = {name.lower(): name for name in languages()}
    names = [known[tag] for tag in _wider(lang.replace("_", "-").lower()) if tag in known] or [FALLBACK]
    return Texts(names[0], dict(ChainMap(*map(load, names), load(FALLBACK))))


def fallback(lang: str) -> str | None:
    """The language that a site's texts are in where there are none in its own.

    >>> fallback("es-MX"), fallback("ar")
    (None, 'en')
    """
    found = texts(lang).lang
    return None if re.split("[-_]", lang)[0].lower() == found.partition("-")[0] else found


def _wider(tag: str) -> Iterator[str]:
    """A tag, then what it is a variety of."""
    while tag:
        yield tag
        tag = _WIDER.get(tag) or tag.rpartition("-")[0]


def load(lang: str) -> dict[str, str]:
    """One locale file, without any fallback."""
    text = _folder().joinpath(f"{lang}.json").read_text(encoding="utf-8")
    entries: dict[str, str] = json.loads(text)
    return entries


def _folder() -> Traversable:
    return files("persona_docs").joinpath("locales")
