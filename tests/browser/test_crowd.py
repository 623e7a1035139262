"""A list of a thousand personas: shown as one gets there, answered at once, and found again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Visitor, site_of
from tests.browser.team import TEAM, search

pytestmark = pytest.mark.browser


def one_of_many(n: int) -> str:
    """A persona of the crowd."""
    terms = f"expertise: [topic {n % 40}, field {n % 7}]\ntriggers: [/p{n}]"
    return f"== personas/p{n}.md\n---\nname: p{n}\nrole: Number {n}\n{terms}\n---\n"


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A thousand personas."""
    with site_of("crowd", TEAM + "".join(map(one_of_many, range(1_000))), tmp_path_factory) as site:
        yield site


def test_a_thousand_personas_are_shown_as_one_gets_there_and_filtered_at_once(
    visit: Visitor, crowd: Site
) -> None:
    page = visit(crowd, "personas/")
    expect(page.locator(".persona-count")).to_have_text("1005 personas")
    expect(page.locator(".persona-next")).to_be_visible()
    at_first = page.locator(".persona-card:visible").count()
    assert at_first < 50
    page.locator(".persona-next").scroll_into_view_if_needed()
    expect(page.locator(".persona-card:visible")).not_to_have_count(at_first)

    search(page, "/p777")
    expect(page.locator(".persona-card:visible").first).to_contain_text("p777")
    expect(page.locator(".persona-cards > li")).to_have_count(1)  # a browser styles all that stand in a list
    touched = page.evaluate(
        """async () => {
          let changes = 0;
          const observer = new MutationObserver((records) => (changes += records.length));
          const cards = document.querySelector('.persona-cards');
          observer.observe(cards, { attributes: true, childList: true, subtree: true });
          const box = document.querySelector('.persona-bar__q');
          box.value = 'topic 3';
          box.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise(requestAnimationFrame);
          return changes;
        }"""
    )
    expect(page.locator(".persona-card:visible")).not_to_have_count(1)
    assert 0 < touched < 100  # a keystroke touches what it shows, hides and moves, not all 1,005


def test_who_comes_back_from_a_persona_stands_where_they_left(visit: Visitor, crowd: Site) -> None:
    page = visit(crowd, "personas/")
    cards = page.locator(".persona-card:visible")
    expect(cards).to_have_count(24)
    while cards.count() < 60:
        page.locator(".persona-next").scroll_into_view_if_needed()
        page.wait_for_timeout(50)
    link = cards.nth(55).locator("a")
    name = link.inner_text()
    # On a slow machine, the theme writes where the page was scrolled to after the click.
    page.evaluate("() => addEventListener('click', () => history.replaceState({ x: 0, y: 3600 }, ''))")
    link.click()
    expect(page.locator(".persona-header")).to_be_visible()
    page.wait_for_timeout(300)  # nobody is back before the page has settled
    page.go_back()
    again = page.locator(".persona-card").get_by_role("link", name=name, exact=True)
    expect(again).to_be_focused(timeout=30_000)  # a thousand cards, drawn anew
    expect(again).to_be_in_viewport()

    page.add_init_script("history.replaceState({ x: 0, y: 0 }, '')")  # and then before our script has begun
    page.goto(crowd.url + "personas/triggers/")
    page.goto(crowd.url + "personas/")
    expect(cards).to_have_count(24)


def test_keys_go_on_at_the_first_of_those_that_are_new(visit: Visitor, crowd: Site) -> None:
    page = visit(crowd, "personas/")
    cards = page.locator(".persona-card:visible")
    expect(cards).to_have_count(24)

    page.locator(".persona-next").focus()
    page.wait_for_timeout(300)
    expect(cards).to_have_count(24)  # the button waits to be pressed
    page.keyboard.press("Enter")

    expect(cards.nth(24).locator(".persona-card__name a")).to_be_focused()
    page.get_by_role("button", name="Table").press("Enter")
    rows = page.locator("[data-for]:visible")
    page.locator(".persona-next").focus()
    page.wait_for_timeout(300)
    shown = rows.count()
    page.keyboard.press("Enter")
    expect(rows.nth(shown).locator(".persona-table__name a")).to_be_focused()


def test_a_letter_is_answered_with_a_few_and_a_pause_with_more(visit: Visitor, crowd: Site) -> None:
    page = visit(crowd, "personas/")
    expect(page.locator(".persona-next")).to_be_visible()
    shown = page.evaluate(
        """async () => {
          const box = document.querySelector('.persona-bar__q');
          box.value = 'topic';
          box.dispatchEvent(new Event('input', { bubbles: true }));
          await new Promise(requestAnimationFrame);
          return document.querySelectorAll('.persona-cards > li:not([hidden])').length;
        }"""
    )
    assert shown == 6
    expect(page.locator(".persona-card:visible")).to_have_count(24)
