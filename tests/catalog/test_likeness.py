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


def test_a_term_of_up_to_four_tells_something_and_one_of_more_than_a_fifth_does_not():
    made = catalog(*(persona(f"p{n}", expertise=["Go" if n < 4 else "Rust"]) for n in range(9)))
    assert [n.persona for n in made.neighbours["p0.md"]] == ["p1.md", "p2.md", "p3.md"]
    assert made.neighbours["p8.md"] == ()


def test_what_few_have_counts_more_than_what_many_have_and_a_declared_word_more_than_a_said_one():
    made = catalog(
        persona("me", expertise=["Go", "Verse"], role="Gardener"),
        persona("poet", expertise=["Verse", "Prose"]),
        persona("gopher", expertise=["Go", "Maps"]),
        persona("gardener", expertise=["Roses"], role="Gardener"),
        *(persona(f"p{n}", expertise=["Go", f"Topic{n}"]) for n in range(2)),
    )
    assert [n.persona for n in made.neighbours["me.md"]] == ["poet.md", "gopher.md", "p0.md", "p1.md"]


def test_who_comes_later_and_is_nearer_takes_the_place_of_the_farthest():
    crowd = [persona(f"a{n}", expertise=["Go", *(f"Own{n}{m}" for m in range(3))]) for n in range(5)]
    late = persona("z", expertise=["Go", "Rust"])
    made = catalog(
        persona("me", expertise=["Go", "Rust"]), *crowd, late, *(persona(f"x{n}") for n in range(40))
    )
    assert [n.persona for n in made.neighbours["me.md"]] == ["z.md", "a0.md", "a1.md", "a2.md", "a3.md"]


def test_words_of_somebodys_expertise_weigh_more_than_words_in_passing():
    words = [
        persona("me", description="Tunes Postgres carefully"),
        persona("painter", description="Paints carefully"),
        persona("runner", description="Runs postgres"),
    ]
    expert = persona("expert", expertise=["Postgres", "SQL", "Backup", "Indexes"])
    assert [(n.persona, n.shared) for n in catalog(*words, expert).neighbours["me.md"]] == [
        ("runner.md", ("Postgres",)),
        ("expert.md", ("Postgres",)),
        ("painter.md", ("carefully",)),
    ]
    assert [(n.persona, n.shared) for n in catalog(*words).neighbours["me.md"]] == [
        ("painter.md", ("carefully",)),
        ("runner.md", ("Postgres",)),
    ]


def test_what_is_shared_is_said_in_phrases_and_at_most_eight_the_rarest_first():
    terms = [f"Part {number}" for number in "abcdefghi"]
    made = catalog(
        persona("one", expertise=["API design", *terms], description="Says design of an API"),
        persona("two", expertise=["API design", *terms], description="Thinks of API design"),
        persona("three", expertise=["API design", "Part a"]),
    )
    assert made.neighbours["one.md"][0].shared == tuple(f"Part {number}" for number in "bcdefghi")
    assert [n.shared for n in made.neighbours["three.md"]] == [("API design", "Part a")] * 2


def test_a_shared_term_is_spelled_as_it_is_declared():
    said = [persona(f"p{n}", description="python") for n in range(2)]
    made = catalog(persona("one", expertise=["Python"]), *said)
    assert [n.shared for n in made.neighbours["p0.md"]] == [("Python",), ("Python",)]


def test_a_command_makes_alike_more_than_a_tool_and_an_item_of_a_menu_not_at_all():
    made = catalog(
        persona("me", triggers=["/ship", "*help"], tools=["Serena(find)"]),
        persona("builder", tools=["serena"]),
        persona("helper", triggers=["*help"]),
        persona("shipper", triggers=["/ship"]),
    )
    assert [(n.persona, n.shared) for n in made.neighbours["me.md"]] == [
        ("shipper.md", ("/ship",)),
        ("builder.md", ("serena",)),
    ]
