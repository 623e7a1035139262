"""Who a persona is, from the sentence that says so: "You are …", "Eres …", "Você é …", "你是…"."""

from __future__ import annotations

import re

from persona_docs.reading.roles.appositions import behind_name, is_name, is_one_word
from persona_docs.reading.roles.copulas import subject_complement
from persona_docs.reading.terms.job_words import JOB
from persona_docs.reading.terms.spoken import ADJECTIVES
from persona_docs.reading.text.capitals import capital
from persona_docs.reading.text.phrases import cut, one_line, unquote
from persona_docs.reading.text.sentences import sentences

_OPENING = re.compile(
    r"""(?P<lead>
        you(?:\ are|'re|\ will\ act\ as|\ (?:act|serve|operate|function)\ as) | act\ as | i\ am | i'm
      | eres | sos | tu\ eres | (?:t[uú]\ )?act[uú][ae]s?\ como
      | voc[eê]\ [eé] | (?:voc[eê]\ )?(?:deve\ atuar|vai\ atuar|atuar[aá]|atua|atue)\ como
      | tu\ es | vous\ [eê]tes | (?:(?:tu|vous)\ )?agis(?:se[sz])?\ (?:comme|en\ tant\ que)
      | du\ bist | sie\ sind | (?:(?:du|sie)\ )?agier(?:st|en|e)\ als
      | (?:(?:yo\ )?soy|(?:eu\ )?sou|je\ suis|ich\ bin)
          (?=\ (?:(?-i:[A-ZÀ-Þ][\w-]+),\ )?(?:(?:un[ae]?|uma?|le|la|o|eine?|der|die)\ |l['’]))
      | (?:tu\ )?sei(?=\ (?:un[oa]?|il|lo|la)\ |\ (?:un|l)['’])
      | b[ạa]n\ là(?:\ một)?
      | (?:ты|вы)(?:\ [—–-]|(?=\ (?:опытн|эксперт|старш|ведущ|профессионал|специалист|senior\b)))
      | 你是(?:一名|一位|一个)? | 您是(?:一名|一位|一个)?
      | 作为(?:一名|一位|一个|(?=[^，。]{1,20}[师家员者官]，|[^，。]{2,40}，\s?[你您]))
      | 我(?:想|要|希望|需要)(?:让|請|请)?(?:你|您)(?:来)?(?:充当|扮演|担任|作为)(?:一名|一位|一个)?
      | あなたは | 당신은
    )(?:(?<=[是为当演任名位个は은])|(?!\w))(?P<article>\ (?:(?:now|also)\ )?
        (?:(?:an?|the|my|our|una?|uno|el|la|uma?|o|eine?|der|die|das|il|lo|le|une)\b|(?:un|l)['’](?=\w)))?
    (?=[\s*_"'“【一名位A-Za-z\u00c0-\u9fff]|(?<=は)[0-9])\s*(?P<who>.+)""",
    re.IGNORECASE | re.VERBOSE,
)
"""How a sentence begins that says who somebody is, and who that is."""

_ASKED = re.compile(
    r"(?:(?:role|persona|prompt|rol|papel|rolle|角色|役割)\s?[:：]\s?(?=\D))?"
    r"(?:(?:from now on,?|please|i(?: want| need|['’]d like| would like) you to"
    r"|quiero que|quero que"
    r"|je (?:veux|voudrais) que|your (?:role|task|job) is to)\s)?",
    re.IGNORECASE,
)
"""What stands before such a sentence that is asked of somebody: `I want you to act as a pilot`."""

_AT_COMMA = r",\s.*$"
_HALF_A_LIST = re.compile(
    rf"\s(?:[a-z]+ing|[a-z]+(?:ive|able|ible|ful|less)|{'|'.join(sorted(ADJECTIVES))})$", re.IGNORECASE
)
"""What ends before a comma and is no end: `a pilot who is good at making bold, clear charts`."""

