"""Terms: what stands on a chip is a noun phrase, short, and bare of markup and orders."""

from __future__ import annotations

import pytest

from persona_docs.reading.body.passages import Block, Kind
from persona_docs.reading.derived.expertise import expertise
from persona_docs.reading.terms.items import LIMIT, clean, item_terms
from persona_docs.reading.terms.lists import list_terms
from persona_docs.reading.terms.spoken import object_terms
from persona_docs.reading.terms.weak import is_weak
from tests.reading.texts import text, values


def item(text: str) -> Block:
    """A list item; what is in `**…**` at its start is bold."""
    lead = text[2 : text.index("**", 2)] if text.startswith("**") else ""
    return Block(Kind.ITEM, text.replace("**", ""), 1, lead=lead)


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        # a bold lead names the thing, unless it is only a kind of thing
        ("**API design**: REST, GraphQL", ["API design"]),
        ("**API design:** REST, GraphQL", ["API design"]),
        ("**API design** - resources first", ["API design"]),
        ("**API design** (REST)", ["API design"]),
        ("**Languages**: Python, Go", ["Python", "Go"]),
        ("**Bases de datos**: PostgreSQL, Redis", ["PostgreSQL", "Redis"]),
        ("**Primary language**: Python", ["Python"]),
        ("**Core skills**: Python", ["Core skills"]),
        ("**Databases**: choose one that fits the load and the team, not the fashion", ["Databases"]),
        # a plain key with a list of short things stands for the things
        ("Languages: Python, Go", ["Python", "Go"]),
        ("Queues: RabbitMQ, Redis Pub/Sub, and SQS", ["RabbitMQ", "Redis Pub/Sub", "SQS"]),
        ("Caching: keep answers near the reader, and drop them in time", ["Caching"]),
        # a rule's list is of what it forbids or demands
        ("Logging: No secrets, tokens, or names", ["Logging"]),
        ("Inputs: Never trusted, never logged, never kept", ["Inputs"]),
        ("**Databases**: Avoid cursors, triggers", ["Databases"]),
        ("Registros: Sin claves, nombres, correos", ["Registros"]),
        ("Registros: Evite chaves, nomes, endereços", ["Registros"]),
        ("日志：不要密码、令牌", ["日志"]),
        ("Storage: NoSQL, object stores", ["NoSQL", "Object stores"]),
        # leads are cut off
        ("Expert in Python (Django, FastAPI), Go, Node.js", ["Python (Django, FastAPI)", "Go", "Node.js"]),
        ("Deep understanding of query plans", ["Query plans"]),
        ("Dominio de PostgreSQL", ["PostgreSQL"]),
        ("精通 Kubernetes", ["Kubernetes"]),
        ("负责需求管理", ["需求管理"]),
        # plain noun phrases
        ("PostgreSQL optimization and scaling.", ["PostgreSQL optimization and scaling"]),
        ("gRPC services", ["gRPC services"]),
        ("query tuning", ["Query tuning"]),
        (".NET 10", [".NET 10"]),
        ("Event design — names in the past tense", ["Event design"]),
        # achievements, orders and questions are none
        ("Built 30+ APIs that serve millions", []),
        ("Scaled services from 10 to 10M users", []),
        ("Always validate input", []),
        ("Never trust the client", []),
        ("What is the budget?", []),
        ("80% reading", []),
        ("etc.", []),
    ],
)
def test_an_item_stands_for_terms(written, terms):
    assert list(item_terms(item(written))) == terms


def test_a_kind_of_thing_stands_for_the_items_below_it():
    below = [item("Python"), item("Go")]
    assert item_terms(item("**Languages**"), below) == ("Python", "Go")


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("`Docker` images", "Docker images"),
        ("**bold** and [link](https://example.org)", "Bold and link"),
        ("🚀 Release trains", "Release trains"),
        ("The review of contracts", "Review of contracts"),
        ("- [ ] dashboards", "Dashboards"),
        ("designing and running load tests", "Load tests"),
        ("master data management", "Master data management"),
        ("Master knots", "Knots"),
        ("managing both releases", "Releases"),
        ("C", "C"),
        ("Chart.js", "Chart.js"),
        (".NET", ".NET"),
        ("Boats in boats.json", "Boats in boats.json"),
        ("docs/knots.md", ""),
        ("`tide_table.py`", ""),
        (".py/.go", ""),
        ("/moor", ""),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_term_is_bare(written, term):
    assert clean(written) == term


