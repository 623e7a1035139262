"""Terms: what stands on a chip is a noun phrase, short, and bare of markup and orders."""

from __future__ import annotations

import pytest

from persona_docs.reading.body.passages import Block, Kind
from persona_docs.reading.terms.cleaning import LIMIT, clean
from persona_docs.reading.terms.items import item_terms
from persona_docs.reading.terms.weak import is_weak


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
        # words to look for, commands and rules are nothing that somebody knows
        ('"perhaps", "maybe", or "soon"', []),
        ("/tide:show PORT=x - show the tide", []),
        ("Each boat must have a name", []),
        ("Other boats of the harbour", []),
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


def test_a_chinese_order_is_no_term_and_a_verb_before_a_list_no_part_of_one():
    assert [is_weak(said) for said in ("使用罗盘进行导航", "检查海图是否一致", "一个使用罗盘")] == [True] * 3
    assert not is_weak("用于远洋航行的海图")
    assert list(map(clean, ("涵盖 3D 海图", "以及潮汐表"))) == ["3D 海图", "潮汐表"]
