"""When to call a persona and with which words, as descriptions say it in ten languages."""

from __future__ import annotations

import pytest

from persona_docs.reading.situations.invocations import keywords, situations


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ("Use before merging, after a hotfix.", ["Before merging", "After a hotfix"]),
        ("Use this skills whenever a boat leaks.", ["A boat leaks"]),  # so in many collections
        ("Use when a line parts — or when the user reports a leak.", ["A line parts", "Reports a leak"]),
        ("Use when a boat sinks —", ["A boat sinks"]),
        ("Use only for load tests.", ["Load tests"]),
        ("Use to list old buoys, lost boats and spare ropes.",
         ["List old buoys, lost boats and spare ropes"]),
        ("Úsalo en lanzamientos, en migraciones, o cuando quieras medir una mejora.",
         ["Lanzamientos", "Migraciones", "Medir una mejora"]),
        ("Úsala después de mover una tabla.", ["Después de mover una tabla"]),
        ("Úsalo antes del despliegue.", ["Antes del despliegue"]),
        ("Use após renomear uma rota.", ["Após renomear uma rota"]),
        ("Use este agente ANTES de uma viagem.", ["Antes de uma viagem"]),
        ("Use só para relatórios trimestrais.", ["Relatórios trimestrais"]),
        ("Use este agente em auditorias.", ["Auditorias"]),
        ("Prüft Texte. Proaktiv nutzen nach jeder Übersetzung — und immer, wenn ein Wort fehlt.",
         ["Nach jeder Übersetzung", "Ein Wort fehlt"]),
        ("Diesen Agenten verwenden, wenn ein Lager leer ist.", ["Ein Lager leer ist"]),
        ("Relit une page. À utiliser avant une parution, ou quand un titre change.",
         ["Avant une parution", "Un titre change"]),
        ("Utilise cet agent pour comparer deux devis.", ["Comparer deux devis"]),
        ("À utiliser lorsqu'un phare s'éteint.", ["Un phare s'éteint"]),
        ("S'utilise quand un bateau arrive.", ["Un bateau arrive"]),
        ("DOIT ÊTRE UTILISÉ pour amarrer un bateau.", ["Amarrer un bateau"]),
        ("DEBE SER USADO para amarrar un barco.", ["Amarrar un barco"]),
        ("Laden, wenn ein Boot anlegt.", ["Ein Boot anlegt"]),
        ("Wird verwendet, wenn ein Boot anlegt.", ["Ein Boot anlegt"]),
        ("Deve ser usado quando um barco chega.", ["Um barco chega"]),
        ("Disegna mappe. Da usare quando arriva una barca o prima di una partenza.",
         ["Arriva una barca", "Prima di una partenza"]),
        ("Usa questa skill ogni volta che serve una mappa.", ["Serve una mappa"]),
        ("Utilizzare per misurare la marea.", ["Misurare la marea"]),
        ("Чинит сборку. Использовать, когда сборка падает.", ["Сборка падает"]),
        ("Используйте этого агента при выпуске версии.", ["При выпуске версии"]),
        ("当用户要求整理笔记时使用此代理。", ["整理笔记"]),
        ("擅长写作，在发布之前使用。", ["发布之前"]),
        ("文章を直す。見出しを決める際に使う。", ["見出しを決める"]),
        ("公開前に必ず使用すること。", ["公開前"]),
        ("재고를 셀 때 사용합니다.", ["재고를 셀 때"]),
        ("배포 요청 시 사용.", ["배포 요청 시"]),
        ("Acionar quando um barco chega.", ["Um barco chega"]),
        ("Utilise cet agent quand il faut laver les voiles, tendre les cordes, ou produire une carte.",
         ["Laver les voiles", "Tendre les cordes", "Produire une carte"]),
        ("Úsalo cuando necesites trazar un mapa, medir la marea.", ["Trazar un mapa", "Medir la marea"]),
        ("Úsalo cuando un barco llegue, zarpar sea difícil.", ["Un barco llegue, zarpar sea difícil"]),
        ("Usa questa skill per disegnare mappe, misurare onde.", ["Disegnare mappe", "Misurare onde"]),
        ("Используй, когда нужно починить лодку, найти маяк.", ["Починить лодку", "Найти маяк"]),
        ("Use when boats fail, server logs grow.", ["Boats fail, server logs grow"]),
        ("Use when você precisar revisar o mapa.", ["Revisar o mapa"]),
        ("Verwende diesen Agenten fuer Hafenkarten.", ["Hafenkarten"]),
        ("Verwende ihn waehrend der Flut.", ["Waehrend der Flut"]),
        ("Utilise cet agent quand on te demande de tracer une carte.", ["Tracer une carte"]),
        ("Используй, когда нужно: проверить карту.", ["Проверить карту"]),
        ("Используй, когда пользователь просит починить лодку.", ["Починить лодку"]),
        ("海図を描く。海図の更新に積極的に使用してください。", ["海図の更新"]),
        ("Invocado somente antes de uma partida.", ["Antes de uma partida"]),
        ("Use at the start of a voyage, or when a mast breaks.",
         ["At the start of a voyage", "A mast breaks"]),
        ("Use no início de cada viagem.", ["No início de cada viagem"]),
        ("Nutze ihn zu Beginn jeder Fahrt.", ["Zu Beginn jeder Fahrt"]),
        ("À utiliser à la fin d'une traversée.", ["À la fin d'une traversée"]),
        ("Aktiviere diesen Agenten, wenn ein Boot anlegt.", ["Ein Boot anlegt"]),
        ("Nutze ihn beim Anlegen.", ["Beim Anlegen"]),
        ("Invoquer après une tempête, ou avant un départ.", ["Après une tempête", "Avant un départ"]),
        ("Sollicité lorsqu'un phare s'éteint.", ["Un phare s'éteint"]),
        ("Appelle cet agent lorsque la mer monte.", ["La mer monte"]),
    ],
)  # fmt: skip
def test_each_language_says_when_in_its_own_way(description, phrases):
    assert list(situations(description)) == phrases


