"""The ways to call somebody that an item names by their kind: `快捷命令：/weekly`, `Keywords: report`."""

from __future__ import annotations

import re

from persona_docs.reading.situations.heard import quoted, words_of
from persona_docs.reading.situations.wordings import WORDS

_LONGEST = 2_000  # characters of an item that is read for them
_WAY = re.compile(
    r"\W{0,4}(?:(?:使用|通过|直接|或|用)?(?:自然语言|自然語言)(?:触发|觸發|指令|调用|呼叫)?|natural language"
    rf"|(?P<words>{WORDS})"
    r"|(?P<typed>(?:快捷|斜杠|斜線|斜线)(?:命令|指令)|slash commands?))\W{0,2}[:：](?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""An item that names a kind of call, and what is said or typed."""

_COMMAND = re.compile(r"(?<![\w/.<])/\w[\w:-]*(?![\w/.])")


def ways(item: str) -> tuple[str, ...]:
    """What is said or typed to call somebody; nothing for an item that says anything else.

    >>> ways("自然语言：「写周报」「生成周报」"), ways("快捷命令：/weekly、/weekly team")
    (('写周报', '生成周报'), ('/weekly',))
    >>> ways("Keywords: report, week"), ways("Keywords: what people say who have a week to report")
    (('report', 'week'), ())
    >>> ways("自然语言：描述你的需求"), ways("/weekly：写周报")
    ((), ())
    """
    match = _WAY.match(item[:_LONGEST]) if ":" in item or "：" in item else None
    if match is None:
        return ()
    if match["typed"]:
        return tuple(dict.fromkeys(_COMMAND.findall(match["rest"])))
    if match["words"]:
        return words_of(match["rest"].strip(), 2)
    return quoted(match["rest"].strip(" .。"))
