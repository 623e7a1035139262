"""Every checklist on one page."""

from __future__ import annotations

from persona_docs.catalog import build_catalog
from persona_docs.model import ChecklistItem
from persona_docs.options import Options
from persona_docs.pages.checklists import checklists, checklists_page, tree
from persona_docs.pages.links import Links
from persona_docs.pages.page import Site
from persona_docs.pages.texts import texts
from tests.builders import persona
from tests.pages.reader import Reader, read


def page_of(*personas):
    return checklists_page(build_catalog(personas, (), Options()), Site())


def test_every_list_of_every_persona_is_there_with_its_keys():
    dev = persona("dev", path="team/dev.md", checklists={"Merge": ["Tests", "[x] Docs"], "Ship": ["Tag"]})
    page = read(page_of(dev, persona("zz", checklists={"Plan": ["Scope"]}), persona("none")).parts)
    assert "3 items Merge Tests Docs Ship Tag" in page.words
    assert "1 item Plan Scope" in page.words
    keys = [item.key for each in dev.checklists for item in each.items]
    assert [box["data-key"] for box in page.all("input") if "data-key" in box][:3] == keys
    assert [a["data-ticks"] for _, a in page.tags if "data-ticks" in a] == ["team/dev.md", "zz.md"]
    assert "none" not in page.words.split()


def test_boxes_are_disabled_until_a_script_wakes_them_and_ticked_as_the_file_says():
    page = read(page_of(persona("x", checklists={"Merge": ["Tests", "[x] Docs"]})).parts)
    boxes = [box for box in page.all("input") if "data-key" in box]
    assert [("disabled" in box, "checked" in box) for box in boxes] == [(True, False), (True, True)]


def test_few_personas_stand_open_and_many_closed():
    def opened(count: int) -> list[bool]:
        personas = [persona(f"p{n}", checklists={"Merge": ["Tests"]}) for n in range(count)]
        return ["open" in details for details in read(page_of(*personas).parts).all("details")]

    assert opened(2) == [True, True]
    assert opened(30) == [False] * 30


def test_a_title_leads_to_the_list_on_the_page_of_its_persona():
    links = read(page_of(persona("x", checklists={"Merge": ["Tests"]})).parts).links
    assert links == [("Merge", "../x/")]


def test_a_catalog_without_checklists_says_how_to_have_some():
    words = read(page_of(persona("x")).parts).words
    assert words.startswith("Checklists No persona has a checklist. Write task items (- [ ] …)")


def test_items_are_text():
    page = read(page_of(persona("x", checklists={"<b>T</b>": ["<script>alert(1)</script>"]})).parts)
    assert "<script>alert(1)</script>" in page.words
    assert not page.all("script")
    assert not page.all("b")


def test_items_nest_as_in_the_file():
    items = tuple(
        ChecklistItem(text, text, level=level)
        for text, level in [("a", 0), ("a1", 1), ("a11", 2), ("a2", 1), ("b", 0)]
    )

    def shape(nodes):
        return [(node.item.text, shape(node.below)) for node in nodes]

    assert shape(tree(items)) == [("a", [("a1", [("a11", [])]), ("a2", [])]), ("b", [])]


def test_nesting_without_end_ends_on_the_page():
    items = tuple(ChecklistItem(str(n), str(n), level=n) for n in range(2_000))
    depth, nodes = 0, tree(items)
    while nodes:
        depth, nodes = depth + 1, nodes[-1].below
    assert depth < 12


def test_the_directive_shows_just_those_it_is_given():
    personas = [persona(name, checklists={name: ["Tests"]}) for name in ("a", "b")]
    catalog = build_catalog(personas, (), Options())
    html = checklists(catalog.personas[:1], Links.of(Site(), "index.md"), texts("en"))
    assert Reader(html).links == [("a", "personas/a/")]
