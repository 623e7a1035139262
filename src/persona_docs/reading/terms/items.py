"""The terms that a list item stands for: `API design: REST` one, `Languages: Python, Go` two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from persona_docs.folding import fold
from persona_docs.reading.body.passages import Block
from persona_docs.reading.terms.cleaning import behind_lead, clean_all
from persona_docs.reading.terms.weak import is_weak
from persona_docs.reading.text.icons import strip_emoji
from persona_docs.reading.text.phrases import one_line, split_top

_ORDER = re.compile(
    r"(?:no|not|never|always|avoid|ensure|check|verify|make sure|must|should|do not|don't|without"
    r"|nunca|siempre|evit(?:ar?|e)|asegura(?:r|rse|te)?|comprobar|comprueba|verificar?|debe|sin"
    r"|n[aã]o|sempre|assegur(?:ar|e)|garant(?:ir|a|izar)|verifique|deve|sem)\s"
    r"|(?:不要|不得|不能|不应|没有|禁止|严禁|避免|确保|检查|必须|始终|永远|切勿)",
    re.IGNORECASE,
)
"""What a rule begins with: the list behind it is of things that it forbids or demands."""

_GENERIC_WORDS = """
    language languages programming framework frameworks library libraries database databases db
    datastores tool tools tooling platform platforms technology technologies stack orm orms odm odms
    protocol protocols pattern patterns service services cloud queue queues broker brokers message
    messaging testing backend frontend mobile infrastructure infra devops ai ml api apis web runtime
    runtimes cache caching storage os editor editors ide ides format formats standard standards
    primary main core secondary
    system systems software method methods methodology methodologies technique techniques model
    models architecture architectures styling state bundler bundlers server servers client and other
    lenguajes lenguaje herramientas herramienta bases datos plataformas plataforma tecnologias
    patrones librerias protocolos servicios linguagens linguagem ferramentas bancos dados
    bibliotecas plataformas 语言 框架 数据库 工具 平台 编程语言
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""What names a kind of things (`Core languages`), so that the things behind it are meant."""

_KEYED = re.compile(r"(?P<key>[^:：()`]{2,60}?)(?:\s*[:：]\s+|：)(?P<rest>\S.*)$")
"""A key and what is said of it: `Languages: Python, Go`; in Chinese without a space."""

_DASHED = re.compile(r"(?P<key>\S.{1,60}?)\s+[-–—]\s+\S")
"""A key before a dash, behind which it is explained: `Event design — names in the past tense`."""


def item_terms(block: Block, children: Sequence[Block] = ()) -> tuple[str, ...]:
    """The terms a list item stands for; none where it is an instruction or an achievement.

    >>> item_terms(Block("item", "API Design: REST, GraphQL", 1, lead="API Design:"))
    ('API Design',)
    >>> item_terms(Block("item", "Languages: Python, Go", 1))
    ('Python', 'Go')
    """
    text = block.text
    lead = block.lead.strip()
    if lead:
        rest = text[text.find(lead) + len(lead) :]
        key = lead.rstrip(" :：-–—.")
        if rest.lstrip()[:1] in {"", ":", "：", "-", "–", "—", "→", "("} or lead[-1] in ":：.":
            return _keyed(key, rest.strip(" :：-–—"), children)
    match = _KEYED.match(text)
    if match and len(match["key"].split()) <= 6:
        parts = split_top(re.split(r"\.\s", match["rest"], maxsplit=1)[0].rstrip("."))
        if len(parts) > 1 and all(_short(part) for part in parts) and not _ORDER.match(match["rest"]):
            return clean_all(parts)
        return _keyed(match["key"], match["rest"], children)
    match = _DASHED.match(text)
    if match and len(match["key"].split()) <= 8:
        return clean_all([match["key"]])
    if children and text.endswith((":", "：")):
        return _keyed(text.rstrip(" :："), "", children)
    return _sentence_terms(text)


def _keyed(key: str, rest: str, children: Sequence[Block]) -> tuple[str, ...]:
    """The terms of `key: rest`: the key, or what it gathers when it is only a kind of thing (`Languages`)."""
    if _is_generic(key) and not _ORDER.match(rest):
        parts = split_top(re.split(r"[.。]\s", rest, maxsplit=1)[0].rstrip(".。")) if rest else ()
        if parts and all(_short(part) and not is_weak(part) for part in parts):
            return clean_all(parts)
        if children:
            return tuple(term for child in children for term in item_terms(child))
    return clean_all([key])


def _is_generic(key: str) -> bool:
    """Whether a key says nothing but what kind of things it stands before."""
    words = re.findall(r"\w+", fold(strip_emoji(key)))
    return bool(words) and all(word in _GENERIC or word in {"de", "e", "y", "the"} for word in words)


def _short(part: str) -> bool:
    """Whether a part of a list is as short as a term of one; what is in brackets does not count."""
    return len(part) <= 40 and len(re.sub(r"[(（].*?[)）]", "", part).split()) <= 4


def _sentence_terms(text: str) -> tuple[str, ...]:
    """The terms of a text without a key: itself without its lead, or the parts of the list it is."""
    bare = one_line(strip_emoji(text))
    known = behind_lead(bare)
    if known is None:
        parts = split_top(bare, ",、，;")
        listed = all(part[:1].isupper() or not part[:1].isalpha() for part in parts)
    else:
        parts = split_top(_LAST_AND.sub(", ", known), ",、，;")
        listed = True
    if len(parts) > 1 and listed and all(map(_short, parts)):
        return clean_all(parts)
    return clean_all([bare if known is None else known])


_LAST_AND = re.compile(r",?\s+(?:and|y|e|和)\s+(?=[^,]*$)")
