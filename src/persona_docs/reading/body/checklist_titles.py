"""What stands above a list, and whether that makes it a checklist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from markdown_it.token import Token

from persona_docs.folding import fold
from persona_docs.reading.body.checklist_headings import (
    ends_in_list,
    is_about_else,
    is_checklist_heading,
    names_list,
)
from persona_docs.reading.markdown.plain import inline_text, only_text
from persona_docs.reading.markdown.tags import Line, Part, is_tagged, tagged

BOXES = "☐□▢⬜☑☒🗹"
"""Signs that stand for a box to tick, the empty ones first."""

EMPTY_BOXES = BOXES[:4]
BOX = re.compile(rf"\s*([{BOXES}])\ufe0f?\s*")
"""A box before what is to be ticked."""

_SENTENCE_END = re.compile(r"\n|(?<=[.!?])\s|[。！？]")
_BARE_BOX = re.compile(rf"^\s*[{BOXES}]", re.MULTILINE)
"""A line of a paragraph that begins with a box."""

_LONGEST = 120


class Announcer(NamedTuple):
    """A title that makes a checklist of what stands below it.

    Attributes:
        title: as written.
        place: a number that tells it from others of its title; -1 for a line, which announces one list only.
    """

    title: str
    place: int

    @property
    def is_line(self) -> bool:
        """Whether it is a line of its own, and neither a heading nor a tag."""
        return self.place < 0


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a list or fence.

    Attributes:
        heading: the nearest heading.
        anchor: its id.
        parent: the heading it stands under.
        tag: the tag that opened last since, which counts as a heading below that.
        pseudo: the last line of bold text since (`**Security:**`).
        lead: the line right above where it ends in a colon.
        places: where the heading and its parent stand, as numbers that tell them from others of their title.
    """

    heading: str = ""
    anchor: str = ""
    parent: str = ""
    tag: str = ""
    pseudo: str = ""
    lead: str = ""
    places: tuple[int, int] = (0, 0)

    @property
    def title(self) -> str:
        """The nearest title; where a checklist's heading stands right above it, both."""
        nearer, own = self.lead or self.pseudo, bare(self.tag or self.heading)
        if nearer and fold(nearer) != fold(own):
            return f"{own}: {nearer}" if is_checklist_heading(own) else nearer
        parent = self.heading if self.tag else self.parent
        if not is_checklist_heading(own) and is_checklist_heading(parent):
            return f"{bare(parent)}: {own}"
        return own

    @property
    def announces(self) -> bool:
        """Whether it makes a checklist of plain bullets; of numbers only a title that `names_list`."""
        return self.announcer is not None

    @property
    def announcer(self) -> Announcer | None:
        """The title that makes a checklist of plain bullets; nothing where none does."""
        here, above = self.places
        nearer = self.lead or self.pseudo
        for title, place in ((nearer, -1), (self.tag, here), (self.heading, here), (self.parent, above)):
            if is_checklist_heading(title):
                return Announcer(title, place)
            if is_about_else(title):
                return None
        return None

    @property
    def names_list(self) -> bool:
        """Whether the nearest title ends in a word for a checklist, so that even numbered items are one's."""
        return ends_in_list(self.lead or self.pseudo or self.tag or self.heading)


def bare(title: str) -> str:
    """A title without the colon at its end."""
    return title.strip().rstrip(":： ").strip()


def with_titles(tokens: Sequence[Token]) -> Iterator[tuple[Above, Sequence[Token]]]:
    """Each outermost list, fence, paragraph with boxes and text with tags, with what stands above it."""
    path: list[tuple[int, str, int]] = []
    above = Above()
    depth = start = 0
    for n, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            start = start if depth else n
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            if not depth:
                yield above, tokens[start : n + 1]
                above = replace(above, lead="") if above.lead else above
                above = _after_tags(_last_inline(tokens, start, n), above)
        elif token.type == "fence":
            yield above, (token,)
        elif depth:
            continue
        elif token.type == "heading_open":
            title, level = _one_line(tokens[n + 1]), int(token.tag[1])
            while path and path[-1][0] >= level:
                path.pop()
            places = (n, path[-1][2] if path else 0)
            above = Above(title, token.meta.get("anchor", ""), _parent(path), places=places)
            path.append((level, title, n))
        elif token.type == "html_block" and is_tagged(token):
            yield above, (token,)
            above = _after_tags(token, above)
        elif token.type == "paragraph_open" and tokens[n + 1].type == "inline":
            inline = tokens[n + 1]
            if is_tagged(inline):
                yield above, (inline,)
                above = _after_tags(inline, above)
                continue
            if not inline.content.isascii() and _BARE_BOX.search(inline.content):
                yield above, (inline,)
            pseudo, lead = _bold_line(inline) or above.pseudo, _colon_line(inline)
            if pseudo != above.pseudo or lead != above.lead:
                above = replace(above, pseudo=pseudo, lead=lead)


def _parent(path: Sequence[tuple[int, str, int]]) -> str:
    """The heading that what follows stands under; a file's own only where it is a checklist by its name.

    Below `# Quality gate`, which is what its persona is called, not every list is to be ticked.
    """
    level, title, _ = path[-1] if path else (0, "", 0)
    return title if level > 1 or names_list(title) else ""


def _last_inline(tokens: Sequence[Token], start: int, end: int) -> Token:
    """The text that ends a list: what closes a section right below it is read with it."""
    return next((tokens[n] for n in range(end, start, -1) if tokens[n].type == "inline"), tokens[end])


def _after_tags(token: Token, above: Above) -> Above:
    """What stands above what follows a text with tags: the one that opened last, nothing behind an end."""
    if not is_tagged(token):
        return above
    for line in tagged(token):
        above = after_line(line, above)
    return above


def after_line(line: Line, above: Above) -> Above:
    """What stands above what follows a line among tags."""
    if line.part is Part.TEXT:
        return replace(above, lead=announcement(line.text))
    if line.part is Part.ITEM:
        return above
    return replace(above, tag=line.text if line.part is Part.OPENING else "", pseudo="", lead="")


def _one_line(inline: Token) -> str:
    return " ".join(inline_text(inline.children or ()).split())


def _bold_line(inline: Token) -> str:
    """The text of a paragraph that is one bold text and nothing else but a colon and emoji."""
    if only_text(inline):
        return ""
    children = [c for c in inline.children or () if c.type != "text" or re.search(r"\w", c.content)]
    bold = len(children) > 2 and children[0].type == "strong_open" and children[-1].type == "strong_close"
    single = bold and sum(c.type == "strong_open" for c in children) == 1
    text = _one_line(inline)
    return bare(text) if single and len(text) <= _LONGEST else ""


def _colon_line(inline: Token) -> str:
    return announcement(inline_text(inline.children or (), "\n"))


def announcement(text: str) -> str:
    """The last sentence of a text that ends in a colon, where it is short enough for a title."""
    text = text.rstrip()
    if not text.endswith((":", "：")):
        return ""
    sentence = " ".join(_SENTENCE_END.split(text)[-1].split())
    return bare(sentence) if len(sentence) <= _LONGEST else ""
