"""A list item, a table cell or a sentence made into terms short enough to stand on a chip.

A term is a noun phrase: no markup, no instruction, no closing punctuation, at most `LIMIT` characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from persona_docs.folding import fold
from persona_docs.reading.body.passages import Block
from persona_docs.reading.terms.weak import is_weak
from persona_docs.reading.text.capitals import capital
from persona_docs.reading.text.icons import strip_emoji
from persona_docs.reading.text.phrases import cut, one_line, split_top, unquote

LIMIT = 60
"""How long a term may be; a longer one is cut at a place that keeps it readable."""

_LEADS = re.compile(
    # English
    r"(?:(?:deep|strong|solid|extensive|advanced|expert(?:-level)?|proven|in-depth|comprehensive|thorough"
    r"|complete|working|practical|hands-on|good|excellent|profound|profundo|amplio|solido) )*"
    r"(?:expert(?:ise)? (?:in|at|on|with|across)|experts? in|mastery (?:of|in|over)|master (?:of|in)"
    r"|mastering|masters?(?! (?:data|plans?|pages?|schedules?|services?|files?|keys?)\b)"
    r"|(?:knowledge|understanding|command|grasp) (?:of|in)|proficien(?:t|cy) (?:in|with|at)"
    r"|experienced? (?:in|with)|familiar(?:ity)? with|skilled (?:in|at|with)"
    r"|speciali[sz](?:ed|es|ing|ation) in|specialist in|competen(?:t|ce|cy) (?:in|with)"
    r"|fluen(?:t|cy) (?:in|with)|ability to|able to|capable of|know(?:s|ing) how to|well[- ]versed in"
    r"|adept (?:at|in|with)|(?:effective )?use of|usage of"
    # Spanish and Portuguese
    r"|expert[oa] en|especialista e[nm]|dominio d(?:el?|[ao])|conocimientos? (?:de|en|profundo de)"
    r"|conhecimento (?:de|em)|experiencia (?:e[nm]|co[nm])|manejo de"
    # Chinese
    r"|精通|熟悉|擅长|掌握|了解)\s+"
    r"(?:the |all |both |various |el |la |los |las |o |a |os |as )?",
    re.IGNORECASE,
)
"""What a term may begin with that says only that somebody knows it."""

_CJK_LEADS = re.compile(r"(?:精通|熟悉|擅长|掌握|了解|专精于|涵盖|包括|负责(?!人))\s*")

_ACHIEVEMENT = re.compile(
    r"(?:built|scaled|led|shipped|delivered|launched|managed|grew|grown|reduced|increased|processed|saved"
    r"|mentored|trained|achieved|created|designed|developed|published|migrated|handled|worked"
    r"|you(?:'ve|'re)?|your|we|i|i'm|has|have|had|been|\d+ ?%)(?!\w)",
    re.IGNORECASE,
)
"""What a line begins with that tells what somebody has done."""

_INSTRUCTION = re.compile(
    # English
    r"(?:always|never|do not|don't|must|should|please|ask|avoid|ensure|remember|make sure|note|warning"
    r"|important|if|when|before|after|first|then|step \d|e\.g|see|refer|read|check|verify|follow|consider"
    r"|no|not|this|that|it|they"
    # Spanish and Portuguese
    r"|siempre|nunca|si|cuando|antes|sempre|nao|se|quando)\b"
    # Chinese
    r"|(?:始终|永远|不要|必须|确保|被调用)",
    re.IGNORECASE,
)
"""What a line begins with that says what to do."""

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
_EMPTY = frozenset(
    {"etc", "more", "others", "other", "todo", "tbd", "n/a", "none", "and more", "example", "examples"}
)
_CUTS = (
    r"\s+[(（][^()（）]*[)）]?\s*$",
    r"\s*[:：;；]\s.*$",
    r"\s+(?:[-–—→]|->)\s.*$",
    r",?\s+(?:such as|including|like|e\.g\.|for example|como|incluyendo|incluindo|tales como)\s.*$",
    r",?\s+(?:using|via|through|based on|leveraging|so that|which|that|where|mediante|usando"
    r"|utilizando|atraves)\s.*$",
    r",?\s+(?:with|con|com)\s.*$",
    r",?\s+(?:for|para|por|across|within|from|desde)\s.*$",
    r",?\s+(?:to|in|on|into|en|em)\s.*$",
    r",\s.*$",
    r"\s+(?:and|or|y|e|ou|&)\s.*$",
)


_KEYED = re.compile(r"(?P<key>[^:：()`]{2,60}?)\s*[:：]\s+(?P<rest>\S.*)$")
_KEYED_CLOSE = re.compile(r"(?P<key>[^:：()]{2,60}?)[：](?P<rest>\S.*)$")
_DASHED = re.compile(r"(?P<key>\S.{1,60}?)\s+[-–—]\s+\S")


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
    match = _KEYED.match(text) or _KEYED_CLOSE.match(text)
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
    words = re.findall(r"\w+", fold(strip_emoji(key)))
    return bool(words) and all(word in _GENERIC or word in {"de", "e", "y", "the"} for word in words)


def _short(part: str) -> bool:
    return len(part) <= 40 and len(re.sub(r"[(（].*?[)）]", "", part).split()) <= 4


def _sentence_terms(text: str) -> tuple[str, ...]:
    """The terms of a text without a key: itself without its lead, or the parts of the list it is."""
    bare = one_line(strip_emoji(text))
    lead = _LEADS.match(bare) or _CJK_LEADS.match(bare)
    said = bare[lead.end() :] if lead else bare
    parts = split_top(re.sub(r",?\s+(?:and|y|e|和)\s+(?=[^,]*$)", ", ", said) if lead else said, ",、，;")
    splits = (
        len(parts) > 1
        and all(_short(part) for part in parts)
        and (bool(lead) or all(part[:1].isupper() or not part[:1].isalpha() for part in parts))
    )
    return clean_all(parts if splits else [said])


def clean_all(parts: Sequence[str]) -> tuple[str, ...]:
    """Each part as a term; those that cannot be one left out."""
    return tuple(filter(None, map(clean, parts)))


def clean_list(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts of one list as terms; none at all where one of them cannot be one, for `etc` aside.

    >>> clean_list(["joins", "indexes", "etc."]), clean_list(["joins", "always measure"])
    (('Joins', 'Indexes'), ())
    """
    terms = tuple(map(clean, parts))
    if any(not term and not _is_empty(part) for part, term in zip(parts, terms, strict=True)):
        return ()
    return tuple(filter(None, terms))


