"""A body's tokens as safe HTML, in parts between its headings.

Structure is GitHub's; classes are those that Material's styles and scripts go by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape

from markdown_it.token import Token
from markupsafe import Markup

from persona_docs.model import Body
from persona_docs.options import Limits
from persona_docs.pages.bodies.balance import Cut, balanced
from persona_docs.pages.bodies.sanitise import clean, raw_ids
from persona_docs.pages.bodies.targets import Resolve, Targets, anchors_of
from persona_docs.pages.bodies.writer import Words, Writer
from persona_docs.pages.page import Heading, Html, Part
from persona_docs.reading.body.parsing import with_tokens
from persona_docs.reading.markdown.budget import Budget, Overrun
from persona_docs.reading.markdown.gfm import line_tokens

__all__ = ["Words", "render", "render_inline"]

# One line in which no sign means anything, neither to Markdown nor to HTML.
_PLAIN = re.compile(r"""(?:[^\W_]|[ ,;()'"+/%=?\u2013\u2014\u2026-]|[.:](?![^ ]))*""")
_SHARE = 0.3  # of the time for one file: highlighting stops when it is used up


def render(
    body: Body,
    *,
    top: int = 2,
    mermaid: bool = False,
    image_hosts: tuple[str, ...] = (),
    resolve: Resolve,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    words: Words = Words(),  # noqa: B008 - frozen
) -> tuple[Part, ...]:
    """The parts of a body's page: headings at its top, and the HTML between them. Never raises.

    Args:
        body: as `persona_docs.reading.body.parsing.parse` gives it.
        top: the level its highest heading gets; the ones below follow without gaps.
        mermaid: whether Mermaid fences become diagrams.
        image_hosts: hosts whose images are shown; an image elsewhere becomes a link.
        resolve: for relative links and images, `None` meaning that only their text is shown.
        limits: what it may cost.
        words: texts in the site's language.
    """
    body = with_tokens(body, limits)
    if not body.tokens:
        return _source(body, words) if body.text.strip() else ()
    targets = Targets(resolve, image_hosts, anchors_of(body.sections, raw_ids(_raw_sources(body.tokens))))
    writer = Writer(targets, top, Budget(limits.seconds * _SHARE), words, mermaid=mermaid)
    try:
        parts = tuple(_parts(balanced(writer.blocks(body.tokens))))
    except (Overrun, RecursionError):
        return _source(body, words)
    size = sum(len(part.html) for part in parts)
    return parts if size <= limits.html_size else _source(body, words)


@lru_cache(maxsize=4096)
def render_inline(text: str) -> Markup:
    """One line of Markdown, such as a description: code and emphasis; links, images and tags are text."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line):
        return Markup(line)  # noqa: S704
    writer = Writer(Targets(_nowhere, (), {}), 1, Budget(1), Words(), mermaid=False)
    tokens = line_tokens(line)
    if tokens is None:
        return Markup.escape(text)
    html = "".join(piece for piece in balanced(writer.inline(tokens)) if isinstance(piece, str))
    return Markup(clean(html, inline=True))  # noqa: S704


def _nowhere(_target: str) -> None:
    return None


def _raw_sources(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "html_block":
            yield token.content
        for child in token.children or ():
            if child.type == "html_inline":
                yield child.content


def _source(body: Body, words: Words) -> tuple[Part, ...]:
    text = (
        f'<p class="persona-notice">{escape(words.source)}</p>\n<pre><code>{escape(body.text)}</code></pre>'
    )
    return (Html(Markup(clean(text))),)  # noqa: S704


def _parts(pieces: Iterable[str | Cut]) -> Iterator[Part]:
    gathered: list[str] = []
    for piece in [*pieces, None]:
        if isinstance(piece, str):
            gathered.append(piece)
            continue
        html = clean("".join(gathered)).strip()
        gathered = []
        if html:
            yield Html(Markup(html))  # noqa: S704 - that is what clean is for
        if piece:
            yield Heading(piece.level, piece.anchor, Markup(clean(piece.html, inline=True)))  # noqa: S704