@pytest.mark.parametrize(
    "written",
    [
        "Incident response for distributed systems with many teams, clocks and places to look at once",
        "Schema migrations (with locks, backfills, shadow tables, feature flags and a plan for going back)",
        "word " * 40,
        "x" * 200,
    ],
)
def test_a_term_fits_on_a_chip(written):
    term = clean(written)
    assert 0 < len(term) <= LIMIT + 1
    assert term.rstrip("…")[-1] not in ".,;: "


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        (
            "You are an engineer specializing in query tuning, locks, and indexes.",
            ["Query tuning", "Locks", "Indexes"],
        ),
        ("Your expertise covers load tests and capacity planning.", ["Load tests", "Capacity planning"]),
        ("You are expert in building fast, safe services.", ["Building fast, safe services"]),
        ("You are expert in bread and butter, tea and milk.", ["Bread and butter", "Tea", "Milk"]),
        ("Ingeniera experta en Rust, WebAssembly y compiladores.", ["Rust", "WebAssembly", "Compiladores"]),
        ("你精通数据库、缓存。", ["数据库", "缓存"]),
        ("精通数据库和缓存的专家，专注于大型系统。", ["数据库", "缓存", "大型系统"]),
        # "you" and a verb in the present
        ("You specialize in sails, ropes, and knots.", ["Sails", "Ropes", "Knots"]),
        ("You specialise in sails, ropes, and knots.", ["Sails", "Ropes", "Knots"]),
        ("You focus on sails, ropes, and knots.", ["Sails", "Ropes", "Knots"]),
        # a second lead within the list
        (
            "You have expertise in safe boats, focusing on sails, ropes, and knots.",
            ["Safe boats", "Sails", "Ropes", "Knots"],
        ),
        ("Especialista em barcos focado em velas, cordas e nós.", ["Barcos", "Velas", "Cordas", "Nós"]),
        ("Ingeniera experta en barcos, enfocada en velas y cuerdas.", ["Barcos", "Velas", "Cuerdas"]),
        # clauses behind it
        ("A clerk specializing in small harbours, specifically trained for the north.", ["Small harbours"]),
        ("You are expert in old maps, this agent draws new ones, and well.", ["Old maps"]),
        (
            "You focus on drawing charts, reading tides, and ensuring calm.",
            ["Drawing charts", "Reading tides"],
        ),
        ("Carpintera experta en barcos, enfocada en construir cascos firmes, ligeros y bellos.", ["Barcos"]),
        ("你精通数据库、缓存，拥有多年经验。", ["数据库", "缓存"]),
        ("你擅长将数据变成图表，与读者交流。", []),
        # adjectives before one noun
        (
            "A designer specializing in creating intuitive, beautiful, and accessible user interfaces.",
            ["Intuitive, beautiful, and accessible user interfaces"],
        ),
        ("You specialize in scalable, secure, and maintainable multi-storey plumbing installations.", []),
        ("专注于创建直观、可扩展的 API 架构。", ["直观、可扩展的 API 架构"]),
        ("专注于可靠的管道、可扩展的架构。", ["可靠的管道", "可扩展的架构"]),
        # a gerund among nouns, and before its noun
        (
            "Focuses on comfort, mooring, safety, and speed.",
            ["Comfort", "Mooring", "Safety", "Speed"],
        ),
        ("Expertise in sorting, mooring, and painting boats.", ["Boats"]),
        # how long somebody has done it
        ("Eres experto en mareas con años de experiencia.", ["Mareas"]),
        ("An expert in tides with many years of practice on boats, sails and knots.", ["Tides"]),
        ("It sorts the boats so you focus on what matters most.", []),
        ("Helps so you focus on sails, ropes, and knots.", []),
        # what is known besides
        ("You specialize in tides, with deep expertise in ropes and knots.", ["Tides", "Ropes", "Knots"]),
        ("Eres experto en mareas con años de experiencia en velas y nudos.", ["Mareas", "Velas", "Nudos"]),
        ("You are an expert in the field of knots and possess a boat.", ["Knots"]),
        # adjectives of one noun
        (
            "You are skilled in crafting compelling and sturdy boats.",
            ["Crafting compelling and sturdy boats"],
        ),
        ("You are skilled in painting boats and sails.", ["Painting boats", "Sails"]),
        # what is not there, or not said of anybody
        ("A boat, with shallow depth of field, cinematic.", []),
        ("You are an expert in {{sea}}.", []),
        ("You are an expert in [your harbour].", []),
        ('"You are an expert in knots.\\nTie this."', ["Knots"]),
        ("Masters poems, their rhyme, and metre.", ["Poems", "Metre"]),
        ("Be skilled in order to row.", []),
        # no list where a part of it is no term
        ("Your expertise covers sails, ropes, and never knots.", []),
        ("Focuses on recently painted boats unless told otherwise.", []),
        ("Your expertise covers sails, ropes, and more.", ["Sails", "Ropes"]),
        # a word of two languages
        ("航海に精通し、「風の向き」だけを信じます。", []),
        ("Your knowledge of packages and frameworks is out of date.", []),
        ("You like long walks, rain, and tea.", []),
        ("An expert international team.", []),
        ("Master on/off switch for lights, bells and horns.", []),
        ("一位资深领航员。你让船员专注于航行。", []),
        ("You specialize in creating high-quality, sturdy boats.", ["Creating high-quality, sturdy boats"]),
        ("You are skilled in painting boats neatly and fluently.", ["Painting boats neatly"]),
        ("Expertise in ropes, knots, and other sailing matters.", ["Ropes", "Knots"]),
        ("I have experience in old boats but want to build new ones.", ["Old boats"]),
        ("You are versed in every kind of knot.", []),
        # what the list is about
        (
            "You focus on inner harbours: mooring, lights, and locks.",
            ["Mooring", "Lights", "Locks"],
        ),
        (
            "You specialize in locks, inner harbours: mooring, and lights.",
            ["Locks", "Inner harbours: mooring", "Lights"],
        ),
        # names, of which the last is one of something
        ("精通 Rust、缓存和船只特有的系统。", ["Rust", "缓存", "船只特有的系统"]),
        ("专注于缓存、Rust和索引的系统评审专家", ["缓存", "Rust", "索引"]),
    ],
)
def test_a_sentence_may_name_an_expertise(sentence, terms):
    assert list(object_terms(sentence)) == terms


