"""axe finds nothing wrong with what we render, in light and dark, wide and narrow."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Site, Visitor

pytestmark = pytest.mark.browser

PAGES = [
    "personas/",
    "personas/code-reviewer/",
    "personas/arquitecta-de-datos/",
    "personas/postmortem/",
    "personas/compare/",
    "personas/compare/?compare=code-reviewer,security-reviewer,incident-commander",
    "personas/checklists/",
    "personas/triggers/",
    "personas/tools/",
    "personas/expertise/",
    "personas/health/",
    "personas/embed/code-reviewer.html",
    "personas/embed/index.html?tool=execute&language=es",
]

THEME = (
    ("aria-dialog-name", "md-search"),  # the theme's search dialog has no name
    ("color-contrast", "md-copyright"),  # the theme's footer is too pale
    ("color-contrast", "md-footer"),
    ("color-contrast", "md-tabs__link"),  # its tabs are see-through until one is chosen
    ("landmark-unique", "md-nav"),  # the theme's navigations share a name
    ("landmark-unique", "md-code__nav"),  # and so do its buttons above code
)
"""What is the theme's own: the rule, and where it is broken."""


@pytest.mark.parametrize(
    ("dark", "phone"), [(False, False), (True, False), (False, True)], ids=["light", "dark", "phone"]
)
@pytest.mark.parametrize("path", PAGES)
def test_no_violation(visit: Visitor, sample_site: Site, path: str, dark: bool, phone: bool) -> None:
    page = visit(sample_site, path, dark=dark, phone=phone)
    page.wait_for_load_state("networkidle")

    assert ours(Axe().run(page).response["violations"]) == []


@pytest.mark.parametrize("path", ["personas/triggers/", "personas/tools/", "personas/expertise/"])
def test_a_finger_meets_who_answers_on_a_phone(visit: Visitor, sample_site: Site, path: str) -> None:
    """https://www.w3.org/TR/WCAG22/#target-size-minimum wants 24 pixels."""
    links = visit(sample_site, path, phone=True).locator(".persona-owners a, .persona-jump a")

    assert min(links.evaluate_all("all => all.map(a => a.getBoundingClientRect().height)")) >= 24


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_violation_in_directives(visit: Visitor, sample_site: Site, dark: bool) -> None:
    page = visit(sample_site, dark=dark)

    assert ours(Axe().run(page, context=".persona-docs").response["violations"]) == []


def test_icons_and_bars_are_seen_where_the_system_sets_the_colours(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/code-reviewer/")
    page.locator(".persona-check:visible").first.check()
    page.emulate_media(forced_colors="active")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for mark, part in ((".persona-copy", "before"), (".persona-cap", "before")):
        assert drawn(page, mark, part) == "rgb(0, 0, 0)", mark
    assert drawn(page, ".persona-progress progress", "-webkit-progress-value") != "rgb(255, 255, 255)"


def test_values_and_what_is_folded_are_told_apart_where_the_system_sets_the_colours(
    visit: Visitor, sample_site: Site
) -> None:
    page = visit(sample_site, "personas/code-reviewer/")
    page.emulate_media(forced_colors="active")
    words = page.locator("details.persona-folded > summary").first.evaluate(
        "each => getComputedStyle(each).color"
    )
    assert drawn(page, "details.persona-folded > summary", "after") == words

    page.goto(sample_site.url + "personas/")
    chips = page.locator(".persona-card .persona-chips > li:not(.persona-more)")
    styles = chips.evaluate_all("all => all.map((each) => getComputedStyle(each).borderTopStyle)")
    assert set(styles) == {"dashed", "solid"}
    decorations = page.locator(".persona-switch button").evaluate_all(
        "all => all.map((each) => getComputedStyle(each).textDecorationLine)"
    )
    assert decorations == ["underline", "none"]

    page.goto(sample_site.url + "personas/health/")
    assert drawn(page, ".persona-severity", "before") == "rgb(30, 136, 229)"


def drawn(page: Page, selector: str, part: str) -> str:
    """In which colour a part of an element is filled."""
    return page.locator(selector).first.evaluate(
        "(element, part) => getComputedStyle(element, `::${part}`).backgroundColor", part
    )


def ours(violations: list[dict[str, Any]]) -> list[str]:
    """The violations that are not the theme's, a line each."""
    return [
        f"{violation['id']} ({violation['impact']}): {node['html'][:200]} at {node['target']}"
        for violation in violations
        for node in violation["nodes"]
        if not any(violation["id"] == rule and where in _seen(node) for rule, where in THEME)
    ]


def _seen(node: dict[str, Any]) -> str:
    return f"{node['target']} {node['html']}"
