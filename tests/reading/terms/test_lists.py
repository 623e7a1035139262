"""Sentences that are a list of terms, and those that only have commas."""

from __future__ import annotations

import pytest

from persona_docs.reading.terms.lists import list_terms


def test_a_description_that_is_a_list_names_terms():
    assert list_terms("Liderazgo técnico, decisiones de arquitectura, mentoría y gestión de deuda.") == (
        "Liderazgo técnico",
        "Decisiones de arquitectura",
        "Mentoría",
        "Gestión de deuda",
    )
    assert list_terms("Plans the work, writes the code, and ships it.") == ()
    assert list_terms("Supply charts, tides, and hours.") == ()
    assert list_terms("Misura onde, vede il vento e la marea.") == ()
    assert list_terms("Defines sea lanes, berths, and hours.") == ()
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
        ("Standards for ropes, knots and signals", ("Ropes", "Knots", "Signals")),
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
        "编辑海图、潮汐表、航海日志。",
        "Show tides — depth, current, wind.",
        "Sets sails, ropes, and anchors.",
        "Does not cover sails, ropes, and anchors.",
        "How to splice, whip, and coil ropes.",
        "Knots in daylight; splices by night; reports ropes and piers.",
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
        "Mandatory for old boats, new crews, or long trips.",
        "Designer, developer, and writer.",
        # what is said of a list
        "Boat inspection across safety, speed, and comfort.",
        "Knots, and habits for tying robust, simple, and safe loops.",
        "Guide for painting, launching, and naming boats.",
        "Patterns for towing across lakes, rivers, and seas.",
        "Knot patterns for boats - bowline, hitch, splice.",
        # when to call
        "Triggers - boats, ropes, knots.",
        "Triggers on questions about boats, ropes, or knots.",
        "Automatically invoked when mooring, towing, or painting boats.",
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
        ("Set theory, graphs, and proofs.", ("Set theory", "Graphs", "Proofs")),
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