_CLAUSES = (
    r"\s+(?:mit|für|auf)\s.*$",  # before the commas, which may stand between two adjectives
    r"\s+(?:with|who|whose|that|which|focused|dedicated|obsessed|capable|built|designed|powered"
    r"|operating|working|backed|combining|covering|helping|assisting|guiding|enabling)\s.*$",
    r"\s+(?:con|que|cuyo|cuya|obsesionad[oa]|enfocad[oa]|dedicad[oa]|com|cuja|cujo|focad[oa]|capaz)\s.*$",
    r"\s+(?:speciali[sz]ing|speciali[sz]ed|focus(?:ing|es)|responsible|especializad[oa])\s.*$",
    r"\s+(?:-|–|—)\s.*$",
    r"[:;；：].*$",
    _AT_COMMA,
    r"，.*$",
    r"\s+(?:through|by|via)\s.*$",
    r"\s+(?:for|in|to|en|para|em)\s.*$",
)
_LOOSE_END = re.compile(
    r"(?:,?\s+(?:and|y|e|by|in|of|for|with|primarily|mainly|solely|especially|specifically|principalmente|especialmente"
    r"|(?:[a-z]+(?:ly|mente)\s+)?(?:tasked|charged|entrusted|assigned|hired|asked|instructed"
    r"|meant|able|responsible|accountable|speciali[sz]ed|speciali[sz]ing|focus(?:ed|ing)|dedicated|committed"
    r"|devoted|designed|built|trained|working|skilled|experienced|proficient|familiar"
    r"|(?:well-)?versed|equipped|known|integrated"
    r"|encargad[oa]|responsable|responsável|especializad[oa]|enfocad[oa]|focad[oa]|centrad[oa]|dedicad[oa]"
    r"|comprometid[oa]|diseñad[oa]|projetad[oa]|entrenad[oa]|treinad[oa]|capacitad[oa]|experimentad[oa]"
    r"|experiente))){1,4}$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:[，,]\s?(?:需要|必须|应当?|能够|可以|要)(?:做到|完成|执行|能)?"
    r"|,?\s+(?:(?:who|that|which|que|qui|der|die|das|où|and|y|e|et|und|to)(?:\s+(?:can|will|\w+[^\Ws]s))?"
    r"|including|covering|namely|cubriendo|abarcando|incluyendo|cobrindo|abrangendo|incluindo|couvrant|comprenant"
    r"|incluant|notamment|darunter|(?:in|on|for|en|em|para|pour|für)"
    r"|(?:with|con|com)\s+(?:\w+\s+)?(?:expertise|experience|experiencia|experiência)"
    r"\s+(?:in|on|en|em)))+$",
    re.IGNORECASE,
)
"""What announces a list behind a colon: `You are a pilot who:`."""

_TO_FILL_IN = re.compile(
    r"\s(?:for|in|of|on|at|to|with|about|named|called)(?:\s(?:the|an?))?"
    r"(?:\s(?!\w+ing\b)[a-z]+)?\s(?:\$\{|\{|\[|<)[\w{].*$"
)
"""What a template leaves to be filled in, with the word that leads to it."""

_MARKS = re.compile(r"[*`\"“”]|(?<!\w)_|_(?!\w)")
"""What marks words; `page_size` is one."""

_LONGEST = 110
_QUOTES = frozenset("\"“„«‘'「")
"""What a quotation begins with, in which `I am` is an example of what is said."""

_FIRST_PERSON = frozenset({"i am", "i'm"})
_NEEDS_ARTICLE = _FIRST_PERSON | {"you are", "you're"}
"""Behind these a job has an article in English; one word without it is a name or a state."""

_SENTENCES_END_WITH_VERBS = frozenset({"あなたは", "당신은"})
"""Behind these the end of a sentence tells whether it says who somebody is."""

_NO_ROLE = re.compile(
    r"(?:in|not|here|going|(?:agent|one)\b(?![ -]\w)|now|being|expected|able|about|given|tasked"
    r"|responsible)\b"
    r"|[\[{<$]"  # what a template leaves to be filled in: `You are {{char}}.`
)
"""What follows `You are` and tells no job: `in`, `not`, `going to`, a placeholder."""

_STATE = re.compile(
    r"(?:(?:also|already|still|always|never|only|very|most|more|less|highly|probably|usually|often) )*"
    r"(?:likely|unlikely|free|welcome|allowed|permitted|forbidden|encouraged|required|supposed|asked|unable|willing"
    r"|ready|sure|certain|aware|bound|obliged|done|stuck|unsure|right|wrong|happy|sorry|fluent"
    r"|[a-z]+(?:ed|en|wn) by"
    r"|libres?|livres?|list[oa]s?|pront[oa]s?|segur[oa]s?|capa(?:z|ces|zes)|frei|bereit|sicher|libre|prêt|sûr|capable)\b",
    re.IGNORECASE,
)
"""What somebody is like for a while, and no job (`free spirit` has an article before it)."""

