"""Headings: how they are compared, and what they announce."""

from __future__ import annotations

import pytest

from persona_docs.reading.body.headings import concept_of, names_expertise, normalise_heading


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("🎯 Sección 3: **Áreas de Expertise** (clave):", "areas de expertise"),
        ("1. Core Expertise", "core expertise"),
        ("2.1 Core Expertise", "core expertise"),
        ("Phase 2: Tools & Traps", "tools and traps"),
        ("你的核心能力：", "你的核心能力"),
    ],
)
def test_headings_are_compared_bare(title, plain):
    assert normalise_heading(title) == plain


@pytest.mark.parametrize(
    ("title", "concept"),
    [
        ("Core Expertise", "expertise"),
        ("Step 2: Tools", "other"),
        ("Phase 5 – Knowledge", "other"),
        ("Fase 2: Herramientas", "other"),
        ("Step 2 Tools", "tools"),
        ("Technical Expertise", "expertise"),
        ("🎯 Sección 3: Áreas de Expertise", "expertise"),
        ("Your Focus Areas", "expertise"),
        ("Fachgebiete", "expertise"),
        ("Expertise Principale", "expertise"),
        ("Compétences clés", "expertise"),
        ("核心专长", "expertise"),
        ("Capacidades avançadas", "capabilities"),
        ("Advanced Capabilities", "capabilities"),
        ("你的核心能力", "capabilities"),
        ("Tech stack", "capabilities"),
        ("Knowledge Base", "knowledge"),
        ("When to use this agent", "activates on"),
        ("You should be used PROACTIVELY when", "activates on"),
        ("Casos de uso", "activates on"),
        ("Cuándo usarlo", "activates on"),
        ("Quando usar", "activates on"),
        ("使用场景", "activates on"),
        ("触发场景", "activates on"),
        ("When to Apply", "activates on"),
        ("When to trigger it", "activates on"),
        ("When to run this check", "activates on"),
        ("Invoke When (any one is enough)", "activates on"),
        ("Activate this skill for:", "activates on"),
        ("Use this command when", "activates on"),
        ("When this skill applies", "activates on"),
        ("Auto-Trigger", "activates on"),
        ("Usage scenarios", "activates on"),
        ("Scenario", None),  # a story
        ("触发时机", "activates on"),
        ("使用時機", "activates on"),
        ("Wann diesen Agenten verwenden?", "activates on"),
        ("Wann einsetzen", "activates on"),
        ("Quand l’utiliser", "activates on"),
        ("Quand invoquer cet agent", "activates on"),
        ("Quando acionar este agente", "activates on"),
        ("いつ使うか", "activates on"),
        ("Quand m'utiliser", "activates on"),
        ("Wann du gerufen wirst", "activates on"),
        ("Quando usarlo", "activates on"),
        ("Casi d'uso", "activates on"),
        ("Le tue competenze principali", "expertise"),
        ("Capacità", "capabilities"),
        ("できること", "capabilities"),
        ("Strumenti disponibili", "tools"),
        ("Ruolo", "identity"),
        ("Regole", "other"),
        ("Quando non usarlo", None),
        ("使用タイミング", "activates on"),
        ("사용 시점", "activates on"),
        ("Когда использовать", "activates on"),
        ("Fachkenntnisse", "expertise"),
        ("Domaines d’expertise", "expertise"),
        ("Áreas de conhecimento", "expertise"),
        ("專業領域", "expertise"),
        ("専門領域", "expertise"),
        ("전문 분야", "expertise"),
        ("Ключевые компетенции", "expertise"),
        ("コマンド一覧", "commands"),
        ("명령어", "commands"),
        ("Команды", "commands"),
        ("Verfügbare Werkzeuge", "tools"),
        ("Outils disponibles", "tools"),
        ("使用ツール", "tools"),
        ("사용 도구", "tools"),
        ("Доступные инструменты", "tools"),
        ("역할", "identity"),
        ("Regeln", "other"),
        ("Étapes", "other"),
        ("禁止事項とルール", "other"),
        ("출력 형식", "other"),
        ("Порядок и правила", "other"),
        ("Wann nicht verwenden", None),
        ("いつ使わないか", None),
        ("Когда не использовать", None),
        ("Comandos de Activación", "commands"),
        ("Slash commands", "commands"),
        ("Herramientas preferidas", "tools"),
        ("Integration with other agents", "relations"),
        ("Interacción con otros roles", "relations"),
        ("Works Well With", "relations"),
        ("🧠 Your Identity & Memory", "identity"),
        ("Best practices", "other"),
        ("Quality checklist", "other"),
        ("When invoked", "other"),
        ("Communication protocol", "other"),
        ("When to use which tool", None),
        ("When to run migrations", None),
        ("Call for action", None),
        ("When not to use", None),
        ("Cuándo usar cada herramienta", None),
        ("Pandas", None),
        ("Skills", "capabilities"),
        ("Skill set", "capabilities"),
        ("Skill: harbour-watch", None),
    ],
)
def test_a_heading_announces_a_concept(title, concept):
    found = concept_of(title)
    assert (found.value if found else None) == concept


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("React Expertise", True),
        ("Core Domain Expertise", True),
        ("Step 1: Load your expertise", False),
        ("3.4 Validate Updated Expertise", False),
        ("Answer with expertise", False),
    ],
)
def test_what_is_done_with_an_expertise_names_none(title, named):
    assert names_expertise(title) is named
