"""A site of every hostile file, opened page by page: nothing runs, nobody is called, all is in place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.conftest import Site, site_of
from tests.hostile.case import AFTER, BEFORE
from tests.hostile.cases import ALL
from tests.hostile.judge import GOOD

pytestmark = pytest.mark.browser

SHARDS = 4
BROKEN = ("front matter", "encodings", "secrets", "time")
CASES = {case.file: case for _, case in ALL if case.site}
CONFIG = """
site_name: Hostile
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.indexes, search.highlight, search.suggest, toc.follow]
plugins: [search, tags, persona-docs]
markdown_extensions: [attr_list, md_in_html, admonition, pymdownx.superfences, pymdownx.details, toc]
"""
CALM = {**GOOD, "docs/index.md": "# Home\n\nWelcome.\n", "mkdocs.yml": CONFIG}
"""The site without the cases."""

PROVOKE = """() => {
  const events = ["mouseover", "mouseenter", "focus", "focusin", "toggle", "animationstart", "error"];
  for (const element of document.querySelectorAll("article *, nav *, header *")) {
    for (const name of events) element.dispatchEvent(new Event(name, {bubbles: false}));
  }
  for (const link of document.querySelectorAll("article a[href]")) {
    if (!/^(https?:|mailto:)/.test(link.href)) throw new Error("a link leads to " + link.href);
  }
}"""

PLACE = """() => {
  const article = document.querySelector("article");
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  return {
    pwned: window.pwned,
    headings: document.querySelectorAll("article h1").length,
    main: document.querySelectorAll(".md-container main").length,
    footer: document.querySelector("footer")?.parentElement.className,
    article: article?.closest("main") !== null,
    toggles: ["__drawer", "__search", "__config"].map((id) => document.querySelectorAll(`#${id}`).length),
    base: JSON.parse(document.getElementById("__config").textContent).base,
    header: box("header").height > 20 && getComputedStyle(document.body).display !== "none",
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    foreign: [
      ...document.querySelectorAll("article :is(script, style, iframe, object, embed, base, meta, link)")
    ].map((each) => each.tagName),
    text: article?.innerText ?? "",
  };
}"""


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of every case, in which pages of the user's own stand as well."""
    cases = {path: case.data for path, case in CASES.items()}
    with site_of("hostile", {**CALM, **cases}, tmp_path_factory) as site:
        yield site


