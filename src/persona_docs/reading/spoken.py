"""The terms a sentence names: "Your expertise covers …", "especializada en …", or a plain list."""

from __future__ import annotations

import re

from persona_docs.reading.fields import split_top
from persona_docs.reading.invocations import situations
from persona_docs.reading.terms import LIMIT, clean, clean_list, is_weak

_SPOKEN = re.compile(
    r"""(?:
        \b(?:expertise|experience|mastery|proficiency|knowledge|understanding|skills|depth)
          \ (?:spans?|includes?|covers?|lies\ in|in|across|of|with|encompasses|ranges\ from|areas\ include)\b
          (?:\ (?:the|all|both|areas\ of)\b)?
      | \b(?:speciali[sz](?:e[sd]?|ing)|specialist|experts?|master|versed|skilled|proficient)\ (?:in|at|on)\b
      | \byou\ focus\ on\b
      | (?:your\ (?:\w+\ )?|primary\ |^)(?:focus(?:es|ed|ing)?|areas?)
          \ (?:spans?|covers?|includes?|encompasses|areas?\ include|on|is\ on)\b
      | (?:^|\.\s)masters\b
      | (?:expert[oa]|especialista|especializad[oa]s?|profundidad|experiencia|conocimientos?(?:\ profundos?)?)
          \ (?:en|de)\b
      | (?:especialista|especializad[oa]s?|experiencia)\ (?:em|de)\b | \bdominas?\b
      | 精通 | 擅长 | 专注于 | 专长(?:于|是|包括)
    )\s*:?\s*(?P<what>[^.!?。！？]*(?:\.(?=\S)[^.!?。！？]*)*)""",
    re.IGNORECASE | re.VERBOSE,
)
_ENOUGH = re.compile(
    r"(?:,?\s+(?:and )?(?:with (?:a |an )?(?:emphasis|focus|deep|strong|particular|special|track)|while|so"
    r" that|who|that|which|to ensure"
    r"|ensuring|enabling|emphasizing|to help|to create|to deliver|to build|using core|- |– |— |con"
    r" (?:enfasis|foco|experiencia|conocimiento)"
    r"|para que|que)\b.*|\s[-–—]\s.*|，(?:将|并|具备|能够|帮助|为|专注|拥有|而非|而不是).*"
    r"|的[^，、]{0,4}专家.*"
    r"|\s(?:focus(?:ing|ed) on|speciali[sz](?:ing|ed) in) [a-z]+ing\b.*"
    r"|\s(?:(?:en)?foca|centra|especializa)d[oa]s? e[mn] [a-z]+[aei]r\b.*"
    r"|, (?:this|that|these|you|it|they|we|not)\b.*"
    r"|, (?:[a-z]{1,20}ly )?(?!focused|speciali)[a-z]{1,20}(?:ed|ilt) (?:for|to|by|with|as|in|on|at) .*)$",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r",? (?:and )?(?:[a-z]{1,20}ly )?(?:focus(?:ing|ed) on|speciali[sz](?:ing|ed) in) "
    r"|,? (?:(?:en)?foca|centra|especializa)d[oa]s? (?:[a-z]{1,20}mente )?(?:e[mn]|n[oa]s?) ",
    re.IGNORECASE,
)
"""What says once more, within a list, that terms follow."""

_ADJECTIVES_WORDS = """
    scalable secure robust maintainable performant accessible reliable efficient modern fast clean
    resilient responsive portable safe testable beautiful intuitive elegant high-performance
    production-ready type-safe idiomatic optimized actionable technical creative strategic clear
    concise accurate comprehensive professional engaging detailed simple complex building designing
    creating developing writing implementing managing delivering identifying analyzing optimizing
    planning reviewing producing
"""
_ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())


_CLAUSE = re.compile(r"\s(?:is|are|was|were)\s|^[将把为与让]", re.IGNORECASE)
_MAKING = re.compile(
    r"(?:[a-z]+ing(?:,? and |, ))*"
    r"(?:creat|build|design|develop|craft|deliver|produc|writ|mak|implement|provid|generat)ing (?=\S)"
    r"|创建|创造|构建|打造|设计|开发|提供|实现|编写",
    re.IGNORECASE,
)
_HIRAGANA = re.compile(r"[\u3041-\u309f]")


