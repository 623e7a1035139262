"""A persona in Arabic among English texts: its words run from the right, everything else from the left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor, site_of

pytestmark = pytest.mark.browser

SITE = """
    == mkdocs.yml
    site_name: Sites
    theme: {name: material, font: false}
    plugins: [search, persona-docs]
    markdown_extensions: [toc: {permalink: true}]
    == docs/index.md
    # Home
    == personas/gardener.md
    ---
    name: gardener
    description: Prunes.
    ---
    Prune.
    == personas/garden.md
    ---
    name: بستاني
    lang: ar
    description: يعتني بالأشجار.
    ---
    # بستاني

    ## قائمة التحقق

    - [ ] سقي الأشجار
    - [ ] تقليم الأغصان

    ## تنبيه

    > [!NOTE]
    > لا تسقِ الأشجار ظهرًا.

    - شجرة
    == personas/guard.md
    ---
    name: guard
    title: حارس (ليلي) – Guard
    description: Watches.
    ---
    ## Checklist

    - [ ] أغلق الباب!
    """


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of two personas."""
    with site_of("arabic", SITE, tmp_path_factory) as built:
        yield built


def sides(page: Page, selector: str) -> list[str]:
    """On which side the first line of each of these elements starts."""
    return page.locator(selector).evaluate_all(
        "all => all.map(each => getComputedStyle(each).direction === 'rtl' ? 'right' : 'left')"
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_headings_lists_and_notes_of_the_text_start_on_the_right(
    visit: Visitor, site: Site, scripts: bool
) -> None:
    page = visit(site, "personas/بستاني/", scripts=scripts)
    if scripts:
        expect(page.locator(".persona-progress")).to_be_visible()

    assert set(sides(page, ":is(h1, h3, h4):has([lang=ar])")) == {"right"}
    assert sides(page, "[data-checklist]") == ["right"]
    assert sides(page, ".admonition > p:last-child") == ["right"]
    assert set(sides(page, "h2")) == {"left"}


def test_menus_stand_out_before_the_search_on_either_side(visit: Visitor, site: Site) -> None:
    """By their own room, so that their words begin where the search does."""
    page = visit(site, "personas/")
    expect(page.locator(".persona-bar")).to_be_visible()
    for direction, side, out in (("ltr", "left", -1), ("rtl", "right", 1)):
        page.evaluate("direction => { document.body.dir = direction; }", direction)
        first, second = page.locator(".persona-bar__row").evaluate_all(
            "(rows, side) => rows.map((row) => row.getBoundingClientRect()[side])", side
        )
        assert second - first == pytest.approx(out * 12), direction


def test_the_bar_above_a_checklist_speaks_the_language_of_the_site(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/بستاني/")

    bar = page.locator(".persona-progress")
    expect(bar).to_have_attribute("lang", "en")
    assert sides(page, ".persona-progress") == ["left"]


def test_bullets_stay_within_the_text(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/بستاني/")

    item = page.locator(".persona-body li:not(.task-list-item)")
    text = page.locator(".persona-body").last
    indent = "(item, text) => text.getBoundingClientRect().right - item.getBoundingClientRect().right"
    assert item.evaluate(indent, text.element_handle()) > 10


def test_names_side_by_side_stand_above_their_values(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/compare/?compare=بستاني,gardener")

    expect(page.locator(".persona-side thead th")).to_have_count(2)
    assert set(sides(page, ".persona-side :is(th, td)")) == {"left"}


def test_a_name_of_two_scripts_reads_as_it_is_written_wherever_it_stands(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/compare/")
    page.locator(".persona-pick input[value=guard]").check()
    last_word_first = """(element) => {
        const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
        const left = (word) => {
            const range = document.createRange();
            const at = text.data.indexOf(word);
            range.setStart(text, at);
            range.setEnd(text, at + word.length);
            return range.getBoundingClientRect().left;
        };
        return left("Guard") < left("حارس");
    }"""

    assert page.locator(".persona-basket li button").evaluate(last_word_first)
    page.goto(f"{site.url}personas/compare/?compare=guard,gardener")
    assert page.locator(".persona-side thead a").first.evaluate(last_word_first)


@pytest.mark.parametrize("scripts", [True, False])
def test_gathered_items_start_on_their_own_side(visit: Visitor, site: Site, scripts: bool) -> None:
    page = visit(site, "personas/checklists/", scripts=scripts)
    guard = ".persona-gathered:has(summary:has-text('Guard')) "

    assert set(sides(page, guard + ".task-list-item")) == {"right"}
    assert set(sides(page, guard + ".persona-gathered__title")) == {"left"}


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same personas on a site in Arabic, in which there are no texts."""
    arabic = SITE.replace("theme: {", "theme: {language: ar, ")
    with site_of("foreign", arabic, tmp_path_factory) as built:
        yield built


def test_where_there_are_no_texts_the_pages_say_that_they_are_english(visit: Visitor, foreign: Site) -> None:
    page = visit(foreign, "personas/بستاني/")

    assert set(sides(page, "h2, .persona-header, .persona-facts dt")) == {"left"}
    assert page.locator("#persona-glance").get_attribute("lang") == "en"
    assert set(sides(page, ":is(h1, h3, h4):has([lang=ar])")) == {"right"}
    expect(page.locator(".persona-description")).to_have_attribute("lang", "ar")
    page.goto(f"{foreign.url}personas/gardener/")
    assert page.locator(".persona-description").get_attribute("lang") is None


def test_bullets_in_english_stay_within_the_text_of_a_site_in_arabic(
    visit: Visitor, sites: ExitStack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    english = SITE.replace("theme: {", "theme: {language: ar, ").replace("Prune.", "Prune.\n\n    - Trees")
    page = visit(sites.enter_context(site_of("english", english, tmp_path_factory)), "personas/gardener/")

    item, text = page.locator(".persona-body li"), page.locator(".persona-body").last
    indent = "(item, text) => item.getBoundingClientRect().left - text.getBoundingClientRect().left"
    assert item.evaluate(indent, text.element_handle()) > 10