def test_a_description_that_is_a_list_names_terms():
    assert list_terms("Liderazgo técnico, decisiones de arquitectura, mentoría y gestión de deuda.") == (
        "Liderazgo técnico",
        "Decisiones de arquitectura",
        "Mentoría",
        "Gestión de deuda",
    )
    assert list_terms("Plans the work, writes the code, and ships it.") == ()
    assert list_terms("Supply charts, tides, and hours.") == ()
    assert list_terms("Charts, tides, and any cargo.") == ()
    assert list_terms("Un método: reproduce, aísla, hipótesis y verifica.") == ()
    assert list_terms("不适用于：船舶、港口、海图") == ()
    assert list_terms("从当前港口创建一份新的海图 — 发现暗礁、分析更改、推送") == ()


def test_a_job_in_a_list_is_no_term():
    assert list_terms("Sails, ropes, and anchor repair specialist.") == ()
    assert list_terms("Port pilot specialist for tides, berths, and moorings.") == (
        "Tides",
        "Berths",
        "Moorings",
    )


def test_a_portuguese_adjective_stays_with_its_noun():
    said = "Você é um arquiteto especializado em projeto de barcos manobráveis e sustentáveis."
    assert object_terms(said) == ("Projeto de barcos manobráveis e sustentáveis",)


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Audits logins, sessions, and keys.", ("Logins", "Sessions", "Keys")),
        ("Covers GraphQL, gRPC and REST", ("GraphQL", "gRPC", "REST")),
        # the kind of a text is not what it is about
        (
            "Guide for towing boats, including ropes, knots, and signals.",
            ("Towing boats", "Ropes", "Knots", "Signals"),
        ),
        ("Advice on sails covering cloth, thread, and wind", ("Sails", "Cloth", "Thread", "Wind")),
        ("Best practices for ropes, knots and signals", ("Ropes", "Knots", "Signals")),
        ("Oak/pine hull patterns for ropes, knots and signals", ("Ropes", "Knots", "Signals")),
        # the name or the job before it is none of them
        ("Harbour front - Buoys, Lights, Ropes", ("Buoys", "Lights", "Ropes")),
        ("Senior boat designer, sails, ropes and knots", ("Sails", "Ropes", "Knots")),
        ("Product Owner orientado a valor, clareza e prazos", ("Valor", "Clareza", "Prazos")),
        ("Boat tester focused on sails, ropes, and knots", ("Sails", "Ropes", "Knots")),
        ("Planning, mooring, and painting.", ("Planning", "Mooring", "Painting")),
        ("Implements tide tables, buoy lights, and fog horns.", ("Tide tables", "Buoy lights", "Fog horns")),
    ],
)
def test_what_somebody_deals_with_in_one_word_is_what_they_know(sentence, terms):
    assert list_terms(sentence) == terms