def object_terms(sentence: str) -> tuple[str, ...]:
    """The terms a sentence names as somebody's expertise; none where it says nothing of the kind.

    >>> object_terms("Your expertise includes API design, data modelling, and caching.")
    ('API design', 'Data modelling', 'Caching')
    """
    match = _SPOKEN.search(sentence)
    if match is None or (not sentence.isascii() and _HIRAGANA.search(sentence)):
        return ()
    what = _AGAIN.sub(", ", _ENOUGH.sub("", match["what"].strip(" *_")))
    if "、" in what:
        what = what.split("，", 1)[0]  # what follows is a clause
    if _qualifies(what):
        return _one_phrase(what)
    parts = split_top(
        _after_last("，", _after_last(",()", what, _AND), _CHINESE_AND)
        .replace("、", ", ")
        .replace("以及", ", "),
        ",;，",
    )
    if any(
        part.split()[-1].casefold() in _ADJECTIVES or re.fullmatch(r"[a-z]+ing", part) for part in parts[:-1]
    ):
        return _one_phrase(what)
    if any(len(part) > LIMIT * 2 or _CLAUSE.search(part) for part in parts):
        return ()
    return clean_list(parts)


_AND = re.compile(r",?\s+(?:and|as well as|y|e|和|以及)\s+")
_CHINESE_AND = re.compile("和")


def _after_last(signs: str, text: str, conjunction: re.Pattern[str]) -> str:
    """A list with commas for the conjunctions from the last of some signs on: those before it bind closer."""
    at = max(0, *map(text.rfind, signs))
    return text[:at] + conjunction.sub(", ", text[at:])


def _qualifies(what: str) -> bool:
    """Whether what is listed are adjectives of one noun: the last shows it (`直观、可扩展的架构`)."""
    adjectives, _, noun = what.partition("的")
    return bool(noun) and "、" in adjectives and "，" not in adjectives and not set("的、") & set(noun)


def _one_phrase(what: str) -> tuple[str, ...]:
    """Adjectives and their noun as one term, without the verb before them where there is no room for it.

    >>> _one_phrase("building fast, safe services")
    ('Building fast, safe services',)
    >>> _one_phrase("creating intuitive, beautiful, and accessible user interfaces")
    ('Intuitive, beautiful, and accessible user interfaces',)
    """
    if len(what) > LIMIT or "、" in what:
        what = _MAKING.sub("", what, count=1) if _MAKING.match(what) else what
    term = clean(what)
    last = term.rsplit(" ", 1)[-1].casefold()
    cut = last in _ADJECTIVES and not last.endswith("ing")
    return (term,) if term and not cut else ()


