"""Terms: what stands on a chip is a noun phrase, short, and bare of markup and orders."""

from __future__ import annotations

import pytest

from persona_docs.reading.passages import Block, Kind
from persona_docs.reading.spoken import list_terms, object_terms
from persona_docs.reading.terms import LIMIT, clean, is_weak, item_terms


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
        ("**Databases**: choose one that fits the load and the team, not the fashion", ["Databases"]),
        # a plain key with a list of short things stands for the things
        ("Languages: Python, Go", ["Python", "Go"]),
        ("Queues: RabbitMQ, Redis Pub/Sub, and SQS", ["RabbitMQ", "Redis Pub/Sub", "SQS"]),
        ("Caching: keep answers near the reader, and drop them in time", ["Caching"]),
        # leads are cut off
        ("Expert in Python (Django, FastAPI), Go, Node.js", ["Python (Django, FastAPI)", "Go", "Node.js"]),
        ("Deep understanding of query plans", ["Query plans"]),
        ("Dominio de PostgreSQL", ["PostgreSQL"]),
        ("精通 Kubernetes", ["Kubernetes"]),
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
        ("managing both releases", "Releases"),
        ("C", "C"),
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
        ("Ingeniera experta en Rust, WebAssembly y compiladores.", ["Rust", "WebAssembly", "Compiladores"]),
        ("你精通数据库、缓存。", ["数据库", "缓存"]),
        ("精通数据库和缓存的专家，专注于大型系统。", ["数据库", "缓存"]),
        ("Your knowledge of packages and frameworks is out of date.", []),
        ("You like long walks, rain, and tea.", []),
        ("An expert international team.", []),
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
    assert list_terms("Un método: reproduce, aísla, hipótesis y verifica.") == ()


@pytest.mark.parametrize("term", ["Build asset graphs", "Construir prompts", "Cut short…", "With great care"])
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
    ],
)
def test_a_noun_phrase_is(term):
    assert not is_weak(term)
