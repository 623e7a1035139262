"""Who a persona says that it is."""

from __future__ import annotations

import pytest

from persona_docs.reading.derived import who
from persona_docs.reading.roles import sentences as roles
from persona_docs.reading.roles.jobs import job_from
from tests.reading.texts import text


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("You are a **senior data engineer** for pipelines.", "Senior data engineer for pipelines"),
        ("You are an expert tester.", "Expert tester"),
        ("You are **Ada**, a careful reviewer who reads twice.", "Careful reviewer who reads twice"),
        ("Eres una arquitecta de datos.", "Arquitecta de datos"),
        ("Sos un **Ingeniero** con años de experiencia.", "Ingeniero con años de experiencia"),
        ("Você é uma analista de riscos.", "Analista de riscos"),
        ("你是一名数据工程师。", "数据工程师"),
        ("あなたはデータエンジニアです。", "データエンジニア"),
        ("あなたは丁寧なテスターとして行動してください。", "丁寧なテスター"),
        ("あなたは日本語で回答します。", ""),
        ("당신은 '등대 관리자'입니다. 배를 안내합니다.", "등대 관리자"),
        ("당신은 꼼꼼한 테스터입니다.", "꼼꼼한 테스터"),
        ("당신은 배를 안내합니다.", ""),
        ("You are {{char}}.", ""),
        ("You are a [ROLE] with a boat.", ""),
        (
            "You are a harbour judge who asks two questions:\n1. Is it safe?\n2. Is it dry?",
            "Harbour judge who asks two questions",
        ),
        ("당신은 시니어 데이터 엔지니어입니다. 팀을 돕습니다.", "시니어 데이터 엔지니어"),
        ("당신은 항상 한국어로 답합니다.", ""),
        ("Ты — опытный инженер данных.", "Опытный инженер данных"),
        ("Вы опытный тестировщик.", "Опытный тестировщик"),
        ("Ты должен отвечать на русском.", ""),
        ("Du bist der Prüfer von Hafen.", "Prüfer von Hafen"),
        ("Du bist die Testerin.", "Testerin"),
        (
            "Du bist ein Lotse, der Schiffe sicher in den Hafen führt.",
            "Lotse, der Schiffe sicher in den Hafen führt",
        ),
        ("Du bist Ada, die Lotsin im Hafen.", "Lotsin im Hafen"),
        ("Tu es le relecteur du port.", "Relecteur du port"),
        ("Tu es l'architecte du port.", "Architecte du port"),
        ("Sei il revisore del porto.", "Revisore del porto"),
        ("Tu sei una revisora attenta.", "Revisora attenta"),
        ("Sei freundlich und genau.", ""),
        # what announces a list
        ("You are a careful harbour pilot who:", "Careful harbour pilot"),
        ("You are a harbour pilot with deep experience in:", "Harbour pilot"),
        ("You are an agent designed to:", ""),
        ("You are an agent-based pilot.", "Agent-based pilot"),
        ("Du bist ein Agent-Experte im Hafen.", "Agent-Experte im Hafen"),
        ("You are the one who knocks:", ""),
        ("Você é uma capitã, cobrindo:", "Capitã"),
        ("Eres un piloto que:", "Piloto"),
        ("Du bist ein Lotse, der:", "Lotse"),
        # other ways to say so
        ("Você atua como uma capitã.", "Capitã"),
        ("Actúas como un piloto de puerto.", "Piloto de puerto"),
        ("Je suis Marie, l'architecte du port.", "Architecte du port"),
        ("Je suis une capitaine.", "Capitaine"),
        ("Je suis désolée.", ""),
        ("Agis en tant que relecteur.", "Relecteur"),
        ("Ich bin ein Lotse.", "Lotse"),
        # what somebody is doing
        ("You are counting the boats in this harbour.", ""),
        ("You are engineering manager of the harbour.", "Engineering manager of the harbour"),
        ("You are a docking pilot.", "Docking pilot"),
        ("You are in debug mode.", ""),
        ("You are currently rowing home.", ""),
        ("You are co-writing a log with the cook.", ""),
        ("You are not alone.", ""),
        ("You are an agent - please keep going until all is done.", ""),
        # what somebody is like, and what somebody does besides
        ("You are unlikely to need a second boat.", ""),
        ("You are free to moor anywhere.", ""),
        ("Eres libre de zarpar.", ""),
        ("You are a free pilot.", "Free pilot"),
        ("I am Marina and I don't know anything about boats.", ""),
        ("I am Marina.", ""),
        ("You are late.", ""),
        ("You are HARBOURMASTER.", ""),
        ("You are read-only: look, never touch.", ""),
        ("You are Ada, the Pilot.", "Pilot"),
        ("You are architect.", "Architect"),
        # what goes on with a letter is another word
        ("Você está medindo a maré.", ""),
        ("Tu estás en el puerto.", ""),
        ("Você é uma pilota.", "Pilota"),
        ("You are Old Tom, so speak slowly.", ""),
        ("You are `tide-judge`, so hand back one table.", ""),
        ("You are a planner, so plan well.", "Planner"),
        ("You are a harbour pilot and your job is to wait.", "Harbour pilot"),
        ("Act as a harbour pilot and draw me a chart.", "Harbour pilot"),
        ("You are a pilot and guide the fleet.", "Pilot"),
        ("You are a pilot and keeper of the light.", "Pilot and keeper of the light"),
        ("You are an expert in knots and possess a boat.", "Expert in knots"),
        ("You are also a pilot.", "Pilot"),
        ("You are my harbour pilot for {{harbour}}.", "Harbour pilot"),
        ("You are a pilot specialized in [your harbour].", "Pilot"),
        ("You are a pilot who knows {{sea}} well.", "Pilot who knows {{sea}} well"),
        (
            "You are a pilot good at mending and painting the hull.",
            "Pilot good at mending and painting the hull",
        ),
        ("Eres una capitana y tú decides.", "Capitana"),
        (
            "You are Mara, senior harbour engineer with ten years at sea.",
            "Senior harbour engineer with ten years at sea",
        ),
        ("You are **Mara Lind**, keeper of the light.", "Keeper of the light"),
        ("You are Mara — lead analyst for tides.", "Lead analyst for tides"),
        ("You are Copywriter, expert in slogans.", "Copywriter, expert in slogans"),
        ("You are Harbour Analyst, expert in tides.", "Harbour Analyst, expert in tides"),
        ("You are Mara, proud of every boat.", "Mara, proud of every boat"),
        # what is asked of somebody
        ("I want you to act as a harbour pilot. I will name the ship.", "Harbour pilot"),
        ("I’d like you to act as an old lighthouse.", "Old lighthouse"),
        ("From now on, you are a harbour pilot.", "Harbour pilot"),
        ("Your task is to act as a pilot and come up with routes.", "Pilot"),
        ("Role: You are a harbour pilot.", "Harbour pilot"),
        ("**Role:** Act as a harbour pilot.", "Harbour pilot"),
        ("Quiero que actúes como capitana.", "Capitana"),
        ("Quero que você atue como capitã.", "Capitã"),
        ("Je veux que tu agisses comme une capitaine.", "Capitaine"),
        ("我想让你充当领航员。", "领航员"),
        ("我希望你扮演一位领航员。", "领航员"),
        ("I want you to act as a harbour pilot, I will name the ship and you steer.", "Harbour pilot"),
        ("You are Ada, I am the harbour.", ""),
        ("You are Mara, made of steel.", "Mara, made of steel"),
        ("I want you to be quiet.", ""),
        ("Reviews code.", ""),
        ("Bạn là chuyên gia hải đồ.", "Chuyên gia hải đồ"),
        ("Bạn là một thuyền trưởng giàu kinh nghiệm.", "Thuyền trưởng giàu kinh nghiệm"),
        ("作为一名领航员，带船进港。", "领航员，带船进港"),
        ("作为引航工程师，检查航道。", "引航工程师，检查航道"),
        ("作为主控程序运行，安排船只进港。", ""),
    ],
)
def test_the_opening_says_who_it_is(paragraph, role):
    assert roles.role_from(paragraph, ("ada",)) == role


