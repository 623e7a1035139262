"""Checklists that work: they can be ticked, and what is ticked stays."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site, Visitor, site_of
from tests.browser.team import TEAM

pytestmark = pytest.mark.browser

TASKS, TEMPLATES = 33, 21
"""`- [ ]` items of the five real files: the files' own, and those inside code fences."""


def boxes(page: Page) -> Locator:
    return page.locator("article .persona-check")


def test_every_real_task_item_can_be_ticked_and_survives_a_reload(visit: Visitor, seeds_site: Site) -> None:
    ticked = 0
    for path in seeds_site.personas:
        page = visit(seeds_site, path)
        tasks = page.locator(
            "article li.task-list-item:has(> label > .persona-check, > p > label > .persona-check)"
        )
        tasks = tasks.locator(":scope > label > .persona-check, :scope > p > label > .persona-check")
        for box in tasks.all():
            if box.get_attribute("data-plain") is None:
                box.check()
        before = [box.is_checked() for box in boxes(page).all()]
        page.reload()
        after = [box.is_checked() for box in boxes(page).all()]
        assert before == after
        ticked += sum(after)

    assert ticked >= TASKS


def test_items_inside_code_fences_cannot_be_ticked(visit: Visitor, seeds_site: Site) -> None:
    templates = 0
    for path in seeds_site.personas:
        page = visit(seeds_site, path)
        assert page.locator("article pre .persona-check").count() == 0
        for code in page.locator("article .highlight pre, article pre:not([data-search-exclude])").all():
            templates += code.inner_text().count("- [ ]")

    assert templates >= TEMPLATES


def test_without_scripts_boxes_are_shown_and_wait(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/code-reviewer/", scripts=False)

    expect(boxes(page).first).to_be_visible()
    assert all(box.is_disabled() for box in boxes(page).all())


def test_a_checklist_works_by_keyboard_counts_and_can_be_reset(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/code-reviewer/")
    bar = page.locator(".persona-progress").first

    boxes(page).first.focus()
    page.keyboard.press("Space")
    expect(boxes(page).first).to_be_checked()
    expect(bar).to_contain_text("1 of 11")

    bar.get_by_role("button", name="Reset").click()
    expect(boxes(page).first).not_to_be_checked()
    bar.get_by_role("button", name="Undo").click()
    expect(boxes(page).first).to_be_checked()


def test_plain_bullets_under_a_checklist_heading_work_too(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/arquitecta-de-datos/")
    item = page.get_by_role("checkbox", name="No hay filas del futuro")

    item.check()
    page.reload()

    expect(item).to_be_checked()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_numbers_stay_beside_the_boxes(
    visit: Visitor, sites: ExitStack, tmp_path_factory: pytest.TempPathFactory, scripts: bool
) -> None:
    text = "== personas/qa.md\n---\nname: qa\n---\n## Release checklist\n\n1. Test it\n2. Tag it\n"
    page = visit(
        sites.enter_context(site_of("numbers", TEAM + text, tmp_path_factory)),
        "personas/qa/",
        scripts=scripts,
    )
    expect(page.locator("ol > li")).to_have_text(["Test it", "Tag it"])
    expect(page.locator("ol > li").last).to_have_css("list-style-type", "decimal")
    expect(boxes(page)).to_have_count(2 if scripts else 0)


def test_a_tick_made_on_the_page_of_all_checklists_is_the_same_tick(
    visit: Visitor, sample_site: Site
) -> None:
    page = visit(sample_site, "personas/checklists/")
    group = page.locator("details.persona-gathered", has_text="Code reviewer")

    group.locator("summary").click()
    group.locator(".persona-check").first.check()
    page.goto(sample_site.url + "personas/code-reviewer/")

    expect(boxes(page).first).to_be_checked()


@pytest.mark.parametrize("scripts", [True, False])
def test_all_checklists_stand_on_one_page(visit: Visitor, sample_site: Site, scripts: bool) -> None:
    page = visit(sample_site, "personas/checklists/", scripts=scripts)

    expect(page.locator("details.persona-gathered")).to_have_count(len(sample_site.personas))


def test_ticking_works_where_the_browser_keeps_nothing(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site)
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page.goto(sample_site.url + "personas/code-reviewer/", wait_until="load")

    boxes(page).first.check()

    expect(boxes(page).first).to_be_checked()


def test_what_was_open_before_the_filter_is_open_after_it(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/checklists/")
    groups = page.locator("details.persona-gathered[open]")
    field = page.get_by_role("searchbox", name="Filter the items")

    expect(field).to_be_visible()
    page.locator("details.persona-gathered summary", has_text="Code reviewer").press("Enter")
    expect(groups).to_have_count(1)
    field.fill("error")
    expect(groups).not_to_have_count(1)
    field.fill("")

    expect(groups).to_have_count(1)
    expect(groups.locator("summary")).to_contain_text("Code reviewer")


def test_the_page_of_all_checklists_tells_how_much_is_done(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/checklists/")
    total = page.locator("[data-total]")
    boxes = page.locator(".persona-check").count()
    expect(total).to_have_text(f"0 of {boxes}")
    page.locator(".persona-gathered summary").first.click()
    page.locator(".persona-check:visible").first.check()
    expect(total).to_have_text(f"1 of {boxes}")
    page.reload()
    expect(total).to_have_text(f"1 of {boxes}")
