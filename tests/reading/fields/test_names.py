"""What a persona is called and filed under: title, icon, name, category, language."""

from __future__ import annotations

import pytest

from persona_docs.reading.text.icons import split_icon


@pytest.mark.parametrize(
    ("front", "heading", "title"),
    [
        ("name: api-engineer", "", "API Engineer"),
        ("name: api-engineer", "# The API Engineer", "The API Engineer"),
        ("name: api-engineer", "# API Engineer – builds doors", "API Engineer – builds doors"),
        ("name: api-engineer", "# You are an engineer", "API Engineer"),
        ("name: api-engineer", "## Section first\n\n# Then a title", "API Engineer"),
        ("name: API Engineer", "# Something else", "API Engineer"),
        ("name: 🛠 API Engineer", "", "API Engineer"),
        ("title: Engineer of APIs", "# X", "Engineer of APIs"),
        ("", "# QA Agent Personality", "QA"),
        ("name: teller", "You tell.\n\n# The Teller of Tales", "Teller"),
        ("name: teller", "<meta>\nkind: tale\n</meta>\n\n![](a.png)\n\n# Teller of Tales", "Teller of Tales"),
        ("name: teller", "```\ncode\n```\n\n# Teller of Tales", "Teller of Tales"),
        ("", "# @teller\n\nTell.\n\n# Rules\n\n- None", "@teller"),
        ("name: teller", "# Operating Principles\n\nTell.", "Teller"),
        ("", "# Rol\n\nCuentas.\n\n# Objetivo\n\nContar.", "A"),
        ("", "# Role: Teller of Tales", "Teller of Tales"),
        ("", "# Persona – The Teller", "The Teller"),
        ("", "# Agent-Based Modeller", "Agent-Based Modeller"),
        ("", "# Workflow Designer", "Workflow Designer"),
        ("", "# Phaser Game Developer", "Phaser Game Developer"),
        ("", "# Step Functions Expert", "Step Functions Expert"),
        ("", "# Rules Engine Architect", "Rules Engine Architect"),
        ("", "# Rules for the architect", "A"),
        ("", "# Steps to Harbour", "A"),
        ("", "# ---- Old Tales ----#", "A"),
        ("", "# ---", "A"),
        ("", "# When to call the expert", "A"),
        ("name: rule", "# Rule: Tell No Tale Twice", "Tell No Tale Twice"),
        ("name: rule", "# Regla: Contar una vez", "Contar una vez"),
        ("", "# Tale Writer\n\nTell.\n\n# Rules\n\n- None", "Tale Writer"),
        ("name: teller", "# The Great Teller\n\nTell.\n\n# Rules\n\n- None", "The Great Teller"),
        ("name: teller", "# DEPRECATED — forwards to writer (long tales)", "Teller"),
        ("name: teller", "# ⚠️ [Deprecated]: use `writer` instead", "Teller"),
        ("name: teller", "# Deprecated", "Teller"),
        ("name: teller", "# [Deprecated] Teller of Tales", "[Deprecated] Teller of Tales"),
        ("name: teller", "# DEPRECATED: Teller of Tales", "DEPRECATED: Teller of Tales"),
        ("name: teller", "# Deprecated API Hunter", "Deprecated API Hunter"),
        ("name: teller", "# Long ago\n\nTell.\n\n# Nowadays\n\nStop.", "Teller"),
        ("", "", "A"),
        ("", "# /harbour:personality", "/harbour:personality"),
    ],
)
def test_a_title_is_made_for_people(persona, front, heading, title):
    assert persona(f"---\n{front}\n---\n\n{heading}\n").title == title


@pytest.mark.parametrize(
    ("heading", "title", "icon"),
    [
        ("# 📐 The Architect", "The Architect", "📐"),
        ("# Persona: The Architect 📐", "The Architect", "📐"),
        ("# Persona: 📐 The Architect", "The Architect", ""),
        ("# The 📐 Architect 🔧", "The Architect", ""),
        ("# Architect of Acme™", "Architect of Acme", ""),
    ],
)
def test_an_icon_stands_before_or_behind_a_title(persona, heading, title, icon):
    found = persona(f"{heading}\n")
    assert (found.title, found.icon) == (title, icon)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("x/data.agent.md", "data"),
        ("x/data.chatmode.md", "data"),
        ("x/SKILL.md", "x"),
        ("x/v4.8-expert.md", "v4.8-expert"),
        ("x/日本.md", "日本"),
    ],
)
def test_a_file_names_what_names_itself_nowhere(persona, path, name):
    assert persona("Text.\n", path).name.value == name


@pytest.mark.parametrize(
    ("path", "category"),
    [
        ("design/ux.md", "Design"),
        ("04-quality-security/qa.md", "Quality Security"),
        ("plugins/seo-tools/agents/a.md", "SEO Tools"),
        ("agents/a.md", ""),
        (".claude/agents/a.md", ""),
        ("v2.3/a.md", ""),
        ("design/pdf/SKILL.md", "Design"),
        ("es/diseno/a.md", "Diseno"),
        ("docs/ja-JP/agents/a.md", ""),
        ("tax-law/references/a.md", "Tax Law"),
        ("dist/skills/a.md", ""),
        ("hr-ops/agents/a.md", "HR Ops"),
        ("a.md", ""),
    ],
)
def test_a_folder_files_what_has_no_category(persona, path, category):
    found = persona("Text.\n", path).category
    assert (found.value, found.derived) == (category, True)


@pytest.mark.parametrize(
    ("path", "declared", "lang"),
    [
        ("a_zh.md", "", "zh"),
        ("a.es.md", "", "es"),
        ("pt-br/a.md", "", "pt-BR"),
        ("docs/ja-JP/a.md", "", "ja-JP"),
        ("ar-vr/a.md", "", ""),
        ("a.md", "lang: es", "es"),
        ("a_zh.md", "lang: ja", "ja"),
        ("a.md", "language: Español", "es"),
        ("a.md", "language: python", ""),
        ("it/a.md", "", ""),
        ("a.md", "", ""),
    ],
)
def test_a_language_is_declared_or_told_by_the_path(persona, path, declared, lang):
    assert persona(f"---\nname: a\n{declared}\n---\n", path).lang == lang


@pytest.mark.parametrize(
    ("text", "icon"),
    [
        ("🛠️ Tools", "🛠️"),
        ("👩‍💻 Dev", "👩‍💻"),
        ("🇫🇷 France", "🇫🇷"),
        ("👍🏽", "👍🏽"),
        ("1️⃣ One", "1️⃣"),
        ("A 🛠", "🛠"),
        ("🛠 A 🔧", "🛠"),
        ("A 🛠 🔧", ""),
        ("A 🛠 B", ""),
        ("#1", ""),
    ],
)
def test_an_icon_is_one_grapheme(text, icon):
    assert split_icon(text)[0] == icon
