"""What a section of a body is about, told by its heading in the languages personas are written in.

A heading is compared without emoji, markup, numbering ("1.", "Sección 3:"), what stands in brackets, a
trailing colon, accents and case: `## 🎯 Sección 3: Áreas de Expertise` is `areas de expertise`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from persona_docs.folding import fold
from persona_docs.reading.icons import strip_emoji
from persona_docs.reading.lead_ins import VERBS, announces_expertise


class Concept(StrEnum):
    """What a section can be about, as far as facts are read out of it."""

    IDENTITY = "identity"
    EXPERTISE = "expertise"
    CAPABILITIES = "capabilities"
    KNOWLEDGE = "knowledge"
    ACTIVATES_ON = "activates on"
    COMMANDS = "commands"
    TOOLS = "tools"
    RELATIONS = "relations"
    DESCRIPTION = "description"
    OTHER = "other"


_QUALIFIERS = (
    r"(?:(?:your|my|our|the|core|key|main|primary|technical|domain|specialized|specialised|specific"
    r"|deep|essential"
    r"|unique|professional|advanced|special|tu|tus|su|sus|mi|mis|sua|suas|seu|seus|la|el|las|los|as|os"
    r"|votre|vos|ta|tes|il|lo|le|gli|tuo|tue|tuoi|mie|deine?|ihre?|あなたの|당신의|твоя|твои|你的|您的|核心|专业|技术|高级|主要|專業|技術|高級|主な|주요|핵심"
    r"|основн(?:ая|ые|ои)|ключев(?:ая|ые)) ?)*"
)
_TAIL = (
    r"(?: (?:areas?|overview|summary|include[s]?|centra(?:l|is)|principa(?:l|is|les)|avancad[ao]s"
    r"|avanzad[ao]s|principali|chiave|tecniche|avanzate"
    r"|tecnic[ao]s?|de dominio|especializad[ao]s|clave|you have|matrix|map))*"
)

_TABLE: tuple[tuple[Concept, str], ...] = (
    (
        Concept.EXPERTISE,
        r"expertise|expertises|areas? (?:of|de) (?:expertise|focus|especializacion|especialidad"
        r"|speciali[sz]ation"
        r"|conocimiento|experiencia|foco|enfoque|atuacao)|competenc(?:y|ies|e|es)|competencias"
        r"|specialties|specialit(?:y|ies)"
        r"|speciali[sz]ations?|focus(?: on)?|areas?|focus areas?|especialidades|especializac(?:ion|iones|ao"
        r"|oes)|experiencia"
        r"|dominios(?: tecnicos)?|dominio tecnico|fachgebiete|kompetenzen|专长|专业领域|领域专长"
        r"|专业知识|専門分野|得意分野|得意なこと"
        r"|(?:aree? di )?(?:competenz[ae]|specializzazion[ei])|ambit[oi] di competenza|punti di forza"
        r"|strengths|proficienc(?:y|ies)|mastery|what you know|what i know|subject matter expertise"
        r"|areas? de conhecimento|fach(?:kenntnisse|wissen|bereiche)|kernkompetenzen|spezialisierung(?:en)?"
        r"|expertise[- ]?bereiche|domaines? d[’']expertise|domaines? de competences?|expertise technique"
        r"|specialites?|专业技能|专长领域|擅长领域|技术专长|專長|專業領域|專業知識|專業技能|擅長領域|专业方向"
        r"|専門|専門領域|専門知識|専門性|得意領域|전문 ?(?:분야|영역|지식|성)|핵심 ?역량"
        r"|(?:област(?:ь|и) )?экспертиз[аы]|специализаци[яи]|компетенции",
    ),
    (
        Concept.CAPABILITIES,
        r"capabilit(?:y|ies)|skills|skill ?sets?|tech(?:nology|nical)? stack|stack(?:"
        r" tecnic[oa])?|technologies"
        r"|stack (?:principal|y patrones|y tecnologias|que dominas)|tecnologias|capacidades"
        r"|habilidades|能力|技能|能力范围"
        r"|fahigkeiten|capacita|abilita|stack tecnologico|tecnologie|できること"
        r"|capacites|competences techniques|domains?|languages? and frameworks?|tools"
        r" and technologies"
        r"|what you can do|what i can do|services|was (?:ich|er|sie) kann"
        r"|ce que (?:tu sais|je sais|vous savez) faire"
        r"|(?:lo )?que (?:sabes|se) hacer|o que (?:voce sabe|sei) fazer|cosa (?:sai|so) fare",
    ),
    (
        Concept.KNOWLEDGE,
        r"knowledge(?: (?:base|areas?|domains?))?|conocimientos?|conhecimentos?|知识|知识领域|知识库"
        r"|wissen|kenntnisse|conoscenz[ae]"
        r"|topics|temas",
    ),
    (
        Concept.ACTIVATES_ON,
        r"(?!.*\b(?:tools?|which|each|vs|versus|cada|herramientas?|not|what|model|models|pattern)\b)"
        r"(?:(?:when|cuando|quando) (?:to|should (?:you|i)|you should|should) (?:use|invoke|call"
        r"|activate|be used)"
        r"(?: (?:this|the|me|it).*)?|when to use(?: .{1,40})?|use (?:this (?:agent|skill|persona"
        r"|mode|rule) )?(?:when|for|if)"
        r"|triggers?|trigger (?:conditions?|phrases|keywords)|auto-?activation(?: triggers?)?"
        r"|activation(?: (?:triggers?|criteria"
        r"|conditions?))?|activates? (?:on|when)|use cases?|(?:common |typical |example |ideal"
        r" )?(?:use cases?|scenarios?)"
        r"(?: you excel at)?|(?:you should be|should be|to be) used (?:proactively )?(?:when|for)"
        r"|use this agent (?:proactively )?(?:when|for|if|to)(?: you need)?|you should be used when"
        r" there are needs to"
        r"|i will automatically activate|cuando (?:usar|usarlo|usarla|invocar|activar|utilizar)(?:lo"
        r"|la|me)?(?: .{1,40})?"
        r"|(?:criterios de )?activacion|se activa (?:para|cuando|en)|casos de uso(?: tipicos)?"
        r"|disparadores|quando usar(?: .{1,40})?"
        r"|use este agente quando(?: precisar de)?|ativacao|何时使用|触发条件|触发方式|使用场景|适用场景"
        r"|何时(?:激活|调用|触发|启用)|(?:使用|触发|适用)时机|激活条件|启用条件"
        r"|何時(?:使用|觸發|啟用)|(?:使用|觸發|適用)時機|觸發條件|(?:使用|適用)(?:場景|情境)"
        r"|quand (?:[lm][’'])?(?:utiliser|invoquer|activer|appeler)(?: (?:cet|cette|ce|l[’']|le|la).{1,40})?"
        r"|quand faire appel a (?:moi|lui|elle|cet agent)|cas d[’']utilisation|declencheurs?"
        r"|quando (?:usar|utilizzar|invocar|attivar|chiamar|richiamar)(?:e|l[oa]|mi)(?: .{1,40})?"
        r"|casi d[’']uso|(?:condizioni|criteri) di (?:attivazione|utilizzo)|attivazione"
        r"|quando (?:utilizar|invocar|ativar|acionar|chamar)(?: .{1,40})?|gatilhos?"
        r"|wann (?:(?:dies(?:en|e|er|es)|den|die|das) .{1,40} )?(?:zu )?"
        r"(?:verwenden|verwendet|einsetzen|nutzen|benutzen|aufrufen)"
        r"|wann (?:du|ich|er|sie|es) (?:auf)?gerufen w(?:irst|erde|ird)"
        r"|einsatz(?:gebiete?|bereiche?|zweck|szenarien)|anwendungsfalle|ausloser"
        r"|いつ使(?:うか|う|用するか)|(?:使用|利用|起動|発動)(?:する)?(?:タイミング|条件|場面|シーン|トリガー|ワード)"
        r"|使うタイミング|使う場面|ユースケース|トリガー(?:条件|ワード)?"
        r"|사용 ?(?:시점|시기|조건|상황|사례)|언제 사용.{0,6}"
        r"|(?:활성화|호출|발동) ?조건|트리거(?: ?(?:조건|키워드))?"
        r"|когда (?:использовать|применять|вызывать|активировать)(?: .{1,40})?"
        r"|триггеры|сценарии использования"
        r"|услови[яе] (?:вызова|активации|применения))",
    ),
    (
        Concept.COMMANDS,
        r"commands?|slash commands|(?:available|activation|optimized|quick|key|custom|special"
        r"|useful) commands|usage|menu"
        r"|invocation|how to (?:use|invoke|call)|comandos?|comandos (?:de activacion|disponibles"
        r"|rapidos|principales)|invocacion|como (?:usar|invocar)"
        r"(?:lo|la)?|uso|invocacao|como invocar|comandos disponiveis|命令|指令|可用命令|commandes"
        r"|befehle|quick reference|コマンド(?:一覧)?"
        r"|comandi(?: (?:disponibili|rapidi))?|(?:사용 가능한 )?명령어?|команды",
    ),
    (
        Concept.TOOLS,
        r"tools?|(?:preferred|available|allowed|mcp|primary|recommended|required) tools?|tools?"
        r" (?:suite|usage|access|bindings|strategy)"
        r"|mcp tool suite|tool usage guidelines|tools? integration|herramientas?|herramientas"
        r" (?:preferidas|primarias|y mcps|disponibles"
        r"|recomendadas)|ferramentas?|ferramentas (?:e tecnologias|preferidas)|工具|可用工具|outils"
        r"|(?:verfugbare )?(?:werkzeuge|tools)|outils (?:disponibles|autorises)|ferramentas disponiveis"
        r"|strumenti|strumenti (?:disponibili|consentiti|preferiti)"
        r"|使用工具|(?:使用|利用可能な|使用可能な|使える)?ツール"
        r"|(?:사용 ?|사용 가능한 )?도구|(?:доступные )?инструменты",
    ),
    (
        Concept.RELATIONS,
        r"integration with other (?:agents|personas|roles|skills)"
        r"|(?:works|working|work)(?: (?:best|well))? with(?: other .{1,20})?"
        r"|collaborat(?:ion|es with)(?: .{0,30})?|hand-?offs?|delegation(?: .{0,20})?|related"
        r" (?:agents|personas|skills)"
        r"|interaction with other (?:roles|agents|personas|skills)|interaccion con otr[oa]s (?:roles"
        r"|skills|agentes|personas)"
        r"|colabora(?:cion|cao|s)?(?: con .{0,30})?|interac(?:ao|oes)(?: com .{0,30})?|协作"
        r"|与其他智能体的协作|zusammenarbeit"
        r"|integration points with other agents|team|equipo|coordination with other agents"
        r"|collaborazione(?: con .{1,30})?|integrazione con (?:gli )?altri agenti"
        r"|協作|collaboration avec .{1,30}|連携|他のエージェントとの連携|협업|взаимодеиствие(?: с .{1,30})?",
    ),
    (
        Concept.IDENTITY,
        r"(?:your )?identity(?: (?:and|&) .{1,20})?|role(?: definition)?|persona|profile|who you are"
        r"|about you|rol|identidad"
        r"(?: y .{1,20})?|tu identidad|identidade(?: e .{1,20})?|definicao de papel|papel"
        r"|ruolo|identita|身份(?:与记忆)?|角色(?:定义|定義)?|rolle|identitat|役割|역할|정체성|роль"
        r"|identite|system prompt|agent identity|expert purpose|purpose|proposito|overview|about",
    ),
    (
        Concept.DESCRIPTION,
        r"description|summary|descripcion|resumen|descricao|resumo|描述|简介|beschreibung"
        r"|descrizione|riepilogo|簡介|概要|説明|설명|개요|описание",
    ),
)

_NAMED_EXPERTISE = re.compile(
    r"(?!(?:(?:re)?load|read|re-?read|update|write|validate|verify|check|save|store|record|refresh|review|answer"
    r"|apply|use|share|show|add|get|define|build|extend|improve|leverage)\b)"  # what is to be done with it
    r"(?:[\w.#+/&-]+ ){1,3}(?:expertise|competencies|specialties|speciali[sz]ations?)"
)

_CLOSED = re.compile(
    r"\b(?:rules?|principles?|guidelines?|best practices|workflow|process|approach|methodology"
    r"|output|outputs|format"
    r"|deliverables?|checklists?|metrics|style|examples?|templates?|traits|philosophy|mindset"
    r"|protocol|boundaries"
    r"|constraints|responsibilit\w+|mission|responsabilidades|principios|reglas|restricciones|flujo"
    r"|proceso|formato"
    r"|ejemplos?|metricas|errores|anti-?patr\w+|anti-?patterns?|steps|phase|limitations"
    r"|process(?:es)?|when invoked"
    r"|memory|memoria|regras|fluxo|entregaveis|do not|never|avoid|always|nunca|siempre)\b"
    r"|规则|流程|交付|指标|风格|记忆|使命|規則|指標|風格|記憶"
    r"|\b(?:regeln|grundsatze|prinzipien|vorgehen|ablauf|schritte|aufgaben|ausgabe|einschrankungen|verantwortlichkeiten"
    r"|regles|principes|processus|etapes|demarche|taches|livrables|contraintes|responsabilites"
    r"|regole|vincoli|passi|passaggi|compiti|responsabilita|linee guida|esempi"
    r"|правила|принципы|процесс|шаги|этапы|задачи|формат|обязанности|ограничения)\b"
    r"|ルール|原則|手順|制約|禁止|責務|ワークフロー|プロセス|出力|규칙|원칙|절차|제약|금지|책임|워크플로|프로세스|출력"
)
"""Headings that are about something else: what stands below is not what the heading above announced."""

_REFUSAL = re.compile(
    r"(?:when|cuando|quando|wann|quand) (?:you |it |i )?(?:should |must )?(?:not|never|no|non|nao|nicht|ne)\b"
    r"|(?:not|do not|does not|don[’']?t|doesn[’']?t|should not|shouldn[’']?t|cannot|never|avoid(?:ing)?"
    r"|skip (?:if|when|for)"
    r"|no (?:me |lo |la |se |es )?(?:us\w+|utili\w+|invo\w+|activ\w+|llam\w+|apt\w+|adecuad\w+|recom\w+|para)"
    r"|nunca|evit\w+|nao|jamais|ne|nicht|nie|niemals|vermeide\w*)(?:[ :]|$)"
    r"|不(?:适|適|要|应|應|该|該|用|宜|可|能|建议|建議|推荐|推薦|使用|得|需)|切勿|请勿|請勿|勿|避免|何时不|何時不|什么时候不|什麼時候不"
    r"|когда не |не "
)
_REFUSED = re.compile(
    r"\bnot to (?:use|invoke|call|activate)\b|(?:使わない|使用しない|避ける)|사용하지 ?(?:않|말)"
)
_REFUSING_SIGNS = ("❌", "🚫", "⛔", "✗", "✘")

_ASIDE = re.compile(
    r"\b(?:examples?|samples?|outputs?|(?:response|answer|report) format|templates?|footnotes?"
    r"|ejemplos?|salidas?|plantillas?|formato de (?:salida|respuesta|saida|resposta)|exemplos?|saidas?"
    r"|esempio|esempi|modelli"
    r"|modelos? de (?:saida|resposta)|beispiele?|ausgabe\w*|vorlagen?|exemples?|sorties?|modeles?)\b"
    r"|示例|例子|范例|输出|模板|脚注|出力|テンプレート|notas? (?:al pie|de rodape)"
)
_INTRODUCTION = re.compile(
    r"\b(?:mission|mision|missao|introduction|introduccion|introducao)\b|使命|介绍|简介|ミッション"
)

_NUMBERING = re.compile(
    r"^(?:(?:seccion|section|secao|ecci[oó]n|phase|fase|step|paso|part|parte|chapter"
    r"|etapa)\s+[0-9ivx]+\s*[:.)–—-]?\s*"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})+\s+|[0-9]{1,2}(?:\.[0-9]{1,2})*\s*[.):–—-]\s*|第?[一二三四五六七八九十]+[、.章]\s*|[a-h][.)]\s+)"
)
_BRACKETS = re.compile(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*")


@lru_cache(maxsize=1)
def _concepts() -> tuple[tuple[Concept, re.Pattern[str]], ...]:
    """Made when it is first wanted: that takes a fiftieth of a build in which nothing is read."""
    return tuple(
        (concept, re.compile(rf"{_QUALIFIERS}(?:{pattern}){_TAIL}{VERBS}")) for concept, pattern in _TABLE
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

    >>> concept_of("Core Expertise").value, concept_of("Best Practices").value, concept_of("Pandas")
    ('expertise', 'other', None)
    """
    text = normalise_heading(title)
    for candidate in dict.fromkeys((text, text.partition(":")[0].strip(), text.partition(" - ")[0].strip())):
        for concept, pattern in _concepts():
            if pattern.fullmatch(candidate):
                return concept
    if announces_expertise(text):
        return Concept.EXPERTISE
    return Concept.OTHER if _CLOSED.search(text) else None