_ADDRESSES = re.compile(
    r"\b(?:you|your|yourself|eres|t[uú]s?|usted(?:es)?|voc[eê]s?)\b|[你您]|あなた", re.IGNORECASE
)
_ACTS = re.compile(
    r"""(?:
        (?:audit|own|connect|inspect|enforce|oversee|perform|check|catche|spot|cover|lead|drive|diagnose
          |investigate|discover|uncover|draft|find|read|edit|enhance|improve|act|serve|capture|collect|gather
          |researche|operate|execute|fixe|solve|resolve|answer|teache|craft|balance|bridge|bring|give|get|take|look|guard|protect
          |prevent|block|challenge|report|streamline|facilitate|enable|empower|delegate|offer|include|applie)s
          \s(?!(?:and|or|of|for|in)\b)
      | [a-z]{2,}(?:izes|yzes|ifies)\s
      | (?:inspect|catch|enforce|oversee|diagnose|investigate|uncover|gather|solve)\s
      | (?:audit|draft)\s(?!(?:and|or|of|for|in|trails?|logs?|logging|planning|review|management)\b)
      | use\s(?:for|when|if|it|to|on)\s
      | (?!experienced|speciali|skilled|versed)[a-z-]+(?:ed|ilt|iven)
          \s(?:via|by|through|using|with|from|for|to|on|in|at|as)\s
      | [a-z]+\s(?:the|an?|this|these|those|each|every|any|its|their)\s
      | (?:this|that|these|those|they|he|she|we)\s | (?-i:It|I|Se)\s
      | (?:revis|anali[sz]|audit|cre|cri|dise[ñn]|projet|gestion|gerenci|coordin|coorden|gener|ger|implement
          |desarroll|optimi[sz]|otimi[sz]|automati[sz]|valid|verific|garanti[sz]|asegur|assegur|planific|planej
          |supervis|supervision|ayud|ajud|investig|eval[uú]|avali|detect|identific|transform|prepar|refactori[sz]
          |refator|utili[sz]|ejecut|execut|reali[sz]|proporcion|facilit|lider|orient|encuentr|encontr)a
          \s(?!(?:y|e|o|ou|de|del|d[ao]s?)\b)
      | (?:define|escribe|escreve|desenvolve|garante|traduce|traduz|convierte|converte|mantiene|mant[eé]m
          |construye|constr[oó]i|incluye|inclui|cubre|cobre|ofrece|oferece|fornece|resuelve|resolve|dispare)\s
      | \w+[ai]d[oa]s?\s(?:por|con|com|v[ií]a|mediante|para|en|em)\s
      | 当(?=用户|需|有|遇|出现) | 如果|把|将|让|为了|通过|进行|包含|包括|用于|请|根据|基于|提供|确保|编写
      | 自动(?!化|驾驶) | 生成(?!式|模型|对抗) | 支持(?!向量) | 使用(?!者|性|场景) | 帮助(?!文档|中心)
      | 解释(?!器|性)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What somebody does, or what is done: what follows may be a list, but its first part is no term."""

_ADVERB = re.compile(r"[a-z]+ly\s", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LONGEST_CJK = 8  # a longer part is a clause


_FOREIGN = re.compile(
    r"[\u0100-\u024f\u0400-\u1eff\u3041-\u309f\uac00-\ud7afäåæèëìîöøùûœßÄÅÆÈËÌÎÖØÙÛŒ]"
    r"|\b(?:und|oder|für|mit|von|et|les|des|avec|pour|gli|dei|della|delle|och|dan|untuk)\b"
)
"""Letters and small words of languages whose verbs and clauses have no rules here."""

_PRAISE = re.compile(
    r"(?:total|absolute|perfect|ultimate|utter|maximum|endless|infinite|unlimited|unconditional"
    r"|uncompromising|relentless|ruthless|radical|brutal)\s",
    re.IGNORECASE,
)
"""What the parts of a motto begin with."""


def is_foreign(text: str) -> bool:
    """Whether a text is plainly in a language whose sentences cannot be told from lists here.

    >>> is_foreign("Tests, Entwürfe und Prüfungen"), is_foreign("Revisión, pruebas y métricas")
    (True, False)
    """
    return _FOREIGN.search(text) is not None


def _tells(sentence: str, first: str) -> bool:
    """Whether a sentence says what somebody is or does, whatever commas it has; `first` is its first part."""
    acting = _ADVERB.sub("", first, count=1) if _ADVERB.match(first) else first
    return (
        not set('"“”「').isdisjoint(sentence)
        or _ADDRESSES.search(sentence) is not None
        or _ACTS.match(f"{acting} ") is not None
        or is_weak(f"{acting} ")
    )


def _is_clause(part: str) -> bool:
    return ". " in part or (not part.isascii() and len(_CJK.findall(part)) > _LONGEST_CJK)


def list_terms(sentence: str) -> tuple[str, ...]:
    """The terms of a sentence that is nothing but a list of noun phrases; none where it is another.

    >>> list_terms("APIs, microservices, event-driven systems.")
    ('APIs', 'Microservices', 'Event-driven systems')
    >>> list_terms("Removes dead code, reduces complexity, and merges twins.")
    ()
    >>> list_terms("Audits logins, sessions, and tokens.")
    ()
    """
    parts = split_top(_after_last(",", sentence.rstrip(" .。"), _AND).replace("、", ", "), ",;，")
    if len(parts) < 3 or any(len(part.split()) > 5 or len(part) > 48 for part in parts):
        return ()
    if any(is_weak(f"{part} ") or ":" in part or _is_clause(part) for part in parts):
        return ()
    motto = sum(_PRAISE.match(part) is not None for part in parts) > 1
    if motto or is_foreign(sentence) or situations(sentence) or _tells(sentence, parts[0]):
        return ()
    return clean_list(parts)
