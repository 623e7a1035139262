"""What headings and labels of situations say of what stands below them."""

from __future__ import annotations

import re
from functools import lru_cache

from persona_docs.reading.body.concepts import BEFORE, BEHIND, TRIGGER_WORDS
from persona_docs.reading.body.headings import normalise_heading

_REFUSAL = re.compile(
    r"(?:when|cuando|quando|wann|quand) (?:you |it |i )?(?:should |must )?(?:not|never|no|non|nao|nicht|ne)\b"
    r"|(?:not|do not|does not|don[’']?t|doesn[’']?t|should not|shouldn[’']?t|cannot|never|avoid(?:ing)?"
    r"|skip"
    r"|no (?:me |lo |la |se |es )?(?:us\w+|utili\w+|invo\w+|activ\w+|llam\w+|apt\w+|adecuad\w+|recom\w+|para)"
    r"|nunca|evit\w+|nao|jamais|ne|nicht|nie|niemals|vermeide\w*"
    # the other ways, and what is excepted
    r"|vs\.?(?! code\b)|versus|(?:(?:consider|use) )?(?:an )?(?:alternatives?|something else)"
    r"|(?:exceptions?|excepciones|excecoes|eccezioni|ausnahmen?)(?=:|$))(?:[ :]|$)"
    r"|例外"
    r"|不(?:适|適|要|应|應|该|該|用|宜|可|能|建议|建議|推荐|推薦|使用|得|需)|切勿|请勿|請勿|勿|避免"
    r"|(?:何时|何時|什么时候|什麼時候)不"
    r"|когда не |не "
)
"""What a heading begins with that tells when somebody is not to be called."""

_REFUSED = re.compile(
    r"\bnot to (?:use|invoke|call|activate)\b|(?:使わない|使用しない|避ける)|사용하지 ?(?:않|말)"
)
"""What such a heading holds anywhere."""

_REFUSING_SIGNS = ("❌", "🚫", "⛔", "✗", "✘")


_STRESS = re.compile(r"always|siempre|sempre|immer|toujours|总是|必ず|항상|всегда")
"""Labels that say how strictly situations are meant."""

_USED = re.compile(
    r"(?:when to (?:use|invoke|call|activate)|(?:cuando|quando) (?:usar|utilizar|invocar|activar)) "
    r"(?!(?:the |el |la |o |a )?(?:this|these|it|me|you|for|in|on|and|or|with|proactively|esta?|este|isto"
    r"|para|em?|agent|skill|persona|mode|rule|command|agente|modo)\b)"
    r"(?:(?:an?|the|el|la|los|las|una?|o|os|as|uma?) )?+"
    r"(?P<thing>.+)"
)
"""A heading `When to use X`; `When to use it` or `… for tides` is about who is called."""


def refuses(title: str) -> bool:
    """Whether a heading below one of situations tells those in which the persona is not to be called.

    >>> refuses("Don't use for:"), refuses("When not to use it"), refuses("Notes from a meeting")
    (True, True, False)
    """
    text = normalise_heading(title)
    return bool(title.lstrip().startswith(_REFUSING_SIGNS) or _REFUSAL.match(text) or _REFUSED.search(text))


def stresses(title: str) -> bool:
    """Whether a label below a heading of situations only says how strictly those are meant.

    >>> stresses("Always:"), stresses("Always ask")
    (True, False)
    """
    return _STRESS.fullmatch(normalise_heading(title)) is not None


def used_thing(title: str) -> str:
    """The thing that a heading `When to use …` is about; nothing where it is about who is called.

    >>> used_thing("When to use WebSockets"), used_thing("When to use this agent"), used_thing("When to use")
    ('websockets', '', '')
    """
    match = _USED.match(normalise_heading(title))
    return match["thing"] if match else ""


@lru_cache(maxsize=1_024)
def promises_words(title: str) -> bool:
    """Whether a heading stands above the words that people say to call somebody.

    >>> promises_words("Trigger phrases"), promises_words("Triggers")
    (True, False)
    """
    return _trigger_words().fullmatch(normalise_heading(title)) is not None


@lru_cache(maxsize=1)
def _trigger_words() -> re.Pattern[str]:
    return re.compile(rf"{BEFORE}(?:{TRIGGER_WORDS}){BEHIND}")