def is_aside(title: str) -> bool:
    """Whether a heading stands above examples, templates or the form of answers, none of which is meant.

    >>> is_aside("Output format"), is_aside("Example session"), is_aside("Mission")
    (True, True, False)
    """
    return _ASIDE.search(normalise_heading(title)) is not None


def introduces(title: str) -> bool:
    """Whether a heading stands above what the persona is for, though it is no heading of its identity."""
    return _INTRODUCTION.search(normalise_heading(title)) is not None


def refuses(title: str) -> bool:
    """Whether a heading below one of situations tells those in which the persona is not to be called.

    >>> refuses("Don't use for:"), refuses("When not to use it"), refuses("Notes from a meeting")
    (True, True, False)
    """
    text = normalise_heading(title)
    return bool(title.lstrip().startswith(_REFUSING_SIGNS) or _REFUSAL.match(text) or _REFUSED.search(text))


_USED = re.compile(
    r"(?:when to (?:use|invoke|call|activate)|(?:cuando|quando) (?:usar|utilizar|invocar|activar)) "
    r"(?!(?:the |el |la |o |a )?(?:this|these|it|me|you|for|in|on|and|or|with|proactively|esta?|este|isto"
    r"|para|em?|agent|skill|persona|mode|rule|command|agente|modo)\b)"
    r"(?:(?:an?|the|el|la|los|las|una?|o|os|as|uma?) )?+"
    r"(?P<thing>.+)"
)


def used_thing(title: str) -> str:
    """What a heading of situations is about where that is a thing, and nobody who is called.

    >>> used_thing("When to use WebSockets"), used_thing("When to use this agent"), used_thing("When to use")
    ('websockets', '', '')
    """
    match = _USED.match(normalise_heading(title))
    return match["thing"] if match else ""


def names_expertise(title: str) -> bool:
    """Whether a heading names the expertise in one thing (`React Expertise`); below a wider one, a topic."""
    return _NAMED_EXPERTISE.fullmatch(normalise_heading(title)) is not None
