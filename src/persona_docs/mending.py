"""Mending what has one safe answer: the encoding, the line ends, a value that wants quotes.

Everything else stays as it is, to the byte. A value is quoted only if strict YAML then reads every field as
the lenient reader did before.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import yaml

from persona_docs.model import Source
from persona_docs.options import Limits
from persona_docs.reading.controls import without_controls
from persona_docs.reading.frontmatter import read_front_matter
from persona_docs.reading.mojibake import repair
from persona_docs.reading.values import Fields, Items, Scalar, Value

MENDABLE = frozenset({"encoding", "mojibake", "line-ends", "front-matter"})
"""Codes of findings that may be mended."""

_UTF8, _BOM = frozenset({"utf-8", "utf-8-sig"}), "\ufeff"
_ENDS = re.compile("\r\n|\r|\n")
_DELIMITER = re.compile(r"^-{3,}[ \t]*$")
_PAIR = re.compile(r"^(?P<key>[^\s#:'\"\[\]{},&*!|>%@`-][^:]*:[ \t]+)(?P<value>\S.*)$")
_ROUNDS = 50  # lines that may be quoted in one file


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after.

    Attributes:
        path: the source path.
        codes: codes of the findings that are mended by it.
        before: its text as it was read, with its own line ends.
        after: its text as it should be.
        data: the bytes to write.
    """

    path: str
    codes: tuple[str, ...]
    before: str
    after: str
    data: bytes


def mend(source: Source, codes: Collection[str], limits: Limits) -> Mended | None:
    """What a file should be, or `None` where nothing of `codes` can be mended in it."""
    before = _decoded(source)
    if before is None or (source.encoding not in _UTF8 and "encoding" not in codes):
        return None
    after, mended = before, []
    if source.encoding not in _UTF8:
        after = after.removeprefix(_BOM)
        mended.append("encoding")
    if source.repaired and "mojibake" in codes:
        after = _repaired(after, source)
        mended.append("mojibake")
    if "line-ends" in codes and (changed := _one_line_end(after)) != after:
        after = changed
        mended.append("line-ends")
    if "front-matter" in codes and (changed := _with_quotes(after, source.path, limits)) != after:
        after = changed
        mended.append("front-matter")
    data = after.encode()
    return None if data == source.data else Mended(source.path, tuple(mended), before, after, data)


def diff(mended: Mended) -> Iterator[str]:
    """The change as a unified diff, line by line; a change of line ends alone shows no lines."""
    before, after = (_ENDS.sub("\n", text).split("\n") for text in (mended.before, mended.after))
    return unified_diff(before, after, mended.path, mended.path, lineterm="", n=1)


def replace_bytes(file: Path, data: bytes) -> None:
    """Replace a file's content at once: whoever reads it sees the old or the new, never a part.

    Raises:
        OSError: the folder cannot be written to; the file is as it was.
    """
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _decoded(source: Source) -> str | None:
    """The text with its own line ends and byte order mark."""
    try:
        return source.data.decode("utf-8" if source.encoding in _UTF8 else source.encoding)
    except (UnicodeError, LookupError):
        return None


def _repaired(text: str, source: Source) -> str:
    """The text with its accents; as it is where that is not the text the catalog shows."""
    mark = _BOM if text.startswith(_BOM) else ""
    mended = repair(text.removeprefix(_BOM), source.path)
    if mended is None or without_controls(_ENDS.sub("\n", mended.text)) != source.text:
        return text
    return mark + mended.text


def _one_line_end(text: str) -> str:
    r"""A text with one kind of line end: the commoner of `\n` and `\r\n`; as it is if it has one already.

    >>> _one_line_end("a\r\nb\r\nc\nd"), _one_line_end("a\rb"), _one_line_end("a\r\nb\r\n")
    ('a\r\nb\r\nc\r\nd', 'a\nb', 'a\r\nb\r\n')
    """
    ends = _ENDS.findall(text)
    kinds = set(ends)
    if len(kinds) < 2 and "\r" not in kinds:
        return text
    return _ENDS.sub("\r\n" if 2 * ends.count("\r\n") > len(ends) else "\n", text)


def _with_quotes(text: str, path: str, limits: Limits) -> str:
    """A text whose front matter is valid YAML because some of its values have got quotes; else as it is."""
    lines = text.splitlines(keepends=True)
    place = _front_matter(lines)
    if not place or _fault(lines[place]) is None:
        return text
    for _ in range(_ROUNDS):
        fault = _fault(lines[place])
        if fault is None:
            break
        above = range(place.start + fault, place.start - 1, -1)
        at = next((n for n in above if _PAIR.match(_bare(lines[n]))), None)
        if at is None or not (line := _quote(lines[at])):
            return text
        lines[at] = line
    after = "".join(lines)
    return after if _same(text, after, path, limits) else text


def _front_matter(lines: list[str]) -> slice | None:
    """The lines between the delimiters, where the front matter stands as it should."""
    if not lines or not _DELIMITER.match(_bare(lines[0]).removeprefix(_BOM)):
        return None
    end = next((n for n, line in enumerate(lines[1:], 1) if _DELIMITER.match(_bare(line))), 0)
    return slice(1, end) if end else None


def _fault(lines: list[str]) -> int | None:
    """The line of the block that strict YAML trips over, counted from 0; `None` where it is valid."""
    try:
        yaml.compose("".join(lines), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return min(mark.line, len(lines) - 1) if mark else 0
    except (yaml.YAMLError, RecursionError):
        return 0
    return None


def _quote(line: str) -> str:
    """A `key: value` line with its value in double quotes; empty where it has quotes already."""
    match = _PAIR.match(_bare(line))
    if not match or match["value"][0] in "'\"|>" or _is_open(match["value"]):
        return ""
    value = match["value"].rstrip(" \t")
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{match["key"]}"{escaped}"{line[match.start("value") + len(value) :]}'


def _is_open(value: str) -> bool:
    """Whether a list or mapping is not closed: what belongs to it is for people to say."""
    return any(value.startswith(opening) and closing not in value for opening, closing in ("[]", "{}"))


def _bare(line: str) -> str:
    return line.rstrip("\r\n")


def _same(before: str, after: str, path: str, limits: Limits) -> bool:
    texts = (_ENDS.sub("\n", text.removeprefix(_BOM)) for text in (before, after))
    old, new = (read_front_matter(text, path, limits) for text in texts)
    faults = [each for each in new.findings if each.code == "front-matter"]
    return not faults and _plain(old.fields) == _plain(new.fields) and old.body == new.body


def _plain(value: Value) -> object:
    """A value without its places."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Items):
        return [_plain(each) for each in value.values]
    return [(key.text, _plain(each)) for key, each in value] if isinstance(value, Fields) else None
