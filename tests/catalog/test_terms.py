"""Indexes: what several personas write differently is one term."""

from __future__ import annotations

from tests.builders import catalog, persona


def test_spellings_are_one_term_and_the_commonest_is_shown():
    made = catalog(
        persona("A", expertise=["diseno", "SQL"]),
        persona("B", expertise=["Diseño"]),
        persona("C", expertise=["DISEÑO", "Diseño"]),
    )
    assert [(t.value, t.personas) for t in made.expertise] == [
        ("Diseño", ("a.md", "b.md", "c.md")),
        ("SQL", ("a.md",)),
    ]


def test_a_trigger_is_its_sign_and_its_letters():
    made = catalog(persona("A", triggers=["/dev", "@dev", "dev"]), persona("B", triggers=["/DEV", "*dev"]))
    assert [(t.value, t.anchor, t.personas) for t in made.triggers] == [
        ("*dev", "menu-dev", ("b.md",)),
        ("/dev", "command-dev", ("a.md", "b.md")),
        ("@dev", "mention-dev", ("a.md",)),
        ("dev", "keyword-dev", ("a.md",)),
    ]


def test_a_tool_counts_without_what_it_is_narrowed_to():
    made = catalog(persona("A", tools=["Bash(git:*)", "read"]), persona("B", tools=["Bash", "Read"]))
    assert [(t.value, t.group, t.personas) for t in made.tools] == [
        ("Bash", "execute", ("a.md", "b.md")),
        ("read", "read", ("a.md", "b.md")),
    ]


def test_anchors_are_unique_and_never_the_themes():
    made = catalog(persona("A", expertise=["C", "C!", "__search", "数据", "✨"]))
    anchors = [term.anchor for term in made.expertise]
    assert len(set(anchors)) == 5
    assert all(anchor.startswith("expertise-") for anchor in anchors)
    assert "expertise-数据" in anchors


def test_the_order_is_alphabetical_whatever_the_case_or_accent():
    made = catalog(persona("A", expertise=["zeta", "Álgebra", "beta", "algorithms"]))
    assert [term.value for term in made.expertise] == ["Álgebra", "algorithms", "beta", "zeta"]
