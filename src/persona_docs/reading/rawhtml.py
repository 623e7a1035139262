"""Raw HTML in a Markdown body, taken apart: tags, comments, and the text between them.

What is not certainly a tag is text. Nothing here decides what may be published; it only says what stands there, so that
findings and pages see the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

PUBLISHED = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4"
    " h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small source span strike strong sub summary sup table"
    " tbody td tfoot th thead time tr tt u ul var wbr".split()
)
"""Elements a body may use, after the allow-list of https://github.com/gjtorikian/html-pipeline; any other tag is shown as text."""

UNSAFE = frozenset(
    "applet area audio base basefont bgsound blink body button canvas command datalist dialog embed fieldset form frame frameset head"
    " html iframe image input isindex keygen label legend link listing map marquee math meta meter noembed noframes noscript object"
    " optgroup option param plaintext portal progress script select slot style svg template textarea title track video xmp"
    " animate set use foreignobject".split()
)
"""Elements of HTML and SVG that a body may not use; unlike the pseudo tags of prompts they are worth a finding."""

VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})
"""Published elements that have no end tag."""

_RAW_TEXT = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"}
)
_ATTRIBUTE = r"""[^\s"'<>/=]+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+"""
_TAG = re.compile(
    rf"<(/?)([a-zA-Z][\w:.-]*+)((?:[\s/]++(?:{_ATTRIBUTE})?+|(?<=[\"'])(?:{_ATTRIBUTE}))*+)[\s/]*+>", re.ASCII
)
_PAIR = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")


@dataclass(frozen=True, slots=True)
class Text:
    """Text as written: its character references are not resolved."""

    source: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; names in lower case, values resolved, of equal names the first, as browsers take them."""

    source: str
    name: str
    closing: bool = False
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def published(self) -> bool:
        """Whether it is an element that a body may use."""
        return self.name in PUBLISHED


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; `closed` where it ends before the text does."""

    source: str
    text: str
    closed: bool = True


Piece = Text | Tag | Comment


def pieces(source: str) -> Iterator[Piece]:
    """The tags, comments and texts of a piece of HTML, in order; their sources together are the whole.

    >>> [piece.source for piece in pieces("a <b class=x>c</b> 1 < 2 <!-- d -->")]
    ['a ', '<b class=x>', 'c', '</b>', ' 1 < 2 ', '<!-- d -->']
    """
    done = at = 0
    last = source.rfind(">")
    while True:
        at = source.find("<", at)
        if at < 0:
            break
        piece = _comment(source, at) if source.startswith("<!--", at) else _tag(source, at, last)
        if piece is None:
            at += 1
            continue
        if at > done:
            yield Text(source[done:at])
        yield piece
        done = at = at + len(piece.source)
        if isinstance(piece, Tag) and piece.name in _RAW_TEXT and not piece.closing:
            end = re.compile(rf"</{piece.name}[\s/>]", re.IGNORECASE).search(source, at)
            at = end.start() if end else at
            if at > done:
                yield Text(source[done:at])
                done = at
    if done < len(source):
        yield Text(source[done:])


def _comment(source: str, at: int) -> Comment:
    short = re.compile(r"<!-{2,3}>").match(source, at)
    if short:
        return Comment(short[0], "")
    end = re.compile(r"--!?>").search(source, at + 4)
    if end:
        return Comment(source[at : end.end()], source[at + 4 : end.start()].strip())
    return Comment("<!--", source[at + 4 :].strip(), closed=False)


def _tag(source: str, at: int, last: int) -> Tag | None:
    match = _TAG.match(source, at) if at < last else None
    if not match:
        return None
    attributes: dict[str, str] = {}
    for name, value in _PAIR.findall(match[3]):
        attributes.setdefault(name.lower(), html.unescape(value[1:-1] if value[:1] in ('"', "'") else value))
    return Tag(match[0], match[2].lower(), bool(match[1]), tuple(attributes.items()))
