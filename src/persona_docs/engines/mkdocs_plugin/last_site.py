"""Writes a site over that of the last build instead of deleting that first.

MkDocs empties the folder of a site before it builds. On ext4, creating a file is slow for minutes after
others were deleted, because each of those is examined again: `recently_deleted` in
https://github.com/torvalds/linux/blob/master/fs/ext4/ialloc.c. For a thousand personas that takes as long as
all the rest of a build in which little has changed. So the files step aside while the folder is emptied, come
back before the first is written, and those that were not written go at the end.

Nor is a file emptied first that is written over: ext4 starts to write one to the disk at once that was
emptied and filled again (`auto_da_alloc` in https://docs.kernel.org/admin-guide/ext4.html), which takes ten
times as long.
"""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.utils import write_file

_ASIDE = ".persona-docs"  # in the folder, so that moving is renaming; MkDocs leaves hidden files alone
_SETTLED, _COARSE = 0.1, 3.0  # seconds; the latter where a file system tells times in whole seconds


class LastSite:
    """The files that the last build left in the folder of a site, during one build.

    A file is restored only if writing over it has the same effect as deleting and creating it. A link would
    be written through, for example.

    Args:
        folder: the site's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._aside = folder, folder / _ASIDE
        self._before: dict[str, tuple[int, int]] = {}  # thousands, so not by `Path`

    def step_aside(self) -> None:
        """Move the files to where MkDocs does not delete them; what cannot be moved, it deletes.

        Links are deleted here: MkDocs fails to delete those to folders, and then writes through them.
        """
        shutil.rmtree(self._aside, ignore_errors=True)  # of a build that was killed
        with suppress(OSError):
            found = [each for each in self._folder.iterdir() if not each.name.startswith(".")]
            if found:
                self._aside.mkdir()
            for each in found:
                if each.is_symlink():
                    each.unlink()
                else:
                    each.rename(self._aside / each.name)

    def come_back(self, wanted: Collection[str]) -> None:
        """Restore the files that can be written over.

        Args:
            wanted: addresses of the files that will be written, as far as they are known. A file is not
                restored where one of them needs a folder, nor a folder where one needs a file.
        """
        if self._aside.is_symlink() or not self._aside.is_dir():
            return  # somebody may have put a link there, to a folder that is not ours to empty
        addresses = list(self._settled(set(wanted), _folders(wanted)))
        for folder, _, _ in os.walk(self._aside, topdown=False):
            with suppress(OSError):
                Path(folder).rmdir()  # if nothing is left in it
        with suppress(OSError):
            for each in self._aside.iterdir():
                each.rename(self._folder / each.name)
        shutil.rmtree(self._aside, ignore_errors=True)
        for address in addresses:
            file = f"{self._folder}/{address}"
            with suppress(OSError):
                self._before[file] = _mark(os.lstat(file))

    def write_page(self, file: File, html: str) -> None:
        """Write a page over that of the last build, so that MkDocs, which would empty it first, does not.

        A page that was not there, or was not restored, is left to MkDocs.
        """
        path = f"{self._folder}/{file.dest_uri}"
        if path in self._before and os.name == "posix":  # MkDocs makes the folder first, and `nul` has none
            write_over(path, html.encode(errors="xmlcharrefreplace"))
            file.abs_dest_path = os.devnull

    def delete_rest(self) -> None:
        """Delete what this build has not written, and the folders that are empty without it."""
        shutil.rmtree(self._aside, ignore_errors=True)
        for file, mark in self._before.items():
            with suppress(OSError):
                if _mark(os.lstat(file)) == mark:
                    Path(file).unlink()
                    self._delete_empty(Path(file).parent)
        self._before.clear()

    def _settled(self, files: Collection[str], folders: Collection[str]) -> Iterator[str]:
        """The addresses of the files that can be restored; the others are deleted."""
        now, start = time.time(), len(str(self._aside)) + 1
        for top, names, others in os.walk(self._aside):
            above = f"{top[start:]}{os.sep}".lstrip(os.sep).replace(os.sep, "/")
            for name in list(names):
                folder = Path(top, name)
                if folder.is_symlink():
                    folder.unlink(missing_ok=True)
                elif above + name in files:
                    names.remove(name)
                    shutil.rmtree(folder, ignore_errors=True)
            for name in others:
                file = f"{top}{os.sep}{name}"
                with suppress(OSError):
                    if above + name not in folders and _may_be_written_over(file, now):
                        yield above + name
                    else:
                        Path(file).unlink()

    def _delete_empty(self, folder: Path) -> None:
        """Delete a folder in which nothing is left, and those above it likewise."""
        while folder != self._folder:
            folder.rmdir()
            folder = folder.parent


def write_over(path: str, content: bytes) -> None:
    """Write a file, over an existing one if there is one; folders are made as needed."""
    try:
        with open(path, "r+b") as file:  # noqa: PTH123 - asked a thousand times
            file.write(content)
            file.truncate()
    except FileNotFoundError:
        write_file(content, path)


def _folders(addresses: Iterable[str]) -> set[str]:
    """The folders that files at these addresses are in.

    >>> sorted(_folders(["a/b/c.html", "index.html"]))
    ['a', 'a/b']
    """
    folders: set[str] = set()
    for address in addresses:
        folder = address.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def _may_be_written_over(file: str, now: float) -> bool:
    """Whether overwriting is the same as making the file anew, and leaves a mark that tells it happened."""
    told = os.lstat(file)
    ordinary = stat.S_ISREG(told.st_mode) and told.st_nlink == 1 and told.st_size > 0
    settled = _SETTLED if told.st_mtime_ns % 1_000_000_000 else _COARSE
    return ordinary and told.st_mtime < now - settled and os.access(file, os.W_OK)


def _mark(told: os.stat_result) -> tuple[int, int]:
    """The times that change when a file is written."""
    return told.st_mtime_ns, told.st_ctime_ns
