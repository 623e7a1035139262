"""How long a reader waits for the first result of a search, in headless Chromium."""

from __future__ import annotations

import statistics
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from scripts.chromium import ADVICE, arguments, find

_ROUNDS = 3
_PATIENCE = 120_000
_FOUND = (
    "document.querySelector('.md-search-result__item a')"  # asked every frame; a locator waits ever longer
)


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def seconds_to_first_result(site: Path, word: str) -> float:
    """From opening a page to the first result of a word typed into its search; the index is loaded then."""
    chromium = find()
    if chromium is None:
        raise FileNotFoundError(ADVICE)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(chromium), args=arguments())
            return statistics.median(
                _once(browser, f"http://127.0.0.1:{server.server_port}/", word) for _ in range(_ROUNDS)
            )
    finally:
        server.shutdown()


def _once(browser: Browser, address: str, word: str) -> float:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    try:
        start = time.perf_counter()
        page.goto(address)
        page.locator(".md-search__input").click()
        page.keyboard.type(word)
        page.wait_for_function(_FOUND, polling="raf", timeout=_PATIENCE)
        return time.perf_counter() - start
    finally:
        page.close()
