"""A file goes in, a persona comes out."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from persona_docs.model import Origin, Source, ToolMode
from persona_docs.options import Options
from persona_docs.reading import read
from persona_docs.reading.dialects import DIALECTS
from persona_docs.reading.dialects.dialect import Record
from persona_docs.reading.front_matter.keys import ALIASES
from persona_docs.reading.front_matter.values import Fields, Items, Scalar
from persona_docs.reading.persona import read_persona
from tests.tree import write_tree


def test_everything_declared_is_read(persona):
    p = persona("""
        ---
        name: data-engineer
        title: Data Engineer
        icon: 🛠️
        role: Builds pipelines
        description: Moves data. Use PROACTIVELY when a table is late.
        expertise: [SQL, Airflow]
        activates_on:
          - A table is late
        triggers: [/data, "@data"]
        tools: Read, Bash(dbt:*), mcp__warehouse__query
        disallowedTools: WebFetch
        skills: modelling, testing
        model: opus
        effort: high
        category: 02-data
        tags: [batch]
        color: teal
        lang: en
        version: 3.10
        agents: [analyst]
        squad: blue
        ---
        # Anything
        """)
    assert p.id == p.source.path == "personas/a.md"
    assert (p.name.value, p.title, p.icon, p.role.value) == (
        "data-engineer",
        "Data Engineer",
        "🛠️",
        "Builds pipelines",
    )
    assert (p.description.value, p.proactive) == ("Moves data. Use PROACTIVELY when a table is late.", True)
    assert [f.value for f in p.expertise] == ["SQL", "Airflow"]
    assert [f.value for f in p.activates_on] == ["A table is late"]
    assert [t.value for t in p.triggers] == ["/data", "@data"]
    assert [t.value for t in p.tools.allowed] == ["Read", "Bash(dbt:*)", "mcp__warehouse__query"]
    assert [t.value for t in p.tools.denied] == ["WebFetch"]
    assert [f.value for f in p.mcp_servers] == ["warehouse"]
    assert [f.value for f in p.skills] == ["modelling", "testing"]
    assert [f.value for f in p.model] == ["opus"]
    assert {k: f.value for k, f in p.settings.items()} == {"effort": "high"}
    assert (p.category.value, p.color.value, p.lang, p.version.value) == ("Data", "teal", "en", "3.10")
    assert [r.target for r in p.relations] == ["analyst"]
    assert {k: f.value for k, f in p.extra.items()} == {"squad": "blue"}
    assert p.dialect == "lmagent"
    assert (p.role.line, p.role.where, p.role.origin) == (5, "role", Origin.DECLARED)


def test_nothing_declared_is_derived_from_the_text(persona):
    p = persona("""
        # 🧪 QA Engineer Persona

        You are a **careful tester** who breaks things.

        ## Focus areas
        - Load tests
        - Fuzzing

        ## Commands
        - `/qa`: test a change
        """)
    assert (p.name.value, p.name.derived, p.title, p.icon) == ("a", True, "QA Engineer", "🧪")
    assert (p.role.value, p.role.derived) == ("Careful tester who breaks things", True)
    assert (p.description.value, p.description.derived) == (
        "You are a careful tester who breaks things.",
        True,
    )
    assert [(f.value, f.line) for f in p.expertise] == [("Load tests", 6), ("Fuzzing", 7)]
    assert [(t.value, t.help, t.derived) for t in p.triggers] == [("/qa", "test a change", True)]
    assert p.tools.mode is ToolMode.INHERITED
    assert p.dialect == "markdown"


def test_the_users_aliases_are_read(persona):
    text = "---\nname: a\nFachgebiet: [SQL]\n---\n"
    assert [f.value for f in persona(text, aliases={"expertise": ("fachgebiet",)}).expertise] == ["SQL"]
    assert persona(text).expertise == ()


def test_wrong_types_are_read_as_well_as_possible_and_said(reading):
    found = reading({"personas/a.md": "---\nname: [a, b]\nrole: {who: x}\nexpertise: {SQL: 1}\n---\n"})
    (p,) = found.personas
    assert (p.name.value, p.role.value, [f.value for f in p.expertise]) == ("a", "", ["SQL"])
    assert p.extra["role.who"].value == "x"
    wrong = [(f.message, f.line, f.persona) for f in found.findings if f.code == "wrong-type"]
    assert wrong == [
        ("`name` is a list, but should be a text", 2, p.id),
        ("`role` is a mapping, but should be a text", 3, p.id),
        ("`expertise` is a mapping, but should be a list", 4, p.id),
    ]


def test_what_a_list_says_beside_its_facts_is_kept_as_it_is(persona):
    p = persona("""
        ---
        expertise: {languages: [Python, Go], sql: true}
        tags:
          - {name: web, since: 2019}
        activates_on: {always: [A new page], never: [A typo]}
        ---
        """)
    assert [f.value for f in p.expertise] == ["Python", "Go", "sql"]
    assert [f.value for f in p.tags] == ["web"]
    assert [f.value for f in p.activates_on] == ["A new page"]
    assert {key: fact.value for key, fact in p.extra.items()} == {
        "tags.name": "web",
        "tags.since": "2019",
        "activates_on.always": "A new page",
        "activates_on.never": "A typo",
    }


def test_a_key_that_means_more_than_a_text_here_stays_as_it_is(reading):
    found = reading(
        {
            "personas/tools/a.md": """
                ---
                name: a
                domain:
                  - path: src/
                    read: true
                model:
                  provider: acme
                  id: gpt-5
                ---
                """,
            "personas/tools/b.toml": """
                name = "b"
                description = "Tests."
                developer_instructions = "Test."

                [[skills.config]]
                path = "/skills/fuzzing/SKILL.md"
                """,
        }
    )
    a, b = found.personas
    assert (a.category.value, a.category.derived, [f.value for f in a.model]) == ("Tools", True, ["gpt-5"])
    assert {k: f.value for k, f in a.extra.items()} == {
        "domain.path": "src/",
        "domain.read": "true",
        "model.provider": "acme",
        "model.id": "gpt-5",
    }
    assert [f.value for f in b.skills] == ["fuzzing"]
    assert b.extra["skills.config.path"].value == "/skills/fuzzing/SKILL.md"
    assert [(f.code, f.line, f.persona) for f in found.findings] == [("wrong-type", 4, a.id)]


def test_a_mapping_says_what_it_lists_and_how_it_is_set(reading):
    found = reading(
        {
            "personas/a.md": """
                ---
                name: a
                role: {title: Research Analyst, level: senior}
                model: {provider: acme, model: opus-3, temperature: 0.5, options: {max_tokens: 4096}}
                triggers: {keywords: [research], priority: 7}
                tools: {allowed: [Read], denied: [Bash]}
                ---
                """
        }
    )
    (a,) = found.personas
    assert (a.role.value, [f.value for f in a.model]) == ("Research Analyst", ["opus-3"])
    assert {k: f.value for k, f in a.settings.items()} == {
        "model.temperature": "0.5",
        "model.options.max_tokens": "4096",
    }
    assert [t.value for t in a.triggers] == ["research"]
    assert ([t.value for t in a.tools.allowed], [t.value for t in a.tools.denied]) == (["Read"], ["Bash"])
    assert {k: f.value for k, f in a.extra.items()} == {
        "role.title": "Research Analyst",
        "role.level": "senior",
        "triggers.priority": "7",
        "model.provider": "acme",
        "model.model": "opus-3",
    }
    assert [(f.code, f.message) for f in found.findings] == [
        ("wrong-type", "`role` is a mapping, but should be a text")
    ]


def test_a_second_key_for_the_same_thing_is_not_lost(persona):
    p = persona("---\nname: a\nslug: b\nrole: c\nrol: d\n---\n")
    assert (p.name.value, p.role.value) == ("a", "c")
    assert {k: f.value for k, f in p.extra.items()} == {"slug": "b", "rol": "d"}


def test_secrets_are_masked_wherever_they_stand(persona):
    key = "ghp_" + "f3Kq9ZrT7bXw2LmV8sPd5HnJ4cGy6Q1aReUt"
    p = persona(f"""
        ---
        name: a
        description: Use {key} to push.
        role: keeper of {key}
        expertise: [{key}]
        env:
          HOME: /home/ada
        headers: {{Authorization: Bearer abc}}
        note: {key}
        api_key: hunter2
        permission: {{token: hunter2}}
        mcpServers:
          git:
            command: npx
            env: {{TOKEN: hunter2}}
        ---
        """)
    shown = repr(
        [
            p.description,
            p.role,
            p.expertise,
            dict(p.extra),
            dict(p.settings),
            p.mcp_servers,
            p.triggers,
            p.relations,
        ]
    )
    assert key not in shown
    assert "hunter2" not in shown
    assert "/home/ada" not in shown
    assert "Bearer" not in shown
    assert [f.value for f in p.mcp_servers] == ["git"]
    assert p.extra["env.HOME"].value == "••••••"


def test_a_motto_stands_in_for_a_role_that_nothing_else_tells(persona):
    p = persona("---\nname: A\ncolor: red\nemoji: 🔬\nvibe: Trusts data.\n---\n")
    assert (p.role.value, p.extra["vibe"].value) == ("Trusts data.", "Trusts data.")


def test_a_when_to_use_is_a_situation_and_a_description(persona):
    p = persona("---\nname: a\nwhenToUse: A build breaks\n---\n")
    assert ([f.value for f in p.activates_on], p.description.value) == (["A build breaks"], "A build breaks")


def test_hand_offs_keep_their_labels(persona):
    p = persona(
        """
        ---
        description: Plans.
        handoffs:
          - label: Build it
            agent: implementer
            prompt: Go.
        ---
        See [the tester](../qa/tester.md), ask @designer, and leave `release-manager` alone.

        ## Integration with other agents
        | Who | How |
        |---|---|
        | **Writer** | checks the words |
        """,
        "plan.agent.md",
    )
    assert [(r.target, r.kind.value, r.label) for r in p.relations] == [
        ("implementer", "declared", "Build it"),
        ("../qa/tester.md", "linked", "the tester"),
        ("release-manager", "mentioned", ""),
        ("@designer", "mentioned", ""),
        ("Writer", "mentioned", "checks the words"),
    ]  # fmt: skip


def test_relative_links_to_files_that_may_hold_personas_are_relations(persona):
    p = persona(
        """
        [Ada](ada.mdx), [Bo](../bo.json#mode), [Cleo](team/cleo%20x.md?raw), not [a picture](map.png),
        ![Dee](dee.md), [Eve](/eve.md), [Finn](https://example.org/finn.md) or [us](#team).
        """
    )
    assert [r.target for r in p.relations] == ["ada.mdx", "../bo.json", "team/cleo x.md"]


def test_decorators_packages_and_addresses_are_nobody(persona):
    p = persona(
        "---\nname: a\n---\nRun @scope/tool@latest, mail me@example.org, `@click.command`, @media (print).\n"
    )
    assert p.relations == ()


def test_the_same_files_are_read_in_the_same_order(reading):
    files = {"personas/b.md": "# B\n", "personas/a/SKILL.md": "# S\n", "personas/a.md": "# A\n"}
    first = [p.id for p in reading(files).personas]
    assert first == [p.id for p in reading(dict(reversed(files.items()))).personas]
    assert sorted(first) == ["personas/a.md", "personas/a/SKILL.md", "personas/b.md"]


# ---- whatever stands in a file

_TEXTS = st.text(max_size=30) | st.sampled_from(
    ["/dev", "*", "a, b", "<example>", "true", "@x", "🛠", "你是", "\\n"]
)
_SCALARS = st.builds(Scalar, _TEXTS, st.integers(0, 9), st.just(1), st.booleans(), st.booleans())
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.builds(Items, st.lists(inner, max_size=4).map(tuple))
        | st.builds(Fields, st.lists(st.tuples(_SCALARS, inner), max_size=4).map(tuple))
    ),
    max_leaves=8,
)
_KEYS = st.sampled_from([alias for aliases in ALIASES.values() for alias in aliases]).map(Scalar) | _SCALARS
_FRONT = st.builds(Fields, st.lists(st.tuples(_KEYS, _VALUES), max_size=8).map(tuple))


@given(_FRONT, st.sampled_from(DIALECTS), st.text(max_size=60))
@settings(max_examples=150)
def test_any_value_under_any_key_becomes_a_persona(front, dialect, body):
    persona, findings = read_persona(Record(front, body), dialect, Source("a.md"), Options())
    assert persona.name.value
    assert all(finding.persona == persona.id for finding in findings)
    assert json.dumps([persona.title, *map(str, persona.expertise), *map(str, persona.triggers)])


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
@settings(max_examples=100)
def test_any_bytes_become_a_persona_or_a_finding(tmp_path_factory, data):
    root = tmp_path_factory.mktemp("any")
    write_tree(root, {"personas/a.md": data})
    found = read(Options(), root)
    assert found.personas or found.findings
    assert not any("cannot be read as a persona" in finding.message for finding in found.findings)


def test_what_belongs_together_in_a_list_has_one_number(persona):
    p = persona("""
        ---
        name: a
        flow:
          - id: find
            action: Look.
            token: abc
          - id: mend
            action: Repair.
            steps: [{do: saw}, {do: glue}]
        notes: [{first: x}, {second: y}]
        ---
        """)
    assert {key: fact.value for key, fact in p.extra.items()} == {
        "flow.1.id": "find",
        "flow.1.action": "Look.",
        "flow.1.token": "••••••",
        "flow.2.id": "mend",
        "flow.2.action": "Repair.",
        "flow.2.steps.1.do": "saw",
        "flow.2.steps.2.do": "glue",
        "notes.first": "x",
        "notes.second": "y",
    }
