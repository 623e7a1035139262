"""What stands inside a paragraph, a heading or a cell, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markdown_it.token import Token

from persona_docs.exports.writing import text
from persona_docs.exports.writing.tags import image, without_tags
from persona_docs.pages.bodies.targets import Targets
from persona_docs.reading.markdown.gfm import line_tokens
from persona_docs.reading.markdown.plain import inline_text

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOWHERE = Targets(lambda _target: None, (), {})


def inline(tokens: Sequence[Token], targets: Targets, *, cell: bool = False) -> str:
    """Inline tokens as Markdown, in which lines may still begin like blocks.

    Args:
        tokens: as `persona_docs.reading.body.parsing.parse` gives them.
        targets: where links and images lead.
        cell: whether they stand in a table.
    """
    parts: list[str] = []
    links: list[tuple[int, str]] = []
    for token in _joined(without_tags(tokens)):
        kind = token.type
        if kind == "link_open":
            address = "" if links else targets.link(str(token.attrs.get("href", ""))) or ""
            links.append((len(parts), text.target(address)))
        elif kind == "link_close":
            if links:
                _link(parts, *links.pop())
        elif kind == "image":
            alt = inline_text(token.children or ())
            parts.append(image(targets, str(token.attrs.get("src", "")), alt, linked=bool(links)))
        elif kind == "text":
            said = text.escape(token.content)
            parts.append(said if any(address for _, address in links) else text.unlinked(said))
        elif kind == "code_inline":
            parts.append(text.code(token.content, cell=cell))
        else:
            parts.append(_sign(token))
    return "".join(parts)


def line(said: str) -> str:
    """One line of Markdown, such as a description: code and emphasis; links and images are text."""
    bare = " ".join(said.split())
    tokens = line_tokens(bare)
    if tokens is None:
        return text.line_starts(text.escape(bare))
    return text.line_starts(" ".join(inline(tokens, _NOWHERE).split()))


def _joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """The same with one text where several stand in a row: what two of them mean together can be seen."""
    for plain, some in groupby(tokens, lambda token: token.type in ("text", "text_special")):
        if plain:
            yield Token("text", "", 0, content="".join(token.content for token in some))
        else:
            yield from some


def _link(parts: list[str], start: int, address: str) -> None:
    """Make a link of the parts from a place on; a `!` before it would make it an image."""
    label = "".join(parts[start:])
    if not address or not label.strip():
        return
    if start and parts[start - 1].endswith("!") and not parts[start - 1].endswith("\\!"):
        parts[start - 1] = f"{parts[start - 1][:-1]}\\!"
    parts[start:] = [text.link(label, address)]


def _sign(token: Token) -> str:
    kind = token.type
    if kind in ("em_open", "em_close", "strong_open", "strong_close"):
        return token.markup
    if kind in ("s_open", "s_close"):
        return "~~"
    if kind == "footnote_ref":
        return str(token.meta["id"] + 1).translate(_RAISED)
    return {"softbreak": "\n", "hardbreak": "  \n"}.get(kind, "")
