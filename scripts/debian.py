"""Install Debian's packages where that is possible without asking: as root, with apt-get."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(*packages: str) -> None:
    """Install packages where this is Debian and we are root; elsewhere do nothing."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    sys.stderr.write(f"Installing {', '.join(packages)} with apt-get\n")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "-qq", *command], env=environment, stdout=subprocess.DEVNULL, check=False)
