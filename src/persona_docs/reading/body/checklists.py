"""Checklists of a body: task lists, plain items under a checklist's heading, templates inside fences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2s

from markdown_it.token import Token

from persona_docs.folding import fold
from persona_docs.model import Checklist, ChecklistItem, ChecklistKind
from persona_docs.reading.body.checklist_headings import is_checklist_heading
from persona_docs.reading.body.checklist_titles import (
    BOX,
    BOXES,
    EMPTY_BOXES,
    Above,
    Announcer,
    after_line,
    bare,
    with_titles,
)
from persona_docs.reading.markdown.gfm import plain_line
from persona_docs.reading.markdown.plain import inline_text
from persona_docs.reading.markdown.tags import Line, Part, is_tagged, tagged, without_tags

_VERDICT = re.compile(r"[✅❌✔✓✗✘❎🚫⛔]")
"""What an item begins with that shows what is good or bad, so that nothing is left to tick."""

_TEMPLATE_ITEM = re.compile(
    rf"(\s*)(?:(?:[-*+]|\d{{1,9}}[.)])\s+)?(?:\[([ xX])\](?=\s)|([{BOXES}])\ufe0f?)\s*(\S.*)"
)
_TEMPLATE_BOX = re.compile(rf"\[[ xX]\]|[{BOXES}]")
_TEMPLATE_HEADING = re.compile(r"\s{0,3}(?:#{1,6}\s+([^#]+)#*|\*\*([^*]+)\*\*:?)\s*$")
_TEMPLATE_INFO = frozenset({"", "markdown", "md", "text", "txt", "plain", "plaintext"})

_Found = tuple[Checklist, Sequence[Token]]
"""A checklist without keys, and the tokens of its items."""


@dataclass(slots=True)
class _Node:
    """A list or an item of one."""

    token: Token
    level: int
    line: int = 0
    checked: bool = False
    text: str = ""
    children: list[_Node] = field(default_factory=list)


def checklists(tokens: Sequence[Token]) -> tuple[Checklist, ...]:
    """Every checklist, in the order of the file.

    A list that is one gets its title in `meta["checklist"]`, its items their keys in `meta["key"]`.
    """
    found: list[_Found] = []
    places = tuple(with_titles(tokens))
    ticked = _ticked_titles(places)
    for above, place in places:
        if place[0].type == "fence":
            found += [(each, ()) for each in _templates(place[0], above)]
        elif place[0].type in ("inline", "html_block") and is_tagged(place[0]):
            found += [(each, ()) for each in _in_tags(place[0], above, ticked)]
        elif place[0].type == "inline":
            found += [(each, ()) for each in _bare_boxes(place[0], above)]
        elif above.announces or _has_boxes(place):
            plain = above.announces and (above.announcer not in ticked or _has_boxes(place))
            found += _lists(_tree(place), above, plain=plain)
    return tuple(_with_keys(found))


def _ticked_titles(places: Iterable[tuple[Above, Sequence[Token]]]) -> frozenset[Announcer]:
    """The headings and tags of checklists that have boxes; bullets without, below the same, are remarks."""
    boxed = (above for above, place in places if place[0].type.endswith("_list_open") and _has_boxes(place))
    titles = (above.announcer for above in boxed)
    return frozenset(title for title in titles if title and not title.is_line)


def _has_boxes(tokens: Iterable[Token]) -> bool:
    """Whether a list holds an item with a box; most lists do not, and are no checklists."""
    for token in tokens:
        if token.type == "list_item_open":
            if "checked" in token.meta:
                return True
        elif token.type == "inline" and (not token.content.isascii() or "&" in token.content):
            found = BOX.match(inline_text(token.children or ()))
            if found:
                return True
    return False


def _lists(root: _Node, above: Above, *, plain: bool) -> list[_Found]:
    """The checklists in an outermost list: it as a whole, or those of its inner lists that hold tasks.

    Args:
        root: the list.
        above: what stands above it.
        plain: whether it is one even without boxes.
    """
    found = list(_ticked(root, above))
    if not found and plain and (root.token.type == "bullet_list_open" or _numbered(root, above)):
        items = list(_items(root))
        if items and not any(_VERDICT.match(item.text) for item in items):
            found.append(_checklist(root, items, ChecklistKind.PLAIN, above))
    return found


def _numbered(root: _Node, above: Above) -> bool:
    """Whether a list counts the items of a checklist from one on, and not the steps of something else."""
    return above.names_list and "start" not in root.token.attrs and len(root.children) > 1


def _ticked(holder: _Node, above: Above) -> Iterator[_Found]:
    """The outermost lists in a list whose items have boxes."""
    items = holder.children
    if any("checked" in item.token.meta for item in items):
        tasks = [item for item in _items(holder) if "checked" in item.token.meta]
        yield _checklist(holder, tasks, ChecklistKind.TASKS, above)
    elif items and all(BOX.match(item.text) for item in items):
        boxed = list(_items(holder))
        for item in boxed:
            item.text, item.checked = _unboxed(item.text)
        yield _checklist(holder, boxed, ChecklistKind.PLAIN, above)
    else:
        for item in items:
            nearer = replace(above, lead=bare(item.text)) if item.text.endswith((":", "：")) else above
            for inner in item.children:
                yield from _ticked(inner, nearer)


def _checklist(holder: _Node, items: Sequence[_Node], kind: ChecklistKind, above: Above) -> _Found:
    holder.token.meta["checklist"] = above.title
    top = min(item.level for item in items)
    made = tuple(
        ChecklistItem(item.text, "", item.checked, (item.level - top) // 2, item.line) for item in items
    )
    return Checklist(above.title, made, kind, above.anchor, made[0].line), [item.token for item in items]


def _unboxed(text: str) -> tuple[str, bool]:
    """A text without the box before it, and whether that was ticked."""
    box = BOX.match(text)
    return (text[box.end() :], box[1] not in EMPTY_BOXES) if box else (text, False)


def _tree(tokens: Sequence[Token]) -> _Node:
    """Lists and items as they stand in each other; an item's text is its own paragraphs."""
    stack: list[_Node] = []
    root = _Node(tokens[0], 0)
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open", "list_item_open"):
            line = token.map[0] if token.map else 0
            node = _Node(token, len(stack), line, bool(token.meta.get("checked")))
            if stack:
                stack[-1].children.append(node)
            stack.append(node)
        elif token.type in ("bullet_list_close", "ordered_list_close", "list_item_close"):
            root = stack.pop()
        elif token.type == "inline" and token.level == stack[-1].token.level + 2:
            stack[-1].text = f"{stack[-1].text} {without_tags(token)[0]}".strip()
    return root


