"""Languages as fields and folders name them: by a tag, or in words."""

from __future__ import annotations

import re

from persona_docs.folding import fold

_TAGS = """
    ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nb nl no pl pt
    pt-br ro ru sk sl sr sv ta th tr uk ur vi zh zh-cn zh-tw zh-hans zh-hant
"""
LANGUAGES = frozenset(_TAGS.split())
"""Those that personas are known to be written in, in small letters."""

_WITH_COUNTRY = re.compile(r"[a-z]{2}-(?:[A-Z]{2}|Han[st])")
_LANGUAGE_NAMES = {
    "english": "en",
    "ingles": "en",
    "spanish": "es",
    "espanol": "es",
    "castellano": "es",
    "portuguese": "pt",
    "portugues": "pt",
    "chinese": "zh",
    "中文": "zh",
    "japanese": "ja",
    "日本語": "ja",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "francais": "fr",
    "italian": "it",
    "italiano": "it",
    "korean": "ko",
    "russian": "ru",
}


def read_lang(text: str) -> str:
    """A declared language as a BCP 47 tag, or nothing where it is none (`language: python`).

    >>> read_lang("pt_BR"), read_lang("Español"), read_lang("python")
    ('pt-BR', 'es', '')
    """
    tag = text.strip().replace("_", "-")
    if fold(tag) in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[fold(tag)]
    primary, *rest = tag.split("-")
    if primary.lower() not in LANGUAGES or any(not re.fullmatch(r"[A-Za-z0-9]{2,8}", part) for part in rest):
        return ""
    return "-".join([primary.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()


def is_language(folder: str) -> bool:
    """Whether a folder may be named by a language, with a country or without (`ja`, `ja-JP`)."""
    language, sign, _ = folder.partition("-")
    known = folder.lower() in LANGUAGES
    return known or bool(sign and language in LANGUAGES and _WITH_COUNTRY.fullmatch(folder))
