"""A persona's page: who it is, how to call it, its text as GitHub shows it, its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, Visitor

pytestmark = pytest.mark.browser

CHECKOUT = Path(__file__).parents[2]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_page_has_its_sections_and_one_main_heading(
    visit: Visitor, sample_site: Site, scripts: bool
) -> None:
    page = visit(sample_site, "personas/code-reviewer/", scripts=scripts)

    article = page.locator("article")
    expect(article.get_by_role("heading", level=1)).to_have_count(1)
    for section in ("Activate", "At a glance", "Instructions", "Works with", "Source"):
        expect(article.get_by_role("heading", level=2, name=section)).to_be_visible()
    expect(article.get_by_role("heading", level=4, name="Review checklist")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_its_triggers_say_what_they_do_and_who_else_claims_them(
    visit: Visitor, sample_site: Site, scripts: bool
) -> None:
    page = visit(sample_site, "personas/code-reviewer/", scripts=scripts)

    call = page.locator(".persona-calls li", has_text="/review").first
    expect(call).to_contain_text("review the current branch against its base")
    expect(call.get_by_role("link", name="Docs editor")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_its_code_is_highlighted(visit: Visitor, sample_site: Site, scripts: bool) -> None:
    page = visit(sample_site, "personas/code-reviewer/", scripts=scripts)

    expect(page.locator(".highlight .k", has_text="return")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_another_persona_leads_to_its_page(
    visit: Visitor, sample_site: Site, scripts: bool
) -> None:
    page = visit(sample_site, "personas/code-reviewer/", scripts=scripts)

    page.locator("article").get_by_role("link", name="security-reviewer", exact=True).first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Security reviewer")


def test_it_can_be_put_into_the_comparison(visit: Visitor, sample_site: Site) -> None:
    first, *others, last = ("code-reviewer", "data-analyst", "support-guide", "migrations", "api-designer")
    page = visit(sample_site, f"personas/{first}/")
    box, told = page.get_by_role("checkbox", name="Compare"), page.locator("[data-pick]")
    box.check()
    expect(told).to_contain_text("Choose at least one more")

    for name in others:
        page.goto(f"{sample_site.url}personas/{name}/")
        box.check()
    expect(page.get_by_role("link", name="Compare 4")).to_be_visible()

    page.goto(f"{sample_site.url}personas/{last}/")
    box.click()
    expect(box).not_to_be_checked()
    expect(told).to_contain_text("Up to four: remove one first")

    page.get_by_role("link", name="Compare 4").click()
    expect(page.locator(".persona-side thead th")).to_have_count(4)


def test_what_is_chosen_in_one_tab_is_chosen_in_every_other(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/code-reviewer/")
    catalog = page.context.new_page()
    catalog.goto(sample_site.url + "personas/")
    picks = catalog.locator(".persona-basket li")
    expect(picks).to_have_count(0)

    page.get_by_role("checkbox", name="Compare").check()
    expect(picks).to_have_text(["Code reviewer"])

    catalog.get_by_role("button", name="Remove Code reviewer").click()
    expect(page.get_by_role("checkbox", name="Compare")).not_to_be_checked()


def test_it_offers_no_box_that_only_a_script_could_work(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/code-reviewer/", scripts=False)
    expect(page.locator(".persona-header a", has_text="Download")).to_be_visible()
    expect(page.locator("[data-pick]")).to_be_hidden()


def test_its_download_is_the_file_byte_for_byte(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/arquitecta-de-datos/")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download").first.click()

    source = CHECKOUT / "personas/lmagent/arquitecta-de-datos.md"
    assert Path(download.value.path()).read_bytes() == source.read_bytes()


def test_a_persona_in_another_language_says_so(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/arquitecta-de-datos/")

    assert page.locator("article [lang=es]").count() > 0
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("path", ["personas/", "personas/code-reviewer/", "personas/compare/"])
def test_one_colour_for_everybody_takes_the_lines_that_the_guide_has(
    visit: Visitor, sample_site: Site, path: str
) -> None:
    guide = (CHECKOUT / "docs/how-to/theming.md").read_text(encoding="utf-8")
    (styles,) = re.findall(r"^```css.*?\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    page = visit(sample_site, path)

    page.add_style_tag(content=styles)

    accents = page.locator("[class*=persona-hue-]").evaluate_all(
        "all => all.map(each => getComputedStyle(each).getPropertyValue('--persona-accent'))"
    )
    assert set(accents) == {"oklch(47% 0.12 265)"}
