"""The comparison: a row per persona, and no hole where the file says something."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Site, Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
def test_the_five_real_files_are_five_rows_without_an_empty_cell_of_expertise(
    visit: Visitor, seeds_site: Site, scripts: bool
) -> None:
    page = visit(seeds_site, "personas/compare/", scripts=scripts)

    rows = page.locator(".persona-everyone tbody tr")
    expect(rows).to_have_count(5)
    cells = [cell.inner_text().strip() for cell in rows.locator("td[data-c=expertise]").all()]
    assert len(cells) == 5
    assert all(cells), cells


@pytest.mark.parametrize("scripts", [True, False])
def test_the_table_names_expertise_tools_and_triggers_first(
    visit: Visitor, sample_site: Site, scripts: bool
) -> None:
    page = visit(sample_site, "personas/compare/", scripts=scripts)

    heads = [head.inner_text().strip() for head in page.locator(".persona-everyone thead th").all()]
    assert heads[1:4] == ["Expertise", "Tools", "Triggers"]
    row = page.locator(".persona-everyone tbody tr", has_text="Code reviewer")
    expect(row.locator("[data-c=triggers]")).to_contain_text("/review")


@pytest.mark.parametrize("scripts", [True, False])
def test_derived_values_look_different_from_declared_ones(
    visit: Visitor, sample_site: Site, scripts: bool
) -> None:
    page = visit(sample_site, "personas/compare/", scripts=scripts)

    def derived(name: str) -> int:
        row = page.locator(".persona-everyone tbody tr", has_text=name)
        return row.locator("[data-c=expertise] .persona-is-derived").count()

    assert derived("Code reviewer") > 0
    assert derived("Arquitecta de datos") == 0


def test_the_table_can_be_sorted(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/")

    names = page.locator(".persona-everyone tbody th a")
    before = names.all_inner_texts()
    head = page.locator(".persona-everyone thead th").first
    head.get_by_role("button").click()

    assert before != sorted(before, key=str.casefold)
    expect(names).to_have_text(sorted(before, key=str.casefold))
    expect(head).to_have_attribute("aria-sort", "ascending")


def test_two_personas_can_be_put_side_by_side_by_address(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/?compare=code-reviewer,security-reviewer")

    side = page.locator(".persona-side .persona-table--side")
    expect(side.locator("thead")).to_contain_text("Code reviewer")
    expect(side.locator("thead")).to_contain_text("Security reviewer")
    expect(side.locator("thead th")).to_have_count(2)


def test_side_by_side_says_how_many_have_what_not_all_have(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/?compare=support-guide,code-reviewer,incident-commander")
    tools = page.locator(".persona-side tr", has_text="Tools")

    expect(tools.first).to_have_class("persona-shared")
    expect(tools.first.locator("li")).to_have_text(["Read", "Grep"])
    expect(tools.last.locator("li", has_text="Bash")).to_have_text(["Bash 2/3", "Bash 2/3"])
    expect(tools.last.locator("li", has_text="Glob")).to_have_text("Glob")


def test_a_persona_can_be_taken_out_of_those_side_by_side(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/?compare=support-guide,code-reviewer,incident-commander")
    names = page.locator(".persona-side thead th a")

    page.get_by_role("button", name="Remove Code reviewer").click()
    expect(names).to_have_text(["Support guide", "Incident commander"])
    expect(page.get_by_role("button", name="Remove Incident commander")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?compare=support-guide,incident-commander$"))

    page.get_by_role("button", name="Remove Support guide").click()
    expect(page.locator(".persona-side")).to_be_hidden()
    expect(page.get_by_role("searchbox", name="Search in this list")).to_be_focused()

    page.go_back()
    expect(names).to_have_text(["Support guide", "Incident commander"])


def test_the_focus_stays_where_somebody_is_taken_out_of_those_side_by_side(
    visit: Visitor, sample_site: Site
) -> None:
    page = visit(sample_site, "personas/compare/?compare=support-guide,code-reviewer,incident-commander")

    page.get_by_role("button", name="Remove Incident commander").press("Enter")

    expect(page.get_by_role("button", name="Remove Code reviewer")).to_be_focused()


def test_who_is_taken_out_of_those_side_by_side_leaves_the_basket_too(
    visit: Visitor, sample_site: Site
) -> None:
    page = visit(sample_site, "personas/compare/")
    for name in ("Code reviewer", "Data analyst", "Support guide"):
        page.get_by_role("checkbox", name=f"Compare {name}").first.check()
    page.get_by_role("link", name="Compare 3").click()
    page.get_by_role("button", name="Remove Data analyst").click()
    page.get_by_role("link", name="All personas").click()

    expect(page.locator(".persona-basket li")).to_have_text(["Code reviewer", "Support guide"])


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
def test_the_way_out_of_side_by_side_stands_beside_the_name(
    visit: Visitor, sample_site: Site, phone: bool
) -> None:
    page = visit(sample_site, "personas/compare/?compare=code-reviewer,docs-editor", phone=phone)
    name, remove = page.locator(".persona-side thead a").first, page.locator(".persona-remove").first
    expect(remove).to_be_visible()
    first_line = name.evaluate("(link) => link.getClientRects()[0].top")
    assert abs(remove.evaluate("(button) => button.getBoundingClientRect().top") - first_line) < 8


def test_side_by_side_keeps_its_columns_readable_on_a_phone(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/?compare=code-reviewer,test-writer,migrations", phone=True)
    widths = page.locator(".persona-table--side thead th:visible").evaluate_all(
        "cells => cells.map(cell => cell.offsetWidth)"
    )
    assert len(widths) >= 3
    assert min(widths) >= 120


def test_side_by_side_gives_everybody_asked_for_as_much_room(visit: Visitor, sample_site: Site) -> None:
    asked = ("code-reviewer", "security-reviewer", "api-designer", "data-analyst", "docs-editor")
    for count in (2, 3, 5):
        page = visit(sample_site, f"personas/compare/?compare={','.join(asked[:count])}")
        heads = page.locator(".persona-side thead th")
        expect(heads).to_have_count(count)
        widths = heads.evaluate_all("cells => cells.map(cell => Math.round(cell.offsetWidth))")
        assert max(widths) - min(widths) <= 1, widths


def test_side_by_side_tells_derived_values_and_those_that_are_no_names(
    visit: Visitor, sample_site: Site
) -> None:
    page = visit(sample_site, "personas/compare/?compare=code-reviewer,data-analyst")

    def cell(field: str) -> Locator:
        return page.locator(".persona-side tr:not(.persona-shared)", has_text=field).locator("td")

    for field in ("Expertise", "Triggers", "Role"):
        expect(cell(field).first.locator(".persona-derived")).to_be_visible()
    expect(cell("Model").first).to_have_text("opus")
    expect(cell("Tools").last).to_have_text("Inherits all tools")
    expect(cell("Tools").last.locator("code")).to_have_count(0)


def test_nothing_in_focus_is_below_the_names_that_stay(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/")
    page.locator(".persona-everyone tbody a").first.focus()
    page.locator(".persona-everyone .persona-scroll").evaluate("region => region.scrollTo(9_999, 0)")

    covered = """() => {
      const { x, y, width, height } = document.activeElement.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return !document.activeElement.contains(top) && !top?.contains(document.activeElement);
    }"""
    for _ in range(40):
        page.keyboard.press("Tab")
        assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")
