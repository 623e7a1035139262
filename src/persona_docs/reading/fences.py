"""Code fences that were not meant as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from persona_docs.codes import finding
from persona_docs.model import Finding

_OPENING = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([\w+#.-]+)[ \t]*$")


def fence_findings(tokens: Sequence[Token], path: str) -> Iterator[Finding]:
    """A finding for each fence that is never closed or in which another one of its length is opened."""
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


def _closed(token: Token, lines: int) -> bool:
    content = token.content.count("\n") + bool(token.content and not token.content.endswith("\n"))
    return lines > content + 1


def _inner(token: Token) -> tuple[int, str] | None:
    """The first line inside a fence that opens one of the same kind and at least its length."""
    for offset, line in enumerate(token.content.split("\n")):
        opening = _OPENING.match(line)
        if opening and opening[1].startswith(token.markup):
            return offset, opening[0].strip()
    return None