def test_a_long_role_is_cut_at_a_clause():
    said = "You are a platform engineer with twelve years of practice in " + ", ".join(
        ["very large systems"] * 9
    )
    assert roles.role_from(said) == "Platform engineer"


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("You are a careful (Rust and Go) engineer tasked with {}.", "Careful (Rust and Go) engineer"),
        ("You are a release engineer primarily responsible for {}.", "Release engineer"),
        ("You are a database engineer, highly skilled and experienced with {}.", "Database engineer"),
        ("You are a seasoned harbour pilot, with thirty years of {}.", "Seasoned harbour pilot"),
        ("Eres una ingeniera de datos, comprometida con {}.", "Ingeniera de datos"),
        ("Você é uma engenheira de dados altamente capacitada com {}.", "Engenheira de dados"),
        ("Você é um engenheiro de dados experiente com {}.", "Engenheiro de dados"),
    ],
)  # fmt: skip
def test_a_role_cut_short_does_not_end_in_a_participle_or_a_comma(paragraph, role):
    assert roles.role_from(paragraph.format("large old systems, " * 6)) == role


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        (
            "You are the Chart Maker, a trained expert in turning loose soundings of the sea bed into clear, "
            "readable, and complete charts of every port on the northern coast.",
            "Trained expert",
        ),
        (
            "You are a Chart Expert specializing in drawing, checking, and keeping charts of the coast, "
            "current as the office of the northern ports wants them.",
            "Chart Expert",
        ),
        (
            "You are a harbour master and guide helping the crew plan, change, or check a voyage fit for the "
            "depth and the weather at hand.",
            "Harbour master and guide",
        ),
    ],
)
def test_a_long_role_is_not_cut_in_the_middle_of_a_list(paragraph, role):
    assert roles.role_from(paragraph) == role


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("あなたは、港と船、倉庫を束ねる荷役マネージャーです。", "港と船、倉庫を束ねる荷役マネージャー"),
        (
            "あなたは15年の経験を持つ荷役マネージャーで、倉庫を管理しています。",
            "15年の経験を持つ荷役マネージャー",
        ),
        ("あなたは港の案内係として、船を導きます。あなたは港の専門家です。", "港の専門家"),
        ("あなたは荷役オーケストレーターとして、船を調整します(調査 → 出港)。", "荷役オーケストレーター"),
        ("あなたは鋭い水先案内人であり：", "鋭い水先案内人"),
        ("あなたは航海の全体を所有しています：船、港。", ""),
        ("你是一名敏锐的领航员，需要做到：", "敏锐的领航员"),
    ],
)
def test_a_japanese_or_chinese_role_ends_where_its_clause_does(paragraph, role):
    assert roles.role_from(paragraph) == role