@pytest.mark.parametrize(
    "description",
    [
        "Usado en producción por dos equipos.",  # a fact, and no wish
        "Se usa en producción.",
        "可随时使用。",  # “at any time”
        "支持实时使用。",  # “live”
        "整理文件，然后使用。",  # “then”
        "请勿在周末部署时使用。",  # a warning
        "当价格变化时触发事件。",  # what a program does
        "平常時には使用しない。",
        "Usata in produzione da due porti.",
        "Laden für Bootszubehör.",
        "주말에는 사용하지 않는다.",
        "毎日使用してください。",  # “every day”
        "Use subagents to gather context.",  # with whom it works
        "Use at your own risk.",
        "Ativa o motor quando chove.",  # what it does
        "Active le phare pour la nuit.",
        "Aktiviert das Licht, wenn es dunkel wird.",
    ],
)
def test_what_only_looks_like_it_says_nothing(description):
    assert situations(description) == ()


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ("Use for audits; it returns a table, not prose.", ["Audits; it returns a table, not prose"]),
        ("Use for slow queries; locked tables; full disks.", ["Slow queries", "Locked tables", "Full disks"]),
    ],
)
def test_where_semicolons_stand_commas_part_no_list(description, phrases):
    assert list(situations(description)) == phrases


@pytest.mark.parametrize(
    "description",
    [
        "This skill should be used when the user wants to draw a chart.",
        "Claude should use this skill whenever asked to draw a chart.",
        "You should use this skill when someone asks you to draw a chart.",
        "Reads the sea. Also use when they need to draw a chart.",
        "This skill applies when users need to draw a chart.",
        "Use FIRST when Claude needs to draw a chart.",
        "MUST USE to draw a chart.",
        "When the user wants to draw a chart. For logs, see the log keeper.",
        "Whenever users want to draw a chart, use this skill.",
        "Use when the user wants to: draw a chart.",
        "Use when, and only when, the user asks to draw a chart.",
        "Use when the user or a skipper asks to draw a chart.",
    ],
)
def test_who_is_called_may_be_named_before_it_and_who_calls_too(description):
    assert situations(description) == ("Draw a chart",)


