"""Build the sample site and have axe, Lighthouse and two HTML validators look at it: `make audit`.

They run on Node, the Nu validator on Java; nothing else in the project needs either. What is missing is
installed where that is possible without asking, else it is said what to install. Arguments are parts of the
audit: `html`, `axe`, `lighthouse`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import chromium, debian

CHECKOUT = Path(__file__).resolve().parent.parent
NODE = (20, 19)
"""The oldest that the packages in `package.json` run on."""
PACKAGES = {"node": "nodejs", "npm": "npm", "java": "default-jre-headless"}
ADVICE = {
    "node": f"Node {NODE[0]}.{NODE[1]} or newer (https://nodejs.org)",
    "npm": "npm, which comes with Node",
    "java": "Java 11 or newer (Debian: default-jre-headless)",
}


def missing() -> list[str]:
    """Programs that are not there, or too old."""
    absent = [name for name in PACKAGES if shutil.which(name) is None]
    return absent if "node" in absent or node_version() >= NODE else ["node", *absent]


def node_version() -> tuple[int, ...]:
    """Node's version, major and minor."""
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(number) for number in re.findall(r"\d+", said)[:2])


def main(parts: list[str]) -> int:
    """Run the audit; its status is the exit status."""
    for name in missing():
        debian.install(PACKAGES[name])
    if lacking := missing():
        sys.stderr.write(f"make audit needs {'; '.join(ADVICE[name] for name in lacking)}.\n")
        return 1
    browser = chromium.find_or_install()
    if browser is None:
        sys.stderr.write(f"{chromium.ADVICE}\n")
        return 1
    _install_packages()
    environment = {**os.environ, "CHROME_PATH": str(browser), "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder]
        subprocess.run(build, cwd=CHECKOUT, env=environment, check=True)
        audit = ["node", str(CHECKOUT / "tests" / "audit" / "audit.mjs"), folder, *parts]
        return subprocess.run(audit, cwd=CHECKOUT, env=environment, check=False).returncode


def _install_packages() -> None:
    """What the lock file names, unless it is there already."""
    lock, stamp = CHECKOUT / "package-lock.json", CHECKOUT / "node_modules" / ".package-lock.json"
    if stamp.exists() and stamp.stat().st_mtime > lock.stat().st_mtime:
        return
    sys.stderr.write("Installing what package-lock.json names into node_modules\n")
    subprocess.run(["npm", "ci", "--no-progress", "--loglevel=error"], cwd=CHECKOUT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
