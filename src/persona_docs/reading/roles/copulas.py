"""Who a Japanese or Korean sentence says that somebody is, by how it ends."""

from __future__ import annotations

import re

_COPULA = re.compile(
    r"\s?(?:です|である|だ|として(?:振る舞い|行動し|働き|動作し)(?:ます|てください)|입니다|이다|이에요|예요)$"
)
_FIRST_CLAUSE = re.compile(
    r"(?P<who>[^、。]{2,80}?(?:[ァ-ヶー]{2}|[者家師士員官医長役人]))(?:で(?:あり)?、|であり$|として、|として$).*"
)
"""The person that a clause ends with, before one that says what that person does."""

_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]$")
_ENDS_IN_A_VERB = re.compile(r"(?:ます|ません|ください|する|ない|니다|세요|한다|하라|십시오)$")


def subject_complement(said: str) -> str:
    """What follows "あなたは" or "당신은" where that says who somebody is, else nothing.

    >>> subject_complement("港の専門家です"), subject_complement("港の専門家で、船を導きます")
    ('港の専門家', '港の専門家')
    >>> subject_complement("船を導きます")
    ''
    """
    said = re.split("[:：]", said.lstrip("、，, "), maxsplit=1)[0]
    clause = _FIRST_CLAUSE.match(said)
    who = _COPULA.sub("", clause["who"] if clause else _IN_BRACKETS.sub("", said))
    return "" if _ENDS_IN_A_VERB.search(who) else who
