"""A persona's page: what stands on it, in which section, and what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from persona_docs.catalog import build_catalog
from persona_docs.model import (
    Example,
    Fact,
    Origin,
    Persona,
    Relation,
    Source,
    Tool,
    ToolGroup,
    Tools,
)
from persona_docs.options import Options
from persona_docs.pages import plan, search
from persona_docs.pages.links import Links, download_address
from persona_docs.pages.page import Heading, Site
from persona_docs.pages.persona import persona_page, persona_parts
from persona_docs.pages.prepared import Shelf
from persona_docs.pages.texts import texts
from persona_docs.reading.body.parsing import parse
from tests.builders import persona
from tests.pages.reader import outline, read, section

REPOSITORY = Site(
    view_url=lambda path: f"https://example.org/blob/{path}",
    edit_url=lambda path: f"https://example.org/edit/{path}",
    changed=lambda path: "2026-03-01",
)

HERE = Site()


def page_of(*personas: Persona, site: Site = HERE, findings=(), name: str = ""):
    """The page of the first persona, in a catalog of all."""
    catalog = build_catalog(personas, findings, Options())
    wanted = name or personas[0].name.value
    return persona_page(next(p for p in catalog.personas if p.name.value == wanted), catalog, site)


def parts_of(*personas: Persona, **given):
    return page_of(*personas, **given).parts


def with_body(name: str, text: str, **given) -> Persona:
    return replace(persona(name, **given), body=parse(text, "x.md")[0])


# The page as a whole


def test_a_full_persona_has_every_section_in_its_order():
    backend = with_body(
        "backend",
        "# Rules\n\nBe kind.\n\n## Style\n\nShort.\n",
        role="Lead",
        description="Builds services.",
        expertise=["Python", "SQL", "Queues"],
        triggers=["/dev"],
        relations=["qa"],
    )
    parts = parts_of(backend, persona("qa", expertise=["Python", "SQL", "Queues"]))
    assert outline(parts) == [
        (1, "persona", "backend"),
        (2, "persona-activate", "Activate"),
        (2, "persona-glance", "At a glance"),
        (2, "persona-instructions", "Instructions"),
        (3, "rules", "Rules"),
        (4, "style", "Style"),
        (2, "persona-relations", "Works with"),
        (2, "persona-similar", "Similar"),
        (2, "persona-source", "Source"),
    ]


def test_sections_without_content_are_left_out():
    assert [anchor for _, anchor, _ in outline(parts_of(persona("bare")))] == [
        "persona",
        "persona-glance",
        "persona-source",
    ]


def test_the_page_says_what_engines_and_search_ask_for():
    backend = persona("backend", title="Backend", description="Builds.\nTests.", path="a/b.md")
    catalog = build_catalog([backend], (), Options())
    *_, page = plan(catalog, HERE)
    assert (page.address, page.title) == ("personas/backend.md", "Backend")
    assert (page.description, page.source) == ("Builds. Tests.", "a/b.md")
    assert search(page, catalog, Shelf())[0].title == "Backend"


def test_ids_are_unique_even_where_the_body_takes_ours():
    parts = parts_of(with_body("x", "# Persona\n\n## Persona glance\n\n## Persona\n\ntext\n"))
    ids = read(parts).ids
    assert len(ids) == len(set(ids))


def test_texts_follow_the_language_of_the_site():
    parts = parts_of(persona("x", triggers=["/dev"]), site=Site(lang="es"))
    assert [words for _, _, words in outline(parts)] == ["x", "Activación", "De un vistazo", "Fuente"]


def test_content_in_another_language_says_so():
    parts = parts_of(persona("x", role="Jefa", description="Hace.", lang="es"))
    spanish = [attributes for _, attributes in read(parts).tags if attributes.get("lang") == "es"]
    assert len(spanish) >= 3  # its name, role and description
    assert "lang" not in dict(read(parts_of(persona("x", role="Lead", lang="en"))).all("p")[0])


@pytest.mark.parametrize(
    ("lang", "heading"), [("es", '<span lang="es" dir="auto">Qué hace</span>'), ("en", "Qué hace")]
)
def test_so_does_a_heading_of_its_text(lang, heading):
    parts = parts_of(replace(with_body("x", "## Qué hace\n\nTexto.\n"), lang=lang))
    assert [part.html for part in parts if isinstance(part, Heading)][-2:] == [heading, "Source"]


# Header


def test_the_header_says_who_it_is():
    header = section(
        parts_of(
            persona(
                "x",
                role="Lead",
                description="Builds `APIs`.",
                category="Engineering",
                model=["opus", "sonnet"],
                version="3.0",
                lang="es",
                settings={"effort": "high"},
            )
        ),
        "persona",
    )
    assert "Lead" in header.words
    assert "Builds APIs." in header.words
    for badge in ("Engineering", "Model opus, sonnet", "Version 3.0", "Language Spanish", "Effort high"):
        assert badge in header.words


def test_markup_in_values_stays_text():
    evil = "<img src=x onerror=alert(1)>\"'&{{ 7*7 }}"
    parts = parts_of(
        persona(
            evil,
            path="x.md",
            title=evil,
            icon=evil,
            role=evil,
            description=evil,
            expertise=[evil],
            triggers={f"/{evil}": evil},
            activates_on=[evil],
            tools=[evil],
            denied=[evil],
            skills=[evil],
            mcp_servers=[evil],
            file_patterns=[evil],
            tags=[evil],
            category=evil,
            model=[evil],
            version=evil,
            color="red;}</style>",
            extra={evil: evil},
            settings={evil: evil},
            examples=(Example(evil, ((evil, evil),), evil),),
            relations=[evil],
            source=Source("x.md", evil.encode()),
        )
    )
    page = read(parts)
    assert not page.all("img")
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
    assert not [attributes for _, attributes in page.tags if "style" in attributes]


def test_who_shares_the_name_is_named():
    words = section(parts_of(persona("dev"), persona("dev", path="other/dev.md")), "persona").words
    assert "Several personas are named “dev”: dev other/dev.md" in words


# Activate


def test_triggers_stand_by_kind_with_what_they_do():
    activate = section(
        parts_of(persona("x", triggers={"@x": "", "/dev": "build it", "/fix": ""})), "persona-activate"
    )
    assert activate.words.startswith("Commands /dev build it /fix")
    assert "Mentions @x" in activate.words


def test_of_hundreds_of_triggers_and_tools_the_first_stand_open_and_none_is_lost():
    calls = [f"/call-{n:03}" for n in range(300)]
    tools = Tools(allowed=tuple(Tool(f"tool-{n:03}", group=ToolGroup.MCP) for n in range(240)), mode="list")
    parts = parts_of(
        persona("x", triggers=calls, tools=tools, expertise=[f"topic {n:02}" for n in range(25)])
    )
    for name, start, left in (("activate", "/call", 276), ("glance", "tool", 216)):
        first, _, rest = section(parts, f"persona-{name}").words.partition(f"{left} more")
        assert f"{start}-023" in first
        assert f"{start}-024" in rest
        assert f"{start}-{left + 23:03}" in rest
    assert "1 more" not in read(parts).words


def test_a_copy_button_is_hidden_until_a_script_works_it():
    buttons = section(parts_of(persona("x", triggers=["/dev"])), "persona-activate").all("button")
    assert [(b["data-copy"], b["aria-label"]) for b in buttons] == [("/dev", "Copy /dev")]
    assert all("hidden" in button for button in buttons)


def test_a_trigger_that_another_claims_says_whose_it_is():
    activate = section(
        parts_of(persona("a", triggers=["/Dev", "/a"]), persona("b", triggers=["/dev"])), "persona-activate"
    )
    assert "/Dev conflict also claimed by b" in activate.words
    assert ("b", "../b/") in activate.links
    assert activate.words.count("claimed") == 1


def test_of_many_that_claim_the_same_the_first_are_named_and_the_others_counted():
    many = [persona("same", path=f"{n:02}/same.md", triggers=["/go"]) for n in range(20)]
    parts = parts_of(*many)
    assert "same 12/same.md, 7 more" in read(parts).words
    assert section(parts, "persona-activate").words.endswith("same, 7 more")


def test_a_file_of_many_is_published_once_and_stands_on_their_pages_only_if_it_is_short():
    some = [persona(f"x{n}", path="prompts.csv") for n in range(2)]
    for size, stands in ((100, True), (30_000, False)):
        source = Source("prompts.csv", b"a" * size)
        many = [replace(one, id=f"prompts.csv#{one.name.value}", source=source) for one in some]
        assert len({download_address(one, Site()) for one in many}) == 1
        page = read(parts_of(*many))
        assert ("a" * 100 in page.words) is stands
        assert any("data-copy-from" in button for button in page.all("button")) is stands


def test_situations_examples_and_eagerness():
    words = section(
        parts_of(
            persona(
                "x",
                activates_on=["Before a release"],
                proactive=True,
                examples=(Example("A bug", (("user", "Help"), ("assistant", "Sure")), "It knows bugs"),),
            )
        ),
        "persona-activate",
    ).words
    assert "When Before a release" in words
    assert "Asks to be used without being told to." in words
    assert "1 example A bug User Help Assistant Sure It knows bugs" in words


# At a glance


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Tools Inherits all tools"),
        ({"tools": "all"}, "Tools All tools"),
        ({"tools": []}, "Tools No tools"),
        ({"tools": ["Read", "Bash(git:*)", "Grep"]}, "Tools Read Read Search Grep Execute Bash(git:*)"),
        ({"tools": "all", "denied": ["Bash"]}, "Tools All tools Not allowed Bash"),
    ],
)
def test_tools_by_capability_or_in_words(given, words):
    assert section(parts_of(persona("x", **given)), "persona-glance").words == words


def test_every_other_key_stands_as_written():
    words = section(
        parts_of(persona("x", settings={"temperature": "0.20"}, extra={"ultra.think": "on", "empty": ""})),
        "persona-glance",
    ).words
    assert words.endswith("temperature 0.20 ultra.think on empty –")


def test_many_other_keys_are_folded_but_for_the_first():
    extra = {f"key-{n}": f"value {n}" for n in range(1, 13)}
    words = section(parts_of(persona("x", extra=extra)), "persona-glance").words
    assert "key-6 value 6 6 more fields key-7 value 7" in words


def test_derived_facts_say_where_they_were_found():
    facts = (Fact("Python", Origin.DERIVED, 12, "Core Expertise"),)
    glance = section(parts_of(persona("x", expertise=facts)), "persona-glance")
    assert "Derived from “Core Expertise”, line 12" in glance.words
    assert "derived" not in section(parts_of(persona("x", expertise=["Python"])), "persona-glance").words


def test_expertise_and_tools_lead_to_who_else_has_them():
    tools = Tools(allowed=(Tool("Bash(git:*)", group=ToolGroup.EXECUTE),), mode="list")
    links = section(parts_of(persona("x", expertise=["Python"], tools=tools)), "persona-glance").links
    assert links == [("Python", "../expertise/#expertise-python"), ("Bash(git:*)", "../tools/#tool-bash")]


def test_what_is_left_of_a_denied_tool_stands_beside_those_inherited():
    left = Tool("bash(git diff*)", group=ToolGroup.EXECUTE)
    preferred = Tool("Read", Origin.DERIVED, group=ToolGroup.READ)
    words = section(parts_of(persona("x", tools=Tools(allowed=(left, preferred)))), "persona-glance").words
    assert "Inherits all tools" in words
    assert "bash(git diff*)" in words
    assert "Read" not in words


# Instructions


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("qa.md", "../qa/"),
        ("./qa.md#rules", "../qa/#rules"),
        ("qa.md#nowhere", "../qa/"),
        ("../team/qa.md", "../qa/"),
        ("/team/qa.md", "../qa/"),
        ("../docs/guide.md#x", "https://example.org/blob/docs/guide.md#x"),
        ("https://example.com/a", "https://example.com/a"),
    ],
)
def test_links_of_the_text_lead_somewhere(href, leads):
    qa = with_body("qa", "# Rules\n\nText.\n", path="team/qa.md")
    dev = with_body("dev", f"See [this]({href}).\n", path="team/dev.md")
    links = section(parts_of(dev, qa, site=REPOSITORY), "persona-instructions").links
    assert links == [("this", leads)]


def test_a_relative_link_without_a_repository_is_text():
    dev = with_body("dev", "See [this](../docs/guide.md).\n", path="team/dev.md")
    instructions = section(parts_of(dev), "persona-instructions")
    assert "this" in instructions.words
    assert instructions.links == []


def test_boxes_know_whose_they_are():
    parts = parts_of(with_body("x", "# Done\n\n- [ ] Tests\n- [x] Docs\n", path="team/x.md"))
    done = section(parts, "done")
    assert [a["data-ticks"] for _, a in done.tags if "data-ticks" in a] == ["team/x.md"]
    boxes = done.all("input")
    assert [("checked" in box, "disabled" in box) for box in boxes] == [(False, True), (True, True)]
    assert [a for _, a in read(parts).tags if "data-progress" in a]


# Whom it stands beside


def test_relations_are_seen_from_both_ends():
    qa = persona("qa", relations=[Relation("dev", label="hands bugs back to")])
    dev = persona("dev", relations=["qa", "@qa", "dev", "nobody-here"])
    words = section(parts_of(dev, qa), "persona-relations").words
    assert "Refers to qa" in words
    assert "Referred to by qa hands bugs back to" in words
    assert words.endswith("Not in this catalog nobody-here")


def test_similar_personas_share_terms_and_compare():
    terms = ["Python", "SQL", "Queues"]
    parts = parts_of(
        *(persona(name, expertise=terms) for name in ("a", "b", "c")), persona("z", expertise=["Cooking"])
    )
    similar = section(parts, "persona-similar")
    assert "Python" in similar.words
    hrefs = [href for _, href in similar.links]
    assert "../compare/?compare=a,b" in hrefs
    assert "../compare/?compare=a,b,c" in hrefs
    assert "z" not in similar.words.split()


# Source


def test_the_source_stands_there_as_on_disk():
    given = Source("team/x.md", b"\xef\xbb\xbf# Hi\r\n<b>&amp;\r\n", "utf-8-sig", text="# Hi\n<b>&amp;\n")
    source = section(
        parts_of(persona("x", path="team/x.md", source=given), site=REPOSITORY), "persona-source"
    )
    assert "# Hi <b>&amp;" in source.words
    assert "Last changed 2026-03-01" in source.words
    assert ("View in the repository", "https://example.org/blob/team/x.md") in source.links
    assert ("Edit", "https://example.org/edit/team/x.md") in source.links
    assert ("Download", "../sources/x.md") in source.links


def test_a_repaired_file_says_so_and_copies_what_is_on_disk():
    given = Source("x.md", "Dise√±o".encode(), "utf-8", "mac_roman", "Diseño")
    source = section(parts_of(persona("x", source=given)), "persona-source")
    assert "misread as mac_roman" in source.words
    assert "Dise√±o" in source.words


def test_a_file_too_long_for_a_page_is_only_downloaded():
    source = section(parts_of(persona("x", source=Source("x.md", b"word " * 50_000))), "persona-source")
    assert not source.all("pre")
    assert not [button for button in source.all("button") if "data-copy-from" in button]
    assert ("Download", "../sources/x.md") in source.links


def test_characters_that_html_forbids_are_replaced():
    source = section(parts_of(persona("x", source=Source("x.md", b"a\x00b\x1bc"))), "persona-source")
    assert "a\ufffdb\ufffdc" in source.words


def test_findings_are_folded_at_the_end():
    parts = parts_of(persona("a", triggers=["/dev"]), persona("b", triggers=["/dev"]))
    assert section(parts, "persona-source").all("details")[-1]["class"] == "persona-folded persona-findings"
    words = section(parts, "persona-source").words
    assert "for the maintainer" in words
    assert "same-trigger" in words


# In somebody's page


def test_guests_start_at_any_level_and_share_no_id():
    body = "# Rules\n\nSee [rules](#rules).\n"
    personas = [with_body(name, body, triggers=["/x"]) for name in ("a", "b")]
    catalog = build_catalog(personas, (), Options())
    links = Links.of(Site(), "index.md")
    a, b = (persona_parts(p, catalog, links, texts("en"), top=3) for p in catalog.personas)
    assert outline(a)[:2] == [(3, "a", "a"), (4, "a-activate", "Activate")]
    assert max(level for level, _, _ in outline(a)) <= 6
    ids = read((*a, *b)).ids
    assert len(ids) == len(set(ids))
    assert ("Open its page", "personas/a/") in read(a).links


def test_a_guest_may_come_without_its_text():
    catalog = build_catalog([with_body("a", "# Rules\n")], (), Options())
    parts = persona_parts(
        catalog.personas[0], catalog, Links.of(Site(), "index.md"), texts("en"), top=2, body=False
    )
    assert [anchor for _, anchor, _ in outline(parts)] == ["a", "a-glance"]