@pytest.mark.parametrize(
    ("description", "phrase"),
    [
        ("Use PROATIVAMENTE quando um barco chega.", "Um barco chega"),
        ("Use explicitamente para desenhar mapas.", "Desenhar mapas"),
        ("Úsame cuando haya que amarrar.", "Amarrar"),
        ("Cuando el usuario quiera amarrar.", "Amarrar"),
        ("Wenn der Nutzer ein Boot sucht.", "Der Nutzer ein Boot sucht"),
    ],
)
def test_so_may_they_be_in_other_languages(description, phrase):
    assert situations(description) == (phrase,)


@pytest.mark.parametrize(
    "description",
    [
        "When the tide turns, list the boats.",  # what it does then
        "It is used for mooring.",  # a fact
        "The wind triggers for hours.",
        "If a line breaks, I call the harbour master.",
        "When users are uncertain, you steady them.",
    ],
)
def test_a_clause_that_tells_something_else_is_no_call(description):
    assert situations(description) == ()


@pytest.mark.parametrize(
    ("description", "words", "phrases"),
    [
        ('This skill should be used when the user asks to "draw a chart", "moor", or "log it".',
         ("draw a chart", "moor", "log it"), ()),
        ("Use when the skipper says 'where's the buoy?' or similar.", ("where's the buoy?",), ()),
        ("Also use when they mention 'tide,' 'surge,' or 'spring tide.' For logs, see the log keeper.",
         ("tide", "surge", "spring tide"), ()),
        ("Use when someone asks to sail, or says things like “cast off”.",
         ("cast off",), ("Sail, or says things like “cast off”",)),
        ("Use when users say 'cast off', or want to sail.", ("cast off",), ("Sail",)),
        ("Úsalo cuando el usuario diga «amarra» o «zarpa».", ("amarra", "zarpa"), ()),
        ("当用户说“整理”、“收尾”时触发。", ("整理", "收尾"), ()),
        ('Utilise cet agent quand l\'utilisateur veut "tracer une carte", ou après une tempête.',
         ("tracer une carte",), ("Après une tempête",)),
        ('Úsalo cuando el usuario quiere "trazar un mapa".', ("trazar un mapa",), ()),
        ('当用户要求"绑船"或"抛锚"时使用。', ("绑船", "抛锚"), ()),
        ('画海图。当用户要求"画海图"主动使用此代理。', ("画海图",), ()),
        ("画海图。用户说“画海图”，请务必主动使用这个技能。", ("画海图",), ()),
        ('"배 매줘", "닻 내려줘" 같은 요청 시 사용.', ("배 매줘", "닻 내려줘"), ()),
        ('사용자가 "배를 매줘"라고 말할 때 사용합니다.', ("배를 매줘",), ()),
        ("요청을 정리하고 보고할 때 사용.", (), ("요청을 정리하고 보고할 때",)),
        ('Triggers on requests to "moor", or when a storm comes.', ("moor",), ("A storm comes",)),
        ("Use when: tide, high water, surge.", ("tide", "high water", "surge"), ()),
        ("Use when: a boat leaks, a tide turns, a storm comes", (),
         ("A boat leaks, a tide turns, a storm comes",)),
        ("Use when: mooring, hauling, surge", (), ("Mooring, hauling, surge",)),
        ("Use when: surge, high water, mooring plan.", ("surge", "high water", "mooring plan"), ()),
        ("Use when: tide table, sea chart, high water, buoy light",
         ("tide table", "sea chart", "high water", "buoy light"), ()),
        ("Use when: tide table, sea chart, high water", (), ("Tide table, sea chart, high water",)),
        ('Use this skill when "tide, spring, .log" are mentioned.', ("tide", "spring", ".log"), ()),
        ('Use when "tide tables" is mentioned.', (), ('"tide tables" is mentioned',)),
        ('Handles requests for "quick" fixes.', (), ()),
        ('Answers "why" with a log. Says "ahoy" when a boat comes.', (), ()),
    ],
)  # fmt: skip
def test_what_people_say_is_listened_for_and_no_situation_where_it_is_all(description, words, phrases):
    assert keywords(description) == words
    assert situations(description) == phrases


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ("Cuenta cajas. Palabras clave: inventario, almacén.", ("inventario", "almacén")),
        ("Gatilhos: estoque, caixa", ("estoque", "caixa")),
        ("清点库存。触发词：盘点、stock。", ("盘点", "stock")),
        ("触发词：「盘点」或「出库」", ("盘点", "出库")),
        ("Déclencheurs : « l'inventaire », « la caisse »", ("l'inventaire", "la caisse")),
        ("Triggers: \"what's left\", 'count it'", ("what's left", "count it")),
        ("写文章，优化关键词：标题、摘要", ()),  # what it works on
        ("Retriggers: nothing, ever", ()),
        ("Reads the sea. Triggers - tides, storm surge.", ("tides", "storm surge")),
        ("Explains what triggers - and what stops - a flood.", ()),
        ("Watches the sea. Triggers on tides, storm surge, or swell.", ("tides", "storm surge", "swell")),
        ('Triggers on "high water", "spring tide".', ("high water", "spring tide")),
        ("Triggers on tasks involving boats, harbours, tides.", ()),
        ("Triggers on every push to the harbour, even at night.", ()),
        ("トリガー：船長が航路の計画、または海図を求める場合。", ()),
        ("Triggers: the user asks for a berth, when the tide turns", ()),
        ("Triggers: user story, berth", ("user story", "berth")),
        ("Disegna mappe. Parole chiave: mappa, porto", ("mappa", "porto")),
        ("海図を描く。「海図を作って」「航路」と言われたときに使用する。", ("海図を作って", "航路")),
        ("海図を描く。「海図」「航路」などのキーワードで発動。", ("海図", "航路")),
        ("ユーザーが「海図はどこ？」「航路」と言ったら起動。", ("海図はどこ？", "航路")),
        ("起動: 「海図を描く」「航路は？」。", ("海図を描く", "航路は？")),
        ("起動: サーバーを立てる。", ()),
        ("「海図」という言葉を本文に書く。", ()),
        ("清点库存。 触发词：盘点、stock。", ("盘点", "stock")),
    ],
)
def test_the_words_it_listens_for_follow_a_word_for_them(description, words):
    assert keywords(description) == words
    assert not set(words) & set(situations(description))


