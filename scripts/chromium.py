"""Find the Chromium or Chrome that the browser tests and the screenshots use.

On the command line it prints the path. With `--install` it first installs Debian's package where it may
(root, with apt-get). Where there is no browser it says what to do, and fails only when `CI` is set, because
nothing may be skipped there.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
# Where `playwright install chromium` puts its own copy: https://playwright.dev/python/docs/browsers
PLAYWRIGHT_FOLDERS = (".cache/ms-playwright", "Library/Caches/ms-playwright")
PLAYWRIGHT_BINARIES = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
ADVICE = (
    "There is no Chromium or Chrome here, so the browser tests cannot run. Install one "
    "(Debian: sudo apt-get install chromium; macOS: Google Chrome; anywhere: "
    ".venv/bin/python -m playwright install chromium), or set CHROMIUM to its path."
)


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("CHROMIUM")
    yield os.environ.get("CHROME")
    for name in NAMES:
        yield shutil.which(name)
    for applications in (Path("/Applications"), Path.home() / "Applications"):
        yield from (str(applications / app) for app in MAC_APPS)
    for folder in PLAYWRIGHT_FOLDERS:
        for pattern in PLAYWRIGHT_BINARIES:
            yield from (str(path) for path in sorted((Path.home() / folder).glob(pattern), reverse=True))


def find() -> Path | None:
    """The browser: `CHROMIUM` or `CHROME` if set, then the PATH, then the usual folders."""
    for candidate in _candidates():
        path = shutil.which(candidate) if candidate else None
        if path:
            return Path(path)
    return None


def arguments() -> list[str]:
    """Command-line arguments for a headless run; Chromium's sandbox refuses to work for root."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ["--disable-dev-shm-usage", *(["--no-sandbox"] if as_root else [])]


def find_or_install() -> Path | None:
    """The browser, after Debian's package was installed where there was none and that is possible."""
    browser = find()
    if browser is None:
        debian.install("chromium")
    return browser or find()


def main() -> int:
    """Print the path, or what to do."""
    browser = find_or_install() if "--install" in sys.argv[1:] else find()
    if browser is None:
        sys.stderr.write(f"{ADVICE}\n")
        return 1 if os.environ.get("CI") else 0
    sys.stdout.write(f"Browser tests use {browser}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