@pytest.mark.parametrize(
    ("description", "job"),
    [
        ("Home assistant gateway for boats.", ""),
        ("Solo developer preset with a mentor.", ""),
        ("Helping ports through expert services.", ""),
        ("Harbour data analyst.", "Harbour data analyst"),
        ("Senior pilot manager agent for tides.", "Senior pilot manager"),
        ("Senior pilot manager agent specialized in tides.", "Senior pilot manager"),
        ("Senior pilot manager agent closed the harbour.", ""),
        ("Senior architect (harbours).", "Senior architect"),
        ("Data architect specializing in tides.", "Data architect"),
        ("Analista especialista em marés.", "Analista especialista"),
    ],
)
def test_a_job_is_no_part_of_something_elses_name(description, job):
    assert job_from(description) == job


@pytest.mark.parametrize(
    ("description", "job"),
    [
        ("Expert in Tide.js and knots, specializing in splices. Use it.", "Expert in Tide.js and knots"),
        ("Specialist in ropes (all of them).", "Specialist in ropes"),
        ("Especialista em cordas, nós e velas. Use quando chove.", "Especialista em cordas, nós e velas"),
        ("Experta en mareas para puertos pequeños.", "Experta en mareas"),
        ("Spécialiste des marées qui navigue.", "Spécialiste des marées"),
        ("Expertin für Seile: knüpft sie.", "Expertin für Seile"),
        ("Esperta di vele.", "Esperta di vele"),
        ("Expert integration of ropes.", ""),
        ("Expertise in ropes.", ""),
    ],
)
def test_who_is_expert_in_something_needs_no_other_job(description, job):
    assert job_from(description) == job


@pytest.mark.parametrize("said", ["Configure seu porto manager", "Tide-native lead generation pipeline"])
def test_an_order_or_a_lead_to_follow_is_no_job(said):
    assert job_from(said) == ""


def test_a_long_german_role_is_cut_before_its_adjectives():
    said = (
        "Du bist ein erfahrener Schiffbauer mit Blick auf leichte, dichte, schöne und "
        + "sehr " * 20
        + "schnelle Boote."
    )
    assert roles.role_from(said) == "Erfahrener Schiffbauer"


