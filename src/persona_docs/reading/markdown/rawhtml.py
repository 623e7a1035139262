"""Raw HTML in a Markdown body, taken apart: tags, comments, and the text between them.

What is not certainly a tag is text. Nothing here decides what may be published; it only says what stands
there, so that findings and pages see the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_PUBLISHED = """
a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp
small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var
wbr
"""
_UNSAFE = """
animate applet area audio base basefont bgsound blink body button canvas datalist dialog embed
fieldset foreignobject form frame frameset head html iframe image input isindex keygen label legend
link listing map marquee math meta meter noembed noframes noscript object optgroup option param
plaintext portal progress script select set slot style svg template textarea title track use video
xmp
"""
_RAW_TEXT = "iframe noembed noframes noscript script style textarea title xmp"

PUBLISHED = frozenset(_PUBLISHED.split())
"""Elements a body may use, after https://github.com/gjtorikian/html-pipeline; other tags are text."""

UNSAFE = frozenset(_UNSAFE.split())
"""Elements that do something, so that, unlike the pseudo tags of prompts, they are worth a finding."""

VOID = frozenset({"br", "col", "hr", "img", "source", "wbr"})
"""Published elements that have no end tag."""

_ENDS = {name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in _RAW_TEXT.split()}
_COMMENT = re.compile(r"<!-{2,3}>")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = r"""[^\s"'<>/=]+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>`]++))?+"""
_TAG = re.compile(
    rf"<(/?)([a-zA-Z][\w:.-]*+)((?:[\s/]++(?:{_ATTRIBUTE})?+|(?<=[\"'])(?:{_ATTRIBUTE}))*+)[\s/]*+>", re.ASCII
)
_PAIR = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>`]+))?""")


@dataclass(frozen=True, slots=True)
class Text:
    """Text as written: its character references are not resolved."""

    source: str


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag.

    Attributes:
        source: as written.
        name: in lower case.
        closing: whether it is an end tag.
        attributes: names in lower case, values resolved; of equal names the first, as browsers take them.
    """

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
    """A comment; one that is never closed is just its opening, and what follows is text."""

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
    missing: set[str] = set()  # ends that do not stand further on, so that nobody looks for them twice
    while (at := source.find("<", at)) >= 0:
        piece = _comment(source, at, missing) if source.startswith("<!--", at) else _tag(source, at, last)
        if piece is None:
            at += 1
            continue
        if at > done:
            yield Text(source[done:at])
        yield piece
        done = at = at + len(piece.source)
        if isinstance(piece, Tag) and not piece.closing and piece.name in _ENDS and piece.name not in missing:
            end = _ENDS[piece.name].search(source, at)
            if end:
                at = end.start()
            else:
                missing.add(piece.name)
    if done < len(source):
        yield Text(source[done:])


def _comment(source: str, at: int, missing: set[str]) -> Comment:
    empty = _COMMENT.match(source, at)
    if empty:
        return Comment(empty[0], "")
    end = None if "-->" in missing else _COMMENT_END.search(source, at + 4)
    if end:
        return Comment(source[at : end.end()], source[at + 4 : end.start()].strip())
    missing.add("-->")
    return Comment("<!--", "", closed=False)


def _tag(source: str, at: int, last: int) -> Tag | None:
    match = _TAG.match(source, at) if at < last else None
    if not match:
        return None
    attributes: dict[str, str] = {}
    for name, value in _PAIR.findall(match[3]):
        attributes.setdefault(name.lower(), html.unescape(value[1:-1] if value[:1] in ('"', "'") else value))
    return Tag(match[0], match[2].lower(), bool(match[1]), tuple(attributes.items()))
