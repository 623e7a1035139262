"""What is no term although it stands where terms do: orders, and sentences that were cut short."""

from __future__ import annotations

import re

_VERBS = (
    "build|use|implement|design|create|define|apply|migrate|replace|generate|version|expose|validate|wrap"
    "|author|profile|collaborate|run|provide|prototype|develop|produce|normali[sz]e|understand|add|write"
    "|establish|conduct|identify|optimi[sz]e|track|manage|maintain|configure|deploy|analy[sz]e|set up|ensure"
    "|support|handle|integrate|review|select|choose|keep|make|convert|extract|transform|translate|explain"
    "|help|guide|recommend|suggest|propose|evaluate|assess|detect|find|map|plan|prepare|automate|measure"
    "|monitor|scan|test|verify|document|refactor|debug|deliver|coordinate|orchestrate|prioriti[sz]e|combine"
    "|remove|reduce|merge|consolidate|compare|compute|simulate|render|structure|synthesi[sz]e|train|tune"
    "|turn|update|work|leverage|share|start|stop|include|enforce|execute|retrieve|diagnose|delegate|follow"
    "|focus on|learn|improve|classif(?:y|ie)|decompose|prevent|prefer|spawn"
)
"""What somebody does, or is to do, in English."""

_INFINITIVES = (
    "analizar|analisar|aplicar|apoyar|apoiar|asegurar|assegurar|automatizar|ayudar|ajudar|configurar|construir|convertir"
    "|converter|coordinar|coordenar|crear|criar|definir|depurar|desarrollar|desenvolver|desplegar|detectar|diseñar"
    "|projetar|documentar|ejecutar|executar|elaborar|entender|escribir|escrever|establecer|estabelecer|evaluar|avaliar"
    "|evitar|explicar|facilitar|garantizar|garantir|generar|gerar|gestionar|gerenciar|guiar|identificar|implementar"
    "|integrar|investigar|liderar|mantener|manter|medir|mejorar|melhorar|migrar|monitorear|monitorar|optimizar|otimizar"
    "|planificar|planejar|preparar|priorizar|probar|testar|proporcionar|proveer|prover|realizar|recomendar|reducir"
    "|reduzir|refactorizar|refatorar|resolver|revisar|seleccionar|selecionar|supervisar|traducir|traduzir|transformar"
    "|usar|utilizar|validar|verificar"
)
"""The same in Spanish and Portuguese."""

_BEHIND_NOUNS = (
    r"(?:and|or|of|for|in|systems?|patterns?|planning|principles|tokens?|thinking|strateg\w+|methods?|ops"
    r"|research|design|automation|management|coverage|driven|de|del|d[ao]s?)\b"
)
"""What follows such a word where it is a noun: `Design systems`, `Test automation`."""

_WEAK = re.compile(
    rf"(?:{_VERBS})(?:e?s)?\s(?!{_BEHIND_NOUNS})"
    rf"|(?:{_VERBS}|set)(?:e?s)? (?:or|and) (?:{_VERBS}|refine)(?:e?s)?\s(?!{_BEHIND_NOUNS})"
    rf"|(?:{_INFINITIVES})(?:l[oa]s?|se)?\s"
    r"|(?:with|com|con|focused|focad[oa]|enfocad[oa]|desde|from|for|para)\b"
    r"|(?:用于|补充|修复|聚合|提供|标注|保持|产出|输出|使用(?!者|性|率|场景|体验))(?!.*的)"
    r"|一个|只|检查.*是否|基于.*推导",
    re.IGNORECASE,
)
"""What a term begins with that is an order, or only the end of a sentence."""

CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""A sign of Chinese or Japanese, of which a term has few."""

_LONG_CJK = 18  # such signs, in which a sentence has room


def is_weak(term: str) -> bool:
    """Whether a term is a sentence cut short or an order, and no noun phrase.

    >>> is_weak("Build asset graphs"), is_weak("Design systems"), is_weak("Construir prompts")
    (True, False, True)
    """
    return (
        term.endswith("…")
        or _WEAK.match(term) is not None
        or (not term.isascii() and len(CJK.findall(term)) > _LONG_CJK)
    )