def _items(holder: _Node) -> Iterator[_Node]:
    """All items of a list and of the lists in it, in order."""
    for item in holder.children:
        yield item
        for inner in item.children:
            yield from _items(inner)


def _bare_boxes(inline: Token, above: Above) -> Iterator[Checklist]:
    """Lines of a paragraph that begin with a box."""
    items: list[ChecklistItem] = []
    start = inline.map[0] if inline.map else 0
    for line, text in enumerate(inline_text(inline.children or (), "\n").split("\n"), start):
        if BOX.match(text):
            words, checked = _unboxed(" ".join(text.split()))
            items.append(ChecklistItem(words, "", checked, 0, line))
        elif not items and text.endswith((":", "：")):
            above = replace(above, lead=bare(text))
    if items:
        yield Checklist(above.title, tuple(items), ChecklistKind.PLAIN, above.anchor, items[0].line)


def _in_tags(token: Token, above: Above, ticked: frozenset[Announcer]) -> Iterator[Checklist]:
    """Items right below a tag, which are no list to Markdown."""
    items: list[ChecklistItem] = []
    for line in (*tagged(token), Line(Part.CLOSING, "", 0)):
        if line.part is Part.ITEM and not line.ordered:
            text = line.text if line.tokens else plain_line(line.text)
            words, checked = _unboxed(text)
            items.append(ChecklistItem(words, "", checked, 0, line.line))
            continue
        plain = above.announces and above.announcer not in ticked
        if items and plain and not any(_VERDICT.match(item.text) for item in items):
            yield Checklist(above.title, tuple(items), ChecklistKind.PLAIN, above.anchor, items[0].line)
        items = []
        above = after_line(line, above)


def _templates(fence: Token, above: Above) -> Iterator[Checklist]:
    """Task items written inside a fence, a checklist per heading in it."""
    info = fence.info.split()
    if (info[0].lower() if info else "") not in _TEMPLATE_INFO or not _TEMPLATE_BOX.search(fence.content):
        return
    title, items = above.title, list[ChecklistItem]()
    for line, text in enumerate(fence.content.split("\n"), fence.map[0] + 1 if fence.map else 0):
        if heading := _TEMPLATE_HEADING.match(text):
            if items:
                yield Checklist(title, tuple(items), ChecklistKind.TEMPLATE, above.anchor, items[0].line)
            inner = bare(heading[1] or heading[2]).replace("**", "")
            title, items = f"{above.title}: {inner}" if is_checklist_heading(above.title) else inner, []
        elif item := _TEMPLATE_ITEM.match(text):
            indent, box, sign, words = item.groups()
            checked = (box or " ") != " " or (sign or "☐") not in EMPTY_BOXES
            level = len(indent.expandtabs(4)) // 2
            items.append(ChecklistItem(" ".join(words.split()), "", checked, level, line))
    if items:
        yield Checklist(title, tuple(items), ChecklistKind.TEMPLATE, above.anchor, items[0].line)


def _with_keys(found: Iterable[_Found]) -> list[Checklist]:
    """The same with keys, unique in the body; templates last, so that no key of what is ticked changes."""
    numbered = list(enumerate(found))
    numbered.sort(key=lambda pair: (pair[1][0].kind is ChecklistKind.TEMPLATE, pair[0]))
    seen: dict[str, int] = {}
    done: dict[int, Checklist] = {}
    for n, (checklist, tokens) in numbered:
        items = []
        for item in checklist.items:
            digest = blake2s(fold(item.text).encode("utf-8", "replace"), digest_size=4).hexdigest()
            seen[digest] = count = seen.get(digest, 0) + 1
            items.append(replace(item, key=f"{digest}-{count}" if count > 1 else digest))
        for token, item in zip(tokens, items, strict=False):
            token.meta["key"] = item.key
        done[n] = replace(checklist, items=tuple(items))
    return [done[n] for n in sorted(done)]
