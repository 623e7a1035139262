"""Where a page may end up: under a strict Content-Security-Policy, opened as a file, on paper."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, Visitor, built_once, served
from tests.tree import write_tree

pytestmark = pytest.mark.browser

INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)

SHELF = """
== mkdocs.yml
site_name: Shelf
theme: {name: material, font: false, features: [navigation.instant]}
plugins: [search, offline, persona-docs]
== docs/index.md
# Shelf
== personas/api.md
---
name: api-smith
expertise: [Python, C++]
triggers: [/api]
---
## Checklist

- [ ] Named
- [x] Versioned
== personas/net.md
---
name: net-hand
expertise: [.NET]
triggers: [/deploy]
---
## Before you deploy: checklist

* Look at the clock
"""


# Under a strict policy


@cache
def policy(page: Path) -> dict[str, str]:
    """Only what the site itself serves, and the theme's inline scripts by their hashes; no style inline."""
    scripts = INLINE.findall(page.read_text(encoding="utf-8"))
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts}
    allowed = " ".join(f"'sha256-{each}'" for each in sorted(hashes))
    rules = f"default-src 'self'; script-src 'self' {allowed}; img-src 'self' data:; object-src 'none'"
    return {"Content-Security-Policy": rules} if page.name == "index.html" else {}


@pytest.fixture(scope="module")
def strict(sample_site: Site) -> Iterator[Site]:
    with served(sample_site.dir, headers=policy) as site:
        yield site


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page that keeps in `violations` what a policy forbade, and who wanted it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(
        "window.violations = [];"
        "addEventListener('securitypolicyviolation', ({effectiveDirective, sourceFile, sample, target}) =>"
        "  violations.push([effectiveDirective, new URL(sourceFile || location).pathname.split('/').pop(),"
        "  sample, target?.outerHTML?.slice(0, 80) ?? '']));"
    )
    yield context.new_page()
    context.close()


def test_a_strict_policy_forbids_nothing_of_ours(strict: Site, watched: Page) -> None:
    watched.goto(strict.url + "explanation/security/")
    watched.wait_for_load_state("networkidle")
    theirs = {tuple(each[:2]) for each in watched.evaluate("violations")}
    forbidden = []
    for path in ("", "compare/", "code-reviewer/", "checklists/", "health/", "tools/"):
        watched.goto(f"{strict.url}personas/{path}")
        watched.wait_for_load_state("networkidle")
        forbidden += [each for each in watched.evaluate("violations") if tuple(each[:2]) not in theirs]
    assert forbidden == []


def test_the_catalog_and_checklists_work_under_a_strict_policy(strict: Site, watched: Page) -> None:
    watched.goto(strict.url + "personas/?tool=edit")
    watched.locator(".persona-bar__q").fill("review")
    expect(watched.locator(".persona-count")).to_contain_text(re.compile(r"^\d+ of "))
    watched.goto(strict.url + "personas/code-reviewer/")
    box = watched.locator(".persona-check").first
    box.check()
    watched.reload()
    expect(box).to_be_checked()


def test_the_policy_is_in_force(strict: Site, watched: Page) -> None:
    """Else the two tests above would show nothing."""
    watched.goto(strict.url + "personas/")
    watched.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))"
    )
    assert watched.evaluate("window.ran") is None
    assert "script-src-elem" in {each[0] for each in watched.evaluate("violations")}


# Opened as a file


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_tree(tmp_path_factory.mktemp("shelf"), SHELF)
    return built_once("shelf", root / "mkdocs.yml", tmp_path_factory)


def test_the_catalog_works_from_a_file(browser: Browser, shelf: Path) -> None:
    context = browser.new_context()
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.route("https://**", lambda route: route.abort())  # the theme's plugin asks for a script of its own
    page.goto(f"file://{shelf}/personas/index.html")
    page.locator(".persona-bar__q").fill("c++")
    expect(page.locator(".persona-card:visible a")).to_have_text(["API Smith"])
    page.get_by_role("link", name="API Smith").click()
    box = page.get_by_role("checkbox", name="Named")
    box.check()
    page.reload()
    expect(box).to_be_checked()
    page.goto(f"file://{shelf}/personas/compare.html?compare=api-smith,net-hand")
    expect(page.locator(".persona-table--side thead a")).to_have_text(["API Smith", "Net Hand"])
    context.close()


# On paper


def test_a_persona_is_printed_whole_and_without_controls(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/code-reviewer/")
    expect(page.locator("[data-do=copy]").first).to_be_visible()
    page.emulate_media(media="print")
    for controls in (
        ".persona-actions",
        ".persona-copy",
        ".persona-progress button",
        ".persona-near .persona-action",
    ):
        assert page.locator(f"{controls}:visible").count() == 0, controls
    text = page.locator("article").inner_text()
    for heading in ("Activate", "At a glance", "Instructions", "Works with", "Similar", "Source"):
        assert heading in text
    assert page.locator(".persona-check:visible").count() == page.locator(".persona-check").count() > 0


def test_all_checklists_and_all_personas_are_printed(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/checklists/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".persona-check:visible").count() == page.locator(".persona-check").count() > 0
    assert page.locator(".persona-gather__tools:visible").count() == 0

    page = visit(sample_site, "personas/")
    page.emulate_media(media="print")
    assert page.locator(".persona-card:visible").count() == page.locator(".persona-card").count() > 0
    for controls in (".persona-bar", ".persona-pick", ".persona-basket"):
        assert page.locator(f"{controls}:visible").count() == 0, controls


def test_no_column_of_the_comparison_is_lost_on_paper(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/")
    expect(page.locator(".persona-bar")).to_be_visible()
    page.set_viewport_size({"width": 1220, "height": 800})  # what a theme lets a page have
    page.emulate_media(media="print")
    last = page.locator(".persona-everyone thead [data-c=items]")
    assert last.evaluate("cell => cell.getBoundingClientRect().right") <= 1220


def test_personas_side_by_side_are_printed_without_controls(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/compare/?compare=code-reviewer,security-reviewer")
    expect(page.locator(".persona-remove")).to_have_count(2)
    page.emulate_media(media="print")
    controls = ".persona-remove:visible, .persona-side__head :is(a, label):visible"
    expect(page.locator(controls)).to_have_count(0)

    page.emulate_media(media="screen")
    page.get_by_label("Differences only").check()
    page.emulate_media(media="print")
    expect(page.get_by_text("Differences only")).to_be_visible()  # paper says what it leaves out


def test_checklists_fill_their_sheets(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/checklists/")
    page.emulate_media(media="print")
    inside = "(each) => getComputedStyle(each).breakInside"
    assert page.locator(".persona-gathered").first.evaluate(inside) == "auto"
    page.emulate_media(media="screen")
    page.locator(".persona-gathered summary").first.click()
    page.emulate_media(media="print")
    assert page.locator(".persona-progress:visible").first.evaluate(inside) == "avoid"


def test_a_page_that_opens_for_paper_works(visit: Visitor, sample_site: Site) -> None:
    page = visit(sample_site, "personas/")
    page.emulate_media(media="print")
    page.reload()
    page.emulate_media(media="screen")
    page.get_by_role("searchbox", name="Search in this list").fill("/review")
    expect(page.locator(".persona-card:visible")).to_have_count(2)
