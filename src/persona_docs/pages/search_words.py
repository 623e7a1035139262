"""Which words of a text tell the search of a persona, and which can be left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from persona_docs.folding import caseless, fold

SHORTEST = 4
"""Letters of a word; an abbreviation has fewer."""

_ODD = re.compile(r"[A-Z0-9_.+#]")
_WORD = re.compile(r"\w[\w+#]*+(?:\.++[\w+#]++)*+")  # `v1.2`, `C++`, `a.b`; not the full stop behind one

_EVERYBODYS = """
advanced agent agents always analyze approach appropriate areas based before behavior best between build
building capabilities case cases change changes check checklist clear common complete complex comprehensive
constraints content context core create creation critical current custom decision decisions deep default
define definition different document documentation driven each edge ensure example examples execute
execution existing experience expert expertise feature features files first flow focus follow format
framework full functions generation guide guidelines handling help high identify impact implement
implementation include including information input instructions integration issues keep knowledge level
management manager mode multi multiple needed needs never operations optimize output over paths pattern
patterns phase plan planning platform points practices principles prioritize process processing production
progress project proper protocol provide purpose quality real recommendations reference report requirements
resource response role rules scope senior service setup solutions specialist specific specializing stack
standards start state step steps strategies strategy structure structured style success support system
systems target task tasks team technical techniques template through time tool tools tracking type types
understand understanding update updates usage user using validate validation value verify version work
workflow write
"""  # each in a seventh of a thousand public files or more, and no topic of its own
_COMMON = frozenset(_EVERYBODYS.split())

_STOP_WORDS = """
about across after almost also among because been cannot could does either else ever every from have however
into just least like likely might most must neither often only other rather said says should since some than
that their them then there these they this wants were what when where which while whom will with would your
"""
_NEVER = frozenset(_STOP_WORDS.split())
"""English words that lunr leaves out of its index (https://lunrjs.com/docs/stop_word_filter.js.html)."""


def words(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return _WORD.findall(text)


def telling(written: Iterable[str], said: set[str]) -> list[str]:
    """Words that have not been said, the most telling first, those that everybody uses last.

    Args:
        written: all words of a text.
        said: words that need not be said again, folded.
    """
    found: dict[str, str] = {}
    times: dict[str, int] = {}
    for word, count in Counter(written).items():
        if len(word) < SHORTEST and not (word.isupper() and len(word) > 1):
            continue
        key = word if word.islower() and word.isascii() else fold(word)  # most are folded as they are
        if key in found:
            times[key] += count
        elif key not in said and key not in _NEVER:
            found[key], times[key] = word, count
    for key, following in pairwise(sorted(said.union(found))):
        if key in found and following.startswith(key):  # found in that one: a search looks for beginnings
            del found[key]
            if following in found:
                times[following] += times[key]
    ranks = {word: _weight(word, times[key]) + _OWN * (key not in _COMMON) for key, word in found.items()}
    return sorted(ranks, key=ranks.__getitem__, reverse=True)


_OWN = 100
"""What a word weighs more that not everybody uses, so that it comes before all that everybody does."""


def _weight(word: str, times: int) -> int:
    """How much a word tells: more where it is long, odd, repeated, or has accents a search must fold."""
    weight = min(len(word), 12) + (6 if times > 2 else 3 * times - 3)
    if word.isascii() and word.isalpha() and word.islower():
        return weight
    return weight + 4 * bool(_ODD.search(word, 1)) + 6 * accented(word)


def accented(text: str) -> bool:
    """Whether a word has accents that whoever looks for it may not type."""
    return not text.isascii() and fold(text) != caseless(text)