def test_a_file_that_is_hidden_keeps_its_dot():
    assert situations("Use when .tide/ports.toml changes.") == (".tide/ports.toml changes",)
    assert situations("Use after .tide/ports.toml changes.") == ("After .tide/ports.toml changes",)


def test_who_is_late_and_wants_nothing_stays_in_the_situation():
    assert situations("Use when the user or a skipper is late.") == ("The user or a skipper is late",)


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ("Use when a rope frays (or when a knot slips), or when a hook bends.",
         ["A rope frays (or when a knot slips)", "A hook bends"]),
        ("Use before a race (a start, or after a storm).", ["Before a race (a start, or after a storm)"]),
    ],
)  # fmt: skip
def test_a_clause_in_brackets_is_a_part_of_what_it_explains(description, phrases):
    assert list(situations(description)) == phrases


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ("Mends ropes (old and new) Use when: a knot slips", ["A knot slips"]),
        (
            "mate — keeper of ropes — use when splicing a rope or coiling it",
            ["Splicing a rope or coiling it"],
        ),
        ("Mends ropes. Activates for: frayed ropes, slipped knots", ["Frayed ropes", "Slipped knots"]),
        ("Use when a knot slips Do NOT use for chains", ["A knot slips"]),
        ("Teaches how to Use When as a sign.", []),
        ("A guide to ropes - use cases and prices.", []),
    ],
)
def test_a_call_may_stand_behind_a_line_without_a_full_stop(description, phrases):
    assert list(situations(description)) == phrases