@pytest.mark.parametrize(
    "sentence",
    [
        # addressed to somebody
        "You are calm, patient, and exact.",
        "Eres paciente, exacta y breve.",
        "Você é calmo, exato e breve.",
        "你是向导，回答提问，分派任务。",
        # what somebody does
        "Audits logins, hides keys, and burns letters.",
        "Audits logins for gaps, risks, and costs.",
        "Audits logins, sessions, and keys before a release.",
        "Audits the logins, the sessions, and the keys.",
        "Writes clean, fast, and tested code.",
        "Writes clean, readable code, notes, and letters.",
        "Quietly reviews layouts, colours, and spacing.",
        "Simplifies queries, joins, and views.",
        "Read the plan for gaps, risks, and costs.",
        "It covers queries, joins, and views.",
        "Revisa consultas, índices y vistas.",
        "Garante prazos, custos e qualidade.",
        "Se ocupa de consultas, índices y vistas.",
        "自动检查变更、命名、格式。",
        # what is done
        "Enforced via hooks, linters, and reviews.",
        "Pensado para equipos, escuelas y museos.",
        "Draft menus, price lists, and labels.",
        "Audit doors, windows, and roofs.",
        "Assist crews with knots, sails, and charts.",
        "Build or improve hulls, masts, and oars.",
        "Paint and hang a door, window, and roof.",
        "On first use, collects names, dates, and tides.",
        "Flags leaks, loose ropes, and cracks in the hull.",
        "Boat agent - mends and paints old hulls, masts, and oars.",
        "Essential for boat owners, crews, and guests.",
        "Designer, developer, and writer.",
        # what is said of a list
        "Boat inspection across safety, speed, and comfort.",
        "Knots, and habits for tying robust, simple, and safe loops.",
        "Guide for painting, launching, and naming boats.",
        "Patterns for towing across lakes, rivers, and seas.",
        "Knot patterns for boats - bowline, hitch, splice.",
        # when to call
        "Triggers - boats, ropes, knots.",
        "Reads a sea chart into a list — depth, buoy, light, wreck.",
        "Draw the hull before wood is cut — a new boat, a refit, or a small change.",
        "Use for doors, windows, roofs, and paint.",
        "문, 창문, 지붕 요청 시 사용.",
        # no list where a part of it is no term
        "Doors, windows, and always paint.",
        # languages whose clauses have no rules
        "Dùng khi cần sơn cửa, viết nhãn, đo mái.",
        "Türen, Fenster, Dächer und Farben.",
        "Portes, volets, toits et peintures.",
        "仕様、納期、予算を守りながら進める。",
        # clauses
        "数据建模、把所有查询都改写成视图、缓存。",
        'Answers to "tidy up", "sort it", "clear the desk".',
    ],
)
def test_a_sentence_is_no_list_for_its_commas(sentence):
    assert list_terms(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("Needs analysis, systems design, and audits.", ("Needs analysis", "Systems design", "Audits")),
        ("Revisión de código, pruebas y métricas.", ("Revisión de código", "Pruebas", "Métricas")),
        ("Revisão de código, prazos e métricas.", ("Revisão de código", "Prazos", "Métricas")),
        ("数据建模、查询优化、缓存。", ("数据建模", "查询优化", "缓存")),
        ("自动化测试、性能测试、安全测试。", ("自动化测试", "性能测试", "安全测试")),
        ("Experienced in Rust, Go, and C.", ("Rust", "Go", "C")),
        ("Sketches, proofs, etc.", ("Sketches", "Proofs")),
        ("データ設計、キャッシュ、監査。", ("データ設計", "キャッシュ", "監査")),
    ],
)
def test_a_list_of_nouns_is_one_in_every_language(sentence, terms):
    assert list_terms(sentence) == terms


