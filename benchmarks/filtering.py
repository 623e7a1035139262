"""How long the catalog takes to answer a keystroke, in headless Chromium.

    python -m benchmarks.filtering [SIZE…]

For each size a site is built, its catalog is opened as cards and as a table, and words are typed letter by
letter and taken back. A keystroke's time goes from the event to the end of the frame that shows the answer:
drawing is in it, and up to 16 ms of waiting for the frame. The shift is Chromium's score for what moved by
itself while the page was loading: https://web.dev/articles/cls. The last column is how far the search box
itself moved while somebody typed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from benchmarks.corpus import corpus
from scripts.chromium import ADVICE, arguments, find

SIZES = (1_000, 2_000)
WORDS = ("python", "/review", "diseño", "securty", "a b c d", "zzzzzz")
CONFIG = "site_name: Bench\ntheme: {name: material, font: false}\nplugins: [search, persona-docs]\n"
LIMIT = 50  # milliseconds that nineteen keystrokes of twenty may take
_PATIENCE = 120_000

_WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shift += each.value;
}).observe({ type: "layout-shift", buffered: true });
"""
_TYPE = """async (words) => {
  const box = document.querySelector(".persona-bar__q");
  box.focus();
  const top = box.getBoundingClientRect().top;
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  }));
  const times = [];
  let moved = 0;
  for (const word of words) {
    const typed = [...word].map((_, at) => word.slice(0, at + 1));
    for (const text of [...typed, ...typed.slice(0, -1).reverse(), ""]) {
      await frame();
      const start = performance.now();
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      await frame();
      times.push(performance.now() - start);
      moved = Math.max(moved, Math.abs(box.getBoundingClientRect().top - top));
    }
    await new Promise((done) => setTimeout(done, 500)); // the address follows when nobody types
  }
  return { times, moved };
}"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What typing into a catalog cost, in milliseconds, and what moved."""

    times: Sequence[float]
    shift: float
    moved: float

    @property
    def slow(self) -> float:
        """What nineteen keystrokes of twenty stay within."""
        return statistics.quantiles(self.times, n=20)[-1]

    @property
    def row(self) -> str:
        """Keystrokes, median, the slowest twentieth, worst, shift, how far the box moved."""
        median, worst = statistics.median(self.times), max(self.times)
        numbers = f"{median:.0f} ms | {self.slow:.0f} ms | {worst:.0f} ms"
        return f"{len(self.times)} | {numbers} | {self.shift:.3f} | {self.moved:.0f} px"


def main(sizes: Sequence[int]) -> int:
    """Print a table; 1 where answers took longer than they may."""
    browser_path = find()
    if browser_path is None:
        sys.stderr.write(f"{ADVICE}\n")
        return 1
    print("| personas | view | keystrokes | median | 95 % within | worst | shift | box moved |")
    print("|---:|---|---:|---:|---:|---:|---:|---:|")
    late = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(browser_path), args=arguments())
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder, _serving(_build(Path(folder), size)) as address:
                for view, path in (("cards", "personas/"), ("table", "personas/compare/")):
                    answer = _type(browser, address + path)
                    late |= answer.slow > LIMIT
                    print(f"| {size:,} | {view} | {answer.row} |", flush=True)
        browser.close()
    return int(late)


def _build(root: Path, size: int) -> Path:
    for text in corpus(size):
        file = root / "personas" / text.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.text, encoding="utf-8")
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Bench\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=root, env=environment, check=True, stderr=subprocess.DEVNULL)  # noqa: S603
    return root / "site"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _type(browser: Browser, address: str) -> Answer:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(_PATIENCE)
    page.add_init_script(_WATCH)
    page.goto(address)
    page.locator(".persona-bar").wait_for()
    page.wait_for_timeout(1_500)  # the script reads everything when there is nothing else to do
    shift = page.evaluate("shift")
    typed = page.evaluate(_TYPE, list(WORDS))
    page.close()
    return Answer(typed["times"], shift, typed["moved"])


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or SIZES))
