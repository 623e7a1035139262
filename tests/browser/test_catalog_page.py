"""The catalog's first page: whole without scripts, narrowed with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Visitor

pytestmark = pytest.mark.browser

PERSONAS = sum(1 for file in (Path(__file__).parents[2] / "personas").rglob("*") if file.is_file())


@pytest.mark.parametrize("scripts", [True, False])
def test_every_persona_has_a_card_that_leads_to_its_page(
    visit: Visitor, sample_site: Site, scripts: bool
) -> None:
    page = visit(sample_site, "personas/", scripts=scripts)

    expect(page.locator(".persona-card")).to_have_count(PERSONAS)
    page.locator(".persona-card a", has_text="Arquitecta de datos").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Arquitecta de datos")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_conflict_is_pointed_out(visit: Visitor, sample_site: Site, scripts: bool) -> None:
    page = visit(sample_site, "personas/", scripts=scripts)

    notice = page.locator("article details.persona-notice")
    expect(notice).to_contain_text("1 conflict")
    notice.locator("summary").click()
    expect(notice.get_by_role("link", name="Code reviewer")).to_be_visible()
    expect(notice.get_by_role("link", name="Docs editor")).to_be_visible()
    expect(page.locator(".persona-card:has(.persona-conflict)")).to_have_count(2)


def test_searching_the_list_folds_accents_and_stands_in_the_address(
    visit: Visitor, sample_site: Site
) -> None:
    page = visit(sample_site, "personas/")

    page.get_by_role("searchbox", name="Search").first.fill("observabilidad")
    expect(page.locator(".persona-card:visible")).to_have_count(1)
    expect(page.locator(".persona-card:visible")).to_contain_text("Ingeniero de plataforma")
    expect(page).to_have_url(sample_site.url + "personas/?q=observabilidad")

    page.reload()
    expect(page.locator(".persona-card:visible")).to_have_count(1)


def test_a_facet_narrows_the_list_and_can_be_taken_back(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/?category=security")

    expect(page.locator(".persona-card:visible")).to_have_count(2)
    page.get_by_role("button", name="Clear all").first.click()
    expect(page.locator(".persona-card:visible")).to_have_count(PERSONAS)


def test_the_dialect_is_a_facet_with_words_for_people(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/")

    page.locator("[data-facet=dialect] summary").click()
    page.get_by_label("GitHub Copilot agent").check()

    expect(page).to_have_url(sample_site.url + "personas/?dialect=copilot-agent")
    expect(page.locator(".persona-card:visible")).to_have_count(3)
    expect(page.locator(".persona-picked").first).to_contain_text("GitHub Copilot agent")


def test_nothing_is_hidden_from_readers_without_scripts(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/", scripts=False)

    expect(page.locator(".persona-card:visible")).to_have_count(PERSONAS)
    expect(page.locator(".persona-bar")).to_be_hidden()
