"""Take the pictures of the README: four pages of the sample catalog, light and dark."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from scripts import chromium

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "docs" / "assets" / "screenshots"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = {
    "catalog": "personas/",
    "persona": "personas/code-reviewer/",
    "compare": "personas/compare/",
    "checklists": "personas/checklists/",
}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def tick(page: Page, path: str, count: int) -> None:
    """Tick the first boxes of a page, so that the picture shows a checklist at work."""
    if path != PAGES["checklists"]:
        return
    page.locator("details summary").first.click()
    for box in page.locator(".persona-check:visible").all()[:count]:
        box.check()


def take(browser: Browser, url: str) -> None:
    """Take every picture."""
    for scheme in SCHEMES:
        for name, path in PAGES.items():
            page = browser.new_page(
                viewport={"width": 1280, "height": 860},
                color_scheme=scheme,
                device_scale_factor=1,
                reduced_motion="reduce",
            )
            page.goto(url + path, wait_until="networkidle")
            tick(page, path, 3)
            page.mouse.move(0, 0)
            page.screenshot(path=FOLDER / f"{name}-{scheme}.png", animations="disabled")
            page.close()


def main() -> int:
    """Build the site, serve it, take the pictures."""
    path = chromium.find()
    if path is None:
        sys.stderr.write(f"{chromium.ADVICE}\n")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as site:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", site],
            cwd=CHECKOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            check=True,
        )
        handler = partial(Quiet, directory=site)
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
            Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
            take(browser, f"http://127.0.0.1:{server.server_port}/")
            browser.close()
            server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
