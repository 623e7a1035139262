"""Sentences that announce a list of what somebody knows, in the form that headings are compared in.

Most end in the colon of their list: "You have deep expertise in:".
"""

from __future__ import annotations

import re

_DENIED = (
    r"(?!.*\b(?:not|never|no|nao|nunca|nicht|kein\w*|pas|jamais|if|when|should|must|ask|avoid|si|se|wenn)\b)"
)

_LANGUAGES = (
    # English
    r"(?:(?:you|i)(?:['’](?:re|ve|m)|(?: also| now)? (?:are|am|have|possess|bring|hold|act as))\b.*"
    r"|as an? .*|(?:you|i) (?:also )?)"
    r"\b(?:expertise|experts?|specialists?|speciali[sz](?:e[sd]?|ing)|(?:well[- ])?versed|skilled"
    r"|proficien(?:t|cy)|mastery|fluent"
    r"|(?:deep|deeply|thorough|strong|extensive|solid|broad)"
    r" (?:knowledge|understanding|experience|familiar(?:ity)?))"
    r" (?:in|at|of|on|with|across)(?: the (?:following|areas of))?",
    r"(?:you|i) (?:deeply (?:know|understand)|excel (?:at|in))",
    # Spanish and Portuguese
    r"(?:eres|tienes|posees|cuentas con|sos|tenes|usted (?:es|tiene|posee)|voce (?:e|tem|possui))\b.*\b"
    r"(?:expert[oa]|especialista|especializad[oa]|expertise|experiencia|dominio"
    r"|conhecimentos?(?: profundos?)?|conocimientos?(?: profundos?)?) (?:en|em|de|sobre)",
    r"te especializas en|(?:voce )?se especializa em",
    r"(?:tu |voce |usted )?(?:dominas?|con(?:oces?|hece)(?: (?:profundamente|a fondo|muy bien|muito bem)))",
    # German
    r"du (?:bist|hast|verfugst)\b.*\b"
    r"(?:expert(?:e|in)|spezialist(?:in)?|spezialisiert|fachwissen|fachkenntnisse|expertise|kenntnisse)"
    r" (?:in|auf|fur|im|uber)",
    # French
    r"(?:tu (?:es|as)|vous (?:etes|avez|possedez)|je suis)\b.*\b"
    r"(?:experte?|specialistes?|specialisee?|expertise|connaissances approfondies) (?:en|dans|de)",
    r"(?:tu|vous) maitrise[sz]",
    # Italian
    r"(?:tu )?(?:sei|hai)\b.*\b(?:espert[oa]|specialista|specializzat[oa]|competenze) (?:in|di|su)",
    # Chinese
    r"[你您]?(?:精通|擅长|擅長|专精于?)(?:以下|如下)?(?:的?(?:领域|領域|技术|技術|技能|方面|内容|方向))?",
)
_ANNOUNCED = re.compile(rf"{_DENIED}(?:{'|'.join(_LANGUAGES)})")

VERBS = (
    r"(?:(?: (?:spans?|covers?|encompass(?:es)?|compris(?:es?|ing)|lies in|areas include"
    r"|abarcan?|incluyen?|cubren?|inclu(?:i|em)|abrangem?|cobrem?|umfass(?:t|en)|compren(?:d|nent)|couvre(?:nt)?"
    r"|inclu(?:t|ent)|comprende|comprendono|includ(?:e|ono)|включа(?:ет|ют)))"
    r"(?: the following| lo siguiente| o seguinte| folgendes?)?"
    r"|(?:主要)?(?:包括|包含|涵盖|涵蓋|如下)|は(?:以下|次)(?:の(?:通り|とおり))?(?:です)?"
    r"|[은는] 다음과 같(?:습니다|다))?"
)
"""What may stand between the name of something and the colon: `Your expertise spans:`."""


def announces_expertise(sentence: str) -> bool:
    """Whether a sentence says that what somebody knows follows.

    >>> announces_expertise("you have deep expertise in"), announces_expertise("you are no expert in")
    (True, False)
    """
    return _ANNOUNCED.fullmatch(sentence) is not None