def test_so_may_the_words_it_listens_for():
    assert keywords('Coils until all is dry Triggers on "coil", "dry rope"') == ("coil", "dry rope")


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        (
            'Use when: - User says "splice" - User asks to mend a rope Do NOT use for: - chains',
            ["Mend a rope"],
        ),
        ("Use before: - a race - a storm", ["Before a race", "Before a storm"]),
        ("Use for: one rope - the long one - and its knots", ["One rope - the long one - and its knots"]),
    ],
)
def test_a_list_that_was_folded_into_one_line_has_items_again(description, phrases):
    assert list(situations(description)) == phrases


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ("整理码头。用于绑船或检查绳子时。", ["绑船或检查绳子"]),
        ("适用于潮水涨高，或需要检查码头的场景。", ["潮水涨高", "检查码头"]),
        ("在涨潮后主动使用，或在检查绳子时使用。", ["涨潮后", "检查绳子"]),
        ("在检查船体时使用，以防漏水。", ["检查船体"]),
        ("当用户提到船、潮水、码头时路由到此。", ["用户提到船、潮水、码头"]),
        ("触发时机：当用户想要出海，或描述风浪时。", ["出海", "描述风浪"]),
        (
            "使用するシーン: 出港した後、または「潮位」が言及された時。",
            ["出港した後", "「潮位」が言及された"],
        ),
        ("使用するシーン: 海図が必要な時。", ["海図が必要な時"]),
        ("请主动用于检查码头。", ["检查码头"]),
        ("用于检查码头。", []),  # what it does
    ],
)
def test_a_chinese_or_japanese_sentence_may_say_when_more_than_once_or_behind_a_label(description, phrases):
    assert list(situations(description)) == phrases


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ("触发：出海、潮位、moor。", ("出海", "潮位", "moor")),
        ("触发：用户要求出海、检查潮位。", ()),  # a clause
        ("触发条件：“出海”、“潮位”", ("出海", "潮位")),
        ("自动触发：出海、潮位。", ()),
        ("当用户提到“出海/sail/起航”时使用。", ("出海", "sail", "起航")),
        ("当用户提到“logs/sea/tide”时使用。", ("logs/sea/tide",)),
    ],
)
def test_so_do_the_words_of_a_chinese_one(description, words):
    assert keywords(description) == words


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ("Sửa thuyền. Dùng khi người dùng yêu cầu vá buồm; không dùng để đóng thuyền mới.", ["Vá buồm"]),
        ("Sử dụng khi thuyền bị rò nước.", ["Thuyền bị rò nước"]),
        ("Use when a hull leaks; do not use it for sails.", ["A hull leaks"]),
        ("Dùng gỗ để đóng thuyền.", []),
    ],
)
def test_what_stands_behind_says_when_not(description, phrases):
    assert list(situations(description)) == phrases


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ('Use for "moor the boat", "drop anchor".', ("moor the boat", "drop anchor")),
        ("USE WHEN: 'moor X', 'drop anchor', after the harbour has answered.", ("moor X", "drop anchor")),
        ('Use on "moor", "drop anchor", or when a storm comes.', ("moor", "drop anchor")),
        ('Use when saying "moor" or "drop anchor".', ("moor", "drop anchor")),
        ('Use when asked to "moor", "drop anchor" or help ashore.', ("moor", "drop anchor")),
        ('Use when the user wants to "moor", "drop anchor", or anything else.', ("moor", "drop anchor")),
        ('Triggers on phrases like "moor" or "drop anchor".', ("moor", "drop anchor")),
        ('Triggers include: "moor", "drop anchor".', ("moor", "drop anchor")),
        ('Triggers on "moor", "drop anchor", or any wish to stay the night.', ("moor", "drop anchor")),
        ('Use when "Moor" and "Anchor" buttons are missing.', ()),  # names of things
        ('Use for "quick" fixes.', ()),
        ('Also triggers a "moor" event and a "done" event.', ()),
    ],
)
def test_phrases_in_quotes_behind_a_call_are_what_people_say(description, words):
    assert keywords(description) == words


@pytest.mark.parametrize(
    ("description", "phrases"),
    [
        ('Use for "moor the boat", "drop anchor".', []),
        ('Use on "moor", "drop anchor", or when a storm comes.', ["A storm comes"]),
        ('Use when saying "moor" or "drop anchor", or leaving a port.', ["Leaving a port"]),
        ("「係留したい」「錨を下ろしたい」といった場面で使う。", ["係留したい", "錨を下ろしたい"]),
    ],
)
def test_and_no_situations(description, phrases):
    assert list(situations(description)) == phrases
