"""Where a source file can be read and edited in the site's repository, and when it changed there."""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from string import Formatter
from urllib.parse import quote, urljoin

SECONDS = 30
"""How long git may take for an answer."""

_DATE = "\x01"


@dataclass(frozen=True)
class Repository:
    """What a site's configuration says of its repository.

    Attributes:
        url: `repo_url`.
        edit_uri: `edit_uri`, where files of the docs folder are edited, relative to `url`.
        template: `edit_uri_template`, which goes before `edit_uri`; no address comes of one that is wrong.
        docs: the docs folder, relative to the configuration's folder.
        root: the configuration's folder.
    """

    url: str = ""
    edit_uri: str = ""
    template: str = ""
    docs: str = "docs"
    root: Path = Path()

    def edit_url(self, path: str) -> str | None:
        """Where the file with this source path is edited, or `None` where that cannot be told for sure.

        The settings tell where files of the docs folder are. What lies beside that folder is known only where
        the address ends in the folder's own name.
        """
        before, found, after = self._address.partition(f"{self.docs}/{{path")
        inside = self._inside
        if not found:  # in a query slashes are quoted
            before, found, after = self._address.partition(f"{_quoted(f'{self.docs}/')}{{path")
            inside = inside and _quoted(inside)
        path = posixpath.normpath(path)
        if path.startswith("../") and inside is not None and before.endswith(inside):
            before = before.removesuffix(inside)
            path = posixpath.normpath(f"{self._inside}{path}")
        if not found or path.startswith(("../", "/")):
            return None
        names = {"path": path, "path_noext": posixpath.splitext(path)[0]}
        try:
            return urljoin(self._base, _Template().vformat(f"{before}{{path{after}", (), names))
        except (LookupError, ValueError, AttributeError, TypeError):  # MkDocs refuses such a template
            return None

    def view_url(self, path: str) -> str | None:
        """Where people read it, as the address for editing tells on GitHub, GitLab, Forgejo and Bitbucket."""
        edit = self.edit_url(path)
        if edit is None:
            return None
        base = self._base[:-1] if edit.startswith(self._base) else ""  # whose words are names
        behind = edit.removeprefix(base)
        for editing, reading in (("/_edit/", "/src/branch/"), ("/edit/", "/blob/")):
            if editing in behind:
                return base + behind.replace(editing, reading, 1)
        return edit if "/src/" in behind or "/blob/" in behind else None

    @property
    def _base(self) -> str:
        return self.url if not self.url or self.url.endswith("/") else f"{self.url}/"

    @property
    def _address(self) -> str:
        """The template; of `edit_uri`, in which braces are braces, one is made."""
        return self.template or f"{self.edit_uri.replace('{', '{{').replace('}', '}}')}{{path}}"

    @cached_property
    def _inside(self) -> str | None:
        return inside_checkout(self.root)


def inside_checkout(root: Path) -> str | None:
    """A folder's path inside the checkout, with a slash behind; empty at its top, `None` outside of any."""
    root = root.resolve()
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            inside = root.relative_to(folder).as_posix()
            return "" if inside == "." else f"{inside}/"
    return None


class _Template(Formatter):
    """Fills `edit_uri_template` as MkDocs does, where `!q` quotes slashes too; all else is quoted anyway."""

    def convert_field(self, value: str, conversion: str | None) -> str:
        """Quote a path."""
        return _quoted(value) if conversion == "q" else quote(value)


def _quoted(path: str) -> str:
    return quote(path, safe="")


@dataclass(frozen=True, slots=True)
class Moments:
    """When a file came into the repository, and when it last changed there; both in UTC.

    Attributes:
        first: the first commit.
        last: the last one.
        day: the ISO date of the last one where it was made.
    """

    first: datetime
    last: datetime
    day: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of some files.

    Attributes:
        moments: by path.
        problem: why nothing is known, where git may know it the next time.
    """

    moments: Mapping[str, Moments] = field(default_factory=dict)
    problem: str = ""

    def day(self, path: str) -> str | None:
        """The ISO date on which a file last changed; `None` where that is not known."""
        known = self.moments.get(path)
        return known.day if known else None


def history(root: Path, sources: tuple[Path, ...]) -> History:
    """First and last commit of every file below the sources, by its path relative to `root`.

    Nothing where there is no git or no repository, and nothing in a shallow clone, where every file seems to
    have changed with the last commit. Where git takes too long, the problem is told.
    """
    try:
        commit = _commit(root)
    except subprocess.TimeoutExpired:
        return _late()
    return _history(root, sources, commit) if commit else History()


@lru_cache(maxsize=4)
def _history(root: Path, sources: tuple[Path, ...], commit: str) -> History:
    """The history as of a commit, which never changes again; nor is what came late waited for once more."""
    found: dict[str, Moments] = {}
    try:
        for seconds, day, path in _log(root, sources, commit):
            moment = datetime.fromtimestamp(int(seconds), UTC)
            known = found.get(path)
            found[path] = replace(known, first=moment) if known else Moments(moment, moment, day)
    except subprocess.TimeoutExpired:
        return _late()
    return History(found)


def _late() -> History:
    """Such as comes of a clone that asks its server for every commit it is to tell about."""
    told = f"git took more than {SECONDS} seconds to tell when the persona files changed"
    return History(problem=f"{told}; is the clone partial (--filter)?")


def _commit(root: Path) -> str:
    """The commit that is checked out; empty where there is none, and in a shallow clone."""
    told = _git(root, "rev-parse", "--is-shallow-repository", "HEAD").split()
    return told[1] if len(told) == 2 and told[0] == "false" else ""


def _log(root: Path, sources: tuple[Path, ...], commit: str) -> Iterator[tuple[str, str, str]]:
    """What every commit changed, the latest first: its moment in seconds, its date, and a path."""
    told = ("--format=%x01%ct %cs", "--name-only", "--relative", "--no-renames", "-z")
    log = ("log", *told, "--no-show-signature", commit, "--")  # else git may run a program first
    seconds = day = ""
    for entry in _git(root, *log, *map(str, sources)).split("\0"):
        if entry.startswith(_DATE):
            seconds, day = entry.removeprefix(_DATE).split()
        elif path := entry.removeprefix("\n"):
            yield seconds, day, path


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where it fails.

    Raises:
        subprocess.TimeoutExpired: it takes longer than a build may wait.
    """
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.decode("utf-8", "surrogateescape")
