"""Sentences that say what somebody knows."""

from __future__ import annotations

import pytest

from persona_docs.reading.terms.spoken import object_terms


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
        # what it is done for, and what is done to all of a list
        (
            "An expert in working with cranes to lift, turn, and lower boats at the pier.",
            ["Working with cranes"],
        ),
        (
            "An expert in counting all boats in the north, on the pier, and under way.",
            ["Counting all boats in the north, on the pier, and under way"],
        ),
        (
            "An expert in counting all boats that lie in the north, on the pier, and under way.",
            ["Counting all boats"],
        ),
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
        ("You are an expert in tides with access to charts.", ["Tides"]),
        # German, French and Italian
        ("Du bist ein Tester mit Expertise in Seilen und Segeln.", ["Seilen", "Segeln"]),
        (
            "Du bist Hafen-Experte für Karten, Gezeiten und Seile, der Boote liebt.",
            ["Karten", "Gezeiten", "Seile"],
        ),
        ("Spezialisiert auf die Pflege von Seilen mit zehn Jahren Erfahrung.", ["Pflege von Seilen"]),
        ("Spezialisiert auf das Planen und die Pflege von Booten.", ["Planen", "Pflege von Booten"]),
        ("Spezialisiert auf das Planen und Kalibrieren alter Uhren.", ["Planen und Kalibrieren alter Uhren"]),
        ("Expertise im Bootsbau und in der Navigation.", ["Bootsbau", "Navigation"]),
        ("Tu es un expert en cartes marines pour le port de Brest.", ["Cartes marines"]),
        (
            "Vous êtes spécialiste des marées, des cordages et des phares qui aide.",
            ["Marées", "Cordages", "Phares"],
        ),
        (
            "Spécialisée dans l'étude des voiles et la réparation des coques.",
            ["Étude des voiles", "Réparation des coques"],
        ),
        ("Expert d'analyse et d'art.", ["Analyse", "Art"]),
        ("Tu as une expérience en cartes et une maîtrise de la voile.", ["Cartes", "Voile"]),
        ("Bonnes connaissances des marées.", ["Marées"]),
        ("Mit Kenntnissen in Knoten und Fachwissen für Segel.", ["Knoten", "Segel"]),
        ("Hai competenze di vela e conoscenza del porto.", ["Vela", "Porto"]),
        ("Ton expertise de pilote est grande.", []),
        ("Sei specializzato nella cura di vele e scafi per il porto.", ["Cura di vele", "Scafi"]),
        ("Hai esperienza in mappe e nei fari.", ["Mappe", "Fari"]),
        # names, of which the last is one of something
        ("精通 Rust、缓存和船只特有的系统。", ["Rust", "缓存", "船只特有的系统"]),
        ("专注于缓存、Rust和索引的系统评审专家", ["缓存", "Rust", "索引"]),
    ],
)
def test_a_sentence_may_name_an_expertise(sentence, terms):
    assert list(object_terms(sentence)) == terms


def test_a_portuguese_adjective_stays_with_its_noun():
    said = "Você é um arquiteto especializado em projeto de barcos manobráveis e sustentáveis."
    assert object_terms(said) == ("Projeto de barcos manobráveis e sustentáveis",)
