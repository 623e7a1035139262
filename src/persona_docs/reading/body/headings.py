"""What a section of a body is about, told by its heading in the languages personas are written in.

A heading is compared without emoji, markup, numbering ("1.", "Sección 3:"), what stands in brackets, a
trailing colon, accents and case: `## 🎯 Sección 3: Áreas de Expertise` is `areas de expertise`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from persona_docs.folding import fold
from persona_docs.reading.body.concepts import BEFORE, BEHIND, PHRASES, Concept
from persona_docs.reading.body.lead_ins import VERBS, announces_expertise
from persona_docs.reading.text.icons import strip_emoji

_NAMED_EXPERTISE = re.compile(
    # what is to be done with it
    r"(?!(?:(?:re)?load|read|re-?read|update|write|validate|verify|check|save|store|record|refresh|review|answer"
    r"|apply|use|share|show|add|get|define|build|extend|improve|leverage)\b)"
    r"(?:[\w.#+/&-]+ ){1,3}(?:expertise|competencies|specialties|speciali[sz]ations?)"
)
"""A heading of the expertise in one thing: `React Expertise`, but not `Load expertise`."""

_CLOSED = re.compile(
    # English
    r"\b(?:rules?|principles?|guidelines?|best practices|workflow|process(?:es)?|approach|methodology"
    r"|outputs?|format|deliverables?|checklists?|metrics|style|examples?|templates?|traits|philosophy|mindset"
    r"|protocol|boundaries|constraints|responsibilit\w+|mission|anti-?patterns?|steps|phase|limitations"
    r"|when invoked|memory|do not|never|avoid|always"
    # Spanish and Portuguese
    r"|responsabilidades|principios|reglas|restricciones|flujo|proceso|formato|ejemplos?|metricas|errores"
    r"|anti-?patr\w+|memoria|nunca|siempre|regras|fluxo|entregaveis"
    # German, French and Italian
    r"|regeln|grundsatze|prinzipien|vorgehen|ablauf|schritte|aufgaben|ausgabe|einschrankungen"
    r"|verantwortlichkeiten"
    r"|regles|principes|processus|etapes|demarche|taches|livrables|contraintes|responsabilites"
    r"|regole|vincoli|passi|passaggi|compiti|responsabilita|linee guida|esempi"
    # Russian
    r"|правила|принципы|процесс|шаги|этапы|задачи|формат|обязанности|ограничения)\b"
    # Chinese, Japanese and Korean
    r"|(?=[^ -~])(?:规则|流程|交付|指标|风格|记忆|使命|規則|指標|風格|記憶"
    r"|ルール|原則|手順|制約|禁止|責務|ワークフロー|プロセス|出力"
    r"|규칙|원칙|절차|제약|금지|책임|워크플로|프로세스|출력)"
)
"""Headings that are about something else: what stands below is not what the heading above announced."""

_ASIDE = re.compile(
    # English
    r"\b(?:examples?|samples?|outputs?|(?:response|answer|report) format|templates?|footnotes?"
    # Spanish and Portuguese
    r"|ejemplos?|salidas?|plantillas?|formato de (?:salida|respuesta|saida|resposta)|exemplos?|saidas?"
    r"|modelos? de (?:saida|resposta)"
    # German, French and Italian
    r"|beispiele?|ausgabe\w*|vorlagen?|exemples?|sorties?|modeles?|esempio|esempi|modelli)\b"
    r"|notas? (?:al pie|de rodape)"
    # Chinese and Japanese
    r"|示例|例子|范例|输出|模板|脚注|出力|テンプレート"
)
_INTRODUCTION = re.compile(
    r"\b(?:mission|mision|missao|introduction|introduccion|introducao)\b|使命|介绍|简介|ミッション"
)

_NUMBERING = re.compile(
    r"^(?:(?:seccion|section|secao|ecci[oó]n|phase|fase|step|paso|part|parte|chapter|etapa)"
    r"\s+[0-9ivx]+\s*[:.)–—-]?\s*"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})+\s+"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})*\s*[.):–—-]\s*"
    r"|第?[一二三四五六七八九十]+[、.章]\s*"
    r"|[a-h][.)]\s+)"
)
"""What a heading begins with that counts it: `1.`, `2.3`, `Sección 3:`, `Phase II —`."""

_BRACKETS = re.compile(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*")


@lru_cache(maxsize=1)
def _concepts() -> tuple[tuple[Concept, re.Pattern[str]], ...]:
    """Made when it is first wanted: that takes a fiftieth of a build in which nothing is read."""
    return tuple(
        (concept, re.compile(rf"{BEFORE}(?:{each}){BEHIND}{VERBS}")) for concept, each in PHRASES.items()
    )


@lru_cache(maxsize=16_384)
def normalise_heading(title: str) -> str:
    """A heading in the form it is compared in.

    >>> normalise_heading("🎯 Sección 3: **Áreas de Expertise** (clave):")
    'areas de expertise'
    """
    text = fold(strip_emoji(title[:300]))
    text = re.sub(r"[*`~#\"“”]|(?<!\w)_|_(?!\w)", "", text).replace("_", " ")
    text = _BRACKETS.sub(" ", text).strip()
    text = _NUMBERING.sub("", text)
    text = text.replace("&", "and").replace("：", ":").strip(" :.-–—!?？|/")
    return " ".join(text.split())


@lru_cache(maxsize=16_384)
def concept_of(title: str) -> Concept | None:
    """What a heading announces: `OTHER` where that is none of the facts, `None` where it cannot be told.

    >>> concept_of("Core Expertise").value, concept_of("Step 2: Tools").value, concept_of("Pandas")
    ('expertise', 'other', None)
    """
    text = normalise_heading(title)
    for candidate in dict.fromkeys((text, text.partition(":")[0].strip(), text.partition(" - ")[0].strip())):
        for concept, pattern in _concepts():
            if pattern.fullmatch(candidate):
                return Concept.OTHER if _is_step(title) else concept
    if announces_expertise(text):
        return Concept.EXPERTISE
    return Concept.OTHER if _CLOSED.search(text) else None


_STEP = re.compile(
    r"\W*(?:phase|step|stage|fase|etapa|paso|passo|schritt)\s+[0-9ivx]+\s*[:.)–—-]|第[一二三四五六七八九十0-9]+步"
)


def _is_step(title: str) -> bool:
    """Whether a heading tells a step of some work: `Step 2: Tools` is about getting them."""
    return _STEP.match(fold(title[:60])) is not None


def is_aside(title: str) -> bool:
    """Whether a heading stands above examples, templates or the form of answers, none of which is meant.

    >>> is_aside("Output format"), is_aside("Example session"), is_aside("Mission")
    (True, True, False)
    """
    return _ASIDE.search(normalise_heading(title)) is not None


def introduces(title: str) -> bool:
    """Whether a heading stands above what the persona is for, though it is no heading of its identity."""
    return _INTRODUCTION.search(normalise_heading(title)) is not None


def names_expertise(title: str) -> bool:
    """Whether a heading names the expertise in one thing (`React Expertise`), and not all there is."""
    return _NAMED_EXPERTISE.fullmatch(normalise_heading(title)) is not None
