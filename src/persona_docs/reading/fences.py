"""Code fences that were not meant as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from persona_docs.codes import finding
from persona_docs.model import Finding

_OPENING = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([\w+#.-]+)[ \t]*$")


def fence_findings(tokens: Sequence[Token], path: str, lines: Sequence[str], first: int) -> Iterator[Finding]:
    """A finding for each fence that is never closed, closed by a longer one, or in which one is opened.

    Args:
        tokens: of the body.
        path: the source path.
        lines: of the body's text.
        first: the source line of the first of them.
    """
    for token in tokens:
        if token.type != "fence" or not token.map:
            continue
        start, end = token.map
        inner = _inner(token)
        longer = token.markup[0] * (len(token.markup) + 1)
        if inner:
            offset, opening = inner
            yield finding(
                "fence",
                f"The fence of line {start} is still open where {opening} begins: the next {token.markup}"
                " closes it, and what follows changes places with code",
                path,
                start + 1 + offset,
                fix=f"Write the outer fence, at line {start} and its end, as {longer}; or close it before.",
            )
        elif not _closed(token, end - start):
            yield finding("fence", f"The code fence {token.markup}{token.info} is never closed", path, start)
        elif longer in (last := lines[end - 1 - first] if end - 1 - first < len(lines) else ""):
            yield finding(
                "fence",
                f"The fence of line {start} is closed by {last.strip()}, which may be meant to open another",
                path,
                end - 1,
                fix="Close a fence with as many signs as it was opened with.",
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