class Watcher:
    """One page of a browser, which remembers everything that must not happen."""

    def __init__(self, browser: Browser, site: Site, *, phone: bool = False) -> None:
        viewport = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 900}
        self.context = browser.new_context(viewport=viewport, reduced_motion="reduce")  # type: ignore[arg-type]
        self.context.set_default_timeout(15_000)
        self.page: Page = self.context.new_page()
        self.site = site
        self.problems: list[str] = []
        self.page.on("dialog", lambda dialog: (self._tell(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.on(
            "console", lambda said: self._tell(f"console: {said.text}") if said.type == "error" else None
        )
        self.page.on("pageerror", lambda error: self._tell(f"script: {error}"))
        self.page.on("popup", lambda popup: self._tell(f"window: {popup.url}"))
        self.page.on("request", self._asked)
        self.page.on(
            "response", lambda got: self._tell(f"{got.status}: {got.url}") if got.status >= 400 else None
        )

    def _tell(self, problem: str) -> None:
        self.problems.append(f"{self.page.url.removeprefix(self.site.url)}: {problem}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != urlsplit(self.site.url).netloc:
            self._tell(f"asked {request.url[:80]}")


@pytest.fixture
def watcher(browser: Browser, hostile_site: Site) -> Iterator[Watcher]:
    """A watcher, whose list of problems must be empty in the end."""
    watching = Watcher(browser, hostile_site)
    yield watching
    watching.context.close()
    assert watching.problems == []


def search(page: Page, words: str) -> None:
    """Type into the search and wait until it has found something."""
    query = page.locator("[data-md-component=search-query]")
    query.click()
    query.fill("")
    query.press_sequentially(words)
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def addresses(site: Site) -> list[str]:
    """Every page of the site but those of broken files, whose text is harmless."""
    found = sorted(file.relative_to(site.dir).as_posix() for file in site.dir.rglob("index.html"))
    dull = {f"personas/{Path(case.file).stem}/index.html" for name, case in ALL if name.startswith(BROKEN)}
    return [address for address in found if address not in dull and "/embed/" not in address]


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_page_runs_calls_or_breaks_anything(watcher: Watcher, hostile_site: Site, shard: int) -> None:
    found = addresses(hostile_site)
    assert len(found) > 250

    for address in found[shard::SHARDS]:
        watcher.page.goto(hostile_site.url + address.removesuffix("index.html"))
        watcher.page.evaluate(PROVOKE)
        place = watcher.page.evaluate(PLACE)
        text = place.pop("text")
        assert place == {
            "pwned": None,
            "headings": 1,
            "main": 1,
            "footer": "md-container",
            "article": True,
            "toggles": [1, 1, 1],
            "base": place["base"],
            "header": True,
            "wide": place["wide"],
            "foreign": [],
        }, address
        assert place["wide"] <= 1, f"{address} is {place['wide']} pixels too wide"
        assert not place["base"].startswith("http"), address
        if BEFORE in text:
            assert AFTER in text, address


def test_pages_for_frames_run_nothing_either(watcher: Watcher, hostile_site: Site) -> None:
    found = sorted((hostile_site.dir / "personas" / "embed").glob("*.html"))
    assert len(found) > 250

    for file in found[::8]:  # what they hold is held by other pages, too; new is that it is translated
        watcher.page.goto(f"{hostile_site.url}personas/embed/{quote(file.name)}?language=es&theme=dark")
        watcher.page.wait_for_function("window.personaDocs")
        assert watcher.page.evaluate("window.pwned") is None
        assert watcher.page.locator("h1").count() == watcher.page.locator("main").count() == 1, file.name


def test_search_shows_markup_as_text(watcher: Watcher, hostile_site: Site) -> None:
    page = watcher.page
    page.goto(hostile_site.url)
    for words in ("window", "onerror", "script", "lawns"):
        search(page, words)
        made = "document.querySelectorAll('.md-search-result :is(img, script, iframe, style, b)').length"
        assert page.evaluate(made) == 0
        assert page.evaluate("window.pwned") is None


def test_header_drawer_and_search_still_work(browser: Browser, hostile_site: Site) -> None:
    watching = Watcher(browser, hostile_site, phone=True)
    page = watching.page
    for address in ("personas/case-theme-s-toggles/", "personas/case-theme-s-settings/", "personas/"):
        page.goto(hostile_site.url + address)
        page.locator("header label[for=__drawer]").click()
        expect(page.locator("nav.md-nav--primary")).to_be_in_viewport()
        page.keyboard.press("Escape")
        page.goto(hostile_site.url + address)
        page.locator("header label[for=__search]").first.click()
        search(page, "lawns")
    watching.context.close()
    assert watching.problems == []


def test_the_index_of_search_and_the_map_are_whole(hostile_site: Site) -> None:
    index = json.loads(hostile_site.read("search/search_index.json"))
    assert len(index["docs"]) > len(CASES)
    assert not [
        file for file in hostile_site.dir.rglob("*") if file.is_file() and b"root:x:0:0" in file.read_bytes()
    ]


def test_the_neighbour_is_published_as_without_the_others(
    hostile_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = f"personas/{Path(next(iter(GOOD))).stem}/index.html"

    def article(site: Site) -> str:
        source = site.read(page)
        return source[source.index("<article") : source.index("</article>")]

    with site_of("alone", CALM, tmp_path_factory) as alone:
        assert article(hostile_site) == article(alone)
