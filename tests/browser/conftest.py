"""A built site, a loopback server, a headless Chromium, and a visitor that lets no error pass."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts import chromium
from tests.browser.team import TEAM
from tests.tree import Files, write_tree

CHECKOUT = Path(__file__).resolve().parents[2]
BUILD_LIMIT = 180  # seconds
SEEDS = """
site_name: Seeds
theme: {name: material, font: false, features: [navigation.instant]}
plugins: [search, persona-docs]
"""


@dataclass(frozen=True)
class Site:
    """A built site and where it is served."""

    url: str
    dir: Path

    def read(self, path: str) -> str:
        """A file of the site."""
        return (self.dir / path).read_text(encoding="utf-8")

    @property
    def personas(self) -> list[str]:
        """The pages of the personas themselves, those that offer a file for download."""
        pages = sorted((self.dir / "personas").glob("*/index.html"))
        found = (page for page in pages if "/sources/" in page.read_text(encoding="utf-8"))
        return [f"personas/{page.parent.name}/" for page in found]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the tests are skipped, in CI they fail."""
    path = chromium.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(chromium.ADVICE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's own site, with the sample catalog."""
    with served(built_once("sample", CHECKOUT / "mkdocs.yml", tmp_path_factory)) as site:
        yield site


@pytest.fixture(scope="session")
def seeds_site(tmp_path_factory: pytest.TempPathFactory, real_files: Path) -> Iterator[Site]:
    """A site of the five real files the project was made for."""
    files = {f"personas/{path.name}": path.read_bytes() for path in (real_files / "seeds").iterdir()}
    with site_of(
        "seeds", {"mkdocs.yml": SEEDS, "docs/index.md": "# Home\n", **files}, tmp_path_factory
    ) as site:
        yield site


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small team, of which the search and the facets have something to choose."""
    with site_of("team", TEAM, tmp_path_factory) as site:
        yield site


@pytest.fixture
def sites() -> Iterator[ExitStack]:
    """Holds sites of one test's own until its pages are closed: they may be loading still."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def visit(browser: Browser, sites: ExitStack) -> Iterator[Visitor]:
    """Opens pages, and fails the test if one logged an error or asked another host for something."""
    visitor = Visitor(browser)
    yield visitor
    visitor.close()
    assert visitor.problems == []


class Visitor:
    """Opens pages in contexts of their own: `visit(site, "personas/", scripts=False, dark=True)`.

    Attributes:
        problems: errors of the console and of scripts, answers that were errors, requests to other hosts.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.problems: list[str] = []

    def __call__(
        self, site: Site, path: str = "", *, scripts: bool = True, dark: bool = False, phone: bool = False
    ) -> Page:
        """A page of the site in a browser that knows nothing yet."""
        context = self.browser.new_context(
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            viewport={"width": 390, "height": 844} if phone else {"width": 1280, "height": 900},
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        page = context.new_page()
        self._listen(page, urlsplit(site.url).netloc)
        page.goto(site.url + path)
        return page

    def close(self) -> None:
        """Close every page."""
        for context in self.contexts:
            context.close()

    def _listen(self, page: Page, host: str) -> None:
        def foreign(url: str) -> bool:
            parts = urlsplit(url)
            return parts.scheme not in {"data", "blob"} and parts.netloc != host

        page.on(
            "request",
            lambda request: (
                self.problems.append(f"asked another host: {request.url}") if foreign(request.url) else None
            ),
        )
        page.on(
            "response",
            lambda response: (
                self.problems.append(f"{response.status}: {response.url}") if response.status >= 400 else None
            ),
        )
        page.on(
            "console",
            lambda message: (
                self.problems.append(f"console: {message.text}")
                if message.type in {"error", "warning"}
                else None
            ),
        )
        page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        page.route(foreign, lambda route: route.abort())


@contextmanager
def site_of(name: str, files: Files | str, factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of a tree of files, built once and served."""
    root = write_tree(factory.mktemp(name), files)
    with served(built_once(name, root / "mkdocs.yml", factory)) as site:
        yield site


def built_once(name: str, config: Path, factory: pytest.TempPathFactory) -> Path:
    """A site, built by whichever of several test processes asks first; the others wait for it."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    site, mine = shared / f"site-{name}", shared / f"building-{name}"
    try:
        mine.mkdir()
    except FileExistsError:
        _wait(lambda: site.exists() or (mine / "failed").exists())
        if not site.exists():
            pytest.fail(f"the site {name} could not be built in another process")
        return site
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        config,
        "--site-dir",
        mine / "site",
    ]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(CHECKOUT / "src")}
    built = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=BUILD_LIMIT, check=False
    )
    if built.returncode:
        (mine / "failed").touch()
        pytest.fail(f"the site {name} could not be built:\n{built.stdout}{built.stderr}")
    (mine / "site").rename(site)
    return site


@contextmanager
def served(folder: Path, headers: Callable[[Path], dict[str, str]] | None = None) -> Iterator[Site]:
    """Serve a folder on a free port of this machine, its files with more headers where there are any."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def end_headers(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            for name, value in headers(file).items() if headers and file.is_file() else ():
                self.send_header(name, value)
            super().end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Site(f"http://127.0.0.1:{server.server_port}/", folder)
        server.shutdown()


def _wait(until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + BUILD_LIMIT
    while not until() and time.monotonic() < deadline:
        time.sleep(0.05)