@pytest.mark.parametrize(
    ("section", "role"),
    [
        ("# Role\n\nIndependent reviewer focused on tides.", "Independent reviewer"),
        ("# Rolle\n\nSenior Tester im Hafen.", "Senior Tester"),
        ("# Role\n\nReads the tides and reports.", ""),
        ("# Notes\n\nIndependent reviewer focused on tides.", ""),
        ("# Role\n\nIndependent reviewer.\n\n# Task\n\nYou are a pilot.", "Pilot"),
    ],
)
def test_a_section_named_role_may_begin_with_a_job(section, role):
    assert who.role(text(f"{section}\n")).value == role


def test_an_item_named_role_says_it_better():
    body = "You are **Ada**, the one.\n\n## Identity\n\n- **Role**: Risk analyst\n- **Mood**: calm\n"
    found = who.role(text(body))
    assert (found.value, found.line, found.where) == ("Risk analyst", 5, "Identity")


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Risk analyst. Count what may sink.", "Risk analyst"),
        ("You are a risk analyst. Your task is to count.", "Risk analyst"),
        ("Risk analyst", "Risk analyst"),
    ],
)
def test_what_follows_a_labelled_role_says_what_to_do(said, role):
    assert who.role(text(f"## Identity\n\n- **Role**: {said}\n")).value == role


def test_a_description_may_start_with_a_job():
    assert (
        who.role(text("", "Senior data engineer for pipelines. Use when …")).value == "Senior data engineer"
    )
    assert who.role(text("", "Reviews pull requests.")).value == ""
    assert who.role(text("", "Shape partner-facing pages.")).value == ""
    assert who.role(text("", "Quiet designer-developer for boats.")).value == "Quiet designer"
    assert who.role(text("", "Loose ropes can lead to lost boats.")).value == ""
    assert who.role(text("", "Loose ropes lead to lost boats.")).value == ""
    assert who.role(text("", "Team lead for boats.")).value == "Team lead"
    said = "Bạn là Tester Mai — QA Lead."  # "You are" is no part of the job
    assert who.role(text("", said)).value == "Tester Mai — QA Lead"


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("You are a keeper of `tide_table` and _no one else_.", "Keeper of tide_table and no one else"),
        ("You are the PILOT agent for voyage [VOYAGE_ID].", "PILOT agent"),
        ("You are an agent for steering {{ship_name}} home.", "Agent for steering {{ship_name}} home"),
    ],
)
def test_an_underscore_in_a_word_stays(paragraph, role):
    assert roles.role_from(paragraph) == role


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ('"The sea comes first. I am a child of the tides."', ""),
        ("“I am the captain here.”", ""),
        ("I am the captain here.", "Captain here"),
        ("I am driven by the tides.", ""),
        ('"You are a harbour pilot."', "Harbour pilot"),
    ],
)
def test_what_somebody_says_of_themselves_in_quotes_is_no_role(paragraph, role):
    assert roles.role_from(paragraph) == role


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ('You are the **Chief Harbour Engineer** — The "Old Lighthouse" of Ropes.', "Chief Harbour Engineer"),
        ("You are the **Chief Harbour Engineer** — the engineer who keeps the lock.",
         "Engineer who keeps the lock"),
        ("You are the Tide Doctor - find and mend leaks.", "Tide Doctor"),
        ("You are Tide Doctor, called when a boat leaks.", ""),
        ("You are Tide Doctor, keeper of the pumps.", "Keeper of the pumps"),
        ("You are Tide Doctor, mending boats.", "Tide Doctor, mending boats"),
    ],
)  # fmt: skip
def test_an_epithet_or_a_deed_behind_a_name_is_no_role(paragraph, role):
    assert roles.role_from(paragraph, ("tide-doctor",)) == role


def test_who_is_addressed_further_down_is_somebody_where_nothing_else_says_so():
    log = "".join(f"## Log {n}\n\n- {n} boats\n\n" for n in range(4))
    pilot = "## Pilot\n\nYou are a harbour pilot.\n"
    assert who.role(text(log + pilot)).value == "Harbour pilot"
    assert who.role(text(log + pilot.replace("a harbour", "calm, harbour"))).value == ""
    assert who.role(text(log + pilot.replace("pilot.", "pilot in your port."))).value == ""
    assert who.role(text(log + pilot.replace("## Pilot", "## Example"))).value == ""
    assert who.role(text(log + pilot, "Senior tide analyst for ports.")).value == "Senior tide analyst"
