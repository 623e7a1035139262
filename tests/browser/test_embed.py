"""Pages for frames, and the button that copies what puts one into another page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Visitor

pytestmark = pytest.mark.browser

PERSONA = "personas/embed/code-reviewer.html"
COMPARE = "personas/embed/index.html"


def framed(page: Page, site: Site, path: str) -> Page:
    """The page, with another in a frame, as somebody's wiki would have it; what it is told is remembered."""
    page.evaluate(
        """src => {
            window.told = [];
            addEventListener("message", ({ data, source }) =>
                window.told.push({ ...data, mine: source === frames[0] }));
            const frame = Object.assign(document.createElement("iframe"), { src, width: 600 });
            document.body.replaceChildren(frame);
        }""",
        site.url + path,
    )
    return page


@pytest.mark.parametrize("scripts", [True, False])
def test_a_persona_is_readable_in_a_frame(visit: Visitor, sample_site: Site, scripts: bool) -> None:
    page = visit(sample_site, PERSONA, scripts=scripts)

    expect(page.get_by_role("heading", level=1)).to_have_text("Code reviewer")
    expect(page.locator("#persona-activate + .persona-docs")).to_contain_text("/review")
    expect(page.locator("#persona-glance + .persona-docs")).to_contain_text("Expertise")
    expect(page.locator("#persona-source, .md-header, [data-embed]")).to_have_count(0)
    expect(page.get_by_role("link", name="Open in the catalog")).to_be_visible()


def test_every_link_leads_into_the_site_in_a_window_of_its_own(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, PERSONA)

    found = page.eval_on_selector_all(
        "a[href]", "all => all.map(a => [a.href, document.querySelector('base').target])"
    )
    assert {target for _, target in found} == {"_blank"}
    for href, _ in found:
        answer = page.request.get(href)
        assert answer.ok, href
    assert (
        page.get_by_role("link", name="Open in the catalog")
        .evaluate("a => a.href")
        .endswith("/personas/code-reviewer/")
    )


@pytest.mark.parametrize(
    ("query", "system_dark", "background"),
    [
        ("?theme=dark", False, "rgb(30, 33, 41)"),
        ("?theme=light", True, "rgb(255, 255, 255)"),
        ("", True, "rgb(30, 33, 41)"),
        ("?theme=nonsense", False, "rgb(255, 255, 255)"),
    ],
)
def test_the_theme_is_that_of_the_address_else_that_of_the_system(
    visit: Visitor, sample_site: Site, query: str, system_dark: bool, background: str
) -> None:
    page = visit(sample_site, PERSONA + query, dark=system_dark)

    expect(page.locator("body")).to_have_css("background-color", background)


def test_the_language_is_that_of_the_address(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, PERSONA + "?language=es")

    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.get_by_role("heading", name="De un vistazo")).to_be_visible()
    expect(page.get_by_role("link", name="Abrir en el catálogo")).to_be_visible()
    expect(page.locator(".persona-description")).to_contain_text("Reads a change the way")
    mark = page.locator(".persona-role .persona-derived")
    expect(mark).to_contain_text("deducido")
    expect(mark).to_have_attribute("title", re.compile("^Deducido"))
    page.goto(f"{sample_site.url}{COMPARE}?language=es&tool=execute")
    expect(page.locator(".persona-count")).to_have_text(re.compile(r"^\d+ de \d+ personas$"))
    page.goto(f"{sample_site.url}{PERSONA}?language=xx")
    expect(page.get_by_role("heading", name="At a glance")).to_be_visible()


def test_the_table_shows_who_the_address_asks_for(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, COMPARE + "?expertise=code+review&expertise=openapi")

    rows = page.locator(".persona-everyone tbody tr:visible th a")
    expect(rows).to_have_text(["Code reviewer", "API designer"], use_inner_text=True)
    expect(page.locator(".persona-bar")).to_be_hidden()


def test_without_scripts_the_table_is_whole(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, COMPARE + "?expertise=openapi", scripts=False)

    assert page.locator(".persona-everyone tbody tr:visible").count() > 15
    expect(page.locator("#persona-conflicts")).to_have_count(0)


def test_a_comparison_stands_side_by_side(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, COMPARE + "?compare=code-reviewer,api-designer")

    heads = page.locator(".persona-table--side:visible thead th")
    expect(heads).to_have_count(2)
    expect(page.locator(".persona-everyone")).to_be_hidden()


def test_the_page_around_is_told_how_high_it_is(visit: Visitor, sample_site: Site) -> None:
    page = framed(visit(sample_site, COMPARE), sample_site, PERSONA)

    page.wait_for_function("told.length")
    told = page.evaluate("told.at(-1)")
    assert (told["type"], told["mine"]) == ("persona-docs:height", True)
    height = page.frames[1].evaluate("document.documentElement.scrollHeight")
    assert abs(told["height"] - height) < 3
    page.evaluate("document.querySelector('iframe').width = 250")
    page.wait_for_function(f"told.at(-1).height > {told['height']}")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("personas/code-reviewer/", PERSONA),
        (
            "personas/compare/?compare=code-reviewer,api-designer",
            COMPARE + "?compare=code-reviewer,api-designer",
        ),
    ],
)
def test_the_button_copies_what_shows_the_same_in_a_frame(
    visit: Visitor, sample_site: Site, path: str, wanted: str
) -> None:
    page = visit(sample_site, path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy embed code").click()

    expect(page.locator(".persona-live")).to_have_text("Copied")
    code = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(
        r'<iframe src="([^"]+)" title="[^"]+" width="100%" height="480" [^<>]*></iframe>', code
    )
    src = unescape(re.findall(r'src="([^"]+)"', code)[0])
    assert src == sample_site.url + wanted
    assert page.request.get(src).ok
