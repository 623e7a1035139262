"""What headings of each kind are called, in the languages that personas are written in.

Every row is a pattern for the whole heading in its comparable form: in small letters, without accents, signs
and numbers. What may stand around all of them (`Your core …`, `… overview`) is not repeated in each.
"""

from __future__ import annotations

from enum import StrEnum


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


BEFORE = (
    r"(?:(?:"
    # English
    r"your|my|our|the|core|key|main|primary|technical|domain|speciali[sz]ed|specific|deep|essential|unique"
    r"|professional|advanced|special"
    # Spanish and Portuguese
    r"|tus?|sus?|mis?|suas?|seus?|la|el|las|los|as|os"
    # German, French and Italian
    r"|deine?|ihre?|votre|vos|ta|tes|il|lo|le|gli|tuo|tue|tuoi|mie"
    # Chinese, Japanese, Korean and Russian
    r"|你的|您的|核心|专业|技术|高级|主要|專業|技術|高級|あなたの|主な|당신의|주요|핵심"
    r"|твоя|твои|основн(?:ая|ые|ои)|ключев(?:ая|ые)"
    r") ?)*"
)
"""What may stand before the name of a section, however often."""

BEHIND = (
    r"(?: (?:areas?|overview|summary|includes?|you have|matrix|map"
    r"|centra(?:l|is)|principa(?:l|is|les)|ava(?:nc|nz)ad[ao]s|tecnic[ao]s?|de dominio|especializad[ao]s"
    r"|clave|principali|chiave|tecniche|avanzate"
    r"|principale|principaux|techniques?|cles?|avancee?s?|specialisee?s?))*"
)
"""What may stand behind it."""

_NO_SITUATION = r"(?!.*\b(?:tools?|which|each|vs|versus|cada|herramientas?|not|what|model|models|pattern)\b)"
"""A heading about the use of something else: `When to use which tool`."""

TRIGGER_WORDS = (
    # English
    r"(?:(?:auto-?)?trigger(?:ing)?|activation) (?:phrases?|keywords?|words?|terms?)"
    # Spanish and Portuguese
    r"|(?:palabras|frases)(?: clave)? de activacion|(?:palavras|frases)(?:-chave)? de ativacao"
    # German, French and Italian
    r"|(?:trigger|auslose|aktivierungs)-?(?:worter|phrasen)|(?:mots|phrases) declench(?:eur|euse)s"
    r"|(?:parole|frasi) (?:chiave )?di attivazione"
    # Chinese, Japanese and Korean
    r"|(?:触发|激活)(?:关键|短)?[词语]|觸發(?:關鍵)?詞|(?:トリガー|起動|発動)(?:フレーズ|(?:キー)?ワード)"
    r"|트리거 ?(?:키워드|문구|단어)"
)
"""Headings of situations that promise the words people say."""

