"""Where a source file can be read and edited in the site's repository, and when it changed there."""

from __future__ import annotations

import posixpath
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from string import Formatter
from urllib.parse import quote, urljoin

_SECONDS = 5
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


def changes(root: Path, sources: tuple[Path, ...]) -> Mapping[str, str]:
    """ISO date of the last commit for every file below the sources, by its path relative to `root`.

    Nothing where there is no git or no repository, and nothing in a shallow clone, where every file seems to
    have changed with the last commit.
    """
    commit = _commit(root)
    return _changes(root, sources, commit) if commit else {}


@lru_cache(maxsize=4)
def _changes(root: Path, sources: tuple[Path, ...], commit: str) -> Mapping[str, str]:
    """The dates as of a commit, which never change again."""
    dates: dict[str, str] = {}
    for date, path in _log(root, sources, commit, "%cs"):
        dates.setdefault(path, date)
    return dates


def _commit(root: Path) -> str:
    """The commit that is checked out; empty where there is none, and in a shallow clone."""
    told = _git(root, "rev-parse", "--is-shallow-repository", "HEAD").split()
    return told[1] if len(told) == 2 and told[0] == "false" else ""


def _log(root: Path, sources: tuple[Path, ...], commit: str, form: str) -> Iterator[tuple[str, str]]:
    """What every commit changed, the latest first: its date in this form, and a path."""
    told = (f"--format=%x01{form}", "--name-only", "--relative", "--no-renames", "-z")
    log = ("log", *told, "--no-show-signature", commit, "--")  # else git may run a program first
    date = ""
    for entry in _git(root, *log, *map(str, sources)).split("\0"):
        if entry.startswith(_DATE):
            date = entry.removeprefix(_DATE)
        elif path := entry.removeprefix("\n"):
            yield date, path


@dataclass(frozen=True, slots=True)
class Moments:
    """When a file came into the repository, and when it last changed there; both in UTC."""

    first: datetime
    last: datetime


def moments(root: Path, sources: tuple[Path, ...]) -> Mapping[str, Moments]:
    """First and last commit of every file below the sources, by its path relative to `root`.

    As with `changes`, nothing where git cannot tell.
    """
    commit = _commit(root)
    return _moments(root, sources, commit) if commit else {}


@lru_cache(maxsize=4)
def _moments(root: Path, sources: tuple[Path, ...], commit: str) -> Mapping[str, Moments]:
    """The moments as of a commit."""
    found: dict[str, Moments] = {}
    for seconds, path in _log(root, sources, commit, "%ct"):
        moment = datetime.fromtimestamp(int(seconds), UTC)
        found[path] = replace(found[path], first=moment) if path in found else Moments(moment, moment)
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where it fails, or takes longer than a build may wait."""
    try:
        done = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "surrogateescape")
