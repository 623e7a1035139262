"""Who is like whom, and in what."""

from __future__ import annotations

from tests.builders import catalog, persona


def test_the_nearest_come_first_and_say_what_is_shared():
    made = catalog(
        persona("Api", expertise=["API design", "Python"], description="Builds services"),
        persona("Data", expertise=["python", "Pandas"]),
        persona("Rest", expertise=["API Design", "python"], description="Designs services"),
        persona("Poet", expertise=["Verse"]),
    )
    near = made.neighbours["api.md"]
    assert [(n.persona, n.shared) for n in near] == [
        ("rest.md", ("API design", "python")),
        ("data.md", ("python",)),
    ]
    assert 0 < near[1].score < near[0].score <= 1
    assert made.neighbours["poet.md"] == ()


def test_words_of_every_language_count_and_small_words_do_not():
    made = catalog(
        persona("a", description="Experto en análisis de datos"),
        persona("b", description="Analisis de riesgos"),
        persona("c", description="数据分析的专家"),
        persona("d", description="负责数据管理"),
        persona("e", description="You are an expert in the use of agents"),
        persona("f", description="You are the expert for an agent"),
    )
    assert [(n.persona, n.shared) for n in made.neighbours["a.md"]] == [("b.md", ("análisis",))]
    assert [(n.persona, n.shared) for n in made.neighbours["c.md"]] == [("d.md", ("数据",))]
    assert [n.persona for n in made.neighbours["e.md"]] == []


def test_at_most_five():
    crowd = catalog(*(persona(f"p{n:02}", expertise=["Go" if n < 8 else "Rust"]) for n in range(60)))
    assert [n.persona for n in crowd.neighbours["p00.md"]] == [f"p0{n}.md" for n in range(1, 6)]


def test_what_everybody_has_makes_nobody_alike():
    made = catalog(*(persona(f"p{n}", expertise=["Go"]) for n in range(10)))
    assert set(made.neighbours.values()) == {()}
