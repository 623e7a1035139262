"""Where a source file can be read and edited in the site's repository, and when it last changed there."""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urljoin

_SECONDS = 5
_DATE = "\x01"


@dataclass(frozen=True, slots=True)
class Repository:
    """What the site's configuration says of its repository.

    Attributes:
        url: `repo_url`.
        edit_uri: `edit_uri`, the address of the docs folder's files relative to `url`.
        template: `edit_uri_template`, which goes before `edit_uri`.
        docs: the docs folder, relative to the configuration's folder.
        root: the configuration's folder.
    """

    url: str = ""
    edit_uri: str = ""
    template: str = ""
    docs: str = "docs"
    root: Path = Path()

    def edit_url(self, path: str) -> str | None:
        """Where the file with this source path is edited.

        The settings tell where files of the docs folder are. What lies beside that folder is known only where
        they end in the folder's own name; otherwise nothing is said rather than something wrong.
        """
        below = self._below_the_configuration(path)
        if below is None:
            return None
        if self.template:
            before, found, after = self.template.partition(f"{self.docs}/{{path")
            if not found:
                return None
            filled = f"{before}{{path{after}".format(path=below, path_noext=posixpath.splitext(below)[0])
            return urljoin(_folder(self.url), filled)
        base, found, rest = self.edit_uri.rpartition(f"{self.docs}/")
        if not found or rest:
            return None
        return urljoin(_folder(self.url), f"{base}{quote(below)}")

    def view_url(self, path: str) -> str | None:
        """Where people read it, as far as the address for editing tells: GitHub, GitLab, Gitea, Bitbucket."""
        edit = self.edit_url(path)
        if edit is None:
            return None
        for editing, reading in (("/_edit/", "/src/branch/"), ("/edit/", "/blob/")):
            if editing in edit:
                return edit.replace(editing, reading, 1)
        return edit if "/src/" in edit or "/blob/" in edit else None

    def _below_the_configuration(self, path: str) -> str | None:
        """The path as it continues the address of the configuration's folder; none for one outside of it."""
        clean = posixpath.normpath(path)
        return None if clean.startswith(("../", "/")) or clean == ".." else clean


def _folder(url: str) -> str:
    return url if not url or url.endswith("/") else f"{url}/"


def changes(root: Path, sources: Sequence[Path]) -> Mapping[str, str]:
    """ISO date of the last commit for every file below the sources, by its path relative to `root`.

    One `git log` for all of them; nothing where there is no git, no repository, or too long a history.
    """
    command = [
        *("git", "-C", str(root), "-c", "core.quotePath=false"),
        *("log", "--format=%x01%cs", "--name-only", "--relative", "--no-renames", "-z", "--"),
        *(str(source) for source in sources),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return {}
    dates: dict[str, str] = {}
    date = ""
    for entry in done.stdout.decode("utf-8", "surrogateescape").split("\0"):
        if entry.startswith(_DATE):
            date = entry.removeprefix(_DATE)
        elif path := entry.removeprefix("\n"):
            dates.setdefault(path, date)
    return dates
