"""How the languages that personas are written in say when to call one: a row for each."""

from __future__ import annotations

import re

LEAD = re.compile(
    r"""\**(?:(?:also|también|também|auch|aussi|anche|также)\ )?(?:
        (?:please\ )?(?:use|invoke|call|activate|delegate\ to|consult|engage|employ|trigger|perfect|ideal)
          (?:\ (?:it|this|him|her|them|proactively|immediately|automatically))?
          (?:(?<=this)\ skills|\ (?:agent|skill|persona|mode|rule|subagent|command|specialist))?
          (?:\ proactively)?
          (?:\ as\ [^.;:]{3,100}?(?=\ (?:when(?:ever)?|if)\ ))?\**
      | (?:activates|triggers)(?=\ for:?\ )
      | (?:(?:this|the)\ (?:agent|skill|command|rule|mode)\ )?
          (?:activates|triggers|(?:loads?|runs?|appl(?:y|ies))
          (?:\ (?:it|this|(?:this|these|the)
            \ (?:skill|agent|command|rule|guideline|convention|standard|pattern)s?))?)
          (?=:?\ (?:only\ )?(?:when(?:ever)?|if|while|before|after|during)\b)
      | (?:aplica(?:r|lo|la)?|apl[ií]calo|aplique|appliquer|appliquez|anwenden)
          (?=,?\ (?:(?:s[oó]lo|somente|nur)\ )?(?:cuando|quando|quand|lorsque|si|se|wenn|falls|al)\ )
      | (?:(?:it|(?:this|the)\ (?:agent|skill|command|rule|mode|tool))\ )?
          (?:(?:must|should)\ be|is(?=\ \w+\ when))
          \ (?:used|invoked|called|triggered|activated|loaded|applied)(?:\ proactively)?\**
      | (?:(?:you|claude)\ )?(?:must|should)\ use(?:\ (?:this|it))?(?:\ (?:agent|skill|command))?
          (?:\ proactively)?
      | [uú]sa(?:r|lo|la|do|da|me)?(?:\ (?:este\ agente|esta\ persona|este\ skill|esta\ skill|este|esta))?
          (?:\ como\ [^.;:]{3,100}?(?=\ (?:cuando|quando)\ ))?
      | inv[oó]ca(?:lo|la|r)?|act[ií]va(?:lo|la|r)?|se\ (?:activa|usa)
      | (?:acion(?:ar|ad[oa]|[ae])|inv(?:ocad[oa]|oque)|ativ(?:ar|ad[oa]|[ae])|cham(?:ar|ad[oa]|[ae]))
          (?=,?\ (?:(?:s[oó]|somente|apenas|sempre)\ )?(?:quando|se|antes|depois|após)\ )
      | use(?:\ (?:este\ agente|esta\ skill|esta\ persona))?
      | (?:proaktiv\ |diesen\ (?:agenten|skill)\ |diese\ persona\ )?
          (?:nutzen?|benutzen?|verwenden?|einsetzen|aufrufen)
          (?:\ (?:diesen\ agenten|diesen\ skill|diese\ persona|ihn|sie))?(?:\ proaktiv)?
      | aktivier(?:en?|t)(?:\ (?:diesen\ (?:agenten|skill)|diese\ persona|ihn|sie))?
          (?=,?\ (?:(?:nur|immer)\ )?(?:wenn|falls|sobald|bevor|nachdem|beim?)\ )
      | wird\ (?:verwendet|genutzt|eingesetzt|aufgerufen|aktiviert)
          (?=,?\ (?:wenn|falls|sobald|bevor|nachdem)\b)
      | s['’](?:utilise|active)(?=\ (?:quand|lorsqu|d[eè]s|avant|après|si))
      | doit\ être\ utilisée? | debe\ (?:ser\ (?:us|utiliz)ad[oa]|usarse|utilizarse)
      | deve\ ser\ (?:us|utiliz)ad[oa]
      | laden(?=,?\ (?:wenn|falls|sobald|bevor|nachdem)\b)
      | (?:da\ )?(?:us|utilizz|invoc|richiam|attiv)(?:are|arlo|arla|a|alo|ala|ate)
          (?:\ (?:quest[oa]\ (?:agente|skill|regola|comando|modalità|persona)))?(?:\ proattivamente)?
      | (?:à\ )?(?:invoqu|appell?|activ|sollicit|déclench)(?:e[rz]?|ée?)
          (?:\ (?:cet\ agent|ce\ skill|cette\ persona))?
          (?=\ (?:(?:seulement|uniquement|toujours)\ )?
              (?:quand|lorsqu\w?|dès|avant|après|lors|pendant|pour|si)\b)
      | (?:à\ )?utilise[rz]?(?:-l[ea])?(?:\ (?:cet\ agent|ce\ skill|cette\ persona))?(?:\ proactivement)?
      | (?:dùng|sử\ dụng|kích\ hoạt)(?=\ (?:khi|nếu)\ )
      | (?:использ(?:уй(?:те)?|овать)|вызыва(?:й(?:те)?|ть))(?:\ (?:этого\ агента|этот\ навык|его|её))?
    )\**,?\ (?:(?:only|s[oó]lo|só|somente|apenas|nur|uniquement|soltanto|только
          |first|always|siempre|sempre|immer|toujours|всегда|expl[ií]cit(?:ly|amente)
          |proac?tivamente)\ )?(?:
        (?:con|with|via|com|through|by\ typing)\ [`"']?(?P<command>[/@*][\w:.-]+)[`"']?
          (?:\ (?:o|or|ou)\ [`"']?(?P<second>[/@*][\w:.-]+)[`"']?)?
          ,?\ ?(?:(?:para|to|for|when|cuando|quando)\b)?
      | (?P<when>(?:when(?:ever)?|while|if|once|before|after|during
          |cuando|quando|si|se|(?:antes|despu[eé]s|depois)\ d(?:el?|[oa]s?)|tras|após|durante|al
          |wenn|falls|sobald|bevor|vor|nachdem|nach|während|waehrend|beim?
          |quand|lorsque|lorsqu['’]|dès\ qu(?:e|['’])|avant|après|lors|pendant
          |at(?=\ the\ (?:start|beginning|end)\b)|no\ (?:in[ií]cio|fim)|ao\ final|zu\ beginn|am\ ende
          |au\ début|à\ la\ fin
          |ogni\ volta\ che|prima\ d(?:i|el(?:l[ao])?|ei|egli|elle)|dopo
          |когда|если|при|перед|после|для|khi|nếu)\b(?:,?\ and\ only\ (?:when|if)\b)?)
      | (?P<for>(?:for|para|on|to|in|für|zum|zur|fuer|pour
          |(?:(?<=are\ )|(?<=usa\ )|(?<=izza\ )|(?<=[ao]lo\ )|(?<=[ao]la\ )|(?<=nte\ )|(?<=ill\ ))per
          |(?:(?<=lo\ )|(?<=la\ )|(?<=use\ )|(?<=usar\ )|(?<=agente\ ))e[mn])\b)
    )\s*(?P<what>.*)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a sentence begins with that says when. `Usado en` tells a fact, `Úsalo en` asks for something."""

_CALLER = (
    r"(?:(?:the |an? )?users?|claude|someone|(?:el |la |o |a )usuari[oa]|der (?:be)?nutzer|l['’]utilisateur"
    r"|пользователь)"
)
CONDITION = re.compile(
    r"(?:when(?:ever)?|if) (?P<what>[^;]{3,200}?), (?:please )?(?:use|invoke|load|call|activate|consult)"
    r" (?:it|this(?: (?:agent|skill|command))?)\W*"
    rf"|(?:when(?:ever)?|cuando|quando|wenn|quand|lorsque|когда) (?P<caller>{_CALLER}"
    r" (?!.*, (?:then|please|you|i|we|it|this|always|never)\b).+)",
    re.IGNORECASE,
)
"""A sentence that says when and is no more than that, or ends in the request for which `LEAD` looks."""

SUBJECT = re.compile(
    r"(?:(?:you(?:'re| are)?|they(?:'re| are)?"
    r"|(?:the |an? )?users?(?: (?:or|and) (?:an? |the )?\w+(?= (?:want|need|ask|wish)))?+(?! (?:or|and)\b)"
    r"(?:'s| is| are)?|(?:someone|claude)(?:'s| is)?|it's"
    r"|there(?:'s| is| are)?|necesites|quieras|precisar(?: de)?)\s+)?"
    r"(?:(?:want|wants|need|needs|asks?|wish|wishes)(?:s|ing|ed)?\s+"
    r"(?:for |about )?(?:(?:an? agent|you|claude) (?=to ))?(?:to:? )?"
    r"|(?:have|has) to(?:\s|$)|(?:it is )?necessary to )?"
    r"(?:(?:(?:el|los|o|os|la|las|a|as) usu[aá]ri[oa]s? |l['’]utilisateur |se |on (?:te |vous )?|voc[eê] )?"
    r"(?:pid[ae]n?|pedir(?:em)?|solicit(?:en?|ar|arem)|necesiten?|precisem?|precisar(?:em)?|requieran?|quiera[ns]?"
    r"|quiser(?:em)?|deb[ae][ns]?|haya que|hay que|tenga[ns]? que|sea necesario|tiver(?:em)? (?:de|que)"
    r"|(?:for|seja) (?:preciso|necess[aá]rio)"
    r"|il faut|(?:(?:vous|tu|il) )?(?:devez|dois|doit|voulez|veux|veut|souhaite[sz]?|demande[sz]?))"
    r"(?: (?:que|de|à))? (?!que ))?"
    r"(?:(?:người dùng|bạn) (?:yêu cầu|muốn|cần) )?"
    r"(?:(?:пользовател[ью] |тебе |вам )?(?:нужно|надо|необходимо|требуется|просит|хочет):? )?"
    r"(?:(?:用户|使用者|你|您)?(?:要求|需要|想要|希望|请求)(?!的))?",
    re.IGNORECASE,
)
"""Who wants something, in a clause about what is wanted."""

GERUND = re.compile(r"(?:and |or |also )?[a-z-]+ing\b", re.IGNORECASE)
"""What is done, in English, with which an item of a list may begin."""

HAS_INFINITIVES = re.compile(
    r"cuando|quando|quand|lorsqu.+|si|se|para|pour|per|когда|если|для", re.IGNORECASE
)
"""Words that begin a clause in the languages in which `INFINITIVE` tells verbs."""

INFINITIVE = re.compile(r"[^\W\d_]+(?:[aei]r|re|[aei]rl[aeio]|ть|ти|чь)(?:se|si|ся)?\s", re.IGNORECASE)
"""A verb that something else is to be done with."""

KEPT = re.compile(
    r"before|after|during|while|(?:antes|despu[eé]s|depois) d\w+|tras|após|durante|al"
    r"|bevor|vor|nachdem|nach|während|waehrend|beim?|prima d\w+|dopo|avant|après|lors|pendant"
    r"|при|перед|после|для|at|no (?:in[ií]cio|fim)|ao final|zu beginn|am ende|au début|à la fin",
    re.IGNORECASE,
)
"""Words that begin a clause and say something of their own."""

_AND = r"(?:and|y|e|ed|und|et|и)"
_ALWAYS = r"(?:always|siempre|sempre|immer|toujours|всегда)"
_OR = r"(?:or|o|ou|oder|oppure|или)"
_WHEN = (
    r"when(?:ever)?|after|before|if|while|cuando|quando|(?:antes|despu[eé]s|depois) d(?:el?|[oa]s?)|tras|após"
    r"|wenn|bevor|vor|nach|quand|lorsque|avant|après|prima d(?:i|el(?:l[ao])?|ei|egli|elle)|dopo"
    r"|когда|если|перед|после"
)
CONJUNCTION = re.compile(rf"(?:{_AND}|{_OR}|或者?|和|や|または|及び|및|또는)\s+", re.IGNORECASE)

ALTERNATIVES = re.compile(
    rf",?\s+(?:{_AND}|{_OR})\s+(?:con|with|com)\s+[`\"']?[/@*][\w:-]+[`\"']?\s+(?=(?:para|to|for)\s)"
    rf"|(?:,\s+(?:(?:{_AND}|{_OR})\s+)?|\s+{_OR}\s+|\s+[—–-]\s+(?:{_AND}|{_OR})\s+(?:{_ALWAYS},?\s+)?)"
    rf"(?=(?:{_WHEN})\s)",
    re.IGNORECASE,
)
"""What stands between two clauses that say when."""

SUBORDINATE = re.compile(rf"(?P<word>{_WHEN}|para|to|for)\s+(?P<what>.*)", re.IGNORECASE | re.DOTALL)

_LISTENED = (
    r"triggers?(?: (?:on|words?|keywords?|phrases?))?|activates? on|disparadores|gatilhos"
    r"|(?:palabras|frases) de activación|(?:palavras|frases) de ativação"
    r"|auslöser|déclencheurs|(?:parole|frasi) di attivazione|триггеры|触发(?:关键)?词|觸發詞|トリガー|트리거"
    r"|触发(?=\s*[:：])|触发条件(?=\s*[:：]\s*[\"“「])"
    r"|(?:起動|発動)(?=\s*[:：]\s*「)"
)
WORDS = (
    r"keywords?|palabras clave|palavras-chave|schlüsselwörter|mots-clés|parole chiave|ключевые слова|关键词"
    r"|キーワード|키워드"
)
"""What is said before words that call somebody, or that only search engines look for."""

KEYWORDS = re.compile(
    rf"(?:(?<!\w)(?:{_LISTENED}|{WORDS})\s*[:：]|^(?:{_LISTENED}|{WORDS})\s+[-–—]\s)\s*(?P<list>.+)$",
    re.IGNORECASE,
)
"""What a description says before the words it listens for; a dash may stand for the colon of a sentence."""

CALLED_BY = re.compile(
    r"(?:also )?(?:triggers?|activates?) on\s+"
    r"(?!(?:tasks?|any|every|requests?|questions?|mentions?)\b)(?P<list>.+)$",
    re.IGNORECASE,
)
"""What a sentence begins with that goes on with them, without a sign between."""

TRIGGERED = re.compile(
    r"(?:also )?(?:triggers?|activates?) (?:on|(?:(?:words|keywords|phrases) )?include:?)\s+(?P<list>.+)",
    re.IGNORECASE,
)
"""A sentence that tells in words of its own what is listened for: `Triggers on requests like "moor"`."""

WHEN_WORDS = re.compile(
    r"\**use (?:this (?:agent|skill) )?when\**"
    r"(?:\s?:\**\s*(?P<list>.+)|\s+[\"“](?P<mentioned>[^\"“”]+)[\"”] (?:(?:is|are) )?mentioned\W*)$",
    re.IGNORECASE,
)
"""A sentence that lists words where clauses belong: `Use when: tide, tide table, high water`."""

LISTENED = re.compile(rf"\W{{0,6}}(?:{_LISTENED})\s*[:：]\s*(?P<list>.{{2,1000}})$", re.IGNORECASE)
"""What a line of a body says before them; `keywords` are there for search engines."""

SAID = re.compile(
    r"(?<!」)(?<!」[、，,・/])(?P<list>(?:「[^「」]{1,60}」(?:[、，,・/]\s?|\s)?(?:(?:や|または)\s?)?){1,30})"
    r"(?=[^「」。]{0,16}(?:ワード|言葉|フレーズ|と(?:言[わっう]|いわれ)|と(?:頼|依頼|聞|入力|指示|発言|話)|(?:など|等|といった)の(?:依頼|指示|発話|発言)))"
    r"[^「」。]{0,24}(?:使用|使う|使い|使っ|利用|発動|起動|適用|呼び出)(?!し(?:ない|ません))"
)
"""The phrases of a Japanese sentence that ends with "… when that is said, use this"."""

ASKED_FOR = (
    r"\s?(?:(?:등|같은|처럼|(?:이)?라(?:고|는)|과 같은|와 같은|[을를이가])\s?){0,2}(?:[가-힣]{1,6}\s)?"
    r"(?:요청|말|질문|입력|언급|지시)(?:을|를|이|가|에)?\s?(?:하거나|하는|할|한|하|있을|받을|받았을|들어올)?"
)
"""What a Korean clause goes on with behind phrases that are said."""

SAYING = re.compile(r"(?:(?:ユーザー?|利用者|相手)(?:が|から|に)、?)?(?=「)")
"""What such a sentence may begin with before them."""

SAYS = (
    r"(?:\b(?:say(?:s|ing)?|ask(?:s|ed|ing)?(?: (?:to|for|about))?|wants? to|mentions?|types?"
    r"|dig[ae]|pid[ae]|mencion[ae]|disser|pedir|mencionar|sagt|erwähnt|dit|demande|mentionne|dic[ea]|chied[ea]"
    r"|veut|quier[ea]|quer|queira|vuole"
    r"|говорит|просит|хочет|упоминает)|[说說]|提到|输入|輸入)"
    r"(?: (?:something|things|phrases|words) like)?|(?:要求|请求|請求)"
    r"|\b(?:(?:phrases|requests|things|questions|tasks) like|requests (?:to|for))"
)
"""What tells that the quoted phrases behind it are what people say."""
