"""MkDocs' own themes name no colours as Material does: what lies over the page is seen all the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Site, Visitor, site_of

pytestmark = pytest.mark.browser

SITE = """
    == mkdocs.yml
    site_name: Garden
    theme: {name: THEME, highlightjs: false}
    plugins: [search, persona-docs]
    == docs/index.md
    # Home
    == personas/gardener.md
    ---
    name: gardener
    description: Prunes.
    tools: Read, Edit
    ---
    Prune.
    == personas/beekeeper.md
    ---
    name: beekeeper
    description: Keeps bees.
    tools: Read
    ---
    Keep them.
    """


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of two personas in one of MkDocs' own themes."""
    files = SITE.replace("THEME", request.param)
    with site_of(f"own-{request.param}", files, tmp_path_factory) as built:
        yield built


def look(element: Locator, name: str) -> str:
    """A property of an element as the browser made it."""
    value: str = element.evaluate("(each, name) => getComputedStyle(each)[name]", name)
    return value


def test_an_open_menu_hides_what_lies_below(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/")

    page.locator("[data-facet=tool] summary").click()

    assert (
        look(page.locator(".persona-menu[open] .persona-menu__panel"), "backgroundColor")
        == "rgb(255, 255, 255)"
    )


def test_the_comparison_waits_until_somebody_is_chosen(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/")
    expect(page.locator(".persona-pick").first).to_be_visible()
    expect(page.locator(".persona-basket")).to_be_hidden()

    page.locator(".persona-card").get_by_label("Compare Gardener").check()

    expect(page.locator(".persona-basket")).to_be_visible()


def test_what_is_chosen_is_seen(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/")
    box = page.locator(".persona-card .persona-pick input").first

    box.check()

    assert look(box, "backgroundColor") != "rgba(0, 0, 0, 0)"
    assert look(page.locator(".persona-basket"), "boxShadow") != "none"
    assert look(page.locator("[data-view=cards]"), "fontWeight") == "600"
    assert look(page.locator("[data-view=table]"), "fontWeight") == "400"


def test_cards_stand_apart(visit: Visitor, site: Site) -> None:
    cards = visit(site, "personas/").locator(".persona-card")
    expect(cards).to_have_count(2)
    first, second = (card.bounding_box() for card in cards.all())
    assert first
    assert second
    assert second["y"] - first["y"] - first["height"] >= 8


def test_focus_is_seen(visit: Visitor, site: Site) -> None:
    page = visit(site, "personas/")

    page.locator("[data-facet=tool] summary").focus()

    assert look(page.locator(":focus"), "outlineStyle") == "solid"


def test_a_language_with_a_country_as_these_themes_write_it_stops_no_script(
    visit: Visitor, sites: ExitStack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = SITE.replace("THEME", "mkdocs, locale: pt_BR")
    page = visit(sites.enter_context(site_of("country", files, tmp_path_factory)), "personas/")

    expect(page.locator(".persona-bar")).to_be_visible()
