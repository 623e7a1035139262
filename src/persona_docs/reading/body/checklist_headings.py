"""Which headings announce a checklist, and which one below it another subject."""

from __future__ import annotations

import re
from functools import lru_cache

from persona_docs.reading.body.headings import normalise_heading

_CHECKLIST = re.compile(
    r"\b(?:check-?lists?|definition of (?:done|ready)|quality gates?"
    r"|(?:acceptance|success|completion) criteria"
    r"|pre-?(?:flight|submission)|verification steps"
    r"|lista de (?:verificacion|comprobacion|control|chequeo)|criterios de (?:aceptacion|exito)"
    r"|definicion de (?:hecho|terminado|listo)|^antes de (?:considerar|entregar|dar por)"
    r"|lista de (?:verificacao|checagem)|criterios de (?:sucesso|aceite|aceitacao)"
    r"|definicao de pronto|lista di (?:controllo|verifica)|criteri di accettazione"
    r"|(?:check|pruf)listen?|abnahmekriterien|liste de (?:controle|verification)"
    r"|criteres d[’']acceptation|чек-?лист\w*|контрольныи список|критерии приемки)\b"
    r"|(?=[^ -~])(?:检查清单|檢查清單|核对清单|检查列表|验收标准|质量标准|驗收標準|核對清單"
    r"|チェックリスト|受け入れ基準|確認リスト|체크리스트|확인 ?목록|인수 ?기준)"
)
"""What a heading of a checklist holds."""

_LIST = re.compile(r"\bcheck-?lists?\b|\blista d[ei]\b|liste|清单|清單|列表|リスト|리스트")
"""A word for a checklist itself, and not for what one is about (`acceptance criteria`)."""

_DENIED = re.compile(r"\b(?:don[’']?t|do(?:es)? not|never|avoid)\b")
"""What makes of a heading a warning: `Don't write vague success criteria`."""

_ABOUT = re.compile(
    r"\b(?:missing|(?:deriv|defin|writ|generat|monitor|extract|identify|understand|creat|calculat)(?:e|ing)?)\b"
)
"""What somebody does with criteria that he does not have yet, or that others have to meet."""

_CRITERIA = re.compile(
    r"quality gates?|(?:acceptance|success|completion) criteria|pre-?\w+|verification steps"
)
"""English words for what a checklist is about, which others may tell more of."""

_GO_ON = re.compile(
    r"(?: (?:for|of|to|before|after|per|by|in|and|or|when|at|on|with|that|which|you|we|must|met|check\w*"
    r"|items?|list|validation|verification|review)\b|[^ ]| [^a-z]|$)"
)
"""What may follow those; any other word is what the heading is about (`Quality gate hooks`)."""

_TOLD_OF = re.compile(
    r" (?:patterns?|guidelines?|formats?|structures?|usage|generat\w+|creation|management|systems?"
    r"|cover(?:ing|s)|includ(?:ing|es)|contain(?:ing|s))\b"
)
"""What follows a word for a checklist where one is told of that stands elsewhere."""

_ELSE = re.compile(
    # English
    r"when (?:not )?to use\b.*|why\b.*|related \w.*|(?:\w+ )?(?:references?|sources|resources|tools)"
    r"|(?:key )?functions|returns|parameters|variables|(?:common )?anti-?patterns|constraints|rules|examples?"
    r"|(?:stop|abort|skip|block|reject)(?: and report)? (?:if|when)|limitations|output format|context notes"
    r"|inputs?(?: ?/ ?prerequisites)?|outputs?(?: ?/ ?| and )?(?:deliverables)?"
    r"|scoring (?:guide|scale)|severity levels|verdict options"
    r"|trade-?offs|estimated effort|questions to ask\b.*|skills to know\b.*"
    # Spanish and Portuguese
    r"|(?:cuando|quando) usar\b.*|por que\b.*|(?:recursos|skills|habilidades) relacionad[oa]s|referencias?"
    r"|ejemplos?|exemplos?|limitaciones|limitacoes"
)
"""What a heading below that of a checklist is called whole where it has another subject."""


@lru_cache(maxsize=16_384)
def is_checklist_heading(title: str) -> bool:
    """Whether a heading, pseudo-heading or colon line announces a checklist.

    >>> is_checklist_heading("✅ 3. Checklist de calidad:"), is_checklist_heading("Workflow")
    (True, False)
    >>> is_checklist_heading("Quality gates before merging"), is_checklist_heading("Quality gate hooks")
    (True, False)
    """
    text = normalise_heading(title)
    found = _CHECKLIST.search(text)
    if found is None:
        return False
    if _LIST.search(found.group()):
        return not _TOLD_OF.match(text, found.end())
    if _DENIED.search(text, 0, found.start()) or _ABOUT.search(text, 0, found.start()):
        return False
    return not _CRITERIA.fullmatch(found.group()) or _GO_ON.match(text, found.end()) is not None


def is_about_else(title: str) -> bool:
    """Whether a heading below that of a checklist says that what follows is none of it.

    >>> is_about_else("When to use it"), is_about_else("Security")
    (True, False)
    """
    return _ELSE.fullmatch(normalise_heading(title)) is not None


def ends_in_list(title: str) -> bool:
    """Whether a heading ends in a word for a checklist.

    >>> ends_in_list("Release checklist"), ends_in_list("Checklist of the crew")
    (True, False)
    """
    heading = normalise_heading(title)
    *_, last = (None, *_CHECKLIST.finditer(heading))
    if last is None or last.end() < len(heading) or heading.startswith("how "):
        return False
    return _LIST.search(last.group()) is not None


def names_list(title: str) -> bool:
    """Whether a heading holds a word for a checklist, and not only for what one is about."""
    return _LIST.search(normalise_heading(title)) is not None