def _is_empty(part: str) -> bool:
    bare = _CONJUNCTION.sub("", part).strip(" .*_")
    return bare.casefold() in _EMPTY or _OF_ANOTHER.match(bare) is not None


_OF_ANOTHER = re.compile(r"(?:its|their|(?:(?:any|all|many) )?other)\s", re.IGNORECASE)
"""What says of something that was named before; alone it names nothing."""

_QUOTE = r"[\"“”„][^\"“”„]{1,40}[\"“”]"
_SPOKEN = re.compile(rf"{_QUOTE}(?:(?:,| /| or| and|, or|, and) ?{_QUOTE})+,?", re.IGNORECASE)
"""Words that are to be looked for, or said: `"perhaps", "maybe"`."""

_DEMANDS = re.compile(r"\s(?:must|should|shall|cannot)\s", re.IGNORECASE)
"""What a rule holds, and no noun phrase."""

_MARKUP = re.compile(r"\*\*|__|`|~~|<[^<>]{1,40}>|^(?:[-*•·+]\s+)?\[[ xX]\]\s*|^[-*•·+]\s+")
_LINK = re.compile(r"\[([^\]\[]*)\]\([^()]*\)")
_OPENING = re.compile(r"^[\s,;:：。，、!?¡¿…–—→|-]+|^\.(?!\w)")
_CONJUNCTION = re.compile(r"^(?:(?:and|or|y|e|ou|u|和|&)\s+|以及\s*)")
_GERUNDS = re.compile(r"^(?:\w+ing(?:,? and |, ))+\w+ing\s+(?=\S)")
_BOTH = re.compile(r"^(?:\w+ing\s+)?both\s+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|el|los|las|os|as)\s+(?=\S)", re.IGNORECASE)


def clean(text: str) -> str:
    """A text as a term, or nothing where it cannot be one.

    >>> clean("**Expert in** PostgreSQL optimization.")
    'PostgreSQL optimization'
    """
    bare = _LINK.sub(r"\1", _MARKUP.sub("", text))
    if _SPOKEN.fullmatch(bare.strip(" .")):
        return ""
    bare = _OPENING.sub("", one_line(strip_emoji(bare))).rstrip(" .,;:：。，、!?…-–—→|")
    bare = unquote(_CONJUNCTION.sub("", bare))
    lead = _LEADS.match(bare) or _CJK_LEADS.match(bare)
    if lead and lead.end() < len(bare):
        bare = bare[lead.end() :]
    bare = _ARTICLE.sub("", _BOTH.sub("", _GERUNDS.sub("", bare)))
    if _ACHIEVEMENT.match(bare) or _INSTRUCTION.match(bare) or _TO_FILL_IN.match(bare):
        return ""
    if _FILE.fullmatch(bare) or _COMMAND.match(bare) or _OF_ANOTHER.match(bare) or "?" in text:
        return ""
    if _DEMANDS.search(bare):
        return ""
    bare = _LOOSE_END.sub("", _shorten(bare)).rstrip(" .,;:：。，、!?-–—→|")
    if (
        (len(bare) < 2 and bare.upper() not in {"C", "R"})
        or not any(sign.isalnum() for sign in bare)
        or bare.casefold() in _EMPTY
    ):
        return ""
    if bare.count("(") != bare.count(")"):
        bare = bare.replace("(", "").replace(")", "")
    return capital(bare)


_TO_FILL_IN = re.compile(r"\$?\{|[\[<]\w")
"""What a template leaves to be filled in begins with it; so do data."""

_FILE = re.compile(
    r"[\w./{}<>-]*\w\.(?:md|mdc|py|sh|json|ya?ml|[jt]sx)|(?:\.(?!net\b)[a-z]{1,4}(?:/(?=\.)|$))+|/[\w-]+"
)
"""A file, its kind (`.py`) or a command; `Next.js` and `.NET` are what somebody knows."""

_COMMAND = re.compile(r"/[\w:-]+\s")
"""A command, and what it is called with or does."""

_LOOSE_END = re.compile(
    r"(?:\s+(?:tailored|designed|aimed|geared|intended|suited|specifically|and|or|of|with|in|for|the|to|an?|by|as|at|on|from|your|y|o|de|del|la|el|en|con|para|e"
    r"|do|da|em|etc))+$",
    re.IGNORECASE,
)


def _shorten(text: str) -> str:
    for pattern in _CUTS:
        if len(text) <= LIMIT:
            return text
        shorter = re.sub(pattern, "", text, count=1, flags=re.IGNORECASE)
        text = shorter if len(shorter) >= 3 else text
    return cut(text, LIMIT)
