"""What the Unicode CLDR (https://cldr.unicode.org/) knows of a language: its names, its forms of numbers.

Babel has its data, and comes with Material for MkDocs. It takes its time to load, so that waits until then.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.core import Locale


def form(lang: str, count: int) -> str:
    """The form of a text that a language has for a number; of an unknown language, English's.

    >>> form("en", 1), form("fr", 0), form("ja", 1), [form("pl", count) for count in (1, 22, 25)]
    ('one', 'one', 'other', ['one', 'few', 'many'])
    """
    return _locale(lang).plural_form(count)


def name_of(tag: str, lang: str) -> tuple[str, tuple[str, ...]]:
    """What people who speak `lang` call a language, and the script and the country that its tag names.

    >>> name_of("pt-BR", "en"), name_of("zh-Hant", "es"), name_of("en-x-y", "en")
    (('Portuguese', ('Brazil',)), ('Chino', ('tradicional',)), ('en-x-y', ()))
    """
    from babel.core import parse_locale

    try:
        language, country, script = parse_locale(tag, sep="-")[:3]
    except ValueError:
        return tag, ()
    here = _locale(lang)
    name = here.languages.get(language, language)
    script, country = here.scripts.get(script, script), here.territories.get(country, country)
    return name[:1].upper() + name[1:], tuple(filter(None, (script, country)))


@lru_cache(maxsize=16)
def _locale(lang: str) -> Locale:
    from babel.core import Locale, UnknownLocaleError

    for tag in (lang, lang.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
