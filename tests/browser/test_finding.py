"""Finding and comparing with scripts: facets, order, views, basket, and the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor
from tests.browser.team import names, search

pytestmark = pytest.mark.browser


def test_values_of_a_facet_widen_and_facets_narrow_with_their_counts_shown(
    visit: Visitor, team: Site
) -> None:
    page = visit(team, "personas/")

    def counts(facet: str) -> dict[str, str]:
        rows = page.locator(f"[data-facet={facet}] li")
        expect(rows).not_to_have_count(0)  # a menu is filled just after it opened
        return dict(row.inner_text().split("\n") for row in rows.all())

    page.locator("[data-facet=expertise] summary").click()
    assert counts("expertise")["Python"] == "2"
    page.get_by_label("Python").check()
    expect(page.locator(".persona-count")).to_have_text("2 of 5 personas")
    page.get_by_label("Observability").check()
    expect(page.locator(".persona-count")).to_have_text("4 of 5 personas")
    page.locator("[data-facet=category] summary").click()
    assert counts("category") == {"Build": "2", "Run": "2"}
    page.get_by_label("Run").check()
    expect(page.locator(".persona-count")).to_have_text("2 of 5 personas")
    assert names(page) == ["Net hand", "Rapid"]
    expect(page).to_have_url(team.url + "personas/?expertise=python&expertise=observability&category=run")

    page.locator(".persona-status").get_by_role("button", name="Remove Observability").click()
    expect(page.locator(".persona-count")).to_have_text("0 of 5 personas")


def test_a_capability_is_found_whatever_the_tool_is_called(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/?tool=execute")
    assert names(page) == ["Net hand"]
    expect(page.locator(".persona-status .persona-picked")).to_have_text("Execute")


def test_the_menu_of_tools_shows_which_are_capabilities(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/")
    page.locator("[data-facet=tool] summary").click()

    options = page.locator("[data-facet=tool] label")
    expect(options.filter(has_text="Execute").locator("span")).to_have_class(
        "persona-cap persona-cap--execute"
    )
    expect(options.filter(has_text="Bash").locator("span")).to_have_class("")


def test_an_empty_result_says_what_to_loosen(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/?q=painter&category=run&model=opus")
    expect(page.locator(".persona-nothing")).to_contain_text("No persona matches.")
    assert names(page) == []

    search(page, "api")
    page.locator(".persona-nothing").get_by_role("button", name="Run (1)").click()
    expect(page.locator(".persona-count")).to_have_text("1 of 5 personas")
    assert names(page) == ["API smith"]


def test_a_search_that_is_given_up_leaves_the_box(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/?q=painter&category=run")
    page.locator(".persona-nothing").get_by_role("button", name="painter").click()
    expect(page.locator(".persona-count")).to_have_text("2 of 5 personas")
    expect(page.locator(".persona-bar__q")).to_have_value("")


def test_where_taking_one_away_does_not_help_all_can_be_cleared(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/?q=zzzzzz&category=none")
    page.locator(".persona-nothing").get_by_role("button", name="Clear all", exact=True).click()
    expect(page.locator(".persona-card:visible")).to_have_count(5)
    expect(page.locator(".persona-bar__q")).to_be_focused()
    expect(page).to_have_url(team.url + "personas/")


def test_back_forward_reload_and_a_pasted_address_give_the_same_view(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/")
    page.locator("[data-facet=category] summary").click()
    page.get_by_label("Build").check()
    page.locator("[data-view=table]").click()
    page.locator(".persona-bar select").select_option("name")
    search(page, "python")
    address = team.url + "personas/?q=python&sort=name&view=table&category=build"
    expect(page).to_have_url(address)
    rows = page.locator(".persona-catalog__table tbody tr:visible")
    expect(rows).to_have_count(2)

    page.reload()
    expect(rows).to_have_count(2)
    expect(page.locator(".persona-bar__q")).to_have_value("python")
    for _ in range(4):
        page.go_back()
    expect(page).to_have_url(team.url + "personas/")
    expect(page.locator(".persona-card:visible")).to_have_count(5)
    expect(page.locator(".persona-bar__q")).to_have_value("")
    page.go_forward()
    expect(page.locator(".persona-card:visible")).to_have_count(2)


def test_back_leads_out_of_a_search_however_fast_it_was_typed(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/")
    box = page.locator(".persona-bar__q")
    box.press_sequentially("pain", delay=20)
    expect(page).to_have_url(team.url + "personas/?q=pain")
    box.press_sequentially("ter", delay=20)
    expect(page).to_have_url(team.url + "personas/?q=painter")

    page.go_back()

    expect(page).to_have_url(team.url + "personas/")
    expect(box).to_have_value("")
    assert len(names(page)) == 5


def test_the_theme_does_not_take_the_search_of_the_list_for_its_own(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/?q=zen")
    expect(page.locator(".persona-card:visible")).to_have_count(1)
    expect(page.locator("[data-md-toggle=search]")).not_to_be_checked()
    expect(page).to_have_url(team.url + "personas/?q=zen")


def test_menus_close_with_escape_and_give_the_focus_back(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/")
    summary = page.locator("[data-facet=model] summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("opus")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".persona-count")).to_have_text("2 of 5 personas")
    page.keyboard.press("Escape")
    expect(page.locator("[data-facet=model]")).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_menus_open_below_their_buttons_and_inside_the_window(
    visit: Visitor, sample_site: Site, width: int
) -> None:
    page = visit(sample_site, "personas/compare/")
    page.set_viewport_size({"width": width, "height": 800})
    for menu in page.locator(".persona-menu").all():
        menu.locator("summary").click()
        expect(menu.locator("li").first).to_be_visible()
        left, right, start, end = (
            edge
            for part in (".persona-menu__panel", "summary")
            for edge in menu.locator(part).evaluate(
                "part => { const { left, right } = part.getBoundingClientRect(); return [left, right]; }"
            )
        )
        assert 0 <= left <= end, menu.inner_text()
        assert start <= right <= width, menu.inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_table_is_sorted_by_its_heads_and_columns_can_be_hidden(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/compare/")
    head = page.locator("th[data-c=expertise]")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page).to_have_url(team.url + "personas/compare/?sort=-expertise")
    assert page.locator(".persona-everyone tbody th a").last.inner_text() == "Zen"

    page.locator("[data-columns] summary").click()
    page.get_by_label("Role").uncheck()
    expect(page.locator("[data-c=role]:visible")).to_have_count(0)
    page.reload()
    expect(page.locator("[data-c=role]:visible")).to_have_count(0)
    expect(page.locator("[data-c=model]:visible")).to_have_count(6)


def test_empty_cells_come_last_whichever_way_it_is_sorted(visit: Visitor, team: Site) -> None:
    for sort in ("category", "-category"):
        page = visit(team, f"personas/compare/?sort={sort}")
        assert page.locator(".persona-everyone tbody th a").last.inner_text() == "Zen"


def test_an_address_that_sorts_by_nothing_there_is_sorts_nothing(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/compare/?sort=constructor")
    expect(page.locator(".persona-everyone th[aria-sort]")).to_have_count(0)


def test_the_basket_survives_navigation_and_leads_side_by_side(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/")
    page.get_by_role("checkbox", name="Compare API smith", exact=True).check()
    expect(page.locator(".persona-basket")).to_contain_text("Choose at least one more")
    page.locator(".persona-card a", has_text="Painter").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Painter")
    page.go_back()
    page.get_by_role("checkbox", name="Compare Painter", exact=True).check()
    page.get_by_role("link", name="Compare 2").click()
    expect(page).to_have_url(team.url + "personas/compare/?compare=api-smith,painter")

    side = page.locator(".persona-table--side")
    expect(side.locator("thead th a")).to_have_text(["API smith", "Painter"])
    expect(side.locator("tr.persona-shared", has_text="Expertise")).to_contain_text("Python")
    expect(side.locator("tr:not(.persona-shared)", has_text="Expertise")).to_contain_text("C++")
    page.get_by_label("Differences only").check()
    expect(side.locator("tr.persona-shared:visible")).to_have_count(0)
    expect(page).to_have_url(team.url + "personas/compare/?only=differences&compare=api-smith,painter")

    page.get_by_role("link", name="All personas").click()
    expect(page.locator(".persona-everyone tbody tr:visible")).to_have_count(5)
    expect(page.locator(".persona-basket")).to_contain_text("Painter")


@pytest.mark.parametrize("query", ["", "?view=table"], ids=["cards", "table"])
def test_the_focus_stays_where_something_is_taken_out_of_the_basket(
    visit: Visitor, team: Site, query: str
) -> None:
    page = visit(team, f"personas/{query}")
    for name in ("API smith", "Painter", "Zen"):
        page.locator(".persona-pick input:visible").and_(
            page.get_by_label(f"Compare {name}", exact=True)
        ).check()
    chips = page.locator(".persona-basket li button")
    chips.nth(1).press("Enter")
    expect(chips).to_have_text(["API smith", "Zen"])
    expect(chips.nth(1)).to_be_focused()
    chips.nth(1).press("Enter")
    expect(chips.nth(0)).to_be_focused()
    chips.nth(0).press("Enter")
    box = page.locator(".persona-pick input:visible").and_(page.get_by_label("Compare API smith", exact=True))
    expect(box).to_be_focused()

    box.press("Space")
    page.locator(".persona-basket > button").press("Enter")
    expect(box).to_be_focused()
    box.check()
    search(page, "zen")
    expect(box).to_be_hidden()
    chips.nth(0).press("Enter")
    expect(page.locator(".persona-bar__q")).to_be_focused()


def test_the_focus_stays_where_a_search_is_loosened(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/?q=zen&expertise=c%2B%2B")
    page.locator(".persona-nothing button").first.press("Enter")
    expect(page.locator(".persona-bar__q")).to_be_focused()


def test_more_than_four_do_not_fit_side_by_side(visit: Visitor, team: Site) -> None:
    page = visit(team, "personas/")
    for box in page.locator(".persona-pick input").all()[:5]:
        box.click()
    expect(page.locator(".persona-basket")).to_contain_text("Up to four")
    expect(page.locator(".persona-card .persona-pick input:checked")).to_have_count(4)


def test_it_works_where_the_browser_keeps_nothing(visit: Visitor, team: Site) -> None:
    page = visit(team)
    page.add_init_script(
        "for (const name of ['getItem', 'setItem']) {"
        "  const real = Storage.prototype[name];"
        "  Storage.prototype[name] = function (key, ...rest) {"
        "    if (key.startsWith('persona-docs')) throw new Error('blocked');"
        "    return real.call(this, key, ...rest);"
        "  };"
        "}"
    )
    page.goto(team.url + "personas/")
    page.get_by_role("checkbox", name="Compare Zen", exact=True).check()
    expect(page.locator(".persona-basket")).to_contain_text("Zen")
    search(page, "python")
    expect(page.locator(".persona-card:visible")).to_have_count(2)


def test_instant_navigation_brings_it_to_life_again(visit: Visitor, team: Site) -> None:
    page = instant(visit(team), team)
    page.get_by_role("link", name="All of them").click()
    search(page, "zen")
    expect(page.locator(".persona-card:visible")).to_have_count(1)
    assert page.evaluate("window.stayed")


def test_who_leaves_while_searching_takes_nothing_along(visit: Visitor, team: Site) -> None:
    page = instant(visit(team, "personas/"), team)
    expect(page.locator(".persona-bar")).to_be_visible()
    page.evaluate("""() => {
      const box = document.querySelector(".persona-bar__q");
      box.value = "zen";
      box.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector(".persona-card:not([hidden]) a").click();
    }""")
    expect(page.locator("h1")).to_have_text("Zen")
    page.wait_for_timeout(600)
    assert (page.url, page.evaluate("window.stayed")) == (f"{team.url}personas/zen/", True)


def instant(page: Page, site: Site) -> Page:
    """The page, once the theme goes from it to others without loading anew: to those of the sitemap."""
    here = site.read("sitemap.xml").replace("https://example.org/", site.url)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=here, content_type="application/xml"))
    page.reload()
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    return page


def test_nothing_jumps_when_the_scripts_arrive(visit: Visitor, team: Site) -> None:
    page = visit(team)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => {"
        " for (const entry of list.getEntries()) window.shift += entry.value;"
        "}).observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(team.url + "personas/")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") < 0.01
