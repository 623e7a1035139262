"""The terms of a sentence that is nothing but a list of them; most with commas are something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from persona_docs.reading.situations.invocations import situations
from persona_docs.reading.situations.wordings import KEYWORDS, TRIGGERED
from persona_docs.reading.terms.cleaning import clean_list
from persona_docs.reading.terms.job_words import JOB
from persona_docs.reading.terms.spoken import ADJECTIVES, after_last
from persona_docs.reading.terms.weak import CJK, is_weak
from persona_docs.reading.terms.wordings import AND
from persona_docs.reading.text.phrases import split_top

_ADDRESSES = re.compile(
    r"\b(?:you|your|yourself|eres|t[uú]s?|usted(?:es)?|voc[eê]s?)\b|[你您]|あなた", re.IGNORECASE
)
"""What speaks to somebody."""

_ACTS = re.compile(
    r"""(?:
        (?:audit|own|connect|inspect|enforce|oversee|perform|check|catche|spot|cover|lead|drive|diagnose
          |investigate|discover|uncover|draft|find|read|edit|enhance|improve|act|serve|capture|collect|gather
          |researche|operate|execute|fixe|solve|resolve|answer|teache|craft|balance|bridge|bring|give|get|take|look|guard|protect
          |prevent|block|challenge|report|flag|detect|calculate|show|surface
          |enriche|fetche|pull|decide|propose|provide|set|import|score
          |streamline|facilitate|enable|empower|delegate|offer|include|applie|define|determine|describe|outline
          |establishe|produce|prepare|ensure|extract|convert|translate|coordinate|orchestrate|support)s
          \s(?!(?:and|or|of|for|in)\b)
      | [a-z]{2,}(?:izes|yzes|ifies)\s
      | (?:fix|confirm|scaffold|supply|specify|modify|dispatch|attach
          |inspect|catch|enforce|oversee|diagnose|investigate|uncover|gather|solve|assist|execute|refresh
          |prefer|preserve|finali[sz]e|compile|separate|architect|improve|search\sfor|look\sfor
          |(?-i:Show)|append|summari[sz]e|how\sto|does\snot|doesn['’]t|do\snot|don['’]t|create\sor)\s
      | set\s(?!theory\b)
      | (?:audit|draft)\s(?!(?:and|or|of|for|in|trails?|logs?|logging|planning|review|management)\b)
      | (?:essential|necessary|required|useful|handy|ideal|perfect|great|suitable|recommended|intended|meant
          |mandatory|obligatory|esencial|necesari[oa]|[uú]til|essencial|necess[aá]ri[oa]|pensad[oa])\s(?:for|to|when|para)\s
      | use\s(?:for|when|if|it|to|on)\s
      | (?!experienced|speciali|skilled|versed)[a-z-]+(?:ed|ilt|iven)
          \s(?:via|by|through|using|with|from|for|to|on|in|at|as|when)\s
      | [a-z]+\s(?:(?:and|or)\s[a-z]+\s)?(?:the|an?|this|these|those|each|every|any|its|their)\s
      | (?:this|that|these|those|they|he|she|we|on|upon)\s | (?-i:It|I|Se)\s
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
      | 解释(?!器|性) | 编辑(?!器|部) | 启动(?!器) | 执行(?!力|层|器) | 审查(?!员|官|流程)
      | 定义|创建|简化|撰写|查看|添加|修改|不
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What somebody does, or what is done: what follows may be a list, but its first part is no term."""

_ACTING = (
    r"(?:audit|review|cover|check|test|design|write|build|manage|maintain|monitor|optimi[sz]e|analy[sz]e|plan|handle|own"
    r"|oversee|inspect|implement|configure|investigate|diagnose|secure|draft|develop|document|validate|debug|flag|detect"
    r"|create|update)"
)
_ACTS_ON = re.compile(rf"{_ACTING}s?\sand\s{_ACTING}s?\s|{_ACTING}s\s", re.IGNORECASE)
"""What somebody does with topics: `Audits logins, sessions and tokens` names three."""

_NO_OBJECT = re.compile(
    r"(?:the|an?|its|your|our|all|each|every|any|both|how|what|whether|if|up|out)\b"
    r"|.*\s(?:for|to|in|on|against|from|by|with|without|into|across|before|after|between|when|while|until|and|or"
    r"|so|via|using|through|as|at|per|that|which|if)\s",
    re.IGNORECASE,
)
"""What no part of a list begins with, or holds, that is the object of a verb."""

_VERB_FIRST = re.compile(r"[a-z]+(?<!s)(?<!u)(?<!i)(?<!ic)s\s")
"""How a part begins that says what else somebody does; a plural that begins a noun is lost with it."""

_ADJECTIVE = re.compile(r"[a-z]+(?:able|ible|ive|ful|less|ous|ed|ant)", re.IGNORECASE)
"""A part that is but an adjective, by its ending: `reliable`."""

_ADVERB = re.compile(r"(?!(?:supp|app|rep|re|comp)ly\s)[a-z]+ly\s", re.IGNORECASE)
_LONGEST_CJK = 8  # a longer part is a clause


_FOREIGN = re.compile(
    r"[\u0100-\u024f\u0400-\u1eff\u3041-\u309f\uac00-\ud7afäåæèëìîöøùûœßÄÅÆÈËÌÎÖØÙÛŒ]"
    r"|\b(?:und|oder|für|mit|von|et|les|des|avec|pour|il|gli|dei|della|delle|och|dan|untuk)\b"
)
"""Letters and small words of languages whose verbs and clauses have no rules here."""


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
    """Whether a part of a list is a clause; in Chinese and Japanese a long one is."""
    return ". " in part or (not part.isascii() and len(CJK.findall(part)) > _LONGEST_CJK)


_KEYED = frozenset(":：")
_JOINED = frozenset(";；")
"""What joins clauses, and hardly ever the terms of a list: `Knots in daylight; reports ropes and piers`."""

_GUIDE = re.compile(
    r"(?:an? |the )?(?:[\w/.+-]+ ){0,3}"
    r"(?:guide|guidance|guidelines|patterns|strategies|standards|practices|tips|advice)"
    r" (?:for|to|on) ",
    re.IGNORECASE,
)
"""What names the kind of a text, and not what it is about."""

_INCLUDING = re.compile(r",? (?:including|covering|focusing on) ", re.IGNORECASE)
_BOUND = re.compile(r"\s(?:across|between|from|in|into|using|via|with|[-–—])\s", re.IGNORECASE)
"""What binds a list to the words before it: `boats from Oslo, Bergen and Narvik`."""

_DOING = re.compile(r"[a-z]+ing", re.IGNORECASE)


_TO_ALL = re.compile(r"\s(?:across|between|among)\s")
"""What makes a list the object of what stands before it: `Code review across safety, speed and style`."""


_ASKED_FOR = re.compile(r"(?:any|each|every|its|their)\s", re.IGNORECASE)
"""What begins a part that is a thing at hand and no topic: `Name the harbour, the boat and any cargo`."""


def _qualifies(part: str) -> bool:
    """Whether a part ends in an adjective of what the last part names: `robust, efficient applications`."""
    last = part.rsplit(" ", 1)[-1].casefold()
    return last in ADJECTIVES and not last.endswith("ing")


def _objects(sentence: str) -> str:
    """What stands behind the verb of a sentence, or two (`Audits logins, tokens`); another one as it is."""
    verb = _ACTS_ON.match(sentence)
    if verb is None:
        return sentence
    listed = sentence[verb.end() :]
    parts = split_top(after_last(",", listed.rstrip(" ."), AND), ",")
    if any(_NO_OBJECT.match(part) or _VERB_FIRST.match(part) or len(part.split()) > 3 for part in parts):
        return sentence
    return sentence if any(map(_is_adjective, parts[:-1])) else listed


def _is_adjective(part: str) -> bool:
    return part.casefold() in ADJECTIVES or _ADJECTIVE.fullmatch(part) is not None


_DASH = re.compile(r"\s[-–—]\s")
_WHO = re.compile(rf"(?:[\w/&+.#’'-]+ ){{0,4}}(?:{JOB})", re.IGNORECASE)
"""A part of a list that is a job."""

_TURNED_TO = re.compile(
    rf"(?:[\w/&+.#’'-]+ ){{0,4}}(?:{JOB}) (?:for|in|para|em|en) "
    r"|[^,]{2,48}? (?:orientad[oa]s? a|(?:en)?focad[oa]s? e[mn]|centrad[oa]s? en|focused on"
    r"|speciali[sz]ed for|oriented (?:to|towards?)|dedicated to) ",
    re.IGNORECASE,
)
"""Who or what is said to know what follows: `Pilot focused on tides, ropes and knots`."""


def _unlabelled(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts of a list of three or more, without a name or a job before the first; else none."""
    if len(parts) < 3:
        return ()
    first, *rest = parts
    label, *said = _DASH.split(first, maxsplit=1)
    if any(map(_DASH.search, rest)) or sum(_WHO.fullmatch(part) is not None for part in parts) > 1:
        return ()
    if said and (_VERB_FIRST.match(label.casefold()) or _tells(label, label) or _is_clause(label)):
        return ()  # what it does, and what that is done to
    if said:
        first = said[0]
        return () if _VERB_FIRST.match(first.casefold()) or _DASH.search(first) else (first, *rest)
    if _WHO.fullmatch(first):
        return tuple(rest)
    if any(map(_WHO.fullmatch, rest)):
        return ()  # a job whose name is a list: `sail, rope and anchor repair specialist`
    turned = _TURNED_TO.match(first)
    return (first[turned.end() :] if turned else first, *rest)


def list_terms(sentence: str) -> tuple[str, ...]:
    """The terms of a sentence that is nothing but a list of noun phrases; none where it is another.

    >>> list_terms("APIs, microservices, event-driven systems.")
    ('APIs', 'Microservices', 'Event-driven systems')
    >>> list_terms("Removes dead code, reduces complexity, and merges twins.")
    ()
    >>> list_terms("Audits logins, sessions, and tokens.")
    ('Logins', 'Sessions', 'Tokens')
    >>> list_terms("Draft and update charts, logs, and tide tables.")
    ('Charts', 'Logs', 'Tide tables')
    """
    if KEYWORDS.match(sentence) or TRIGGERED.match(sentence) or not _JOINED.isdisjoint(sentence):
        return ()
    guide = _GUIDE.match(sentence)
    sentence = _objects(_INCLUDING.sub(", ", sentence[guide.end() :] if guide else sentence))
    parts = _unlabelled(split_top(after_last(",", sentence.rstrip(" .。"), AND).replace("、", ", "), ",，"))
    if (guide and _DASH.search(sentence)) or len(parts) < 2:
        return ()
    if any(len(part.split()) > 5 or len(part) > 48 for part in parts):
        return ()
    if any(is_weak(f"{part} ") or not _KEYED.isdisjoint(part) or _is_clause(part) for part in parts):
        return ()
    if guide and (_BOUND.search(parts[0]) or all(map(_DOING.fullmatch, parts[:-1]))):
        return ()  # the last has what is done to: `creating, tuning and testing agents`
    if any(map(_ASKED_FOR.match, parts)) or _TO_ALL.search(parts[0]) or any(map(_qualifies, parts[:-1])):
        return ()
    if is_foreign(sentence) or situations(sentence) or _tells(sentence, parts[0]):
        return ()
    return clean_list(parts)
