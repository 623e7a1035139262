"""Code fences that were not meant as they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markdown_it.token import Token

from persona_docs.codes import finding
from persona_docs.model import Finding
from persona_docs.reading.text.places import quoted

_MOST = 25
_STAND_IN = r"\[[\w -]{1,40}\]|<[\w -]{1,40}>|\{{1,2}[\w -]{1,40}\}{1,2}"  # for a language, in a template
_OPENING = re.compile(rf" {{0,3}}(`{{3,}}|~{{3,}})[ \t]*([\w+#.-]+|{_STAND_IN})[ \t]*$")
_ANY = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*([^`]*)$")
_TAG = re.compile(r"\s*(<[a-z][^\n]{0,80})", re.IGNORECASE)
_RAW = re.compile(r"\s*<(?:pre|script|style|textarea)\b", re.IGNORECASE)


class _Problem(NamedTuple):
    """What is wrong, on which line, and how to fix it; without the last the code's own fix is given."""

    line: int
    message: str
    fix: str = ""


@dataclass(frozen=True)
class _Text:
    """The text of a body.

    Attributes:
        lines: of the text.
        first: the source line of the first of them.
        place: see `fence_findings`.
    """

    lines: Sequence[str]
    first: int
    place: Callable[[int], int]

    def line(self, number: int) -> str:
        """A line by its number; an empty one behind the last."""
        at = number - self.first
        return self.lines[at] if at < len(self.lines) else ""

    @cached_property
    def ends(self) -> Mapping[int, int]:
        """The line on which each fence ends, by that on which it begins, as their author meant them.

        One with a language begins, inside of another too; a bare one ends the innermost that is open.
        """
        begun: list[tuple[int, str]] = []
        ends = {}
        for number, line in enumerate(self.lines, self.first):
            sign, language = found.groups() if (found := _ANY.match(line)) else ("", "")
            if not sign or (begun and not sign.startswith(begun[-1][1])):
                continue
            if begun and not language:
                ends[begun.pop()[0]] = number
            else:
                begun.append((number, sign))
        return ends

    @cached_property
    def closing(self) -> frozenset[int]:
        """The lines that are meant to end a fence."""
        return frozenset(self.ends.values())


def fence_findings(
    tokens: Sequence[Token],
    path: str,
    lines: Sequence[str],
    first: int,
    place: Callable[[int], int] = int,
) -> Iterator[Finding]:
    """A finding for each fence that is never closed, closed by a longer one, in another, or in HTML.

    Their number is bounded. A fence that is read otherwise than it was meant turns those below it round: what
    should close it opens another. Those are passed over, since what fixes the one fixes them.

    Args:
        tokens: of the body.
        path: the source path.
        lines: of the body's text.
        first: the source line of the first of them.
        place: gives the line of the file that a message has to name for a line of the body.
    """
    for n, problem in enumerate(_problems(tokens, _Text(lines, first, place))):
        if n == _MOST:
            yield finding("fence", f"And so are more fences; {_MOST} were named", path, problem.line)
            return
        column = _column(lines[problem.line - first])
        yield finding("fence", problem.message, path, problem.line, column, fix=problem.fix)


def _column(line: str) -> int:
    """Where the fence of a line begins, behind what indents or quotes it."""
    return min((at + 1 for sign in ("```", "~~~") if (at := line.find(sign)) >= 0), default=0)


def _problems(tokens: Sequence[Token], text: _Text) -> Iterator[_Problem]:
    told = False
    for token in tokens:
        if not token.map or (told and token.map[0] in text.closing):
            continue
        problem = _in_html(token) if token.type == "html_block" else _misread(token, text)
        if problem:
            told = True
            yield problem


def _misread(token: Token, text: _Text) -> _Problem | None:
    if token.type != "fence" or not token.map:
        return None
    start, end = token.map
    begin = text.place(start)
    longer = token.markup[0] * (len(token.markup) + 1)
    if inner := _inner(token):
        offset, opening = inner
        closing = text.ends.get(start)
        if closing is None and not any(map(str.strip, token.content.split("\n")[:offset])):
            return _Problem(
                start,
                f"A fence is opened twice and closed once: {token.markup}{token.info}, then {opening}",
                f"Remove line {begin}.",
            )
        both = f"at line {begin} and its end{f' at line {text.place(closing)}' if closing else ''}"
        return _Problem(
            start + 1 + offset,
            f"The fence of line {begin} is still open where {opening} begins: the next {token.markup}"
            " closes it, and what follows changes places with code",
            f"Write the outer fence, {both}, as {longer}; or close it before.",
        )
    if not _closed(token, end - start):
        return _never_closed(token, text)
    last = text.line(end - 1)
    if longer not in last:
        return None
    return _Problem(
        end - 1,
        f"The fence of line {begin} is closed by {last.strip()}, which may be meant to open another",
        "Close a fence with as many characters as it was opened with.",
    )


def _never_closed(token: Token, text: _Text) -> _Problem | None:
    """A fence without an end, or one whose list item ends before it at a line that is not indented."""
    start, end = token.map or (0, 0)
    message = f"The code fence {token.markup}{token.info} is never closed"
    below = text.line(end)
    if not token.level or not below.strip() or below[0].isspace() or text.ends.get(start, 0) < end:
        return _Problem(start, message)
    return _Problem(
        start,
        f"{message}: line {text.place(end)} is not indented, and ends its list item",
        "Indent the lines between the fences at least as far as the fences.",
    )


def _in_html(token: Token) -> _Problem | None:
    """A fence right below a tag: HTML goes on to the next empty line, and no fence begins in it."""
    tag = _TAG.match(token.content)
    if not token.map or not tag or _RAW.match(token.content):
        return None
    inside = token.content.split("\n")
    offset = next((n for n, line in enumerate(inside) if _OPENING.match(line)), None)
    if offset is None:
        return None
    shown = quoted(tag[1].partition(">")[0] + ">", 40)
    fence = inside[offset].strip()
    return _Problem(
        token.map[0] + offset,
        f"The code fence {fence} is read as HTML, like all lines from {shown} to the next empty one",
        "Put an empty line above the fence, and one below its end.",
    )


def _closed(token: Token, lines: int) -> bool:
    content = token.content.count("\n") + bool(token.content and not token.content.endswith("\n"))
    return lines > content + 1


def _inner(token: Token) -> tuple[int, str] | None:
    """The first line inside a fence that opens one of the same kind and at least its length."""
    if token.markup not in token.content:
        return None
    for offset, line in enumerate(token.content.split("\n")):
        opening = _OPENING.match(line)
        if opening and opening[1].startswith(token.markup):
            return offset, opening[0].strip()
    return None
