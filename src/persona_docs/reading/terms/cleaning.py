"""A text made into one term, as short as it has to be to stand on a chip.

A term is a noun phrase: no markup, no instruction, no closing punctuation, at most `LIMIT` characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from persona_docs.reading.text.capitals import capital
from persona_docs.reading.text.icons import strip_emoji
from persona_docs.reading.text.phrases import cut, one_line, unquote

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
    # German, French and Italian
    r"|(?:fachwissen|erfahrung|kenntnissen?) (?:in|im|für)"
    r"|(?:une )?(?:maîtrise|connaissances?|expérience) (?:d[eu]s?|en|dans)"
    r"|(?:conoscenza|competenze|esperienza) (?:di|del|in)"
    # Chinese
    r"|精通|熟悉|擅长|掌握|了解)\s+"
    r"(?:the |all |both |various |el |la |los |las |o |a |os |as )?",
    re.IGNORECASE,
)
"""What a term may begin with that says only that somebody knows it."""

_CJK_LEADS = re.compile(r"(?:精通|熟悉|擅长|掌握|了解|专精于|涵盖|包括|负责(?!人))\s*")
"""The same in Chinese, with no space behind it."""


def behind_lead(text: str) -> str | None:
    """What stands behind words that say only that somebody knows it; none where there are no such words.

    >>> behind_lead("Deep knowledge of tides"), behind_lead("Tides")
    ('tides', None)
    """
    lead = _LEADS.match(text) or _CJK_LEADS.match(text)
    return text[lead.end() :] if lead else None


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

_TO_FILL_IN = re.compile(r"\$?\{|[\[<]\w")
"""What a template leaves to be filled in begins with it; so do data."""

_COMMAND = re.compile(r"/[\w:-]+\s")
"""A command, and what it is called with or does."""

_OF_ANOTHER = re.compile(r"(?:its|their|(?:(?:any|all|many) )?other)\s", re.IGNORECASE)
"""What says of something that was named before; alone it names nothing."""

_FILE = re.compile(
    r"[\w./{}<>-]*\w\.(?:md|mdc|py|sh|json|ya?ml|[jt]sx)|(?:\.(?!net\b)[a-z]{1,4}(?:/(?=\.)|$))+|/[\w-]+"
)
"""A file, its kind (`.py`) or a command; `Next.js` and `.NET` are what somebody knows."""

_DEMANDS = re.compile(r"\s(?:must|should|shall|cannot)\s", re.IGNORECASE)
"""What a rule holds, and no noun phrase."""

_QUOTE = r"[\"“”„][^\"“”„]{1,40}[\"“”]"
_QUOTED_WORDS = re.compile(rf"{_QUOTE}(?:(?:,| /| or| and|, or|, and) ?{_QUOTE})+,?", re.IGNORECASE)
"""Words that are to be looked for, or said: `"perhaps", "maybe"`."""

_EMPTY = frozenset(
    {"etc", "more", "others", "other", "todo", "tbd", "n/a", "none", "and more", "example", "examples"}
)

_MARKUP = re.compile(r"\*\*|__|`|~~|<[^<>]{1,40}>|^(?:[-*•·+]\s+)?\[[ xX]\]\s*|^[-*•·+]\s+")
_LINK = re.compile(r"\[([^\]\[]*)\]\([^()]*\)")
_OPENING = re.compile(r"^[\s,;:：。，、!?¡¿…–—→|-]+|^\.(?!\w)")
_CLOSING = " .,;:：。，、!?-–—→|"
_CONJUNCTION = re.compile(r"^(?:(?:and|or|y|e|ou|u|和|&)\s+|以及\s*)")
_GERUNDS = re.compile(r"^(?:\w+ing(?:,? and |, ))+\w+ing\s+(?=\S)")
_BOTH = re.compile(r"^(?:\w+ing\s+)?both\s+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|el|los|las|os|as)\s+(?=\S)", re.IGNORECASE)


def clean_all(parts: Sequence[str]) -> tuple[str, ...]:
    """Each part as a term; those that cannot be one left out."""
    return tuple(filter(None, map(clean, parts)))


def clean_list(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts of one list as terms; none at all where one of them cannot be one, for `etc` aside.

    >>> clean_list(["joins", "indexes", "etc."]), clean_list(["joins", "always measure"])
    (('Joins', 'Indexes'), ())
    """
    terms = tuple(map(clean, parts))
    if any(not term and not _names_nothing(part) for part, term in zip(parts, terms, strict=True)):
        return ()
    return tuple(filter(None, terms))


def _names_nothing(part: str) -> bool:
    """Whether a part of a list only says that there is more: `etc.`, `and others`, `their kind`."""
    bare = _CONJUNCTION.sub("", part).strip(" .*_")
    return bare.casefold() in _EMPTY or _OF_ANOTHER.match(bare) is not None


def clean(text: str) -> str:
    """A text as a term, or nothing where it cannot be one.

    >>> clean("**Expert in** PostgreSQL optimization."), clean("always measure")
    ('PostgreSQL optimization', '')
    """
    plain = _LINK.sub(r"\1", _MARKUP.sub("", text))
    if "?" in text or _QUOTED_WORDS.fullmatch(plain.strip(" .")):
        return ""
    bare = _bare(plain)
    if _is_something_else(bare):
        return ""
    term = _LOOSE_END.sub("", _shortened(bare)).rstrip(_CLOSING)
    if not _says_enough(term):
        return ""
    if term.count("(") != term.count(")"):
        term = term.replace("(", "").replace(")", "")
    return capital(term)


def _bare(plain: str) -> str:
    """A text without what stands around its noun phrase: signs, a conjunction, a lead, an article."""
    bare = _OPENING.sub("", one_line(strip_emoji(plain))).rstrip(f"{_CLOSING}…")
    bare = unquote(_CONJUNCTION.sub("", bare))
    bare = behind_lead(bare) or bare
    return _ARTICLE.sub("", _BOTH.sub("", _GERUNDS.sub("", bare)))


def _is_something_else(bare: str) -> bool:
    """Whether a text is an achievement, an instruction, a rule, a file or a command."""
    return bool(
        any(
            pattern.match(bare)
            for pattern in (_ACHIEVEMENT, _INSTRUCTION, _TO_FILL_IN, _COMMAND, _OF_ANOTHER)
        )
        or _FILE.fullmatch(bare)
        or _DEMANDS.search(bare)
    )


def _says_enough(term: str) -> bool:
    """Whether a term names something; of single letters only languages do."""
    long_enough = len(term) > 1 or term.upper() in {"C", "R"}
    return long_enough and any(map(str.isalnum, term)) and term.casefold() not in _EMPTY


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
"""What a long term may lose, the least important first."""

_LOOSE_END = re.compile(
    r"(?:\s+(?:tailored|designed|aimed|geared|intended|suited|specifically|and|or|of|with|in|for|the|to|an?"
    r"|by|as|at|on|from|your|y|o|de|del|la|el|en|con|para|e|do|da|em|etc))+$",
    re.IGNORECASE,
)
"""Words that a term does not end with once it was cut."""


def _shortened(text: str) -> str:
    """A text without as many of its ends as it takes to fit, or cut between two words."""
    for pattern in _CUTS:
        if len(text) <= LIMIT:
            return text
        shorter = re.sub(pattern, "", text, count=1, flags=re.IGNORECASE)
        text = shorter if len(shorter) >= 3 else text
    return cut(text, LIMIT)
