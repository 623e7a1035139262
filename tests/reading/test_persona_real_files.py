"""What real persona files become: none lost, none nameless, and the facts a reader would look for."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from persona_docs.model import Persona, ToolMode
from persona_docs.options import Options
from persona_docs.reading import Reading, read
from tests.reading.texts import values

MARKDOWN_FILES = {
    "agency": 20,
    "agency-pt": 12,
    "agency-zh": 12,
    "bmad-skill": 2,
    "bmad-v4": 8,
    "claude-0xfurai": 12,
    "claude-buildwithclaude": 24,
    "claude-templates": 40,
    "claude-vijaythecoder": 10,
    "claude-voltagent": 20,
    "claude-wshobson": 58,
    "copilot-agents": 30,
    "copilot-chatmodes": 8,
    "cursor-rules": 20,
    "lmagent-v2": 9,
    "lmagent-v4": 12,
    "superclaude": 8,
}
OTHER_FILES = {"bmad-skill": 0, "bmad-v6-yaml": 8, "codex-toml": 12, "roo-modes": 12}
DIALECT = {
    "agency": "agency",
    "agency-pt": "agency",
    "agency-zh": "agency",
    "copilot-agents": "copilot-agent",
    "copilot-chatmodes": "copilot-chatmode",
    "cursor-rules": "cursor-rule",
    "lmagent-v2": "lmagent",
    "lmagent-v4": "lmagent",
    "superclaude": "superclaude",
    "claude-0xfurai": "claude-agent",
    "claude-wshobson": "claude-agent",
    "bmad-v4": "bmad",
    "bmad-v6-yaml": "bmad-yaml",
    "bmad-skill": "bmad-skill",
    "codex-toml": "codex",
    "roo-modes": "roo",
}


@pytest.fixture(scope="module")
def seeds(real_files: Path) -> dict[str, Persona]:
    found = read(Options(sources=("seeds",)), real_files)
    return {Path(p.source.path).name[:3]: p for p in found.personas}


@pytest.fixture(scope="module")
def wild(real_files: Path) -> Reading:
    return read(Options(sources=("wild",)), real_files)


def folder(persona: Persona) -> str:
    return persona.source.path.split("/")[1]


def test_each_seed_is_a_persona_that_lists_what_it_knows(seeds):
    assert sorted(seeds) == ["000", "001", "002", "003", "004"]
    where = {
        n: {(f.origin.value, re.sub(r"^.*: ", "", f.where)) for f in p.expertise} for n, p in seeds.items()
    }
    assert where == {
        "000": {("declared", "expertise")},
        "001": {("derived", "Core Expertise")},
        "002": {("derived", "Áreas de Expertise")},
        "003": {("derived", "Technical Expertise")},
        "004": {("derived", "Core Expertise")},
    }
    assert {"API Design", "Event-Driven", "Python", "Spring Boot"} <= set(values(seeds["001"].expertise))
    assert values(seeds["002"].expertise)[:4] == [
        "FastAPI",
        "SQLAlchemy 2.0",
        "PostgreSQL",
        "Clean Architecture",
    ]
    assert {"Rust", "PostgreSQL", "gRPC"} <= set(values(seeds["003"].expertise))
    assert values(seeds["004"].expertise) == [
        "Python (Django, FastAPI)",
        "Go",
        "Node.js (Express, NestJS)",
        "Microservices architecture at scale",
        "Message queues (Kafka, RabbitMQ, SQS)",
        "Distributed caching (Redis, Memcached)",
        "PostgreSQL optimization and scaling",
        "NoSQL (MongoDB, DynamoDB, Cassandra)",
    ]


def test_the_seeds_triggers_and_situations(seeds):
    assert [(t.value, t.help) for t in seeds["000"].triggers] == [
        ("/dev", "Activa Backend"),
        ("/backend", ""),
        ("/api", ""),
        ("/fix", "Modo debug/fix"),
    ]
    assert [(t.value, t.kind.value) for t in seeds["002"].triggers] == [("@backend", "mention")]
    assert [seeds[n].triggers for n in ("001", "003", "004")] == [(), (), ()]
    assert len(seeds["000"].activates_on) == 6
    assert "Building RESTful APIs, GraphQL endpoints, or gRPC services" in values(seeds["003"].activates_on)


def test_the_seeds_tools_roles_and_relations(seeds):
    assert {n: p.tools.mode for n, p in seeds.items()} == {
        "000": ToolMode.INHERITED,
        "001": ToolMode.INHERITED,
        "002": ToolMode.LIST,
        "003": ToolMode.LIST,
        "004": ToolMode.ALL,
    }
    assert values(seeds["002"].mcp_servers) == ["server-sequential-thinking", "serena", "ide"]
    assert seeds["002"].role.value == "Senior Backend Engineer"
    assert all(p.role.value for p in seeds.values())
    assert [r.target for r in seeds["002"].relations] == ["@gentleman"]
    assert seeds["000"].relations[0].label.startswith("Negocias")
    assert {n: p.title for n, p in seeds.items() if n != "002"} == {
        "000": "Backend Engineer",
        "001": "Backend Expert",
        "003": "Backend Engineer",
        "004": "Backend Engineer",
    }


def test_no_file_is_lost(wild):
    counts = Counter(folder(p) for p in wild.personas if p.source.path.endswith((".md", ".mdc")))
    assert {name: counts[name] for name in MARKDOWN_FILES} == MARKDOWN_FILES
    others = Counter(folder(p) for p in wild.personas if not p.source.path.endswith((".md", ".mdc")))
    assert {name: others[name] for name in OTHER_FILES} == OTHER_FILES
    assert [f.place for f in wild.findings if f.code == "unreadable-file"] == []


def test_each_has_a_name_a_title_and_a_description_or_role(wild):
    silent = [
        p.id
        for p in wild.personas
        if not (p.name.value and p.title and (p.description.value or p.role.value))
    ]
    assert silent == []


def test_each_collection_is_recognised(wild):
    found = {name: Counter(p.dialect for p in wild.personas if folder(p) == name) for name in DIALECT}
    assert {name: counts.most_common(1)[0][0] for name, counts in found.items()} == DIALECT


def test_terms_can_stand_on_chips(wild, seeds):
    derived = [f.value for p in (*wild.personas, *seeds.values()) for f in p.expertise if f.derived]
    assert len(derived) > 1500
    assert [t for t in derived if len(t) > 61 or t != t.strip() or t[-1] in ".,;:!?"] == []
    assert [t for t in derived if re.search(r"\*\*|__|`|\]\(|<[a-z]+>", t)] == []
    assert [t for t in derived if re.match(r"(?i)(always|never|you|don't|do not|must|please)\b", t)] == []


def test_most_say_what_they_know_when_they_act_or_what_calls_them(wild):
    told = [p for p in wild.personas if p.expertise or p.activates_on or p.triggers]
    assert len(told) > 0.8 * len(wild.personas)


def test_every_derived_fact_points_at_its_line(wild):
    for p in wild.personas:
        lines = p.source.text.count("\n") + 1
        for fact in (*p.expertise, *p.activates_on, *p.triggers, p.role):
            assert not fact.derived or not fact.value or 0 < fact.line <= lines, (p.id, fact)


def test_only_what_calls_a_persona_is_a_trigger(wild):
    commands = {t.value for p in wild.personas for t in p.triggers if t.derived and t.value[0] in "/@*"}
    assert [c for c in commands if re.match(r"/(users?|health|etc|usr|api/|tmp|app|home)\b", c)] == []


def test_reading_twice_gives_the_same(real_files, wild):
    assert read(Options(sources=("wild",)), real_files) == wild