PHRASES: dict[Concept, str] = {
    Concept.EXPERTISE: (
        # English
        r"expertises?|subject matter expertise|areas?|areas? of (?:expertise|focus|speciali[sz]ation)"
        r"|focus(?: on)?|focus areas?|competenc(?:y|ies|e)|specialties|specialit(?:y|ies)|speciali[sz]ations?"
        r"|strengths|proficienc(?:y|ies)|mastery|what (?:you|i) know"
        # Spanish and Portuguese
        r"|areas? de (?:expertise|focus|foco|enfoque|especializacion|especialidad|conocimiento|experiencia"
        r"|atuacao|conhecimento)|competencias|especialidades|especializac(?:ion|iones|ao|oes)|experiencia"
        r"|dominios(?: tecnicos)?|dominio tecnico"
        # German
        r"|fach(?:gebiete|kenntnisse|wissen|bereiche)|(?:kern)?kompetenzen|spezialisierung(?:en)?"
        r"|expertise[- ]?bereiche"
        # French
        r"|domaines? d[’']expertise|domaines? de competences?|competences|expertise technique|specialites?"
        # Italian
        r"|(?:aree? di )?(?:competenz[ae]|specializzazion[ei])|ambit[oi] di competenza|punti di forza"
        # Chinese
        r"|专长|专业(?:领域|知识|技能|方向)|领域专长|专长领域|擅长领域|技术专长"
        r"|專長|專業(?:領域|知識|技能)|擅長領域"
        # Japanese
        r"|専門(?:分野|領域|知識|性)?|得意(?:分野|領域|なこと)"
        # Korean
        r"|전문 ?(?:분야|영역|지식|성)|핵심 ?역량"
        # Russian
        r"|(?:област(?:ь|и) )?экспертиз[аы]|специализаци[яи]|компетенции"
    ),
    Concept.CAPABILITIES: (
        # English
        r"capabilit(?:y|ies)|skills|skill ?sets?|tech(?:nology|nical)? stack|stack|technologies|domains?"
        r"|languages? and frameworks?|tools and technologies|what (?:you|i) can do|services"
        # Spanish and Portuguese
        r"|stack (?:tecnic[oa]|principal|y patrones|y tecnologias|que dominas)|tecnologias|capacidades"
        r"|habilidades|(?:lo )?que (?:sabes|se) hacer|o que (?:voce sabe|sei) fazer"
        # German
        r"|fahigkeiten|was (?:ich|er|sie) kann"
        # French
        r"|capacites|competences techniques|ce que (?:tu sais|je sais|vous savez) faire"
        # Italian
        r"|capacita|abilita|stack tecnologico|tecnologie|cosa (?:sai|so) fare"
        # Chinese and Japanese
        r"|能力(?:范围)?|技能|できること"
    ),
    Concept.KNOWLEDGE: (
        # English
        r"knowledge(?: (?:base|areas?|domains?))?|topics"
        # Spanish and Portuguese
        r"|conocimientos?|conhecimentos?|temas"
        # German and Italian
        r"|wissen|kenntnisse|conoscenz[ae]"
        # Chinese
        r"|知识(?:领域|库)?"
    ),
    Concept.ACTIVATES_ON: (
        rf"{_NO_SITUATION}(?:"
        # English
        r"(?:when|cuando|quando) (?:to|should (?:you|i)|you should|should)"
        r" (?:use|invoke|call|activate|be used)(?: (?:this|the|me|it).*)?|when to use(?: .{1,40})?"
        r"|when to (?:apply|trigger|run)(?: (?:it|this .{1,40}))?"
        r"|use (?:this (?:agent|skill|persona|mode|rule|command) )?(?:when|for|if)"
        r"|(?:invoke|call|activate|trigger)(?: (?:it|this (?:agent|skill|persona|mode|command)))? (?:when|if)"
        r"|(?:invoke|activate) (?:it|this (?:agent|skill|persona|mode|command)) for"
        r"|when (?:this|the) (?:agent|skill|persona|mode|rule) (?:activates|triggers|applies)"
        r"|use this agent (?:proactively )?(?:when|for|if|to)(?: you need)?"
        r"|(?:you should be|should be|to be) used (?:proactively )?(?:when|for)"
        r"|you should be used when there are needs to|i will automatically activate"
        rf"|{TRIGGER_WORDS}"
        r"|triggers?|trigger conditions?|auto-?triggers?|auto-?activation(?: triggers?)?"
        r"|activation(?: (?:triggers?|criteria|conditions?))?|activates? (?:on|when)"
        r"|(?:common |typical |example |ideal |usage )?(?:use cases?|scenarios)(?: you excel at)?"
        # Spanish
        r"|cuando (?:usar|invocar|activar|utilizar)(?:l[oa]|me)?(?: .{1,40})?|se activa (?:para|cuando|en)"
        r"|(?:criterios de )?activacion|casos de uso(?: tipicos)?|disparadores"
        # Portuguese
        r"|quando (?:usar|utilizar|invocar|ativar|acionar|chamar)(?: .{1,40})?|ativacao|gatilhos?"
        r"|use este agente quando(?: precisar de)?"
        # German
        r"|wann (?:(?:dies(?:en|e|er|es)|den|die|das) .{1,40} )?(?:zu )?"
        r"(?:verwenden|verwendet|einsetzen|nutzen|benutzen|aufrufen)"
        r"|wann (?:du|ich|er|sie|es) (?:auf)?gerufen w(?:irst|erde|ird)"
        r"|einsatz(?:gebiete?|bereiche?|zweck|szenarien)|anwendungsfalle|ausloser"
        # French
        r"|quand (?:[lm][’'])?(?:utiliser|invoquer|activer|appeler)(?: (?:cet|cette|ce|l[’']|le|la).{1,40})?"
        r"|quand faire appel a (?:moi|lui|elle|cet agent)|cas d[’']utilisation|declencheurs?"
        # Italian
        r"|quando (?:usar|utilizzar|invocar|attivar|chiamar|richiamar)(?:e|l[oa]|mi)(?: .{1,40})?"
        r"|casi d[’']uso|(?:condizioni|criteri) di (?:attivazione|utilizzo)|attivazione"
        # Chinese
        r"|何时(?:使用|激活|调用|触发|启用)|(?:使用|触发|适用)时机|(?:触发|激活|启用)条件|触发方式"
        r"|(?:使用|适用|触发)场景"
        r"|何時(?:使用|觸發|啟用)|(?:使用|觸發|適用)時機|觸發條件|(?:使用|適用|觸發)(?:場景|情境)"
        # Japanese
        r"|いつ使(?:うか|う|用するか)|使う(?:タイミング|場面)|ユースケース|トリガー(?:条件)?"
        r"|(?:使用|利用|起動|発動)(?:する)?(?:タイミング|条件|場面|シーン|トリガー)"
        # Korean
        r"|사용 ?(?:시점|시기|조건|상황|사례)|언제 사용.{0,6}|(?:활성화|호출|발동) ?조건"
        r"|트리거(?: ?조건)?"
        # Russian
        r"|когда (?:использовать|применять|вызывать|активировать)(?: .{1,40})?|триггеры"
        r"|сценарии использования|услови[яе] (?:вызова|активации|применения))"
    ),
    Concept.COMMANDS: (
        # English
        r"commands?|(?:slash|available|activation|optimized|quick|key|custom|special|useful) commands"
        r"|quick reference|usage|menu|invocation|how to (?:use|invoke|call)"
        # Spanish and Portuguese
        r"|comandos?|comandos (?:de activacion|disponibles|disponiveis|rapidos|principales)|invocacion"
        r"|invocacao|como (?:usar|invocar)(?:l[oa])?|uso"
        # German, French and Italian
        r"|befehle|commandes|comandi(?: (?:disponibili|rapidi))?"
        # Chinese, Japanese, Korean and Russian
        r"|(?:可用)?命令|指令|コマンド(?:一覧)?|(?:사용 가능한 )?명령어?|команды"
    ),
    Concept.TOOLS: (
        # English
        r"(?:(?:preferred|available|allowed|mcp|primary|recommended|required) )?tools?"
        r"|tools? (?:suite|usage|access|bindings|strategy|integration)|mcp tool suite|tool usage guidelines"
        # Spanish and Portuguese
        r"|herramientas?|herramientas (?:preferidas|primarias|y mcps|disponibles|recomendadas)"
        r"|ferramentas?|ferramentas (?:e tecnologias|preferidas|disponiveis)"
        # German, French and Italian
        r"|(?:verfugbare )?(?:werkzeuge|tools)|outils(?: (?:disponibles|autorises))?"
        r"|strumenti(?: (?:disponibili|consentiti|preferiti))?"
        # Chinese, Japanese, Korean and Russian
        r"|(?:可用|使用)?工具|(?:使用|利用可能な|使用可能な|使える)?ツール"
        r"|(?:사용 ?|사용 가능한 )?도구|(?:доступные )?инструменты"
    ),
    Concept.RELATIONS: (
        # English
        r"(?:integration|integration points|interaction|coordination) with other"
        r" (?:agents|personas|roles|skills)"
        r"|(?:works|working|work)(?: (?:best|well))? with(?: other .{1,20})?"
        r"|collaborat(?:ion|es with)(?: .{0,30})?|hand-?offs?|delegation(?: .{0,20})?"
        r"|related (?:agents|personas|skills)|team"
        # Spanish and Portuguese
        r"|interaccion con otr[oa]s (?:roles|skills|agentes|personas)|interac(?:ao|oes)(?: com .{0,30})?"
        r"|colabora(?:cion|cao|s)?(?: con .{0,30})?|equipo"
        # German, French and Italian
        r"|zusammenarbeit|collaboration avec .{1,30}|collaborazione(?: con .{1,30})?"
        r"|integrazione con (?:gli )?altri agenti"
        # Chinese, Japanese, Korean and Russian
        r"|协作|与其他智能体的协作|協作|連携|他のエージェントとの連携|협업|взаимодеиствие(?: с .{1,30})?"
    ),
    Concept.IDENTITY: (
        # English
        r"(?:(?:your|agent) )?identity|(?:your )?identity and .{1,20}|role(?: definition)?|persona"
        r"|profile|who you are|about(?: you)?|system prompt|(?:expert )?purpose|overview"
        # Spanish and Portuguese
        r"|rol|(?:tu )?identidad|identidad y .{1,20}|identidade(?: e .{1,20})?|(?:definicao de )?papel"
        r"|proposito"
        # German, French and Italian
        r"|rolle|identitat|identite|ruolo|identita"
        # Chinese, Japanese, Korean and Russian
        r"|身份(?:与记忆)?|角色(?:定义|定義)?|役割|역할|정체성|роль"
    ),
    Concept.DESCRIPTION: (
        # English
        r"description|summary"
        # Spanish and Portuguese
        r"|descripcion|resumen|descricao|resumo"
        # German and Italian
        r"|beschreibung|descrizione|riepilogo"
        # Chinese, Japanese, Korean and Russian
        r"|描述|简介|簡介|概要|説明|설명|개요|описание"
    ),
}
"""In this order: the first that a heading is called by tells what it is about."""
