"""How the languages that personas are written in say what somebody knows: a row for each."""

from __future__ import annotations

import re

SPOKEN = re.compile(
    r"""(?:
        \b(?:expertise|experience|mastery|proficiency|knowledge|understanding|skills|depth(?!\ of\ field))
          \ (?:spans?|includes?|covers?|lies\ in|in|across|of|with|encompasses|ranges\ from|areas\ include)\b
          (?:\ (?:the|all|both|areas\ of)\b)?
      | \b(?:speciali[sz](?:e[sd]?|ing)|specialist|experts?|master|versed|skilled|proficient)
          \ (?:in(?!\ order)|at|on)\b(?!/)
      | (?<!so\ )(?<!let\ )(?<!lets\ )(?<!helps\ )(?<!help\ )(?<!that\ )\byou\ focus\ on\b
      | (?:your\ (?:\w+\ )?|primary\ |^)(?:focus(?:es|ed|ing)?|areas?)
          \ (?:spans?|covers?|includes?|encompasses|areas?\ include|on|is\ on)\b
      | (?:^|\.\s)masters\b
      | (?:expert[oa]|especialista|especializad[oa]s?|profundidad|experiencia|conocimientos?(?:\ profundos?)?)
          \ (?:en|de)\b
      | (?:especialista|especializad[oa]s?|experiencia)\ (?:em|de)\b | \bdominas?\b
      | (?:(?:experte|expertin|spezialist(?:in)?|fachwissen|erfahrung|kenntnissen?)\ (?:in|im|für|fuer)
          | expertise\ im | spezialisiert\ auf)\b(?:\ (?:der|die|das|den|dem)\b)?
      | (?:experte?|expertise|spécialiste|spécialisée?|maîtrise|expérience|connaissances?)
          \ (?:(?:en|dans|de|du|des)\b(?:\ (?:l[ae]s?\b|l['’]))?|d['’])
      | (?:espert[oa]|specialista|specializzat[oa]|competenze|esperienza|conoscenza)
          \ (?:in|di|del(?:l[ao])?|nel(?:l[ao])?|su)\b
      | 精通 | 擅长 | 专注于 | 专长(?:于|是|包括)
    )\s*:?\s*(?P<what>[^.!?。！？\\]*(?:\.(?=[^\s\\])[^.!?。！？\\]*)*)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a sentence says before what somebody knows, and what follows up to its end."""

KNOWING = (
    *("expert", "master", "knowledge", "understanding", "skill", "depth", "versed", "proficien"),
    *("specia", "spezia", "spécia", "focus", "area", "experi", "expéri", "profundidad", "conocimiento"),
    *("domina", "fachwissen", "erfahrung", "kenntnis", "maîtrise", "connaissance", "espert", "competenze"),
    *("esperienza", "conoscenza", "精通", "擅长", "专注于", "专长"),
)
"""One of these stands in whatever `SPOKEN` finds; looking for them first takes a tenth of the time."""

ENOUGH = re.compile(
    r"(?:,?\s+(?:and )?(?:"
    # English
    r"with (?:a |an )?(?:emphasis|focus|deep|strong|particular|special|track|access)"
    r"|while|so that|who|that|which|using core|- |– |— "
    r"|to ensure|ensuring|enabling|emphasizing|to help|to create|to deliver|to build"
    r"|with (?:[\w+]+ ){0,3}(?:years|decades|experience)|and (?:possess|have|has)"
    # Spanish and Portuguese
    r"|con (?:[eé]nfasis|foco|experiencia|conocimiento)|para que|que"
    r"|(?:con|com) (?:\w+ ){0,4}(?:años|anos|d[eé]cadas|experiência))\b.*"
    r"|\s[-–—]\s.*"
    r"|\s(?:focus(?:ing|ed) on|speciali[sz](?:ing|ed) in) [a-z]+ing\b.*"
    r"|\s(?:(?:en)?foca|centra|especializa)d[oa]s? e[mn] [a-z]+[aei]r\b.*"
    r"|\sbut (?:want|need|lack)\b.*"
    r"|, (?:this|that|these|you|it|they|we|not)\b.*"
    r"|, (?:[a-z]{1,20}ly )?(?!focused|speciali)[a-z]{1,20}(?:ed|ilt) (?:for|to|by|with|as|in|on|at) .*"
    # German, French and Italian
    r"|, (?:der|die|das|welche[rs]?|qui|che)\b.*|\s(?:qui|afin de|che)\s.*"
    r"|\s(?:pour (?:l[ae]s?|l['’]|c(?:e|ette|es)|nos|notre)|per (?:il|lo|la|i|gli|le|l['’]))\b.*"
    r"|\s(?:mit|avec|con) (?:\w+ ){0,4}"
    r"(?:jahren|erfahrung|fokus|schwerpunkt|ans|expérience|anni|esperienza)\b.*"
    # Chinese
    r"|，(?:将|并|具备|能够|帮助|为|专注|拥有|而非|而不是).*|的[^，、的]{0,12}专家.*)$",
    re.IGNORECASE,
)
"""What follows the list in such a sentence, and is no more of it."""

AGAIN = re.compile(
    r",? (?:and )?(?:[a-z]{1,20}ly )?(?:focus(?:ing|ed) on|speciali[sz](?:ing|ed) in) "
    r"|,? (?:(?:en)?foca|centra|especializa)d[oa]s? (?:[a-z]{1,20}mente )?(?:e[mn]|n[oa]s?) ",
    re.IGNORECASE,
)
"""What says once more, within a list, that terms follow."""

LINK = re.compile(
    r"(,|\b(?:et|und|sowie|ed?))\s+(?:(?:de )?l['’]|d['’]"
    r"|(?:des|du|de la|les?|la|d(?:ie|as|en|em)|in (?:der|den)|im|für|fuer|del(?:la)?|dei|nel(?:la)?|nei)\s)",
    re.IGNORECASE,
)
"""An article or a preposition that a list says again: `spécialiste des marées et des phares`."""

AND = re.compile(r",?\s+(?:and|as well as|y|ed?|et|und|sowie|ainsi que|和|以及)\s+")
"""What stands between the last two of a list, in the languages that have rules."""
