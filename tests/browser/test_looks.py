"""What a reader sees of unusual personas and with unusual settings: nothing is cut off or torn apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor, site_of

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SITE = f"""
== mkdocs.yml
site_name: Looks
theme: {{name: material, font: false}}
plugins: [search, persona-docs]
== docs/index.md
# Home
== personas/captain.md
---
name: captain
expertise: [Releases, {LONG}, {LONG * 2}]
triggers: ["/{LONG.lower()}"]
tools: [Read, Edit]
category: Delivery
---
Works with the [deputy](deputy.md).

| Step | Minutes | State |
|------|--------:|:-----:|
| Tag  |      10 |  done |
== personas/deputy.md
---
name: deputy
category: Delivery
---
- [ ] Learn the runbook
== personas/many.md
---
name: many
tools: [{", ".join(f"mcp__server__tool_{n}" for n in range(40))}]
---
Use them all.
== personas/garden.md
---
name: بستاني
lang: ar
category: حديقة
---
- [ ] سقي الأشجار

| عمود | قيمة |
|------|------|
| أ    | 1    |
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of four personas: with the longest of words, with many tools, in Arabic, and one beside them."""
    with site_of("looks", SITE, tmp_path_factory) as built:
        yield built


def edges(page: Page, selector: str) -> tuple[float, float]:
    """Where the first of these elements, or the text in it, starts and ends on the screen."""
    left, right = page.locator(selector).first.evaluate(
        """(element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            const { left, right } = range.getBoundingClientRect();
            return [left, right];
        }"""
    )
    return left, right


def styles(page: Page, selector: str, name: str) -> list[str]:
    """What a style is for each of these elements."""
    return page.locator(selector).evaluate_all(
        "(all, name) => all.map((each) => getComputedStyle(each)[name])", name
    )


def test_tables_are_aligned_as_their_text_asks_for(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/captain/")
    assert styles(page, ".persona-body th", "textAlign") == ["start", "right", "center"]
    assert styles(page, ".persona-body td", "textAlign") == ["start", "right", "center"]

    page = visit(site, "personas/بستاني/")
    assert styles(page, ".persona-body td", "direction") == ["rtl", "rtl"]
    assert styles(page, ".persona-body td", "textAlign") == ["start", "start"]


def test_the_longest_words_take_a_line_of_a_card(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/")
    for value in page.locator(".persona-card .persona-chips > li, .persona-card code").all():
        box = value.bounding_box()
        assert box
        assert box["height"] < 30
        assert value.evaluate("(value) => value.closest('.persona-card').scrollWidth <= 400")


def test_a_value_beside_the_number_of_others_is_as_high_as_they_are(
    visit: Visitor, sample_site: Site
) -> None:
    card = visit(sample_site, "personas/").locator(".persona-card", has_text="Code reviewer").first
    expect(card.locator(".persona-chips > .persona-more")).to_be_visible()
    values = card.locator(".persona-chips > li:not(.persona-more)")
    assert len(set(values.evaluate_all("all => all.map((each) => each.offsetHeight)"))) == 1


def test_who_opens_the_number_of_others_by_key_keeps_the_focus(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/")
    number = page.locator(".persona-card .persona-more summary").first
    number.press("Enter")
    expect(number).to_be_focused()
    expect(page.locator(".persona-card .persona-more [open] li").first).to_be_visible()
    number.press("Tab")
    expect(number).to_be_hidden()


def test_what_floats_has_an_edge_where_the_system_sets_the_colours(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/")
    page.locator(".persona-pick input").first.check()
    page.locator("[data-facet=category] summary").click()
    page.emulate_media(forced_colors="active")
    for part in (".persona-basket", "[data-facet=category] .persona-menu__panel"):
        assert styles(page, part, "borderTopStyle") == ["solid"]
        assert styles(page, part, "borderTopColor") == ["rgb(0, 0, 0)"]


def test_what_floats_has_an_edge_where_no_shadow_is_seen(
    visit: Visitor, sites: ExitStack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dark = SITE.replace("font: false", "font: false, palette: {scheme: slate}")
    page = visit(sites.enter_context(site_of("dark", dark, tmp_path_factory)), "personas/")
    page.locator(".persona-pick input").first.check()
    page.locator("[data-facet=category] summary").click()
    for part in (".persona-basket", "[data-facet=category] .persona-menu__panel"):
        assert styles(page, part, "borderTopColor") != ["rgba(0, 0, 0, 0)"]


def test_names_that_run_from_the_right_stay_beside_what_they_name(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/checklists/")
    name = ".persona-gathered:has-text('بستاني') "
    assert edges(page, name + ".persona-gathered__name")[0] - edges(page, name + ".persona-avatar")[1] < 60

    page = visit(site, "personas/")
    page.locator("[data-facet=category] summary").click()
    option = page.locator("[data-facet=category] label", has_text="حديقة")
    box = option.locator("input").bounding_box()
    assert box
    assert edges(page, "[data-facet=category] label:has-text('حديقة') span")[0] - box["x"] < 60


def test_every_page_starts_at_the_same_distance_from_its_title(visit: Visitor, site: Site) -> None:
    page = visit(site)
    starts = []
    for path in ("", "compare/", "checklists/", "triggers/", "tools/", "expertise/", "health/", "captain/"):
        page.goto(f"{site.url}personas/{path}")
        page.wait_for_timeout(100)
        starts.append(
            page.evaluate(
                """() => {
                    const first = document.querySelector("h1 + .persona-docs > :first-child");
                    return parseInt(getComputedStyle(first).marginTop);
                }"""
            )
        )
    assert set(starts) == {-16}


def test_a_long_call_leaves_room_for_who_else_claims_it(
    visit: Visitor, sites: ExitStack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = "---\nname: {0}\ntriggers: [/{1}, /both]\n---\nYou help.\n"
    head = SITE.partition("== personas/")[0]
    files = (f"== personas/{name}.md\n" + text.format(name, 100 * name) for name in "ab")
    page = visit(
        sites.enter_context(site_of("calls", head + "".join(files), tmp_path_factory)), "personas/a/"
    )
    page.set_viewport_size({"width": 320, "height": 800})
    expect(page.locator(".persona-calls--roomy .persona-rivals")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_tools_stand_beside_their_capability_on_a_phone(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/captain/", phone=True)
    capability, tool = (
        page.locator(f".persona-powers > li:first-child {part}").bounding_box()
        for part in (".persona-cap", "code")
    )
    assert capability
    assert tool
    assert abs(capability["y"] - tool["y"]) < 10
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_names_in_the_picture_of_relations_end_where_the_lines_begin(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/deputy/")
    chip = page.locator(".persona-graph .persona-chip").bounding_box()
    hub = page.locator(".persona-graph .persona-avatar").bounding_box()
    line = page.locator(".persona-graph line").bounding_box()
    assert chip
    assert hub
    assert line
    assert chip["width"] < 120
    assert chip["x"] + chip["width"] == pytest.approx(line["x"], abs=2)
    assert chip["x"] + chip["width"] < hub["x"]


def test_what_stands_at_an_edge_stands_at_the_same_edge(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/tools/")
    assert edges(page, ".persona-jump a")[0] == pytest.approx(edges(page, ".persona-terms dt")[0], abs=3)

    page = visit(site, "personas/compare/", phone=True)
    name = page.locator("tbody .persona-table__name").first
    assert edges(page, "tbody .persona-table__name a")[0] == pytest.approx(
        name.locator("input").evaluate("(box) => box.getBoundingClientRect().left"), abs=1
    )
    for box in page.locator("tbody .persona-pick input").all()[:2]:
        box.check()
    gaps = page.locator(".persona-basket").evaluate(
        """(basket) => {
            const parts = ["ul", "a"].map((part) => basket.querySelector(part));
            const [chips, open] = parts.map((part) => part.getBoundingClientRect());
            return open.left - chips.right;
        }"""
    )
    assert gaps == pytest.approx(8, abs=1)


def test_what_is_folded_stands_below_its_list_and_is_printed(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/many/")
    first, rest = (
        page.locator(f".persona-powers {part}").first.bounding_box()
        for part in ("ul", ".persona-rest summary")
    )
    assert first
    assert rest
    assert rest["x"] == pytest.approx(first["x"], abs=1)
    assert rest["y"] > first["y"]
    tool = page.locator(".persona-powers code", has_text="mcp__server__tool_39")
    assert not tool.is_visible()
    page.emulate_media(media="print")
    assert tool.is_visible()


def test_what_is_asked_for_stays_within_a_narrow_window(visit: Visitor, site: Site) -> None:
    page = visit(site, f"personas/?expertise={LONG * 2}&q={LONG * 3}", phone=True)
    for chip in page.locator(".persona-picked:visible button").all():
        assert chip.evaluate("(chip) => chip.getBoundingClientRect().right <= innerWidth")
    assert page.locator(".persona-picked:visible button").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_bar_above_a_checklist_takes_two_lines_where_one_is_too_short(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/deputy/")
    page.set_viewport_size({"width": 280, "height": 800})
    page.locator(".persona-check").check()
    copy = page.locator(".persona-progress [data-do=copy]")
    assert copy.evaluate("(button) => button.getBoundingClientRect().right <= innerWidth")


def test_tools_of_one_kind_stand_no_further_apart_than_kinds(visit: Visitor, site: Site) -> None:
    def step(path: str, selector: str) -> float:
        tops = (
            visit(site, path)
            .locator(selector)
            .evaluate_all("all => [...new Set(all.map((each) => each.getBoundingClientRect().top))]")
        )
        return float(tops[1] - tops[0])

    kinds = step("personas/captain/", ".persona-powers > li")
    assert step("personas/many/", ".persona-powers ul:first-child > li") <= kinds
