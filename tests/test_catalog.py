"""Personas side by side."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona_docs.catalog import build_catalog
from persona_docs.catalog.slugs import RESERVED, assign_slugs, slugify
from persona_docs.folding import caseless, natural
from persona_docs.model import Catalog, Fact, Origin, Persona, Relation, RelationKind, Trigger, TriggerKind
from persona_docs.options import Limits, Options
from tests.builders import persona


def catalog(*personas: Persona, **options) -> Catalog:
    return build_catalog(personas, (), Options(**options))


def slugs(*personas: Persona) -> dict[str, str]:
    return {each.id: each.slug for each in catalog(*personas).personas}


class TestSlugs:
    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            ("Backend Engineer", "backend-engineer"),
            ("C", "c"),
            ("C#", "c-sharp"),
            ("C++", "c-plus-plus"),
            ("C++ & C# Expert", "c-plus-plus-c-sharp-expert"),
            ("#1 Helper", "1-helper"),
            ("R&D / QA", "r-d-qa"),
            ("🎨 Diseñadora UI", "diseñadora-ui"),
            ("数据分析师", "数据分析师"),
            ("مهندس برمجيات", "مهندس-برمجيات"),
            ("हिन्दी लेखक", "हिन्दी-लेखक"),
            ("Ｆｕｌｌ　Width", "full-width"),
            ("Don’t Panic", "dont-panic"),
            ("_draft", "draft"),
            ("-x-", "x"),
            (".hidden", "hidden"),
            ("trailing. ", "trailing"),
            ("../../etc/passwd", "etc-passwd"),
            (r"..\..\windows", "windows"),
            ("%2e%2e%2fetc", "2e-2e-2fetc"),
            ("a\u200bb\u202ec", "abc"),
            ("☺️", ""),
        ],
    )
    def test_a_name_becomes_an_address(self, name, slug):
        assert slugify(name) == slug

    @given(st.text(st.characters(codec="ascii")))
    def test_plain_text_takes_a_shorter_way_to_the_same(self, text):
        unseen = "\u200b"  # makes the text one of all scripts, and is dropped
        assert slugify(text, 1_000) == slugify(text + unseen, 1_000)
        assert caseless(text) == caseless(text + unseen)

    def test_the_file_the_folder_and_a_number_come_next(self):
        assert slugs(
            persona("QA", path="a/qa-lead.md"),
            persona("QA", path="b/qa-lead.md"),
            persona("QA", path="c/qa-lead.md"),
            persona("QA", path="c/sub/QA.md"),
            persona("QA", path="d/qa.md"),
            persona("QA", path="d/x/qa.md#other"),
        ) == {
            "a/qa-lead.md": "qa",
            "b/qa-lead.md": "qa-lead",
            "c/qa-lead.md": "c-qa-lead",
            "c/sub/QA.md": "sub-qa",
            "d/qa.md": "d-qa",
            "d/x/qa.md#other": "qa-other",
        }

    def test_a_number_is_the_last_resort(self):
        same = [persona("qa", id=f"qa.md#{n}", path="qa.md") for n in ("QA", "qa", "Qa")]
        assert [each.slug for each in catalog(*same).personas] == ["qa", "qa-qa", "qa-2"]

    def test_a_skill_is_called_by_its_folder_and_an_agent_without_its_kind(self):
        found = slugs(persona("…", path="skills/review/SKILL.md"), persona("…", path=".github/qa.agent.md"))
        assert found == {"skills/review/SKILL.md": "review", ".github/qa.agent.md": "qa"}

    def test_a_translation_is_told_by_its_language(self):
        paths = ("agents/tide.md", "docs/ja-JP/agents/tide.md", "docs/tr/agents/tide.md")
        assert list(slugs(*(persona("tide", path=path) for path in paths)).values()) == [
            "tide",
            "ja-jp-tide",
            "tr-tide",
        ]

    def test_a_second_skill_of_that_name_is_told_by_the_folder_its_own_stands_in(self):
        paths = ("cargo/tide/SKILL.md", "skills/tide/SKILL.md", "tide/SKILL.md")
        assert list(slugs(*(persona("tide", path=path) for path in paths)).values()) == [
            "tide",
            "skills-tide",
            "tide-2",
        ]

    def test_nothing_to_make_an_address_of_still_makes_one(self):
        made = slugs(persona("🤖", path="🤖.md"))["🤖.md"]
        assert made.startswith("persona-")
        assert made == slugs(persona("🤖", path="🤖.md"))["🤖.md"]

    @pytest.mark.parametrize("name", ["index", "Search", "404", "CON", "nul", "com1", "README", "Sources"])
    def test_reserved_addresses_are_not_given(self, name):
        assert slugs(persona(name, path="x.md"))["x.md"] == f"{name.lower()}-persona"

    def test_a_declared_slug_comes_first(self):
        assert slugs(persona("Ana", path="x.md", extra={"slug": "qa-lead"})) == {"x.md": "qa-lead"}

    def test_long_names_are_cut_by_bytes_and_stay_apart(self):
        one, other = "漢" * 300, "漢" * 299 + "字"
        found = slugs(persona(one, path="a.md"), persona(other, path="b.md"))
        assert all(len(slug.encode()) <= 80 + 9 for slug in found.values())
        assert len(set(found.values())) == 2

    def test_addresses_are_unique_on_every_disk(self):
        names = ["Straße", "STRASSE", "strasse", "Ångström", "A\u030angstro\u0308m", "ﬁnder", "finder"]
        for order in permutations(names, 3):
            given = assign_slugs([persona(n, path=f"{i}.md") for i, n in enumerate(order)], 80).values()
            assert len({caseless(slug) for slug in given}) == 3

    def test_no_input_breaks_the_promises(self):
        signs = random.Random(7)
        alphabet = "aZ0 .-_/\\#+é\u0301ß漢😀\u200d\ufe0f\u202e\x00%:?"
        personas = [
            persona("".join(signs.choices(alphabet, k=signs.randint(0, 12))), path=f"p{n}.md")
            for n in range(500)
        ]
        given = assign_slugs(personas, 20)
        assert len({caseless(slug) for slug in given.values()}) == 500
        for slug in given.values():
            assert slug
            assert slug[0] not in "._-"
            assert not set(slug) & set("/\\.%:?# \x00")
            assert caseless(slug) not in RESERVED


class TestIndexes:
    def test_spellings_are_one_term_and_the_commonest_is_shown(self):
        made = catalog(
            persona("A", expertise=["diseno", "SQL"]),
            persona("B", expertise=["Diseño"]),
            persona("C", expertise=["DISEÑO", "Diseño"]),
        )
        assert [(t.value, t.personas) for t in made.expertise] == [
            ("Diseño", ("a.md", "b.md", "c.md")),
            ("SQL", ("a.md",)),
        ]

    def test_a_trigger_is_its_sign_and_its_letters(self):
        made = catalog(
            persona("A", triggers=["/dev", "@dev", "dev"]), persona("B", triggers=["/DEV", "*dev"])
        )
        assert [(t.value, t.anchor, t.personas) for t in made.triggers] == [
            ("*dev", "menu-dev", ("b.md",)),
            ("/dev", "command-dev", ("a.md", "b.md")),
            ("@dev", "mention-dev", ("a.md",)),
            ("dev", "keyword-dev", ("a.md",)),
        ]

    def test_a_tool_counts_without_what_it_is_narrowed_to(self):
        made = catalog(persona("A", tools=["Bash(git:*)", "read"]), persona("B", tools=["Bash", "Read"]))
        assert [(t.value, t.group, t.personas) for t in made.tools] == [
            ("Bash", "execute", ("a.md", "b.md")),
            ("read", "read", ("a.md", "b.md")),
        ]

    def test_anchors_are_unique_and_never_the_themes(self):
        made = catalog(persona("A", expertise=["C", "C!", "__search", "数据", "✨"]))
        anchors = [term.anchor for term in made.expertise]
        assert len(set(anchors)) == 5
        assert all(anchor.startswith("expertise-") for anchor in anchors)
        assert "expertise-数据" in anchors

    def test_the_order_is_alphabetical_whatever_the_case_or_accent(self):
        made = catalog(persona("A", expertise=["zeta", "Álgebra", "beta", "algorithms"]))
        assert [term.value for term in made.expertise] == ["Álgebra", "algorithms", "beta", "zeta"]


class TestOrder:
    """Numbers count as such wherever people see a list."""

    made = catalog(
        *(persona(f"p{n}", triggers=[f"/p{n}", "/all"], expertise=[f"Level {n}"]) for n in (10, 2, 1, 33))
    )

    def test_of_files_and_owners(self):
        assert [one.name.value for one in self.made.personas] == ["p1", "p2", "p10", "p33"]
        owners = next(term.personas for term in self.made.triggers if term.value == "/all")
        assert owners == self.made.conflicts[0].personas == ("p1.md", "p2.md", "p10.md", "p33.md")

    def test_of_terms(self):
        assert [term.value for term in self.made.triggers] == ["/all", "/p1", "/p2", "/p10", "/p33"]
        assert [term.value for term in self.made.expertise] == ["Level 1", "Level 2", "Level 10", "Level 33"]

    def test_of_findings(self):
        told = [each.path for each in self.made.findings if each.code == "same-trigger"]
        assert told == ["p1.md", "p2.md", "p10.md", "p33.md"]

    def test_addresses_do_not_follow_it_so_that_they_stay(self):
        made = catalog(persona("Ada", path="p2.md"), persona("ada", path="p10.md"))
        assert [(one.id, one.slug) for one in made.personas] == [("p2.md", "p2"), ("p10.md", "ada")]

    @pytest.mark.parametrize(
        "texts",
        [
            ["01", "1", "1a", "2", "10", "a", "a 3", "a-1", "a.1", "a1", "a1b2", "a1b10", "A2", "ab"],
            ["部门2", "部门10", "部门١١"],
            ["p" + "9" * 5_000, "p1" + "0" * 5_000],
            ["", "-", "1", "²"],
        ],
        ids=["mixed", "other scripts", "too long to count with", "odd"],
    )
    def test_of_any_text(self, texts):
        assert sorted(set(texts), key=natural) == texts


class TestConflicts:
    def test_names_addresses_and_triggers(self):
        made = catalog(
            persona("Backend Engineer", path="a.md", triggers=["/dev"]),
            persona("backend-engineer", path="b.md", triggers=["/Dev"]),
            persona("back\u200bend-engineer", path="c.md", triggers=["@dev"]),
        )
        assert [(c.kind, c.value, c.personas) for c in made.conflicts] == [
            ("name", "backend-engineer", ("b.md", "c.md")),
            ("slug", "backend-engineer", ("a.md", "b.md", "c.md")),
            ("trigger", "/dev", ("a.md", "b.md")),
        ]

    def test_an_item_of_a_menu_may_be_anyones(self):
        made = catalog(
            persona("A", path="a.md", triggers=["*help"]), persona("B", path="b.md", triggers=["*help"])
        )
        assert (made.conflicts, made.neighbours.get("a.md", ())) == ((), ())

    def test_what_two_products_load_may_be_called_the_same(self):
        paths = [
            ".claude/agents/qa.md",
            ".github/agents/qa.agent.md",
            "agents/qa.md",
            "x/.claude/agents/qa.md",
        ]
        assert catalog(*(persona("QA", path=path, triggers=["/qa"]) for path in paths)).conflicts == ()
        paths += [".claude/agents/team/qa.md"]
        made = catalog(*(persona("QA", path=path, triggers=["/qa"]) for path in paths))
        rivals = (".claude/agents/qa.md", ".claude/agents/team/qa.md")
        assert [(c.kind, c.personas) for c in made.conflicts] == [("name", rivals), ("trigger", rivals)]

    @pytest.mark.parametrize(("others", "rivals"), [
        ([("opencode/qa.md", "opencode"), ("pi/qa.md", "pi-agent")], False),
        ([("opencode/qa.md", "opencode"), ("more/qa.md", "opencode")], True),
        ([("notes/qa.md", "markdown")], True),
        ([("claude/qa.toml", "codex")], False),
        ([("claude/qa.toml", "claude-agent")], False),
        ([("claude/qa.mdc", "cursor-rule")], True),
    ])  # fmt: skip
    def test_one_for_each_product_or_in_each_form_is_no_conflict(self, others, rivals):
        own = persona("qa", path="claude/qa.md", dialect="claude-agent")
        made = catalog(own, *(persona("qa", path=path, dialect=name) for path, name in others))
        assert bool(made.conflicts) is rivals

    def test_an_agent_and_a_command_of_one_name_are_no_conflict(self):
        agent = persona("pm", path=".claude/agents/pm.md")
        assert catalog(agent, persona("pm", path=".claude/commands/pm.md")).conflicts == ()
        command, skill = ".claude/commands/pm.md", ".claude/skills/pm/SKILL.md"
        made = catalog(agent, persona("pm", path=command), persona("pm", path=skill))
        assert [c.personas for c in made.conflicts] == [(command, skill)]

    def test_files_without_a_name_are_told_apart_by_their_folders(self):
        def nameless(path):
            return persona("x", name=Fact("testing", Origin.DERIVED), path=path)

        assert catalog(nameless("rules/go/testing.md"), nameless("rules/rust/testing.md")).conflicts == ()
        made = catalog(nameless("rules/testing.md"), nameless("rules/testing.mdc"))
        assert [c.personas for c in made.conflicts] == [("rules/testing.md", "rules/testing.mdc")]

    def test_who_mentions_a_command_does_not_answer_to_it(self):
        mention = Trigger("/git:tidy-up", Origin.DERIVED, kind=TriggerKind.COMMAND)
        guide = persona("guide", path="docs/guide.md", triggers=[mention])
        tidy = persona("tidy-up", path=".claude/commands/git/tidy-up.md", triggers=[mention])
        assert catalog(guide, tidy).conflicts == ()
        rival = persona("rival", path="rival.md", triggers=["/git:tidy-up"])
        made = catalog(guide, rival, tidy)
        assert [(c.kind, c.personas) for c in made.conflicts] == [
            ("trigger", (".claude/commands/git/tidy-up.md", "rival.md"))
        ]

    def test_a_trigger_of_two_is_a_conflict_wherever_they_stand(self):
        made = catalog(
            persona("QA", path=".claude/agents/qa.md", triggers=["/test"]),
            persona("QA", path=".github/agents/qa.agent.md", triggers=["/test"]),
            persona("Probe", path="es/probe.md", triggers=["/test"]),
        )
        everybody = (".claude/agents/qa.md", ".github/agents/qa.agent.md", "es/probe.md")
        assert [(c.kind, c.personas) for c in made.conflicts] == [("trigger", everybody)]

    def test_a_translation_may_keep_its_name(self):
        paths = ["agents/qa.md", "docs/ja-JP/qa.md", "docs/pt-BR/qa.md", "docs/tr/qa.md", "qa.fr.md"]
        assert catalog(*(persona("QA", path=path, triggers=["/qa"]) for path in paths)).conflicts == ()
        made = catalog(*(persona("QA", path=path) for path in (*paths, "docs/tr/agents/qa.md")))
        assert [c.personas for c in made.conflicts] == [("docs/tr/agents/qa.md", "docs/tr/qa.md")]
        paths += ["team/qa.md"]
        made = catalog(*(persona("QA", path=path) for path in (*paths, "docs/tr/agents/qa.md")))
        assert [len(c.personas) for c in made.conflicts] == [2, 2]

    def test_equal_names_are_told_once_and_not_again_as_equal_addresses(self):
        made = catalog(persona("QA", path="a.md"), persona("qa", path="b.md"))
        assert [c.kind for c in made.conflicts] == ["name"]


class TestRelations:
    TARGETS = (
        persona("qa-lead", path="team/qa.agent.md", title="Quality Lead", triggers=["@quality"]),
        persona("Ana", path="team/ana.md"),
    )

    @pytest.mark.parametrize(
        "target",
        [
            "qa-lead",
            "QA Lead",
            "@qa-lead",
            "qa",
            "Quality Lead",
            "@quality",
            "qa.agent.md",
            "../team/qa.agent.md#x",
        ],
    )
    def test_every_way_to_name_somebody(self, target):
        made = catalog(*self.TARGETS, persona("Dev", path="team/dev.md", relations=[target]))
        assert [(link.source, link.target) for link in made.links] == [("team/dev.md", "team/qa.agent.md")]
        assert not [each for each in made.findings if each.code == "unknown-persona"]

    def test_a_declared_stranger_is_reported_and_a_mentioned_one_is_not(self):
        made = catalog(
            persona(
                "Dev",
                relations=[
                    Relation("nobody", line=7),
                    Relation("somebody", RelationKind.MENTIONED),
                    Relation("gone.md", RelationKind.LINKED),
                    Relation("agent"),
                ],
            )
        )
        found = [each for each in made.findings if each.code == "unknown-persona"]
        assert [(each.place, each.persona, "nobody" in each.message) for each in found] == [
            ("dev.md:7", "dev.md", True)
        ]

    def test_an_agent_of_a_plugin_is_named_with_it(self):
        made = catalog(persona("QA"), persona("Ship", relations=["shop:qa", "shop:build", "shop:nobody"]))
        assert [(link.source, link.target) for link in made.links] == [("ship.md", "qa.md")]
        unknown = [each.message for each in made.findings if each.code == "unknown-persona"]
        assert unknown == ["“shop:nobody” is not in the catalog"]

    @pytest.mark.parametrize("built_in", ["agent", "plan", "build", "Explore", "general-purpose"])
    def test_an_agent_that_a_product_brings_along_is_no_stranger(self, built_in):
        command = persona("Ship", relations=[built_in])
        assert not [each for each in catalog(command).findings if each.code == "unknown-persona"]

        own = persona(built_in.lower(), path="own.md")
        assert [(link.source, link.target) for link in catalog(command, own).links] == [("ship.md", "own.md")]

    def test_of_two_with_one_name_the_one_in_the_same_folder_is_meant(self):
        made = catalog(
            persona("QA", path="a/qa.md"),
            persona("QA", path="b/qa.md"),
            persona("Dev", path="b/dev.md", relations=["QA"]),
        )
        assert [link.target for link in made.links] == ["b/qa.md"]

    def test_naming_oneself_is_no_relation_and_naming_twice_is_one(self):
        made = catalog(
            persona(
                "Dev",
                relations=["dev", Relation("qa", RelationKind.MENTIONED), Relation("QA", label="tests")],
            ),
            persona("qa"),
        )
        assert [(link.target, link.relation.label) for link in made.links] == [("qa.md", "tests")]
        assert made.unknown == {}

    def test_whom_nobody_is_called_like_is_unknown_once(self):
        made = catalog(
            persona("Dev", relations=["nobody", "dev", "qa", "@qa", "agent", "nobody"]), persona("qa")
        )
        assert made.unknown == {"dev.md": ("nobody", "agent")}

    def test_odd_targets_are_survived(self):
        odd = ["", "http://[", "//host/x", "\x00", "a" * 5000, "%zz", "?", "#", "mailto:a@b"]
        assert catalog(persona("Dev", relations=odd)).links == ()


class TestNeighbours:
    def test_the_nearest_come_first_and_say_what_is_shared(self):
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

    def test_words_of_every_language_count_and_small_words_do_not(self):
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

    def test_at_most_five(self):
        crowd = catalog(*(persona(f"p{n:02}", expertise=["Go" if n < 8 else "Rust"]) for n in range(60)))
        assert [n.persona for n in crowd.neighbours["p00.md"]] == [f"p0{n}.md" for n in range(1, 6)]

    def test_what_everybody_has_makes_nobody_alike(self):
        made = catalog(*(persona(f"p{n}", expertise=["Go"]) for n in range(10)))
        assert set(made.neighbours.values()) == {()}


class TestCatalog:
    def test_personas_come_in_path_order_whatever_order_they_were_read_in(self):
        personas = [persona(name) for name in ("c", "a", "b")]
        made = [catalog(*order) for order in permutations(personas)]
        assert [each.id for each in made[0].personas] == ["a.md", "b.md", "c.md"]
        assert all(each == made[0] for each in made)

    def test_an_empty_catalog_is_one(self):
        assert catalog() == Catalog()

    def test_the_limit_of_an_address_is_an_option(self):
        made = catalog(persona("a" * 50, path="x.md"), limits=Limits(slug=10))
        assert made.personas[0].slug.startswith("aaaaaaaaaa-")
