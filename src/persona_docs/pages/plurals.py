"""Which form of a text goes with a number, for the whole numbers that pages count with.

The rules are those of the Unicode CLDR (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html)
without what they say of fractions and of millions. A language that is not named has English's two forms.
"""

from __future__ import annotations

from collections.abc import Callable


def form(lang: str, count: int) -> str:
    """The form that a language has for a number.

    >>> form("en", 1), form("fr", 0), form("ja", 1), [form("pl", count) for count in (1, 22, 25)]
    ('one', 'one', 'other', ['one', 'few', 'many'])
    """
    return _RULES.get(lang, _RULES.get(lang.partition("-")[0], _one))(count)


def _one(count: int) -> str:
    return "one" if count == 1 else "other"


def _up_to_one(count: int) -> str:
    return "one" if count < 2 else "other"


def _never(count: int) -> str:
    del count
    return "other"


def _east_slavic(count: int) -> str:
    return _south_slavic(count).replace("other", "many")


def _south_slavic(count: int) -> str:
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    return "few" if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else "other"


def _polish(count: int) -> str:
    if count == 1:
        return "one"
    return "few" if _south_slavic(count) == "few" else "many"


def _czech(count: int) -> str:
    return "one" if count == 1 else "few" if count in (2, 3, 4) else "other"


def _slovenian(count: int) -> str:
    return {1: "one", 2: "two", 3: "few", 4: "few"}.get(count % 100, "other")


def _lithuanian(count: int) -> str:
    if count % 100 in range(11, 20) or count % 10 == 0:
        return "other"
    return "one" if count % 10 == 1 else "few"


def _latvian(count: int) -> str:
    if count % 100 in range(11, 20) or count % 10 == 0:
        return "zero"
    return "one" if count % 10 == 1 else "other"


def _romanian(count: int) -> str:
    return "one" if count == 1 else "few" if count == 0 or count % 100 in range(1, 20) else "other"


def _arabic(count: int) -> str:
    if count < 3:
        return ("zero", "one", "two")[count]
    return "few" if count % 100 in range(3, 11) else "many" if count % 100 > 10 else "other"


def _hebrew(count: int) -> str:
    return {1: "one", 2: "two"}.get(count, "other")


def _icelandic(count: int) -> str:
    return "one" if count % 10 == 1 and count % 100 != 11 else "other"


def _for(languages: str, rule: Callable[[int], str]) -> dict[str, Callable[[int], str]]:
    return dict.fromkeys(languages.split(), rule)


_RULES = {
    **_for("id ja ko lo ms my th vi zh", _never),
    **_for("am bn fa fr gu hi hy kn pt zu", _up_to_one),
    "pt-PT": _one,
    **_for("be ru uk", _east_slavic),
    **_for("bs hr sh sr", _south_slavic),
    "pl": _polish,
    **_for("cs sk", _czech),
    "sl": _slovenian,
    "lt": _lithuanian,
    "lv": _latvian,
    **_for("mo ro", _romanian),
    "ar": _arabic,
    "he": _hebrew,
    **_for("is mk", _icelandic),
}
