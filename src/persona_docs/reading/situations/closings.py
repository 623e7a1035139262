"""Sentences that end in their call, as in Chinese, Japanese and Korean: "… when, use this"."""

from __future__ import annotations

import re

from persona_docs.reading.text.phrases import bare

_CLOSINGS = tuple(
    re.compile(pattern, re.IGNORECASE | re.VERBOSE)
    for pattern in (
        r"""(?:(?<![实同随及临按])(?<!运行)[时時]|的时候|(?P<kept>之[前后後]|(?<![当目以之然最今先])[前后後]))
            [，,]?\ ?(?:请|請|应|應|应当|必须|可|主动|自动|优先|立即|务必){0,2}
            (?:(?:使用|调用|触发|启用|激活)
                (?:\ ?[此该該本这這][个個]?\ ?(?:代理|智能体|助手|角色|技能|agent|skill)|$)
            |(?:使用|调用)(?=[，,；;])|路由到此)""",
        r"""(?<=["”」』])[，,]?\ ?(?:请|应|应当|必须|主动|自动|立即|务必){1,3}
            (?:使用|调用|启用|激活)\ ?[此该該本这這][個个]?\ ?(?:代理|智能体|助手|角色|技能|agent|skill)$""",
        r"""(?:の?際|時|とき|場合|(?P<kept>の?[前後]))に(?:は、?)?(?:積極的に|必ず|自動的に)?
            (?:使う|使います|使ってください|(?:使用|利用|活用|発動|起動)(?:する|します|すること|してください)?)$""",
        r"""(?:といった|などの|のような|(?<=[るたいの]))(?:場面|状況|シーン|タイミング)(?:で(?:は)?|において)
            (?:積極的に|必ず|自動的に)?
            (?:使う|使います|使ってください|(?:使用|利用|活用|発動|起動)(?:する|します|すること|してください)?)$""",
        r"""に(?:積極的に|必ず|自動的に)(?:使う|使います|使ってください
            |(?:使用|利用|活用|発動|起動)(?:する|します|すること|してください)?)$""",
        r"""(?P<kept>\ (?:때|시))(?:에|에만)?,?\ (?:이\ (?:에이전트|스킬)를\ )?
            (?:반드시\ |적극적으로\ |자동으로\ )?(?:사용|호출|활용)(?:한다|합니다|하세요|할\ 것)?$""",
    )
)
"""What a sentence ends with that says when, in Chinese, Japanese and Korean."""

_OPENING = re.compile(r"(?:^|[，,；;：:])\s?(?:或者?|以及|也|请|請|仅|每|只有?)?[当當在]")
"""What a Chinese clause begins with that says when (`当…时`)."""

_FORBIDDEN = re.compile(r"不要|勿|不应|禁止|避免在")
"""What a sentence holds that says when not."""

_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:仅|只|主要)?适?用于(?P<what>.{2,400}?)(?:[时時]|的时候|的?(?:场景|情况)下?)",
        r"(?:请|应)?(?:主动|积极)地?用于(?P<what>.{2,400})",
        r"(?:触发|觸發|使用|适用|適用)(?:时机|條件|条件|時機|场景|場景)\s?[:：]\s?(?P<what>[当當].{2,400}?)[时時]",
        r"(?:積極的に)?使用する(?:シーン|場面|タイミング|状況)\s?[:：]\s?(?P<what>.{2,400})",
    )
)
"""Sentences that are nothing but what they say of when."""

_NEXT = re.compile(r"[，,]\s?(?:或者?|以及)(?![^“”]*”)|[、，,]\s?または")
"""What stands between two clauses of such a sentence."""

_WHEN = re.compile(r"^[当當在]|(?:的?(?:场景|場景|情况)|(?<!な)(?:[时時]|とき|場合))$")
"""What a clause begins or ends with that only says `when`."""


def closed(sentence: str) -> tuple[str, ...]:
    """What a sentence says of when that ends in the call, or is labelled as one.

    >>> closed("整理码头，在船到港时使用，或在绳子断了之后使用。"), closed("用于系船时。")
    (('船到港', '绳子断了之后'), ('系船',))
    """
    if sentence.isascii():
        return ()
    said = bare(sentence.rstrip(" .。"))
    if told := next(filter(None, (each.fullmatch(said) for each in _TOLD)), None):
        return tuple(_WHEN.sub("", part) for part in _NEXT.split(told["what"]))
    if _FORBIDDEN.search(said):
        return ()
    closings = next(filter(None, (list(each.finditer(said)) for each in _CLOSINGS)), [])
    starts = [0, *(match.end() for match in closings)]
    return tuple(
        _clause(said[start : match.start()], match) for start, match in zip(starts, closings, strict=False)
    )


def _clause(before: str, closing: re.Match[str]) -> str:
    """What stands before a call, from the word on that begins the clause."""
    what = before + (closing.groupdict().get("kept") or "")
    opening = _OPENING.search(what)
    return what[opening.end() :] if opening else what
