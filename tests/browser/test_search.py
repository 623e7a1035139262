"""The header's search, as readers use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site, Visitor

pytestmark = pytest.mark.browser


def found(page: Page, words: str) -> list[str]:
    """The pages that the search lists for some words, the best first, as paths."""
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.fill("")
    query.press_sequentially(words)
    items = page.locator(".md-search-result__item")
    expect(items.first).to_be_visible()
    links = items.locator("> a.md-search-result__link")
    before, listed = None, hrefs(links)
    while listed != before:  # the list is made anew with every letter
        page.wait_for_timeout(200)
        before, listed = listed, hrefs(links)
    return [href.split("?")[0].split("#")[0] for href in listed]


def hrefs(links: Locator) -> list[str]:
    """Where links lead."""
    return list(links.evaluate_all("links => links.map(link => link.href)"))


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("000", ["metaprogramación", "metaprogramacion"]),
        ("001", ["paginación", "paginacion"]),
        ("002", ["invocación", "invocacion"]),
        ("003", ["Actix", "actix"]),
        ("004", ["Cassandra", "cassandra"]),
    ],
)
def test_every_real_file_is_found_by_a_word_of_its_text(
    visit: Visitor, seeds_site: Site, real_files: Path, file: str, words: list[str]
) -> None:
    page = visit(seeds_site)
    (source,) = (real_files / "seeds").glob(f"{file}_*.md")
    (address,) = (
        f"{seeds_site.url}personas/{download.stem}/"
        for download in (seeds_site.dir / "personas" / "sources").iterdir()
        if download.read_bytes() == source.read_bytes()
    )

    for word in words:
        assert address in found(page, word), f"{word!r} does not find {file}"


@pytest.mark.parametrize(
    ("words", "page_found"),
    [
        ("/review", "personas/code-reviewer/"),
        ("incident-commander", "personas/incident-commander/"),
        ("analisis de plataforma", "personas/ingeniero-de-plataforma/"),
        ("PostgreSQL", "personas/migrations/"),
    ],
)
def test_a_trigger_a_name_or_a_term_is_found(
    visit: Visitor, sample_site: Site, words: str, page_found: str
) -> None:
    page = visit(sample_site)

    assert sample_site.url + page_found in found(page, words)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("/review", "personas/code-reviewer/"),
        ("/desacuerdo", "personas/facilitadora-de-retrospectivas/"),
        ("test-writer", "personas/test-writer/"),
        ("code reviewer", "personas/code-reviewer/"),
        ("Observabilidad", "personas/ingeniero-de-plataforma/"),
    ],
)
def test_an_exact_trigger_name_or_expertise_comes_first(
    visit: Visitor, sample_site: Site, words: str, first: str
) -> None:
    page = visit(sample_site)

    assert found(page, words)[0] == sample_site.url + first


def test_words_that_only_find_are_not_shown(visit: Visitor, sample_site: Site) -> None:
    index = json.loads((sample_site.dir / "search/search_index.json").read_text("utf-8"))
    hidden = next(each["text"] for each in index["docs"] if "<p hidden>" in each["text"])
    first, second = hidden.partition("<p hidden>")[2].partition("</p>")[0].split()[:2]
    page = visit(sample_site)

    assert found(page, first)
    results = page.locator(".md-search-result__list")
    assert second in (results.text_content() or "")
    assert second not in results.inner_text()