_GOES_ON = re.compile(
    r",?\s+(?:and|but)\s+(?:i(?:'m)?\s|you(?:'re|'ll)?\s\w"
    r"|(?!\w+ing\s)[a-z]+\s(?:me|us|my|this|these)\s|(?:create|write|draft|draw|make|give|guide)\s(?:an?|the)\s"
    r"|(?:possess|have|has|come up with|provide|answer|reply|respond|explain|suggest|generate)\s"
    r"|your\s(?:\w+\s)?(?:jobs?|tasks?|roles?|goals?|missions?|purposes?|focus|objectives?|aims?)\b).*$"
    r"|,?\s+(?:(?:y|pero)\s+(?:yo|t[uú])|(?:e|mas)\s+(?:eu|voc[eê])|(?:et|mais)\s+(?:je|tu|vous)"
    r"|(?:und|aber)\s+(?:ich|du|sie))\s.*$"
    r"|,\s+(?:so|therefore|hence|thus|as[ií]\s+que|por\s+(?:lo\s+que|ello|eso|isso)|ent[aã]o|donc|daher|deshalb)"
    r"\s(?!that\b).*$",
    re.IGNORECASE,
)
"""The next clause of a sentence, which says no more of who somebody is."""

_NUMBERED = re.compile(r"\s*[:：]\s*1\.(?=\s).*$")
"""A list in one paragraph: `You are a judge who asks: 1. Is it so?`"""


def role_from(text: str, names: tuple[str, ...] = ()) -> str:
    """The role a paragraph gives, one line without article and full stop; nothing where it gives none.

    Args:
        text: a paragraph, or a whole description.
        names: what the persona is called; "You are Ada, a tester" is a tester.

    >>> role_from("You are a **senior data engineer** with ten years of practice.")
    'Senior data engineer with ten years of practice'
    """
    told = text.lstrip("> *_")[:1] not in _QUOTES
    for sentence in sentences(text)[:3]:
        said = re.sub(r"^[>\s#*_\"“]+", "", sentence)
        asked = _ASKED.match(said)
        match = _OPENING.match(said) or (asked and _OPENING.match(said[asked.end() :].lstrip('*_"“ ')))
        meant = match and (told or match["lead"].casefold() not in _FIRST_PERSON)
        if match and meant and (role := _role(match, names)):
            return capital(role)
    return ""


def _role(opening: re.Match[str], names: tuple[str, ...]) -> str:
    """The role in a sentence; nothing where it says what somebody does, is like, or is called."""
    lead, bare = opening["lead"].casefold(), opening["article"] is None
    said = _NUMBERED.sub(":", one_line(_MARKS.sub("", opening["who"]))).rstrip()
    who = said.strip(" .。!,，:：")
    if bare and _BUSY.match(who):
        return ""
    if lead in _SENTENCES_END_WITH_VERBS:
        who = unquote(subject_complement(who))
    apposition = behind_name(who, names, bare=bare)
    if _NO_ROLE.match(apposition.casefold()) or (bare and _STATE.match(apposition)):
        return ""
    if bare and apposition == who and lead in _NEEDS_ARTICLE and is_one_word(who):
        return ""
    who = _GOES_ON.sub("", apposition, count=1)
    if bare and (who != apposition or lead in _FIRST_PERSON) and is_name(who):
        return ""
    filled = _TO_FILL_IN.sub("", who, count=1)
    who = _shorten(_finished(filled) if said.endswith((":", "：")) or filled != who else who)
    return who if len(who) > 2 and not _NO_ROLE.match(who.casefold()) else ""


def _finished(who: str) -> str:
    """The words before a colon without those that only its list completes."""
    said = ""
    while said != who:
        said, who = who, _LOOSE_END.sub("", _UNFINISHED.sub("", who)).rstrip(" ,，")
    return who


def _shorten(who: str) -> str:
    """Who somebody is without as many of the clauses behind as it takes to fit."""
    for pattern in _CLAUSES:
        if len(who) <= _LONGEST:
            return who
        shorter = _LOOSE_END.sub("", re.sub(pattern, "", who, count=1)).rstrip(" ,，")
        enough = len(shorter) > 12 or " " in shorter
        who = shorter if enough and not (pattern == _AT_COMMA and _HALF_A_LIST.search(shorter)) else who
    return cut(who, _LONGEST)


_BUSY = re.compile(rf"(?:[a-z]+ly )?[a-z-]+ing\b(?! (?:[\w-]+ )?(?:{JOB})\b)")
"""What somebody is doing, and no job (`engineering manager`)."""
