"""What the scripts of checklists and copy buttons promise beyond ticking a box."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor

pytestmark = pytest.mark.browser

PAGE = "personas/code-reviewer/"
KEPT = "Object.keys(localStorage).filter((name) => name.startsWith('persona-docs:'))"


def boxes(page: Page):
    return page.locator("article .persona-check")


def bar(page: Page):
    return page.locator(".persona-progress").first


@pytest.mark.parametrize(
    "broken",
    [
        "setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
        "getItem = (name) => name.startsWith('persona-docs:') ? '{{' : null",
        "getItem = (name) => name.startsWith('persona-docs:') ? 'null' : null",
        "removeItem = () => { throw new DOMException('no', 'SecurityError') }",
    ],
    ids=["full", "garbled", "null", "unwritable"],
)
def test_ticks_hold_for_the_visit_whatever_storage_does(
    visit: Visitor, sample_site: Site, broken: str
) -> None:
    page = visit(sample_site)
    page.add_init_script(f"Storage.prototype.{broken}")
    page.goto(sample_site.url + PAGE)

    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    boxes(page).nth(1).uncheck()
    boxes(page).nth(2).check()

    expect(bar(page)).to_contain_text("2 of")


def test_names_that_objects_know_are_names_like_any_other(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, PAGE)
    page.evaluate(
        """() => {
            document.querySelectorAll("article .persona-check").forEach((box, n) => {
                box.dataset.key = ["__proto__", "constructor", "toString"][n] ?? box.dataset.key;
            });
        }"""
    )
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    expect(bar(page)).to_contain_text("2 of")
    assert (
        page.evaluate("({}).polluted === undefined && Object.prototype.toString.call({})")
        == "[object Object]"
    )
    assert "__proto__" in page.evaluate(f"localStorage.getItem({KEPT}[0])")


def test_another_tab_follows(visit: Visitor, sample_site: Site) -> None:
    one = visit(sample_site, PAGE)
    other = one.context.new_page()
    other.goto(sample_site.url + "personas/checklists/")

    boxes(one).first.check()

    group = other.locator("details.persona-gathered", has_text="Code reviewer")
    expect(group.locator("summary")).to_contain_text("1 of")


def test_a_reset_can_be_undone_and_the_focus_goes_along(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, PAGE)
    boxes(page).first.check()

    bar(page).get_by_role("button", name="Reset").press("Enter")
    expect(page.locator(".persona-live")).to_have_text("Checklist reset")
    expect(bar(page).get_by_role("button", name="Undo")).to_be_focused()
    assert page.evaluate(KEPT) == []

    page.keyboard.press("Enter")
    expect(bar(page).get_by_role("button", name="Reset")).to_be_focused()
    expect(boxes(page).first).to_be_checked()


def test_a_list_is_copied_with_its_ticks(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, PAGE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    boxes(page).nth(1).check()

    bar(page).get_by_role("button", name="Copy as Markdown").click()

    expect(page.locator(".persona-live")).to_have_text("Copied")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0].startswith("## ")
    assert [line[:6] for line in lines[2:4]] == ["- [ ] ", "- [x] "]
    assert any(line.startswith("  - [ ] ") for line in lines)


@pytest.mark.parametrize("clipboard", [True, False], ids=["clipboard", "no clipboard"])
def test_triggers_and_the_file_are_copied(visit: Visitor, sample_site: Site, clipboard: bool) -> None:
    page = visit(sample_site)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if not clipboard:
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(sample_site.url + PAGE)

    page.get_by_role("button", name="Copy /review", exact=True).click()
    expect(page.locator(".persona-live")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "/review"

    page.get_by_role("button", name="Copy the file").first.click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('---'))")


def test_without_scripts_there_is_no_button_that_does_nothing(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, PAGE, scripts=False)

    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    page.locator("details.persona-file > summary").click()
    expect(page.locator("details.persona-file pre")).to_contain_text("name: code-reviewer")


def test_plain_bullets_show_a_box_without_scripts_too(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/arquitecta-de-datos/", scripts=False)

    item = page.locator("[data-checklist] li[data-key]").first
    assert "☐" in item.evaluate("(item) => getComputedStyle(item).listStyleType")


def test_the_filter_folds_accents_and_tells_how_many(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/checklists/")

    page.get_by_role("searchbox", name="Filter the items").fill("arquitecta futúro")
    expect(page.locator("details.persona-gathered:visible")).to_have_count(1)
    expect(page.get_by_text("Items found: 1")).to_be_visible()
    expect(page.get_by_role("checkbox", name="No hay filas del futuro")).to_be_visible()

    page.get_by_role("searchbox", name="Filter the items").fill("nothing like this")
    expect(page.get_by_text("No item matches.")).to_be_visible()


def test_lists_work_on_a_page_that_came_without_a_reload(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/docs-editor/")
    page.evaluate(
        """async (address) => {
            const html = await (await fetch(address)).text();
            const other = new DOMParser().parseFromString(html, "text/html");
            history.pushState(null, "", address);
            document.querySelector("article").replaceWith(other.querySelector("article"));
            document$.next(document);
        }""",
        sample_site.url + PAGE,
    )

    boxes(page).first.check()
    expect(bar(page)).to_contain_text("1 of")
    page.reload()
    expect(boxes(page).first).to_be_checked()


def test_nothing_jumps_while_the_lists_come_to_life(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site)
    page.add_init_script(
        """window.shift = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    for path in (PAGE, "personas/checklists/", "personas/arquitecta-de-datos/"):
        page.goto(sample_site.url + path)
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") < 0.01, path