@pytest.mark.parametrize(
    "term",
    [
        *("Build asset graphs", "Enforce speed limits", "Construir prompts", "Cut short…", "With great care"),
        *("Learn from each storm", "Improves the harbour", "Classifies ships", "Classify ships"),
        *("Create and update charts", "Builds and tests boats", "Write or update charts"),
    ],
)
def test_an_order_is_no_noun_phrase(term):
    assert is_weak(term)


@pytest.mark.parametrize(
    "term",
    [
        "Design systems",
        "Test strategy",
        "Test design",
        "Build automation",
        "Asset graphs",
        "User research",
        "Customer communication",
        "Docker images",
        "Reporting",
        "Learning design",
        "Design and review of boats",
        "Test and build automation",
    ],
)
def test_a_noun_phrase_is(term):
    assert not is_weak(term)


@pytest.mark.parametrize(
    "announcement",
    [
        "Your expertise spans:",
        "You have deep expertise in:",
        "You are a pilot who specializes in:",
        "You specialize in:",
        "You excel at:",
        "Tu experiencia abarca:",
        "Eres experta en:",
        "Você conhece profundamente:",
        "Sua expertise inclui:",
        "Deine Fachgebiete umfassen:",
        "Vos domaines d'expertise comprennent :",
        "Sei esperta di:",
        "你的专业领域包括：",
        "你擅长：",
        "専門分野は以下の通りです：",
    ],
)
def test_a_sentence_announces_what_somebody_knows(announcement):
    assert values(expertise(text(f"Hello.\n\n{announcement}\n\n- Tides\n- Ropes\n"))) == ["Tides", "Ropes"]


@pytest.mark.parametrize(
    "announcement",
    [
        "You are no expert in knots, and not skilled in:",
        "You should ask people with expertise in:",
        "Você atualiza o seu conhecimento sobre:",
        "The boats excel at:",
    ],
)
def test_another_sentence_announces_something_else(announcement):
    assert expertise(text(f"Hello.\n\n{announcement}\n\n- Tides\n- Ropes\n")) == ()


def test_the_header_of_a_table_says_whether_its_rows_are_known():
    def known(heading: str, header: str) -> list[str]:
        table = f"| {header} |\n|---|---|\n| Tides | high |\n| Ropes | thick |\n"
        return values(expertise(text(f"## Expertise\n\n{heading}\n\n{table}")))

    assert known("", "Area | Level") == ["Tides", "Ropes"]
    assert known("", "Thing | Level") == ["Tides", "Ropes"]
    assert known("### Seasons", "Technology | Level") == ["Tides", "Ropes"]
    assert known("### Seasons", "Season | Level") == []
    assert known("", "Category | What to find") == []


def test_a_chinese_order_is_no_term_and_a_verb_before_a_list_no_part_of_one():
    assert [is_weak(said) for said in ("使用罗盘进行导航", "检查海图是否一致", "一个使用罗盘")] == [True] * 3
    assert not is_weak("用于远洋航行的海图")
    assert list(map(clean, ("涵盖 3D 海图", "以及潮汐表"))) == ["3D 海图", "潮汐表"]
